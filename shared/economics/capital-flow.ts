/**
 * What moves capital after the first day: loan payments, planned replacements, collateral that comes back.
 * @see SPEC.md K5 to K7
 */
import { loanSchedule } from '../finance/loan.ts'
import type { Collateral } from './collateral.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import { sumInMonth } from './lists.ts'
import type { Table } from './table.ts'
import { emptyTable, tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'

export type CapitalFlow = {
  /** Drawn on the first day. */
  readonly loanDrawUsd: Float64Array
  /** Positive amounts: interest and repayment. */
  readonly loanPaymentUsd: Table
  readonly loanInterestUsd: Table
  readonly replacementUsd: Table
  /** Collateral back less loan payments and replacements. */
  readonly netUsd: Table
}

/** All of it by month. Example: see test/shared/economics/capital-flow.test.ts. @see SPEC.md K5 */
export function capitalFlowOf(batch: Batch, timeline: Timeline, collateral: Collateral): CapitalFlow {
  const months = timeline.months.length
  const loanPaymentUsd = emptyTable(months, batch.size)
  const loanInterestUsd = emptyTable(months, batch.size)
  const horizonMonths = column(batch, 'horizonMonths')
  if (batch.choices.loanKind === 'annuity') {
    for (let s = 0; s < batch.size; s += 1) {
      writeLoan(batch, s, horizonMonths[s]!, loanPaymentUsd, loanInterestUsd)
    }
  }
  const planned = sumInMonth(batch.choices.replacements, timeline, 1)
  const replacementUsd = tableOf(months, batch.size, (m, s) => (m < horizonMonths[s]! ? planned[m]! : 0))
  return {
    loanDrawUsd: columnOr(batch, 'loanUsd', 0),
    loanPaymentUsd,
    loanInterestUsd,
    replacementUsd,
    netUsd: tableOf(months, batch.size, (m, s) => {
      const cell = m * batch.size + s
      const paidUsd = loanPaymentUsd.values[cell]! + replacementUsd.values[cell]!
      return collateral.returnedUsd.values[cell]! - paidUsd
    }),
  }
}

/** At the last month of work the balance that is left is paid as well. @see SPEC.md K7 */
function writeLoan(
  batch: Batch,
  scenario: number,
  horizonMonths: number,
  paymentUsd: Table,
  interestUsd: Table,
): void {
  const schedule = loanSchedule({
    principalUsd: column(batch, 'loanUsd')[scenario]!,
    ratePerYear: column(batch, 'loanRatePerYear')[scenario]!,
    months: column(batch, 'loanMonths')[scenario]!,
  })
  for (let m = 0; m < Math.min(horizonMonths, schedule.length); m += 1) {
    const row = schedule[m]!
    const cell = m * batch.size + scenario
    const leftUsd = m === horizonMonths - 1 ? row.balanceUsd : 0
    interestUsd.values[cell] = row.interestUsd
    paymentUsd.values[cell] = row.interestUsd + row.principalUsd + leftUsd
  }
}
