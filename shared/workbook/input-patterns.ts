/** Weeks of 168 hours and years of 12 months as tables, with their hours counted by formula. @see SPEC.md H1, E8 */
import { macrsPercentages } from '../finance/macrs.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { definitionOf, wordOf } from '../economics/inputs.ts'
import type { Sheet, Workbook } from './cells.ts'
import { absolute, columnLetters, define, put } from './cells.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const firstRow = 6
const weeks = ['offeredWeek', 'tariffWeek', 'secondTariffWeek'] as const
const years = ['secondTariffMonths', 'coolingMonths', 'heatingMonths'] as const

/** Returns the first free column. */
export function putPatterns(workbook: Workbook, sheet: Sheet, entries: InputEntries, column: number): number {
  const columnOf: Record<string, number> = {}
  let next = column
  for (const key of weeks) {
    columnOf[key] = next + 1
    putWeek(sheet, key, wordOf(entries, key)!, next)
    next += 9
  }
  putHourCounts(workbook, sheet, columnOf)
  put(sheet, 4, next, { value: 'Month', look: 'header' })
  for (let m = 0; m < 12; m += 1) put(sheet, firstRow + m, next, { value: m + 1 })
  years.forEach((key, i) => {
    const at = next + 1 + i
    put(sheet, 4, at, { value: definitionOf(key).label, look: 'header' })
    sheet.columnWidths.set(at, 16)
    const word = wordOf(entries, key)!
    for (let m = 0; m < 12; m += 1) put(sheet, firstRow + m, at, { value: Number(word[m]), look: 'list' })
    define(workbook, key, absolute(sheet, firstRow, at, firstRow + 11))
    sheet.validations.push({
      kind: 'integer',
      low: 0,
      high: 1,
      range: `${columnLetters(at)}${firstRow}:${columnLetters(at)}${firstRow + 11}`,
      message: '1 in these months, else 0',
    })
  })
  return putMacrs(workbook, sheet, next + 5)
}

function putWeek(sheet: Sheet, key: string, week: string, column: number): void {
  const definition = definitionOf(key)
  const letters = definition.kind === 'week' ? definition.letters : []
  const meaning = letters.map(({ letter, label }) => `${letter} ${label}`).join(', ')
  put(sheet, 3, column, { value: `${definition.label}: ${meaning}`, look: 'group' })
  put(sheet, 4, column, { value: 'Hour', look: 'header' })
  weekdays.forEach((day, d) => {
    const at = column + 1 + d
    put(sheet, 4, at, { value: day, look: 'header' })
    sheet.columnWidths.set(at, 6)
    for (let hour = 0; hour < 24; hour += 1) {
      put(sheet, firstRow + hour, at, { value: week[d * 24 + hour]!, look: 'list' })
    }
  })
  for (let hour = 0; hour < 24; hour += 1) put(sheet, firstRow + hour, column, { value: hour })
  const last = columnLetters(column + 7)
  sheet.validations.push({
    kind: 'list',
    words: letters.map(({ letter }) => letter),
    range: `${columnLetters(column + 1)}${firstRow}:${last}${firstRow + 23}`,
    message: meaning,
  })
}

/** Hours of each weekday by what the week says of them: one row of seven for each, under the first week. */
function putHourCounts(workbook: Workbook, sheet: Sheet, columnOf: Readonly<Record<string, number>>): void {
  const counted: readonly (readonly [name: string, label: string, letter: string, week: string | null])[] = [
    ['week_offered', 'offered', 'O', null],
    ['week_ownUse', 'own use', 'U', null],
    ['week_low', 'low tariff', 'L', 'tariffWeek'],
    ['week_middle', 'middle tariff', 'M', 'tariffWeek'],
    ['week_high', 'high tariff', 'H', 'tariffWeek'],
    ['week_secondLow', 'low, second pattern', 'L', 'secondTariffWeek'],
    ['week_secondMiddle', 'middle, second pattern', 'M', 'secondTariffWeek'],
    ['week_secondHigh', 'high, second pattern', 'H', 'secondTariffWeek'],
  ]
  const first = columnOf['offeredWeek']!
  put(sheet, firstRow + 25, first - 1, { value: 'Hours counted from the weeks above', look: 'group' })
  counted.forEach(([name, label, letter, week], i) => {
    const row = firstRow + 26 + i
    put(sheet, row, first - 1, { value: label })
    for (let d = 0; d < 7; d += 1) {
      const hours = (column: number) =>
        `${columnLetters(column + d)}$${firstRow}:${columnLetters(column + d)}$${firstRow + 23}`
      const offered = hours(first)
      put(sheet, row, first + d, {
        formula:
          week === null
            ? `COUNTIF(${offered},"${letter}")`
            : `SUMPRODUCT((${offered}="O")*(${hours(columnOf[week]!)}="${letter}"))`,
      })
    }
    define(workbook, name, absolute(sheet, row, first, row, first + 6))
  })
}

/** The printed tables of MACRS, half-year convention. @see SPEC.md TX5 */
function putMacrs(workbook: Workbook, sheet: Sheet, column: number): number {
  const classes = [3, 5, 7, 15]
  put(sheet, 3, column, { value: 'MACRS, half-year (IRS Publication 946)', look: 'group' })
  put(sheet, 4, column, { value: 'Year', look: 'header' })
  for (let year = 1; year <= 16; year += 1) put(sheet, firstRow + year - 1, column, { value: year })
  classes.forEach((years, i) => {
    put(sheet, 4, column + 1 + i, { value: years, look: 'header' })
    const shares = macrsPercentages(years)
    for (let year = 0; year < 16; year += 1)
      put(sheet, firstRow + year, column + 1 + i, { value: shares[year] ?? 0 })
  })
  define(workbook, 'macrs_classes', absolute(sheet, 4, column + 1, 4, column + 4))
  define(workbook, 'macrs_shares', absolute(sheet, firstRow, column + 1, firstRow + 15, column + 4))
  return column + 6
}
