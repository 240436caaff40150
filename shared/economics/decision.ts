/**
 * What to do with an owned card: run it, sell it, leave it off.
 * @see SPEC.md N6, N7, TX6
 */
import { pow } from '../math.ts'
import type { Capital } from './cash-flow.ts'
import { firstDayUsd } from './cash-flow.ts'
import { column } from './batch.ts'
import type { Statement } from './statement.ts'
import { cellOf } from './table.ts'
import { saleTaxUsd } from './tax.ts'

export type Decision = {
  readonly runUsd: number
  readonly sellUsd: number
  readonly leaveUsd: number
  /** Months of running after which selling is worth most: 0 is now, the horizon is "keep running". */
  readonly sellAfterMonths: number
  readonly horizonMonths: number
  /** What selling before the horizon would still owe or get back, and is left out of `sellAfterMonths`. */
  readonly leftOutBefore: readonly ('loan' | 'collateral' | 'tax')[]
}

/**
 * run = PV(banked) + PV(resale with wear) + loan draw - collateral; sell = resale today; leave = PV(resale without
 * wear), all after the cost of selling and its tax, and none with today's capital. When to sell: the month k (0 to the
 * horizon) that maximises PV(banked to k) + PV(what is on its way, and resale, after k); at the horizon that is running.
 * Example: see test/shared/economics/headlines.test.ts. @see SPEC.md N6, N7, TX6
 */
export function decisionOf(
  statement: Statement,
  scenario: number,
  capital: Capital,
  banked: readonly number[],
): Decision | null {
  const { batch, timeline, cardValue, payouts, tax } = statement
  if (cardValue === null) return null
  const rate = column(batch, 'discountRatePerYear')[scenario]!
  const afterCost = 1 - column(batch, 'saleCostRatio')[scenario]!
  const horizon = column(batch, 'horizonMonths')[scenario]!
  const present = (amountUsd: number, month: number) =>
    amountUsd / pow(1 + rate, (timeline.months[month]!.lastDay - timeline.firstDay) / 365)
  const soldUsd = (priceUsd: number, monthsRun: number) =>
    priceUsd - saleTaxUsd(tax, scenario, priceUsd, cellOf(tax.bookUsd, monthsRun, scenario))
  const startUsd = firstDayUsd(statement, scenario)
  const sellUsd = soldUsd(cellOf(cardValue.resaleUsd, 0, scenario) * afterCost, 0)
  const runUsd =
    banked.reduce((total, amount, m) => total + present(amount, m), startUsd) +
    present(capital.resaleUsd, horizon - 1)
  let flowsUsd = startUsd
  let sellAfterMonths = 0
  let bestUsd = sellUsd
  for (let m = 0; m < horizon; m += 1) {
    flowsUsd += present(banked[m]!, m)
    const onItsWayUsd = cellOf(payouts.pipelineUsd, m, scenario)
    const resaleUsd = soldUsd(cellOf(cardValue.resaleUsd, m + 1, scenario) * afterCost, m + 1)
    const here = m === horizon - 1 ? runUsd : flowsUsd + present(onItsWayUsd + resaleUsd, m)
    if (here > bestUsd) {
      bestUsd = here
      sellAfterMonths = m + 1
    }
  }
  const leftUsd = cellOf(cardValue.unwornResaleUsd, horizon, scenario) * afterCost
  return {
    runUsd,
    sellUsd,
    leaveUsd: present(soldUsd(leftUsd, horizon), horizon - 1),
    sellAfterMonths,
    horizonMonths: horizon,
    leftOutBefore: [
      ...(batch.choices.loanKind === 'none' ? [] : (['loan'] as const)),
      ...(batch.choices.collateralKind === 'none' ? [] : (['collateral'] as const)),
      ...(batch.choices.taxTreatment === 'before tax' ? [] : (['tax'] as const)),
    ],
  }
}
