/** A workbook before it is a file: sheets of cells, each a text, a number or a formula. */

export type Value = number | string | boolean | null

/** What a cell is for, which decides how it looks. */
export type Look =
  | 'title'
  | 'header'
  | 'group'
  | 'input'
  | 'assumption'
  | 'list'
  | 'key figure'
  | 'note'
  | 'plain'

export type Cell = {
  /** Without the leading `=`. Where it is set, `value` is computed from it. */
  readonly formula?: string
  readonly value?: Value
  /** A number format of spreadsheets, such as `0.00`. */
  readonly format?: string
  readonly look?: Look
}

/** Refuses what does not fit while it is typed; the formulas work without it. */
export type Validation = {
  readonly range: string
  readonly message: string
} & (
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'number' | 'integer'; readonly low: number; readonly high: number }
)

export type Sheet = {
  readonly name: string
  /** Row by row from 1, column by column from 1. */
  readonly cells: Map<string, Cell>
  rows: number
  columns: number
  readonly columnWidths: Map<number, number>
  /** Rows and columns that stay in sight. */
  frozenRows: number
  frozenColumns: number
  readonly validations: Validation[]
}

export type Workbook = {
  readonly sheets: Sheet[]
  /** Name -> `Sheet!$A$1` or `Sheet!$A$1:$A$9`. */
  readonly names: Map<string, string>
}

export function newSheet(workbook: Workbook, name: string): Sheet {
  const sheet: Sheet = {
    name,
    cells: new Map(),
    rows: 0,
    columns: 0,
    columnWidths: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    validations: [],
  }
  workbook.sheets.push(sheet)
  return sheet
}

/** Example: `columnLetters(28)` is `'AB'`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Example: `columnNumber('AB')` is 28. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

/** Example: `address(3, 2)` is `'B3'`. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

export function put(sheet: Sheet, row: number, column: number, cell: Cell): void {
  sheet.cells.set(address(row, column), cell)
  sheet.rows = Math.max(sheet.rows, row)
  sheet.columns = Math.max(sheet.columns, column)
}

function pinned(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`
}

/** `Sheet!$A$1`, or `Sheet!$A$1:$B$2`. */
export function absolute(
  sheet: Sheet,
  row: number,
  column: number,
  lastRow = row,
  lastColumn = column,
): string {
  const first = `${quoted(sheet.name)}!${pinned(row, column)}`
  return lastRow === row && lastColumn === column ? first : `${first}:${pinned(lastRow, lastColumn)}`
}

export function quoted(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `'${name}'`
}

export function define(workbook: Workbook, name: string, where: string): void {
  if (workbook.names.has(name)) throw new Error(`The name ${name} stands twice in the workbook.`)
  workbook.names.set(name, where)
}
