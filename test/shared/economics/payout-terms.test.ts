import { describe, expect, it } from 'vitest'
import {
  dailyPrices,
  payoutDays,
  payoutTerms,
  tokenPriceUsd,
} from '../../../shared/economics/payout-terms.ts'
import type { PayoutTerms } from '../../../shared/economics/payout-terms.ts'
import { saleProceeds } from '../../../shared/liquidity/sale.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, worked, workedTokens } from './given.ts'

const terms = (given: Given) => payoutTerms(batch({ ...worked, ...given }), 0)

describe('B3 the token price of a day', () => {
  it('is $2.42 on day 365 at 21 % a year from $2, and $2.20 half-way', () => {
    expect(tokenPriceUsd(2, 0.21, 365)).toBeCloseTo(2.42, 12)
    expect(tokenPriceUsd(2, 0.21, 182.5)).toBeCloseTo(2.2, 12)
    expect(tokenPriceUsd(2, 0, 1000)).toBe(2)
    expect(tokenPriceUsd(2, 0.21, 0)).toBe(2)
  })
})

const days = (given: Given, monthDay = 1) => {
  const { choices } = batch({ ...worked, ...given })
  const marked = payoutDays(choices, monthDay, timelineOf(batch(worked)))
  return Array.from(marked, (mark, day) => (mark === 1 ? day : -1)).filter((day) => day >= 0)
}

describe('B4 payout days', () => {
  it('are every day, a weekday, or a day of the month', () => {
    expect(days({ payoutCadence: 'daily' }).slice(0, 3)).toEqual([0, 1, 2])
    // 1 November 2026 is a Sunday: the first Friday is the 6th.
    expect(days({ payoutCadence: 'weekly', payoutWeekday: '4' }).slice(0, 3)).toEqual([5, 12, 19])
    expect(days({ payoutCadence: 'monthly' }, 15)).toEqual([14, 44, 75, 106])
  })
})

/** What a sale brings in the market of the terms, as the payouts sell. */
const saleUsd = (of: PayoutTerms, tokens: number, priceUsd: number) =>
  saleProceeds(of.market, { tokens, priceUsd, startPriceUsd: of.startPriceUsd }).proceedsUsd *
  (1 - of.exchangeFeeRatio)

describe('B5 selling tokens', () => {
  it("brings the day's price less the exchange fee on a deep market", () => {
    expect(saleUsd(terms({ ...workedTokens, exchangeFeeRatio: 0.01 }), 100, 3)).toBeCloseTo(297, 12)
  })
  it('brings $987.16 for 1,000 tokens at $1 from a pool with $100,000 and a fee of 0.3 %, less the exchange fee', () => {
    const pool = {
      ...workedTokens,
      tokenPriceUsd: 1,
      saleVenue: 'pool',
      poolQuoteReserveUsd: 100_000,
      poolFeeRatio: 0.003,
    }
    const proceeds = (997 * 100_000) / (100_000 + 997)
    expect(saleUsd(terms(pool), 1000, 1)).toBeCloseTo(proceeds, 9)
    expect(saleUsd(terms({ ...pool, exchangeFeeRatio: 0.2 }), 1000, 1)).toBeCloseTo(proceeds * 0.8, 9)
  })
})

describe('B2 the terms of one scenario', () => {
  it('are neutral where a term does not apply', () => {
    expect(terms({})).toEqual({
      horizonMonths: 2,
      monthDay: 1,
      creditDelayDays: 0,
      minimumUsd: 0,
      withdrawalFeeUsd: 2,
      holdDays: 0,
      transferDays: 2,
      startPriceUsd: 1,
      yearlyChangeRatio: 0,
      priceJumps: '',
      saleEveryDays: 0,
      market: { kind: 'exchange' },
      exchangeFeeRatio: 0,
      stopsAfterMonths: 0,
    })
  })
})

const grown = (day: number) => 2 * 2 ** (day / 365)

describe('B10 jumps of the token', () => {
  it('multiply its price from the first day of their month', () => {
    const jumps = { ...workedTokens, tokenYearlyChangeRatio: 1, tokenPriceJumps: '2026-12 0.5; 2027-01 4' }
    const prices = dailyPrices(terms(jumps), timelineOf(batch(worked)))
    expect([0, 29].map((day) => prices.usd[day])).toEqual(
      [grown(0), grown(29)].map((usd) => expect.closeTo(usd, 12)),
    )
    expect(prices.usd[30]).toBeCloseTo(grown(30) / 2, 12) // 1 December
    expect(prices.usd[60]).toBeCloseTo(grown(60) / 2, 12)
    expect(prices.usd[61]).toBeCloseTo(grown(61) * 2, 12) // 1 January
  })
  it('hold where they began before the start', () => {
    const prices = dailyPrices(
      terms({ ...workedTokens, tokenPriceJumps: '2020-01 3' }),
      timelineOf(batch(worked)),
    )
    expect(prices.usd[0]).toBe(6)
  })
  it('are shared by scenarios of the same price and change', () => {
    const prices = dailyPrices(terms(workedTokens), timelineOf(batch(worked)))
    expect(prices.fits(terms(workedTokens))).toBe(true)
    expect(prices.fits(terms({ ...workedTokens, tokenPriceUsd: 3 }))).toBe(false)
    expect(prices.fits(terms({ ...workedTokens, tokenYearlyChangeRatio: 0.1 }))).toBe(false)
  })
})

const sold = (given: Given, tokens: number) =>
  saleProceeds(terms({ ...workedTokens, tokenPriceUsd: 1, ...given }).market, {
    tokens,
    priceUsd: 1,
    startPriceUsd: 1,
  })

describe('Q2 to Q6 where tokens are sold', () => {
  it('Q2 a pool takes them all, at a price that falls', () => {
    const pool = { saleVenue: 'pool', poolQuoteReserveUsd: 100_000, poolFeeRatio: 0 }
    expect(sold(pool, 100_000)).toEqual({ proceedsUsd: 50_000, soldTokens: 100_000 })
  })
  it('Q3 bids of $100,000 within 2 % give $999.90 for 1,000 tokens at $1', () => {
    const { proceedsUsd } = sold({ saleVenue: 'depth', depthUsd: 100_000 }, 1000)
    expect(proceedsUsd).toBeCloseTo(1000 / (1 + (1000 * (1 - Math.sqrt(0.98))) / 100_000), 9)
    expect(Math.round(proceedsUsd * 100) / 100).toBe(999.9)
  })
  it('Q4 a range down to a quarter of the price buys with its $100,000 and no more', () => {
    // Virtual reserve 100,000 / (1 - 0.5) = 200,000: 200,000 tokens bring it down to a quarter.
    const range = {
      saleVenue: 'concentrated',
      poolQuoteReserveUsd: 100_000,
      rangeLowRatio: 0.25,
      poolFeeRatio: 0,
    }
    expect(sold(range, 1000).proceedsUsd).toBeCloseTo((1000 * 200_000) / 201_000, 9)
    const all = sold(range, 1_000_000)
    expect(all.proceedsUsd).toBeCloseTo(100_000, 6)
    expect(all.soldTokens).toBeCloseTo(200_000, 6)
    expect(sold({ ...range, poolFeeRatio: 0.01 }, 1000).proceedsUsd).toBeCloseTo((990 * 200_000) / 200_990, 9)
    // Above its upper end the pool holds dollars alone and buys from that end on.
    const market = terms({ ...workedTokens, tokenPriceUsd: 1, ...range, rangeHighRatio: 4 }).market
    const above = saleProceeds(market, { tokens: 1, priceUsd: 9, startPriceUsd: 1 })
    expect(above.proceedsUsd).toBeCloseTo((4 * 400_000) / 400_004, 9)
  })
  it('Q5 a book gives $500 for the first 500 tokens and $450 for the rest at 10 % below', () => {
    expect(sold({ saleVenue: 'order book', orderBook: '0 500; 0.1 900' }, 1000)).toEqual({
      proceedsUsd: 950,
      soldTokens: 1000,
    })
    expect(sold({ saleVenue: 'order book', orderBook: '0.5 100' }, 1000)).toEqual({
      proceedsUsd: 100,
      soldTokens: 200,
    })
  })
  it('Q6 the square-root law takes two thirds of the impact at the end: 0.33 % of $10,000', () => {
    // 1 x 0.05 x sqrt(10,000 / 1,000,000) = 0.005
    const law = { saleVenue: 'square root', dailyVolumeUsd: 1e6, dailySigmaRatio: 0.05, impactAlpha: 1 }
    expect(sold(law, 10_000).proceedsUsd).toBeCloseTo(10_000 * (1 - (2 / 3) * 0.005), 9)
    expect(sold({ ...law, impactAlpha: 2 }, 10_000).proceedsUsd).toBeCloseTo(10_000 * (1 - (2 / 3) * 0.01), 9)
  })
  it('are nowhere sold at a loss where the network pays in cash, or the market is deep', () => {
    expect(terms({ saleVenue: 'pool' }).market).toEqual({ kind: 'exchange' })
    expect(terms({ ...workedTokens, saleVenue: 'exchange' }).market).toEqual({ kind: 'exchange' })
  })
})
