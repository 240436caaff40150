import { describe, expect, it } from 'vitest'
import { capitalOf, firstDayUsd } from '../../../shared/economics/cash-flow.ts'
import type { Decision } from '../../../shared/economics/decision.ts'
import { headlinesOf } from '../../../shared/economics/headlines.ts'
import type { Given } from './given.ts'
import { statement, workedCard } from './given.ts'

const decision = (given: Given): Decision => headlinesOf(statement({ ...workedCard, ...given }), 0).decision!
/** A dollar at the end of November, December, January and February: days 29, 60, 91 and 119. */
const [november, december, january, february] = [29, 60, 91, 119].map((day) => 1.1 ** (-day / 365)) as [
  number,
  number,
  number,
  number,
]
/** What the card brings after the cost of selling: today, after two months, and after two without wear. */
const today = 540
const afterTwo = 540 * 0.8 ** (1 / 6) * (1 - 0.00732)
const unworn = 540 * 0.8 ** (1 / 6)
const banked = -46 * november + 112.8 * december + 165.4 * january

describe('N6 run, sell or leave', () => {
  it('is worth what running banks and the resale, the price today, and the resale without wear', () => {
    const { runUsd, sellUsd, leaveUsd, horizonMonths } = decision({})
    expect(runUsd).toBeCloseTo(banked + afterTwo * december, 8)
    expect(sellUsd).toBe(today)
    expect(leaveUsd).toBeCloseTo(unworn * december, 8)
    expect(horizonMonths).toBe(2)
  })
  it('counts the loan’s draw and payments, and the collateral, with running alone', () => {
    const loan = { loanKind: 'annuity', loanUsd: 500, loanRatePerYear: 0, loanMonths: 2 }
    const borrowed = decision(loan)
    expect(borrowed.runUsd).toBeCloseTo(
      banked + afterTwo * december + 500 - 250 * november - 250 * december,
      8,
    )
    const locked = decision({ collateralKind: 'cash', collateralUsd: 400, unbondingDays: 31 })
    expect(locked.runUsd).toBeCloseTo(banked + afterTwo * december - 400 + 400 * january, 8)
    for (const { sellUsd, leaveUsd } of [borrowed, locked]) {
      expect(sellUsd).toBe(today)
      expect(leaveUsd).toBeCloseTo(unworn * december, 8)
    }
  })
})

const tax: Given = { taxTreatment: 'taxed', taxRateRatio: 0.3, taxBookUsdPerGpu: 400 }

describe('TX6 the decision after tax', () => {
  it('sells at $540 less 30 % of what that is above a book value of $400', () => {
    expect(decision(tax).sellUsd).toBeCloseTo(540 - 42, 9)
    expect(capitalOf(statement({ ...workedCard, ...tax }), 0)?.outlayUsd).toBeCloseTo(498, 9) // K1
  })
  it('leaves and sells at the book value of the horizon, runs with the tax that is paid', () => {
    const { leaveUsd, runUsd } = decision(tax)
    expect(leaveUsd).toBeCloseTo((unworn - 0.3 * (unworn - 400)) * december, 8)
    // $69.66 on income (tax.test.ts) and 30 % of the gain on the card, both settled in February
    const taxUsd = 69.66 + 0.3 * (afterTwo - 400)
    expect(runUsd).toBeCloseTo(banked + afterTwo * december - taxUsd * february, 8)
  })
  it('never takes tax from a loss, and gives it back where losses are refunded', () => {
    expect(decision({ ...tax, taxBookUsdPerGpu: 1000 }).sellUsd).toBe(540)
    const refunded = decision({ ...tax, taxBookUsdPerGpu: 1000, lossTreatment: 'refunded' })
    expect(refunded.sellUsd).toBeCloseTo(540 + 0.3 * 460, 9)
    expect(refunded.leaveUsd).toBeCloseTo((unworn + 0.3 * (1000 - unworn)) * december, 8)
  })
  it('takes the book value of now for selling, of the horizon for leaving', () => {
    const written = { ...tax, depreciationMethod: 'straight line', depreciationYears: 2 }
    expect(decision(written).sellUsd).toBeCloseTo(498, 9)
    expect(decision(written).leaveUsd).toBeCloseTo((unworn - 0.3 * (unworn - 200)) * december, 8)
  })
})

describe('N7 when to sell', () => {
  it('is after the month in which what was banked, what is on its way and the card are worth most', () => {
    // A price that loses nine tenths a month: November still brings $116, December $118.20 and costs $484.
    const falling = { resaleIn12MonthsUsdPerGpu: 600 * 0.9 ** 12, horizonMonths: 2 }
    const one = (-46 + 162 + 540 * 0.9 * (1 - 0.0036)) * november
    const { runUsd, sellUsd, sellAfterMonths } = decision(falling)
    const two = banked + 540 * 0.81 * (1 - 0.00732) * december
    expect(runUsd).toBeCloseTo(two, 8)
    expect([one > sellUsd, two > one, sellAfterMonths]).toEqual([true, true, 2])
    // 0.65: after a month 0.65 x 540, after two 0.42 x 540. Now $540; then 349.7 + 116; then 226.5 + 232.
    expect(decision({ resaleIn12MonthsUsdPerGpu: 600 * 0.65 ** 12 }).sellAfterMonths).toBe(0)
  })
  it('counts what is on its way at the month’s end', () => {
    // From December on an hour brings nothing. A month's age costs nothing, its 360 hours 0.36 %.
    const bringsNothing = { resaleIn12MonthsUsdPerGpu: 600, priceJumps: '2026-12 0' }
    const oneBankedUsd = (-46 + 540 * 0.9964) * november
    const two = -46 * november + (112.8 + 540 * (1 - 0.00732)) * december
    const { runUsd, sellAfterMonths } = decision(bringsNothing)
    expect(runUsd).toBeCloseTo(two, 8)
    expect([oneBankedUsd < 540, oneBankedUsd + 162 * november > two]).toEqual([true, true])
    expect(sellAfterMonths).toBe(1)
  })
  it('is the horizon only by what running really brings: a balance that is lost there is worth nothing', () => {
    // No payout reaches $1,000: after a month $162 and the card are worth most, at the end the balance is gone.
    const { runUsd, sellAfterMonths } = decision({ minimumPayoutUsd: 1000 })
    expect(runUsd).toBeCloseTo(-46 * november - 47.2 * december + afterTwo * december, 8)
    expect(sellAfterMonths).toBe(1)
  })
  it('says what selling earlier would still owe or get back', () => {
    const loan = { loanKind: 'annuity', loanUsd: 500, loanRatePerYear: 0, loanMonths: 2 }
    const locked = { collateralKind: 'cash', collateralUsd: 400 }
    expect(decision({}).leftOutBefore).toEqual([])
    expect(decision(loan).leftOutBefore).toEqual(['loan'])
    expect(decision(locked).leftOutBefore).toEqual(['collateral'])
    expect(decision({ ...loan, ...locked, ...tax }).leftOutBefore).toEqual(['loan', 'collateral', 'tax'])
    expect(decision(tax).leftOutBefore).toEqual(['tax'])
  })
  it('is now where it makes no difference', () => {
    const nothing = { resaleTodayUsdPerGpu: 0, resaleIn12MonthsUsdPerGpu: 0, priceUsdPerGpuHour: 0 }
    const free = { flatTariffPerKwh: 0, fixedOperatingUsdPerMonth: 0 }
    expect(decision({ ...nothing, ...free }).sellAfterMonths).toBe(0)
  })
  it('taxes the card by the book value of the year of its sale', () => {
    // December costs a replacement of $300. Now the card still has a book value of $540, after November none:
    // 116 + 538 less 30 % of 538 are below 540.
    const costly = { resaleIn12MonthsUsdPerGpu: 600, replacements: '2026-12 300 0 1' }
    const written = {
      ...tax,
      taxBookUsdPerGpu: 540,
      depreciationMethod: 'straight line',
      depreciationYears: 1,
    }
    expect(decision({ ...costly, ...written, taxRateRatio: 0 }).sellAfterMonths).toBe(1)
    expect(decision({ ...costly, ...written }).sellAfterMonths).toBe(0)
    expect(decision({ ...costly, ...written, depreciationMethod: 'none' }).sellAfterMonths).toBe(1)
  })
})

describe('K6 what moves on the first day', () => {
  it('is the draw in and the collateral out', () => {
    const given = { loanKind: 'annuity', loanUsd: 500, loanRatePerYear: 0, loanMonths: 2 }
    expect(firstDayUsd(statement({ ...workedCard, ...given }), 0)).toBe(500)
    expect(
      firstDayUsd(statement({ ...workedCard, ...given, collateralKind: 'cash', collateralUsd: 80 }), 0),
    ).toBe(420)
  })
})
