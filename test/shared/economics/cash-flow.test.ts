import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import {
  capitalOf,
  datedFlows,
  isCapitalKnown,
  npvUsd,
  paybackMonths,
} from '../../../shared/economics/cash-flow.ts'
import { headlinesOf } from '../../../shared/economics/headlines.ts'
import { xnpv } from '../../../shared/finance/returns.ts'
import type { Given } from './given.ts'
import { resolved, statement, worked, workedCard } from './given.ts'

/** Two months of age and 732 load hours. */
const resale = 600 * 0.8 ** (1 / 6) * (1 - 0.00732)
const bought: Given = { ...workedCard, ownership: 'to buy', purchaseUsdPerGpu: 700 }

describe('K1 capital at stake', () => {
  it('of an owned card is what selling it today would bring, after the cost of selling', () => {
    const capital = capitalOf(statement(workedCard), 0)!
    expect(capital.outlayUsd).toBe(540)
    expect(capital.resaleUsd).toBeCloseTo(resale * 0.9, 9)
  })
  it('of a card to buy is its price, for all cards', () => {
    expect(capitalOf(statement({ ...bought, gpuCount: 2 }), 0)?.outlayUsd).toBe(1400)
  })
  it('is unknown where a price is', () => {
    expect(capitalOf(statement(worked), 0)).toBeNull()
    const { purchaseUsdPerGpu: _, ...unpriced } = bought
    expect(capitalOf(statement(unpriced), 0)).toBeNull()
  })
})

describe('K2 dated flows', () => {
  it('are outlay, banked amounts on the last day of their month, and resale at the horizon', () => {
    const one = statement(workedCard)
    const flows = datedFlows(one, 0, capitalOf(one, 0))
    expect(flows.map(({ dayNumber }) => isoDate(dayNumber))).toEqual([
      '2026-11-01',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2026-12-31',
    ])
    ;[-540, -46, 112.8, 165.4, resale * 0.9].forEach((amount, i) =>
      expect(flows[i]!.amountUsd).toBeCloseTo(amount, 9),
    )
  })
  it('begin with nothing where capital is left out', () => {
    expect(datedFlows(statement(worked), 0, null)[0]).toMatchObject({ amountUsd: 0 })
  })
})

const worth = (usd: number, day: number) => usd / 1.1 ** (day / 365)

describe('K3 NPV', () => {
  it('is XNPV of the flows from the first day of the start month', () => {
    const [npv] = npvUsd(statement(workedCard), true)
    expect(npv).toBeCloseTo(-540 + worth(-46, 29) + worth(112.8 + resale * 0.9, 60) + worth(165.4, 91), 8)
    const one = statement(workedCard)
    expect(npv).toBeCloseTo(xnpv(0.1, datedFlows(one, 0, capitalOf(one, 0))), 8)
  })
  it('can be of the running flows alone', () => {
    const [running] = npvUsd(statement(workedCard), false)
    expect(running).toBeCloseTo(
      -46 / 1.1 ** (29 / 365) + 112.8 / 1.1 ** (60 / 365) + 165.4 / 1.1 ** (91 / 365),
      8,
    )
  })
})

describe('K4 payback', () => {
  it('comes after one and a half months of $100 for an outlay of $150', () => {
    expect(paybackMonths([100, 100], 150)).toBe(1.5)
  })
  it('counts only where cumulative cash stays at or above zero from then on', () => {
    expect(paybackMonths([100, 100, -80, 100], 150)).toBe(3.3)
    expect(paybackMonths([100, 50, -50, 50], 100)).toBe(1)
    expect(paybackMonths([100, 100, -80], 150)).toBeNull()
    expect(paybackMonths([10, 10], 150)).toBeNull()
  })
  it('is at once where nothing was laid out and nothing is lost', () => {
    expect(paybackMonths([10, 10], 0)).toBe(0)
    expect(paybackMonths([-10, 40], 0)).toBe(1.25)
  })
})

const loan: Given = { loanKind: 'annuity', loanUsd: 100, loanRatePerYear: 0, loanMonths: 2 }
const locked: Given = { collateralKind: 'cash', collateralUsd: 50, unbondingDays: 31 }

const payback = (given: Given) =>
  headlinesOf(statement({ ...bought, purchaseUsdPerGpu: 100, ...given }), 0).paybackMonths

describe('K5 K6 loan and collateral', () => {
  it('stand in the dated flows: the draw in and the collateral out on day 0, payments and return later', () => {
    const one = statement({ ...workedCard, ...loan, ...locked })
    const flows = datedFlows(one, 0, capitalOf(one, 0))
    ;[-540 + 100 - 50, -46 - 50, 112.8 - 50, 165.4 + 50, resale * 0.9].forEach((amount, i) =>
      expect(flows[i]!.amountUsd).toBeCloseTo(amount, 9),
    )
  })
  it('count where the card’s prices are unknown, too', () => {
    expect(datedFlows(statement({ ...worked, ...loan, ...locked }), 0, null)[0]).toMatchObject({
      amountUsd: 50,
    })
    const [npv] = npvUsd(statement({ ...worked, ...loan }), true)
    expect(npv).toBeCloseTo(100 + worth(-46 - 50, 29) + worth(112.8 - 50, 60) + worth(165.4, 91), 8)
  })
  it('K4 move the payback', () => {
    // -100, -146, -33.2, 132.2; with the loan 0, -96, -33.2, 132.2; with collateral -150, -196, -83.2, 132.2
    expect(payback({})).toBeCloseTo(2 + 33.2 / 165.4, 9)
    expect(payback(loan)).toBeCloseTo(2 + 33.2 / 165.4, 9)
    expect(payback(locked)).toBeCloseTo(2 + 83.2 / 215.4, 9)
    // $60 paid back after a month: -40, then -146 again.
    expect(payback({ ...loan, loanUsd: 60, loanMonths: 1 })).toBeCloseTo(2 + 33.2 / 165.4, 9)
  })
  it('K7 leave the NPV as it is where the loan costs what the money earns elsewhere', () => {
    const [without] = npvUsd(statement({ ...workedCard, discountRatePerYear: 0 }), true)
    const [with_] = npvUsd(statement({ ...workedCard, ...loan, ...locked, discountRatePerYear: 0 }), true)
    expect(with_).toBeCloseTo(without!, 9)
  })
})

const known = (given: Given) => isCapitalKnown(resolved({ ...worked, ...given }))

describe('W2 W5 whether the card’s prices are known', () => {
  it('takes today’s price, and that in 12 months or a curve', () => {
    expect(known({})).toBe(false)
    expect(known({ resaleTodayUsdPerGpu: 600 })).toBe(false)
    expect(known({ resaleIn12MonthsUsdPerGpu: 480 })).toBe(false)
    expect(known({ resaleTodayUsdPerGpu: 600, resaleIn12MonthsUsdPerGpu: 480 })).toBe(true)
    expect(known({ resaleTodayUsdPerGpu: 600, resaleCurve: '0 1' })).toBe(true)
    expect(known({ resaleCurve: '0 1' })).toBe(false)
  })
  it('takes the purchase price of a card to buy, too', () => {
    const prices = { resaleTodayUsdPerGpu: 600, resaleIn12MonthsUsdPerGpu: 480, ownership: 'to buy' }
    expect(known(prices)).toBe(false)
    expect(known({ ...prices, purchaseUsdPerGpu: 700 })).toBe(true)
  })
})
