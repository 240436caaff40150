/**
 * What the cards would sell for as time and load pass, and what failures cost.
 * @see SPEC.md W1 to W4
 */
import { pow } from '../math.ts'
import type { Hours } from './hours.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import type { ListRow } from './lists.ts'
import { listRows } from './lists.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'

export type CardValue = {
  /** All cards of the rig, before the cost of selling, after 0, 1, 2 ... months: one row more than months. */
  readonly resaleUsd: Table
  /** The same without wear by load. */
  readonly unwornResaleUsd: Table
}

/**
 * `resale(t) = today x (in12Months / today)^(t / 12) x max(scrap, 1 - wearPer1000LoadHours x loadHours / 1000)`,
 * times the GPUs; null where one of the two prices is unknown; a curve by
 * age stands instead of the second.
 * Example: $800 today, $600 in 12 months, 4,000 load hours at 1 % per 1,000 h: after 12 months $576 a card.
 * @see SPEC.md W1, W2, W5
 */
export function cardValueOf(batch: Batch, hours: Hours): CardValue | null {
  const { resaleTodayUsdPerGpu: today, resaleIn12MonthsUsdPerGpu: later } = batch.columns
  const curve = listRows(batch.choices.resaleCurve)
  if (today === null || (later === null && curve.length === 0)) return null
  const age = column(batch, 'cardAgeMonths')
  const left = (s: number, t: number): number => {
    if (curve.length > 0) return curveAt(curve, age[s]! + t) / curveAt(curve, age[s]!)
    return today[s] === 0 ? 0 : pow(later![s]! / today[s]!, t / 12)
  }
  const gpus = column(batch, 'gpuCount')
  const wear = columnOr(batch, 'wearPer1000LoadHoursRatio', 0)
  const scrap = column(batch, 'scrapRatio')
  const rows = hours.upHours.months + 1
  const unwornResaleUsd = tableOf(rows, batch.size, (t, s) => gpus[s]! * today[s]! * left(s, t))
  const loadHours = new Float64Array(batch.size)
  const resaleUsd = tableOf(rows, batch.size, (t, s) => {
    if (t > 0) loadHours[s]! += hours.rentedGpuHours.values[(t - 1) * batch.size + s]! / gpus[s]!
    const left = Math.max(scrap[s]!, 1 - (wear[s]! * loadHours[s]!) / 1000)
    return unwornResaleUsd.values[t * batch.size + s]! * left
  })
  return { resaleUsd, unwornResaleUsd }
}

/**
 * A curve of (age, share of the new price) at an age in months, linear between its points, held beyond them.
 * Example: points (0, 1) and (12, 0.7) at 6 months: 0.85. @see SPEC.md W5
 */
export function curveAt(points: readonly ListRow[], ageMonths: number): number {
  const above = points.findIndex(([age]) => age! >= ageMonths)
  if (above === 0) return points[0]![1]!
  if (above === -1) return points.at(-1)![1]!
  const [leftAge, leftShare] = points[above - 1]!
  const [rightAge, rightShare] = points[above]!
  return leftShare! + ((ageMonths - leftAge!) / (rightAge! - leftAge!)) * (rightShare! - leftShare!)
}

/**
 * Expected repairs: `GPUs x failures a year x max(0, replacement - warranty) x days / 365`; 0 where the
 * replacement is unknown (reported as left out). Example: 1 card, 0.02 a year, $800, 30 days: $1.31506...
 * @see SPEC.md W3
 */
export function repairsUsd(batch: Batch, timeline: Timeline): Table {
  const replacement = columnOr(batch, 'replacementUsdPerGpu', 0)
  const warranty = column(batch, 'warrantyUsdPerGpu')
  const failures = column(batch, 'annualFailureRatio')
  const gpus = column(batch, 'gpuCount')
  const horizonMonths = column(batch, 'horizonMonths')
  return tableOf(timeline.months.length, batch.size, (m, s) =>
    m < horizonMonths[s]!
      ? (gpus[s]! * failures[s]! * Math.max(0, replacement[s]! - warranty[s]!) * timeline.months[m]!.days) /
        365
      : 0,
  )
}
