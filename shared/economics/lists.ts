/**
 * Lists among the inputs: rows of a few cells, such as `2027-03 0.8; 2028-01 0.5`.
 * @see SPEC.md I7
 */
import type { ListColumn, ListInput } from './input-definition.ts'
import type { Timeline } from './timeline.ts'

/** Cells as numbers; a month is its number, `12 x year + month - 1`. */
export type ListRow = readonly number[]

const mostRows = 60

/**
 * The rows of a list that fits its definition; a list that does not is an empty one here: `listFault` refuses it.
 * Example: `listRows('2027-03 0.8')` is `[[24326, 0.8]]`; `listRows('')` is `[]`. @see SPEC.md I7
 */
export function listRows(text: string): readonly ListRow[] {
  if (text === '') return noRows
  return text.split(';').map((row) => row.trim().split(/\s+/).map(cellOf))
}

const noRows: readonly ListRow[] = []

function cellOf(text: string): number {
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  return month === null ? Number(text) : monthNumber(text)
}

/** Months since the year 0. Example: `monthNumber('2027-03')` is 24326. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/**
 * What was expected where a list does not fit, else null.
 * Example: a fee of 2 in row 1 of `platformFeeSteps`: "row 1, fee: a number from 0 to 0.95". @see SPEC.md I7
 */
export function listFault({ key, columns }: ListInput, text: string): string | null {
  if (text === '') return null
  const rows = text.split(';')
  if (rows.length > mostRows) return `at most ${mostRows} rows`
  let previous = -Infinity
  for (const [r, row] of rows.entries()) {
    const cells = row.trim().split(/\s+/)
    if (cells.length !== columns.length) {
      return `row ${r + 1}: ${columns.map(({ label }) => label).join(', ')}, parted by blanks, rows by ;`
    }
    for (const [c, column] of columns.entries()) {
      const fault = cellFault(column, cells[c]!)
      if (fault !== null) return `row ${r + 1}, ${column.label}: ${fault}`
    }
    const first = cellOf(cells[0]!)
    if (key === 'contracts' ? first < previous : first <= previous) {
      return `row ${r + 1}: rows that ascend by ${columns[0]!.label}`
    }
    previous = first
  }
  return null
}

function cellFault(column: ListColumn, text: string): string | null {
  if (column.kind === 'month') {
    return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? null : 'a month as YYYY-MM'
  }
  const { low, high, kind } = column
  const value = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  const fits = value >= low && value <= high && (kind === 'number' || Number.isInteger(value))
  return fits ? null : `${kind === 'integer' ? 'a whole number' : 'a number'} from ${low} to ${high}`
}

/** The number of the timeline's first month, and each further one after it. */
function startOf(timeline: Timeline): number {
  return monthNumber(timeline.months[0]!.month)
}

/**
 * By month of the timeline: the value of the latest row that has begun; `before` where none has.
 * Example: `2027-03 0.8` over February to April 2027, 1 before: 1, 0.8, 0.8. @see SPEC.md I7
 */
export function latestByMonth(text: string, timeline: Timeline, before: number): Float64Array {
  const values = new Float64Array(timeline.months.length).fill(before)
  const start = startOf(timeline)
  for (const [from, value] of listRows(text)) values.fill(value!, Math.max(0, from! - start))
  return values
}

/**
 * By month of the timeline: the product of one column over the rows that have begun.
 * Example: `2027-03 0.8; 2027-04 0.5` over February to April 2027: 1, 0.8, 0.4. @see SPEC.md R4, B10
 */
export function productByMonth(text: string, timeline: Timeline, cell = 1): Float64Array {
  const values = new Float64Array(timeline.months.length).fill(1)
  const start = startOf(timeline)
  for (const row of listRows(text)) {
    for (let m = Math.max(0, row[0]! - start); m < values.length; m += 1) values[m]! *= row[cell]!
  }
  return values
}

/** By month of the timeline: the sum of one column over the rows of exactly that month. @see SPEC.md H6, K5 */
export function sumInMonth(text: string, timeline: Timeline, cell: number): Float64Array {
  const values = new Float64Array(timeline.months.length)
  const start = startOf(timeline)
  for (const row of listRows(text)) {
    const m = row[0]! - start
    if (m >= 0 && m < values.length) values[m]! += row[cell]!
  }
  return values
}

/** By month of the timeline: the value of the row of that month of the year (1 to 12), else 0. @see SPEC.md E11, E12 */
export function byMonthOfYear(text: string, timeline: Timeline): Float64Array {
  const rows = listRows(text)
  return Float64Array.from(timeline.months, ({ monthOfYear }) => {
    const row = rows.find(([month]) => month === monthOfYear + 1)
    return row === undefined ? 0 : row[1]!
  })
}
