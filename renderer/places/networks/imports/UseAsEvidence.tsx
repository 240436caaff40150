import { Button } from '@mantine/core'
import { useContext } from 'react'
import type { OfferSummary } from '../../../../shared/imports/offer-summary.ts'
import type { OfferSnapshot } from '../../../../shared/markets/market-book.ts'
import { type MarketEdits, noEdits } from '../../../../shared/markets/market-edits.ts'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import { BookContext, useBook } from '../../../book.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { tell } from '../../../frame/attempt.ts'
import { changeEdits } from '../profile/open-market.ts'
import classes from './Imports.module.css'
import { assumedPriceOf, sharePointOf } from './summary-words.ts'

type UseAsEvidenceProps = {
  readonly snapshot: OfferSnapshot
  readonly summary: OfferSummary
  readonly cardName: string
}

const has = (points: readonly unknown[], point: unknown) => points.some((each) => saysTheSame(each, point))

/** The two things that may be taken from a listing, each by its own press and each marked as what it is. */
export function UseAsEvidence({ snapshot, summary, cardName }: UseAsEvidenceProps) {
  const store = useContext(BookContext)
  const { networkId } = snapshot.body
  const entry = useBook((book) => book.markets.find(({ id }) => id === networkId))
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  if (store === null || entry === undefined) return null
  const edits = entry.stored?.body.edits ?? noEdits
  const share = sharePointOf(snapshot.body, summary)
  const price = assumedPriceOf(snapshot.body, summary, cardName)
  const { name } = entry.profile
  const keep = async (what: string, done: string, changed: MarketEdits) => {
    if (await changeEdits(store, entry, what, changed)) tell(`${done} Ctrl Z takes it back.`)
  }
  return (
    <div className={classes.evidence}>
      {share !== null && (
        <Button
          variant="default"
          disabled={readOnly || has(edits.utilizations, share)}
          onClick={() =>
            void keep('use the rented share', `The rented share counts for ${name} now.`, {
              ...edits,
              utilizations: [...edits.utilizations, share],
            })
          }
        >
          {has(edits.utilizations, share)
            ? 'The rented share is used as evidence'
            : `Use ${figureWords(share.rentalUtilizationRatio.value ?? 0, 'ratio')} rented as evidence`}
        </Button>
      )}
      {price !== null && (
        <Button
          variant="default"
          disabled={readOnly || has(edits.prices, price)}
          onClick={() =>
            void keep('take the median ask', `The median ask is your assumption for ${name} now.`, {
              ...edits,
              prices: [...edits.prices, price],
            })
          }
        >
          {has(edits.prices, price)
            ? 'The median ask is your assumption'
            : 'Take the median ask as my assumption'}
        </Button>
      )}
      <p className={classes.about}>
        A rented share is how many were rented at one moment. An ask is what hosts want, not what anybody
        paid: taken as your assumption it is marked so wherever it counts.
      </p>
    </div>
  )
}
