import { describe, expect, it } from 'vitest'
import type { SellingTerms } from '../../../shared/liquidity/selling-cadence.ts'
import { cadencePoint, sellingCadence } from '../../../shared/liquidity/selling-cadence.ts'

const terms: SellingTerms = {
  market: { kind: 'exchange' },
  valueUsdPerDay: 10,
  fixedFeesUsdPerSale: 5,
  priceUsd: 1,
  startPriceUsd: 1,
  sigmaYearlyRatio: 0,
  discountRateRatio: 0.1,
  riskWeight: 0.1,
}
const intoPool: SellingTerms = {
  ...terms,
  market: { kind: 'pool', quoteReserveUsd: 50_000, feeRatio: 0 },
  valueUsdPerDay: 100,
  fixedFeesUsdPerSale: 20,
  sigmaYearlyRatio: 1,
}

// Every figure: Python, the formula of SPEC.md Q10 over each interval.
describe('Q10 how often to sell', () => {
  it('gives the example of its docstring', () => {
    const { best, flatFromDays, flatToDays, curve } = sellingCadence(terms)
    expect(best.days).toBe(43)
    expect(best.totalUsd).toBeCloseTo(85.441_860_465_116_28, 10)
    expect([flatFromDays, flatToDays]).toEqual([32, 58])
    expect(curve.map(({ days }) => days)).toEqual(Array.from({ length: 365 }, (_, index) => index + 1))
  })

  it('weighs fees against slippage, risk and waiting', () => {
    const { best, flatFromDays, flatToDays } = sellingCadence(intoPool)
    expect([flatFromDays, best.days, flatToDays]).toEqual([6, 8, 11])
    expect(best.totalUsd).toBeCloseTo(2107.673_393_050_551, 8)
  })

  it('tells the parts of each cost', () => {
    const point = cadencePoint(intoPool, 7)
    expect(point.fixedFeesUsd).toBeCloseTo(1042.857_142_857_143, 9)
    expect(point.slippageUsd).toBeCloseTo(503.944_773_175_542_4, 8)
    expect(point.riskUsd).toBeCloseTo(505.470_078_244_004_5, 9)
    expect(point.discountUsd).toBeCloseTo(70, 10)
    expect(point.totalUsd).toBeCloseTo(2122.271_994_276_69, 8)
    expect(cadencePoint(terms, 73).fixedFeesUsd).toBeCloseTo(25, 12)
  })

  it('sells daily where a sale costs nothing, and once a year where only sales cost', () => {
    expect(sellingCadence({ ...intoPool, fixedFeesUsdPerSale: 0 }).best.days).toBe(1)
    expect(sellingCadence({ ...terms, discountRateRatio: 0 }).best.days).toBe(365)
  })

  it('takes the shortest of equal intervals, and the whole year as equally good', () => {
    const { best, flatFromDays, flatToDays } = sellingCadence({
      ...terms,
      fixedFeesUsdPerSale: 0,
      discountRateRatio: 0,
    })
    expect([best.days, best.totalUsd, flatFromDays, flatToDays]).toEqual([1, 0, 1, 365])
  })

  it('leaves out a pool’s fee, which is the same share of every sale', () => {
    const { slippageUsd } = cadencePoint(
      { ...intoPool, market: { kind: 'pool', quoteReserveUsd: 1e15, feeRatio: 0.01 } },
      30,
    )
    expect(slippageUsd).toBeLessThan(0.001)
  })

  it('counts what nobody buys as lost', () => {
    const market = { kind: 'order book', levels: [{ priceRatio: 1, quantityUsd: 30 }] } as const
    // $70 a week, of which $30 find a buyer
    expect(cadencePoint({ ...terms, market }, 7).slippageUsd).toBeCloseTo((365 / 7) * 40, 9)
  })

  it('never gains by slippage, not even by a rounding', () => {
    // value / price x price is often a digit above the value
    const { curve } = sellingCadence({ ...terms, priceUsd: 0.07, startPriceUsd: 0.07 })
    expect(Math.min(...curve.map(({ slippageUsd }) => slippageUsd))).toBe(0)
  })

  it('does not depend on what one token costs', () => {
    const cheap = { ...intoPool, priceUsd: 0.01, startPriceUsd: 0.01 }
    expect(sellingCadence(cheap).best.totalUsd).toBeCloseTo(sellingCadence(intoPool).best.totalUsd, 9)
  })

  it.each([
    [{ valueUsdPerDay: -1 }, 'valueUsdPerDay must be 0 or more, but is -1'],
    [{ fixedFeesUsdPerSale: Number.NaN }, 'fixedFeesUsdPerSale must be 0 or more, but is NaN'],
    [{ sigmaYearlyRatio: -0.1 }, 'sigmaYearlyRatio must be 0 or more'],
    [{ discountRateRatio: -0.1 }, 'discountRateRatio must be 0 or more'],
    [{ riskWeight: Number.POSITIVE_INFINITY }, 'riskWeight must be 0 or more, but is Infinity'],
    [{ priceUsd: 0 }, 'priceUsd must be above 0, but is 0'],
  ])('refuses %o by name', (change, message) => {
    expect(() => sellingCadence({ ...terms, ...change })).toThrow(message)
  })

  it.each([0, 366, Number.NaN])('refuses an interval of %d days', (days) => {
    expect(() => cadencePoint(terms, days)).toThrow('days must be above 0 and at most 365')
  })
})
