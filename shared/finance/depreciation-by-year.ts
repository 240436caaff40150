/**
 * The one door to depreciation for tax: what may be written off in tax year 1, 2, ...
 * @see SPEC.md FN8
 */
import { doubleDecliningWithSwitch, straightLine, sumOfYears } from './depreciation.ts'
import { macrsAllowanceUsd, macrsHalfYear } from './macrs.ts'
import { mustBeNumbers, numError } from './spreadsheet-error.ts'

export const depreciationMethods = [
  'none',
  'straight line',
  'sum of years',
  'declining',
  'double declining',
  'macrs',
] as const

export type DepreciationMethod = (typeof depreciationMethods)[number]

export type Depreciation = {
  readonly method: DepreciationMethod
  readonly costUsd: number
  /** What the asset is expected to be worth at the end of its life; MACRS ignores it. */
  readonly salvageUsd: number
  /** For MACRS its class: 3, 5, 7, 10, 15 or 20. */
  readonly lifeYears: number
  /** How many tax years are asked for. */
  readonly years: number
}

function mustBeDepreciation({ costUsd, salvageUsd, lifeYears, years }: Depreciation): void {
  const name = 'depreciationByYear'
  mustBeNumbers(name, { costUsd, salvageUsd, lifeYears, years })
  if (costUsd < 0) throw numError(name, `needs a cost of 0 or more, but was given ${costUsd}`)
  if (salvageUsd < 0) throw numError(name, `needs a salvage value of 0 or more, but was given ${salvageUsd}`)
  if (lifeYears <= 0) throw numError(name, `needs a life above 0 years, but was given ${lifeYears}`)
  if (!Number.isInteger(years) || years < 0) {
    throw numError(name, `needs a whole number of years, but was given ${years}`)
  }
}

/** The tax year that takes whatever is left, or infinity where no year does. */
function lastYear(method: DepreciationMethod, lifeYears: number): number {
  if (method === 'none' || method === 'declining') return Number.POSITIVE_INFINITY
  return method === 'macrs' ? macrsHalfYear(lifeYears).length : Math.ceil(lifeYears)
}

/** Of a year before the last one; `bookUsd` is the book value at its start. */
function allowanceOfYear(given: Depreciation, year: number, bookUsd: number): number {
  const { method, costUsd, salvageUsd, lifeYears } = given
  switch (method) {
    case 'none':
      return 0
    case 'straight line':
      return straightLine(costUsd, salvageUsd, lifeYears)
    case 'sum of years':
      return sumOfYears(costUsd, salvageUsd, lifeYears, year)
    case 'declining':
      return bookUsd / Math.max(1, lifeYears)
    case 'double declining':
      return doubleDecliningWithSwitch(costUsd, salvageUsd, lifeYears, year)
    case 'macrs':
      return macrsAllowanceUsd(costUsd, lifeYears, year)
  }
}

/**
 * USD that may be written off in tax year 1, 2, ..., `years`, each a full year but for MACRS, whose first is half.
 * Never negative; the sum never exceeds cost - salvage (for MACRS the cost). 'declining' takes 1 / life of the falling
 * book value and goes on after the life; 'double declining' is 2 / life with the switch to straight line; after the
 * life the others give 0. Where salvage is cost or more there is nothing to write off: 0.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a negative cost or salvage, a life of 0 or less,
 * years that are not a whole number, an unknown MACRS class.
 * Example: method 'straight line', cost 3,000, salvage 600, life 4, 5 years: 600, 600, 600, 600, 0.
 * @see SPEC.md FN8
 */
export function depreciationByYear(given: Depreciation): readonly number[] {
  mustBeDepreciation(given)
  const { method, costUsd, lifeYears, years } = given
  const last = lastYear(method, lifeYears)
  const salvageUsd = method === 'macrs' ? 0 : given.salvageUsd
  let bookUsd = costUsd
  const allowances: number[] = []
  for (let year = 1; year <= years; year += 1) {
    const left = Math.max(0, bookUsd - salvageUsd)
    const allowance =
      left === 0 || year >= last ? left : Math.min(left, allowanceOfYear(given, year, bookUsd))
    allowances.push(allowance)
    bookUsd -= allowance
  }
  return allowances
}
