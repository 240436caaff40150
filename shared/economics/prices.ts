/**
 * Listing prices to type into a market, and what an hour costs.
 * All are prices as the listing's basis says: cost / keep.
 * @see SPEC.md P1 to P6
 */
import type { BreakEven, BreakEvenTarget } from './break-even.ts'
import { breakEvensOf } from './break-even.ts'
import { capitalOf, isCapitalKnown } from './cash-flow.ts'
import { heatWorthUsdPerKwh } from './energy-cost.ts'
import { coolingRatio, wallPowerOf } from './energy.ts'
import { hoursMarked } from './hours.ts'
import { keepRatio } from './income.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf, column } from './batch.ts'
import { pow } from '../math.ts'
import { byMonthOfYear } from './lists.ts'
import type { LineKey, Statement } from './statement.ts'
import { runningLines, statementOf } from './statement.ts'
import { cellOf, tableOf } from './table.ts'
import type { Tariff } from './tariff.ts'
import { tariffOf } from './tariff.ts'
import { readTiers, tierPrice } from './tiers.ts'
import { timelineOf } from './timeline.ts'

/** A floor by tariff hour class, over the first year. */
export type Floor = { readonly cheapest: number; readonly mean: number; readonly dearest: number }

export type PowerFloor = {
  /** Against the rig standing idle but on: what a marginal job must bring. */
  readonly againstIdleUsdPerGpuHour: Floor
  /** Against the rig switched off. */
  readonly againstOffUsdPerGpuHour: Floor
  /** Against off in heating months, where its heat is used. */
  readonly winterUsdPerGpuHour: number | null
  readonly keepRatio: number
}

/**
 * `((wall(rented) - wall(baseline)) x (1 + cooling) / 1000 / GPUs x tariff + consumables + traffic) / keep`
 * at the cheapest, the hour-weighted mean and the dearest offered hour of the first year.
 * Example: 1 GPU, 436 W against 86 W idle, no cooling, $0.30, keep 0.9: $0.11666... @see SPEC.md P1
 */
export function powerFloorOf(inputs: ResolvedInputs): PowerFloor {
  const batch = batchOf(inputs, 1)
  const timeline = timelineOf(batch)
  const wall = wallPowerOf(batch)
  const tariff = tariffOf(batch, timeline)
  const cooling = coolingRatio(batch, timeline)
  const offeredHours = hoursMarked(batch.choices.offeredWeek, 'O', timeline)
  const months = Math.min(12, column(batch, 'horizonMonths')[0]!)
  const perHourUsd =
    column(batch, 'consumablesUsdPerRentedGpuHour')[0]! +
    column(batch, 'trafficGigabytesPerRentedGpuHour')[0]! * column(batch, 'trafficUsdPerGigabyte')[0]!
  const keep = keepRatio(batch)[0]!
  const gpus = column(batch, 'gpuCount')[0]!
  const classes = batch.choices.tariffKind === 'tiered' ? [meanOfTiers(inputs)] : tariff.classes

  let cheapest = Infinity
  let dearest = -Infinity
  let total = 0
  let totalHours = 0
  for (let m = 0; m < months; m += 1) {
    for (const each of classes) {
      const hours = each.shareRatio[m]! * offeredHours[m]!
      if (hours === 0) continue
      const usdPerKwh = cellOf(each.usdPerKwh, m, 0) * (1 + cellOf(cooling, m, 0))
      cheapest = Math.min(cheapest, usdPerKwh)
      dearest = Math.max(dearest, usdPerKwh)
      total += usdPerKwh * hours
      totalHours += hours
    }
  }
  const floor = (watts: number, besideUsd: number): Floor => {
    const price = (usdPerKwh: number) => ((watts / 1000 / gpus) * usdPerKwh + besideUsd) / keep
    return { cheapest: price(cheapest), mean: price(total / totalHours), dearest: price(dearest) }
  }
  const againstOffUsdPerGpuHour = floor(wall.rentedWatts[0]!, perHourUsd)
  return {
    againstIdleUsdPerGpuHour: floor(
      wall.rentedWatts[0]! - wall.idleWatts[0]!,
      perHourUsd + column(batch, 'alternativeUsdPerIdleGpuHour')[0]!,
    ),
    againstOffUsdPerGpuHour,
    winterUsdPerGpuHour:
      batch.choices.heatUse === 'not used'
        ? null
        : againstOffUsdPerGpuHour.mean -
          ((wall.rentedWatts[0]! / 1000 / gpus) * heatWorthUsdPerKwh(batch)[0]!) / keep,
    keepRatio: keep,
  }
}

/** Tiers depend on the month's kWh: here those of a rig that is rented in all its up hours. @see SPEC.md P1 */
function meanOfTiers(inputs: ResolvedInputs): Tariff['classes'][number] {
  const numbers = { rentalUtilizationRatio: 1, priceUsdPerGpuHour: 0, rampUpMonths: 0 }
  const choices = {
    ...inputs.choices,
    utilizationByMonth: '',
    solarSurplus: 'none',
    solarSurplusKwhByMonth: '',
  }
  const full = statementOf(batchOf({ ...withNumbers(inputs, numbers), choices }, 1))
  const { rigKwh, lines, timeline, tariff } = full
  const tiers = readTiers(inputs.choices.tariffTiers)
  const houseKwh = byMonthOfYear(inputs.choices.houseKwhByMonth, timeline)
  const usdPerKwh = tableOf(timeline.months.length, 1, (m) => {
    const kwh = cellOf(rigKwh, m, 0)
    if (kwh !== 0) return -cellOf(lines.electricityUsd, m, 0) / kwh
    return tierPrice(tiers, houseKwh[m]!) * cellOf(tariff.usdPerCurrencyUnit, m, 0)
  })
  return { letter: 'tiered', usdPerKwh, shareRatio: new Float64Array(timeline.months.length).fill(1) }
}

export type PricesAtUtilization = {
  readonly rentalUtilizationRatio: number
  /** First-year earned net before tax = value lost through load: below it, off is better. */
  readonly toBeatOff: BreakEven
  /** First-year earned net before tax = 0. */
  readonly cashBreakEven: BreakEven
  /** NPV = 0 with the token flat and no subsidy, resale in; null where capital is unknown. */
  readonly fullCost: BreakEven | null
  /** PV(costs - resale) / PV(rented GPU-hours); null where capital is unknown and without a rented hour. */
  readonly levelized: Levelized | null
  /** Mean power floor against off + other avoidable costs per rented GPU-hour; null without a rented hour. */
  readonly shutdownUsdPerGpuHour: number | null
}

export type Levelized = { readonly nominalUsdPerGpuHour: number; readonly realUsdPerGpuHour: number }

/** Closer together where rents really lie than 65 even steps to $100 would be. @see SPEC.md P2 */
const pricesLookedAt = [0, 0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.8, 3.2, 6, 12, 25, 50, 100]

function priceAt(inputs: ResolvedInputs, ...targets: readonly BreakEvenTarget[]): BreakEven[] {
  return breakEvensOf(inputs, 'priceUsdPerGpuHour', targets, pricesLookedAt)
}

/** All prices that depend on the rented share, at one share above 0. @see SPEC.md P2 to P5 */
export function pricesAt(
  inputs: ResolvedInputs,
  rentalUtilizationRatio: number,
  floor: PowerFloor,
): PricesAtUtilization {
  const at = withNumbers(inputs, { rentalUtilizationRatio })
  const bare = beforeTax(withNumbers(at, { priceUsdPerGpuHour: 0, ...noSubsidy }))
  const statement = statementOf(batchOf(bare, 1))
  const avoidableUsd = avoidablePerHourUsd(statement)
  const [toBeatOff, cashBreakEven] = priceAt(at, 'first-year net and wear', 'first-year net') as [
    BreakEven,
    BreakEven,
  ]
  return {
    rentalUtilizationRatio,
    toBeatOff,
    cashBreakEven,
    fullCost: isCapitalKnown(inputs) ? fullCostAt(inputs, rentalUtilizationRatio) : null,
    levelized: levelizedOf(statement),
    shutdownUsdPerGpuHour:
      avoidableUsd === null ? null : floor.againstOffUsdPerGpuHour.mean + avoidableUsd / floor.keepRatio,
  }
}

/** The price at which the NPV is 0 with the token flat and no subsidy. @see SPEC.md P3 */
export function fullCostAt(inputs: ResolvedInputs, rentalUtilizationRatio: number): BreakEven {
  const bare = withoutPath(withNumbers(inputs, { rentalUtilizationRatio, ...noSubsidy }))
  return priceAt(bare, 'npv')[0]!
}

export const noSubsidy = {
  subsidyUsdPerRentedGpuHour: 0,
  subsidyUsdPerUpGpuHour: 0,
  subsidyTokensPerRentedGpuHour: 0,
  subsidyTokensPerUpGpuHour: 0,
  emissionTokensPerMonth: 0,
}

/** The same inputs with a flat token: neither change nor jumps. @see SPEC.md V5 */
export function withoutPath(inputs: ResolvedInputs): ResolvedInputs {
  const flat = withNumbers(inputs, { tokenYearlyChangeRatio: 0 })
  return { ...flat, choices: { ...flat.choices, tokenPriceJumps: '' } }
}

/** The same inputs before tax. @see SPEC.md TX6 */
function beforeTax(inputs: ResolvedInputs): ResolvedInputs {
  const untaxed = withNumbers(inputs, { taxRateRatio: null })
  return { ...untaxed, choices: { ...untaxed.choices, taxTreatment: 'before tax' } }
}

/** The same inputs with some numbers replaced. */
export function withNumbers(
  inputs: ResolvedInputs,
  numbers: Partial<ResolvedInputs['numbers']>,
): ResolvedInputs {
  return { ...inputs, numbers: { ...inputs.numbers, ...numbers } }
}

/**
 * Nominal: both present values at the discount rate; real: the hours at `(1 + rate) / (1 + inflation) - 1`.
 * Example: cost 110 and 100 hours, both a year from now, at 10 %: nominal $1.10; at inflation 10 % real $1.00.
 * @see SPEC.md P4
 */
function levelizedOf(statement: Statement): Levelized | null {
  const capital = capitalOf(statement, 0)
  if (capital === null) return null
  const { batch, timeline, hours, lines } = statement
  const rate = column(batch, 'discountRatePerYear')[0]!
  const realRate = (1 + rate) / (1 + column(batch, 'inflationPerYear')[0]!) - 1
  const horizon = column(batch, 'horizonMonths')[0]!
  const years = (month: number) => (timeline.months[month]!.lastDay - timeline.firstDay) / 365
  let costs = capital.outlayUsd - capital.resaleUsd / pow(1 + rate, years(horizon - 1))
  let nominalHours = 0
  let realHours = 0
  for (let m = 0; m < horizon; m += 1) {
    let operating = 0
    for (const key of levelizedLines) operating -= lines[key].values[m]!
    costs += operating / pow(1 + rate, years(m))
    nominalHours += hours.rentedGpuHours.values[m]! / pow(1 + rate, years(m))
    realHours += hours.rentedGpuHours.values[m]! / pow(1 + realRate, years(m))
  }
  const levelized = { nominalUsdPerGpuHour: costs / nominalHours, realUsdPerGpuHour: costs / realHours }
  return Object.values(levelized).every(Number.isFinite) ? levelized : null
}

/** Credits for downtime are a share of the income, which a cost does not know. @see SPEC.md P7 */
export const levelizedLines = runningLines.filter((key) => key !== 'downtimeCreditUsd')

const avoidableLines = [
  'fixedChargeUsd',
  'peakChargeUsd',
  'fixedOperatingUsd',
  'labourUsd',
  'repairsUsd',
] as const satisfies readonly LineKey[]

/**
 * Costs beside power that end when the rig is switched off, per rented GPU-hour of the horizon; null without such
 * an hour. @see SPEC.md P5
 */
function avoidablePerHourUsd(statement: Statement): number | null {
  let costs = 0
  let rentedGpuHours = 0
  statement.hours.rentedGpuHours.values.forEach((gpuHours, m) => {
    for (const key of avoidableLines) costs -= statement.lines[key].values[m]!
    rentedGpuHours += gpuHours
  })
  const perHourUsd = costs / rentedGpuHours
  return Number.isFinite(perHourUsd) ? perHourUsd : null
}
