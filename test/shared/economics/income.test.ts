import { describe, expect, it } from 'vitest'
import { hoursOf } from '../../../shared/economics/hours.ts'
import { incomeOf, keepRatio } from '../../../shared/economics/income.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, worked, workedTokens } from './given.ts'

const income = (given: Given) => {
  const one = batch({ ...worked, ...given })
  const timeline = timelineOf(one)
  return incomeOf(one, timeline, hoursOf(one, timeline))
}

describe('R1 usage', () => {
  it('is $202.5072 for 578.592 rented GPU-hours at $0.35', () => {
    const { usageUsd } = income({
      gpuCount: 2,
      uptimeRatio: 0.98,
      rentalUtilizationRatio: 0.41,
      priceUsdPerGpuHour: 0.35,
    })
    expect(cellOf(usageUsd, 0, 0)).toBeCloseTo(202.5072, 9)
  })
  it('follows the price change by the twelfth of a year', () => {
    const { usageUsd } = income({ priceYearlyChangeRatio: 0.21, horizonMonths: 7 })
    // 31 days in May 2027, half a year on: 372 h x $0.50 x sqrt(1.21)
    expect(cellOf(usageUsd, 6, 0)).toBeCloseTo(372 * 0.5 * 1.1, 9)
  })
  it('fixed in tokens is that amount over the price at the start, in tokens', () => {
    const { usageUsd, usageTokens } = income({ ...workedTokens, usageDenomination: 'token' })
    expect(seriesOf(usageUsd, 0)).toEqual([0, 0, 0, 0])
    expect(cellOf(usageTokens, 0, 0)).toBe(90) // $180 at $2
  })
})

describe('R2 subsidy', () => {
  it('pays for rented and for up hours, in cash and in tokens, and decays', () => {
    const given = {
      ...workedTokens,
      horizonMonths: 7,
      gpuCount: 2,
      subsidyUsdPerRentedGpuHour: 0.1,
      subsidyUsdPerUpGpuHour: 0.01,
      subsidyTokensPerRentedGpuHour: 3,
      subsidyTokensPerUpGpuHour: 1,
      subsidyYearlyDecayRatio: 0.19,
    }
    const { subsidyUsd, subsidyTokens } = income(given)
    expect(cellOf(subsidyUsd, 0, 0)).toBeCloseTo(720 * 0.1 + 1440 * 0.01, 9)
    expect(cellOf(subsidyTokens, 0, 0)).toBeCloseTo(720 * 3 + 1440, 9)
    // May 2027 (744 h), half a year on: sqrt(0.81)
    expect(cellOf(subsidyTokens, 6, 0)).toBeCloseTo((744 * 3 + 1488) * 0.9, 6)
  })
  it('pays no tokens where the network pays in cash', () => {
    const { subsidyTokens } = income({ subsidyTokensPerUpGpuHour: 5 })
    expect(seriesOf(subsidyTokens, 0)).toEqual([0, 0, 0, 0])
  })
})

const keep = (given: Given) => {
  const one = batch({ ...worked, ...given })
  return keepRatio(one)[0]
}

describe('R3 what is left of a dollar of the listing price', () => {
  it('is 0.880236 after platform 0.1, payment 0.02 and exchange 0.002', () => {
    expect(keep({ ...workedTokens, paymentFeeRatio: 0.02, exchangeFeeRatio: 0.002 })).toBeCloseTo(
      0.880236,
      12,
    )
  })
  it('bears no platform fee where the price is what the host receives', () => {
    expect(keep({ priceBasis: 'host receives' })).toBe(1)
    expect(keep({ priceBasis: 'cap' })).toBe(0.9)
  })
  it("takes the pool's fee in a pool, and no exchange fee in cash", () => {
    const pool = { ...workedTokens, saleVenue: 'pool', poolQuoteReserveUsd: 1e6, poolFeeRatio: 0.01 }
    expect(keep(pool)).toBeCloseTo(0.9 * 0.99, 12)
    expect(keep({ exchangeFeeRatio: 0.1 })).toBe(0.9)
  })
})
