/**
 * Depreciation as spreadsheets compute it (SLN, SYD, DB, DDB, VDB); by tax year it is in `depreciation-by-year.ts`.
 * All amounts in USD, all lives in periods (years, where the card's tax is concerned).
 * @see SPEC.md FN2 to FN6
 */
import { pow } from '../math.ts'
import { finiteResult, mustBeNumbers, numError, numbered } from './spreadsheet-error.ts'

function mustBeAsset(name: string, costUsd: number, salvageUsd: number, lifePeriods: number): void {
  mustBeNumbers(name, { costUsd, salvageUsd, lifePeriods })
  if (costUsd < 0) throw numError(name, `needs a cost of 0 or more, but was given ${costUsd}`)
  if (salvageUsd < 0) throw numError(name, `needs a salvage value of 0 or more, but was given ${salvageUsd}`)
  if (lifePeriods <= 0) throw numError(name, `needs a life above 0, but was given ${lifePeriods}`)
}

/**
 * The same allowance every period (SLN), in USD: (cost - salvage) / life. Negative where salvage exceeds cost.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a life of 0.
 * Example: `straightLine(30_000, 7_500, 10)` is 2,250.
 * @see SPEC.md FN2
 */
export function straightLine(costUsd: number, salvageUsd: number, lifePeriods: number): number {
  mustBeNumbers('straightLine', { costUsd, salvageUsd, lifePeriods })
  if (lifePeriods === 0) throw numError('straightLine', 'needs a life other than 0')
  return finiteResult('straightLine', (costUsd - salvageUsd) / lifePeriods)
}

/**
 * Sum of years' digits (SYD), in USD: (cost - salvage) (life - period + 1) 2 / (life (life + 1)).
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a life of 0 or less and a period outside 1 to life.
 * Example: `sumOfYears(30, 7, 10, 1)` is 4.1818.
 * @see SPEC.md FN3
 */
export function sumOfYears(costUsd: number, salvageUsd: number, lifePeriods: number, period: number): number {
  mustBeNumbers('sumOfYears', { costUsd, salvageUsd, lifePeriods, period })
  if (lifePeriods <= 0) throw numError('sumOfYears', `needs a life above 0, but was given ${lifePeriods}`)
  if (period < 1 || period > lifePeriods) {
    throw numError('sumOfYears', `needs a period from 1 to the life ${lifePeriods}, but was given ${period}`)
  }
  const digits = (lifePeriods * (lifePeriods + 1)) / 2
  return finiteResult('sumOfYears', ((costUsd - salvageUsd) * (lifePeriods - period + 1)) / digits)
}

/** The spreadsheets' DB rate: 1 - (salvage / cost)^(1 / life), rounded to three places. */
function fixedRate(costUsd: number, salvageUsd: number, lifePeriods: number): number {
  return Math.round((1 - pow(salvageUsd / costUsd, 1 / lifePeriods)) * 1000) / 1000
}

/**
 * Fixed-declining balance (DB), in USD: rate r = 1 - (salvage / cost)^(1 / life) rounded to three places as
 * spreadsheets do; period 1 has cost r month / 12, each later one (cost - taken so far) r, and where the first year is
 * short the one after the life has (cost - taken so far) r (12 - month) / 12. 0 where salvage is cost or more.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a negative cost or salvage, a life of 0 or less, a
 * month outside 1 to 12, a period that is not a whole number from 1 to the life (plus one after a short first year).
 * Example: `declining(1_000_000, 100_000, 6, 2)` is 217,239.
 * @see SPEC.md FN4
 */
export function declining(
  costUsd: number,
  salvageUsd: number,
  lifePeriods: number,
  period: number,
  monthsInFirstYear: number = 12,
): number {
  mustBeAsset('declining', costUsd, salvageUsd, lifePeriods)
  mustBeNumbers('declining', { period, monthsInFirstYear })
  if (!Number.isInteger(monthsInFirstYear) || monthsInFirstYear < 1 || monthsInFirstYear > 12) {
    throw numError('declining', `needs 1 to 12 months in the first year, but was given ${monthsInFirstYear}`)
  }
  const last = monthsInFirstYear === 12 ? lifePeriods : lifePeriods + 1
  if (!Number.isInteger(period) || period < 1 || period > last) {
    throw numError('declining', `needs a whole period from 1 to ${last}, but was given ${period}`)
  }
  if (salvageUsd >= costUsd) return 0
  const rate = fixedRate(costUsd, salvageUsd, lifePeriods)
  let allowance = (costUsd * rate * monthsInFirstYear) / 12
  let bookUsd = costUsd - allowance
  for (let at = 2; at <= period; at += 1) {
    const share = at > lifePeriods ? (12 - monthsInFirstYear) / 12 : 1
    allowance = bookUsd * rate * share
    bookUsd -= allowance
  }
  return allowance
}

/**
 * Declining balance at a multiple of the straight line (DDB), in USD, never below salvage: with rate
 * r = factor / life (1 at most) the book value before is cost (1 - r)^(period - 1), and the allowance is that times r,
 * or what is left above salvage. 0 where salvage is cost or more. `factor` 2 is "double".
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a negative cost or salvage, a life or factor of 0 or
 * less, a period outside 1 to life.
 * Example: `doubleDeclining(1_000_000, 100_000, 6, 1)` is 333,333.33.
 * @see SPEC.md FN5
 */
export function doubleDeclining(
  costUsd: number,
  salvageUsd: number,
  lifePeriods: number,
  period: number,
  factor: number = 2,
): number {
  mustBeAsset('doubleDeclining', costUsd, salvageUsd, lifePeriods)
  mustBeNumbers('doubleDeclining', { period, factor })
  if (factor <= 0) throw numError('doubleDeclining', `needs a factor above 0, but was given ${factor}`)
  if (period < 1 || period > lifePeriods) {
    throw numError(
      'doubleDeclining',
      `needs a period from 1 to the life ${lifePeriods}, but was given ${period}`,
    )
  }
  const rate = Math.min(1, factor / lifePeriods)
  const bookUsd = rate === 1 && period > 1 ? 0 : costUsd * pow(1 - rate, period - 1)
  return Math.min(bookUsd * rate, Math.max(0, bookUsd - salvageUsd))
}

/**
 * Declining balance between two points of the life (VDB), in USD: each period takes `factor / life` of the book value
 * or, once that is more, the straight line over the rest of the life; never below salvage; a part of a period takes
 * its part. With `stayDeclining` it never switches to the straight line.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a negative cost or salvage, a life or factor of 0 or
 * less, and bounds that are not `0 <= from <= to <= life`.
 * Example: `variableDeclining(2_400, 300, 10, 0, 1)` is 480.
 * @see SPEC.md FN6
 */
export function variableDeclining(
  costUsd: number,
  salvageUsd: number,
  lifePeriods: number,
  fromPeriod: number,
  toPeriod: number,
  factor: number = 2,
  stayDeclining: boolean = false,
): number {
  const name = 'variableDeclining'
  mustBeAsset(name, costUsd, salvageUsd, lifePeriods)
  mustBeNumbers(name, { fromPeriod, toPeriod, factor })
  if (factor <= 0) throw numError(name, `needs a factor above 0, but was given ${factor}`)
  if (!(fromPeriod >= 0 && fromPeriod <= toPeriod && toPeriod <= lifePeriods)) {
    throw numError(
      name,
      `needs 0 <= from <= to <= the life ${lifePeriods}, but was given ${fromPeriod} to ${toPeriod}`,
    )
  }
  const rate = Math.min(1, factor / lifePeriods)
  let bookUsd = costUsd
  let total = 0
  for (let before = 0; before < toPeriod; before += 1) {
    const length = Math.min(1, lifePeriods - before)
    const aboveSalvage = Math.max(0, bookUsd - salvageUsd)
    const straight = stayDeclining ? 0 : aboveSalvage / (lifePeriods - before)
    const perPeriod = Math.max(Math.min(bookUsd * rate, aboveSalvage), straight)
    const overlap = Math.min(toPeriod, before + length) - Math.max(fromPeriod, before)
    total += perPeriod * Math.max(0, overlap)
    bookUsd -= perPeriod * length
  }
  return numbered(name, () => total)
}

/**
 * Double declining with the switch to straight line in one whole period, in USD: `variableDeclining` from
 * `period - 1` to `period`. Throws as that does, and #NUM! for a period below 1.
 * Example: `doubleDecliningWithSwitch(10_000, 0, 5, 4)` is 1,080: the straight line 2,160 / 2 beats 2,160 x 0.4 = 864.
 * @see SPEC.md FN6
 */
export function doubleDecliningWithSwitch(
  costUsd: number,
  salvageUsd: number,
  lifePeriods: number,
  period: number,
  factor: number = 2,
): number {
  mustBeNumbers('doubleDecliningWithSwitch', { period })
  if (period < 1 || period > Math.ceil(lifePeriods)) {
    throw numError(
      'doubleDecliningWithSwitch',
      `needs a period from 1 to the life ${lifePeriods}, but was given ${period}`,
    )
  }
  return variableDeclining(
    costUsd,
    salvageUsd,
    lifePeriods,
    period - 1,
    Math.min(period, lifePeriods),
    factor,
  )
}
