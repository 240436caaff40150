import { Button, NativeSelect, Select } from '@mantine/core'
import { useContext, useMemo, useState } from 'react'
import { searchGpus } from '../../../../shared/catalogue-search.ts'
import type { PricePoint, PriceSeriesMapping } from '../../../../shared/imports/price-series.ts'
import type { PriceSeries } from '../../../../shared/markets/market-book.ts'
import { type PriceBasis, priceBases } from '../../../../shared/markets/market-profile.ts'
import { BookContext, useBook } from '../../../book.ts'
import { tell } from '../../../frame/attempt.ts'
import { changed, editable } from '../profile/open-market.ts'
import { FileDrop } from '../../../files/FileDrop.tsx'
import classes from './Imports.module.css'
import { countWords } from './import-words.ts'
import { NetworkField } from './NetworkField.tsx'
import { Outcome } from './Outcome.tsx'
import { SeriesList } from './SeriesList.tsx'
import { answered, SeriesMappingFields } from './SeriesMappingFields.tsx'
import { usePreview } from './use-preview.ts'
import { WorkState } from '../../../files/WorkState.tsx'

type About = 'card' | 'token'

/** A price by day, of one card on a network or of its token. */
export function SeriesImport() {
  const store = useContext(BookContext)
  const client = useBook((book) => book.client)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const [networkId, setNetworkId] = useState<string | null>(null)
  const [about, setAbout] = useState<About>('card')
  const [catalogueId, setCatalogueId] = useState<string | null>(null)
  const [basis, setBasis] = useState<PriceBasis>('buyer pays')
  const [importing, setImporting] = useState(false)
  const preview = usePreview<PricePoint, PriceSeriesMapping>((text, mapping, signal) =>
    client.market.seriesPreview({ text, mapping: editable(mapping) }, { signal }),
  )
  const { answer, file, mapping } = preview
  const points = answer?.outcome.kind === 'read' ? answer.outcome.accepted.count : 0
  const isNamed = networkId !== null && (about === 'token' || catalogueId !== null)

  const take = async () => {
    if (store === null || file === null || networkId === null || mapping === null || !preview.isRead) return
    setImporting(true)
    let made: PriceSeries | null = null
    const done = await changed(store, 'import the prices', async () => {
      made = await client.market.seriesImport({
        networkId,
        catalogueId: about === 'card' ? catalogueId : null,
        basis: about === 'card' ? basis : null,
        fileName: file.name.slice(0, 200),
        text: file.text,
        mapping: editable(mapping),
      })
    })
    setImporting(false)
    if (!done || made === null) return
    preview.leave()
    tell(`Imported ${countWords(points, 'price', 'prices')}. Ctrl Z takes them back.`)
  }

  return (
    <>
      <div className={classes.fields}>
        <NetworkField value={networkId} onChange={setNetworkId} />
        <NativeSelect
          label="Prices of"
          value={about}
          data={[
            { value: 'card', label: 'a card' },
            { value: 'token', label: 'its token' },
          ]}
          onChange={(event) => setAbout(event.currentTarget.value as About)}
        />
        {about === 'card' && (
          <>
            <CardField value={catalogueId} onChange={setCatalogueId} />
            <NativeSelect
              label="Basis"
              value={basis}
              data={[...priceBases]}
              onChange={(event) => setBasis(event.currentTarget.value as PriceBasis)}
            />
          </>
        )}
      </div>
      <FileDrop
        label="Choose a series"
        accept=".csv,.tsv,.txt,.json"
        chosen={file?.name ?? null}
        disabled={preview.work.doing !== null}
        onFile={(chosen) => void preview.look(chosen)}
      />
      <WorkState work={preview.work} refusal={preview.refusal} />
      {answer !== null && (
        <>
          <SeriesMappingFields
            table={answer.table}
            mapping={mapping}
            onChange={(chosen) => void preview.map(chosen)}
          />
          <Outcome
            table={answer.table}
            outcome={answer.outcome}
            onAnswer={(question, choice) => {
              if (mapping !== null) void preview.map(answered(mapping, question, choice))
            }}
          />
          <div className={classes.buttons}>
            <Button
              disabled={readOnly || points === 0 || !isNamed || !preview.isRead}
              loading={importing}
              onClick={() => void take()}
            >
              {points === 0 ? 'Import' : `Import ${countWords(points, 'price', 'prices')}`}
            </Button>
            <Button variant="default" onClick={preview.leave}>
              Leave it
            </Button>
            {!isNamed && (
              <p className={classes.about}>
                {networkId === null ? 'Choose the network first.' : 'Choose the card first.'}
              </p>
            )}
          </div>
        </>
      )}
      <SeriesList />
    </>
  )
}

type CardFieldProps = {
  readonly value: string | null
  readonly onChange: (catalogueId: string | null) => void
}

function CardField({ value, onChange }: CardFieldProps) {
  const catalogue = useBook((book) => book.catalogue)
  const [typed, setTyped] = useState('')
  const offered = useMemo(() => {
    const chosen = catalogue.gpus.find(({ id }) => id === value)
    const text = chosen?.name === typed ? '' : typed
    const found = searchGpus(catalogue, text).slice(0, 60)
    const listed = chosen === undefined || found.includes(chosen) ? found : [chosen, ...found]
    return listed.map(({ id, name }) => ({ value: id, label: name }))
  }, [catalogue, typed, value])
  return (
    <Select
      label="Card"
      placeholder="Type a name"
      searchable
      value={value}
      data={offered}
      searchValue={typed}
      onSearchChange={setTyped}
      // The search is the catalogue's, in its own order.
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: false }}
      openOnFocus={false}
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      nothingFoundMessage="No such card. Try its number alone, such as 4090."
      onChange={onChange}
    />
  )
}
