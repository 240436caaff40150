/** The payout terms of one scenario of a batch, and when they let money move. @see SPEC.md B2 to B5 */
import type { SaleMarket } from '../liquidity/sale.ts'
import { pow } from '../math.ts'
import type { NumberKey } from './input-table.ts'
import type { Batch } from './batch.ts'
import type { Choices } from './inputs.ts'
import { column } from './batch.ts'
import { listRows, productByMonth } from './lists.ts'
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
  readonly priceJumps: string
  /** Tokens wait for a day that is a multiple of this; 0: none waits. */
  readonly saleEveryDays: number
  readonly market: SaleMarket
  readonly exchangeFeeRatio: number
  /** Month after which the network is gone, from 1; 0: it stays. */
  readonly stopsAfterMonths: number
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
    priceJumps: batch.choices.tokenPriceJumps,
    saleEveryDays: or('saleEveryDays', 0),
    market: marketOf(batch, scenario),
    exchangeFeeRatio: or('exchangeFeeRatio', 0),
    stopsAfterMonths: known('networkStopsAfterMonths'),
  }
}

const deepMarket: SaleMarket = { kind: 'exchange' }

/** Where one scenario's tokens are sold. @see SPEC.md Q2 to Q6 */
export function marketOf(batch: Batch, scenario: number): SaleMarket {
  if (batch.choices.payoutCurrency !== 'token') return deepMarket
  const known = (key: NumberKey) => column(batch, key)[scenario]!
  switch (batch.choices.saleVenue) {
    case 'pool':
      return { kind: 'pool', quoteReserveUsd: known('poolQuoteReserveUsd'), feeRatio: known('poolFeeRatio') }
    case 'concentrated':
      return {
        kind: 'concentrated',
        virtualQuoteReserveUsd: known('poolQuoteReserveUsd') / (1 - Math.sqrt(known('rangeLowRatio'))),
        lowerPriceRatio: known('rangeLowRatio'),
        upperPriceRatio: known('rangeHighRatio'),
        feeRatio: known('poolFeeRatio'),
      }
    case 'depth':
      return { kind: 'depth', depthUsd: known('depthUsd') }
    case 'order book':
      return {
        kind: 'order book',
        levels: listRows(batch.choices.orderBook).map(([below, quantityUsd]) => ({
          priceRatio: 1 - below!,
          quantityUsd: quantityUsd!,
        })),
      }
    case 'square root':
      return {
        kind: 'square-root',
        dailyVolumeUsd: known('dailyVolumeUsd'),
        dailySigmaRatio: known('dailySigmaRatio'),
        alpha: known('impactAlpha'),
      }
    default:
      return deepMarket
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

/** The token's price on each day of one path, jumps included. @see SPEC.md B3, B10 */
export function dailyPrices(terms: PayoutTerms, timeline: Timeline): DailyPrices {
  const { startPriceUsd, yearlyChangeRatio, priceJumps } = terms
  return {
    usd: pathOf(startPriceUsd, yearlyChangeRatio, priceJumps, timeline),
    fits: (other) => other.startPriceUsd === startPriceUsd && other.yearlyChangeRatio === yearlyChangeRatio,
  }
}

/** Searches, payouts and collateral ask for the same few paths again and again. */
const paths = new WeakMap<Timeline, Map<string, Float64Array>>()

function pathOf(
  startUsd: number,
  yearlyChange: number,
  priceJumps: string,
  timeline: Timeline,
): Float64Array {
  const known = paths.get(timeline) ?? new Map<string, Float64Array>()
  paths.set(timeline, known)
  const key = `${startUsd} ${yearlyChange} ${priceJumps}`
  const path = known.get(key)
  if (path !== undefined) return path
  if (known.size >= 16) known.clear()
  const jumps = productByMonth(priceJumps, timeline)
  const usd = new Float64Array(timeline.days)
  for (let day = 0; day < usd.length; day += 1) {
    usd[day] = tokenPriceUsd(startUsd, yearlyChange, day) * jumps[timeline.monthOfDay[day]!]!
  }
  known.set(key, usd)
  return usd
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
