/** A table in a sheet: one row for each month, day or year, one formula for each column. */
import type { Look, Sheet, Workbook } from './cells.ts'
import { absolute, columnLetters, define, put } from './cells.ts'

export type Column = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly format: string
  /**
   * `[key]` is the cell of that column in the same row, `[key-]` the one above, `[key^]` all from the first row to this
   * one; all else as spreadsheets write it. A column that rests on itself in earlier rows names no later ones, so that
   * no spreadsheet sees a circle.
   */
  readonly formula: string
  /** Stands in the first row, where there is nothing above. */
  readonly first?: string
  readonly look?: Look
}

export type TableOptions = {
  /** Names the columns for other sheets: `months_` makes `months_usageUsd`. */
  readonly prefix: string
  readonly headerRow: number
  readonly rows: number
  readonly columns: readonly Column[]
}

/** Writes header, unit and rows; the first row of numbers lies two below the header. */
export function putTable(workbook: Workbook, sheet: Sheet, options: TableOptions): void {
  const { prefix, headerRow, rows, columns } = options
  const firstRow = headerRow + 2
  const places = new Map(columns.map(({ key }, i) => [key, i + 1]))
  columns.forEach((column, i) => {
    const at = i + 1
    put(sheet, headerRow, at, { value: column.label, look: 'header' })
    put(sheet, headerRow + 1, at, { value: column.unit, look: 'note' })
    sheet.columnWidths.set(at, Math.max(11, Math.min(18, column.label.length + 2)))
    for (let row = firstRow; row < firstRow + rows; row += 1) {
      const template = row === firstRow && column.first !== undefined ? column.first : column.formula
      const formula = filled(template, row, firstRow, places, column.key)
      put(sheet, row, at, { formula, format: column.format, ...(column.look && { look: column.look }) })
    }
    define(workbook, `${prefix}${column.key}`, absolute(sheet, firstRow, at, firstRow + rows - 1))
  })
  sheet.frozenRows = headerRow + 1
}

function filled(
  template: string,
  row: number,
  firstRow: number,
  places: ReadonlyMap<string, number>,
  of: string,
): string {
  return template.replace(/\[(\w+)([-^]?)\]/g, (_, key: string, which: string) => {
    const column = places.get(key)
    if (column === undefined) throw new Error(`Column ${of} names [${key}], which the table lacks.`)
    const letters = columnLetters(column)
    if (which === '^') return `$${letters}$${firstRow}:$${letters}${row}`
    return `$${letters}${which === '' ? row : row - 1}`
  })
}

export const formats = {
  usd: '#,##0.00;[Red]-#,##0.00',
  price: '0.0000',
  number: '#,##0.00',
  exact: '0.000000',
  ratio: '0.0%',
  integer: '0',
  date: 'yyyy-mm-dd',
  text: '@',
} as const
