/** Random tables, written in random ways, have the cells that Python's `csv` reads in them. @see SPEC.md IM2 */
import { execFileSync, spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsvTable } from '../../shared/imports/csv-table.ts'
import { valueOf } from '../shared/imports/reading.ts'
import { isNightly } from './runs.ts'

const python = spawnSync('python3', ['--version']).status === 0
const tables = isNightly ? 10_000 : 1_000

const oracle = `
import csv, io, json, sys
answer = []
for text, delimiter in json.load(sys.stdin):
    answer.append([row for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter) if row])
json.dump(answer, sys.stdout)
`

const delimiter = fc.constantFrom(',', ';', '\t', '|')
/** Characters that CSV gives a meaning to, and some that it does not. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom(',', ';', '\t', '|', '"', '\n', '\r', ' ', 'a', 'é', '😀'),
    maxLength: 8,
  }),
  fc.constantFrom('', '0,31', '1.234', 'RTX 4090', '"', '""', "'", '\\', 'x"y'),
)
const rows = (columns: number) =>
  fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: columns, maxLength: columns }), {
    maxLength: 8,
  })

/** As a program writes it: quotes where they are needed, and now and then where they are not. */
function written(cells: readonly (readonly [string, boolean])[], separator: string): string {
  const line = cells.map(([text, wantsQuotes]) => {
    const needsQuotes = /[\r\n]/.test(text) || text.startsWith('"') || text.includes(separator)
    return wantsQuotes || needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
  })
  return line.join(separator) === '' ? '""' : line.join(separator)
}

const file = fc
  .tuple(delimiter, fc.integer({ min: 1, max: 6 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .chain(([separator, columns, end, endsWithEnd]) =>
    rows(columns).map((body) => {
      const header = Array.from({ length: columns }, (_, i) => `column ${i}`).join(separator)
      const text =
        [header, ...body.map((row) => written(row, separator))].join(end) + (endsWithEnd ? end : '')
      return { separator, text, cells: body.map((row) => row.map(([value]) => value)) }
    }),
  )

it.skipIf(!python)(
  `IM2 ${tables} random tables are cell for cell as Python reads them${python ? '' : ' (skipped: no python3 here)'}`,
  { timeout: 600_000 },
  () => {
    const seed = Number(process.env['IDLEWATT_SEED'] ?? Date.now() % 2_147_483_647)
    console.log(`CSV against Python: ${tables} tables, IDLEWATT_SEED=${seed}`)
    const files = fc.sample(file, { numRuns: tables, seed })
    const answers = JSON.parse(
      execFileSync('python3', ['-c', oracle], {
        input: JSON.stringify(files.map(({ text, separator }) => [text, separator])),
        encoding: 'utf8',
        maxBuffer: 1e9,
      }),
    ) as string[][][]
    expect(answers).toHaveLength(tables)
    for (const [index, { text, separator, cells }] of files.entries()) {
      const { rows, ragged } = valueOf(readCsvTable(text, separator))
      expect(
        rows.map((row) => row.cells),
        JSON.stringify(text),
      ).toEqual(answers[index]!.slice(1))
      expect(answers[index]!.slice(1)).toEqual(cells)
      expect(ragged).toEqual([])
    }
  },
)
