import { describe, expect, it } from 'vitest'
import type { InputDefinition, ListColumn, ListInput } from '../../../shared/economics/input-definition.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import { checkInputs, definitionOf } from '../../../shared/economics/inputs.ts'
import {
  byMonthOfYear,
  latestByMonth,
  listFault,
  listRows,
  monthNumber,
  productByMonth,
  sumInMonth,
} from '../../../shared/economics/lists.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import { assumed } from '../../../shared/figure.ts'
import { batch, worked } from './given.ts'

/** February to May 2027. */
const timeline = timelineOf(batch({ ...worked, startMonth: '2027-02' }))

describe('I7 a list', () => {
  it('is rows parted by ; of cells parted by blanks, a month counted from the year 0', () => {
    expect(monthNumber('2027-03')).toBe(24_326) // 12 x 2027 + 2
    expect(listRows('2027-03 0.8')).toEqual([[24_326, 0.8]])
    expect(listRows(' 2027-03   0.8 ;2028-01 -.5e1')).toEqual([
      [24_326, 0.8],
      [24_336, -5],
    ])
    expect(listRows('')).toEqual([])
  })
  it('holds from a month until the next row, and changes nothing before the first', () => {
    expect([...latestByMonth('2027-03 0.8', timeline, 1)]).toEqual([1, 0.8, 0.8, 0.8])
    expect([...latestByMonth('2027-03 0.8; 2027-05 2', timeline, 1)]).toEqual([1, 0.8, 0.8, 2])
    expect([...latestByMonth('2026-01 0.5; 2027-04 2', timeline, 1)]).toEqual([0.5, 0.5, 2, 2])
    expect([...latestByMonth('2027-06 3', timeline, 7)]).toEqual([7, 7, 7, 7])
    expect([...latestByMonth('', timeline, 7)]).toEqual([7, 7, 7, 7])
  })
  it('multiplies the factors of all rows that have begun', () => {
    expect([...productByMonth('2027-03 0.8; 2027-04 0.5', timeline)]).toEqual([1, 0.8, 0.4, 0.4])
    expect([...productByMonth('2020-01 3; 2027-05 2', timeline)]).toEqual([3, 3, 3, 6])
    expect([...productByMonth('2027-03 9 9 0.5', timeline, 3)]).toEqual([1, 0.5, 0.5, 0.5])
    expect([...productByMonth('2027-06 9', timeline)]).toEqual([1, 1, 1, 1])
  })
  it('counts in one month only what stands in exactly that month', () => {
    const rows = '2027-01 9 1; 2027-02 8 2; 2027-05 7 3; 2027-06 6 4'
    expect([...sumInMonth(rows, timeline, 1)]).toEqual([8, 0, 0, 7])
    expect([...sumInMonth(rows, timeline, 2)]).toEqual([2, 0, 0, 3])
  })
  it('gives a month of the year its row, and 0 where it has none', () => {
    expect([...byMonthOfYear('3 120; 4 90', timeline)]).toEqual([0, 120, 90, 0])
  })
})

const lists = (inputTable as readonly InputDefinition[]).filter(
  (row): row is ListInput => row.kind === 'list',
)
const fitting = (column: ListColumn) => (column.kind === 'month' ? '2027-03' : String(column.high))
const rowWith = ({ columns }: ListInput, at: number, cell: string) =>
  columns.map((column, c) => (c === at ? cell : fitting(column))).join(' ')
const notMonths = [
  'x2027-03',
  '12027-03',
  '2027-13',
  '2027-00',
  '2027-3',
  '27-03',
  '1899-12',
  '2200-01',
  '2027-03-01',
  'soon',
  '0.8',
]
const notNumbers = ['x', 'NaN', 'Infinity', '0x10', '1,5', '--1', '1e999', '$1', '1e', '.', '1.2.3']

const manyRows = (count: number) => Array.from({ length: count }, (_, r) => `${1950 + r}-01 1`).join(';')

describe('I7 a wrong cell is refused with its row, its column and its bounds', () => {
  it('knows all eleven lists, and each takes a row that fits', () => {
    expect(lists.map(({ key }) => key).toSorted()).toEqual([
      'contracts',
      'houseKwhByMonth',
      'orderBook',
      'platformFeeSteps',
      'priceJumps',
      'replacements',
      'resaleCurve',
      'solarSurplusKwhByMonth',
      'tariffTiers',
      'tokenPriceJumps',
      'utilizationByMonth',
    ])
    for (const list of lists) expect(listFault(list, rowWith(list, -1, '')), list.key).toBeNull()
    for (const list of lists) expect(listFault(list, ''), list.key).toBeNull()
  })
  it('names the bounds of every column of every list', () => {
    for (const list of lists) {
      list.columns.forEach((column, c) => {
        const wrong = column.kind === 'month' ? notMonths : notNumbers
        const bounds =
          column.kind === 'month'
            ? 'a month as YYYY-MM'
            : `${column.kind === 'integer' ? 'a whole number' : 'a number'} from ${column.low} to ${column.high}`
        const beyond =
          column.kind === 'month' ? [] : [String(column.low - 1e-6), String(column.high * (1 + 1e-9))]
        const broken = column.kind === 'integer' ? [String(column.high - 0.5)] : []
        for (const cell of [...wrong, ...beyond, ...broken]) {
          expect(listFault(list, rowWith(list, c, cell)), `${list.key}, ${cell}`).toBe(
            `row 1, ${column.label}: ${bounds}`,
          )
        }
        const ends =
          column.kind === 'month' ? ['1900-01', '2199-12'] : [String(column.low), String(column.high)]
        for (const cell of ends) {
          expect(listFault(list, rowWith(list, c, cell)), `${list.key}, ${cell}`).toBeNull()
        }
      })
    }
  })
  it('names the row, from 1', () => {
    const { platformFeeSteps } = Object.fromEntries(lists.map((list) => [list.key, list]))
    expect(listFault(platformFeeSteps!, '2027-03 2')).toBe('row 1, fee: a number from 0 to 0.95')
    expect(listFault(platformFeeSteps!, '2027-03 0.1; 2027-04 2')).toBe('row 2, fee: a number from 0 to 0.95')
    expect(listFault(platformFeeSteps!, '2027-03 .1; 2027-04 1e-2; 2027-05 0.')).toBeNull()
  })
  it('takes a number as people write it, and any blanks between cells', () => {
    const priceJumps = definitionOf('priceJumps') as ListInput
    for (const cell of ['12.5', '.25', '7.', '1e1', '1.5E+1', '2e-10', '-0']) {
      expect(listFault(priceJumps, `  2027-03 \t  ${cell} `), cell).toBeNull()
    }
  })
  it('wants as many cells as there are columns', () => {
    for (const list of lists) {
      const said = `row 1: ${list.columns.map(({ label }) => label).join(', ')}, parted by blanks, rows by ;`
      expect(listFault(list, `${rowWith(list, -1, '')} 1`), list.key).toBe(said)
      expect(listFault(list, fitting(list.columns[0]!)), list.key).toBe(said)
      expect(listFault(list, ' '), list.key).toBe(said)
      expect(listFault(list, `${rowWith(list, -1, '')};`), list.key).toBe(said.replace('row 1', 'row 2'))
    }
  })
  it('wants rows that ascend by the first column; contracts may begin together', () => {
    for (const list of lists) {
      const first = list.columns[0]!
      const [low, high] =
        first.kind === 'month' ? ['2027-03', '2027-04'] : [String(first.low), String(first.high)]
      const said = `row 2: rows that ascend by ${first.label}`
      const [one, other] = [rowWith(list, 0, low), rowWith(list, 0, high)]
      expect(listFault(list, `${one}; ${other}`), list.key).toBeNull()
      expect(listFault(list, `${other}; ${one}`), list.key).toBe(said)
      expect(listFault(list, `${one}; ${one}`), list.key).toBe(list.key === 'contracts' ? null : said)
      expect(listFault(list, `${one}; ${other}; ${one}`), list.key).toBe(said.replace('row 2', 'row 3'))
    }
  })
  it('takes 60 rows and not 61', () => {
    const priceJumps = definitionOf('priceJumps') as ListInput
    expect(listFault(priceJumps, manyRows(60))).toBeNull()
    expect(listFault(priceJumps, manyRows(61))).toBe('at most 60 rows')
  })
  it('says it with name, what was expected and what was given, cut to 60 letters', () => {
    const [problem] = checkInputs({ platformFeeSteps: '2027-03 2' })
    expect(problem).toEqual({
      key: 'platformFeeSteps',
      label: 'Later platform fees',
      given: '"2027-03 2"',
      expected: 'row 1, fee: a number from 0 to 0.95',
      message:
        'Later platform fees (platformFeeSteps): expected row 1, fee: a number from 0 to 0.95; given was "2027-03 2".',
    })
    expect(checkInputs({ priceJumps: 'x'.repeat(99) })[0]?.given).toBe(`"${'x'.repeat(60)}"`)
  })
  it('is no figure', () => {
    expect(checkInputs({ priceJumps: assumed(1, 'ratio') })[0]?.expected).toBe('rows parted by ;')
  })
})
