import { describe, expect, it } from 'vitest'
import { payoutDays, payoutTerms, tokenPriceUsd } from '../../../shared/economics/payout-terms.ts'
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
