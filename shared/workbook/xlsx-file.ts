/** The one file that knows the spreadsheet package: cells become an .xlsx with formulas and their values. */
import { CFB, utils, write } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Calculated } from './calculate.ts'
import { calculate } from './calculate.ts'
import type { Cell, Look, Sheet, Workbook } from './cells.ts'
import { columnNumber } from './cells.ts'
import { polishSheet, polishStyles, styledFormat } from './xlsx-polish.ts'

/** What is used of the package's container of zipped parts, which it types as anything. */
type Container = {
  readonly FileIndex: { readonly name: string; content: Uint8Array }[]
  readonly FullPaths: string[]
}
const container = CFB as {
  readonly read: (data: Uint8Array, options: { readonly type: 'buffer' }) => Container
  readonly write: (
    data: Container,
    options: { readonly type: 'array'; readonly fileType: 'zip'; readonly compression: boolean },
  ) => Uint8Array
  readonly find: (data: Container, path: string) => { content: Uint8Array } | null
}

/**
 * The bytes of an .xlsx file. Formulas carry the values that `calculate` gives them; a text stays a text, whatever it
 * begins with. Throws where a formula is wrong: a fault of ours.
 */
export function xlsxOf(workbook: Workbook, calculated: Calculated = calculate(workbook)): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const sheet of workbook.sheets) utils.book_append_sheet(book, worksheet(sheet, calculated), sheet.name)
  book.Workbook = { Names: [...workbook.names].map(([Name, Ref]) => ({ Name, Ref })) }
  const raw = write(book, { type: 'array', bookType: 'xlsx', sheetStubs: true }) as ArrayBuffer
  const parts = container.read(new Uint8Array(raw), { type: 'buffer' })
  workbook.sheets.forEach((sheet, i) =>
    rewrite(parts, `/xl/worksheets/sheet${i + 1}.xml`, (xml) => polishSheet(xml, sheet)),
  )
  rewrite(parts, '/xl/styles.xml', polishStyles)
  return new Uint8Array(container.write(parts, { type: 'array', fileType: 'zip', compression: true }))
}

function rewrite(parts: Container, path: string, change: (xml: string) => string): void {
  const part = container.find(parts, path)
  if (part === null) throw new Error(`The spreadsheet package wrote no ${path}.`)
  part.content = bytesOf(change(textOf(part.content)))
}

function worksheet(sheet: Sheet, calculated: Calculated): WorkSheet {
  const made: WorkSheet = {}
  for (const [address, cell] of sheet.cells) {
    const written = cellOf(
      cell,
      cell.formula === undefined ? (cell.value ?? null) : calculated.valueAt(sheet.name, address),
    )
    if (written !== null) made[address] = written
  }
  made['!ref'] = `A1:${lastAddress(sheet)}`
  made['!cols'] = Array.from({ length: sheet.columns }, (_, c) => ({
    wch: sheet.columnWidths.get(c + 1) ?? 10,
  }))
  return made
}

function cellOf(cell: Cell, value: Cell['value']): CellObject | null {
  const look: Look = cell.look ?? 'plain'
  const z = styledFormat(cell.format ?? 'General', look)
  const formula = cell.formula === undefined ? {} : { f: cell.formula }
  if (typeof value === 'number') return { t: 'n', v: value, z, ...formula }
  if (typeof value === 'boolean') return { t: 'b', v: value, z, ...formula }
  const code = cell.formula === undefined ? undefined : errorCodes[value ?? '']
  if (code !== undefined) return { t: 'e', v: code, z, ...formula }
  if (value === null || value === undefined) return look === 'plain' ? null : { t: 'z', z }
  return { t: 's', v: value, z, ...formula }
}

const errorCodes: Readonly<Record<string, number>> = {
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NUM!': 36,
  '#N/A': 42,
}

function lastAddress(sheet: Sheet): string {
  let letters = 'A'
  for (const address of sheet.cells.keys()) {
    const here = /^[A-Z]+/.exec(address)![0]
    if (columnNumber(here) > columnNumber(letters)) letters = here
  }
  return `${letters}${sheet.rows}`
}

/** A part as a text with one character for each byte: all that is put into it is plain or encoded by `utf8`. */
function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
