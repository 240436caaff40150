import { Button, TextInput } from '@mantine/core'
import { useContext, useState } from 'react'
import type { Offer } from '../../../../shared/imports/offers.ts'
import type { OfferMapping } from '../../../../shared/imports/offer-mapping.ts'
import type { OfferSnapshot } from '../../../../shared/markets/market-book.ts'
import { BookContext, useBook } from '../../../book.ts'
import { tell } from '../../../frame/attempt.ts'
import { todayOf } from '../profile/age.ts'
import { changed, editable } from '../profile/open-market.ts'
import { FileDrop } from '../../../files/FileDrop.tsx'
import classes from './Imports.module.css'
import { countWords } from './import-words.ts'
import { NetworkField } from './NetworkField.tsx'
import { answered, OfferMappingFields } from './OfferMappingFields.tsx'
import { Outcome } from './Outcome.tsx'
import { SnapshotList } from './SnapshotList.tsx'
import { SnapshotSummary } from './SnapshotSummary.tsx'
import { usePreview } from './use-preview.ts'
import { WorkState } from '../../../files/WorkState.tsx'

/** A market's own listing: its columns named, its lines looked at, then taken in as asks of one day. */
export function OffersImport() {
  const store = useContext(BookContext)
  const client = useBook((book) => book.client)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const snapshots = useBook((book) => book.snapshots)
  const [networkId, setNetworkId] = useState<string | null>(null)
  const [today] = useState(() => todayOf(Date.now()))
  const [seenOn, setSeenOn] = useState(today)
  const [shownId, setShownId] = useState<string | null>(null)
  const [importing, setImporting] = useState(false)
  const preview = usePreview<Offer, OfferMapping>((text, mapping, signal) =>
    client.market.offersPreview({ networkId: networkId ?? '', text, mapping: editable(mapping) }, { signal }),
  )
  const { answer, file, mapping } = preview
  const accepted = answer?.outcome.kind === 'read' ? answer.outcome.accepted.count : 0
  const dayIsWrong = !/^\d{4}-\d{2}-\d{2}$/.test(seenOn) || seenOn > today

  const take = async () => {
    if (store === null || file === null || networkId === null || mapping === null || !preview.isRead) return
    setImporting(true)
    let made: OfferSnapshot | null = null
    const done = await changed(store, 'import the listing', async () => {
      made = await client.market.offersImport({
        networkId,
        seenOn,
        fileName: file.name.slice(0, 200),
        text: file.text,
        mapping: editable(mapping),
      })
    })
    setImporting(false)
    if (!done || made === null) return
    setShownId((made as OfferSnapshot).id)
    preview.leave()
    tell(`Imported ${countWords(accepted, 'offer', 'offers')}. Ctrl Z takes them back.`)
  }

  return (
    <>
      <div className={classes.fields}>
        <NetworkField
          value={networkId}
          onChange={(id) => {
            setNetworkId(id)
            preview.leave()
          }}
        />
        <TextInput
          label="Seen on"
          type="date"
          max={today}
          value={seenOn}
          error={dayIsWrong ? `Expected a day up to today, ${today}.` : null}
          onChange={(event) => setSeenOn(event.currentTarget.value)}
        />
      </div>
      <FileDrop
        label={networkId === null ? 'Choose the network first' : 'Choose a listing'}
        accept=".csv,.tsv,.txt,.json"
        chosen={file?.name ?? null}
        disabled={networkId === null || preview.work.doing !== null}
        onFile={(chosen) => void preview.look(chosen)}
      />
      <WorkState work={preview.work} refusal={preview.refusal} />
      {answer !== null && mapping !== null && (
        <>
          <OfferMappingFields
            table={answer.table}
            mapping={mapping}
            onChange={(chosen) => void preview.map(chosen)}
          />
          <Outcome
            table={answer.table}
            outcome={answer.outcome}
            onAnswer={(question, choice) => void preview.map(answered(mapping, question, choice))}
          />
          <div className={classes.buttons}>
            <Button
              disabled={readOnly || accepted === 0 || dayIsWrong || !preview.isRead}
              loading={importing}
              onClick={() => void take()}
            >
              {accepted === 0 ? 'Import' : `Import ${countWords(accepted, 'offer', 'offers')}`}
            </Button>
            <Button variant="default" onClick={preview.leave}>
              Leave it
            </Button>
          </div>
        </>
      )}
      {shownId !== null && snapshots.some(({ id }) => id === shownId) && (
        <SnapshotSummary key={shownId} snapshot={snapshots.find(({ id }) => id === shownId)!} />
      )}
      <SnapshotList shownId={shownId} onShow={setShownId} />
    </>
  )
}
