/**
 * The monthly statement: what was earned, line by line, and what was banked. The lines sum to the net.
 * @see SPEC.md S1 to S4
 */
import type { CapitalFlow } from './capital-flow.ts'
import { capitalFlowOf } from './capital-flow.ts'
import type { Collateral } from './collateral.ts'
import { collateralOf } from './collateral.ts'
import { energyCostOf } from './energy-cost.ts'
import type { WallPower } from './energy.ts'
import { coolingRatio, rigEnergyKwh, wallPowerOf } from './energy.ts'
import type { Hours } from './hours.ts'
import { hoursOf } from './hours.ts'
import type { Income } from './income.ts'
import { incomeOf } from './income.ts'
import type { Batch } from './batch.ts'
import { column } from './batch.ts'
import { productByMonth } from './lists.ts'
import { downtimeCreditUsd, operatingCosts, penaltyUsd } from './operating.ts'
import type { Payouts } from './payout-table.ts'
import { payoutsOf } from './payout.ts'
import type { Table } from './table.ts'
import { cellOf, emptyTable, tableOf } from './table.ts'
import type { Tariff } from './tariff.ts'
import { tariffOf } from './tariff.ts'
import type { Tax } from './tax.ts'
import { taxOf } from './tax.ts'
import type { Timeline } from './timeline.ts'
import { timelineOf } from './timeline.ts'
import type { CardValue } from './wear.ts'
import { cardValueOf } from './wear.ts'

/**
 * The lines of the earned table in the order of the statement. Costs are negative amounts. A running line leaves or
 * reaches the account in the month that causes it; the others go through the payouts, or are tax.
 */
export const statementLines = [
  { key: 'usageUsd', label: 'Usage', isIncome: true, isRunning: false },
  { key: 'subsidyUsd', label: 'Subsidy', isIncome: true, isRunning: false },
  { key: 'alternativeUsd', label: 'Idle hours elsewhere', isIncome: true, isRunning: true },
  { key: 'heatCreditUsd', label: 'Heating saved', isIncome: true, isRunning: true },
  { key: 'platformFeeUsd', label: 'Platform fee', isIncome: false, isRunning: false },
  { key: 'paymentFeeUsd', label: 'Payment fee', isIncome: false, isRunning: false },
  { key: 'electricityUsd', label: 'Electricity', isIncome: false, isRunning: true },
  { key: 'coolingUsd', label: 'Cooling', isIncome: false, isRunning: true },
  { key: 'fixedChargeUsd', label: 'Meter charge', isIncome: false, isRunning: true },
  { key: 'peakChargeUsd', label: 'Peak charge', isIncome: false, isRunning: true },
  { key: 'consumablesUsd', label: 'Consumables', isIncome: false, isRunning: true },
  { key: 'trafficUsd', label: 'Traffic', isIncome: false, isRunning: true },
  { key: 'fixedOperatingUsd', label: 'Line, rent, insurance', isIncome: false, isRunning: true },
  { key: 'labourUsd', label: 'Own time', isIncome: false, isRunning: true },
  { key: 'repairsUsd', label: 'Repairs', isIncome: false, isRunning: true },
  { key: 'downtimeCreditUsd', label: 'Credits for downtime', isIncome: false, isRunning: true },
  { key: 'slashingUsd', label: 'Slashing', isIncome: false, isRunning: true },
  { key: 'penaltyUsd', label: 'Penalties, moving', isIncome: false, isRunning: true },
  { key: 'withdrawalFeeUsd', label: 'Payout fees', isIncome: false, isRunning: false },
  { key: 'saleCostUsd', label: 'Selling tokens', isIncome: false, isRunning: false },
  { key: 'taxUsd', label: 'Tax', isIncome: false, isRunning: false },
] as const

export type LineKey = (typeof statementLines)[number]['key']

export type Statement = {
  readonly batch: Batch
  readonly timeline: Timeline
  readonly hours: Hours
  readonly wall: WallPower
  /** What planned replacements leave of the watts, by month. */
  readonly wattsFactor: Float64Array
  readonly tariff: Tariff
  readonly coolingRatio: Table
  readonly income: Income
  readonly rigKwh: Table
  readonly collateral: Collateral
  readonly capitalFlow: CapitalFlow
  readonly tax: Tax
  readonly lines: Readonly<Record<LineKey, Table>>
  /** Sum of the lines but tax. */
  readonly netBeforeTaxUsd: Table
  /** Sum of the lines. */
  readonly netUsd: Table
  readonly payouts: Payouts
  /** What reached or left the owner's account: income banked, running lines, tax paid, capital flows. */
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
  const income = incomeOf(batch, timeline, hours)
  const payouts = payoutsOf(batch, timeline, income)
  const wattsFactor = productByMonth(batch.choices.replacements, timeline, 3)
  const rigKwh = rigEnergyKwh(batch, hours, wall, wattsFactor)
  const collateral = collateralOf(batch, timeline)
  const capitalFlow = capitalFlowOf(batch, timeline, collateral)
  const cardValue = cardValueOf(batch, hours)
  const energy = energyCostOf(batch, timeline, hours, wall, tariff, cooling, rigKwh, wattsFactor)

  const beforeTax: Record<Exclude<LineKey, 'taxUsd'>, Table> = {
    usageUsd: payouts.usageUsd,
    subsidyUsd: payouts.subsidyUsd,
    alternativeUsd: income.alternativeUsd,
    heatCreditUsd: energy.heatCreditUsd,
    platformFeeUsd: cost(payouts.platformFeeUsd),
    paymentFeeUsd: cost(payouts.paymentFeeUsd),
    electricityUsd: cost(energy.electricityUsd),
    coolingUsd: cost(energy.coolingUsd),
    fixedChargeUsd: cost(tariff.fixedChargeUsd),
    peakChargeUsd: cost(energy.peakChargeUsd),
    ...operatingCosts(batch, timeline, hours),
    downtimeCreditUsd: cost(downtimeCreditUsd(batch, hours, payouts.usageUsd)),
    slashingUsd: cost(collateral.slashingUsd),
    penaltyUsd: cost(penaltyUsd(batch, hours)),
    withdrawalFeeUsd: cost(payouts.withdrawalFeeUsd),
    saleCostUsd: cost(payouts.saleCostUsd),
  }
  const netBeforeTaxUsd = sumOf(Object.values(beforeTax))
  const runningUsd = sumOf(runningLines.map((key) => beforeTax[key]))
  const resaleUsd = resaleAtHorizonUsd(batch, cardValue)
  const tax = taxOf(batch, timeline, taxableUsd(batch, beforeTax, payouts, capitalFlow), resaleUsd)
  const taxUsd = cost(tax.accruedUsd)
  return {
    batch,
    timeline,
    hours,
    wall,
    wattsFactor,
    tariff,
    coolingRatio: cooling,
    income,
    rigKwh,
    collateral,
    capitalFlow,
    tax,
    lines: { ...beforeTax, taxUsd },
    netBeforeTaxUsd,
    netUsd: sumOf([netBeforeTaxUsd, taxUsd]),
    payouts,
    bankedUsd: sumOf([payouts.bankedUsd, runningUsd, cost(tax.paidUsd), capitalFlow.netUsd]),
    cardValue,
  }
}

/** Costs stand as negative amounts. */
function cost(table: Table): Table {
  return tableOf(table.months, table.scenarios, (m, s) => 0 - cellOf(table, m, s))
}

/** Tables of one shape, added in the order given. */
function sumOf(tables: readonly Table[]): Table {
  const [first] = tables
  const total = emptyTable(first!.months, first!.scenarios)
  for (const { values } of tables) {
    for (let i = 0; i < values.length; i += 1) total.values[i]! += values[i]!
  }
  return total
}

/** What the cards bring at the horizon after the cost of selling; null where capital is left out. */
function resaleAtHorizonUsd(batch: Batch, cardValue: CardValue | null): Float64Array | null {
  const isOutlayKnown = batch.choices.ownership === 'owned' || batch.columns.purchaseUsdPerGpu !== null
  if (cardValue === null || !isOutlayKnown) return null
  const saleCost = column(batch, 'saleCostRatio')
  return column(batch, 'horizonMonths').map(
    (horizon, s) => cellOf(cardValue.resaleUsd, horizon, s) * (1 - saleCost[s]!),
  )
}

/** What a month adds to the taxable income, before depreciation. @see SPEC.md TX1 */
function taxableUsd(
  batch: Batch,
  lines: Record<Exclude<LineKey, 'taxUsd'>, Table>,
  payouts: Payouts,
  capitalFlow: CapitalFlow,
): Table {
  const deducted = runningLines.filter((key) => key !== 'labourUsd' && key !== 'heatCreditUsd')
  const total = sumOf([
    payouts.paidUsd,
    payouts.saleGainUsd,
    lines.withdrawalFeeUsd,
    ...deducted.map((key) => lines[key]),
  ])
  return tableOf(total.months, batch.size, (m, s) => {
    const i = m * batch.size + s
    return total.values[i]! - capitalFlow.loanInterestUsd.values[i]! - payouts.lostPaidUsd.values[i]!
  })
}

type RunningLine = Extract<(typeof statementLines)[number], { isRunning: true }>['key']

/** Lines that leave or reach the account in the month that causes them. @see SPEC.md S3 */
export const runningLines: readonly RunningLine[] = statementLines
  .filter((line) => line.isRunning)
  .map(({ key }) => key)

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
