/**
 * Numbers of one column, read as written: what a decimal sign is, is decided by the whole column or asked, never by
 * one cell. @see SPEC.md IM5
 */
import type { Unit } from '../figure.ts'
import { readNumber } from '../units.ts'
import type { FieldOfNumber } from '../units.ts'
import type { Question, Refusal } from './import-limits.ts'
import { rowInWords } from './listing.ts'
import type { Cell, DecimalSign, Table } from './table.ts'

/** What one text says about the decimal sign of its column. */
function signShownBy(text: string, unit: Unit): DecimalSign | 'either' {
  const reading = readNumber(text, unit)
  if (reading.kind === 'error') return null
  if (reading.kind === 'ambiguous') return 'either'
  const marks: readonly string[] = text.match(/[.,]/g) ?? []
  const last = marks.at(-1) as '.' | ',' | undefined
  if (last === undefined) return null
  const other = last === '.' ? ',' : '.'
  const isGrouping = marks.length > 1 && !marks.includes(other)
  return isGrouping ? other : last
}

/**
 * The decimal sign of a column: the one chosen, else the one that its texts show, else null where it makes no
 * difference. Texts that show both are refused; where a text such as "1.234" is all there is, it asks.
 * Example: the texts `'1.234'` and `'0,5'` have the decimal sign `','`, so the first is 1234. @see SPEC.md IM5
 */
export function decimalSignOf(
  table: Table,
  column: number,
  unit: Unit,
  chosen: DecimalSign,
): { readonly kind: 'sign'; readonly sign: DecimalSign } | Question | Refusal {
  if (chosen !== null) return { kind: 'sign', sign: chosen }
  const name = table.header[column]!
  const seen: { '.'?: number; ','?: number; either?: { line: number; text: string } } = {}
  for (const { line, cells } of table.rows) {
    const text = cells[column]!
    if (typeof text === 'number') continue
    const sign = signShownBy(text, unit)
    if (sign === 'either') seen.either ??= { line, text: text.trim() }
    else if (sign !== null) seen[sign] ??= line
  }
  const point = seen['.']
  const comma = seen[',']
  if (point !== undefined && comma !== undefined) {
    const where = `a point on ${rowInWords(table, point)}, a comma on ${rowInWords(table, comma)}`
    return {
      kind: 'refused',
      message: `Column "${name}" writes decimals in two ways: ${where}. Choose the decimal sign; lines that write the other are then left out.`,
      line: Math.max(point, comma),
      column: column + 1,
    }
  }
  if (point !== undefined) return { kind: 'sign', sign: '.' }
  if (comma !== undefined) return { kind: 'sign', sign: ',' }
  if (seen.either === undefined) return { kind: 'sign', sign: null }
  const { line, text } = seen.either
  return {
    kind: 'asks',
    about: 'decimal sign',
    question: `Column "${name}", ${rowInWords(table, line)}: does "${text}" have a decimal sign or a thousands separator? Choose the decimal sign of the file.`,
    column: name,
    line,
    choices: ['.', ','],
  }
}

/**
 * The number of one cell under its column's decimal sign, or what was expected of it in a few words.
 * Example: `numberInCell('1.234', 'usdPerGpuHour', ',')` is `1234`; under `'.'` it is `1.234`. @see SPEC.md IM5
 */
export function numberInCell(
  cell: Cell,
  unit: Unit,
  sign: DecimalSign,
  field: FieldOfNumber = {},
): number | { readonly expected: string } {
  const text = String(cell)
  const decimal = typeof cell === 'number' ? '.' : sign
  const reading = readNumber(text, unit, field)
  if (reading.kind === 'error') {
    // "… cannot be read: WHY. Write it like EXAMPLE."
    return { expected: reading.message.slice(reading.message.indexOf('cannot be read: ') + 16) }
  }
  if (reading.kind === 'ambiguous') {
    if (decimal === null) throw new Error(`an ambiguous ${text} in a column that was found unambiguous`)
    return text.includes(decimal) ? reading.readings[0] : reading.readings[1]
  }
  const shown = signShownBy(text, unit)
  if (decimal !== null && shown !== null && shown !== 'either' && shown !== decimal)
    return { expected: `a number with "${decimal}" before its decimals` }
  return reading.value
}
