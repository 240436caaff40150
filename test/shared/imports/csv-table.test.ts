/** @see SPEC.md IM1, IM2 */
import { describe, expect, it } from 'vitest'
import { scanCsv } from '../../../shared/imports/csv-scan.ts'
import { readCsvTable } from '../../../shared/imports/csv-table.ts'
import { importLimits } from '../../../shared/imports/import-limits.ts'
import { placeAt, plainText, utf8Bytes } from '../../../shared/imports/import-text.ts'
import { raggedLines } from '../../../shared/imports/table.ts'
import { spectrum } from './csv-spectrum.ts'
import { valueOf } from './reading.ts'

const table = (text: string) => valueOf(readCsvTable(text))

describe('IM2 csv-spectrum', () => {
  it('has all its 12 cases', () => {
    expect(spectrum).toHaveLength(12)
  })
  it.each(spectrum)('reads $name as its maintainers do', ({ csv, expected }) => {
    const { header, rows, ragged } = table(csv)
    expect(rows.map(({ cells }) => Object.fromEntries(header.map((name, i) => [name, cells[i]])))).toEqual(
      expected,
    )
    expect(ragged).toEqual([])
  })
})

describe('IM2 a CSV text', () => {
  it('gives the examples of its docstrings', () => {
    expect(table('card;ask\nRTX 4090;"0,31"')).toEqual({
      format: 'CSV',
      delimiter: ';',
      header: ['card', 'ask'],
      rows: [{ line: 2, cells: ['RTX 4090', '0,31'] }],
      ragged: [],
    })
    expect(scanCsv('a,b\n\n"1\n",2', ',', 9).rows).toEqual([
      { line: 1, cells: 2 },
      { line: 2, cells: 0 },
      { line: 3, cells: 2 },
    ])
    expect(raggedLines(table('a\n1'))).toEqual([])
  })

  it.each([',', ';', '\t', '|'] as const)('may be parted by %j, found without being told', (delimiter) => {
    const text = ['card', 'ask', 'region']
      .map((name, i) => [name, `${i},5 of; x`].map((cell) => `"${cell}"`))
      .reduce(
        ([a, b], [name, cell]) => [`${a}${delimiter}${name}`, `${b}${delimiter}${cell}`],
        ['"n"', '"0"'],
      )
      .join('\n')
    expect(table(text)).toMatchObject({ delimiter, header: ['n', 'card', 'ask', 'region'] })
  })

  it('is parted by semicolons where commas are decimals', () => {
    expect(table('date;price\n2026-01-01;1,5\n2026-01-02;1,6')).toMatchObject({
      delimiter: ';',
      header: ['date', 'price'],
    })
  })

  it('tells the lines of rows behind cells with line ends, blank lines and any kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(table(['a,b', '"1', '2",3', '', '4,5', ''].join(end)).rows.map(({ line }) => line)).toEqual([
        2, 5,
      ])
  })

  it('reports a row of another length than the header by its line', () => {
    const { rows, ragged } = table('a,b\n1,2\n3\n4,5,6\n7,')
    expect(rows.map(({ line }) => line)).toEqual([2, 5])
    expect(ragged).toEqual([
      { line: 3, cells: 1 },
      { line: 4, cells: 3 },
    ])
    expect(raggedLines(table('a,b\n3'))).toEqual([
      { line: 2, column: null, found: '1 cell', expected: '2 cells, as in the header' },
    ])
  })

  it('keeps a quote that does not open its cell', () => {
    expect(table('a,b\n5" disk,x"y"').rows[0]!.cells).toEqual(['5" disk', 'x"y"'])
  })

  it.each([
    ['an open quote', 'a,b\n1,"2\n3,4', 2, 3],
    ['text behind a closing quote', 'a,b\n"1"x,2', 2, 4],
    ['two kinds of line end', 'a,b\n1,2\r\n', 2, 4],
    ['a column named twice', 'a, a', 1, 1],
    ['a column without a name', 'a,\n1,2', 1, 1],
    ['a NUL', 'a,b\n1,\u0000', 2, 3],
    ['the mark of UTF-16', '\ufffea', 1, 1],
    ['UTF-16 read as UTF-8', '\ufffd\ufffda', 1, 1],
    ['nothing', ' \n', 1, 1],
    ['too long a cell', `a\n${'x'.repeat(importLimits.cellCharacters + 1)}`, 2, 1],
    ['too many columns', `a\n${','.repeat(importLimits.columns)}`, 2, importLimits.columns],
    ['too many rows', `a\n${'1\n'.repeat(importLimits.rows + 1)}`, importLimits.rows + 2, 1],
    [
      'too many cells',
      `${Array.from({ length: 200 }, (_, i) => `c${i}`).join(',')}\n${`${','.repeat(199)}\n`.repeat(10_000)}`,
      10_001,
      1,
    ],
  ])('is refused with line and column for %s', (_, text, line, column) => {
    const reading = readCsvTable(text)
    expect(reading).toMatchObject({ kind: 'refused', line, column })
    expect(reading.kind === 'refused' && reading.message).toContain(`(line ${line}, column ${column})`)
  })

  it('takes as much as the limits allow', () => {
    expect(table(`a\n${'1\n'.repeat(importLimits.rows)}`).rows).toHaveLength(importLimits.rows)
    expect(table(`a\n${'x'.repeat(importLimits.cellCharacters)}`).rows).toHaveLength(1)
  })
})

describe('IM1 a text', () => {
  it('gives the examples of its docstrings', () => {
    expect(utf8Bytes('0,31 €', 100)).toBe(8)
    expect(placeAt('a\r\nbc', 4)).toEqual({ line: 2, column: 2 })
    expect(valueOf(plainText('\ufeffa'))).toBe('a')
    // Two marks, as a program leaves them that adds one of its own; the quote behind them opens a cell.
    expect(table('\ufeff\ufeff"a";b\n1;2').header).toEqual(['a', 'b'])
    expect(readCsvTable('\ufeff\ufeff"a;b\n1;"2"\n').kind).toBe('refused')
  })

  it('is measured in bytes as Node encodes it', () => {
    for (const text of ['a', 'é', '€', '😀', '\ud800', '\udc00x', '😀é€a'.repeat(50)])
      expect(utf8Bytes(text, 10_000), text).toBe(Buffer.byteLength(text))
  })

  it('is refused from one byte above the limit, though it has fewer characters', () => {
    const most = importLimits.bytes
    expect(plainText('é'.repeat(most / 2)).kind).toBe('read')
    expect(plainText(`${'é'.repeat(most / 2)}a`)).toMatchObject({ kind: 'refused', line: 1 })
  })
})
