/**
 * What the work earns: a usage leg and a subsidy leg, each in cash or in tokens, kept apart to the end.
 * @see SPEC.md R1 to R5
 */
import { pow } from '../math.ts'
import type { Hours } from './hours.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import { latestByMonth, productByMonth } from './lists.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'

export type Income = {
  /** Per month, before fees. In dollars where the leg is fixed in cash, else 0. */
  readonly usageUsd: Table
  readonly usageTokens: Table
  readonly subsidyUsd: Table
  readonly subsidyTokens: Table
  /** Shares of the usage leg taken before it is credited. */
  readonly platformFeeRatio: Table
  readonly paymentFeeRatio: Float64Array
  /** Share of the usage leg that contracts bring; 0 in months without usage. */
  readonly contractedRatio: Table
  /** What idle hours bring outside the network. */
  readonly alternativeUsd: Table
}

/**
 * Usage: spot hours `x price x (1 + change)^(month / 12) x jumps` + contracts + storage + traffic sold; fixed in
 * tokens it is that over the token's price at the start. Subsidy: per rented and per up hour and as a share of an
 * emission, `x (1 - decay)^(month / 12)`.
 * Example: 578.592 rented GPU-hours at $0.35: $202.5072 in the first month. @see SPEC.md R1, R2, R4 to R7
 */
export function incomeOf(batch: Batch, timeline: Timeline, hours: Hours): Income {
  const months = hours.upHours.months
  const decay = columnOr(batch, 'subsidyYearlyDecayRatio', 0)
  const usdPerRented = columnOr(batch, 'subsidyUsdPerRentedGpuHour', 0)
  const usdPerUp = columnOr(batch, 'subsidyUsdPerUpGpuHour', 0)
  const startPrice = columnOr(batch, 'tokenPriceUsd', 1)
  const alternative = column(batch, 'alternativeUsdPerIdleGpuHour')
  const rented = hours.rentedGpuHours.values
  const up = hours.upGpuHours.values
  const fixedInTokens =
    batch.choices.payoutCurrency === 'token' && batch.choices.usageDenomination === 'token'
  const table = (cell: (month: number, scenario: number, index: number) => number) =>
    tableOf(months, batch.size, (m, s) => cell(m, s, m * batch.size + s))
  const contractUsd = table((_, __, i) => hours.contracts.usdPerUpHour.values[i]! * hours.upHours.values[i]!)
  const spotUsd = spotUsage(batch, timeline, hours)
  const usage = table((_, __, i) => spotUsd.values[i]! + contractUsd.values[i]!)
  const emission = emissionTokens(batch, hours)
  const none = table(() => 0)
  const left = table((m, s) => pow(1 - decay[s]!, m / 12))
  return {
    usageUsd: fixedInTokens ? none : usage,
    usageTokens: fixedInTokens ? table((_, s, i) => usage.values[i]! / startPrice[s]!) : none,
    subsidyUsd: table((_, s, i) => (rented[i]! * usdPerRented[s]! + up[i]! * usdPerUp[s]!) * left.values[i]!),
    subsidyTokens: table((_, __, i) => emission.values[i]! * left.values[i]!),
    platformFeeRatio: platformFees(batch, timeline),
    paymentFeeRatio: columnOr(batch, 'paymentFeeRatio', 0),
    contractedRatio: table((_, __, i) =>
      usage.values[i] === 0 ? 0 : contractUsd.values[i]! / usage.values[i]!,
    ),
    alternativeUsd: table((_, s, i) => (up[i]! - rented[i]!) * alternative[s]!),
  }
}

/** Usage without contracts. @see SPEC.md R1, R4 */
function spotUsage(batch: Batch, timeline: Timeline, hours: Hours): Table {
  const price = column(batch, 'priceUsdPerGpuHour')
  const priceChange = columnOr(batch, 'priceYearlyChangeRatio', 0)
  const jumps = productByMonth(batch.choices.priceJumps, timeline)
  const terabytes = column(batch, 'storageTerabytes')
  const perTerabyte = column(batch, 'storageUsdPerTerabyteMonth')
  const trafficUsd = column(batch, 'trafficIncomeUsdPerRentedGpuHour')
  const gpus = column(batch, 'gpuCount')
  const horizonMonths = column(batch, 'horizonMonths')
  return tableOf(timeline.months.length, batch.size, (m, s) => {
    if (m >= horizonMonths[s]!) return 0
    const i = m * batch.size + s
    const spotGpus = (gpus[s]! - hours.contracts.gpus.values[i]!) * hours.spotShareRatio.values[i]!
    const spotGpuHours = hours.upHours.values[i]! * spotGpus
    return (
      spotGpuHours * price[s]! * pow(1 + priceChange[s]!, m / 12) * jumps[m]! +
      terabytes[s]! * perTerabyte[s]! +
      hours.rentedGpuHours.values[i]! * trafficUsd[s]!
    )
  })
}

/** Tokens per hour of work and by share of work, before decay. @see SPEC.md R2, R6 */
function emissionTokens(batch: Batch, hours: Hours): Table {
  const perRented = columnOr(batch, 'subsidyTokensPerRentedGpuHour', 0)
  const perUp = columnOr(batch, 'subsidyTokensPerUpGpuHour', 0)
  const emission = columnOr(batch, 'emissionTokensPerMonth', 0)
  const others = columnOr(batch, 'networkGpuHoursPerMonth', 1)
  const rented = hours.rentedGpuHours.values
  const up = hours.upGpuHours.values
  const work = batch.choices.emissionWork === 'up' ? up : rented
  return tableOf(hours.upHours.months, batch.size, (m, s) => {
    const i = m * batch.size + s
    const shared = (emission[s]! * work[i]!) / (work[i]! + others[s]!)
    return rented[i]! * perRented[s]! + up[i]! * perUp[s]! + shared
  })
}

/** The fee of each month by the dated schedule. @see SPEC.md R5 */
function platformFees(batch: Batch, timeline: Timeline): Table {
  const start = columnOr(batch, 'platformFeeRatio', 0)
  const later = latestByMonth(batch.choices.platformFeeSteps, timeline, -1)
  return tableOf(timeline.months.length, batch.size, (m, s) => (later[m]! < 0 ? start[s]! : later[m]!))
}

/**
 * What is left of a dollar of the listing price: `(1 - platform) x (1 - payment) x (1 - proportional payout costs)`.
 * The platform fee counts only where the price is what the buyer pays; proportional payout costs are the
 * exchange fee and, in a pool, the pool's fee (not the slippage, which depends on the amount).
 * Example: platform 0.1, payment 0.02, exchange fee 0.002: 0.880236. @see SPEC.md R3
 */
export function keepRatio(batch: Batch): Float64Array {
  const payment = columnOr(batch, 'paymentFeeRatio', 0)
  const exchange = columnOr(batch, 'exchangeFeeRatio', 0)
  const pool = columnOr(batch, 'poolFeeRatio', 0)
  return columnOr(batch, 'platformFeeRatio', 0).map(
    (platform, s) => (1 - platform) * (1 - payment[s]!) * (1 - exchange[s]!) * (1 - pool[s]!),
  )
}
