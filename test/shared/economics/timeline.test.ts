import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { settlingMonth, timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, resolved, worked, workedTokens } from './given.ts'

describe('T1 real calendar months', () => {
  it('knows days, weekdays and dates of February 2028, a leap month that starts on a Tuesday', () => {
    const { months, dateOfDay, weekdayOfDay, firstDay } = timelineOf(
      batch({ ...worked, startMonth: '2028-02' }),
    )
    expect(months[0]).toMatchObject({ month: '2028-02', days: 29, monthOfYear: 1 })
    expect(isoDate(firstDay)).toBe('2028-02-01')
    expect(isoDate(months[0]!.lastDay)).toBe('2028-02-29')
    expect(Array.from(dateOfDay.subarray(27, 31))).toEqual([28, 29, 1, 2])
    expect(Array.from(weekdayOfDay.subarray(0, 7))).toEqual([1, 2, 3, 4, 5, 6, 0])
    // 29 days: five Tuesdays, four of every other day.
    const counts = months[0]!.weekHourCounts
    expect([counts[0], counts[24], counts[47], counts[48]]).toEqual([4, 5, 5, 4])
    expect(counts.reduce((total, count) => total + count, 0)).toBe(29 * 24)
  })
  it('gives each day the month that it lies in', () => {
    const { monthOfDay, days, months } = timelineOf(batch(worked))
    expect([monthOfDay[0], monthOfDay[29], monthOfDay[30], monthOfDay[61]]).toEqual([0, 0, 1, 2])
    expect(days).toBe(months.reduce((total, month) => total + month.days, 0))
  })
})

const months = (given: object) => timelineOf(batch({ ...worked, ...given })).months.length

describe('T2 the calendar goes on until every payout has arrived', () => {
  it('adds credit delay + 32 days + hold + transfer, in whole months of at least 28 days', () => {
    expect(months({ transferDays: 0 })).toBe(2 + 2) // 32 days
    expect(months({ transferDays: 24 })).toBe(2 + 2) // 56 days, exactly two months
    expect(months({ transferDays: 25 })).toBe(2 + 3)
    expect(months({ creditDelayDays: 10, holdDays: 10, transferDays: 5 })).toBe(2 + 3)
  })
})

const settling = (given: Given) => settlingMonth(batch({ ...worked, ...given }))[0]

describe('T2 TX4 the settling month', () => {
  it('is the 15th, 14 from 0, for 12 months of work and 64 days of waiting', () => {
    expect(settling({ horizonMonths: 12, holdDays: 30, transferDays: 2 })).toBe(14)
  })
  it('waits for the days between sales and for unbonding too', () => {
    const tokens = { ...workedTokens, transferDays: 0 }
    expect(settling({ ...tokens, saleEveryDays: 24 })).toBe(3) // 32 + 24 are two months
    expect(settling({ ...tokens, saleEveryDays: 25 })).toBe(4)
    const locked = { collateralKind: 'cash', collateralUsd: 1, transferDays: 0 }
    expect(settling({ ...locked, unbondingDays: 24 })).toBe(3)
    expect(settling({ ...locked, unbondingDays: 25 })).toBe(4)
    expect(settling({ ...locked, unbondingDays: 24, creditDelayDays: 1 })).toBe(4)
  })
  it('is each scenario’s own; the calendar holds the latest', () => {
    const two = batchOf(resolved(worked), 2, { horizonMonths: [1, 5], transferDays: [90, 2] })
    expect([...settlingMonth(two)]).toEqual([5, 6]) // 1 + 5 - 1 and 5 + 2 - 1
    expect(timelineOf(two).months).toHaveLength(7)
  })
})
