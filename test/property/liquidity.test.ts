import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountIn, amountOut, saleProceedsUsd } from '../../shared/liquidity/constant-product.ts'

const numRuns = 100_000
const logUniform = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((x) => Math.exp(x))
const pool = fc.record({
  poolQuoteReserveUsd: logUniform(1, 1e10),
  startPriceUsd: logUniform(1e-8, 1e6),
  priceUsd: logUniform(1e-8, 1e6),
  poolFeeRatio: fc.double({ min: 0, max: 0.1, noNaN: true }),
})
const tokens = logUniform(1e-6, 1e12)
const reserve = fc.bigInt({ min: 1n, max: 10n ** 30n })

describe('Q1 for any pool', () => {
  it('the amount put in for an amount out suffices, and one unit less than two below does not', () => {
    fc.assert(
      fc.property(
        reserve,
        reserve,
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        (reserveIn, reserveOut, wanted) => {
          fc.pre(wanted < reserveOut)
          const needed = amountIn(wanted, reserveIn, reserveOut)
          expect(amountOut(needed, reserveIn, reserveOut) >= wanted).toBe(true)
          if (needed > 2n) expect(amountOut(needed - 2n, reserveIn, reserveOut) < wanted).toBe(true)
        },
      ),
      { numRuns },
    )
  })

  it('the product of the reserves never falls', () => {
    fc.assert(
      fc.property(reserve, reserve, reserve, (reserveIn, reserveOut, given) => {
        const out = amountOut(given, reserveIn, reserveOut)
        expect(out < reserveOut && (reserveIn + given) * (reserveOut - out) >= reserveIn * reserveOut).toBe(
          true,
        )
      }),
      { numRuns },
    )
  })
})

describe('Q2 for any pool and sale', () => {
  it('the projection agrees with the integers to 1e-12', () => {
    // Units of 10^-24: the integers' rounding then lies far below the doubles'.
    const unit = 10n ** 24n
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 10_000 }),
        (sold, poolTokens, quote, fee) => {
          const exact = amountOut(BigInt(sold) * unit, BigInt(poolTokens) * unit, BigInt(quote) * unit, {
            numerator: BigInt(fee),
            denominator: 100_000n,
          })
          const price = quote / poolTokens
          const projected = saleProceedsUsd({
            tokens: sold,
            poolQuoteReserveUsd: quote,
            startPriceUsd: price,
            priceUsd: price,
            poolFeeRatio: fee / 100_000,
          })
          const expected = Number(exact) / 1e24
          expect(Math.abs(projected - expected)).toBeLessThanOrEqual(1e-12 * expected)
        },
      ),
      { numRuns },
    )
  })

  it('proceeds lie below the listed value and below the pool', () => {
    fc.assert(
      fc.property(pool, tokens, (given, sold) => {
        const proceeds = saleProceedsUsd({ ...given, tokens: sold })
        const value = sold * given.priceUsd
        const quote = given.poolQuoteReserveUsd * Math.sqrt(given.priceUsd / given.startPriceUsd)
        // Equal only where the sale is too small beside the pool for a double to hold the difference.
        expect(proceeds <= value * (1 - given.poolFeeRatio) && proceeds <= quote && proceeds > 0).toBe(true)
        if (value > quote * 1e-12) expect(proceeds).toBeLessThan(value)
      }),
      { numRuns },
    )
  })

  it('more tokens bring more, and each further one less', () => {
    fc.assert(
      fc.property(pool, tokens, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, sold, share) => {
        const at = (amount: number) => saleProceedsUsd({ ...given, tokens: amount })
        const [one, two, three] = [at(sold), at(sold * (1 + share)), at(sold * (1 + 2 * share))] as const
        const rounding = one * 1e-14
        expect(two).toBeGreaterThanOrEqual(one - rounding)
        expect(two - one).toBeGreaterThanOrEqual(three - two - 4 * rounding * (1 + 2 * share))
      }),
      { numRuns },
    )
  })
})
