import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import classes from './Exchange.module.css'
import { HandOn } from './HandOn.tsx'
import { TakeIn } from './TakeIn.tsx'
import { shown } from '../shown.ts'

/** A card as a file for others, and others' cards as files for here. */
export function ExchangePage({ card }: { readonly card: Scorecard | null }) {
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={
          card === null
            ? 'Take in a scorecard: you see what it would change before anything does.'
            : `${shown(card.body.name)}: hand the card on with its evidence, or take in what somebody else found.`
        }
        aside="Files are read on this machine. Nothing is sent anywhere; whom you give a file to is yours to choose."
      />
      {card !== null && <HandOn card={card} />}
      <TakeIn card={card} />
    </div>
  )
}
