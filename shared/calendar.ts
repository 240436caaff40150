/**
 * The real calendar (proleptic Gregorian) in whole days, without a clock and without a time zone.
 * A day is its number since 1970-01-01; a month is 'YYYY-MM'; years 0001 to 9999.
 * @see SPEC.md T3 to T5
 */

/** 'YYYY-MM', for example '2026-12'. */
export type Month = string
/** 'YYYY-MM-DD', for example '2026-12-31'. */
export type IsoDate = string

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const monthForm = /^(\d{4})-(\d{2})$/
const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days of a month given as numbers. A year is leap if 4 divides it, except centuries that 400 does not divide. */
function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (daysByMonth[month - 1] as number)
}

/** The months from 0000-01 to the given one: one integer per month, so that adding months is addition. */
function monthNumber(month: Month): number {
  const parts = parseMonth(month)
  return parts.year * 12 + parts.month - 1
}

function monthFromNumber(number: number): Month {
  const year = Math.floor(number / 12)
  if (!Number.isInteger(number) || year < 1 || year > 9999) {
    throw new RangeError(`months run from 0001-01 to 9999-12; number ${number} is outside`)
  }
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Days from 1970-01-01 to the first of a month: the year is taken to start in March, so that leap days come last. */
function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const monthsSinceMarch = (month + 9) % 12
  const daysBefore = Math.floor((153 * monthsSinceMarch + 2) / 5)
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + daysBefore + day - 719_469
}

/**
 * Year and month (1 to 12) of 'YYYY-MM'. Throws a RangeError naming what was given.
 * Example: `parseMonth('2026-12')` is `{ year: 2026, month: 12 }`.
 * @see SPEC.md T3
 */
export function parseMonth(month: Month): { readonly year: number; readonly month: number } {
  const match = monthForm.exec(month)
  const parts = { year: Number(match?.[1]), month: Number(match?.[2]) }
  if (match === null || parts.year < 1 || parts.month < 1 || parts.month > 12) {
    throw new RangeError(`expected a month such as 2026-12 (YYYY-MM), but was given "${month}"`)
  }
  return parts
}

/**
 * The month `offset` months after `start` (before it when negative).
 * Throws a RangeError for a malformed month, a broken offset and a result outside 0001-01 to 9999-12.
 * Example: `monthAt('2026-12', 1)` is `'2027-01'`.
 * @see SPEC.md T3
 */
export function monthAt(start: Month, offset: number): Month {
  return monthFromNumber(monthNumber(start) + offset)
}

/**
 * How many months `month` lies after `start`: the inverse of `monthAt`.
 * Throws a RangeError for a malformed month. Example: `monthsBetween('2026-12', '2027-02')` is `2`.
 * @see SPEC.md T3
 */
export function monthsBetween(start: Month, month: Month): number {
  return monthNumber(month) - monthNumber(start)
}

/**
 * Days in a month. Throws a RangeError for a malformed month. Example: `daysInMonth('2028-02')` is `29`.
 * @see SPEC.md T3
 */
export function daysInMonth(month: Month): number {
  const parts = parseMonth(month)
  return lengthOf(parts.year, parts.month)
}

/**
 * Days from 1970-01-01 to an ISO date. Throws a RangeError naming what was given, also for a day that no
 * calendar has. Example: `dayNumber('2000-01-01')` is `10957`.
 * @see SPEC.md T4
 */
export function dayNumber(date: IsoDate): number {
  const match = dateForm.exec(date)
  const year = Number(match?.[1])
  const month = Number(match?.[2])
  const day = Number(match?.[3])
  if (match === null || year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
    throw new RangeError(
      `expected a date of the calendar such as 2026-12-31 (YYYY-MM-DD), but was given "${date}"`,
    )
  }
  return dayNumberOf(year, month, day)
}

/**
 * The ISO date of a day number. Throws a RangeError for a broken number and outside 0001-01-01 to 9999-12-31.
 * Example: `isoDate(10957)` is `'2000-01-01'`.
 * @see SPEC.md T4
 */
export function isoDate(number: number): IsoDate {
  if (!Number.isInteger(number) || number < -719_162 || number > 2_932_896) {
    throw new RangeError(
      `days run from 0001-01-01 (-719162) to 9999-12-31 (2932896), but was given ${number}`,
    )
  }
  let year = 1970 + Math.floor(number / 365.2425)
  if (dayNumberOf(year, 1, 1) > number) year -= 1
  else if (year < 9999 && dayNumberOf(year + 1, 1, 1) <= number) year += 1
  let month = 12
  while (dayNumberOf(year, month, 1) > number) month -= 1
  const day = number - dayNumberOf(year, month, 1) + 1
  return `${monthFromNumber(year * 12 + month - 1)}-${String(day).padStart(2, '0')}`
}

/**
 * The weekday of a day number: 0 is Monday, 6 is Sunday (1970-01-01 was a Thursday).
 * Throws a RangeError for a broken number. Example: `weekdayOf(dayNumber('2026-11-21'))` is `5`, a Saturday.
 * @see SPEC.md T5
 */
export function weekdayOf(number: number): number {
  if (!Number.isInteger(number)) throw new RangeError(`expected a whole day number, but was given ${number}`)
  return (((number + 3) % 7) + 7) % 7
}

/**
 * How often each weekday falls in a month, Monday first; the seven counts add to the days of the month.
 * Throws a RangeError for a malformed month. Example: `weekdayCounts('2026-02')` is `[4, 4, 4, 4, 4, 4, 4]`.
 * @see SPEC.md T5
 */
export function weekdayCounts(month: Month): number[] {
  const counts = [4, 4, 4, 4, 4, 4, 4]
  const first = weekdayOf(firstDay(month))
  for (let extra = 0; extra < daysInMonth(month) - 28; extra += 1) {
    const weekday = (first + extra) % 7
    counts[weekday] = (counts[weekday] as number) + 1
  }
  return counts
}

/**
 * The month after the one that an ISO date lies in. Throws a RangeError for a malformed date.
 * Example: `nextMonth('2026-12-31')` is `'2027-01'`.
 * @see SPEC.md T3
 */
export function nextMonth(date: IsoDate): Month {
  dayNumber(date)
  return monthAt(date.slice(0, 7), 1)
}

/**
 * The day number of the first day of a month. Throws a RangeError for a malformed month.
 * Example: `isoDate(firstDay('2026-12'))` is `'2026-12-01'`.
 * @see SPEC.md T4
 */
export function firstDay(month: Month): number {
  const parts = parseMonth(month)
  return dayNumberOf(parts.year, parts.month, 1)
}

/**
 * The day number of the last day of a month. Throws a RangeError for a malformed month.
 * Example: `isoDate(lastDay('2028-02'))` is `'2028-02-29'`.
 * @see SPEC.md T4
 */
export function lastDay(month: Month): number {
  return firstDay(month) + daysInMonth(month) - 1
}
