/** The payout terms of one scenario of a batch, and when they let money move. @see SPEC.md B2 to B5 */
import { saleProceedsUsd } from '../liquidity/constant-product.ts'
import { pow } from '../math.ts'
import type { NumberKey } from './input-table.ts'
import type { Batch, Choices } from './inputs.ts'
import { column } from './inputs.ts'
import type { Timeline } from './timeline.ts'

export type PayoutTerms = {
  readonly horizonMonths: number
  readonly monthDay: number
  readonly creditDelayDays: number
  readonly minimumUsd: number
  readonly withdrawalFeeUsd: number
  readonly holdDays: number
  readonly transferDays: number
  readonly startPriceUsd: number
  readonly yearlyChangeRatio: number
  readonly poolQuoteReserveUsd: number | null
  readonly poolFeeRatio: number
  readonly exchangeFeeRatio: number
}

/** The terms of one scenario, read out of the batch. */
export function payoutTerms(batch: Batch, scenario: number): PayoutTerms {
  const known = (key: NumberKey) => column(batch, key)[scenario]!
  const or = (key: NumberKey, otherwise: number) => batch.columns[key]?.[scenario] ?? otherwise
  return {
    horizonMonths: known('horizonMonths'),
    monthDay: or('payoutMonthDay', 1),
    creditDelayDays: known('creditDelayDays'),
    minimumUsd: known('minimumPayoutUsd'),
    withdrawalFeeUsd: known('withdrawalFeeUsd'),
    holdDays: known('holdDays'),
    transferDays: known('transferDays'),
    startPriceUsd: or('tokenPriceUsd', 1),
    yearlyChangeRatio: or('tokenYearlyChangeRatio', 0),
    poolQuoteReserveUsd: batch.columns.poolQuoteReserveUsd?.[scenario] ?? null,
    poolFeeRatio: or('poolFeeRatio', 0),
    exchangeFeeRatio: or('exchangeFeeRatio', 0),
  }
}

/**
 * The token's price on a day: `start x (1 + change)^(day / 365)`.
 * Example: $2 growing 21 % a year: $2.42 on day 365. @see SPEC.md B3
 */
export function tokenPriceUsd(startPriceUsd: number, yearlyChangeRatio: number, day: number): number {
  return yearlyChangeRatio === 0 ? startPriceUsd : startPriceUsd * pow(1 + yearlyChangeRatio, day / 365)
}

export type DailyPrices = {
  readonly usd: Float64Array
  /** Scenarios of one price path share its days. */
  readonly fits: (terms: PayoutTerms) => boolean
}

/** The token's price on each day of one path. @see SPEC.md B3 */
export function dailyPrices({ startPriceUsd, yearlyChangeRatio }: PayoutTerms, days: number): DailyPrices {
  const usd = new Float64Array(days)
  for (let day = 0; day < days; day += 1) usd[day] = tokenPriceUsd(startPriceUsd, yearlyChangeRatio, day)
  return {
    usd,
    fits: (terms) => terms.startPriceUsd === startPriceUsd && terms.yearlyChangeRatio === yearlyChangeRatio,
  }
}

/** 1 on the days on which the balance is looked at. @see SPEC.md B4 */
export function payoutDays(choices: Choices, monthDay: number, timeline: Timeline): Uint8Array {
  const { payoutCadence, payoutWeekday } = choices
  const days = new Uint8Array(timeline.days)
  if (payoutCadence === 'daily') return days.fill(1)
  const weekly = payoutCadence === 'weekly'
  const wanted = weekly ? Number(payoutWeekday) : monthDay
  const looksAt = weekly ? timeline.weekdayOfDay : timeline.dateOfDay
  for (let day = 0; day < timeline.days; day += 1) days[day] = looksAt[day] === wanted ? 1 : 0
  return days
}

/** What selling tokens brings at the day's price: a deep market or the pool, less the exchange fee. @see SPEC.md B5 */
export function saleUsd(terms: PayoutTerms, tokens: number, priceUsd: number): number {
  const { poolQuoteReserveUsd, startPriceUsd, poolFeeRatio } = terms
  const grossUsd =
    poolQuoteReserveUsd === null
      ? tokens * priceUsd
      : saleProceedsUsd({ tokens, poolQuoteReserveUsd, startPriceUsd, priceUsd, poolFeeRatio })
  return grossUsd * (1 - terms.exchangeFeeRatio)
}
