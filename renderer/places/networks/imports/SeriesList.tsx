import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useContext, useEffect, useState } from 'react'
import { type PricePoint, priceSeriesSummary } from '../../../../shared/imports/price-series.ts'
import type { PriceSeries } from '../../../../shared/markets/market-book.ts'
import { BookContext, useBook } from '../../../book.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import tables from '../../../controls/Table.module.css'
import { attempt, tell } from '../../../frame/attempt.ts'
import { changed } from '../profile/open-market.ts'
import classes from './Imports.module.css'

/** The series that are in the book, each with its first, last, middle and latest price. */
export function SeriesList() {
  const store = useContext(BookContext)
  const series = useBook((book) => book.series)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  if (store === null || series.length === 0) return null
  const remove = async ({ id, revision, body }: PriceSeries) => {
    const { client } = store.getState()
    if (await changed(store, 'remove the prices', () => client.market.seriesRemove({ id, revision })))
      tell(`Removed the prices “${body.name}”. Ctrl Z brings them back.`)
  }
  return (
    <section className={classes.summarySection} aria-labelledby="series">
      <h2 id="series" className={classes.title}>
        Price series in the book
      </h2>
      <div
        className={tables.scroller}
        tabIndex={0}
        role="region"
        aria-label="Price series in the book, table"
      >
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Basis</th>
              <th scope="col">Days</th>
              <th scope="col" data-number>
                Prices
              </th>
              <th scope="col" data-number>
                First
              </th>
              <th scope="col" data-number>
                Lowest
              </th>
              <th scope="col" data-number>
                Median
              </th>
              <th scope="col" data-number>
                Highest
              </th>
              <th scope="col" data-number>
                Latest
              </th>
              <th scope="col">
                <span className={classes.hidden}>Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((each) => (
              <SeriesRow key={each.id} series={each} readOnly={readOnly} onRemove={() => void remove(each)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type SeriesRowProps = {
  readonly series: PriceSeries
  readonly readOnly: boolean
  readonly onRemove: () => void
}

function SeriesRow({ series: { id, body }, readOnly, onRemove }: SeriesRowProps) {
  const client = useBook((book) => book.client)
  const [points, setPoints] = useState<readonly PricePoint[] | null>(null)
  useEffect(() => {
    const reading = new AbortController()
    void attempt('read the prices again', async () => {
      const read = await client.market.series({ id })
      if (!reading.signal.aborted) setPoints(read)
    })
    return () => reading.abort()
  }, [client, id])
  const summary = priceSeriesSummary(points ?? [])
  const shown = (usd: number | undefined) =>
    usd === undefined ? '…' : figureWords(usd, body.catalogueId === null ? 'usdPerToken' : 'usdPerGpuHour')
  return (
    <tr>
      <th scope="row">
        {body.name}
        <span className={classes.fileName}>{body.fileName}</span>
      </th>
      <td>{body.basis ?? 'token'}</td>
      <td className={classes.nowrap}>
        {body.firstDate} to {body.lastDate}
      </td>
      <td data-number>{body.points}</td>
      <td data-number>{shown(points?.[0]?.priceUsd)}</td>
      <td data-number>{shown(summary?.minimumUsd)}</td>
      <td data-number>{shown(summary?.medianUsd)}</td>
      <td data-number>{shown(summary?.maximumUsd)}</td>
      <td data-number>{shown(summary?.latestUsd)}</td>
      <td className={classes.actions}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          disabled={readOnly}
          aria-label={`Remove ${body.name}`}
          title="Remove; can be undone"
          onClick={onRemove}
        >
          <IconTrash size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
