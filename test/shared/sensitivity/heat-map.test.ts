import { describe, expect, it } from 'vitest'
import { axisOf, caseOfCell, cellCount, cellsOf } from '../../../shared/sensitivity/heat-map.ts'
import type { HeatMapSpec } from '../../../shared/sensitivity/heat-map.ts'
import { hourTableOf } from '../../../shared/sensitivity/hour-table.ts'
import { entriesOf, statement, worked } from '../economics/given.ts'

const given = entriesOf(worked)
const spec: HeatMapSpec = {
  metric: 'net',
  columns: { key: 'priceUsdPerGpuHour', values: [0.5, 0.6] },
  rows: { key: 'rentalUtilizationRatio', values: [0.5, 0.25] },
}

describe('SN6 the heat map of two inputs', () => {
  it('counts its cells row by row', () => {
    expect(cellCount(spec)).toBe(4)
    expect(caseOfCell(spec, 1)).toEqual({ priceUsdPerGpuHour: 0.6, rentalUtilizationRatio: 0.5 })
    expect(caseOfCell(spec, 2)).toEqual({ priceUsdPerGpuHour: 0.5, rentalUtilizationRatio: 0.25 })
    expect(() => caseOfCell(spec, 4)).toThrow(/no cell 4/)
  })
  it('$0.50 and $0.60 by half rented: $117.10 and $150.04; a few cells are the same as all of them', () => {
    const all = cellsOf(given, spec, 0, 4)
    expect(all.slice(0, 2)).toEqual([
      { kind: 'value', usd: expect.closeTo(117.1, 9) as number },
      { kind: 'value', usd: expect.closeTo(150.04, 9) as number },
    ])
    expect([...cellsOf(given, spec, 0, 1), ...cellsOf(given, spec, 1, 4)]).toEqual(all)
  })
  it('price and rented share need not be given: the axes are', () => {
    const { priceUsdPerGpuHour: _, rentalUtilizationRatio: __, ...open } = given
    expect(cellsOf(open, spec, 0, 4)).toEqual(cellsOf(given, spec, 0, 4))
  })
  it('has 24 values on an axis, or as many as there are', () => {
    expect(axisOf(given, 'priceUsdPerGpuHour').values).toHaveLength(24)
    expect(axisOf(given, 'gpuCount').values).toEqual([1, 2, 3])
  })
  it('refuses one input on both axes', () => {
    expect(() => cellsOf(given, { ...spec, rows: spec.columns }, 0, 1)).toThrow(/needs two inputs/)
  })
})

describe('SN7 the year by hour and month', () => {
  const night = `${'O'.repeat(8)}${'-'.repeat(12)}${'O'.repeat(4)}`.repeat(7)

  it('lays rented hours evenly over the offered hours of the day', () => {
    const table = hourTableOf(statement({ ...worked, offeredWeek: night }), 0)
    expect(table.months).toEqual(['2026-11', '2026-12'])
    // November: 30 days x 12 h x half rented, over 12 hours of the day.
    expect(table.cells.rentedGpuHours[0]![0]).toBeCloseTo(15, 9)
    expect(table.cells.rentedGpuHours[0]![12]).toBe(0)
    expect(table.offeredHours[0]![12]).toBe(0)
  })
  it('charges each hour its own tariff: 5 kW h at $0.10 by night, at $0.40 by day', () => {
    const week = `${'L'.repeat(12)}${'H'.repeat(12)}`.repeat(7)
    const tariff = {
      tariffKind: 'time-of-use',
      tariffWeek: week,
      lowTariffPerKwh: 0.1,
      middleTariffPerKwh: 1,
      highTariffPerKwh: 0.4,
    }
    const { cells } = hourTableOf(statement({ ...worked, ...tariff }), 0)
    // 30 h of an hour of the day in November x (0.1 + 0.5 x 0.3) kW
    expect(cells.electricityUsd[0]![3]).toBeCloseTo(-30 * 0.25 * 0.1, 9)
    expect(cells.electricityUsd[0]![15]).toBeCloseTo(-30 * 0.25 * 0.4, 9)
    const [byNight, byDay] = [cells.netUsd[0]![3]!, cells.netUsd[0]![15]!]
    expect(byNight - byDay).toBeCloseTo(30 * 0.25 * 0.3, 9)
  })
  it('shows the first year of a longer horizon', () => {
    expect(hourTableOf(statement({ ...worked, horizonMonths: 30 }), 0).months).toHaveLength(12)
  })
})
