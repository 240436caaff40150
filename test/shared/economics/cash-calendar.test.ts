import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import { cashCalendarOf } from '../../../shared/economics/cash-calendar.ts'
import type { Given } from './given.ts'
import { entriesOf, resolved, worked, workedTokens } from './given.ts'
import { resolveInputs } from '../../../shared/economics/inputs.ts'

const dates = (given: Given) =>
  cashCalendarOf(resolved({ ...worked, ...given }))!.payouts.map((payout) => [
    `${isoDate(payout.earnedFromDay)} to ${isoDate(payout.earnedToDay)}`,
    isoDate(payout.creditedDay),
    isoDate(payout.paidDay),
    isoDate(payout.freeDay),
    payout.bankedDay === null ? null : isoDate(payout.bankedDay),
  ])

describe('B13 the five dates of a payout', () => {
  it('of Friday payouts from Sunday 1 November 2026: five days of work, paid on the 6th, banked on the 8th', () => {
    const [first, second] = dates({ payoutCadence: 'weekly', payoutWeekday: '4' })
    expect(first).toEqual([
      '2026-11-01 to 2026-11-05',
      '2026-11-06',
      '2026-11-06',
      '2026-11-06',
      '2026-11-08',
    ])
    expect(second).toEqual([
      '2026-11-06 to 2026-11-12',
      '2026-11-13',
      '2026-11-13',
      '2026-11-13',
      '2026-11-15',
    ])
  })
  it('move with the credit delay and the hold', () => {
    const [first] = dates({ payoutCadence: 'weekly', payoutWeekday: '4', creditDelayDays: 3, holdDays: 10 })
    // Paid on the 6th is what was credited by then: the work of 1 and 2 November, credited on the 6th.
    expect(first).toEqual([
      '2026-11-01 to 2026-11-02',
      '2026-11-06',
      '2026-11-06',
      '2026-11-16',
      '2026-11-18',
    ])
  })
  it('wait for the day of the next sale where tokens are sold every 30 days', () => {
    const [first] = dates({ ...workedTokens, payoutCadence: 'weekly', payoutWeekday: '4', saleEveryDays: 30 })
    // Day 30 from 1 November is 1 December.
    expect(first?.at(3)).toBe('2026-11-06')
    expect(first?.at(4)).toBe('2026-12-03')
  })
  it('arrive as the amounts that are banked', () => {
    const { arrivals, payouts } = cashCalendarOf(resolved(worked))!
    // November's $162 after the fee of 10 %, paid on 1 December less $2; December's $167.40 on 1 January.
    expect(arrivals.map(({ day }) => isoDate(day))).toEqual(['2026-12-03', '2027-01-03'])
    expect(arrivals[0]!.usd).toBeCloseTo(160, 9)
    expect(arrivals[1]!.usd).toBeCloseTo(165.4, 9)
    expect(payouts[0]!.paidUsd).toBeCloseTo(162, 9)
  })
  it('are not said while the price or the rented share is unknown', () => {
    for (const key of ['priceUsdPerGpuHour', 'rentalUtilizationRatio']) {
      const { [key]: _, ...others } = entriesOf(worked)
      const resolution = resolveInputs(others)
      expect(resolution.kind === 'resolved' ? cashCalendarOf(resolution.inputs) : 'refused').toBeNull()
    }
  })
  it('are none where no payout ever reaches the minimum', () => {
    expect(cashCalendarOf(resolved({ ...worked, minimumPayoutUsd: 100_000 }))).toEqual({
      payouts: [],
      arrivals: [],
    })
  })
})
