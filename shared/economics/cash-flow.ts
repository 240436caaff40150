/**
 * Dated flows of one scenario, and what follows from them: NPV, IRR, payback.
 * @see SPEC.md K1 to K4
 */
import { pow } from '../math.ts'
import type { DatedFlow } from '../finance/returns.ts'
import type { ResolvedInputs } from './inputs.ts'
import { column } from './batch.ts'
import type { Statement } from './statement.ts'
import { cellOf, seriesOf } from './table.ts'
import { saleTaxUsd } from './tax.ts'

export type Capital = {
  /** What the cards cost on day 0: the purchase, or what selling them today would bring. */
  readonly outlayUsd: number
  /** What selling them at the horizon brings, after the cost of selling. */
  readonly resaleUsd: number
}

/**
 * Capital at stake, or null where a price is unknown. Owned: today's sale price after the cost of selling and tax.
 * @see SPEC.md K1
 */
export function capitalOf(statement: Statement, scenario: number): Capital | null {
  const { batch, cardValue } = statement
  if (cardValue === null) return null
  const afterCost = 1 - column(batch, 'saleCostRatio')[scenario]!
  const horizon = column(batch, 'horizonMonths')[scenario]!
  const resaleUsd = cellOf(cardValue.resaleUsd, horizon, scenario) * afterCost
  if (batch.choices.ownership === 'owned') {
    const todayUsd = cellOf(cardValue.resaleUsd, 0, scenario) * afterCost
    const taxUsd = saleTaxUsd(statement.tax, scenario, todayUsd, cellOf(statement.tax.bookUsd, 0, scenario))
    return { outlayUsd: todayUsd - taxUsd, resaleUsd }
  }
  const purchase = batch.columns.purchaseUsdPerGpu?.[scenario]
  if (purchase === undefined) return null
  return { outlayUsd: purchase * column(batch, 'gpuCount')[scenario]!, resaleUsd }
}

/** Whether the inputs give the card's prices. Example: not while the resale price today is unknown. @see SPEC.md W2 */
export function isCapitalKnown({ numbers, choices }: Pick<ResolvedInputs, 'numbers' | 'choices'>): boolean {
  const later = numbers.resaleIn12MonthsUsdPerGpu !== null || choices.resaleCurve !== ''
  const outlay = choices.ownership === 'owned' || numbers.purchaseUsdPerGpu !== null
  return numbers.resaleTodayUsdPerGpu !== null && later && outlay
}

/** What moves on the first day beside the outlay: the loan's draw in, the collateral out. @see SPEC.md K6 */
export function firstDayUsd(statement: Statement, scenario: number): number {
  return statement.capitalFlow.loanDrawUsd[scenario]! - statement.collateral.lockedUsd[scenario]!
}

/**
 * Flows as anybody can check them in a spreadsheet: day 0 the outlay (0 where capital is left out), loan and collateral, the last day
 * of each month what was banked, the last day of the horizon the resale. @see SPEC.md K2
 */
export function datedFlows(statement: Statement, scenario: number, capital: Capital | null): DatedFlow[] {
  const { months, firstDay } = statement.timeline
  const outlayUsd = capital === null ? 0 : capital.outlayUsd
  const flows: DatedFlow[] = [
    { dayNumber: firstDay, amountUsd: firstDayUsd(statement, scenario) - outlayUsd },
  ]
  seriesOf(statement.bankedUsd, scenario).forEach((amountUsd, m) => {
    if (amountUsd !== 0) flows.push({ dayNumber: months[m]!.lastDay, amountUsd })
  })
  if (capital !== null) {
    const horizon = column(statement.batch, 'horizonMonths')[scenario]!
    flows.push({ dayNumber: months[horizon - 1]!.lastDay, amountUsd: capital.resaleUsd })
  }
  return flows
}

/**
 * NPV of each scenario at its own discount rate, Act/365 from the first day of the start month; with capital
 * where it is known, else of the banked flows alone. Equal to XNPV of `datedFlows`. @see SPEC.md K3
 */
export function npvUsd(statement: Statement, withCapital: boolean): Float64Array {
  const { batch, timeline, bankedUsd } = statement
  const rate = column(batch, 'discountRatePerYear')
  const horizon = column(batch, 'horizonMonths')
  return Float64Array.from({ length: batch.size }, (_, s) => {
    const factor = (month: number) =>
      pow(1 + rate[s]!, (timeline.months[month]!.lastDay - timeline.firstDay) / 365)
    let total = firstDayUsd(statement, s)
    for (let m = 0; m < bankedUsd.months; m += 1) {
      const amount = bankedUsd.values[m * batch.size + s]!
      if (amount !== 0) total += amount / factor(m)
    }
    const capital = withCapital ? capitalOf(statement, s) : null
    return capital === null ? total : total - capital.outlayUsd + capital.resaleUsd / factor(horizon[s]! - 1)
  })
}

/**
 * Months until the outlay has come back for good: the earliest moment, linear within its month, from which the
 * cumulative banked cash (without resale) never falls below zero again; null where that never comes.
 * Example: outlay 150, banked 100 a month: 1.5. @see SPEC.md K4
 */
export function paybackMonths(bankedUsd: readonly number[], outlayUsd: number): number | null {
  let cumulative = -outlayUsd
  let payback: number | null = cumulative >= 0 ? 0 : null
  bankedUsd.forEach((amount, month) => {
    const before = cumulative
    cumulative += amount
    if (cumulative < 0) payback = null
    else if (before < 0) payback = month + -before / amount
  })
  return payback
}
