import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

export function ChecklistsPage() {
  return <SentenceHeadline sentence="Checklists" />
}
