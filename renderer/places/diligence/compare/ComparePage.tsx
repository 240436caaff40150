import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

export function ComparePage() {
  return <SentenceHeadline sentence="Two markets side by side" />
}
