import { describe, expect, it } from 'vitest'
import { batchOf } from '../../../shared/economics/batch.ts'
import { statementOf } from '../../../shared/economics/statement.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { resolved, statement, worked } from './given.ts'

const loan = (loanUsd: number, loanRatePerYear: number, loanMonths: number): Given => ({
  ...worked,
  loanKind: 'annuity',
  loanUsd,
  loanRatePerYear,
  loanMonths,
})
const flows = (given: Given) => {
  const { loanPaymentUsd, loanInterestUsd, replacementUsd, netUsd, loanDrawUsd } =
    statement(given).capitalFlow
  return {
    draw: loanDrawUsd[0],
    payment: seriesOf(loanPaymentUsd, 0),
    interest: seriesOf(loanInterestUsd, 0),
    replacement: seriesOf(replacementUsd, 0),
    net: seriesOf(netUsd, 0),
  }
}
const each = (actual: readonly number[], expected: readonly number[]) => {
  expected.forEach((usd, m) => expect(actual[m], `month ${m}`).toBeCloseTo(usd, 9))
  expect(actual.slice(expected.length).every((usd) => usd === 0)).toBe(true)
}
/** $1,000 at 12 % over two months: 1,000 x 0.01 x 1.01^2 / (1.01^2 - 1). */
const payment = 10.201 / 0.0201

describe('K7 a loan in equal monthly payments', () => {
  it('is drawn at the start and paid at the ends of months, 1 % of what is owed a month', () => {
    const { draw, payment: paid, interest } = flows(loan(1000, 0.12, 2))
    expect(draw).toBe(1000)
    each(paid, [payment, payment])
    each(interest, [10, (1000 - (payment - 10)) * 0.01])
  })
  it('pays back what is left in the last month of work', () => {
    each(flows(loan(1200, 0, 12)).payment, [100, 1100])
    each(flows(loan(1200, 0, 12)).interest, [0, 0])
    // The first of two payments, and the $502.49 that are owed after it: together the loan and a month's interest.
    each(flows({ ...loan(1000, 0.12, 2), horizonMonths: 1 }).payment, [1010])
  })
  it('is over before the work where it is shorter', () => {
    each(flows(loan(1000, 0.12, 1)).payment, [1010])
  })
  it('is none where none was taken', () => {
    expect(flows(worked)).toMatchObject({ draw: 0, payment: [0, 0, 0, 0], interest: [0, 0, 0, 0] })
  })
  it('of each scenario ends with its own horizon', () => {
    const two = statementOf(
      batchOf(resolved({ ...loan(1200, 0, 12), horizonMonths: 3 }), 2, { horizonMonths: [1, 3] }),
    )
    each(seriesOf(two.capitalFlow.loanPaymentUsd, 0), [1200])
    each(seriesOf(two.capitalFlow.loanPaymentUsd, 1), [100, 100, 1000])
  })
})

describe('K5 W6 capital flows by month', () => {
  it('are replacements in their month of work, not before and not after', () => {
    const replacements = '2026-10 7 0 1; 2026-12 300 0 1; 2027-01 9 0 1'
    each(flows({ ...worked, replacements }).replacement, [0, 300])
  })
  it('are the collateral that comes back less payments and replacements', () => {
    const given = {
      ...loan(1200, 0, 12),
      replacements: '2026-12 300 0 1',
      collateralKind: 'cash',
      collateralUsd: 400,
      unbondingDays: 10,
    }
    each(flows(given).net, [-100, -1400, 400])
  })
  it('S3 are banked, and are not in the net', () => {
    const given = { ...loan(1200, 0, 12), replacements: '2026-12 300 0 1' }
    const [with_, without] = [statement(given), statement(worked)]
    each(
      seriesOf(with_.bankedUsd, 0).map((usd, m) => usd - seriesOf(without.bankedUsd, 0)[m]!),
      [-100, -1400],
    )
    expect(seriesOf(with_.netUsd, 0)).toEqual(seriesOf(without.netUsd, 0))
  })
})
