/** The statement of a scenario as a workbook whose every figure is a formula over its Inputs sheet. */
import type { InputEntries } from '../economics/inputs.ts'
import { batchOf } from '../economics/batch.ts'
import { resolveInputs } from '../economics/inputs.ts'
import { timelineOf } from '../economics/timeline.ts'
import type { Workbook } from './cells.ts'
import { newSheet, put } from './cells.ts'
import { dayColumns } from './day-columns.ts'
import { putCashFlow, putReturn } from './flow-sheets.ts'
import { putHeadlines } from './headlines-sheet.ts'
import { putInputs } from './inputs-sheet.ts'
import { bankedColumns, lineColumns } from './line-columns.ts'
import { energyColumns, hourColumns, incomeColumns } from './month-columns.ts'
import { putReadMe } from './read-me-sheet.ts'
import { putRig } from './rig-sheet.ts'
import type { Column } from './table.ts'
import { formats, putTable } from './table.ts'
import { taxColumns, valueColumns, yearColumns } from './value-columns.ts'

export type About = {
  readonly name: string
  /** Day of the export. */
  readonly date: string
  readonly version: string
}

/** Months that the horizon or the delays may grow in the sheet before it says "export again". */
const spareMonths = 12

const discountColumns: readonly Column[] = [
  {
    key: 'years',
    label: 'Years',
    unit: 'of 365 days',
    format: formats.exact,
    formula: '([last]-startMonth)/365',
  },
  {
    key: 'discount',
    label: 'Discount',
    unit: 'factor',
    format: formats.exact,
    formula: '[works]*(1+discountRatePerYear)^-[years]',
  },
]

const monthColumns: readonly Column[] = [
  ...hourColumns,
  ...energyColumns,
  ...incomeColumns,
  ...lineColumns,
  ...bankedColumns,
  ...taxColumns,
  ...valueColumns,
  ...discountColumns,
]

/**
 * The workbook of a scenario. Throws an Error with the refusal's words where the engine refuses it.
 * Example: `workbookOf(entries, about).sheets.map(({ name }) => name)[0]` is `'Headlines'`.
 */
export function workbookOf(entries: InputEntries, about: About): Workbook {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused')
    throw new Error(resolution.problems.map(({ message }) => message).join(' '))
  const months = timelineOf(batchOf(resolution.inputs, 1)).months.length + spareMonths
  const workbook: Workbook = { sheets: [], names: new Map() }
  putHeadlines(workbook, `${about.name}: what it really nets`)
  putInputs(workbook, entries)
  putRig(workbook)
  const statement = newSheet(workbook, 'Months')
  put(statement, 1, 1, { value: 'The statement, month by month', look: 'title' })
  put(statement, 2, 1, { formula: 'problem', look: 'key figure' })
  putTable(workbook, statement, { prefix: 'months_', headerRow: 4, rows: months, columns: monthColumns })
  statement.frozenColumns = 1
  const days = newSheet(workbook, 'Days')
  put(days, 1, 1, { value: 'From earned to banked, day by day', look: 'title' })
  put(days, 2, 1, { formula: 'problem', look: 'key figure' })
  putTable(workbook, days, { prefix: 'days_', headerRow: 4, rows: months * 31, columns: dayColumns })
  days.frozenColumns = 1
  const tax = newSheet(workbook, 'Tax')
  put(tax, 1, 1, { value: 'Tax, year by year', look: 'title' })
  putTable(workbook, tax, {
    prefix: 'tax_',
    headerRow: 3,
    rows: Math.ceil(months / 12) + 1,
    columns: yearColumns,
  })
  putCashFlow(workbook, months)
  putReturn(workbook)
  putReadMe(workbook, about)
  return workbook
}
