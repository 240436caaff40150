/** A table as it came in, before anybody says what its columns mean. */
import type { RejectedLine } from './import-limits.ts'

/** A number is one that JSON wrote as a number; a text is not yet read. Nothing is the empty text. */
export type Cell = string | number

export type TableRow = {
  /** The line of the text on which the row begins, from 1. */
  readonly line: number
  /** As many as the header. */
  readonly cells: readonly Cell[]
}

export type Table = {
  readonly format: 'CSV' | 'JSON'
  /** What parts the cells; null for JSON. */
  readonly delimiter: ',' | ';' | '\t' | '|' | null
  /** Each name once, in the order of the file. */
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  /** Lines that do not have as many cells as the header: they are in no row. */
  readonly ragged: readonly { readonly line: number; readonly cells: number }[]
}

/** What stands for the decimals in the file; null lets each column decide, or ask. */
export type DecimalSign = '.' | ',' | null

/** The ragged lines of a table, as an import rejects them. Example: of a table without any it is `[]`. @see SPEC.md IM2 */
export function raggedLines(table: Table): RejectedLine[] {
  return table.ragged.map(({ line, cells }) => ({
    line,
    column: null,
    found: `${cells} ${cells === 1 ? 'cell' : 'cells'}`,
    expected: `${table.header.length} cells, as in the header`,
  }))
}
