/** Days of one column, read as written: the order of day and month is shown by the column or asked. @see SPEC.md IM8 */
import { dayNumber, isoDate } from '../calendar.ts'
import type { IsoDate } from '../calendar.ts'
import { quoted } from '../units.ts'
import type { Question, Refusal } from './import-limits.ts'
import { rowInWords } from './listing.ts'
import type { Cell, Table } from './table.ts'

/** Null lets the column decide, or ask. */
export type DateOrder = 'day first' | 'month first' | null

/** A time of day behind a date says nothing about the day; one with an offset from UTC might, and is not taken. */
const yearFirst =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z| ?UTC|\+00:?00)?)?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const secondsForm = /^[1-9]\d{8,9}(?:\.\d{1,6})?$/
const millisecondsForm = /^[1-9]\d{11,12}$/
const expectedDate =
  'a date such as 2026-12-31, 31.12.2026 or 12/31/2026, or seconds or milliseconds since 1970'

const two = (part: number): string => String(part).padStart(2, '0')

function calendarDate(year: number, month: number, day: number): IsoDate | null {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  try {
    dayNumber(date)
    return date
  } catch {
    return null
  }
}

/** What one text shows about its column: the order, or that it can be both. */
function orderShownBy(text: string): DateOrder | 'either' {
  const [, first, separator, second] = yearLast.exec(text.trim()) ?? []
  if (first === undefined || Number(first) > 31 || Number(second) > 31) return null
  // No country writes the month first with points.
  if (separator === '.' || Number(first) > 12) return 'day first'
  if (Number(second) > 12) return 'month first'
  return first === second ? null : 'either'
}

/**
 * Whether days or months come first in a column of dates such as 03/04/2026: as chosen, else as its texts show (a part
 * above 12, or points), else null where it makes no difference. Texts that show both are refused; where every one can
 * be both, it asks. Example: `'03/04/2026'` and `'13/04/2026'` are day first. @see SPEC.md IM8
 */
export function dateOrderOf(
  table: Table,
  column: number,
  chosen: DateOrder,
): { readonly kind: 'order'; readonly order: DateOrder } | Question | Refusal {
  if (chosen !== null) return { kind: 'order', order: chosen }
  const name = quoted(table.header[column]!)
  const seen: { 'day first'?: number; 'month first'?: number; either?: { line: number; text: string } } = {}
  for (const { line, cells } of table.rows) {
    const text = String(cells[column])
    const order = orderShownBy(text)
    if (order === 'either') seen.either ??= { line, text }
    else if (order !== null) seen[order] ??= line
  }
  const { 'day first': day, 'month first': month, either } = seen
  if (day !== undefined && month !== undefined)
    return {
      kind: 'refused',
      message:
        `Column ${name} writes dates in two orders: the day first on ${rowInWords(table, day)}, ` +
        `the month first on ${rowInWords(table, month)}. Choose the order; lines in the other are then left out.`,
      line: Math.max(day, month),
      column: column + 1,
    }
  if (day !== undefined) return { kind: 'order', order: 'day first' }
  if (month !== undefined) return { kind: 'order', order: 'month first' }
  if (either === undefined) return { kind: 'order', order: null }
  return {
    kind: 'asks',
    about: 'date order',
    question: `Column ${name}, ${rowInWords(table, either.line)}: is ${quoted(either.text)} written with the day or the month first?`,
    column: table.header[column]!,
    line: either.line,
    choices: ['day first', 'month first'],
  }
}

/**
 * The day that a cell names, in UTC, or what was expected. Seconds since 1970 have 9 or 10 digits before the point,
 * milliseconds 12 or 13; eight digits are year, month and day.
 * Example: `dateInCell('31.12.2026', null)` and `dateInCell('1798675200', null)` are `'2026-12-31'`.
 * @see SPEC.md IM8
 */
export function dateInCell(cell: Cell, order: DateOrder): IsoDate | { readonly expected: string } {
  const text = String(cell).trim()
  const wrong = { expected: expectedDate }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const ahead = yearFirst.exec(text)
  const behind = yearLast.exec(text)
  if (compact !== null)
    return calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3])) ?? wrong
  if (ahead !== null) return calendarDate(Number(ahead[1]), Number(ahead[3]), Number(ahead[4])) ?? wrong
  if (behind !== null) {
    const parts = [Number(behind[1]), Number(behind[3])] as const
    const effective = behind[2] === '.' ? 'day first' : order
    const [day, month] = effective === 'month first' ? [parts[1], parts[0]] : parts
    return calendarDate(Number(behind[4]), month, day) ?? wrong
  }
  if (secondsForm.test(text)) return isoDate(Math.floor(Number(text) / 86_400))
  if (millisecondsForm.test(text)) return isoDate(Math.floor(Number(text) / 86_400_000))
  return wrong
}
