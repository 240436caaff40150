/** A workbook that our own calculator has worked out, read as the tests read LibreOffice's. */
import { calculate } from '../../../shared/workbook/calculate.ts'
import type { Workbook } from '../../../shared/workbook/cells.ts'
import { columnNumber, address } from '../../../shared/workbook/cells.ts'
import type { Edit } from './changes.ts'
import type { Readable } from './differences.ts'

export function readable(workbook: Workbook): Readable {
  const calculated = calculate(workbook)
  return {
    headline: (name) => calculated.valueOf(name),
    month: (key, month) => {
      const [, column, row] = /\$([A-Z]+)\$(\d+)/.exec(workbook.names.get(`months_${key}`)!)!
      return calculated.valueAt('Months', address(Number(row) + month, columnNumber(column!)))
    },
  }
}

/** The same workbook with other values in cells of its Inputs sheet; all else, formulas too, stays. */
export function edited(workbook: Workbook, edits: readonly Edit[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== 'Inputs') return sheet
      const cells = new Map(sheet.cells)
      for (const { address: at, value } of edits) cells.set(at, { ...cells.get(at), value })
      return { ...sheet, cells }
    }),
  }
}
