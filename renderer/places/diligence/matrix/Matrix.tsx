import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { useListing } from '../use-diligence.ts'

/** Every market in a row: what is known of it, and how surely. */
export function Matrix() {
  const { scorecards } = useListing()
  return <SentenceHeadline sentence={`${scorecards.length} markets have a card.`} />
}
