import { describe, expect, it } from 'vitest'
import {
  noSubsidy,
  powerFloorOf,
  pricesAt,
  withNumbers,
  withoutPath,
} from '../../../shared/economics/prices.ts'
import type { Given } from './given.ts'
import { resolved, worked, workedCard, workedTokens } from './given.ts'
import { notFinite } from './not-finite.ts'

const floor = (given: Given) => powerFloorOf(resolved({ ...worked, ...given }))
const prices = (given: Given, share = 0.5) => {
  const inputs = resolved(given)
  return pricesAt(inputs, share, powerFloorOf(inputs))
}
const only = (crossings: readonly { kind: string }[]) => {
  expect(crossings).toHaveLength(1)
  const [crossing] = crossings as [{ kind: string; at: number }]
  expect(crossing.kind).toBe('root')
  return crossing.at
}

describe('P1 the power floor', () => {
  it('is $0.11666... for 350 W over idle at $0.30 and a keep of 0.9', () => {
    const {
      againstIdleUsdPerGpuHour: idle,
      againstOffUsdPerGpuHour: off,
      keepRatio,
    } = floor({
      wallRentedWatts: 436,
      wallIdleWatts: 86,
      flatTariffPerKwh: 0.3,
    })
    expect(keepRatio).toBe(0.9)
    expect(idle.mean).toBeCloseTo((0.35 * 0.3) / 0.9, 9)
    expect(off.mean).toBeCloseTo((0.436 * 0.3) / 0.9, 9)
    expect(idle.dearest).toBe(idle.cheapest)
  })
  it('shares the watts among the cards and adds consumables and traffic per GPU-hour', () => {
    const { againstIdleUsdPerGpuHour } = floor({
      gpuCount: 3,
      consumablesUsdPerRentedGpuHour: 0.01,
      trafficGigabytesPerRentedGpuHour: 2,
      trafficUsdPerGigabyte: 0.05,
      coolingKind: 'site',
      pueRatio: 1.5,
    })
    expect(againstIdleUsdPerGpuHour.mean).toBeCloseTo((0.1 * 1.5 * 0.2 + 0.11) / 0.9, 9)
  })
  it('weighs months by their offered hours: five Mondays in November, four in December', () => {
    const { againstOffUsdPerGpuHour } = floor({
      wallRentedWatts: 900,
      offeredWeek: `${'O'.repeat(24)}${'-'.repeat(144)}`,
      tariffKind: 'time-of-use',
      lowTariffPerKwh: 0.1,
      middleTariffPerKwh: 0.2,
      highTariffPerKwh: 0.3,
      tariffWeek: 'L'.repeat(168),
      secondTariffWeek: 'H'.repeat(168),
      secondTariffMonths: '000000000001',
    })
    expect(againstOffUsdPerGpuHour.cheapest).toBeCloseTo(0.1, 12)
    expect(againstOffUsdPerGpuHour.dearest).toBeCloseTo(0.3, 12)
    expect(againstOffUsdPerGpuHour.mean).toBeCloseTo((5 * 0.1 + 4 * 0.3) / 9, 12)
  })
})

/** Both months: 732 rented hours, $73.20 of power, $20 fixed, $2 for the payout of December. */
const costs = 73.2 + 20 + 2
const keptHours = 732 * 0.9
const ageing = 600 * 0.8 ** (1 / 6)

describe('P2 prices of the first year', () => {
  it('cash break-even covers the costs of both months', () => {
    expect(only(prices(worked).cashBreakEven.crossings)).toBeCloseTo(costs / keptHours, 8)
  })
  it('to beat off covers the value lost through load too', () => {
    const { toBeatOff, cashBreakEven } = prices(workedCard)
    expect(only(toBeatOff.crossings)).toBeCloseTo((costs + ageing * 0.00732) / keptHours, 8)
    expect(only(cashBreakEven.crossings)).toBeCloseTo(costs / keptHours, 8)
  })
  it('are at the rented share asked for, whatever the scenario says', () => {
    const at = prices({ ...worked, rentalUtilizationRatio: 0.9 }, 0.25)
    expect(at.rentalUtilizationRatio).toBe(0.25)
    // 366 rented hours: 1464 x (0.1 + 0.25 x 0.3) kWh
    expect(only(at.cashBreakEven.crossings)).toBeCloseTo((1464 * 0.175 * 0.2 + 22) / (366 * 0.9), 8)
  })
})

const late = (rate: number, day: number) => (1 + rate) ** (day / 365)

describe('P3 the full-cost price', () => {
  it('makes the NPV zero, resale in', () => {
    const resale = ageing * (1 - 0.00732) * 0.9
    // -540 - 46/f + (0.9 x 360 p - 2 - 47.2 + resale)/f' + (0.9 x 372 p - 2)/f'' = 0
    const fixed = -540 - 46 / late(0.1, 29) + (resale - 49.2) / late(0.1, 60) - 2 / late(0.1, 91)
    const perDollar = (0.9 * 360) / late(0.1, 60) + (0.9 * 372) / late(0.1, 91)
    expect(only(prices(workedCard).fullCost!.crossings)).toBeCloseTo(-fixed / perDollar, 8)
  })
  it('does not count subsidy nor a rising token, and is unknown without card value', () => {
    const bare = prices(workedCard).fullCost
    expect(prices({ ...workedCard, subsidyUsdPerUpGpuHour: 5 }).fullCost).toEqual(bare)
    expect(prices(worked).fullCost).toBeNull()
  })
})

describe('P4 levelized cost', () => {
  it('is the present cost over the present hours, nominal and real', () => {
    const { levelized } = prices(workedCard)
    const cost =
      540 + 46 / late(0.1, 29) + 47.2 / late(0.1, 60) - (ageing * (1 - 0.00732) * 0.9) / late(0.1, 60)
    const hours = (rate: number) => 360 / late(rate, 29) + 372 / late(rate, 60)
    expect(levelized!.nominalUsdPerGpuHour).toBeCloseTo(cost / hours(0.1), 9)
    expect(levelized!.realUsdPerGpuHour).toBeCloseTo(cost / hours(1.1 / 1.025 - 1), 9)
  })
  it('spreads over all hours alike where inflation is as high as the rate', () => {
    const { levelized } = prices({ ...workedCard, discountRatePerYear: 0.1, inflationPerYear: 0.1 })
    const hours = 360 / 1.1 ** (29 / 365) + 372 / 1.1 ** (60 / 365)
    const { nominalUsdPerGpuHour, realUsdPerGpuHour } = levelized!
    expect(realUsdPerGpuHour).toBeCloseTo((nominalUsdPerGpuHour * hours) / 732, 9)
  })
})

describe('P5 the shutdown rent', () => {
  it('is the floor against off and the other avoidable costs per rented hour', () => {
    expect(prices(worked).shutdownUsdPerGpuHour).toBeCloseTo((0.4 * 0.2 + 20 / 732) / 0.9, 9)
  })
  it('does not exist without a rented hour, nor does a levelized cost', () => {
    for (const uptimeRatio of [0, 5e-324]) {
      const at = prices({ ...workedCard, uptimeRatio })
      expect(at.shutdownUsdPerGpuHour).toBeNull()
      expect(at.levelized).toBeNull()
    }
  })
})

describe('V1 without subsidy', () => {
  it('replaces some numbers and leaves the others', () => {
    const inputs = resolved({ ...worked, subsidyUsdPerUpGpuHour: 5 })
    const { numbers } = withNumbers(inputs, noSubsidy)
    expect(numbers.subsidyUsdPerUpGpuHour).toBe(0)
    expect(numbers.flatTariffPerKwh).toBe(0.2)
    expect(inputs.numbers.subsidyUsdPerUpGpuHour).toBe(5)
  })
})

const house: Given = {
  tariffKind: 'tiered',
  tariffTiers: '0 0.2; 300 0.3',
  houseKwhByMonth: '11 250; 12 310',
}

describe('P1 the floor of a tiered tariff', () => {
  // Rented in all its hours the rig takes 288 kWh on top of 250, of which 50 at $0.20, and 297.6 on top of 310.
  const november = (50 * 0.2 + 238 * 0.3) / 288
  it('counts the mean price of a rig that is rented in all its up hours', () => {
    const { againstOffUsdPerGpuHour: off, againstIdleUsdPerGpuHour: idle } = floor(house)
    expect(off.cheapest).toBeCloseTo((0.4 * november) / 0.9, 9)
    expect(off.dearest).toBeCloseTo((0.4 * 0.3) / 0.9, 9)
    const mean = (720 * november + 744 * 0.3) / 1464
    expect(off.mean).toBeCloseTo((0.4 * mean) / 0.9, 9)
    expect(idle.mean).toBeCloseTo((0.3 * mean) / 0.9, 9)
  })
  it('whatever the scenario’s own share, ramp, sun or demand', () => {
    const other = {
      rentalUtilizationRatio: 0.1,
      rampUpMonths: 6,
      utilizationByMonth: '2026-11 0.5',
      solarSurplus: 'used first',
      solarSurplusKwhByMonth: '11 400; 12 400',
      feedInPerKwh: 0.01,
    }
    expect(floor({ ...house, ...other })).toEqual(floor(house))
  })
  it('is the price of the house’s last tier where the rig takes nothing', () => {
    // 250 kWh end in the first tier, 310 in the second.
    const mean = (720 * 0.2 + 744 * 0.3) / 1464
    expect(floor({ ...house, uptimeRatio: 0 }).againstOffUsdPerGpuHour.mean).toBeCloseTo(
      (0.4 * mean) / 0.9,
      9,
    )
    expect(notFinite(floor({ ...house, wallRentedWatts: 0, wallIdleWatts: 0 }))).toEqual([])
  })
})

describe('P1 what an idle hour would bring, and the floor in winter', () => {
  it('adds the alternative income against idle alone', () => {
    const [bare, paid] = [floor({}), floor({ alternativeUsdPerIdleGpuHour: 0.09 })]
    expect(paid.againstIdleUsdPerGpuHour.mean - bare.againstIdleUsdPerGpuHour.mean).toBeCloseTo(0.1, 12)
    expect(paid.againstOffUsdPerGpuHour).toEqual(bare.againstOffUsdPerGpuHour)
  })
  it('is lower by the heat that is saved, $0.04 an hour of 400 W, where it heats', () => {
    const heated = floor({ gpuCount: 2, wallRentedWatts: 800, heatUse: 'heats rooms', fuelUsdPerKwh: 0.09 })
    expect(heated.winterUsdPerGpuHour).toBeCloseTo((0.4 * 0.2 - 0.4 * 0.1) / 0.9, 9)
    expect(heated.againstOffUsdPerGpuHour.mean).toBeCloseTo((0.4 * 0.2) / 0.9, 9)
    expect(floor({}).winterUsdPerGpuHour).toBeNull()
  })
})

const cost = (given: Given) => prices({ ...workedCard, ...given }).levelized!.nominalUsdPerGpuHour

const rent = (given: Given) => prices({ ...worked, ...given }).shutdownUsdPerGpuHour!

const more = (given: Given) => (rent(given) - rent({})) * 732 * 0.9

describe('P7 what P4 and P5 count', () => {
  it('levelized cost has alternative income and saved heat in', () => {
    const hours = 360 / late(0.1, 29) + 372 / late(0.1, 60)
    // As many idle hours as rented ones at $0.10; 180 and 186 kWh at $0.10
    expect(cost({}) - cost({ alternativeUsdPerIdleGpuHour: 0.1 })).toBeCloseTo(0.1, 9)
    const heat = 18 / late(0.1, 29) + 18.6 / late(0.1, 60)
    expect(cost({}) - cost({ heatUse: 'heats rooms', fuelUsdPerKwh: 0.09 })).toBeCloseTo(heat / hours, 9)
  })
  it('levelized cost has no credits for downtime in, which are a share of the income', () => {
    const rented = { ...workedCard, gpuCount: 2, uptimeRatio: 0.97, contracts: '2026-11 2026-12 1 0.4 0' }
    const credits = prices({ ...rented, serviceLevel: 'credits' }).levelized
    expect(credits!.nominalUsdPerGpuHour).toBeCloseTo(prices(rented).levelized!.nominalUsdPerGpuHour, 12)
  })
  it('shutdown rent has meter and peak charge, own time and repairs in, and nothing else', () => {
    expect(more({ fixedChargePerMonth: 7 })).toBeCloseTo(14, 9)
    expect(more({ demandCharge: 'per kW', demandChargePerKw: 10 })).toBeCloseTo(8, 9)
    expect(more({ labourHoursPerMonth: 1, labourUsdPerHour: 9 })).toBeCloseTo(18, 9)
    expect(more({ annualFailureRatio: 0.365, replacementUsdPerGpu: 100 })).toBeCloseTo(6.1, 9)
    expect(more({ insuranceUsdPerMonth: 5, colocationUsdPerMonth: 1 })).toBeCloseTo(12, 9)
    const others = { alternativeUsdPerIdleGpuHour: 0.1, heatUse: 'heats rooms', fuelUsdPerKwh: 0.09 }
    expect(more({ ...others, networkStopsAfterMonths: 1, switchingCostUsd: 50 })).toBeCloseTo(0, 9)
  })
})

describe('V5 a flat token and no subsidy', () => {
  it('drop the change, the jumps and the emission, and nothing else', () => {
    const token = {
      ...workedTokens,
      tokenYearlyChangeRatio: 0.5,
      tokenPriceJumps: '2026-12 2',
      priceJumps: '2026-12 2',
    }
    const inputs = resolved({ ...token, emissionTokensPerMonth: 1000 })
    const flat = withoutPath(inputs)
    expect(flat.numbers.tokenYearlyChangeRatio).toBe(0)
    expect(flat.choices).toMatchObject({ tokenPriceJumps: '', priceJumps: '2026-12 2' })
    expect(inputs.choices.tokenPriceJumps).toBe('2026-12 2')
    expect(withNumbers(inputs, noSubsidy).numbers.emissionTokensPerMonth).toBe(0)
  })
  it('P3 make the full-cost price the same whatever is expected or emitted', () => {
    const bare = prices({ ...workedCard, ...workedTokens }).fullCost
    const hopeful = { tokenYearlyChangeRatio: 3, tokenPriceJumps: '2026-12 9', emissionTokensPerMonth: 1e6 }
    expect(prices({ ...workedCard, ...workedTokens, holdDays: 30, ...hopeful }).fullCost).toEqual(
      prices({ ...workedCard, ...workedTokens, holdDays: 30 }).fullCost,
    )
    expect(only(bare!.crossings)).toBeGreaterThan(0)
  })
})
