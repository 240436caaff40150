/** Columns of numbers in the patterns that countries write: read as written, or asked about. @see SPEC.md IM5 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalSignOf, numberInCell } from '../../shared/imports/column-numbers.ts'
import type { Table } from '../../shared/imports/table.ts'
import { isNightly } from './runs.ts'

const numbers = isNightly ? 1_000_000 : 100_000
const perColumn = 5
const seed = Number(process.env['IDLEWATT_SEED'] ?? Date.now() % 2_147_483_647)

/** Decimal sign and groups: of Germany, the United States, France, Switzerland, India, Sweden, programs. */
const patterns = [
  { decimal: ',', group: '.', indian: false },
  { decimal: '.', group: ',', indian: false },
  { decimal: ',', group: '\u202f', indian: false },
  { decimal: '.', group: '’', indian: false },
  { decimal: '.', group: ',', indian: true },
  { decimal: ',', group: '\u00a0', indian: false },
  { decimal: ',', group: ' ', indian: false },
  { decimal: '.', group: '', indian: false },
  { decimal: ',', group: '', indian: false },
] as const

type Pattern = (typeof patterns)[number]

/** An integer of the last decimal, so that the value is exact by decimal digits alone. */
type Written = { readonly text: string; readonly value: number }

function write(units: number, decimals: number, { decimal, group, indian }: Pattern): Written {
  const digits = String(units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  const edges = indian ? /\B(?=(?:\d{2})*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g
  return {
    text: whole.replace(edges, group) + (decimals === 0 ? '' : decimal + fraction),
    value: Number(decimals === 0 ? whole : `${whole}.${fraction}`),
  }
}

const column = fc.constantFrom(...patterns).chain((pattern) =>
  fc.record({
    pattern: fc.constant(pattern),
    cells: fc.array(
      fc
        .oneof(
          fc.tuple(fc.nat({ max: 99_999_999 }), fc.integer({ min: 0, max: 4 })),
          // With groups or with three decimals: one mark before three digits.
          fc.tuple(fc.integer({ min: 1000, max: 999_999 }), fc.constantFrom(0, 3)),
        )
        .map(([units, decimals]) => write(units, decimals, pattern)),
      { minLength: 1, maxLength: perColumn },
    ),
  }),
)

const tableOf = (texts: readonly string[]): Table => ({
  format: 'CSV',
  delimiter: ';',
  header: ['n'],
  rows: texts.map((text, index) => ({ line: index + 2, cells: [text] })),
  ragged: [],
})

it(
  'I7 a column is read as its country writes it, or asked about: never is a number misread',
  { timeout: 3_600_000 },
  () => {
    console.log(`columns of numbers: ${numbers} numbers, IDLEWATT_SEED=${seed}`)
    const seen = { asks: 0, sign: 0 }
    fc.assert(
      fc.property(column, ({ pattern, cells }) => {
        const texts = cells.map(({ text }) => text)
        for (const { text, value } of cells)
          expect(numberInCell(text, 'usd', pattern.decimal), text).toBe(value)
        const decided = decimalSignOf(tableOf(texts), 0, 'usd', null)
        if (decided.kind === 'asks') {
          seen.asks += 1
          // All that has a mark at all can mean two things.
          for (const text of texts) expect(text).toMatch(/^(?:\d+|[1-9]\d{0,2}[.,]\d{3}|[\d\s’]+)$/u)
          return
        }
        if (decided.kind === 'refused') expect.fail(`${texts.join(' | ')}: ${decided.message}`)
        seen.sign += 1
        for (const { text, value } of cells) expect(numberInCell(text, 'usd', decided.sign), text).toBe(value)
      }),
      // Three of five on average.
      { numRuns: Math.ceil(numbers / 3), seed },
    )
    expect(seen.asks).toBeGreaterThan(100)
    expect(seen.sign).toBeGreaterThan(seen.asks)
  },
)
