import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

export function ExchangePage({ card }: { readonly card: Scorecard | null }) {
  return <SentenceHeadline sentence={card?.body.name ?? 'Take in a card'} />
}
