import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { underbidOf } from '../../../shared/economics/underbid.ts'
import type { Given } from './given.ts'
import { entriesOf, resolved, worked, workedCard } from './given.ts'

const site: Given = {
  referenceTariffUsdPerKwh: 0.08,
  referencePueRatio: 1.3,
  referenceUtilizationRatio: 0.7,
  referenceUptimeRatio: 0.99,
}
const price = (given: Given) => {
  const { referenceFullCost } = underbidOf(resolved({ ...workedCard, ...site, ...given }))
  expect(referenceFullCost!.crossings).toHaveLength(1)
  return (referenceFullCost!.crossings[0] as { at: number }).at
}

/**
 * The worked card at the site: 720 and 744 h at 99 % uptime, 70 % of them rented, 0.1 + 0.7 x 0.3 kW at $0.08 x 1.3;
 * no fixed cost. $540 now, resale after two months and the rented hours, $2 for each payout, 10 % platform fee.
 */
const up = [720 * 0.99, 744 * 0.99] as const
const power = up.map((hours) => hours * 0.31 * 0.08 * 1.3) as [number, number]
const late = (day: number) => 1.1 ** (day / 365)
const resale = 540 * 0.8 ** (1 / 6) * (1 - (0.01 * 0.7 * (up[0] + up[1])) / 1000)
const fixed = -540 - power[0] / late(29) + (resale - 2 - power[1]) / late(60) - 2 / late(91)
const perDollar = (0.9 * 0.7 * up[0]) / late(60) + (0.9 * 0.7 * up[1]) / late(91)

describe('N11 the underbid test', () => {
  it('is the full-cost price of the same cards at the tariff, PUE, share and uptime of the site', () => {
    expect(price({})).toBeCloseTo(-fixed / perDollar, 8)
    expect(underbidOf(resolved(workedCard)).referenceUtilizationRatio).toBe(0.7)
  })
  it('takes nothing of this home with it', () => {
    const home: Given = {
      offeredWeek: `${'O'.repeat(100)}${'-'.repeat(68)}`,
      baseline: 'on anyway',
      rampUpMonths: 2,
      contracts: '2026-11 2029-12 1 0.01 900',
      tariffCurrency: 'EUR',
      tariffCurrencyUsd: 2,
      tariffKind: 'tiered',
      tariffTiers: '0 0.9',
      houseKwhByMonth: '11 900',
      solarSurplus: 'used first',
      solarSurplusKwhByMonth: '11 900; 12 900',
      feedInPerKwh: 0.5,
      demandCharge: 'per kW',
      demandChargePerKw: 50,
      fixedChargePerMonth: 7,
      coolingKind: 'room',
      coolingMonths: '111111111111',
      heatUse: 'heats rooms',
      fuelUsdPerKwh: 0.3,
      labourHoursPerMonth: 9,
      labourUsdPerHour: 90,
      fixedOperatingUsdPerMonth: 40,
      colocationUsdPerMonth: 300,
      insuranceUsdPerMonth: 20,
    }
    expect(price(home)).toBeCloseTo(-fixed / perDollar, 8)
  })
  it('leaves all else as it is', () => {
    const withConsumables = -fixed / perDollar + 0.01 / 0.9
    // A cent an hour more in each month's own present value: between 1 and 1.1 cents of price, since it is paid sooner.
    expect(price({ consumablesUsdPerRentedGpuHour: 0.01 })).toBeGreaterThan(withConsumables)
    expect(price({ consumablesUsdPerRentedGpuHour: 0.01 })).toBeLessThan(withConsumables + 0.0002)
  })
  it('is unknown without the card’s prices, and stands beside every answer', () => {
    expect(underbidOf(resolved(worked))).toEqual({ referenceFullCost: null, referenceUtilizationRatio: 0.7 })
    expect(underbidOf(resolved({ ...workedCard, ownership: 'to buy' })).referenceFullCost).toBeNull()
    const evaluation = evaluate(entriesOf({ ...worked, referenceUtilizationRatio: 0.4 }))
    expect(evaluation.kind === 'evaluated' && evaluation.underbid.referenceUtilizationRatio).toBe(0.4)
  })
})
