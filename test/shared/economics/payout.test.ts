import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { statement, worked, workedTokens } from './given.ts'

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
