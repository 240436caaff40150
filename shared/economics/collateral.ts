/**
 * What is locked at the start and comes back after unbonding, and what slashing takes of it.
 * @see SPEC.md S5, K5, K6
 */
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import { dailyPrices, payoutTerms } from './payout-terms.ts'
import type { Table } from './table.ts'
import { emptyTable } from './table.ts'
import type { Timeline } from './timeline.ts'

export type Collateral = {
  /** Locked on the first day. */
  readonly lockedUsd: Float64Array
  /** Its value on the last day of each month at whose end it is locked, or lost with the network; else 0. */
  readonly valueUsd: Table
  /** Expected loss by slashing, topped up at once: a cost of the months of work. */
  readonly slashingUsd: Table
  /** What comes back, on the last day of the month that holds the last day of work + unbonding. */
  readonly returnedUsd: Table
}

/**
 * In cash its value stays; in tokens it follows their price. After the network stops nothing is left of it.
 * Example: $1,000 in cash, 2 slashings a year of 5 %, a month of 30 days: $8.219... and $1,000 back.
 * @see SPEC.md S5, K5, K6
 */
export function collateralOf(batch: Batch, timeline: Timeline): Collateral {
  const table = () => emptyTable(timeline.months.length, batch.size)
  const collateral: Collateral = {
    lockedUsd: columnOr(batch, 'collateralUsd', 0),
    valueUsd: table(),
    slashingUsd: table(),
    returnedUsd: table(),
  }
  if (batch.choices.collateralKind === 'none') return collateral
  const events = column(batch, 'slashingEventsPerYear')
  const share = column(batch, 'slashedShareRatio')
  const horizonMonths = column(batch, 'horizonMonths')
  const unbondingDays = column(batch, 'unbondingDays')
  const inTokens = batch.choices.collateralKind === 'token'
  for (let s = 0; s < batch.size; s += 1) {
    const terms = payoutTerms(batch, s)
    const prices = inTokens ? dailyPrices(terms, timeline).usd : null
    const worthUsd = (day: number) =>
      collateral.lockedUsd[s]! * (prices === null ? 1 : prices[day]! / terms.startPriceUsd)
    const { stopsAfterMonths } = terms
    const isLost = stopsAfterMonths > 0 && stopsAfterMonths <= horizonMonths[s]!
    const freeDay = timeline.months[horizonMonths[s]! - 1]!.lastDay - timeline.firstDay + unbondingDays[s]!
    const backMonth = timeline.monthOfDay[freeDay]!
    const lockedMonths = isLost ? stopsAfterMonths : backMonth
    const slashedMonths = isLost ? stopsAfterMonths : horizonMonths[s]!
    for (let m = 0; m < Math.max(lockedMonths, slashedMonths); m += 1) {
      const cell = m * batch.size + s
      const { lastDay, days } = timeline.months[m]!
      const lastDayUsd = worthUsd(lastDay - timeline.firstDay)
      if (m < lockedMonths) collateral.valueUsd.values[cell] = lastDayUsd
      if (m < slashedMonths) {
        collateral.slashingUsd.values[cell] = (lastDayUsd * events[s]! * share[s]! * days) / 365
      }
    }
    if (!isLost) {
      const keep = inTokens ? 1 - terms.exchangeFeeRatio : 1
      const backDay = timeline.months[backMonth]!.lastDay - timeline.firstDay
      collateral.returnedUsd.values[backMonth * batch.size + s] = worthUsd(backDay) * keep
    }
  }
  return collateral
}
