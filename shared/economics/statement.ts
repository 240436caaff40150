/**
 * The monthly statement: what was earned, line by line, and what was banked. The lines sum to the net.
 * @see SPEC.md S1 to S4
 */
import type { WallPower } from './energy.ts'
import { coolingRatio, rigEnergyKwh, wallPowerOf } from './energy.ts'
import type { Hours } from './hours.ts'
import { hoursOf } from './hours.ts'
import type { Income } from './income.ts'
import { incomeOf } from './income.ts'
import type { Batch } from './inputs.ts'
import { column } from './inputs.ts'
import type { Payouts } from './payout.ts'
import { payoutsOf } from './payout.ts'
import type { Table } from './table.ts'
import { cellOf, emptyTable, tableOf } from './table.ts'
import type { Tariff } from './tariff.ts'
import { tariffOf } from './tariff.ts'
import type { Timeline } from './timeline.ts'
import { timelineOf } from './timeline.ts'
import type { CardValue } from './wear.ts'
import { cardValueOf, repairsUsd } from './wear.ts'

/** The lines of the earned table in the order of the statement. Costs are negative amounts. */
export const statementLines = [
  { key: 'usageUsd', label: 'Usage', isIncome: true },
  { key: 'subsidyUsd', label: 'Subsidy', isIncome: true },
  { key: 'platformFeeUsd', label: 'Platform fee', isIncome: false },
  { key: 'paymentFeeUsd', label: 'Payment fee', isIncome: false },
  { key: 'electricityUsd', label: 'Electricity', isIncome: false },
  { key: 'coolingUsd', label: 'Cooling', isIncome: false },
  { key: 'fixedChargeUsd', label: 'Meter charge', isIncome: false },
  { key: 'consumablesUsd', label: 'Consumables', isIncome: false },
  { key: 'trafficUsd', label: 'Traffic', isIncome: false },
  { key: 'fixedOperatingUsd', label: 'Line, insurance, rent', isIncome: false },
  { key: 'labourUsd', label: 'Own time', isIncome: false },
  { key: 'repairsUsd', label: 'Repairs', isIncome: false },
  { key: 'withdrawalFeeUsd', label: 'Payout fees', isIncome: false },
  { key: 'saleCostUsd', label: 'Selling tokens', isIncome: false },
] as const

export type LineKey = (typeof statementLines)[number]['key']

export type Statement = {
  readonly batch: Batch
  readonly timeline: Timeline
  readonly hours: Hours
  readonly wall: WallPower
  readonly tariff: Tariff
  readonly coolingRatio: Table
  readonly income: Income
  readonly rigKwh: Table
  readonly lines: Readonly<Record<LineKey, Table>>
  /** Sum of the lines. */
  readonly netUsd: Table
  readonly payouts: Payouts
  /** What reached or left the owner's account: income banked less operating costs. */
  readonly bankedUsd: Table
  readonly cardValue: CardValue | null
}

/** The whole statement of a batch. @see SPEC.md S1 */
export function statementOf(batch: Batch): Statement {
  const timeline = timelineOf(batch)
  const hours = hoursOf(batch, timeline)
  const wall = wallPowerOf(batch)
  const tariff = tariffOf(batch, timeline)
  const cooling = coolingRatio(batch, timeline)
  const income = incomeOf(batch, hours)
  const payouts = payoutsOf(batch, timeline, income)
  const rigKwh = rigEnergyKwh(batch, hours, wall)
  const months = timeline.months.length
  const { size } = batch
  const horizonMonths = column(batch, 'horizonMonths')
  const of = (cell: (index: number, scenario: number, month: number) => number) =>
    tableOf(months, size, (m, s) => cell(m * size + s, s, m))
  const cost = (table: Table) => of((i) => 0 - table.values[i]!)
  const perRentedGpuHour = (usd: (scenario: number) => number) =>
    of((i, s) => 0 - hours.rentedGpuHours.values[i]! * usd(s))
  const perMonth = (usd: (scenario: number) => number) =>
    of((_, s, m) => (m < horizonMonths[s]! ? 0 - usd(s) : 0))
  const number = {
    consumables: column(batch, 'consumablesUsdPerRentedGpuHour'),
    gigabytes: column(batch, 'trafficGigabytesPerRentedGpuHour'),
    perGigabyte: column(batch, 'trafficUsdPerGigabyte'),
    fixed: column(batch, 'fixedOperatingUsdPerMonth'),
    labourHours: column(batch, 'labourHoursPerMonth'),
    labourUsd: column(batch, 'labourUsdPerHour'),
  }
  const electricityUsd = of((i) => 0 - rigKwh.values[i]! * tariff.meanUsdPerKwh.values[i]!)

  const lines: Record<LineKey, Table> = {
    usageUsd: payouts.usageUsd,
    subsidyUsd: payouts.subsidyUsd,
    platformFeeUsd: cost(payouts.platformFeeUsd),
    paymentFeeUsd: cost(payouts.paymentFeeUsd),
    electricityUsd,
    coolingUsd: of((i) => electricityUsd.values[i]! * cooling.values[i]!),
    fixedChargeUsd: cost(tariff.fixedChargeUsd),
    consumablesUsd: perRentedGpuHour((s) => number.consumables[s]!),
    trafficUsd: perRentedGpuHour((s) => number.gigabytes[s]! * number.perGigabyte[s]!),
    fixedOperatingUsd: perMonth((s) => number.fixed[s]!),
    labourUsd: perMonth((s) => number.labourHours[s]! * number.labourUsd[s]!),
    repairsUsd: cost(repairsUsd(batch, timeline)),
    withdrawalFeeUsd: cost(payouts.withdrawalFeeUsd),
    saleCostUsd: cost(payouts.saleCostUsd),
  }
  const sumOf = (keys: readonly LineKey[]) => {
    const total = emptyTable(months, size)
    for (const key of keys) {
      const { values } = lines[key]
      for (let i = 0; i < values.length; i += 1) total.values[i]! += values[i]!
    }
    return total
  }
  const operatingUsd = sumOf(operatingLines)
  return {
    batch,
    timeline,
    hours,
    wall,
    tariff,
    coolingRatio: cooling,
    income,
    rigKwh,
    lines,
    netUsd: sumOf(statementLines.map((line) => line.key)),
    payouts,
    bankedUsd: of((i) => payouts.bankedUsd.values[i]! + operatingUsd.values[i]!),
    cardValue: cardValueOf(batch, hours),
  }
}

/** Costs that leave the account in the month that causes them. */
export const operatingLines = [
  'electricityUsd',
  'coolingUsd',
  'fixedChargeUsd',
  'consumablesUsd',
  'trafficUsd',
  'fixedOperatingUsd',
  'labourUsd',
  'repairsUsd',
] as const satisfies readonly LineKey[]

/** Months that the monthly headlines average over: 12, or the horizon where it is shorter. @see SPEC.md N1 */
export function firstYearMonths(statement: Statement, scenario: number): number {
  return Math.min(12, column(statement.batch, 'horizonMonths')[scenario]!)
}

/** Mean of a table's first year. Example: 10, 20, 30 over a horizon of 3 months: 20. @see SPEC.md N1 */
export function firstYearMean(statement: Statement, table: Table, scenario: number): number {
  const months = firstYearMonths(statement, scenario)
  let total = 0
  for (let m = 0; m < months; m += 1) total += table.values[m * table.scenarios + scenario]!
  return total / months
}

/**
 * Value that the cards lose a month through load alone, mean of the first year; null where the card's prices or
 * its wear are unknown. Example: unworn $600 and worn $576 after 12 months: $2 a month. @see SPEC.md N3
 */
export function wearUsdPerMonth(statement: Statement, scenario: number): number | null {
  const { cardValue } = statement
  if (cardValue === null || statement.batch.columns.wearPer1000LoadHoursRatio === null) return null
  const months = firstYearMonths(statement, scenario)
  const unworn = cellOf(cardValue.unwornResaleUsd, months, scenario)
  return (unworn - cellOf(cardValue.resaleUsd, months, scenario)) / months
}

/** Value that the cards lose a month through age and load, mean of the first year; null where prices are unknown. @see SPEC.md N3 */
export function valueLossUsdPerMonth(statement: Statement, scenario: number): number | null {
  const { cardValue } = statement
  if (cardValue === null) return null
  const months = firstYearMonths(statement, scenario)
  return (cellOf(cardValue.resaleUsd, 0, scenario) - cellOf(cardValue.resaleUsd, months, scenario)) / months
}
