import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

export function JobsPage({ card }: { readonly card: Scorecard }) {
  return <SentenceHeadline sentence={card.body.name} />
}
