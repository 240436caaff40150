import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depreciationByYear, depreciationMethods } from '../../../shared/finance/depreciation-by-year.ts'
import {
  declining,
  doubleDeclining,
  doubleDecliningWithSwitch,
  straightLine,
  sumOfYears,
  variableDeclining,
} from '../../../shared/finance/depreciation.ts'
import { macrsAllowanceUsd, macrsHalfYear, macrsPercentages } from '../../../shared/finance/macrs.ts'

const sumOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const byYear = (method: (typeof depreciationMethods)[number], years: number, lifeYears = 4) =>
  depreciationByYear({ method, costUsd: 3000, salvageUsd: 600, lifeYears, years })

describe('FN2 to FN6 depreciation of spreadsheets', () => {
  it('gives the examples of the docstrings', () => {
    expect(straightLine(30_000, 7500, 10)).toBe(2250)
    expect(sumOfYears(30, 7, 10, 1)).toBeCloseTo(4.1818, 4)
    expect(declining(1_000_000, 100_000, 6, 2)).toBe(217_239)
    expect(doubleDeclining(1_000_000, 100_000, 6, 1)).toBeCloseTo(333_333.333_333, 5)
    // By hand: 2,400 x 2 / 10; 10,000 falls by 40 % to 2,160, of which half is above 40 %.
    expect(variableDeclining(2400, 300, 10, 0, 1)).toBeCloseTo(480, 12)
    expect(doubleDecliningWithSwitch(10_000, 0, 5, 4)).toBeCloseTo(1080, 9)
  })

  it('takes a part of a period by its part, and every period once', () => {
    const whole = variableDeclining(2400, 300, 10, 0, 10)
    expect(whole).toBeCloseTo(2100, 9)
    const cuts = [0, 0.875, 1, 3.5, 7.25, 10]
    const parts = cuts.slice(1).map((to, at) => variableDeclining(2400, 300, 10, cuts[at]!, to))
    expect(sumOf(parts)).toBeCloseTo(whole, 9)
    // Without the switch the declining balance alone: 1 - 0.8^10 of the cost, above salvage throughout.
    expect(variableDeclining(2400, 0, 10, 0, 10, 2, true)).toBeCloseTo(2400 * (1 - 0.107_374_182_4), 6)
  })

  it('refuses by the name a spreadsheet gives it', () => {
    expect(() => straightLine(1, 0, 0)).toThrow(/^#NUM!: straightLine needs a life other than 0/)
    expect(() => straightLine(Number.NaN, 0, 1)).toThrow(/^#VALUE!: straightLine .* costUsd is NaN/)
    expect(() => sumOfYears(30, 7, 10, 11)).toThrow(/^#NUM!: .*from 1 to the life 10, but was given 11/)
    expect(() => declining(-1, 0, 6, 1)).toThrow(/^#NUM!: .*cost of 0 or more/)
    expect(() => declining(1, 0, 6, 7)).toThrow(/^#NUM!: .*from 1 to 6/)
    expect(() => declining(1, 0, 6, 1, 13)).toThrow(/^#NUM!: .*1 to 12 months/)
    expect(() => doubleDeclining(1, 0, 6, 1, 0)).toThrow(/^#NUM!: .*factor above 0/)
    expect(() => variableDeclining(1, 0, 6, 3, 2)).toThrow(/^#NUM!: .*but was given 3 to 2/)
    expect(() => doubleDecliningWithSwitch(1, 0, 6, 7)).toThrow(/^#NUM!/)
  })
})

describe('FN7 MACRS', () => {
  it('gives the printed tables', () => {
    // IRS Publication 946, table A-1
    expect(macrsHalfYear(3)).toEqual([0.3333, 0.4445, 0.1481, 0.0741])
    expect(macrsHalfYear(5)).toEqual([0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576])
    expect(macrsHalfYear(7).slice(0, 3)).toEqual([0.1429, 0.2449, 0.1749])
    expect(macrsAllowanceUsd(10_000, 5, 2)).toBe(3200)
    expect(macrsAllowanceUsd(10_000, 5, 7)).toBe(0)
  })

  it('writes off all of the cost in every class and convention', () => {
    for (const classYears of [3, 5, 7, 10, 15, 20])
      for (const convention of ['half-year', 'mid-quarter 1', 'mid-quarter 4'] as const) {
        const shares = macrsPercentages(classYears, convention)
        expect(shares.length).toBe(classYears + 1)
        expect(sumOf(shares)).toBeCloseTo(1, 12)
      }
    expect(() => macrsHalfYear(4)).toThrow(/^#NUM!: macrs knows classes of 3, 5, 7, 10, 15, 20 years/)
    expect(() => macrsAllowanceUsd(1, 5, 0)).toThrow(/^#NUM!/)
  })
})

describe('FN8 depreciation by tax year', () => {
  it('gives each method as it is done by hand', () => {
    expect(byYear('none', 2)).toEqual([0, 0])
    expect(byYear('straight line', 5)).toEqual([600, 600, 600, 600, 0])
    expect(byYear('sum of years', 5)).toEqual([960, 720, 480, 240, 0])
    // 3,000 / 4, then a quarter of what is left, on beyond the life
    expect(byYear('declining', 3)).toEqual([750, 562.5, 421.875])
    // Half each year, until only salvage is left: 1,500, 750, 150
    expect(byYear('double declining', 5)).toEqual([1500, 750, 150, 0, 0])
    expect(byYear('macrs', 7, 5)).toEqual(
      [600, 960, 576, 345.6, 345.6, 172.8, 0].map((usd) => expect.closeTo(usd, 9)),
    )
  })

  it('never writes off more than cost less salvage, and nothing negative, whatever the numbers', () => {
    const money = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom(...depreciationMethods),
        money,
        money,
        fc.constantFrom(0.5, 1, 2.5, 3, 5, 7, 15),
        fc.integer({ min: 0, max: 25 }),
        (method, costUsd, salvageUsd, life, years) => {
          const lifeYears = method === 'macrs' ? [3, 5, 7, 15][Math.floor(life) % 4]! : life
          const allowances = depreciationByYear({ method, costUsd, salvageUsd, lifeYears, years })
          const most = method === 'macrs' ? costUsd : Math.max(0, costUsd - salvageUsd)
          expect(allowances.length).toBe(years)
          expect(Math.min(0, ...allowances)).toBe(0)
          // The book value is kept to the last digit of the cost, so that is what the sum can miss by.
          expect(sumOf(allowances)).toBeLessThanOrEqual(most + 1e-12 * costUsd)
          // Over its whole life every method but the falling ones writes all of it off.
          if (method !== 'none' && method !== 'declining' && years > lifeYears)
            expect(sumOf(allowances)).toBeCloseTo(most, 6)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('refuses what cannot be', () => {
    const good = { method: 'macrs', costUsd: 1, salvageUsd: 0, lifeYears: 5, years: 2 } as const
    expect(() => depreciationByYear({ ...good, lifeYears: 4 })).toThrow(/^#NUM!: macrs/)
    expect(() => depreciationByYear({ ...good, years: 1.5 })).toThrow(/^#NUM!: .*whole number of years/)
    expect(() => depreciationByYear({ ...good, costUsd: -1 })).toThrow(/^#NUM!/)
    expect(() => depreciationByYear({ ...good, salvageUsd: Infinity })).toThrow(/^#VALUE!/)
  })
})
