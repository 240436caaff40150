import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

/** What is asked of a market, what is known, and what to find out next. */
export function Questions({ card }: { readonly card: Scorecard }) {
  return <SentenceHeadline sentence={card.body.name} />
}
