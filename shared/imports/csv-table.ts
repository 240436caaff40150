/** Reads CSV of any separator into a table. The only file that knows the CSV library. @see SPEC.md IM2 */
import Papa from 'papaparse'
import { scanCsv } from './csv-scan.ts'
import type { Delimiter } from './csv-scan.ts'
import { counted, importLimits, refusedAt } from './import-limits.ts'
import type { Reading } from './import-limits.ts'
import { plainText } from './import-text.ts'
import type { Table, TableRow } from './table.ts'
import { quoted } from '../units.ts'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
/** So many rows tell which separator it is. */
const rowsLookedAt = 50

/**
 * The separator that parts the first rows into as many cells as the header, the more cells the better; a comma where
 * none occurs in the header.
 */
function delimiterOf(text: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly even: number; readonly cells: number } | null = null
  for (const delimiter of delimiters) {
    const { rows, fault } = scanCsv(text, delimiter, rowsLookedAt)
    const filled = rows.filter((row) => row.cells > 0)
    const cells = filled[0]?.cells ?? 0
    if (cells < 2) continue
    const likeHeader = filled.filter((row) => row.cells === cells).length
    const even = likeHeader / (filled.length + (fault === null ? 0 : 1))
    if (best === null || even > best.even || (even === best.even && cells > best.cells))
      best = { delimiter, even, cells }
  }
  return best?.delimiter ?? ','
}

/**
 * The table that a CSV text holds: its first row that is not blank is the header. Rows with other than the header's
 * number of cells are `ragged`, by line, and not among the rows; blank lines are none. Cells are as written, with
 * quotes taken off: nothing is trimmed or read as a number. Refused with line and column: what no rule of CSV allows
 * (an open quote, text behind a closing one, two kinds of line end), a header that names a column twice or not at
 * all, and whatever is over a limit.
 *
 * Example: `readCsvTable('card;ask\nRTX 4090;"0,31"')` reads the header `['card', 'ask']` and one row of line 2 with
 * the cells `['RTX 4090', '0,31']`, its `delimiter` is `';'`. @see SPEC.md IM2
 */
export function readCsvTable(given: string, delimiterGiven: Delimiter | null = null): Reading<Table> {
  const reading = plainText(given)
  if (reading.kind === 'refused') return reading
  const text = reading.value
  const delimiter = delimiterGiven ?? delimiterOf(text)
  const scan = scanCsv(text, delimiter, Infinity)
  if (scan.fault !== null) return scan.fault
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: scan.rowEnd,
    quoteChar: '"',
    // The fast mode splits at every line end first, however many there are.
    fastMode: false,
  })
  if (errors.length > 0) throw new Error(`the CSV library objects to a scanned text: ${errors[0]?.message}`)

  let header: readonly string[] | null = null
  const rows: TableRow[] = []
  const ragged: { readonly line: number; readonly cells: number }[] = []
  for (const [index, row] of scan.rows.entries()) {
    if (row.cells === 0) continue
    const cells = data[index]
    if (cells?.length !== row.cells) throw new Error(`the CSV library reads line ${row.line} otherwise`)
    if (header === null) {
      const fault = headerFault(cells)
      if (fault !== null) return refusedAt(fault, row.line, 1, 'Give each column a name of its own.')
      header = cells.map((name) => name.trim())
    } else if (cells.length === header.length) rows.push({ line: row.line, cells })
    else ragged.push(row)
  }
  if (header === null)
    return refusedAt('The file has no header', 1, 1, 'Give it a first line that names the columns.')
  return { kind: 'read', value: { format: 'CSV', delimiter, header, rows, ragged } }
}

/** What is wrong with the names of columns, or null; `plain` names are compared without blanks around them. */
export function headerFault(names: readonly string[]): string | null {
  const seen = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const plain = name.trim()
    if (plain === '') return `Column ${index + 1} has no name`
    if (plain.length > importLimits.headerCharacters)
      return `The name of column ${index + 1} has more than ${counted(importLimits.headerCharacters)} characters`
    const earlier = seen.get(plain)
    if (earlier !== undefined) return `Columns ${earlier} and ${index + 1} are both called ${quoted(plain)}`
    seen.set(plain, index + 1)
  }
  return null
}
