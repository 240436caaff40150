import { describe, expect, it } from 'vitest'
import type { SaleMarket } from '../../../shared/liquidity/sale.ts'
import { saleProceeds } from '../../../shared/liquidity/sale.ts'

const sale = { tokens: 1000, priceUsd: 1, startPriceUsd: 1 }
const pool = { kind: 'pool', quoteReserveUsd: 100_000, feeRatio: 0.003 } as const
const depth = { kind: 'depth', depthUsd: 100_000 } as const
const range = {
  kind: 'concentrated',
  virtualQuoteReserveUsd: 100_000,
  lowerPriceRatio: 0.81,
  upperPriceRatio: 1.21,
  feeRatio: 0.003,
} as const
const book = {
  kind: 'order book',
  levels: [
    { priceRatio: 1, quantityUsd: 100 },
    { priceRatio: 0.5, quantityUsd: 200 },
    { priceRatio: 0.25, quantityUsd: 50 },
  ],
} as const
const impact = { kind: 'square-root', dailyVolumeUsd: 1_000_000, dailySigmaRatio: 0.05, alpha: 1 } as const
const markets: readonly SaleMarket[] = [{ kind: 'exchange' }, pool, depth, range, book, impact]

// Figures with more than six digits: Python decimal, 40 digits, from the formulas of SPEC.md Q2 to Q7.

describe('Q2 a sale on an exchange or into a pool', () => {
  it('brings the whole value where the sale does not move the price', () => {
    expect(saleProceeds({ kind: 'exchange' }, { ...sale, priceUsd: 2.5 })).toEqual({
      proceedsUsd: 2500,
      soldTokens: 1000,
    })
  })

  it('brings from a pool what its constant product leaves', () => {
    // 100000 x 997 / (100000 + 997)
    expect(saleProceeds(pool, sale).proceedsUsd).toBeCloseTo(987.158_034_397_061_2, 9)
    expect(saleProceeds(pool, sale).soldTokens).toBe(1000)
  })

  it('lets the pool keep L as others move the price', () => {
    // At 4 times the price the quote side is doubled: 200000 x 3988 / (200000 + 3988)
    expect(saleProceeds(pool, { ...sale, priceUsd: 4 }).proceedsUsd).toBeCloseTo(3910.033_923_564_131, 9)
    // At a quarter of it, halved: 50000 x 249.25 / (50000 + 249.25)
    const quarter = saleProceeds(pool, { ...sale, priceUsd: 0.25 })
    expect(quarter.proceedsUsd).toBeCloseTo(248.013_651_945_053_9, 9)
  })
})

describe('Q3 a sale into a stated depth', () => {
  it('gives the example of its docstring', () => {
    expect(saleProceeds(depth, sale).proceedsUsd).toBeCloseTo(999.899_505_036_864_3, 9)
  })

  it('uses up the depth exactly when the price is 2 % lower', () => {
    // A pool with y on its quote side pays D = y (1 - sqrt(0.98)) until its price is 0.98.
    const tokens = 101_015.254_455_221_07
    const { proceedsUsd } = saleProceeds(depth, { ...sale, tokens })
    expect(proceedsUsd).toBeCloseTo(100_000, 6)
    const next = saleProceeds(depth, { ...sale, tokens: tokens + 1 }).proceedsUsd - proceedsUsd
    expect(next).toBeCloseTo(0.98, 6)
  })
})

describe('Q4 a sale into a range of prices', () => {
  it('is a sale into the whole pool as long as the price stays within', () => {
    expect(saleProceeds(range, sale)).toEqual(saleProceeds(pool, sale))
    expect(saleProceeds(range, { ...sale, priceUsd: 0.9 })).toEqual(
      saleProceeds(pool, { ...sale, priceUsd: 0.9 }),
    )
  })

  it('ends at the lower end, and leaves the rest unsold', () => {
    const { proceedsUsd, soldTokens } = saleProceeds(range, { ...sale, tokens: 50_000 })
    // 100,000 x (1 - sqrt(0.81)); the pool takes 100,000 x (1 / sqrt(0.81) - 1) after its fee.
    expect(proceedsUsd).toBeCloseTo(10_000, 8)
    expect(soldTokens).toBeCloseTo(11_144.544_745_347_153, 8)
  })

  it('buys nothing at or below its lower end', () => {
    const nothing = { proceedsUsd: 0, soldTokens: 0 }
    expect(saleProceeds(range, { ...sale, priceUsd: 0.81 })).toEqual(nothing)
    expect(saleProceeds(range, { ...sale, priceUsd: 0.5 })).toEqual(nothing)
  })

  it('pays no more than its upper end when the price is above', () => {
    expect(saleProceeds(range, { ...sale, priceUsd: 4 }).proceedsUsd).toBeCloseTo(1193.283_262_460_59, 9)
  })

  it('moves with the start price', () => {
    expect(saleProceeds(range, { tokens: 100, priceUsd: 10, startPriceUsd: 10 })).toEqual({
      proceedsUsd: saleProceeds(range, sale).proceedsUsd,
      soldTokens: 100,
    })
  })
})

describe('Q5 a sale into an order book', () => {
  it.each([
    [50, 50, 50],
    [100, 100, 100],
    // 100 at $1, then 100 at $0.50
    [200, 150, 200],
    // 100 at $1, 400 at $0.50, 200 at $0.25, and nobody buys the rest
    [1000, 350, 700],
  ])('%d tokens bring $%d, %d of them sold', (tokens, proceedsUsd, soldTokens) => {
    expect(saleProceeds(book, { ...sale, tokens })).toEqual({ proceedsUsd, soldTokens })
  })

  it('keeps its bids in USD as the price moves', () => {
    expect(saleProceeds(book, { ...sale, tokens: 100, priceUsd: 2 })).toEqual({
      proceedsUsd: 150,
      soldTokens: 100,
    })
  })

  it('gives tokens without a price away, and passes bids of nothing', () => {
    const levels = [{ priceRatio: 1, quantityUsd: 0 }, ...book.levels]
    expect(saleProceeds({ kind: 'order book', levels }, { ...sale, priceUsd: 0 })).toEqual({
      proceedsUsd: 0,
      soldTokens: 1000,
    })
    expect(saleProceeds({ kind: 'order book', levels }, sale)).toEqual(saleProceeds(book, sale))
  })

  it('sells nothing where nobody bids', () => {
    expect(saleProceeds({ kind: 'order book', levels: [] }, sale)).toEqual({ proceedsUsd: 0, soldTokens: 0 })
  })
})

describe('Q6 a sale under the square-root law', () => {
  it('loses two thirds of the impact at its end', () => {
    // End impact 0.05 x sqrt(10,000 / 1,000,000) = 0.5 %, on average a third of a per cent.
    expect(saleProceeds(impact, { ...sale, tokens: 10_000 }).proceedsUsd).toBeCloseTo(9966.666_666_666_66, 9)
  })

  it('ends where the price is gone', () => {
    // An end impact of 1 is reached at 1,000,000 / 0.05^2 = 400,000,000 USD, of which a third is paid.
    const { proceedsUsd, soldTokens } = saleProceeds(impact, { ...sale, tokens: 1e9 })
    expect(proceedsUsd).toBeCloseTo(400e6 / 3, 4)
    expect(soldTokens).toBeCloseTo(400e6, 4)
  })

  it('without volatility is an exchange', () => {
    expect(saleProceeds({ ...impact, dailySigmaRatio: 0 }, sale)).toEqual({
      proceedsUsd: 1000,
      soldTokens: 1000,
    })
  })
})

describe('Q7 every market', () => {
  it('brings nothing for no tokens and at a price of 0', () => {
    for (const market of markets) {
      expect(saleProceeds(market, { ...sale, tokens: 0 })).toEqual({ proceedsUsd: 0, soldTokens: 0 })
      expect(saleProceeds(market, { ...sale, priceUsd: 0 }).proceedsUsd).toBe(0)
    }
  })

  const from0 = 'from 0 to 1e300'
  const above0 = 'above 0, at most 1e300'
  it.each([
    [{}, { tokens: -1 }, `tokens must be ${from0}, but is -1`],
    [{}, { tokens: Number.NaN }, `tokens must be ${from0}, but is NaN`],
    [{}, { priceUsd: -1 }, `priceUsd must be ${from0}, but is -1`],
    [{}, { startPriceUsd: 0 }, `startPriceUsd must be ${above0}, but is 0`],
    [{}, { tokens: 1e200, priceUsd: 1e200 }, `tokens x priceUsd must be ${from0}, but is Infinity`],
    [pool, { priceUsd: 1e300, startPriceUsd: 1e-300, tokens: 0 }, 'the quote reserve at priceUsd must be'],
    [{ ...pool, quoteReserveUsd: 0 }, {}, `quoteReserveUsd must be ${above0}, but is 0`],
    [{ ...pool, feeRatio: 1 }, {}, 'feeRatio must be from 0 to below 1, but is 1'],
    [{ ...depth, depthUsd: 0 }, {}, `depthUsd must be ${above0}, but is 0`],
    [{ ...range, virtualQuoteReserveUsd: -1 }, {}, `virtualQuoteReserveUsd must be ${above0}, but is -1`],
    [{ ...range, lowerPriceRatio: 0 }, {}, `lowerPriceRatio must be ${above0}, but is 0`],
    [
      { ...range, upperPriceRatio: 0.81 },
      {},
      'upperPriceRatio must be above lowerPriceRatio (0.81), but is 0.81',
    ],
    [{ ...range, feeRatio: -0.1 }, {}, 'feeRatio must be from 0 to below 1, but is -0.1'],
    [
      { ...book, levels: [{ priceRatio: 1.1, quantityUsd: 1 }] },
      {},
      'priceRatio must be above 0 and at most 1',
    ],
    [{ ...book, levels: [{ priceRatio: 0, quantityUsd: 1 }] }, {}, 'priceRatio must be above 0'],
    [{ ...book, levels: [book.levels[1], book.levels[0]] }, {}, 'at most 0.5: dearest bid first, but is 1'],
    [
      { ...book, levels: [{ priceRatio: 1, quantityUsd: -1 }] },
      {},
      `quantityUsd must be ${from0}, but is -1`,
    ],
    [{ ...impact, dailyVolumeUsd: 0 }, {}, `dailyVolumeUsd must be ${above0}, but is 0`],
    [{ ...impact, dailySigmaRatio: -1 }, {}, `dailySigmaRatio must be ${from0}, but is -1`],
    [{ ...impact, alpha: Number.NaN }, {}, `alpha must be ${from0}, but is NaN`],
  ] as const)('refuses %o with %o by name', (market, change, message) => {
    const given = 'kind' in market ? market : ({ kind: 'exchange' } as const)
    expect(() => saleProceeds(given, { ...sale, ...change })).toThrow(message)
  })
})
