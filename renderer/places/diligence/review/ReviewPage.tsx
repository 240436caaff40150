import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

export function ReviewPage() {
  return <SentenceHeadline sentence="Review of an install script" />
}
