/** @see SPEC.md IM8 */
import { describe, expect, it } from 'vitest'
import { dateInCell, dateOrderOf } from '../../../shared/imports/column-dates.ts'
import { readListing } from '../../../shared/imports/listing.ts'
import {
  guessPriceSeriesMapping,
  priceSeriesSummary,
  readPriceSeries,
} from '../../../shared/imports/price-series.ts'
import type { PriceSeriesMapping } from '../../../shared/imports/price-series.ts'
import { valueOf } from './reading.ts'

const table = (text: string) => valueOf(readListing(text))
const read = (text: string, changes: Partial<PriceSeriesMapping> = {}) => {
  const series = table(text)
  return readPriceSeries(series, { ...guessPriceSeriesMapping(series.header)!, ...changes })
}
const points = (text: string, changes?: Partial<PriceSeriesMapping>) => valueOf(read(text, changes)).accepted

describe('IM8 a price series', () => {
  it('gives the examples of its docstrings', () => {
    const series = points('date;price\n2.1.2026;1,5\n1.1.2026;1,4')
    expect(series).toEqual([
      { date: '2026-01-01', priceUsd: 1.4 },
      { date: '2026-01-02', priceUsd: 1.5 },
    ])
    expect(priceSeriesSummary(series)).toEqual({
      firstDate: '2026-01-01',
      lastDate: '2026-01-02',
      count: 2,
      medianUsd: 1.45,
      minimumUsd: 1.4,
      maximumUsd: 1.5,
      latestUsd: 1.5,
    })
    expect(priceSeriesSummary([])).toBeNull()
    expect(guessPriceSeriesMapping(['snapped_at', 'price', 'market_cap'])).toMatchObject({
      dateColumn: 'snapped_at',
      priceColumn: 'price',
    })
    expect(guessPriceSeriesMapping(['a', 'price'])).toBeNull()
    expect(dateOrderOf(table('d\n03/04/2026\n13/04/2026'), 0, null)).toEqual({
      kind: 'order',
      order: 'day first',
    })
  })

  // Seconds by `date -u -d 2026-12-31 +%s`: 1798675200.
  it.each([
    '2026-12-31',
    '2026/12/31',
    '2026.12.31',
    '20261231',
    '2026-12-31T23:59:59.999Z',
    '2026-12-31 00:00:00 UTC',
    '31.12.2026',
    '31/12/2026',
    '1798675200',
    '1798761599',
    '1798675200000',
    '1798761599999',
  ])('reads %s as the last day of 2026', (text) => {
    expect(dateInCell(text, null)).toBe('2026-12-31')
  })

  it.each([
    '2026-02-29',
    '31.11.2026',
    '2026-12-31T23:00:00+02:00',
    '31.12.26',
    '31-12/2026',
    'Dec 31, 2026',
    '2026',
    '',
    '0',
  ])('does not read %j as a date', (text) => {
    expect(dateInCell(text, null)).toMatchObject({
      expected: expect.stringContaining('2026-12-31') as string,
    })
  })

  it('asks whether the day or the month comes first where both can be', () => {
    expect(read('date,price\n03/04/2026,1\n01/01/2026,2')).toMatchObject({
      kind: 'asks',
      about: 'date order',
      column: 'date',
      line: 2,
      choices: ['day first', 'month first'],
    })
    const text = 'date,price\n03/04/2026,1'
    expect(points(text, { dateOrder: 'day first' })[0]!.date).toBe('2026-04-03')
    expect(points(text, { dateOrder: 'month first' })[0]!.date).toBe('2026-03-04')
  })

  it('takes the order that one date shows, and refuses two orders', () => {
    expect(points('date,price\n03/04/2026,1\n04/13/2026,2').map(({ date }) => date)).toEqual([
      '2026-03-04',
      '2026-04-13',
    ])
    expect(read('date,price\n13/04/2026,1\n04/13/2026,2')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('day first on line 2, the month first on line 3') as string,
    })
    expect(points('date,price\n05/05/2026,1')).toEqual([{ date: '2026-05-05', priceUsd: 1 }])
  })

  it('asks which decimal sign is meant', () => {
    expect(read('date;price\n2026-01-01;1,234')).toMatchObject({ kind: 'asks', about: 'decimal sign' })
    expect(points('date;price\n2026-01-01;1,234', { decimalSign: ',' })[0]!.priceUsd).toBe(1.234)
    expect(points('date;price\n2026-01-01;1,234', { decimalSign: '.' })[0]!.priceUsd).toBe(1234)
  })

  it('takes one price a day: the same again is a duplicate, another is rejected', () => {
    const { accepted, duplicates, rejected } = valueOf(
      read(
        'date,price\n2026-01-01,1\n2026-01-01,1.0\n2026-01-01,2\n2026-01-02,0\nx,1\n2026-01-03,$3.50\n2026-01-04',
      ),
    )
    expect(accepted).toEqual([
      { date: '2026-01-01', priceUsd: 1 },
      { date: '2026-01-03', priceUsd: 3.5 },
    ])
    expect(duplicates).toEqual([{ line: 3, sameAsLine: 2 }])
    expect(rejected).toMatchObject([
      { line: 4, column: 'price', expected: 'one price a day; line 2 has 1 for 2026-01-01' },
      { line: 5, column: 'price', expected: 'a price above $0' },
      { line: 6, column: 'date' },
      { line: 8, column: null },
    ])
  })

  it('needs its columns', () => {
    expect(read('date,price\n2026-01-01,1', { priceColumn: 'close' })).toMatchObject({
      kind: 'refused',
      message: 'Price: line 1, the header, has no column "close". Choose another column.',
    })
  })
})
