/** Lists among the inputs as tables of 60 rows, with what formulas need of them beside. @see SPEC.md I7 */
import type { ListInput } from '../economics/input-definition.ts'
import { inputTable } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { wordOf } from '../economics/inputs.ts'
import type { Sheet, Workbook } from './cells.ts'
import { absolute, columnLetters, define, put } from './cells.ts'
import { formats } from './table.ts'

const firstRow = 6
const mostRows = 60

/** Columns that are computed: `[1]` is the first typed column in the row, `[name]` a computed one, `[name-]` above. */
type Helper = {
  readonly name: string
  readonly label: string
  readonly formula: string
  readonly first?: string
}

/** A month as a number; far away where the row is empty, so that no comparison finds it. */
const monthNumber = (column: number, empty: string) =>
  `IF([${column}]="",${empty},IF(ISNUMBER([${column}]),YEAR([${column}])*12+MONTH([${column}])-1,VALUE(LEFT([${column}],4))*12+VALUE(MID([${column}],6,2))-1))`
const from: Helper = { name: 'month', label: 'month as a number', formula: monthNumber(1, '999999') }
const product = (column: number): Helper => ({
  name: 'product',
  label: 'factor so far',
  formula: `[product-]*IF([1]="",1,[${column}])`,
  first: `IF([1]="",1,[${column}])`,
})

const helpers: Readonly<Record<string, readonly Helper[]>> = {
  priceJumps: [from, product(2)],
  tokenPriceJumps: [from, product(2)],
  utilizationByMonth: [from],
  platformFeeSteps: [from],
  replacements: [from, product(4)],
  contracts: [from, { name: 'to', label: 'to, as a number', formula: monthNumber(2, '0') }],
  tariffTiers: [
    { name: 'from', label: 'begins at', formula: 'IF([1]="",1E+12,[1])' },
    { name: 'step', label: 'price above the tier before', formula: 'IF([1]="",0,[2]-[2-])', first: 'N([2])' },
  ],
  houseKwhByMonth: [],
  solarSurplusKwhByMonth: [],
  resaleCurve: [{ name: 'age', label: 'age, for looking up', formula: 'IF([1]="",1E+9,[1])' }],
  orderBook: [
    { name: 'share', label: 'share of the price', formula: 'IF([1]="",0,1-[1])' },
    { name: 'from', label: 'value sold before', formula: 'IF([1]="",1E+300,[to-])', first: '0' },
    {
      name: 'to',
      label: 'value sold with it',
      formula: 'IF([1]="",[to-],[to-]+[2]/(1-[1]))',
      first: 'IF([1]="",0,[2]/(1-[1]))',
    },
    {
      name: 'step',
      label: 'share less the one before',
      formula: 'IF([1]="",0,[share]-[share-])',
      first: '[share]',
    },
  ],
}

export function putLists(workbook: Workbook, sheet: Sheet, entries: InputEntries, column: number): void {
  let next = column
  for (const definition of inputTable) {
    if (definition.kind !== 'list') continue
    next = putList(workbook, sheet, definition, wordOf(entries, definition.key) ?? '', next)
  }
}

function putList(
  workbook: Workbook,
  sheet: Sheet,
  definition: ListInput,
  text: string,
  column: number,
): number {
  const { key, label, columns } = definition
  const rows = text === '' ? [] : text.split(';').map((row) => row.trim().split(/\s+/))
  const computed = helpers[key]
  if (computed === undefined) throw new Error(`The workbook does not know the list ${key}.`)
  put(sheet, 3, column, { value: label, look: 'group' })
  const places = new Map<string, number>()
  columns.forEach((each, c) => {
    const at = column + c
    places.set(String(c + 1), at)
    put(sheet, 4, at, { value: each.label, look: 'header' })
    sheet.columnWidths.set(at, 16)
    for (let r = 0; r < mostRows; r += 1) {
      const cell = rows[r]?.[c]
      const value = cell === undefined ? null : each.kind === 'month' ? cell : Number(cell)
      put(sheet, firstRow + r, at, {
        value,
        look: 'list',
        ...(each.kind === 'month' && { format: formats.text }),
      })
    }
    if (each.kind !== 'month') {
      const letters = columnLetters(at)
      sheet.validations.push({
        kind: each.kind,
        low: each.low,
        high: each.high,
        range: `${letters}${firstRow}:${letters}${firstRow + mostRows - 1}`,
        message: `${label}, ${each.label}: ${each.low} to ${each.high}`,
      })
    }
    define(workbook, `${key}_${c + 1}`, absolute(sheet, firstRow, at, firstRow + mostRows - 1))
  })
  computed.forEach((helper, h) => places.set(helper.name, column + columns.length + h))
  computed.forEach((helper, h) => {
    const at = column + columns.length + h
    put(sheet, 4, at, { value: helper.label, look: 'note' })
    sheet.columnWidths.set(at, 14)
    for (let r = 0; r < mostRows; r += 1) {
      const row = firstRow + r
      const template = r === 0 && helper.first !== undefined ? helper.first : helper.formula
      const formula = template.replace(
        /\[(\w+)(-?)\]/g,
        (_, name: string, above: string) =>
          `$${columnLetters(places.get(name)!)}${above === '' ? row : row - 1}`,
      )
      put(sheet, row, at, { formula })
    }
    define(workbook, `${key}_${helper.name}`, absolute(sheet, firstRow, at, firstRow + mostRows - 1))
  })
  return column + columns.length + computed.length + 1
}

/** By month number: the value of the latest row that has begun, else `before`. */
export function latest(key: string, values: string, month: string, before: string): string {
  const count = `COUNTIF(${key}_month,"<="&${month})`
  return `IF(${count}=0,${before},INDEX(${values},${count}))`
}
