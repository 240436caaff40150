/**
 * A loan repaid in equal monthly payments.
 * @see SPEC.md FN12
 */
import { pmt } from './annuity.ts'
import { mustBeNumbers, numError } from './spreadsheet-error.ts'

export type LoanMonth = {
  readonly interestUsd: number
  readonly principalUsd: number
  /** Owed after the month's payment. */
  readonly balanceUsd: number
}

/**
 * Month by month what a loan costs: interest is the balance before the payment x ratePerYear / 12, the payment is the
 * same every month (`pmt`), the rest of it repays; the last month repays what is left, so that the balance ends at 0
 * exactly. All amounts are positive. A rate of 0 is a loan without interest.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a negative loan or rate, months that are not a whole
 * number of 1 or more.
 * Example: 1,200 over 12 months at 0 %: interest 0 and principal 100 every month.
 * @see SPEC.md FN12
 */
export function loanSchedule({
  principalUsd,
  ratePerYear,
  months,
}: {
  readonly principalUsd: number
  readonly ratePerYear: number
  readonly months: number
}): readonly LoanMonth[] {
  mustBeNumbers('loanSchedule', { principalUsd, ratePerYear, months })
  if (principalUsd < 0)
    throw numError('loanSchedule', `needs a loan of 0 or more, but was given ${principalUsd}`)
  if (ratePerYear < 0)
    throw numError('loanSchedule', `needs a rate of 0 or more, but was given ${ratePerYear}`)
  if (!Number.isInteger(months) || months < 1) {
    throw numError('loanSchedule', `needs a whole number of months from 1, but was given ${months}`)
  }
  const rate = ratePerYear / 12
  const paymentUsd = -pmt(rate, months, principalUsd)
  const rows: LoanMonth[] = []
  let owedUsd = principalUsd
  for (let month = 1; month <= months; month += 1) {
    const interestUsd = owedUsd * rate
    const repaidUsd = month === months ? owedUsd : Math.min(owedUsd, paymentUsd - interestUsd)
    owedUsd -= repaidUsd
    rows.push({ interestUsd, principalUsd: repaidUsd, balanceUsd: owedUsd })
  }
  return rows
}
