/**
 * The time value of money as spreadsheets compute it, all from one equation over `periods` equal periods:
 * present (1 + r)^n + payment (1 + r d) ((1 + r)^n - 1) / r + future = 0, d = 1 for payments at the start of a period,
 * else 0. Money received is +, paid is -. A rate is per period (0.01 is 1 %).
 * @see SPEC.md FN9 and FN10
 */
import { pow, sum } from '../math.ts'
import { growthLessOne, logOfGrowth } from './growth.ts'
import { mustBeNumbers, numError, numbered } from './spreadsheet-error.ts'

/** When in its period a payment is made. */
export type Due = 'end' | 'start'

/** (1 + r)^n */
const growth = (rate: number, periods: number): number => pow(1 + rate, periods)

/** Value at the end of n periods of 1 paid in each: ((1 + r)^n - 1) / r, with r d of interest where paid at the start. */
function ofOnes(rate: number, periods: number, due: Due): number {
  if (rate === 0) return periods
  return (growthLessOne(periods * logOfGrowth(rate)) / rate) * (due === 'start' ? 1 + rate : 1)
}

function mustBeRate(name: string, rate: number): void {
  if (!(rate > -1)) throw numError(name, `needs a rate above -1, but was given ${rate}`)
}

function mustBePeriod(name: string, period: number, periods: number): void {
  if (period < 1 || period > periods) {
    throw numError(name, `needs a period from 1 to ${periods}, but was given ${period}`)
  }
}

/**
 * Future value (FV), in the payments' unit: -(present (1 + r)^n + payment x the sum of n growths).
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a rate of -1 or less and results too large.
 * Example: `fv(0.01, 12, -1_000)` is 12,682.50.
 * @see SPEC.md FN9
 */
export function fv(
  rate: number,
  periods: number,
  payment: number,
  present: number = 0,
  due: Due = 'end',
): number {
  mustBeNumbers('fv', { rate, periods, payment, present })
  mustBeRate('fv', rate)
  return numbered('fv', () => -(present * growth(rate, periods) + payment * ofOnes(rate, periods, due)))
}

/**
 * Present value (PV), in the payments' unit: -(future + payment x the sum of n growths) / (1 + r)^n.
 * Throws as `fv` does. Example: `pv(0.07, 20, 12_000)` is -127,128.17.
 * @see SPEC.md FN9
 */
export function pv(
  rate: number,
  periods: number,
  payment: number,
  future: number = 0,
  due: Due = 'end',
): number {
  mustBeNumbers('pv', { rate, periods, payment, future })
  mustBeRate('pv', rate)
  return numbered('pv', () => -(future + payment * ofOnes(rate, periods, due)) / growth(rate, periods))
}

/**
 * The payment of each period (PMT): -(present (1 + r)^n + future) / the sum of n growths.
 * Throws as `fv` does, and #NUM! for no periods. Example: `pmt(0.08 / 12, 60, 15_000)` is -304.15.
 * @see SPEC.md FN9
 */
export function pmt(
  rate: number,
  periods: number,
  present: number,
  future: number = 0,
  due: Due = 'end',
): number {
  mustBeNumbers('pmt', { rate, periods, present, future })
  mustBeRate('pmt', rate)
  if (periods === 0) throw numError('pmt', 'needs a number of periods other than 0')
  return numbered('pmt', () => -(present * growth(rate, periods) + future) / ofOnes(rate, periods, due))
}

/**
 * The part of payment `period` that is interest (IPMT): r x the balance before it; at the start of period 1 none, and
 * later ones discounted by one period, as spreadsheets do. Throws as `pmt` does, and #NUM! for a period outside 1 to n.
 * Example: `ipmt(0.1 / 12, 1, 24, 100_000)` is -833.33.
 * @see SPEC.md FN10
 */
export function ipmt(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future: number = 0,
  due: Due = 'end',
): number {
  mustBeNumbers('ipmt', { rate, period, periods, present, future })
  mustBePeriod('ipmt', period, periods)
  const payment = pmt(rate, periods, present, future, due)
  if (due === 'start' && period === 1) return 0
  const balance = fv(rate, period - 1, payment, present, due)
  return numbered('ipmt', () => (due === 'start' ? (balance / (1 + rate)) * rate : balance * rate))
}

/**
 * The part of payment `period` that repays (PPMT): payment - interest. Throws as `ipmt` does.
 * Example: `ppmt(0.1 / 12, 1, 24, 2_000)` is -75.62.
 * @see SPEC.md FN10
 */
export function ppmt(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future: number = 0,
  due: Due = 'end',
): number {
  return pmt(rate, periods, present, future, due) - ipmt(rate, period, periods, present, future, due)
}

/**
 * How many periods (NPER), a broken number where it must be: log(1 + g) / log(1 + r) with
 * g = -(present + future) r / (present r + payment (1 + r d)); at rate 0 it is -(present + future) / payment.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! where no number of periods gets there.
 * Example: `nper(0, -2_000, 0, 100_000)` is 50.
 * @see SPEC.md FN9
 */
export function nper(
  rate: number,
  payment: number,
  present: number,
  future: number = 0,
  due: Due = 'end',
): number {
  mustBeNumbers('nper', { rate, payment, present, future })
  mustBeRate('nper', rate)
  if (present + future === 0) return 0
  // Below this a rate changes no digit of the answer, but would lose those of the quotient.
  if (Math.abs(rate) < 1e-18) {
    if (payment === 0) throw numError('nper', 'never gets there without interest and payments')
    return numbered('nper', () => -(present + future) / payment)
  }
  const paid = payment * (due === 'start' ? 1 + rate : 1)
  const growthNeeded = (-(present + future) * rate) / (present * rate + paid)
  if (!(growthNeeded > -1) || !Number.isFinite(growthNeeded)) {
    throw numError('nper', 'never gets there: these payments do not carry the present to the future value')
  }
  return numbered('nper', () => logOfGrowth(growthNeeded) / logOfGrowth(rate))
}

/** Whole periods from `first` to `last`, of a loan: what CUMIPMT and CUMPRINC ask for. */
function mustBeLoanSpan(
  name: string,
  rate: number,
  periods: number,
  present: number,
  first: number,
  last: number,
): void {
  mustBeNumbers(name, { rate, periods, present, first, last })
  if (rate <= 0 || periods <= 0 || present <= 0) {
    throw numError(
      name,
      `needs a rate, a number of periods and a loan above 0, but was given ${rate}, ${periods}, ${present}`,
    )
  }
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first || last > periods) {
    throw numError(
      name,
      `needs whole periods 1 <= first <= last <= ${periods}, but was given ${first} to ${last}`,
    )
  }
}

const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/**
 * Interest paid from period `first` to `last` of a loan (CUMIPMT), negative: the sum of `ipmt`.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a rate, loan or term of 0 or less, broken periods.
 * Example: `cumulativeInterest(0.1 / 12, 360, 100_000, 13, 24)` is -9,916.77.
 * @see SPEC.md FN10
 */
export function cumulativeInterest(
  rate: number,
  periods: number,
  present: number,
  first: number,
  last: number,
  due: Due = 'end',
): number {
  mustBeLoanSpan('cumulativeInterest', rate, periods, present, first, last)
  return sum(span(first, last).map((period) => ipmt(rate, period, periods, present, 0, due)))
}

/**
 * Principal repaid from period `first` to `last` of a loan (CUMPRINC), negative: the sum of `ppmt`.
 * Throws as `cumulativeInterest` does. Example: `cumulativePrincipal(0.1 / 12, 360, 100_000, 13, 24)` is -614.09.
 * @see SPEC.md FN10
 */
export function cumulativePrincipal(
  rate: number,
  periods: number,
  present: number,
  first: number,
  last: number,
  due: Due = 'end',
): number {
  mustBeLoanSpan('cumulativePrincipal', rate, periods, present, first, last)
  return sum(span(first, last).map((period) => ppmt(rate, period, periods, present, 0, due)))
}
