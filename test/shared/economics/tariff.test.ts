import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import { tariffOf } from '../../../shared/economics/tariff.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, entriesOf, statement, worked } from './given.ts'

const tariff = (given: Given) => {
  const one = batch({ ...worked, ...given })
  return tariffOf(one, timelineOf(one))
}
const mean = (given: Given) => seriesOf(tariff(given).meanUsdPerKwh, 0)
const timeOfUse: Given = {
  tariffKind: 'time-of-use',
  lowTariffPerKwh: 0.1,
  middleTariffPerKwh: 0.2,
  highTariffPerKwh: 0.3,
}

describe('E7 the price of a kWh is the mean over offered hours', () => {
  it('is 0.21666... with 0.10 in 10 of 24 offered hours and 0.30 in the other 14', () => {
    const tariffWeek = `${'L'.repeat(10)}${'H'.repeat(14)}`.repeat(7)
    expect(mean({ ...timeOfUse, tariffWeek })[0]).toBeCloseTo(5.2 / 24, 12)
  })
  it('leaves out the hours that are not offered', () => {
    const tariffWeek = `${'L'.repeat(10)}${'H'.repeat(14)}`.repeat(7)
    const nights = `${'O'.repeat(10)}${'-'.repeat(14)}`.repeat(7)
    const { classes, meanUsdPerKwh } = tariff({ ...timeOfUse, tariffWeek, offeredWeek: nights })
    expect(classes.map(({ letter }) => letter)).toEqual(['L'])
    expect(seriesOf(meanUsdPerKwh, 0)[0]).toBe(0.1)
  })
  it('weighs weekdays as often as the month has them', () => {
    // November 2026 has five Sundays and Mondays, four of each other day; only Mondays (L) and Tuesdays (H) offered.
    const offeredWeek = `${'O'.repeat(48)}${'-'.repeat(120)}`
    const tariffWeek = `${'L'.repeat(24)}${'H'.repeat(144)}`
    expect(mean({ ...timeOfUse, tariffWeek, offeredWeek })[0]).toBeCloseTo((5 * 0.1 + 4 * 0.3) / 9, 12)
  })
  it('grows with the tariff change, the meter charge with it', () => {
    const { meanUsdPerKwh, fixedChargeUsd } = tariff({
      tariffYearlyChangeRatio: 0.21,
      fixedChargePerMonth: 100,
      horizonMonths: 7,
    })
    expect(seriesOf(meanUsdPerKwh, 0)[6]).toBeCloseTo(0.2 * 1.1, 12) // half a year: sqrt(1.21)
    expect(seriesOf(fixedChargeUsd, 0)[6]).toBeCloseTo(110, 9)
    expect(seriesOf(fixedChargeUsd, 0)[7]).toBe(0)
  })
})

describe('E8 time of use', () => {
  it('takes the second pattern in the months that are marked', () => {
    const months = mean({
      ...timeOfUse,
      tariffWeek: 'L'.repeat(168),
      secondTariffWeek: 'H'.repeat(168),
      secondTariffMonths: '000000000001',
    })
    expect(months.slice(0, 2)).toEqual([0.1, 0.3])
  })
})

const euros: Given = { tariffCurrency: 'EUR', fixedChargePerMonth: 10 }

describe('E9 a tariff in another currency', () => {
  it('is converted by its rate, and refused by name without one', () => {
    const { meanUsdPerKwh, fixedChargeUsd } = tariff({ ...euros, tariffCurrencyUsd: 1.25 })
    expect(seriesOf(meanUsdPerKwh, 0)[0]).toBe(0.25)
    expect(seriesOf(fixedChargeUsd, 0)[0]).toBe(12.5)
    expect(evaluate(entriesOf({ ...worked, ...euros }))).toMatchObject({
      kind: 'refused',
      problems: [{ key: 'tariffCurrencyUsd', given: 'nothing' }],
    })
  })
  it('is not read for a tariff in dollars', () => {
    expect(mean({ tariffCurrencyUsd: 5 })[0]).toBe(0.2)
  })
})

describe('E9 a negative tariff', () => {
  it('earns: 180 kWh at -$0.20 are $36 in', () => {
    const { lines } = statement({ ...worked, flatTariffPerKwh: -0.2 })
    expect(seriesOf(lines.electricityUsd, 0)[0]).toBeCloseTo(36, 9)
  })
})
