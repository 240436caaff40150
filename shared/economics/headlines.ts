/**
 * The figures that decide, of one scenario of a statement.
 * @see SPEC.md N1 to N8
 */
import { isoDate } from '../calendar.ts'
import { pow } from '../math.ts'
import { capitalOf, datedFlows, firstDayUsd, npvUsd, paybackMonths } from './cash-flow.ts'
import type { Decision } from './decision.ts'
import { decisionOf } from './decision.ts'
import { column } from './batch.ts'
import type { RateOfReturn } from '../finance/returns.ts'
import { xirr } from '../finance/returns.ts'
import type { LineKey, Statement } from './statement.ts'
import { firstYearMean, statementLines, valueLossUsdPerMonth, wearUsdPerMonth } from './statement.ts'
import type { Table } from './table.ts'
import { cellOf, seriesOf, tableOf } from './table.ts'

export type Headlines = {
  /** Earned, mean of the first 12 months: all lines; before tax where no rate is given. */
  readonly netUsdPerMonth: number
  readonly netBeforeTaxUsdPerMonth: number
  readonly isTaxed: boolean
  readonly grossUsdPerMonth: number
  readonly lineUsdPerMonth: Readonly<Record<LineKey, number>>
  /** Net over gross; null without gross. */
  readonly marginRatio: number | null
  readonly valueLossUsdPerMonth: number | null
  readonly wearUsdPerMonth: number | null
  /** With capital where it is known, else of the running flows alone. */
  readonly npvUsd: number
  readonly npvWithCapital: boolean
  readonly rateOfReturn: RateOfReturn | null
  readonly paybackMonths: number | null
  /** The month of work in which least was banked. */
  readonly worstMonth: { readonly month: string; readonly bankedUsd: number }
  readonly firstCashDate: string | null
  readonly lostUsd: number
  /** Of an owned card; null where its prices are unknown, or where it would be bought. */
  readonly decision: Decision | null
  readonly rentedGpuHoursPerMonth: number
  readonly rigKwhPerMonth: number
  /** Contracts' part of the first year's usage; null without usage. */
  readonly contractedShareRatio: number | null
  readonly exposure: Exposure
  /** Net per month over the rig's watts at the wall while rented. */
  readonly netUsdPerMonthPerWallWatt: number | null
  /** Net over rented GPU-hours x TFLOPS; null where the speed is unknown or nothing is rented. */
  readonly netUsdPerTeraflopHour: number | null
  /** Tax paid on tokens that were worth less when they were sold; null before tax. */
  readonly taxOnFallenTokensUsd: number | null
  /** Listing price at which the first month of running equals selling now. */
  readonly exitRentUsdPerGpuHour: number | null
}

export type Exposure = {
  readonly peakUsd: number
  readonly meanUsd: number
  /** Null where nobody gave a chance of failure. */
  readonly expectedLossUsdPerYear: number | null
}

/** All headlines of one scenario. @see SPEC.md N1 */
export function headlinesOf(statement: Statement, scenario: number): Headlines {
  const { timeline, bankedUsd, payouts, hours, rigKwh } = statement
  const mean = (table: Table) => firstYearMean(statement, table, scenario)
  const capital = capitalOf(statement, scenario)
  const banked = seriesOf(bankedUsd, scenario)
  const lineUsdPerMonth = {} as Record<LineKey, number>
  for (const { key } of statementLines) lineUsdPerMonth[key] = mean(statement.lines[key])
  const grossUsdPerMonth = lineUsdPerMonth.usageUsd + lineUsdPerMonth.subsidyUsd
  const netUsdPerMonth = mean(statement.netUsd)
  const horizon = column(statement.batch, 'horizonMonths')[scenario]!
  const worst = banked
    .slice(0, horizon)
    .reduce((least, amount, m) => (amount < banked[least]! ? m : least), 0)
  const firstCashDay = payouts.firstCashDay[scenario]!
  const rentedGpuHoursPerMonth = mean(hours.rentedGpuHours)
  const teraflops = statement.batch.columns.teraflopsPerGpu?.[scenario] ?? null
  return {
    netUsdPerMonth,
    netBeforeTaxUsdPerMonth: mean(statement.netBeforeTaxUsd),
    isTaxed: statement.batch.choices.taxTreatment === 'taxed',
    grossUsdPerMonth,
    lineUsdPerMonth,
    marginRatio: finiteOrNull(netUsdPerMonth / grossUsdPerMonth),
    valueLossUsdPerMonth: valueLossUsdPerMonth(statement, scenario),
    wearUsdPerMonth: wearUsdPerMonth(statement, scenario),
    npvUsd: npvUsd(statement, true)[scenario]!,
    npvWithCapital: capital !== null,
    rateOfReturn: capital === null ? null : xirr(datedFlows(statement, scenario, capital)),
    paybackMonths:
      capital === null ? null : paybackMonths(banked, capital.outlayUsd - firstDayUsd(statement, scenario)),
    worstMonth: { month: timeline.months[worst]!.month, bankedUsd: banked[worst]! },
    firstCashDate: firstCashDay === -1 ? null : isoDate(firstCashDay),
    lostUsd: seriesOf(payouts.lostUsd, scenario).reduce((total, amount) => total + amount, 0),
    decision:
      capital === null || statement.batch.choices.ownership !== 'owned'
        ? null
        : decisionOf(statement, scenario, capital, banked),
    contractedShareRatio: contractedShareRatio(statement, scenario),
    exposure: exposureOf(statement, scenario),
    netUsdPerMonthPerWallWatt: finiteOrNull(netUsdPerMonth / statement.wall.rentedWatts[scenario]!),
    netUsdPerTeraflopHour:
      teraflops === null ? null : finiteOrNull(netUsdPerMonth / (rentedGpuHoursPerMonth * teraflops)),
    taxOnFallenTokensUsd:
      statement.batch.choices.taxTreatment === 'taxed'
        ? statement.tax.rateRatio[scenario]! * payouts.fellUsd[scenario]!
        : null,
    rentedGpuHoursPerMonth,
    rigKwhPerMonth: mean(rigKwh),
    exitRentUsdPerGpuHour: exitRentUsdPerGpuHour(statement, scenario)[0] ?? null,
  }
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** Before fees, mean of the first year. Example: $60 of contracts in $100 of usage: 0.6. @see SPEC.md N8 */
function contractedShareRatio(statement: Statement, scenario: number): number | null {
  const { usageUsd } = statement.lines
  const { contractedRatio } = statement.income
  const contractedUsd = tableOf(
    usageUsd.months,
    usageUsd.scenarios,
    (m, s) => cellOf(usageUsd, m, s) * cellOf(contractedRatio, m, s),
  )
  const mean = (table: Table) => firstYearMean(statement, table, scenario)
  return finiteOrNull(mean(contractedUsd) / mean(usageUsd))
}

/**
 * What the network holds of yours, month by month: balance and held tokens, and collateral. Example: a balance of $40
 * all year beside $1,000 of collateral, 5 % a year: $1,040 at most, $52 expected a year. @see SPEC.md N8
 */
function exposureOf({ batch, payouts, collateral }: Statement, scenario: number): Exposure {
  const horizon = column(batch, 'horizonMonths')[scenario]!
  const chance = batch.columns.defaultProbabilityPerYear?.[scenario] ?? null
  let peakUsd = 0
  let totalUsd = 0
  for (let m = 0; m < horizon; m += 1) {
    const inNetworkUsd = cellOf(payouts.pipelineUsd, m, scenario) - cellOf(payouts.underWayUsd, m, scenario)
    const usd = inNetworkUsd + cellOf(collateral.valueUsd, m, scenario)
    peakUsd = Math.max(peakUsd, usd)
    totalUsd += usd
  }
  const meanUsd = totalUsd / horizon
  return { peakUsd, meanUsd, expectedLossUsdPerYear: chance === null ? null : meanUsd * chance }
}

/**
 * The listing price at which one more month of running equals selling at its start, by month of work:
 * `net(m) + resale(m + 1) / (1 + rate)^(1 / 12) = resale(m)`, resale after the cost of selling, payout and selling
 * costs as they are. Null where the card's prices are unknown, and in months without a rented hour.
 * Example: 100 rented hours, keep 0.9, other costs $10, resale falling by $26 in present value: $0.40.
 * @see SPEC.md P6
 */
export function exitRentUsdPerGpuHour(statement: Statement, scenario: number): (number | null)[] {
  const { batch, timeline, cardValue, hours, lines, netBeforeTaxUsd, income } = statement
  if (cardValue === null) return timeline.months.map(() => null)
  const afterCost = 1 - column(batch, 'saleCostRatio')[scenario]!
  const monthFactor = pow(1 + column(batch, 'discountRatePerYear')[scenario]!, 1 / 12)
  const feeLines = ['usageUsd', 'platformFeeUsd', 'paymentFeeUsd'] as const
  return timeline.months.map((_, m) => {
    const keep = (1 - cellOf(income.platformFeeRatio, m, scenario)) * (1 - income.paymentFeeRatio[scenario]!)
    const perPriceUsd = cellOf(hours.rentedGpuHours, m, scenario) * keep
    let otherUsd = cellOf(netBeforeTaxUsd, m, scenario)
    for (const key of feeLines) otherUsd -= cellOf(lines[key], m, scenario)
    const heldUsd = (t: number) => cellOf(cardValue.resaleUsd, t, scenario) * afterCost
    const rent = (heldUsd(m) - heldUsd(m + 1) / monthFactor - otherUsd) / perPriceUsd
    return Number.isFinite(rent) ? rent : null
  })
}
