/**
 * What the work earns: a usage leg and a subsidy leg, each in cash or in tokens, kept apart to the end.
 * @see SPEC.md R1 to R5
 */
import { pow } from '../math.ts'
import type { Hours } from './hours.ts'
import type { Batch } from './inputs.ts'
import { column, columnOr } from './inputs.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'

export type Income = {
  /** Per month, before fees. In dollars where the leg is fixed in cash, else 0. */
  readonly usageUsd: Table
  readonly usageTokens: Table
  readonly subsidyUsd: Table
  readonly subsidyTokens: Table
  /** Shares of the usage leg taken before it is credited. */
  readonly platformFeeRatio: Float64Array
  readonly paymentFeeRatio: Float64Array
}

/**
 * Usage: `rented GPU-hours x price x (1 + change)^(month / 12)`; fixed in tokens it is that over the token's
 * price at the start. Subsidy: `(rented GPU-hours x per rented + up GPU-hours x per up) x (1 - decay)^(month / 12)`.
 * Example: 578.592 rented GPU-hours at $0.35: $202.5072 in the first month. @see SPEC.md R1, R2
 */
export function incomeOf(batch: Batch, hours: Hours): Income {
  const months = hours.upHours.months
  const price = column(batch, 'priceUsdPerGpuHour')
  const priceChange = columnOr(batch, 'priceYearlyChangeRatio', 0)
  const decay = columnOr(batch, 'subsidyYearlyDecayRatio', 0)
  const usdPerRented = columnOr(batch, 'subsidyUsdPerRentedGpuHour', 0)
  const usdPerUp = columnOr(batch, 'subsidyUsdPerUpGpuHour', 0)
  const tokensPerRented = columnOr(batch, 'subsidyTokensPerRentedGpuHour', 0)
  const tokensPerUp = columnOr(batch, 'subsidyTokensPerUpGpuHour', 0)
  const startPrice = columnOr(batch, 'tokenPriceUsd', 1)
  const rented = hours.rentedGpuHours.values
  const up = hours.upGpuHours.values
  const fixedInTokens =
    batch.choices.payoutCurrency === 'token' && batch.choices.usageDenomination === 'token'
  const table = (cell: (month: number, scenario: number, index: number) => number) =>
    tableOf(months, batch.size, (m, s) => cell(m, s, m * batch.size + s))
  const usage = table((m, s, i) => rented[i]! * price[s]! * pow(1 + priceChange[s]!, m / 12))
  const none = table(() => 0)
  return {
    usageUsd: fixedInTokens ? none : usage,
    usageTokens: fixedInTokens ? table((_, s, i) => usage.values[i]! / startPrice[s]!) : none,
    subsidyUsd: table(
      (m, s, i) => (rented[i]! * usdPerRented[s]! + up[i]! * usdPerUp[s]!) * pow(1 - decay[s]!, m / 12),
    ),
    subsidyTokens: table(
      (m, s, i) => (rented[i]! * tokensPerRented[s]! + up[i]! * tokensPerUp[s]!) * pow(1 - decay[s]!, m / 12),
    ),
    platformFeeRatio: columnOr(batch, 'platformFeeRatio', 0),
    paymentFeeRatio: columnOr(batch, 'paymentFeeRatio', 0),
  }
}

/**
 * What is left of a dollar of the listing price: `(1 - platform) x (1 - payment) x (1 - proportional payout costs)`.
 * The platform fee counts only where the price is what the buyer pays; proportional payout costs are the
 * exchange fee and, in a pool, the pool's fee (not the slippage, which depends on the amount).
 * Example: platform 0.1, payment 0.02, exchange fee 0.002: 0.880236. @see SPEC.md R3
 */
export function keepRatio(
  batch: Batch,
  income: Pick<Income, 'platformFeeRatio' | 'paymentFeeRatio'>,
): Float64Array {
  const exchange = columnOr(batch, 'exchangeFeeRatio', 0)
  const pool = columnOr(batch, 'poolFeeRatio', 0)
  return income.platformFeeRatio.map(
    (platform, s) => (1 - platform) * (1 - income.paymentFeeRatio[s]!) * (1 - exchange[s]!) * (1 - pool[s]!),
  )
}
