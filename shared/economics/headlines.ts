/**
 * The figures that decide, of one scenario of a statement.
 * @see SPEC.md N1 to N8
 */
import { isoDate } from '../calendar.ts'
import { pow } from '../math.ts'
import type { Capital } from './cash-flow.ts'
import { capitalOf, datedFlows, npvUsd, paybackMonths } from './cash-flow.ts'
import { column } from './inputs.ts'
import type { RateOfReturn } from './returns.ts'
import { xirr } from './returns.ts'
import type { LineKey, Statement } from './statement.ts'
import { firstYearMean, statementLines, valueLossUsdPerMonth, wearUsdPerMonth } from './statement.ts'
import { cellOf, seriesOf } from './table.ts'

export type Headlines = {
  /** Earned, mean of the first 12 months: usage + subsidy - all costs of running; before tax. */
  readonly netUsdPerMonth: number
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
  /** Listing price at which the first month of running equals selling now. */
  readonly exitRentUsdPerGpuHour: number | null
}

export type Decision = {
  readonly runUsd: number
  readonly sellUsd: number
  readonly leaveUsd: number
  /** Months of running after which selling is worth most: 0 is now, the horizon is "keep running". */
  readonly sellAfterMonths: number
  readonly horizonMonths: number
}

/** All headlines of one scenario. @see SPEC.md N1 */
export function headlinesOf(statement: Statement, scenario: number): Headlines {
  const { timeline, bankedUsd, payouts, hours, rigKwh } = statement
  const mean = (table: Parameters<typeof firstYearMean>[1]) => firstYearMean(statement, table, scenario)
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
  const marginRatio = netUsdPerMonth / grossUsdPerMonth
  const firstCashDay = payouts.firstCashDay[scenario]!
  return {
    netUsdPerMonth,
    grossUsdPerMonth,
    lineUsdPerMonth,
    marginRatio: Number.isFinite(marginRatio) ? marginRatio : null,
    valueLossUsdPerMonth: valueLossUsdPerMonth(statement, scenario),
    wearUsdPerMonth: wearUsdPerMonth(statement, scenario),
    npvUsd: npvUsd(statement, true)[scenario]!,
    npvWithCapital: capital !== null,
    rateOfReturn: capital === null ? null : xirr(datedFlows(statement, scenario, capital)),
    paybackMonths: capital === null ? null : paybackMonths(banked, capital.outlayUsd),
    worstMonth: { month: timeline.months[worst]!.month, bankedUsd: banked[worst]! },
    firstCashDate: firstCashDay === -1 ? null : isoDate(firstCashDay),
    lostUsd: seriesOf(payouts.lostUsd, scenario).reduce((total, amount) => total + amount, 0),
    decision:
      capital === null || statement.batch.choices.ownership !== 'owned'
        ? null
        : decisionOf(statement, scenario, capital, banked),
    rentedGpuHoursPerMonth: mean(hours.rentedGpuHours),
    rigKwhPerMonth: mean(rigKwh),
    exitRentUsdPerGpuHour: exitRentUsdPerGpuHour(statement, scenario)[0] ?? null,
  }
}

/**
 * run = PV(banked) + PV(resale with wear); sell = resale today; leave = PV(resale without wear), all after the
 * cost of selling and none with today's capital. When to sell: the month k (0 to the horizon) that maximises
 * PV(banked to k) + PV(what is on its way, and resale, after k); at the horizon that is running. @see SPEC.md N6, N7
 */
function decisionOf(
  statement: Statement,
  scenario: number,
  capital: Capital,
  banked: readonly number[],
): Decision | null {
  const { batch, timeline, cardValue, payouts } = statement
  if (cardValue === null) return null
  const rate = column(batch, 'discountRatePerYear')[scenario]!
  const afterCost = 1 - column(batch, 'saleCostRatio')[scenario]!
  const horizon = column(batch, 'horizonMonths')[scenario]!
  const present = (amountUsd: number, month: number) =>
    amountUsd / pow(1 + rate, (timeline.months[month]!.lastDay - timeline.firstDay) / 365)
  const sellUsd = cellOf(cardValue.resaleUsd, 0, scenario) * afterCost
  const runUsd =
    banked.reduce((total, amount, m) => total + present(amount, m), 0) +
    present(capital.resaleUsd, horizon - 1)
  let flowsUsd = 0
  let sellAfterMonths = 0
  let bestUsd = sellUsd
  for (let m = 0; m < horizon; m += 1) {
    flowsUsd += present(banked[m]!, m)
    const onItsWayUsd = cellOf(payouts.pipelineUsd, m, scenario)
    const resaleUsd = cellOf(cardValue.resaleUsd, m + 1, scenario) * afterCost
    const here = m === horizon - 1 ? runUsd : flowsUsd + present(onItsWayUsd + resaleUsd, m)
    if (here > bestUsd) {
      bestUsd = here
      sellAfterMonths = m + 1
    }
  }
  return {
    runUsd,
    sellUsd,
    leaveUsd: present(cellOf(cardValue.unwornResaleUsd, horizon, scenario) * afterCost, horizon - 1),
    sellAfterMonths,
    horizonMonths: horizon,
  }
}

/**
 * The listing price at which one more month of running equals selling at its start, by month of work:
 * `net(m) + resale(m + 1) / (1 + rate)^(1 / 12) = resale(m)`, resale after the cost of selling, payout and selling
 * costs as they are. Null where the card's prices are unknown, and in months without a rented hour.
 * Example: 100 rented hours, keep 0.9, other costs $10, resale falling by $26 in present value: $0.40.
 * @see SPEC.md P6
 */
export function exitRentUsdPerGpuHour(statement: Statement, scenario: number): (number | null)[] {
  const { batch, timeline, cardValue, hours, lines, netUsd, income } = statement
  if (cardValue === null) return timeline.months.map(() => null)
  const afterCost = 1 - column(batch, 'saleCostRatio')[scenario]!
  const monthFactor = pow(1 + column(batch, 'discountRatePerYear')[scenario]!, 1 / 12)
  const keep = (1 - income.platformFeeRatio[scenario]!) * (1 - income.paymentFeeRatio[scenario]!)
  const feeLines = ['usageUsd', 'platformFeeUsd', 'paymentFeeUsd'] as const
  return timeline.months.map((_, m) => {
    const perPriceUsd = cellOf(hours.rentedGpuHours, m, scenario) * keep
    let otherUsd = cellOf(netUsd, m, scenario)
    for (const key of feeLines) otherUsd -= cellOf(lines[key], m, scenario)
    const heldUsd = (t: number) => cellOf(cardValue.resaleUsd, t, scenario) * afterCost
    const rent = (heldUsd(m) - heldUsd(m + 1) / monthFactor - otherUsd) / perPriceUsd
    return Number.isFinite(rent) ? rent : null
  })
}
