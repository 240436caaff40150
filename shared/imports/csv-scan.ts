/**
 * Goes once through CSV text before it is parsed: where each row begins, how many cells it has, and the first place
 * that breaks the rules or a limit. A parser that is lenient with quotes would guess there, and can take for ever.
 * @see SPEC.md IM2
 */
import { counted, importLimits, refusedAt } from './import-limits.ts'
import type { Refusal } from './import-limits.ts'
import type { Table } from './table.ts'

export type Delimiter = NonNullable<Table['delimiter']>
export type RowEnd = '\n' | '\r' | '\r\n'

export type CsvScan = {
  /** Every row that is ended or the last, blank ones too, which have no cells. */
  readonly rows: readonly { readonly line: number; readonly cells: number }[]
  /** What ends the first row. */
  readonly rowEnd: RowEnd
  readonly fault: Refusal | null
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const endNames: Readonly<Record<RowEnd, string>> = { '\n': 'LF', '\r': 'CR', '\r\n': 'CR LF' }

/**
 * Scans at most `mostRows` rows. A quote opens a cell only as its first character and is doubled inside; after the
 * closing one comes the delimiter or the end of the row. Elsewhere a quote is itself, as Python's `csv` reads it.
 * Example: `scanCsv('a,b\n\n"1\n",2', ',', 9).rows` is
 * `[{ line: 1, cells: 2 }, { line: 2, cells: 0 }, { line: 3, cells: 2 }]`. @see SPEC.md IM2
 */
export function scanCsv(text: string, delimiter: Delimiter, mostRows: number): CsvScan {
  const parts = delimiter.charCodeAt(0)
  const rows: { readonly line: number; readonly cells: number }[] = []
  let rowEnd: RowEnd | null = null
  let at = 0
  let line = 1
  let lineStart = 0
  let rowLine = 1
  let rowStart = 0
  let cells = 1
  let allCells = 0
  const fault = (what: string, place: { line: number; column: number }, remedy: string): CsvScan => ({
    rows,
    rowEnd: rowEnd ?? '\n',
    fault: refusedAt(what, place.line, place.column, remedy),
  })

  while (at < text.length && rows.length < mostRows) {
    const place = { line, column: at - lineStart + 1 }
    const cellStart = at
    if (text.charCodeAt(at) === quote) {
      for (at += 1; ; at += 1) {
        if (at >= text.length)
          return fault('A cell opens with a quote that is never closed', place, 'Close it, or drop it.')
        const code = text.charCodeAt(at)
        if (code === quote) {
          if (text.charCodeAt(at + 1) !== quote) break
          at += 1
        } else if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
          line += 1
          lineStart = at + 1
        }
      }
      at += 1
      const next = text.charCodeAt(at)
      if (at < text.length && next !== parts && next !== lineFeed && next !== carriageReturn)
        return fault(
          'Something stands behind the closing quote of a cell',
          { line, column: at - lineStart + 1 },
          `Expected the separator or the end of the line. Inside a cell write a quote twice.`,
        )
    } else {
      while (at < text.length) {
        const code = text.charCodeAt(at)
        if (code === parts || code === lineFeed || code === carriageReturn) break
        at += 1
      }
    }
    if (at - cellStart > importLimits.cellCharacters)
      return fault(
        `A cell has more than ${counted(importLimits.cellCharacters)} characters`,
        place,
        'Leave that column out, or close the quote that was left open.',
      )
    if (text.charCodeAt(at) === parts) {
      at += 1
      cells += 1
      if (cells > importLimits.columns)
        return fault(
          `A row has more than ${importLimits.columns} columns`,
          { line, column: at - lineStart },
          'Leave out the columns that are not needed.',
        )
      // A separator at the very end leaves one more cell, an empty one.
      if (at < text.length) continue
    }
    const isEmpty = at === rowStart
    rows.push({ line: rowLine, cells: isEmpty ? 0 : cells })
    allCells += cells
    if (allCells > importLimits.cells)
      return fault(
        `The file has more than ${counted(importLimits.cells)} cells`,
        { line: rowLine, column: 1 },
        'Split it, or leave out the columns that are not needed.',
      )
    if (rows.length > importLimits.rows + 1)
      return fault(
        `The file has more than ${counted(importLimits.rows)} rows`,
        { line: rowLine, column: 1 },
        'Split it, or leave out the rows that are not needed.',
      )
    if (at >= text.length) break
    const end: RowEnd =
      text.charCodeAt(at) === lineFeed ? '\n' : text.charCodeAt(at + 1) === lineFeed ? '\r\n' : '\r'
    if (rowEnd !== null && end !== rowEnd)
      return fault(
        `A row ends with ${endNames[end]} while the first ends with ${endNames[rowEnd]}`,
        { line, column: at - lineStart + 1 },
        'Save the file with one kind of line end.',
      )
    rowEnd = end
    at += end.length
    line += 1
    lineStart = at
    rowLine = line
    rowStart = at
    cells = 1
  }
  return { rows, rowEnd: rowEnd ?? '\n', fault: null }
}
