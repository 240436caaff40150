/** What the workbook is, and what it cannot do. */
import type { Workbook } from './cells.ts'
import { newSheet, put } from './cells.ts'
import type { About } from './workbook.ts'

const sentences: readonly (readonly [string, string])[] = [
  ['Headlines', 'The figures that decide. Each is a formula over the other sheets.'],
  [
    'Inputs',
    'All that can be changed: column D, and the tables from column O on for weeks, months and lists. Column E is what counts; a grey figure is an assumption of Idlewatt. An emptied cell is unknown, never zero.',
  ],
  ['Rig', 'Watts at the wall, the calendar, terms of payout, capital.'],
  [
    'Months',
    'The statement. Costs are negative; the lines sum to the net. Columns behind the lines say what was banked, taxed, and what the cards are worth.',
  ],
  [
    'Days',
    'Each day in its order: work of earlier days is credited, a payout is made, tokens that are free are sold, money arrives, the day’s work accrues.',
  ],
  [
    'Tax',
    'Calendar years: taxable income, depreciation, losses carried, tax due. Without a rate all is before tax.',
  ],
  ['CashFlow', 'Dated flows and their present value, Act/365 from the first day of the start month.'],
  [
    'ReturnGrid, ReturnSearch',
    'The rate of return: where the present value turns its sign, and by halving there. Two rates within a tenth of growth of each other can be missed as a pair.',
  ],
  [
    'Conventions',
    'A ratio is 0 to 1, money is US dollars, a month has its calendar days, a day of the tables begins at 0. Months as YYYY-MM, as text.',
  ],
  [
    'Cannot be changed here',
    'The tables hold the exported horizon and delays and twelve months more. Beyond that the headlines say “export again”. So they do where an input is missing or out of its bounds. Start months before March 1900 are off by a day in spreadsheets. Break-even prices, the gate and sensitivities are searches: they are in Idlewatt, not here.',
  ],
  [
    'XNPV and XIRR',
    'The spreadsheet’s own functions stand beside the rates of the sheets. XIRR may fail, or find one rate of several, where the sheets say “not meaningful”.',
  ],
]

export function putReadMe(workbook: Workbook, { name, date, version }: About): void {
  const sheet = newSheet(workbook, 'ReadMe')
  put(sheet, 1, 1, { value: 'What this workbook is', look: 'title' })
  put(sheet, 2, 1, { value: name })
  put(sheet, 2, 2, {
    value: `Exported by Idlewatt ${version} on ${date}. Every figure outside the Inputs sheet is a formula.`,
  })
  sentences.forEach(([heading, words], i) => {
    put(sheet, 4 + i, 1, { value: heading, look: 'header' })
    put(sheet, 4 + i, 2, { value: words })
  })
  sheet.columnWidths.set(1, 28).set(2, 140)
}
