import { describe, expect, it } from 'vitest'
import {
  firstYearMean,
  firstYearMonths,
  runningLines,
  statementLines,
  statementOf,
  valueLossUsdPerMonth,
  wearUsdPerMonth,
} from '../../../shared/economics/statement.ts'
import { cellOf, seriesOf, tableOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { batch, statement, worked, workedCard } from './given.ts'

describe('S1 the lines of a month', () => {
  it('are those of SPEC.md, costs negative, and sum to the net', () => {
    const { lines, netUsd } = statement({
      ...worked,
      paymentFeeRatio: 0.5,
      coolingKind: 'site',
      pueRatio: 1.5,
      fixedChargePerMonth: 7,
      consumablesUsdPerRentedGpuHour: 0.01,
      trafficGigabytesPerRentedGpuHour: 2,
      trafficUsdPerGigabyte: 0.05,
      labourHoursPerMonth: 3,
      labourUsdPerHour: 20,
      annualFailureRatio: 0.365,
      replacementUsdPerGpu: 100,
      subsidyUsdPerUpGpuHour: 0.1,
    })
    const november = Object.fromEntries(
      statementLines.map(({ key }) => [key, Math.round(cellOf(lines[key], 0, 0) * 1e9) / 1e9]),
    )
    // 720 up hours, 360 rented, 180 kWh; 0.365 x 30 / 365 = 0.03 cards of $100 fail.
    expect(november).toEqual({
      usageUsd: 180,
      subsidyUsd: 72,
      alternativeUsd: 0,
      heatCreditUsd: 0,
      platformFeeUsd: -18,
      paymentFeeUsd: -81,
      electricityUsd: -36,
      coolingUsd: -18,
      fixedChargeUsd: -7,
      peakChargeUsd: 0,
      consumablesUsd: -3.6,
      trafficUsd: -36,
      fixedOperatingUsd: -10,
      labourUsd: -60,
      repairsUsd: -3,
      downtimeCreditUsd: 0,
      slashingUsd: 0,
      penaltyUsd: 0,
      withdrawalFeeUsd: 0,
      saleCostUsd: 0,
      taxUsd: 0,
    })
    expect(cellOf(netUsd, 0, 0)).toBeCloseTo(252 - 99 - 54 - 7 - 3.6 - 36 - 10 - 60 - 3, 9)
  })
})

describe('S2 costs of running stand in the month that causes them', () => {
  it('end with the horizon; payout costs stand in the month of the payout', () => {
    const { lines } = statement({
      ...worked,
      fixedChargePerMonth: 7,
      labourHoursPerMonth: 1,
      labourUsdPerHour: 9,
    })
    for (const key of runningLines) expect(seriesOf(lines[key], 0).slice(2), key).toEqual([0, 0])
    expect(seriesOf(lines.withdrawalFeeUsd, 0)).toEqual([0, -2, -2, 0])
    expect(seriesOf(lines.labourUsd, 0)).toEqual([-9, -9, 0, 0])
  })
})

describe('S3 banked = banked income + costs of running', () => {
  it('is -$46, $112.80 and $165.40 for the worked rig', () => {
    const [november, december, january, february] = seriesOf(statement(worked).bankedUsd, 0)
    expect(november).toBeCloseTo(-46, 9)
    expect(december).toBeCloseTo(160 - 47.2, 9)
    expect(january).toBeCloseTo(165.4, 9)
    expect(february).toBe(0)
  })
})

describe('S4 a batch', () => {
  it('holds scenarios side by side, each with its own horizon', () => {
    const columns = batch({ ...worked, horizonMonths: 3 }, 2)
    columns.columns.horizonMonths![0] = 2
    const both = statementOf(columns)
    expect(both.netUsd.months).toBe(5)
    const alone = statement(worked)
    for (let m = 0; m < 4; m += 1) expect(cellOf(both.netUsd, m, 0)).toBe(cellOf(alone.netUsd, m, 0))
    expect(cellOf(both.netUsd, 4, 0)).toBe(0)
    expect(cellOf(both.netUsd, 2, 1)).toBeGreaterThan(100)
  })
})

const months = (horizonMonths: number) => firstYearMonths(statement({ ...worked, horizonMonths }), 0)

describe('N1 N3 means of the first year', () => {
  it('are over 12 months, or the horizon where it is shorter', () => {
    expect([months(3), months(12), months(36)]).toEqual([3, 12, 12])
    const three = statement({ ...worked, horizonMonths: 3 })
    const table = tableOf(5, 1, (m) => (m < 3 ? 10 * (m + 1) : 1000))
    expect(firstYearMean(three, table, 0)).toBe(20)
  })
  it('lose $2 a month through load: unworn $600 and worn $576 after 12 months', () => {
    const given: Given = {
      ...workedCard,
      startMonth: '2026-01',
      horizonMonths: 12,
      rentalUtilizationRatio: 4000 / 8760,
      resaleTodayUsdPerGpu: 800,
      resaleIn12MonthsUsdPerGpu: 600,
    }
    expect(wearUsdPerMonth(statement(given), 0)).toBeCloseTo(2, 9)
    expect(valueLossUsdPerMonth(statement(given), 0)).toBeCloseTo((800 - 576) / 12, 9)
  })
  it('are unknown where the prices or the wear are unknown', () => {
    expect(wearUsdPerMonth(statement(worked), 0)).toBeNull()
    expect(valueLossUsdPerMonth(statement(worked), 0)).toBeNull()
    const { wearPer1000LoadHoursRatio: _, ...unknownWear } = workedCard
    expect(wearUsdPerMonth(statement(unknownWear), 0)).toBeNull()
    expect(valueLossUsdPerMonth(statement(unknownWear), 0)).toBeCloseTo((600 - 600 * 0.8 ** (1 / 6)) / 2, 9)
  })
})
