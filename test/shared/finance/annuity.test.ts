import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cumulativeInterest,
  cumulativePrincipal,
  fv,
  ipmt,
  nper,
  pmt,
  ppmt,
  pv,
} from '../../../shared/finance/annuity.ts'
import {
  levelizedCost,
  levelizedCostFixedCharge,
  nominalDiscountRate,
} from '../../../shared/finance/levelized-cost.ts'
import { loanSchedule } from '../../../shared/finance/loan.ts'
import {
  effect,
  fvSchedule,
  ispmt,
  mirr,
  nominal,
  pduration,
  rate,
  rri,
  xnfv,
} from '../../../shared/finance/rates.ts'

describe('FN9 and FN10 annuities', () => {
  it('give the examples of the docstrings', () => {
    expect(fv(0.01, 12, -1000)).toBeCloseTo(12_682.503, 3)
    expect(pv(0.07, 20, 12_000)).toBeCloseTo(-127_128.17, 2)
    expect(pmt(0.08 / 12, 60, 15_000)).toBeCloseTo(-304.146, 3)
    expect(ipmt(0.1 / 12, 1, 24, 100_000)).toBeCloseTo(-833.33, 2)
    expect(ppmt(0.1 / 12, 1, 24, 2000)).toBeCloseTo(-75.62, 2)
    expect(nper(0, -2000, 0, 100_000)).toBe(50)
    expect(cumulativeInterest(0.1 / 12, 360, 100_000, 13, 24)).toBeCloseTo(-9916.77, 2)
    expect(cumulativePrincipal(0.1 / 12, 360, 100_000, 13, 24)).toBeCloseTo(-614.09, 2)
  })

  it('hold together: each finds back what another was given, for rates of a month and for rates near 0', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.constantFrom(0, 1e-12, -1e-9)),
        fc.integer({ min: 1, max: 240 }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.constantFrom('end', 'start'),
        (perPeriod, periods, loan, due) => {
          const payment = pmt(perPeriod, periods, loan, 0, due)
          expect(pv(perPeriod, periods, payment, 0, due) / loan).toBeCloseTo(1, 9)
          expect(fv(perPeriod, periods, payment, loan, due) / loan).toBeCloseTo(0, 6)
          expect(nper(perPeriod, payment, loan, 0, due) / periods).toBeCloseTo(1, 5)
          const principal = Array.from({ length: periods }, (_, at) =>
            ppmt(perPeriod, at + 1, periods, loan, 0, due),
          ).reduce((total, part) => total + part, 0)
          expect(principal / loan).toBeCloseTo(-1, 8)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('refuse by the name a spreadsheet gives it', () => {
    expect(() => fv(-1, 2, 1)).toThrow(/^#NUM!: fv needs a rate above -1, but was given -1/)
    expect(() => pmt(0.1, 0, 1)).toThrow(/^#NUM!/)
    expect(() => pmt(Number.NaN, 1, 1)).toThrow(/^#VALUE!: pmt .* rate is NaN/)
    expect(() => ipmt(0.1, 25, 24, 1)).toThrow(/^#NUM!: .*from 1 to 24/)
    expect(() => nper(0.1, -1, 1000)).toThrow(/^#NUM!: nper never gets there/)
    expect(() => fv(10, 1000, 1)).toThrow(/^#NUM!/)
    expect(() => cumulativeInterest(0.1, 12, 100, 5, 4)).toThrow(/^#NUM!/)
  })
})

describe('FN11 rates', () => {
  it('give the examples of the docstrings', () => {
    expect(rate(10, 0, -3500, 10_000)).toBeCloseTo(0.110_690_853_714, 11) // numpy-financial
    expect(mirr([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], 0.1, 0.12)).toBeCloseTo(0.126_094, 6)
    expect(rri(8, 10_000, 11_000)).toBeCloseTo(0.011_985, 6)
    expect(pduration(0.025, 2000, 2200)).toBeCloseTo(3.86, 2)
    expect(effect(0.1, 4)).toBeCloseTo(0.103_81, 5)
    expect(nominal(0.1, 4)).toBeCloseTo(0.096_45, 5)
    expect(nominal(effect(0.1, 12), 12)).toBeCloseTo(0.1, 13)
    expect(fvSchedule(100, [0.09, 0.1, 0.11])).toBeCloseTo(133.089, 9)
    expect(ispmt(0.1 / 12, 6, 24, 100_000)).toBeCloseTo(-625, 9)
    const flows = [
      { dayNumber: 0, amountUsd: 100 },
      { dayNumber: 365, amountUsd: 10 },
    ]
    expect(xnfv(0.1, flows)).toBeCloseTo(120, 9)
  })

  it('of two rates the nearer to the guess is the answer', () => {
    // The balance of two periods is a parabola of growth: 27 g^2 - 60 g - 60 + 92.
    const low = rate(2, -60, 27, 92, 'end', -0.5)
    const high = rate(2, -60, 27, 92, 'end', 5)
    expect(high - low).toBeGreaterThan(0.1)
    for (const found of [low, high]) {
      const growth = 1 + found
      expect(27 * growth * growth - 60 * growth - 60 + 92).toBeCloseTo(0, 9)
    }
  })

  it('refuse where there is none', () => {
    expect(() => rate(12, 400, 10_000, 5000)).toThrow(/^#NUM!: rate finds no rate/)
    expect(() => mirr([1, 2], 0.1, 0.1)).toThrow(/^#NUM!: mirr needs at least one cost/)
    expect(() => rri(8, -1, 1)).toThrow(/^#NUM!/)
    expect(() => pduration(0, 1, 2)).toThrow(/^#NUM!/)
    expect(() => effect(0.1, 0.5)).toThrow(/^#NUM!/)
  })
})

describe('FN12 a loan by month', () => {
  it('repays all of it to the last cent, with interest on what is owed', () => {
    expect(loanSchedule({ principalUsd: 1200, ratePerYear: 0, months: 12 })).toEqual(
      Array.from({ length: 12 }, (_, at) => ({
        interestUsd: 0,
        principalUsd: 100,
        balanceUsd: 1100 - 100 * at,
      })),
    )
    const rows = loanSchedule({ principalUsd: 30_000, ratePerYear: 0.09, months: 36 })
    expect(rows.at(-1)!.balanceUsd).toBe(0)
    for (const [at, row] of rows.entries()) {
      expect(-row.interestUsd).toBeCloseTo(ipmt(0.09 / 12, at + 1, 36, 30_000), 8)
      expect(-row.principalUsd).toBeCloseTo(ppmt(0.09 / 12, at + 1, 36, 30_000), 8)
    }
  })

  it('refuses what is no loan', () => {
    const good = { principalUsd: 1, ratePerYear: 0, months: 1 }
    expect(() => loanSchedule({ ...good, months: 0 })).toThrow(/^#NUM!: .*whole number of months/)
    expect(() => loanSchedule({ ...good, principalUsd: -1 })).toThrow(/^#NUM!/)
    expect(() => loanSchedule({ ...good, ratePerYear: Number.NaN })).toThrow(/^#VALUE!/)
  })
})

describe('FN13 levelized cost', () => {
  const given = { costsUsdByYear: [100, 0], unitsByYear: [0, 10], realRate: 0.1, inflationRate: 0 }

  it('gives the examples of the docstrings', () => {
    expect(
      levelizedCostFixedCharge({
        capitalCostUsd: 1000,
        fixedOperatingUsdPerYear: 50,
        variableOperatingUsdPerUnit: 0.01,
        fixedChargeRate: 0.1,
        unitsPerYear: 1000,
      }),
    ).toBeCloseTo(0.16, 12)
    expect(nominalDiscountRate(0.064, 0.025)).toBeCloseTo(0.0906, 12)
    const { nominalUsdPerUnit, realUsdPerUnit } = levelizedCost(given)
    expect([nominalUsdPerUnit, realUsdPerUnit]).toEqual([expect.closeTo(11, 9), expect.closeTo(11, 9)])
  })

  it('is lower in the money of today where there is inflation', () => {
    const { nominalUsdPerUnit, realUsdPerUnit } = levelizedCost({ ...given, inflationRate: 0.05 })
    // By hand: 100 x 1.155 / 10 and 100 x 1.1 / 10
    expect([nominalUsdPerUnit, realUsdPerUnit]).toEqual([expect.closeTo(11.55, 9), expect.closeTo(11, 9)])
  })

  it('refuses years that do not match, and no units', () => {
    expect(() => levelizedCost({ ...given, unitsByYear: [1] })).toThrow(/^#NUM!: .*of the same years/)
    expect(() => levelizedCost({ ...given, unitsByYear: [0, 0] })).toThrow(/^#NUM!/)
    expect(() => levelizedCost({ ...given, unitsByYear: [0, Number.NaN] })).toThrow(
      /the units of year 1 is NaN/,
    )
  })
})
