/** A dump of a market, CSV or JSON, as a table. @see SPEC.md IM4 */
import { readCsvTable } from './csv-table.ts'
import { counted, importLimits, refusedAt } from './import-limits.ts'
import type { Reading, Refusal } from './import-limits.ts'
import { readJsonTextWithIds } from './json-text.ts'
import type { Cell, Table, TableRow } from './table.ts'
import { quoted } from '../units.ts'

type JsonObject = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a listing: JSON where the text begins with a bracket, else CSV. JSON is an array of objects, or an object of
 * which exactly one entry is an array with objects; their fields become columns, those of objects within them as
 * `a.b`. Arrays inside an entry are left out; null and what an entry lacks become the empty cell, true and false
 * words. Integers above 2^53 - 1 become texts, as written. A row's `line` is then the number of the entry.
 * Example: `readListing('[{"gpu": {"name": "T4"}, "ask": 0.2}]')` has the header `['gpu.name', 'ask']` and one row of
 * the cells `['T4', 0.2]`. @see SPEC.md IM4
 */
export function readListing(text: string): Reading<Table> {
  if (!/^\ufeff?\s*[[{]/.test(text)) return readCsvTable(text)
  const reading = readJsonTextWithIds(text)
  return reading.kind === 'refused' ? reading : tableOfJson(reading.value)
}

/** How a row of a table is named to people: "line 3", or of JSON "entry 3". */
export function rowInWords(table: Pick<Table, 'format'>, line: number): string {
  return `${table.format === 'CSV' ? 'line' : 'entry'} ${line}`
}

function tableOfJson(value: unknown): Reading<Table> {
  const entries = entriesOf(value)
  if ('kind' in entries) return entries
  const columns = new Map<string, number>()
  const rows: TableRow[] = []
  for (const [index, entry] of entries.list.entries()) {
    const line = index + 1
    if (!isObject(entry))
      return refusedEntry(line, 'is no object', 'Each entry must be one offer as an object.')
    const cells: Cell[] = []
    const fault = flatten(entry, '', (name, cell) => {
      const column = columns.get(name) ?? columns.size
      if (column >= importLimits.columns)
        return `has field ${quoted(name)}, one more than ${importLimits.columns}`
      if (cells[column] !== undefined) return `has two fields that are both ${quoted(name)}`
      columns.set(name, column)
      cells[column] = cell
      return null
    })
    if (fault !== null) return refusedEntry(line, fault, 'Leave out the fields that are not needed.')
    if (columns.size * line > importLimits.cells)
      return refusedEntry(
        line,
        `makes the table larger than ${counted(importLimits.cells)} cells: ${columns.size} fields for each entry`,
        'Leave out the fields that are not needed.',
      )
    rows.push({ line, cells })
  }
  const header = [...columns.keys()]
  if (header.length === 0)
    return refusedAt('No entry of the JSON has a field', 1, 1, 'Each entry must be one offer as an object.')
  return {
    kind: 'read',
    value: {
      format: 'JSON',
      delimiter: null,
      header,
      rows: rows.map(({ line, cells }) => ({ line, cells: header.map((_, column) => cells[column] ?? '') })),
      ragged: [],
    },
  }
}

function refusedEntry(entry: number, what: string, remedy: string): Refusal {
  return { kind: 'refused', message: `Entry ${entry} ${what}. ${remedy}`, line: entry, column: null }
}

function entriesOf(value: unknown): { readonly list: readonly unknown[] } | Refusal {
  const lists = isObject(value)
    ? Object.entries(value).filter(([, each]) => Array.isArray(each) && each.some(isObject))
    : [['', value] as const]
  const [first, second] = lists
  if (second !== undefined)
    return refusedAt(
      `The JSON holds several lists: ${lists
        .slice(0, 5)
        .map(([name]) => quoted(name))
        .join(', ')}`,
      1,
      1,
      'Keep the one with the offers.',
    )
  if (first === undefined || !Array.isArray(first[1]))
    return refusedAt(
      'The JSON holds no list of objects',
      1,
      1,
      'Expected an array with one object per offer.',
    )
  const list: readonly unknown[] = first[1]
  if (list.length > importLimits.rows)
    return refusedEntry(
      importLimits.rows + 1,
      `is one more than the ${counted(importLimits.rows)} that are read`,
      'Import a part of them.',
    )
  return { list }
}

function scalarCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value === null) return ''
  return value === true ? 'true' : 'false'
}

/** Hands over each scalar with its name; stops at the first fault, which comes back. Depth is bounded by the reader. */
function flatten(
  entry: JsonObject,
  prefix: string,
  take: (name: string, cell: Cell) => string | null,
): string | null {
  for (const [key, value] of Object.entries(entry)) {
    const name = prefix + key.trim()
    if (isObject(value)) {
      const fault = flatten(value, `${name}.`, take)
      if (fault !== null) return fault
    } else if (!Array.isArray(value)) {
      if (name.trim() === '') return 'has a field without a name'
      if (name.length > importLimits.headerCharacters)
        return `has a field whose name is too long: ${quoted(name)}`
      const fault = take(name, scalarCell(value))
      if (fault !== null) return fault
    }
  }
  return null
}
