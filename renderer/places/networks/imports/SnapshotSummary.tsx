import { NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { offerSummary } from '../../../../shared/imports/offer-summary.ts'
import type { Offer } from '../../../../shared/imports/offers.ts'
import type { OfferSnapshot } from '../../../../shared/markets/market-book.ts'
import { useBook } from '../../../book.ts'
import { reasonOf } from '../../../frame/attempt.ts'
import { onlyCardOf } from '../profile/deciding-terms.ts'
import { useOpenScenario } from '../use-open-scenario.ts'
import { AskSummary } from './AskSummary.tsx'
import classes from './Imports.module.css'
import { countWords } from './import-words.ts'
import { cardsIn } from './offer-cards.ts'
import { UseAsEvidence } from './UseAsEvidence.tsx'

/** What a listing says of one card: asks, and how many are rented at which price. */
export function SnapshotSummary({ snapshot }: { readonly snapshot: OfferSnapshot }) {
  const client = useBook((book) => book.client)
  const gpus = useBook((book) => book.catalogue.gpus)
  const opened = useOpenScenario()
  const [offers, setOffers] = useState<readonly Offer[] | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const { id } = snapshot
  useEffect(() => {
    const reading = new AbortController()
    client.market
      .offers({ id }, { signal: reading.signal })
      .then((read) => reading.signal.aborted || setOffers(read))
      .catch((failure: unknown) => reading.signal.aborted || setReason(reasonOf(failure)))
    return () => reading.abort()
  }, [client, id])

  const cards = useMemo(() => cardsIn(offers ?? []), [offers])
  const mine = onlyCardOf(opened?.cards ?? [])
  const card =
    cards.find(({ catalogueId }) => catalogueId === chosen) ??
    cards.find(({ catalogueId }) => catalogueId === mine) ??
    cards[0]
  const summary = useMemo(
    () => (card === undefined || offers === null ? null : offerSummary(offers, card.catalogueId)),
    [offers, card],
  )
  const nameOf = (catalogueId: string) => gpus.find((gpu) => gpu.id === catalogueId)?.name ?? catalogueId
  const unnamed = (offers ?? []).filter(({ catalogueId }) => catalogueId === null)
  return (
    <section className={classes.summarySection} aria-label={`What the listing says: ${snapshot.body.name}`}>
      <h2 className={classes.title}>{snapshot.body.name}</h2>
      {reason !== null && (
        <p className={classes.refused} role="alert">
          The listing could not be read again. {reason}
        </p>
      )}
      {offers !== null && unnamed.length > 0 && (
        <p className={classes.about}>
          {countWords(unnamed.length, 'offer has', 'offers have')} a card whose name can mean none or several
          of the catalogue’s, such as “{unnamed[0]?.gpuName}”: kept, and counted for no card.
        </p>
      )}
      {offers !== null && card === undefined && (
        <p className={classes.about}>No offer names a card that the catalogue knows for certain.</p>
      )}
      {card !== undefined && summary !== null && (
        <>
          <div className={classes.fields}>
            <NativeSelect
              label="Card"
              value={card.catalogueId}
              data={cards.map(({ catalogueId, listings }) => ({
                value: catalogueId,
                label: `${nameOf(catalogueId)}: ${countWords(listings, 'offer', 'offers')}`,
              }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          </div>
          <AskSummary summary={summary} cardName={nameOf(card.catalogueId)} seenOn={snapshot.body.seenOn} />
          <UseAsEvidence snapshot={snapshot} summary={summary} cardName={nameOf(card.catalogueId)} />
        </>
      )}
    </section>
  )
}
