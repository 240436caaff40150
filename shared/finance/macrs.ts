/**
 * MACRS, the depreciation of US federal tax (IRS Publication 946, appendix A), in the printed tables' digits.
 * @see SPEC.md FN7
 */
import { mustBeNumbers, numError } from './spreadsheet-error.ts'

export const macrsClassesYears = [3, 5, 7, 10, 15, 20] as const

export type MacrsClassYears = (typeof macrsClassesYears)[number]

/** When in its first year the property counts as placed in service: the middle of the year or of a quarter. */
export type MacrsConvention =
  | 'half-year'
  | 'mid-quarter 1'
  | 'mid-quarter 2'
  | 'mid-quarter 3'
  | 'mid-quarter 4'

/** Eighths of the first year that count. */
const firstYearEighths: { readonly [convention in MacrsConvention]: number } = {
  'half-year': 4,
  'mid-quarter 1': 7,
  'mid-quarter 2': 5,
  'mid-quarter 3': 3,
  'mid-quarter 4': 1,
}

const isClass = (lifeYears: number): lifeYears is MacrsClassYears =>
  macrsClassesYears.some((known) => known === lifeYears)

/** `numerator / denominator` to the nearest whole number, halves up: both whole and positive. */
const nearest = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))

/**
 * Share of the cost of tax year 1, 2, ... (life + 1 of them; they sum to 1). Declining balance at 200 % (classes of 3 to
 * 10 years) or 150 % (15 and 20) of the straight line, switching to the straight line over the rest of the life where
 * that is more; each year rounded as the tables print it (four places, five for 20 years) and taken from the rounded
 * rest, in whole numbers. Throws a RangeError (#NUM!) for another class.
 * Example: `macrsPercentages(5)` is 0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576.
 * @see SPEC.md FN7
 */
export function macrsPercentages(
  classYears: number,
  convention: MacrsConvention = 'half-year',
): readonly number[] {
  mustBeNumbers('macrs', { classYears })
  if (!isClass(classYears)) {
    throw numError(
      'macrs',
      `knows classes of ${macrsClassesYears.join(', ')} years, but was given ${classYears}`,
    )
  }
  const whole = classYears === 20 ? 100_000 : 10_000
  // The rate is twice-rate / (2 class): 200 % is 4, 150 % is 3.
  const twiceRate = classYears >= 15 ? 3 : 4
  const shares: number[] = []
  let rest = whole
  let eighthsLeft = classYears * 8
  for (let year = 1; year <= classYears + 1; year += 1) {
    const eighths = year === 1 ? firstYearEighths[convention] : Math.min(8, eighthsLeft)
    const straight = [rest * eighths, eighthsLeft] as const
    const falling = [rest * twiceRate * eighths, classYears * 16] as const
    const [numerator, denominator] = straight[0] * falling[1] > falling[0] * straight[1] ? straight : falling
    const share = eighthsLeft <= 8 && year > 1 ? rest : nearest(numerator, denominator)
    shares.push(share / whole)
    rest -= share
    eighthsLeft -= eighths
  }
  return shares
}

/**
 * `macrsPercentages` under the half-year convention, which applies unless over 40 % of a year's purchases fall into its
 * last quarter. Throws a RangeError (#NUM!) for a class other than 3, 5, 7, 10, 15, 20.
 * Example: `macrsHalfYear(7)` begins 0.1429, 0.2449, 0.1749.
 * @see SPEC.md FN7
 */
export function macrsHalfYear(classYears: number): readonly number[] {
  return macrsPercentages(classYears, 'half-year')
}

/**
 * USD of tax year `year` (from 1) under the half-year convention: cost x share, 0 after the last year.
 * Throws a RangeError (#VALUE!, #NUM!) for a negative cost, a year below 1 or not whole, another class.
 * Example: `macrsAllowanceUsd(10_000, 5, 2)` is 3,200.
 * @see SPEC.md FN7
 */
export function macrsAllowanceUsd(costUsd: number, classYears: number, year: number): number {
  mustBeNumbers('macrs', { costUsd, year })
  if (costUsd < 0) throw numError('macrs', `needs a cost of 0 or more, but was given ${costUsd}`)
  if (!Number.isInteger(year) || year < 1)
    throw numError('macrs', `needs a whole year from 1, but was given ${year}`)
  return costUsd * (macrsHalfYear(classYears)[year - 1] ?? 0)
}
