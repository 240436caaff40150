/** A series of prices by day, read from a table. @see SPEC.md IM8 */
import type { IsoDate } from '../calendar.ts'
import type { Preview } from './import-limits.ts'
import type { DecimalSign } from './table.ts'

export type PricePoint = { readonly date: IsoDate; readonly priceUsd: number }

export type PriceSeriesMapping = {
  /** Headers. */
  readonly dateColumn: string
  readonly priceColumn: string
  readonly decimalSign: DecimalSign
  /** Of dates such as 03/04/2026; null lets the column decide, or ask. */
  readonly dateOrder: 'day first' | 'month first' | null
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
