/** Dated flows with their present values, and the search for their rate of return. @see SPEC.md K, Y3, N6, N7 */
import type { Workbook } from './cells.ts'
import { absolute, address, define, newSheet, put } from './cells.ts'
import type { Column } from './table.ts'
import { formats, putTable } from './table.ts'

const { usd, exact, integer, date } = formats
const saleTax = (gain: string) => `taxRateRatio*IF(lossTreatment="refunded",${gain},MAX(0,${gain}))`
const ofMonth = (key: string) => `INDEX(months_${key},[month])`

const flowColumns: readonly Column[] = [
  { key: 'date', label: 'Date', unit: '', format: date, formula: ofMonth('last'), first: 'startMonth' },
  {
    key: 'month',
    label: 'Month',
    unit: '0 is the start',
    format: integer,
    formula: '[month-]+1',
    first: '0',
  },
  {
    key: 'bankedUsd',
    label: 'Banked',
    unit: '$',
    format: usd,
    formula: ofMonth('bankedUsd'),
    first: 'loanUsd-collateralUsd',
  },
  {
    key: 'cardUsd',
    label: 'Card bought or sold',
    unit: '$',
    format: usd,
    formula: 'IF(AND(capitalKnown=1,[month]=horizonMonths),[cards],0)',
    first: '-outlayUsd',
  },
  {
    key: 'cards',
    label: 'Cards, after selling cost',
    unit: '$',
    format: usd,
    formula: `${ofMonth('resaleUsd')}*(1-saleCostRatio)`,
    first: 'resaleNowUsd*(1-saleCostRatio)',
  },
  {
    key: 'flow',
    label: 'Flow',
    unit: '$',
    format: usd,
    formula: '[bankedUsd]+[cardUsd]',
    look: 'key figure',
  },
  { key: 'years', label: 'Years', unit: 'of 365 days', format: exact, formula: '([date]-startMonth)/365' },
  {
    key: 'factor',
    label: 'Discount',
    unit: 'factor',
    format: exact,
    formula: '(1+discountRatePerYear)^-[years]',
  },
  { key: 'present', label: 'Present value', unit: '$', format: usd, formula: '[flow]*[factor]' },
  {
    key: 'cumulative',
    label: 'Banked so far',
    unit: '$',
    format: usd,
    formula: '[cumulative-]+[bankedUsd]',
    first: '[flow]',
  },
  {
    key: 'below',
    label: 'Month, where below zero',
    unit: '',
    format: integer,
    formula: 'IF([cumulative]<0,[month],-1)',
  },
  {
    key: 'bankedPresent',
    label: 'Banked so far',
    unit: '$, present value',
    format: usd,
    formula: '[bankedPresent-]+[bankedUsd]*[factor]',
    first: '[bankedUsd]',
  },
  {
    key: 'leave',
    label: 'Sell then',
    unit: '$, present value',
    format: usd,
    formula: `IF([month]<horizonMonths,[bankedPresent]+(${ofMonth('pipelineUsd')}+[cards]-${saleTax(`([cards]-${ofMonth('bookUsd')})`)})*[factor],IF([month]=horizonMonths,runUsd,""))`,
    first: 'sellUsd',
  },
]

export function putCashFlow(workbook: Workbook, months: number): void {
  const sheet = newSheet(workbook, 'CashFlow')
  put(sheet, 1, 1, { value: 'Dated flows: the start, the last day of each month', look: 'title' })
  putTable(workbook, sheet, { prefix: 'flow_', headerRow: 6, rows: months + 1, columns: flowColumns })
  sheet.frozenColumns = 2
  const single: readonly (readonly [string, string, string])[] = [
    [
      'outlayUsd',
      'Outlay',
      `IF(capitalKnown=0,0,IF(ownership="owned",sellUsd,N(purchaseUsdPerGpu)*gpuCount))`,
    ],
    [
      'sellUsd',
      'Sell today',
      `resaleNowUsd*(1-saleCostRatio)-${saleTax('(resaleNowUsd*(1-saleCostRatio)-depreciableUsd)')}`,
    ],
    [
      'runUsd',
      'Run to the horizon',
      'MAX(flow_bankedPresent_last)+INDEX(flow_cards,horizonMonths+1)*INDEX(flow_factor,horizonMonths+1)',
    ],
    [
      'leaveUsd',
      'Leave it',
      `(INDEX(months_unwornUsd,horizonMonths)*(1-saleCostRatio)-${saleTax('(INDEX(months_unwornUsd,horizonMonths)*(1-saleCostRatio)-INDEX(months_bookUsd,horizonMonths))')})*INDEX(flow_factor,horizonMonths+1)`,
    ],
  ]
  const bankedPresent = flowColumns.findIndex(({ key }) => key === 'bankedPresent') + 1
  define(workbook, 'flow_bankedPresent_last', absolute(sheet, 8 + months, bankedPresent))
  single.forEach(([name, label, formula], i) => {
    const column = 1 + i * 2
    put(sheet, 3, column, { value: label, look: 'header' })
    put(sheet, 3, column + 1, { formula, format: usd })
    define(workbook, name, absolute(sheet, 3, column + 1))
  })
}

const gridRows = 280
const halvings = 60

/** Every step of the grid is a growth of a tenth; a change of sign between two rows holds a rate. */
const gridColumns: readonly Column[] = [
  {
    key: 'growth',
    label: 'ln(1 + rate)',
    unit: '',
    format: exact,
    formula: 'MIN([growth-]+0.1,LN(1000001))',
    first: 'LN(0.000001)',
  },
  {
    key: 'value',
    label: 'Net present value',
    unit: '$',
    format: '0.00E+00',
    formula: 'SUMPRODUCT(flow_flow*EXP(-[growth]*flow_years))',
  },
  {
    key: 'turns',
    label: 'Turns here',
    unit: '1 or 0',
    format: integer,
    formula: 'IF([value]*[value-]<0,1,0)',
    first: '0',
  },
]

/** Halves the first bracket of the grid. */
const halvingColumns: readonly Column[] = [
  {
    key: 'low',
    label: 'From',
    unit: 'ln(1 + rate)',
    format: exact,
    formula: 'IF([same-]=1,[middle-],[low-])',
    first: 'IF(rateCount=0,0,INDEX(grid_growth,MATCH(1,grid_turns,0)-1))',
  },
  {
    key: 'high',
    label: 'To',
    unit: 'ln(1 + rate)',
    format: exact,
    formula: 'IF([same-]=1,[high-],[middle-])',
    first: 'IF(rateCount=0,0,INDEX(grid_growth,MATCH(1,grid_turns,0)))',
  },
  { key: 'middle', label: 'Middle', unit: 'ln(1 + rate)', format: exact, formula: '([low]+[high])/2' },
  {
    key: 'same',
    label: 'Sign as at the start',
    unit: '1 or 0',
    format: integer,
    formula: 'IF(SUMPRODUCT(flow_flow*EXP(-[middle]*flow_years))*bracketValue>0,1,0)',
  },
]

export function putReturn(workbook: Workbook): void {
  const grid = newSheet(workbook, 'ReturnGrid')
  put(grid, 1, 1, { value: 'Where the net present value turns its sign', look: 'title' })
  putTable(workbook, grid, { prefix: 'grid_', headerRow: 3, rows: gridRows, columns: gridColumns })
  const search = newSheet(workbook, 'ReturnSearch')
  put(search, 1, 1, { value: 'The rate, by halving', look: 'title' })
  putTable(workbook, search, { prefix: 'halving_', headerRow: 3, rows: halvings, columns: halvingColumns })
  const single: readonly (readonly [string, string, string, string])[] = [
    ['rateCount', 'Rates found', 'SUM(grid_turns)', integer],
    [
      'bracketValue',
      'Value at the start',
      'IF(rateCount=0,0,INDEX(grid_value,MATCH(1,grid_turns,0)-1))',
      '0.00E+00',
    ],
    [
      'rateOfReturn',
      'Rate of return',
      'IF(rateCount=1,EXP(' + address(4 + halvings, 3) + ')-1,"not meaningful")',
      formats.ratio,
    ],
  ]
  single.forEach(([name, label, formula, format], i) => {
    put(search, 3 + i, 6, { value: label, look: 'header' })
    put(search, 3 + i, 7, { formula, format })
    define(workbook, name, absolute(search, 3 + i, 7))
  })
  search.columnWidths.set(6, 24).set(7, 16)
}
