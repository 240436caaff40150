import { describe, expect, it } from 'vitest'
import { hoursOf } from '../../../shared/economics/hours.ts'
import { incomeOf, keepRatio } from '../../../shared/economics/income.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, statement, worked, workedTokens } from './given.ts'

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

describe('R4 jumps, contracts, storage and traffic', () => {
  it('jumps from a month on, beside the yearly change', () => {
    expect(seriesOf(income({ priceJumps: '2026-12 0.5' }).usageUsd, 0)).toEqual([180, 93, 0, 0])
    const both = { priceJumps: '2026-11 0.5; 2027-05 4', priceYearlyChangeRatio: 0.21, horizonMonths: 7 }
    expect(cellOf(income(both).usageUsd, 0, 0)).toBe(90)
    expect(cellOf(income(both).usageUsd, 6, 0)).toBeCloseTo(372 * 0.5 * 1.1 * 2, 9)
  })
  it('pays contracts their own price, which neither changes nor jumps', () => {
    const rented = { gpuCount: 2, contracts: '2026-11 2026-12 1 0.4 0', priceJumps: '2026-12 0' }
    const { usageUsd, contractedRatio } = income({ ...rented, priceYearlyChangeRatio: 5 })
    expect(seriesOf(usageUsd, 0)).toEqual([288 + 180, 297.6, 0, 0]) // 720 and 744 h at $0.40, 360 h at $0.50
    expect(cellOf(contractedRatio, 0, 0)).toBeCloseTo(288 / 468, 12)
    expect(seriesOf(contractedRatio, 0).slice(1)).toEqual([1, 0, 0])
  })
  it('adds storage in each month of work and traffic for each rented hour', () => {
    const beside = {
      storageTerabytes: 10,
      storageUsdPerTerabyteMonth: 2,
      trafficIncomeUsdPerRentedGpuHour: 0.1,
    }
    const { usageUsd } = income(beside)
    expect(cellOf(usageUsd, 0, 0)).toBeCloseTo(180 + 20 + 36, 9)
    expect(cellOf(usageUsd, 1, 0)).toBeCloseTo(186 + 20 + 37.2, 9)
    expect(seriesOf(usageUsd, 0).slice(2)).toEqual([0, 0])
    const inTokens = income({ ...beside, ...workedTokens, usageDenomination: 'token' })
    expect(cellOf(inTokens.usageTokens, 0, 0)).toBeCloseTo(118, 9) // all of it at $2
    expect(seriesOf(inTokens.usageUsd, 0)).toEqual([0, 0, 0, 0])
    // Traffic of a contract is sold too.
    const contracted = { ...beside, contracts: '2026-11 2026-12 1 0 0' }
    expect(cellOf(income(contracted).usageUsd, 0, 0)).toBeCloseTo(20 + 72, 9)
  })
  it('has no contracted share without usage', () => {
    expect(seriesOf(income({ priceUsdPerGpuHour: 0 }).contractedRatio, 0)).toEqual([0, 0, 0, 0])
  })
})

describe('R5 a dated fee schedule', () => {
  it('stands instead of the fee from its month on', () => {
    expect(seriesOf(income({ platformFeeSteps: '2026-12 0.2' }).platformFeeRatio, 0)).toEqual([
      0.1, 0.2, 0.2, 0.2,
    ])
    expect(seriesOf(income({ platformFeeSteps: '2026-12 0; 2027-01 0.5' }).platformFeeRatio, 0)).toEqual([
      0.1, 0, 0.5, 0.5,
    ])
    const { lines } = statement({ ...worked, platformFeeSteps: '2026-12 0.2' })
    expect(seriesOf(lines.platformFeeUsd, 0)[1]).toBeCloseTo(-37.2, 9)
  })
  it('is not there where the price is what the host receives', () => {
    const received = { priceBasis: 'host receives', platformFeeSteps: '2026-12 0.2' }
    expect(seriesOf(income(received).platformFeeRatio, 0)).toEqual([0, 0, 0, 0])
  })
})

describe('R6 an emission that is shared by work', () => {
  const emission = { ...workedTokens, emissionTokensPerMonth: 1_000_000 }
  const tokens = (given: Given) => seriesOf(income({ ...emission, ...given }).subsidyTokens, 0)
  it('hands out 500 of a million tokens for 360 of 720,000 rented hours', () => {
    expect(tokens({ networkGpuHoursPerMonth: 719_640 })[0]).toBeCloseTo(500, 9)
    expect(tokens({ networkGpuHoursPerMonth: 719_280, emissionWork: 'up' })[0]).toBeCloseTo(1000, 9)
  })
  it('decays as the rest of the subsidy, and adds to it', () => {
    const half = { networkGpuHoursPerMonth: 371_628, horizonMonths: 7, subsidyYearlyDecayRatio: 0.19 }
    // May 2027: 372 of 372,000 hours are 1,000 tokens, 0.9 of them left; 372 more at 1 an hour
    expect(tokens(half)[6]).toBeCloseTo(900, 6)
    expect(tokens({ ...half, subsidyTokensPerRentedGpuHour: 1 })[6]).toBeCloseTo(1372 * 0.9, 6)
  })
  it('is nothing without work, and nothing where the network pays in cash', () => {
    expect(tokens({ uptimeRatio: 0 })).toEqual([0, 0, 0, 0])
    expect(seriesOf(income({ emissionTokensPerMonth: 1e6 }).subsidyTokens, 0)).toEqual([0, 0, 0, 0])
  })
})

const alternative = (given: Given) =>
  seriesOf(income({ alternativeUsdPerIdleGpuHour: 0.1, ...given }).alternativeUsd, 0)

describe('R7 alternative income of idle hours', () => {
  it('is $36 for 360 idle hours at $0.10, for each card', () => {
    expect(alternative({})[0]).toBeCloseTo(36, 9)
    expect(alternative({ gpuCount: 2 })[1]).toBeCloseTo(74.4, 9)
    expect(alternative({}).slice(2)).toEqual([0, 0])
  })
  it('is banked in its month, outside the network: no fee, no payout', () => {
    const { bankedUsd, payouts } = statement({ ...worked, alternativeUsdPerIdleGpuHour: 0.1 })
    expect(cellOf(bankedUsd, 0, 0)).toBeCloseTo(-46 + 36, 9)
    expect(cellOf(payouts.pipelineUsd, 0, 0)).toBeCloseTo(162, 9)
  })
})
