import { describe, expect, it } from 'vitest'
import { batchOf } from '../../../shared/economics/batch.ts'
import type { LineKey } from '../../../shared/economics/statement.ts'
import { statementOf } from '../../../shared/economics/statement.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { resolved, statement, worked } from './given.ts'

const spent = (key: LineKey, given: Given) =>
  seriesOf(statement({ ...worked, ...given }).lines[key], 0).map((usd) => 0 - usd)
const each = (actual: readonly number[], expected: readonly number[]) =>
  expected.forEach((usd, m) => expect(actual[m], `month ${m}`).toBeCloseTo(usd, 9))

describe('S5 other costs of running', () => {
  it('are consumables of $3.60 for 360 rented hours at a cent', () => {
    each(spent('consumablesUsd', { consumablesUsdPerRentedGpuHour: 0.01 }), [3.6, 3.72, 0, 0])
  })
  it('are traffic beyond what is included: 720 and 744 GB of which 725 are free', () => {
    const traffic = { trafficGigabytesPerRentedGpuHour: 2, trafficUsdPerGigabyte: 0.05 }
    each(spent('trafficUsd', traffic), [36, 37.2, 0, 0])
    each(spent('trafficUsd', { ...traffic, trafficIncludedGigabytesPerMonth: 700 }), [1, 2.2, 0, 0])
    each(spent('trafficUsd', { ...traffic, trafficIncludedGigabytesPerMonth: 725 }), [0, 0.95, 0, 0])
  })
  it('are line, colocation and insurance together', () => {
    each(
      spent('fixedOperatingUsd', { colocationUsdPerMonth: 100, insuranceUsdPerMonth: 3 }),
      [113, 113, 0, 0],
    )
  })
  it('are own time at its worth', () => {
    each(spent('labourUsd', { labourHoursPerMonth: 3, labourUsdPerHour: 20 }), [60, 60, 0, 0])
  })
  it('are repairs by the days of the month', () => {
    // 0.365 failures a year of $100 are $0.10 a day
    each(spent('repairsUsd', { annualFailureRatio: 0.365, replacementUsdPerGpu: 100 }), [3, 3.1, 0, 0])
  })
})

const promise: Given = {
  serviceLevel: 'credits',
  uptimeRatio: 0.97,
  rentalUtilizationRatio: 200 / 0.5 / 698.4,
}

describe('R8 credits for downtime', () => {
  it('are $40 of $200 of usage where 99 % was promised, 97 % reached and a point costs a tenth', () => {
    // 720 h x 0.97 = 698.4 up hours, of which 400 are rented at $0.50
    expect(spent('downtimeCreditUsd', promise)[0]).toBeCloseTo(40, 9)
  })
  it('are at most the maximum', () => {
    expect(spent('downtimeCreditUsd', { ...promise, creditMaximumRatio: 0.15 })[0]).toBeCloseTo(30, 9)
    expect(spent('downtimeCreditUsd', { ...promise, creditPerPointRatio: 0.05 })[0]).toBeCloseTo(20, 9)
  })
  it('are none where the promise is kept, or none was given', () => {
    expect(spent('downtimeCreditUsd', { ...promise, promisedUptimeRatio: 0.95 })).toEqual([0, 0, 0, 0])
    expect(spent('downtimeCreditUsd', { ...promise, serviceLevel: 'none' })).toEqual([0, 0, 0, 0])
  })
  it('are each scenario’s own', () => {
    const two = statementOf(batchOf(resolved({ ...worked, ...promise }), 2, { uptimeRatio: [1, 0.98] }))
    const [kept, missed] = [0, 1].map((s) => seriesOf(two.lines.downtimeCreditUsd, s))
    const usage = seriesOf(two.lines.usageUsd, 1)
    each(kept!, [0, 0])
    each(missed!, [-0.1 * usage[0]!, -0.1 * usage[1]!])
    expect(usage[1]).toBeGreaterThan(usage[0]!)
  })
  it('count the hours that a replacement takes', () => {
    // 36 of 720 hours are 5 points below the promise of 100 %: half of the usage of 342 rented hours at $0.50
    const away = { ...promise, uptimeRatio: 1, rentalUtilizationRatio: 0.5, promisedUptimeRatio: 1 }
    each(spent('downtimeCreditUsd', { ...away, replacements: '2026-11 0 36 1' }), [342 * 0.5 * 0.5, 0])
  })
})

describe('R9 B11 penalties and moving', () => {
  it('stand in the last month of work, and in the month in which the network stops', () => {
    const moves = { networkStopsAfterMonths: 1, switchingCostUsd: 25 }
    const leaves = { contracts: '2026-11 2027-06 1 0.4 50' }
    expect(spent('penaltyUsd', leaves)).toEqual([0, 50, 0, 0])
    expect(spent('penaltyUsd', moves)).toEqual([25, 0, 0, 0])
    expect(spent('penaltyUsd', { ...moves, ...leaves, networkStopsAfterMonths: 2 })).toEqual([0, 75, 0, 0])
  })
  it('are none where the network stays, or stops after the horizon', () => {
    expect(spent('penaltyUsd', { switchingCostUsd: 25 })).toEqual([0, 0, 0, 0])
    expect(spent('penaltyUsd', { switchingCostUsd: 25, networkStopsAfterMonths: 3 })).toEqual([0, 0, 0, 0])
  })
})
