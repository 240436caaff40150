import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { swapStep, x96 } from '../../shared/liquidity/concentrated.ts'
import { amountIn, amountOut } from '../../shared/liquidity/constant-product.ts'
import type { SaleMarket, TokenSale } from '../../shared/liquidity/sale.ts'
import { saleProceeds } from '../../shared/liquidity/sale.ts'
import type { SellingTerms } from '../../shared/liquidity/selling-cadence.ts'
import { sellingCadence } from '../../shared/liquidity/selling-cadence.ts'
import { isNightly } from './runs.ts'

const numRuns = isNightly ? 1_000_000 : 100_000
const logUniform = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((x) => Math.exp(x))
const pool = fc.record({
  quoteReserveUsd: logUniform(1, 1e10),
  startPriceUsd: logUniform(1e-8, 1e6),
  priceUsd: logUniform(1e-8, 1e6),
  feeRatio: fc.double({ min: 0, max: 0.1, noNaN: true }),
})
const tokens = logUniform(1e-6, 1e12)
type PoolAtPrice = {
  readonly quoteReserveUsd: number
  readonly feeRatio: number
  readonly startPriceUsd: number
  readonly priceUsd: number
}
const poolSaleUsd = ({ quoteReserveUsd, feeRatio, ...prices }: PoolAtPrice, sold: number) =>
  saleProceeds({ kind: 'pool', quoteReserveUsd, feeRatio }, { tokens: sold, ...prices }).proceedsUsd
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
          const projected = poolSaleUsd(
            { quoteReserveUsd: quote, feeRatio: fee / 100_000, startPriceUsd: price, priceUsd: price },
            sold,
          )
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
        const proceeds = poolSaleUsd(given, sold)
        const value = sold * given.priceUsd
        const quote = given.quoteReserveUsd * Math.sqrt(given.priceUsd / given.startPriceUsd)
        // Equal only where the sale is too small beside the pool for a double to hold the difference.
        expect(proceeds <= value * (1 - given.feeRatio) && proceeds <= quote && proceeds > 0).toBe(true)
        if (value > quote * 1e-12) expect(proceeds).toBeLessThan(value)
      }),
      { numRuns },
    )
  })

  it('more tokens bring more, and each further one less', () => {
    fc.assert(
      fc.property(pool, tokens, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, sold, share) => {
        const at = (amount: number) => poolSaleUsd(given, amount)
        const [one, two, three] = [at(sold), at(sold * (1 + share)), at(sold * (1 + 2 * share))] as const
        const rounding = one * 1e-14
        expect(two).toBeGreaterThanOrEqual(one - rounding)
        expect(two - one).toBeGreaterThanOrEqual(three - two - 4 * rounding * (1 + 2 * share))
      }),
      { numRuns },
    )
  })
})

const ratio = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true })
const bid = fc.record({ priceRatio: ratio(0.01, 1), quantityUsd: logUniform(1e-3, 1e9) })

/** Every kind of market; a range may end on either side of the price. */
const market: fc.Arbitrary<SaleMarket> = fc.oneof(
  fc.constant({ kind: 'exchange' } as const),
  fc.record({
    kind: fc.constant('pool' as const),
    quoteReserveUsd: logUniform(1, 1e10),
    feeRatio: ratio(0, 0.1),
  }),
  fc.record({ kind: fc.constant('depth' as const), depthUsd: logUniform(1, 1e9) }),
  fc.record({
    kind: fc.constant('concentrated' as const),
    virtualQuoteReserveUsd: logUniform(1, 1e10),
    lowerPriceRatio: logUniform(1e-3, 1.5),
    upperPriceRatio: logUniform(1.6, 1e3),
    feeRatio: ratio(0, 0.1),
  }),
  fc.record({
    kind: fc.constant('order book' as const),
    levels: fc
      .array(bid, { maxLength: 5 })
      .map((bids) => bids.sort((one, other) => other.priceRatio - one.priceRatio)),
  }),
  fc.record({
    kind: fc.constant('square-root' as const),
    dailyVolumeUsd: logUniform(1, 1e10),
    dailySigmaRatio: ratio(0, 0.5),
    alpha: ratio(0, 2),
  }),
)
const sale: fc.Arbitrary<TokenSale> = fc.record({
  tokens: logUniform(1e-6, 1e9),
  priceUsd: logUniform(1e-4, 1e4),
  startPriceUsd: logUniform(1e-4, 1e4),
})
const rounding = 1e-12
const sqrtPriceX96Of = (price: number) => (BigInt(Math.round(Math.sqrt(price) * 2 ** 52)) * x96) >> 52n

/** All amounts of money of a market times `factor`. */
function scaled(given: SaleMarket, factor: number): SaleMarket {
  switch (given.kind) {
    case 'exchange':
      return given
    case 'pool':
      return { ...given, quoteReserveUsd: given.quoteReserveUsd * factor }
    case 'depth':
      return { ...given, depthUsd: given.depthUsd * factor }
    case 'concentrated':
      return { ...given, virtualQuoteReserveUsd: given.virtualQuoteReserveUsd * factor }
    case 'order book':
      return {
        ...given,
        levels: given.levels.map((level) => ({ ...level, quantityUsd: level.quantityUsd * factor })),
      }
    case 'square-root':
      return { ...given, dailyVolumeUsd: given.dailyVolumeUsd * factor }
  }
}

describe('Q3 to Q7 for any market and sale', () => {
  it('no more is sold than there is, and for no more than its price', () => {
    fc.assert(
      fc.property(market, sale, (where, given) => {
        const { proceedsUsd, soldTokens } = saleProceeds(where, given)
        return (
          soldTokens >= 0 &&
          soldTokens <= given.tokens &&
          proceedsUsd >= 0 &&
          proceedsUsd <= soldTokens * given.priceUsd * (1 + rounding)
        )
      }),
      { numRuns },
    )
  })

  it('more tokens bring more, each further one less, and sell more', () => {
    fc.assert(
      fc.property(market, sale, ratio(0.01, 1), (where, given, share) => {
        const at = (tokens: number) => saleProceeds(where, { ...given, tokens })
        const one = at(given.tokens)
        const two = at(given.tokens * (1 + share))
        const three = at(given.tokens * (1 + 2 * share))
        const slack = three.proceedsUsd * rounding
        return (
          two.proceedsUsd >= one.proceedsUsd - slack &&
          two.soldTokens >= one.soldTokens * (1 - rounding) &&
          two.proceedsUsd - one.proceedsUsd >= three.proceedsUsd - two.proceedsUsd - 4 * slack
        )
      }),
      { numRuns },
    )
  })

  it('two half sales, the market full again between them, bring at least as much as one', () => {
    fc.assert(
      fc.property(market, sale, (where, given) => {
        const whole = saleProceeds(where, given)
        const half = saleProceeds(where, { ...given, tokens: given.tokens / 2 })
        return (
          2 * half.proceedsUsd >= whole.proceedsUsd * (1 - rounding) &&
          2 * half.soldTokens >= whole.soldTokens * (1 - rounding)
        )
      }),
      { numRuns },
    )
  })

  it('the currency and the size of a token’s unit change nothing', () => {
    // Powers of two: every product is exact.
    fc.assert(
      fc.property(
        market,
        sale,
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (where, given, moneyPower, unitPower) => {
          const money = 2 ** moneyPower
          const unit = 2 ** unitPower
          const one = saleProceeds(where, given)
          const other = saleProceeds(scaled(where, money), {
            tokens: given.tokens * unit,
            priceUsd: (given.priceUsd * money) / unit,
            startPriceUsd: (given.startPriceUsd * money) / unit,
          })
          return other.proceedsUsd === one.proceedsUsd * money && other.soldTokens === one.soldTokens * unit
        },
      ),
      { numRuns },
    )
  })

  it('a depth is gone exactly when the price is 2 % lower', () => {
    fc.assert(
      fc.property(logUniform(1, 1e9), logUniform(1e-4, 1e4), (depthUsd, priceUsd) => {
        // Sold into a pool (x, y) until its price is 0.98 y / x: x (1 / sqrt(0.98) - 1) tokens.
        const poolTokens = depthUsd / (1 - Math.sqrt(0.98)) / priceUsd
        const tokens = poolTokens * (1 / Math.sqrt(0.98) - 1)
        const at = (more: number) =>
          saleProceeds(
            { kind: 'depth', depthUsd },
            { tokens: tokens * more, priceUsd, startPriceUsd: priceUsd },
          ).proceedsUsd
        const lastPriceRatio = (at(1.0001) - at(0.9999)) / (tokens * 0.0002 * priceUsd)
        return Math.abs(at(1) / depthUsd - 1) < rounding && Math.abs(lastPriceRatio - 0.98) < 1e-8
      }),
      { numRuns },
    )
  })

  it('a pool keeps L = sqrt(x y) as the price moves', () => {
    fc.assert(
      fc.property(logUniform(1, 1e10), logUniform(1e-3, 1e3), (quoteReserveUsd, priceUsd) => {
        // Of a sale worth v the pool (x, y) pays P = v y / (v + y): so y = P v / (v - P), and x = y / price.
        const tokens = quoteReserveUsd / Math.sqrt(priceUsd)
        const { proceedsUsd } = saleProceeds(
          { kind: 'pool', quoteReserveUsd, feeRatio: 0 },
          { tokens, priceUsd, startPriceUsd: 1 },
        )
        const valueUsd = tokens * priceUsd
        const reserveUsd = (proceedsUsd * valueUsd) / (valueUsd - proceedsUsd)
        const liquidity = Math.sqrt(reserveUsd * (reserveUsd / priceUsd))
        return Math.abs(liquidity / quoteReserveUsd - 1) < rounding
      }),
      { numRuns },
    )
  })

  it('a range pays what Uniswap v3’s integers pay, to 1e-9', () => {
    // Units of 10^-18 on both sides; token0 is sold, the lower end of the range is the target of the step.
    const unit = 1e18
    fc.assert(
      fc.property(
        logUniform(1e3, 1e9),
        ratio(0.2, 0.99),
        ratio(0.2, 5),
        logUniform(1e-3, 1e2),
        fc.integer({ min: 0, max: 100_000 }),
        (reserveUsd, lowerPriceRatio, priceUsd, share, feePips) => {
          fc.pre(priceUsd > lowerPriceRatio * 1.001)
          const tokens = reserveUsd * share
          const step = swapStep({
            sqrtPriceX96: sqrtPriceX96Of(priceUsd),
            targetSqrtPriceX96: sqrtPriceX96Of(lowerPriceRatio),
            liquidity: BigInt(Math.round(reserveUsd * unit)),
            amount: BigInt(Math.round(tokens * unit)),
            exact: 'in',
            feePips: BigInt(feePips),
          })
          const { proceedsUsd, soldTokens } = saleProceeds(
            {
              kind: 'concentrated',
              virtualQuoteReserveUsd: reserveUsd,
              lowerPriceRatio,
              upperPriceRatio: 10,
              feeRatio: feePips / 1e6,
            },
            { tokens, priceUsd, startPriceUsd: 1 },
          )
          const near = (value: number, integer: bigint) =>
            Math.abs(value - Number(integer) / unit) <= 1e-9 * value
          return near(proceedsUsd, step.amountOut) && near(soldTokens, step.amountIn + step.feeAmount)
        },
      ),
      { numRuns },
    )
  })
})

describe('Q10 for any terms', () => {
  // One case looks at 365 intervals.
  const cadenceRuns = numRuns / 100
  const terms: fc.Arbitrary<SellingTerms> = fc.record({
    market,
    valueUsdPerDay: logUniform(0.01, 1e5),
    fixedFeesUsdPerSale: logUniform(1e-3, 1e3),
    priceUsd: logUniform(1e-2, 1e2),
    startPriceUsd: logUniform(1e-2, 1e2),
    sigmaYearlyRatio: ratio(0, 3),
    discountRateRatio: ratio(0, 0.5),
    riskWeight: ratio(0, 1),
  })

  it('the best interval is the cheapest, and those about it cost at most 5 % more', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { best, flatFromDays, flatToDays } = sellingCadence(given)
        for (let days = 1; days <= 365; days += 1) {
          const sold = { tokens: (given.valueUsdPerDay * days) / given.priceUsd, ...given }
          const feeRatio = 'feeRatio' in given.market ? given.market.feeRatio : 0
          const valueUsd = given.valueUsdPerDay * days
          const costUsd =
            given.fixedFeesUsdPerSale +
            (valueUsd * (1 - feeRatio) - saleProceeds(given.market, sold).proceedsUsd) +
            valueUsd * given.riskWeight * given.sigmaYearlyRatio * Math.sqrt(days / 365) +
            (valueUsd * given.discountRateRatio * days) / 365
          const yearlyUsd = (costUsd * 365) / days
          // What a double holds of a value whose slippage is far smaller.
          const slackUsd = given.valueUsdPerDay * 365 * rounding
          const isFlat = days >= flatFromDays && days <= flatToDays
          expect(yearlyUsd).toBeGreaterThanOrEqual(best.totalUsd * (1 - rounding) - slackUsd)
          if (isFlat) expect(yearlyUsd).toBeLessThanOrEqual(best.totalUsd * (1.05 + rounding) + slackUsd)
        }
      }),
      { numRuns: cadenceRuns },
    )
  })

  it('dearer sales never make it shorter, and a wilder token never longer', () => {
    fc.assert(
      fc.property(terms, ratio(1, 5), (given, factor) => {
        const { best, curve } = sellingCadence(given)
        const dearer = sellingCadence({
          ...given,
          fixedFeesUsdPerSale: given.fixedFeesUsdPerSale * factor,
        }).best.days
        const wilder = sellingCadence({
          ...given,
          sigmaYearlyRatio: given.sigmaYearlyRatio * factor,
        }).best.days
        // Two intervals that cost the same to the last digits may change places.
        const isEqual = (days: number) =>
          curve[days - 1]!.totalUsd <= best.totalUsd * (1 + rounding) + given.valueUsdPerDay * 365 * rounding
        return (dearer >= best.days || isEqual(dearer)) && (wilder <= best.days || isEqual(wilder))
      }),
      { numRuns: cadenceRuns },
    )
  })
})
