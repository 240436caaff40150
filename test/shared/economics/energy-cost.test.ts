import { describe, expect, it } from 'vitest'
import { heatWorthUsdPerKwh } from '../../../shared/economics/energy-cost.ts'
import type { LineKey } from '../../../shared/economics/statement.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { batch, statement, worked } from './given.ts'

/** The worked rig takes 180 kWh in November and 186 kWh in December. Costs come as positive amounts here. */
const spent = (key: LineKey, given: Given) =>
  seriesOf(statement({ ...worked, ...given }).lines[key], 0).map((usd) => 0 - usd)
const each = (actual: readonly number[], expected: readonly number[]) => {
  expected.forEach((usd, m) => expect(actual[m], `month ${m}`).toBeCloseTo(usd, 9))
  expect(actual.slice(2).every((usd) => usd === 0)).toBe(true)
}
const site: Given = { coolingKind: 'site', pueRatio: 1.5 }
/** Seven months: May 2027 (744 h, 186 kWh) lies half a year on, where 21 % a year are 10 %. */
const may: Given = { horizonMonths: 7, tariffYearlyChangeRatio: 0.21 }

const tiered: Given = {
  tariffKind: 'tiered',
  tariffTiers: '0 0.2; 300 0.3',
  houseKwhByMonth: '11 250; 12 310',
}

describe('E12 tiers: the bill with the rig less the bill of the house alone', () => {
  it('is $49 for 180 kWh on top of 250, and $55.80 for 186 kWh on top of 310', () => {
    // 300 x 0.2 + 130 x 0.3 = 99 less 250 x 0.2 = 50; all 186 above 300
    each(spent('electricityUsd', tiered), [49, 55.8])
  })
  it('counts a house that is not named as nothing', () => {
    each(spent('electricityUsd', { ...tiered, houseKwhByMonth: '12 310' }), [36, 55.8])
  })
  it('shares the cost with cooling as they share the kWh', () => {
    // November: 270 kWh in all: 300 x 0.2 + 220 x 0.3 - 50 = 76, two thirds of it the rig's
    each(spent('electricityUsd', { ...tiered, ...site }), [76 / 1.5, 55.8])
    each(spent('coolingUsd', { ...tiered, ...site }), [76 / 3, 27.9])
  })
  it('is in the currency of the tariff, and grows with it', () => {
    each(spent('electricityUsd', { ...tiered, tariffCurrency: 'EUR', tariffCurrencyUsd: 1.5 }), [73.5, 83.7])
    expect(spent('electricityUsd', { ...tiered, ...may })[6]).toBeCloseTo(186 * 0.2 * 1.1, 9)
  })
  it('costs nothing where nothing is taken', () => {
    each(spent('electricityUsd', { ...tiered, uptimeRatio: 0 }), [0, 0])
  })
})

const sun: Given = {
  solarSurplus: 'used first',
  feedInPerKwh: 0.08,
  solarSurplusKwhByMonth: '11 100; 12 300',
}

describe('E11 solar surplus is worth its feed-in price', () => {
  it('is $24 where 100 of 180 kWh are surplus, and $14.88 where all 186 are', () => {
    each(spent('electricityUsd', sun), [100 * 0.08 + 80 * 0.2, 186 * 0.08])
  })
  it('cools the rig too', () => {
    // 270 kWh: 100 at 0.08 and 170 at 0.2 are $42; 279 at 0.08 are $22.32
    each(spent('electricityUsd', { ...sun, ...site }), [28, 22.32 / 1.5])
    each(spent('coolingUsd', { ...sun, ...site }), [14, 22.32 / 3])
  })
  it('leaves the rest to the tiers', () => {
    // November: 80 kWh of the grid on top of 250: 60 + 9 - 50 = 19, and 100 at 0.08
    each(spent('electricityUsd', { ...sun, ...tiered }), [27, 186 * 0.08])
  })
  it('follows the tariff over the years, in its currency', () => {
    const euro = {
      ...sun,
      ...may,
      tariffCurrency: 'EUR',
      tariffCurrencyUsd: 2,
      solarSurplusKwhByMonth: '5 100',
    }
    expect(spent('electricityUsd', euro)[6]).toBeCloseTo((100 * 0.08 + 86 * 0.2) * 1.1 * 2, 9)
  })
  it('is not used by a machine that takes less when rented than when idle', () => {
    const less = { wallRentedWatts: 100, wallIdleWatts: 400, baseline: 'on anyway' }
    // Half the hours take 300 W less: -108 kWh in November at the tariff
    each(spent('electricityUsd', { ...sun, ...less }), [-108 * 0.2, -111.6 * 0.2])
  })
  it('is not there in months without a row', () => {
    each(spent('electricityUsd', { ...sun, solarSurplusKwhByMonth: '12 300' }), [36, 186 * 0.08])
  })
})

describe('E10 W6 planned replacements change the watts from their month on', () => {
  it('by the product of their factors', () => {
    each(spent('electricityUsd', { replacements: '2026-12 0 0 0.5' }), [36, 18.6])
    each(spent('electricityUsd', { replacements: '2026-11 0 0 0.8; 2026-12 0 0 0.5' }), [28.8, 14.88])
    each(spent('electricityUsd', { replacements: '2020-01 0 0 0.5' }), [18, 18.6])
  })
  it('cool with them', () => {
    each(spent('coolingUsd', { ...site, replacements: '2026-12 0 0 0.5' }), [18, 9.3])
  })
})

const peak: Given = {
  demandCharge: 'per kW',
  demandChargePerKw: 10,
  housePeakOfferedKw: 1,
  housePeakOtherKw: 1.2,
}

describe('E13 the charge for the monthly peak', () => {
  it('is $2 where the rig lifts a peak of 1.2 kW to 1.4 kW', () => {
    each(spent('peakChargeUsd', peak), [2, 2])
  })
  it('is for the whole rig where it lifts the peak of its own hours, and nothing below the other peak', () => {
    each(spent('peakChargeUsd', { ...peak, housePeakOfferedKw: 2 }), [4, 4])
    each(spent('peakChargeUsd', { ...peak, housePeakOtherKw: 1.5 }), [0, 0])
  })
  it('counts cooling, and only the increase of a machine that is on anyway', () => {
    each(spent('peakChargeUsd', { ...peak, ...site }), [4, 4]) // 1 + 0.6 against 1.2
    each(spent('peakChargeUsd', { ...peak, baseline: 'on anyway' }), [1, 1]) // 1 + 0.3 against 1.2
    each(spent('peakChargeUsd', { ...peak, ...site, baseline: 'on anyway' }), [2.5, 2.5]) // 1 + 0.45
    const less = { wallRentedWatts: 100, wallIdleWatts: 400, baseline: 'on anyway', housePeakOfferedKw: 2 }
    each(spent('peakChargeUsd', { ...peak, ...less }), [0, 0])
  })
  it('follows replacements: of the rented watts, not of the idle ones', () => {
    const half = { ...peak, housePeakOfferedKw: 2, replacements: '2026-12 0 0 0.5' }
    each(spent('peakChargeUsd', half), [4, 2])
    each(spent('peakChargeUsd', { ...half, baseline: 'on anyway' }), [3, 1]) // 0.2 - 0.1 kW
  })
  it('is in the currency of the tariff, and grows with it', () => {
    const euro = { ...peak, ...may, tariffCurrency: 'EUR', tariffCurrencyUsd: 2 }
    expect(spent('peakChargeUsd', euro)[0]).toBeCloseTo(4, 9)
    expect(spent('peakChargeUsd', euro)[6]).toBeCloseTo(4.4, 9)
  })
  it('is none in months without an up hour', () => {
    each(spent('peakChargeUsd', { ...peak, uptimeRatio: 0 }), [0, 0])
    each(spent('peakChargeUsd', { ...peak, replacements: '2026-12 0 744 1' }), [2, 0])
  })
})

const heat: Given = { heatUse: 'heats rooms', fuelUsdPerKwh: 0.09 }

describe('E14 the heat credit', () => {
  it('is $18 for 180 kWh that save gas at $0.09 of which 0.9 becomes heat', () => {
    each(spent('heatCreditUsd', heat), [-18, -18.6])
  })
  it('is worth $0.10 a kWh then, half of it where half is useful, nothing where it is not used', () => {
    expect(heatWorthUsdPerKwh(batch({ ...worked, ...heat }))[0]).toBeCloseTo(0.1, 12)
    expect(heatWorthUsdPerKwh(batch({ ...worked, ...heat, heatUsefulRatio: 0.5 }))[0]).toBeCloseTo(0.05, 12)
    expect(heatWorthUsdPerKwh(batch({ ...worked, ...heat, heaterEfficiencyRatio: 3 }))[0]).toBeCloseTo(
      0.03,
      12,
    )
    expect(heatWorthUsdPerKwh(batch(worked))[0]).toBe(0)
  })
  it('is in heating months only', () => {
    each(spent('heatCreditUsd', { ...heat, heatingMonths: '000000000001' }), [0, -18.6])
    each(spent('heatCreditUsd', { ...heat, heatUse: 'not used' }), [0, 0])
  })
  it('counts the rig without its cooling, and with its replacements', () => {
    each(spent('heatCreditUsd', { ...heat, ...site }), [-18, -18.6])
    each(spent('heatCreditUsd', { ...heat, replacements: '2026-12 0 0 0.5' }), [-18, -9.3])
  })
})
