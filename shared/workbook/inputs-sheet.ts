/** The sheet in which a person changes things: one row for each input, tables for lists and patterns beside it. */
import type { AppliesWhen, InputDefinition, NumberInput } from '../economics/input-definition.ts'
import { inputGroups } from '../economics/input-definition.ts'
import { inputTable } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { wordOf } from '../economics/inputs.ts'
import type { Cell, Sheet, Workbook } from './cells.ts'
import { absolute, define, newSheet, put } from './cells.ts'
import { putLists } from './input-lists.ts'
import { putPatterns } from './input-patterns.ts'
import { formats } from './table.ts'

const rows = inputTable as readonly InputDefinition[]
const groupOrder = inputGroups.map(({ id }) => id)

/** Column of what a person types, of what is used, and of the first table. */
export const typedColumn = 4
const usedColumn = 5
const firstTableColumn = 15

/** What an input that does not apply counts as, where that is not 0. */
const neutral: Readonly<Record<string, number>> = {
  tariffCurrencyUsd: 1,
  tokenPriceUsd: 1,
  payoutMonthDay: 1,
  networkGpuHoursPerMonth: 1,
  heaterEfficiencyRatio: 1,
  coolingCop: 1,
  pueRatio: 1,
  loanMonths: 1,
  depreciationYears: 1,
}

/** What Idlewatt derives where nobody gave a figure. @see SPEC.md I4 */
const estimates: Readonly<Record<string, string>> = {
  rentedBoardWatts: 'IF(ISNUMBER(gpuBoardLimitWatts),0.85*gpuBoardLimitWatts,"")',
  psuRatedWatts: 'MAX(50,(gpuCount*rentedBoardWatts+hostRentedWatts)/0.6)',
  psuEfficiencyAt10Ratio: 'psuEfficiencyAt20Ratio',
  replacementUsdPerGpu: 'IF(ISNUMBER(resaleTodayUsdPerGpu),resaleTodayUsdPerGpu,"")',
}

export function putInputs(workbook: Workbook, entries: InputEntries): void {
  const sheet = newSheet(workbook, 'Inputs')
  const headings = [
    'Group',
    'Key',
    'Input',
    'Typed here',
    'Used',
    'Unit',
    'From',
    'To',
    'Class',
    'Source',
    'As of',
    'Counts',
    'Check',
    'What it is',
  ]
  const widths = [20, 30, 34, 20, 16, 20, 10, 12, 16, 34, 12, 9, 14, 60]
  put(sheet, 1, 1, { value: 'Inputs', look: 'title' })
  put(sheet, 2, 1, {
    value:
      'Change the cells of column D and of the tables from column O on. An empty cell of column D is unknown.',
    look: 'note',
  })
  headings.forEach((value, i) => {
    put(sheet, 4, i + 1, { value, look: 'header' })
    sheet.columnWidths.set(i + 1, widths[i]!)
  })
  sheet.frozenRows = 4
  sheet.frozenColumns = 3
  const ordered = groupOrder.flatMap((group) => rows.filter((row) => row.group === group))
  ordered.forEach((definition, i) => putInput(workbook, sheet, definition, entries, 5 + i))
  define(workbook, 'inputChecks', absolute(sheet, 5, 13, 4 + ordered.length))
  const nextColumn = putPatterns(workbook, sheet, entries, firstTableColumn)
  putLists(workbook, sheet, entries, nextColumn)
}

function putInput(
  workbook: Workbook,
  sheet: Sheet,
  definition: InputDefinition,
  entries: InputEntries,
  row: number,
): void {
  const { key, label, group, help, kind } = definition
  const typed = `$D${row}`
  put(sheet, row, 1, { value: inputGroups.find(({ id }) => id === group)!.label })
  put(sheet, row, 2, { value: key })
  put(sheet, row, 3, { value: label })
  put(sheet, row, 14, { value: help, look: 'note' })
  put(sheet, row, 12, { formula: `IF(${appliesFormula(definition.appliesWhen)},"yes","no")` })
  if (kind === 'week' || kind === 'months' || kind === 'list') {
    put(sheet, row, typedColumn, { value: 'in its table, to the right', look: 'note' })
    return
  }
  define(workbook, key, absolute(sheet, row, usedColumn))
  const cellRange = `D${row}`
  if (kind === 'choice') {
    const words = definition.options.map(({ value }) => value)
    putTyped(sheet, row, wordOf(entries, key), entries[key] === undefined)
    put(sheet, row, usedColumn, { formula: `IF(${typed}="","${definition.assumed}",${typed})` })
    put(sheet, row, 13, {
      formula: `IF(OR(${[`${typed}=""`, ...words.map((word) => `${typed}="${word}"`)].join(',')}),"","no such word")`,
    })
    sheet.validations.push({ kind: 'list', range: cellRange, words, message: `One of: ${words.join(', ')}` })
    return
  }
  if (kind === 'month') {
    putTyped(sheet, row, wordOf(entries, key), entries[key] === undefined, formats.text)
    put(sheet, row, usedColumn, {
      formula: `IF(ISNUMBER(${typed}),DATE(YEAR(${typed}),MONTH(${typed}),1),DATE(VALUE(LEFT(${typed},4)),VALUE(MID(${typed},6,2)),1))`,
      format: formats.date,
    })
    put(sheet, row, 6, { value: 'YYYY-MM' })
    return
  }
  putNumber(sheet, row, definition, entries)
  sheet.validations.push({
    kind,
    range: cellRange,
    low: definition.low,
    high: definition.high,
    message: `${label}: ${definition.low} to ${definition.high} ${definition.unit}`,
  })
}

function putTyped(
  sheet: Sheet,
  row: number,
  value: string | number | null,
  isAssumed: boolean,
  format?: string,
): void {
  const cell: Cell = {
    value,
    look: isAssumed ? 'assumption' : 'input',
    ...(format !== undefined && { format }),
  }
  put(sheet, row, typedColumn, cell)
}

function putNumber(sheet: Sheet, row: number, definition: NumberInput, entries: InputEntries): void {
  const { key, unit, low, high, assumed, whenUnknown, range } = definition
  const typed = `$D${row}`
  const entry = entries[key]
  const figure = typeof entry === 'object' ? entry : null
  const given = figure?.value ?? null
  putTyped(sheet, row, given ?? assumed, given === null)
  const unknown =
    range !== undefined ? String(range.bad) : (estimates[key] ?? (assumed === null ? '""' : String(assumed)))
  const other = whenUnknown === 'left out' ? '""' : String(neutral[key] ?? 0)
  const counted = `IF(ISNUMBER(${typed}),${typed},${unknown})`
  const always = definition.appliesWhen === undefined
  put(sheet, row, usedColumn, { formula: always ? counted : `IF($L${row}="yes",${counted},${other})` })
  put(sheet, row, 6, { value: unit })
  put(sheet, row, 7, { value: low })
  put(sheet, row, 8, { value: high })
  put(sheet, row, 9, {
    value: figure?.value == null ? (assumed === null ? 'unknown' : 'assumption') : figure.class,
  })
  put(sheet, row, 10, {
    value:
      figure?.value == null
        ? assumed === null
          ? ''
          : (definition.assumedSource ?? 'assumed by Idlewatt')
        : (figure.source ?? ''),
  })
  put(sheet, row, 11, { value: figure?.asOf ?? '' })
  const needed =
    whenUnknown === 'needed' || whenUnknown === 'asked' ? `IF($L${row}="yes","is needed","")` : '""'
  const whole = definition.kind === 'integer' ? `,${typed}=INT(${typed})` : ''
  put(sheet, row, 13, {
    formula: `IF(${typed}="",${needed},IF(ISNUMBER(${typed}),IF(AND(${typed}>=$G${row},${typed}<=$H${row}${whole}),"","out of bounds"),"no number"))`,
  })
}

function appliesFormula(when: AppliesWhen = []): string {
  if (when.length === 0) return 'TRUE'
  const each = when.map(({ key, is }) => `OR(${is.map((word) => `${key}="${word}"`).join(',')})`)
  return `AND(${each.join(',')})`
}
