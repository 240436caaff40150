import { describe, expect, it } from 'vitest'
import {
  dayNumber,
  daysInMonth,
  firstDay,
  isoDate,
  lastDay,
  monthAt,
  monthsBetween,
  nextMonth,
  parseMonth,
  weekdayCounts,
  weekdayOf,
} from '../../shared/calendar.ts'

/** The engine's own calendar in UTC, as an oracle: it shares no line with ours. */
const engineDate = (day: number) => new Date(day * 86_400_000)

describe('T3 months', () => {
  it('are read strictly', () => {
    expect(parseMonth('2026-12')).toEqual({ year: 2026, month: 12 })
    for (const bad of [
      '2026-13',
      '2026-00',
      '2026-1',
      '26-12',
      '2026-12-01',
      '0000-01',
      ' 2026-12',
      '',
      '٢٠٢٦-12',
    ]) {
      expect(() => parseMonth(bad)).toThrow(RangeError)
    }
    expect(() => parseMonth('2026-13')).toThrow(
      'expected a month such as 2026-12 (YYYY-MM), but was given "2026-13"',
    )
  })

  it('follow each other across years, in both directions', () => {
    expect(monthAt('2026-12', 1)).toBe('2027-01')
    expect(monthAt('2026-12', 36)).toBe('2029-12')
    expect(monthAt('2027-01', -1)).toBe('2026-12')
    expect(monthAt('0001-02', -1)).toBe('0001-01')
    expect(monthsBetween('2026-12', '2027-02')).toBe(2)
    expect(monthsBetween('2027-02', '2026-12')).toBe(-2)
    expect(nextMonth('2026-12-31')).toBe('2027-01')
    expect(nextMonth('2026-11-01')).toBe('2026-12')
  })

  it('end at the years 0001 and 9999 with an error, not with nonsense', () => {
    expect(() => monthAt('9999-12', 1)).toThrow(/9999-12/)
    expect(() => monthAt('0001-01', -1)).toThrow(/0001-01/)
    expect(() => monthAt('2026-12', 0.5)).toThrow(RangeError)
    expect(() => monthAt('2026-12', Number.NaN)).toThrow(RangeError)
  })

  it('have their real length', () => {
    expect(daysInMonth('2028-02')).toBe(29)
    expect(daysInMonth('2026-02')).toBe(28)
    expect(daysInMonth('2000-02')).toBe(29)
    expect(daysInMonth('2100-02')).toBe(28)
    let days = 0
    for (let i = 0; i < 4800; i += 1) days += daysInMonth(monthAt('1970-01', i))
    expect(days).toBe(146_097) // days in 400 Gregorian years, by definition
  })
})

describe('T4 days', () => {
  it('are counted from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-01-01')).toBe(10_957)
    expect(isoDate(10_957)).toBe('2000-01-01')
    expect(isoDate(firstDay('2026-12'))).toBe('2026-12-01')
    expect(isoDate(lastDay('2028-02'))).toBe('2028-02-29')
  })

  it('agree with the engine’s own calendar on each day from 1600 to 2400', () => {
    for (let day = dayNumber('1600-01-01'); day <= dayNumber('2400-12-31'); day += 1) {
      const date = engineDate(day).toISOString().slice(0, 10)
      if (isoDate(day) !== date || dayNumber(date) !== day)
        expect.fail(`day ${day} is ${date}, not ${isoDate(day)}`)
    }
  })

  it('reach from 0001-01-01 to 9999-12-31', () => {
    for (const date of ['0001-01-01', '0004-02-29', '9999-12-31']) {
      expect(isoDate(dayNumber(date))).toBe(date)
      expect(engineDate(dayNumber(date)).toISOString().slice(0, 10)).toBe(date)
    }
    expect(() => isoDate(-719_163)).toThrow(RangeError)
    expect(() => isoDate(2_932_897)).toThrow(RangeError)
    expect(() => isoDate(0.5)).toThrow(RangeError)
    expect(() => isoDate(Number.NaN)).toThrow(RangeError)
  })

  it('that no calendar has are refused with what was given', () => {
    expect(() => dayNumber('2026-02-29')).toThrow(/"2026-02-29"/)
    for (const bad of [
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-1-1',
      '2026-01-01T00:00',
      'today',
    ]) {
      expect(() => dayNumber(bad)).toThrow(`but was given "${bad}"`)
    }
    expect(() => nextMonth('2026-02-30')).toThrow(/"2026-02-30"/)
  })
})

describe('T5 weekdays', () => {
  it('start on Monday', () => {
    expect(weekdayOf(dayNumber('2026-11-21'))).toBe(5)
    expect(weekdayOf(dayNumber('1970-01-01'))).toBe(3)
    for (let day = -1000; day < 1000; day += 1)
      expect(weekdayOf(day)).toBe((engineDate(day).getUTCDay() + 6) % 7)
    expect(() => weekdayOf(0.5)).toThrow(RangeError)
  })

  it('are counted by month', () => {
    expect(weekdayCounts('2026-02')).toEqual([4, 4, 4, 4, 4, 4, 4])
    for (let i = 0; i < 600; i += 1) {
      const month = monthAt('1999-01', i)
      const counted = [0, 0, 0, 0, 0, 0, 0]
      for (let day = firstDay(month); day <= lastDay(month); day += 1) {
        const weekday = weekdayOf(day)
        counted[weekday] = (counted[weekday] as number) + 1
      }
      expect(weekdayCounts(month)).toEqual(counted)
    }
  })
})
