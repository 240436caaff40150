/** A series of prices by day, read from a table. @see SPEC.md IM8 */
import type { IsoDate } from '../calendar.ts'
import { median } from '../math.ts'
import { quoted } from '../units.ts'
import { dateInCell, dateOrderOf } from './column-dates.ts'
import type { DateOrder } from './column-dates.ts'
import { decimalSignOf, numberInCell } from './column-numbers.ts'
import type { DuplicateLine, Preview, ReadingOrQuestion, Refusal } from './import-limits.ts'
import { rowInWords } from './listing.ts'
import { raggedLines } from './table.ts'
import type { DecimalSign, Table } from './table.ts'

export type PricePoint = { readonly date: IsoDate; readonly priceUsd: number }

export type PriceSeriesMapping = {
  /** Headers. */
  readonly dateColumn: string
  readonly priceColumn: string
  readonly decimalSign: DecimalSign
  /** Of dates such as 03/04/2026. */
  readonly dateOrder: DateOrder
}

/** Accepted points are sorted by date, each date once. */
export type PriceSeriesPreview = Preview<PricePoint>

export type PriceSeriesSummary = {
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
  readonly count: number
  readonly medianUsd: number
  readonly minimumUsd: number
  readonly maximumUsd: number
  /** The price of the last date. */
  readonly latestUsd: number
}

const usualDates = ['date', 'day', 'time', 'timestamp', 'datetime', 'snapped at', 'unix', 'datum']
const usualPrices = ['price', 'price usd', 'usd', 'close', 'value', 'rate', 'preis']

/**
 * Which columns hold date and price, by their names alone; null where no usual name tells both.
 * Example: `guessPriceSeriesMapping(['snapped_at', 'price', 'market_cap'])` takes the first two. @see SPEC.md IM8
 */
export function guessPriceSeriesMapping(header: readonly string[]): PriceSeriesMapping | null {
  const named = (usual: readonly string[]) =>
    usual.flatMap((name) => {
      const found = header.find(
        (each) =>
          each
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, ' ')
            .trim() === name,
      )
      return found ?? []
    })[0]
  const dateColumn = named(usualDates)
  const priceColumn = named(usualPrices)
  return dateColumn === undefined || priceColumn === undefined
    ? null
    : { dateColumn, priceColumn, decimalSign: null, dateOrder: null }
}

/**
 * The points of a table, sorted by date. A date that comes again with the same price is a duplicate, with another
 * price it is rejected: one price a day. Prices are above $0, in dollars or without a currency. Refused: a column that
 * the header does not have. Asks: the decimal sign or the order of day and month, where the column can mean both.
 *
 * Example: `date;price`, `2.1.2026;1,5`, `1.1.2026;1,4` gives 1.4 on 2026-01-01, then 1.5. @see SPEC.md IM8
 */
export function readPriceSeries(
  table: Table,
  mapping: PriceSeriesMapping,
): ReadingOrQuestion<PriceSeriesPreview> {
  const dateAt = table.header.indexOf(mapping.dateColumn)
  const priceAt = table.header.indexOf(mapping.priceColumn)
  if (dateAt < 0) return noColumn('Date', mapping.dateColumn)
  if (priceAt < 0) return noColumn('Price', mapping.priceColumn)
  const order = dateOrderOf(table, dateAt, mapping.dateOrder)
  if (order.kind !== 'order') return order
  const sign = decimalSignOf(table, priceAt, 'usd', mapping.decimalSign)
  if (sign.kind !== 'sign') return sign

  const byDate = new Map<IsoDate, { readonly line: number; readonly priceUsd: number }>()
  const duplicates: DuplicateLine[] = []
  const rejected = raggedLines(table)
  for (const { line, cells } of table.rows) {
    const reject = (column: string, at: number, expected: string) =>
      rejected.push({ line, column, found: quoted(String(cells[at])), expected })
    const date = dateInCell(cells[dateAt]!, order.order)
    const priceUsd = numberInCell(cells[priceAt]!, 'usd', sign.sign)
    if (typeof date !== 'string') {
      reject(mapping.dateColumn, dateAt, date.expected)
      continue
    }
    if (typeof priceUsd !== 'number' || priceUsd <= 0) {
      reject(
        mapping.priceColumn,
        priceAt,
        typeof priceUsd === 'number' ? 'a price above $0' : priceUsd.expected,
      )
      continue
    }
    const earlier = byDate.get(date)
    if (earlier === undefined) byDate.set(date, { line, priceUsd })
    else if (earlier.priceUsd === priceUsd) duplicates.push({ line, sameAsLine: earlier.line })
    else
      reject(
        mapping.priceColumn,
        priceAt,
        `one price a day; ${rowInWords(table, earlier.line)} has ${earlier.priceUsd} for ${date}`,
      )
  }
  const accepted = [...byDate]
    .map(([date, { priceUsd }]) => ({ date, priceUsd }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    kind: 'read',
    value: { accepted, duplicates, rejected: rejected.toSorted((a, b) => a.line - b.line) },
  }
}

function noColumn(label: string, name: string): Refusal {
  const message = `${label}: line 1, the header, has no column ${quoted(name)}. Choose another column.`
  return { kind: 'refused', message, line: 1, column: null }
}

/**
 * What a series says at a glance; null without a point. `points` are sorted by date, as `readPriceSeries` gives them.
 * Example: of 1.4 and 1.5 the median is 1.45 and the latest 1.5. @see SPEC.md IM8
 */
export function priceSeriesSummary(points: readonly PricePoint[]): PriceSeriesSummary | null {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const prices = points.map(({ priceUsd }) => priceUsd)
  return {
    firstDate: first.date,
    lastDate: last.date,
    count: points.length,
    medianUsd: median(prices),
    minimumUsd: prices.reduce((a, b) => Math.min(a, b)),
    maximumUsd: prices.reduce((a, b) => Math.max(a, b)),
    latestUsd: last.priceUsd,
  }
}
