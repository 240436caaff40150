import { describe, expect, it } from 'vitest'
import { cellOf, emptyTable, seriesOf, tableOf } from '../../../shared/economics/table.ts'

describe('S4 a table of months and scenarios', () => {
  it('starts as zeros, one for each month of each scenario', () => {
    expect(emptyTable(2, 3).values).toEqual(new Float64Array(6))
  })
  it('is computed cell by cell', () => {
    expect([...tableOf(1, 2, (_month, scenario) => scenario).values]).toEqual([0, 1])
    const table = tableOf(2, 3, (month, scenario) => 10 * month + scenario)
    expect(cellOf(table, 1, 2)).toBe(12)
    expect(seriesOf(table, 1)).toEqual([1, 11])
  })
  it('refuses a cell that it does not have', () => {
    const table = emptyTable(2, 3)
    expect(() => cellOf(table, 0, 3)).toThrow('No cell at month 0, scenario 3')
    expect(() => cellOf(table, 2, 0)).toThrow('No cell at month 2, scenario 0')
  })
})
