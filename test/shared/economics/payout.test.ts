import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import { hoursOf } from '../../../shared/economics/hours.ts'
import { incomeOf } from '../../../shared/economics/income.ts'
import type { PayoutEvent } from '../../../shared/economics/payout.ts'
import { payoutsOf } from '../../../shared/economics/payout.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, statement, worked, workedTokens } from './given.ts'

const payouts = (given: Given) => statement(given).payouts
/** $162 a month of November, $167.40 of December, after the platform's 10 %. */
const [november, december] = [162, 167.4]

describe('B1 B2 day by day', () => {
  it('credits work the day after, so that the first of the next month pays the whole month', () => {
    const { bankedUsd, pipelineUsd, withdrawalFeeUsd, firstCashDay } = payouts(worked)
    const banked = seriesOf(bankedUsd, 0)
    expect(banked[0]).toBe(0)
    expect(banked[1]).toBeCloseTo(november - 2, 9)
    expect(banked[2]).toBeCloseTo(december - 2, 9)
    expect(seriesOf(withdrawalFeeUsd, 0)).toEqual([0, 2, 2, 0])
    expect(cellOf(pipelineUsd, 0, 0)).toBeCloseTo(november, 9)
    expect(isoDate(firstCashDay[0]!)).toBe('2026-12-03')
  })
  it('waits for the credit: a delay of one day leaves one day of work for the next payout', () => {
    const { bankedUsd } = payouts({ ...worked, creditDelayDays: 1 })
    expect(cellOf(bankedUsd, 1, 0)).toBeCloseTo((november * 29) / 30 - 2, 9)
  })
  it('holds, then sends: hold 3 and transfer 2 bring the money on the sixth', () => {
    expect(isoDate(payouts({ ...worked, holdDays: 3 }).firstCashDay[0]!)).toBe('2026-12-06')
    expect(isoDate(payouts({ ...worked, transferDays: 0 }).firstCashDay[0]!)).toBe('2026-12-01')
  })
})

const banked = (minimumPayoutUsd: number) => seriesOf(payouts({ ...worked, minimumPayoutUsd }).bankedUsd, 0)

describe('B4 minimum and fee per payout', () => {
  it('pays the balance that reaches the minimum, and lets a smaller one wait', () => {
    expect(banked(161)[1]).toBeCloseTo(november - 2, 9)
    expect(banked(163)[1]).toBe(0)
    expect(banked(163)[2]).toBeCloseTo(november + december - 2, 9)
  })
  it('makes no payout that its own fee would eat', () => {
    const { bankedUsd, withdrawalFeeUsd } = payouts({ ...worked, withdrawalFeeUsd: 165 })
    expect(seriesOf(bankedUsd, 0)[1]).toBe(0)
    expect(seriesOf(bankedUsd, 0)[2]).toBeCloseTo(november + december - 165, 9)
    expect(seriesOf(withdrawalFeeUsd, 0)).toEqual([0, 0, 165, 0])
  })
  it("buys tokens for a cash leg at the payout day's price", () => {
    const { tokensAccrued, tokensForFees, tokensSold } = payouts({
      ...workedTokens,
      tokenYearlyChangeRatio: 1,
      horizonMonths: 1,
    })
    const price = 2 * 2 ** (30 / 365) // 1 December is day 30
    expect(tokensAccrued[0]).toBeCloseTo(november / price, 9)
    expect(tokensForFees[0]).toBeCloseTo(2 / price, 9)
    expect(tokensSold[0]).toBeCloseTo((november - 2) / price, 9)
  })
})

describe('B5 selling what was paid', () => {
  it("sells when the hold ends, at that day's price", () => {
    const { bankedUsd, saleCostUsd, revaluationUsd } = payouts({
      ...workedTokens,
      tokenYearlyChangeRatio: 1,
      horizonMonths: 1,
      holdDays: 10,
      exchangeFeeRatio: 0.01,
    })
    const sold = (november - 2) * 2 ** (10 / 365)
    expect(cellOf(bankedUsd, 1, 0)).toBeCloseTo(sold * 0.99, 9)
    expect(cellOf(saleCostUsd, 1, 0)).toBeCloseTo(sold * 0.01, 9)
    expect(cellOf(revaluationUsd, 1, 0)).toBeCloseTo(sold - (november - 2), 9)
  })
})

describe('R1 R3 a leg that is earned in tokens', () => {
  it('is worth the price of its day, and fees are taken in tokens too', () => {
    const { usageUsd, platformFeeUsd, paymentFeeUsd, tokensAccrued } = payouts({
      ...workedTokens,
      usageDenomination: 'token',
      tokenYearlyChangeRatio: 1,
      horizonMonths: 1,
      paymentFeeRatio: 0.5,
    })
    // 90 tokens evenly over 30 days, the first day at $2: a geometric series.
    const growth = 2 ** (1 / 365)
    const worth = (3 * 2 * (growth ** 30 - 1)) / (growth - 1)
    expect(cellOf(usageUsd, 0, 0)).toBeCloseTo(worth, 8)
    expect(cellOf(platformFeeUsd, 0, 0)).toBeCloseTo(worth * 0.1, 8)
    expect(cellOf(paymentFeeUsd, 0, 0)).toBeCloseTo(worth * 0.9 * 0.5, 8)
    expect(tokensAccrued[0]).toBeCloseTo(90 * 0.9 * 0.5, 9)
  })
})

describe('B6 the pipeline', () => {
  it("is platform balance, held tokens and money under way, at the day's price", () => {
    const { pipelineUsd } = payouts({ ...workedTokens, tokenYearlyChangeRatio: 1, holdDays: 60 })
    // On 31 December: November's tokens held since the 1st, December's cash still on the platform.
    const held = ((november - 2) / 2 ** (30 / 365)) * 2 ** (60 / 365)
    expect(cellOf(pipelineUsd, 1, 0)).toBeCloseTo(held + december, 8)
  })
})

describe('B7 a balance below the minimum at the end', () => {
  it('is lost on the next payout day, and shown', () => {
    const { lostUsd, bankedUsd, pipelineUsd } = payouts({ ...worked, minimumPayoutUsd: 1000 })
    const lost = seriesOf(lostUsd, 0)
    expect(lost[2]).toBeCloseTo(november + december, 9)
    expect([lost[0], lost[1], lost[3]]).toEqual([0, 0, 0])
    expect(seriesOf(bankedUsd, 0)).toEqual([0, 0, 0, 0])
    expect(cellOf(pipelineUsd, 2, 0)).toBeCloseTo(0, 9)
    expect(payouts({ ...worked, minimumPayoutUsd: 1000 }).firstCashDay[0]).toBe(-1)
  })
})

describe('B8 tokens', () => {
  it('accrued are sold, spent on fees or lost', () => {
    const { tokensAccrued, tokensSold, tokensForFees, tokensLost } = payouts({
      ...workedTokens,
      usageDenomination: 'token',
      minimumPayoutUsd: 165, // the first 27 days wait for 28 December; the last 5 are lost on 28 January
      payoutMonthDay: 28,
      transferDays: 0,
    })
    expect(tokensLost[0]).toBeGreaterThan(0)
    expect(tokensSold[0]! + tokensForFees[0]! + tokensLost[0]!).toBeCloseTo(tokensAccrued[0]!, 9)
  })
})

const events = (given: Given) => {
  const one = batch(given)
  const timeline = timelineOf(one)
  const seen: PayoutEvent[] = []
  payoutsOf(one, timeline, incomeOf(one, timeline, hoursOf(one, timeline)), (event) => seen.push(event))
  return seen
}
/** Day and tokens of each sale; 1 December is day 30, 1 January day 61. */
const sales = (given: Given) =>
  events({ ...workedTokens, ...given }).flatMap((event) =>
    event.kind === 'sold' ? [[event.day, Math.round(event.tokens * 1e6) / 1e6]] : [],
  )

describe('B9 tokens wait for a day of sale and for buyers', () => {
  it('sells 80 tokens on day 40 and 82.7 on day 80 where every 40th is one', () => {
    // $160 and $165.40 at $2
    expect(sales({ saleEveryDays: 40 })).toEqual([
      [40, 80],
      [80, 82.7],
    ])
    expect(sales({ saleEveryDays: 0 })).toEqual([
      [30, 80],
      [61, 82.7],
    ])
    expect(isoDate(payouts({ ...workedTokens, saleEveryDays: 40 }).firstCashDay[0]!)).toBe('2026-12-13')
  })
  it('sells at the price of that day, all that waits together', () => {
    expect(sales({ saleEveryDays: 40, holdDays: 10 })[0]).toEqual([40, 80]) // free on that very day
    expect(sales({ saleEveryDays: 90 })).toEqual([[90, 162.7]])
    const sold = events({ ...workedTokens, saleEveryDays: 90, tokenPriceJumps: '2027-01 4' }).find(
      ({ kind }) => kind === 'sold',
    )
    expect(sold).toMatchObject({ day: 90, priceUsd: 8 })
  })
  it('offers what was not bought on the next day of sale', () => {
    const book = { saleVenue: 'order book', orderBook: '0 100' }
    expect(sales(book)).toEqual([
      [30, 50],
      [31, 30],
      [61, 50],
      [62, 32.7],
    ])
    expect(sales({ ...book, saleEveryDays: 10 })).toEqual([
      [30, 50],
      [40, 30],
      [70, 50],
      [80, 32.7],
    ])
  })
  it('loses at the end of the last month what nobody bought, and sells nothing that would arrive later', () => {
    // Half a token a day from day 30 to 117, two days before the last, 28 February: 44 tokens.
    const one = payouts({ ...workedTokens, saleVenue: 'order book', orderBook: '0 1' })
    expect(one.tokensSold[0]).toBeCloseTo(44, 9)
    expect(one.tokensLost[0]).toBeCloseTo(162.7 - 44, 9)
    const lost = seriesOf(one.lostUsd, 0)
    expect(lost[3]).toBeCloseTo(2 * (162.7 - 44), 9)
    expect(lost.slice(0, 3)).toEqual([0, 0, 0])
    expect(cellOf(one.lostPaidUsd, 3, 0)).toBeCloseTo(2 * (162.7 - 44), 9)
    expect(seriesOf(one.bankedUsd, 0).reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(88, 9)
    expect(cellOf(one.pipelineUsd, 3, 0)).toBe(0)
    expect(cellOf(one.underWayUsd, 3, 0)).toBeCloseTo(0, 12)
  })
})

describe('B10 jumps', () => {
  it('revalue what is held, and are the price of payout and sale', () => {
    // 80 tokens of 1 December are held until 1 January, when they are worth half.
    const one = payouts({ ...workedTokens, holdDays: 31, tokenPriceJumps: '2027-01 0.5' })
    expect(seriesOf(one.revaluationUsd, 0).slice(0, 3)).toEqual([0, 0, expect.closeTo(-80, 9)])
    expect(cellOf(one.bankedUsd, 2, 0)).toBeCloseTo(80, 9)
    // December's $165.40 are paid at $1.
    expect(one.tokensSold[0]).toBeCloseTo(80 + 165.4, 9)
  })
})

describe('B11 a network that stops', () => {
  it('takes the balance, credited or not, at the end of the last day', () => {
    for (const creditDelayDays of [0, 10]) {
      const one = payouts({ ...worked, networkStopsAfterMonths: 1, creditDelayDays })
      expect(seriesOf(one.lostUsd, 0)).toEqual([
        expect.closeTo(november, 9),
        ...seriesOf(one.lostUsd, 0).slice(1),
      ])
      expect(cellOf(one.pipelineUsd, 0, 0)).toBe(0)
      expect(cellOf(one.bankedUsd, 1, 0)).toBe(0)
    }
  })
  it('lets what is earned later run as before', () => {
    const one = payouts({ ...worked, networkStopsAfterMonths: 1 })
    expect(cellOf(one.bankedUsd, 2, 0)).toBeCloseTo(december - 2, 9)
    expect(seriesOf(one.lostUsd, 0).slice(1)).toEqual([0, 0, 0])
    expect(seriesOf(one.withdrawalFeeUsd, 0)).toEqual([0, 0, 2, 0])
  })
  it('takes held tokens at the price of the day, and held money', () => {
    const held = { holdDays: 60, networkStopsAfterMonths: 2 }
    const money = payouts({ ...worked, ...held })
    expect(seriesOf(money.lostUsd, 0)[1]).toBeCloseTo(160 + december, 9)
    expect(seriesOf(money.lostPaidUsd, 0)[1]).toBeCloseTo(160, 9)
    expect(money.firstCashDay[0]).toBe(-1)
    const rising = payouts({ ...workedTokens, ...held, tokenYearlyChangeRatio: 1 })
    // 80 / 2^(30 / 365) tokens of 1 December, on 31 December, day 60
    const tokens = 80 / 2 ** (30 / 365)
    expect(seriesOf(rising.lostUsd, 0)[1]).toBeCloseTo(tokens * 2 * 2 ** (60 / 365) + december, 8)
    expect(seriesOf(rising.lostPaidUsd, 0)[1]).toBeCloseTo(160, 9)
    expect(rising.tokensLost[0]).toBeCloseTo(tokens, 9)
    expect(rising.tokensSold[0]).toBe(0)
  })
  it('takes tokens on the platform and tokens that wait for a sale', () => {
    const inTokens = { ...workedTokens, usageDenomination: 'token', networkStopsAfterMonths: 1 }
    const one = payouts(inTokens)
    expect(one.tokensLost[0]).toBeCloseTo(81, 9) // 90 less the platform's tenth
    expect(one.tokensLost[0]! + one.tokensSold[0]! + one.tokensForFees[0]!).toBeCloseTo(
      one.tokensAccrued[0]!,
      9,
    )
    const waiting = payouts({ ...workedTokens, saleEveryDays: 90, networkStopsAfterMonths: 2 })
    expect(waiting.tokensLost[0]).toBeCloseTo(80, 9)
    expect(seriesOf(waiting.bankedUsd, 0).every((usd) => usd === 0)).toBe(true)
  })
  it('lets money under way arrive', () => {
    const one = payouts({ ...worked, transferDays: 40, networkStopsAfterMonths: 2 })
    expect(cellOf(one.underWayUsd, 1, 0)).toBeCloseTo(160, 9)
    expect(cellOf(one.bankedUsd, 2, 0)).toBeCloseTo(160, 9) // 10 January
    expect(cellOf(one.lostUsd, 1, 0)).toBeCloseTo(december, 9)
  })
  it('changes nothing beyond the horizon', () => {
    expect(payouts({ ...worked, networkStopsAfterMonths: 3 })).toEqual(payouts(worked))
    expect(events({ ...worked, networkStopsAfterMonths: 3 })).toEqual(events(worked))
  })
})

describe('B12 what a sale gains on what was paid', () => {
  it('is proceeds less the value on the paid day, the oldest lot first', () => {
    // 80 tokens paid at $2 are sold at $8 on day 90, together with those of 1 January, which were paid at $8.
    const one = payouts({
      ...workedTokens,
      saleEveryDays: 90,
      tokenPriceJumps: '2027-01 4',
      minimumPayoutUsd: 0,
    })
    expect(cellOf(one.saleGainUsd, 2, 0)).toBeCloseTo(80 * 6, 8)
    expect(one.fellUsd[0]).toBe(0)
    // Sold one after the other: $100 a day of a price that halved. 50 tokens of $2 at $1: the first lot has them.
    const book = { saleVenue: 'order book', orderBook: '0 50', holdDays: 31, tokenPriceJumps: '2027-01 0.5' }
    const falling = payouts({ ...workedTokens, ...book })
    expect(cellOf(falling.saleGainUsd, 2, 0)).toBeCloseTo(-80, 8) // 80 tokens of $160 at $1
    expect(falling.fellUsd[0]).toBeCloseTo(80, 8)
  })
  it('takes the oldest lot where a market buys only part, and loses the youngest', () => {
    // $320 buy 40 tokens at $8 on day 90 and on day 180: the 80 of the first lot, which were worth $160.
    const book = { saleVenue: 'order book', orderBook: '0 320', saleEveryDays: 90 }
    const one = payouts({ ...workedTokens, ...book, tokenPriceJumps: '2027-01 4' })
    expect(cellOf(one.saleGainUsd, 2, 0)).toBeCloseTo(320 - 80, 8)
    expect(cellOf(one.saleGainUsd, 5, 0)).toBeCloseTo(320 - 80, 8)
    expect(seriesOf(one.lostPaidUsd, 0).reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(165.4, 8)
  })
  it('TX1 B12 counts income on the paid day, before the fee per payout', () => {
    const one = payouts(workedTokens)
    expect(seriesOf(one.paidUsd, 0)).toEqual([0, november, december, 0].map((usd) => expect.closeTo(usd, 9)))
    expect(seriesOf(payouts(worked).paidUsd, 0)).toEqual(seriesOf(one.paidUsd, 0))
  })
})

describe('B6 money under way', () => {
  it('is what was sent and has not arrived at the month’s end', () => {
    const { underWayUsd } = payouts({
      ...worked,
      payoutCadence: 'daily',
      withdrawalFeeUsd: 0,
      transferDays: 10,
    })
    // Of November's 29 payouts of $5.40 the last ten.
    expect(cellOf(underWayUsd, 0, 0)).toBeCloseTo(54, 9)
    expect(seriesOf(payouts(worked).underWayUsd, 0)).toEqual([0, 0, 0, 0])
  })
})

describe('B2 what happened on which day', () => {
  it('is told in order: paid, sold, banked, lost', () => {
    expect(events(workedTokens).slice(0, 3)).toEqual([
      {
        kind: 'paid',
        day: 30,
        usd: expect.closeTo(162, 9),
        tokens: expect.closeTo(80, 9),
        priceUsd: 2,
        feeUsd: 2,
      },
      {
        kind: 'sold',
        day: 30,
        tokens: expect.closeTo(80, 9),
        priceUsd: 2,
        proceedsUsd: expect.closeTo(160, 9),
      },
      { kind: 'banked', day: 32, usd: expect.closeTo(160, 9) },
    ])
    expect(events({ ...worked, minimumPayoutUsd: 1000 })).toEqual([
      { kind: 'lost', day: 61, usd: expect.closeTo(november + december, 9) },
    ])
    expect(events({ ...worked, networkStopsAfterMonths: 2 }).at(-1)).toEqual({
      kind: 'lost',
      day: 60,
      usd: expect.closeTo(december, 9),
    })
  })
})
