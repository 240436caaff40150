/**
 * The months and days that a batch runs through: work until the horizon, then the tail in which payouts arrive.
 */
import { daysInMonth, firstDay, monthAt, weekdayCounts, weekdayOf } from '../calendar.ts'
import type { Batch } from './batch.ts'
import type { Choices } from './inputs.ts'
import { column, columnOr } from './batch.ts'

export type MonthOfWork = {
  readonly month: string
  readonly days: number
  /** Day number (since 1970-01-01) of the first and the last day. */
  readonly firstDay: number
  readonly lastDay: number
  /** Hours of the month in each hour of the week, 168 counts: how many Mondays at 0 h, and so on. */
  readonly weekHourCounts: Float64Array
  /** January is 0. */
  readonly monthOfYear: number
}

export type Timeline = {
  readonly months: readonly MonthOfWork[]
  readonly firstDay: number
  readonly days: number
  /** Index into `months` of each day. */
  readonly monthOfDay: Int32Array
  /** Monday is 0, for each day. */
  readonly weekdayOfDay: Int32Array
  /** Day of the month, from 1, for each day. */
  readonly dateOfDay: Int32Array
}

/**
 * The shortest calendar that holds every scenario's work and the arrival of its last payout.
 * @see SPEC.md T1, T2
 */
export function timelineOf(batch: Batch): Timeline {
  return calendarOf(batch.choices, Math.max(...settlingMonth(batch)) + 1)
}

/**
 * The last month of each scenario, from 0: after the horizon the longest way of its last payout,
 * `credit delay + 32 + hold + transfer + days between sales + unbonding` days, in whole months of 28 days.
 * Example: horizon 12 months, hold 30 days, transfer 2: 64 days are 3 months, the 15th month, 14. @see SPEC.md T2, TX4
 */
export function settlingMonth(batch: Batch): Int32Array {
  const credit = column(batch, 'creditDelayDays')
  const hold = column(batch, 'holdDays')
  const transfer = column(batch, 'transferDays')
  const between = columnOr(batch, 'saleEveryDays', 0)
  const unbonding = columnOr(batch, 'unbondingDays', 0)
  return Int32Array.from(column(batch, 'horizonMonths'), (horizon, s) => {
    const days = credit[s]! + 32 + hold[s]! + transfer[s]! + between[s]! + unbonding[s]!
    return horizon + Math.ceil(days / 28) - 1
  })
}

/** Calendars already built: a slider asks for the same few again and again. */
const built = new Map<string, Timeline>()

function calendarOf(choices: Choices, monthCount: number): Timeline {
  const key = `${choices.startMonth}+${monthCount}`
  const known = built.get(key)
  if (known !== undefined) return known
  if (built.size >= 32) built.clear()
  const timeline = buildTimeline(choices.startMonth, monthCount)
  built.set(key, timeline)
  return timeline
}

function buildTimeline(startMonth: string, monthCount: number): Timeline {
  const months: MonthOfWork[] = []
  for (let index = 0; index < monthCount; index += 1) {
    const month = monthAt(startMonth, index)
    const days = daysInMonth(month)
    const first = firstDay(month)
    const weekHourCounts = new Float64Array(168)
    weekdayCounts(month).forEach((count, weekday) =>
      weekHourCounts.fill(count, weekday * 24, weekday * 24 + 24),
    )
    const monthOfYear = Number(month.slice(5)) - 1
    months.push({ month, days, firstDay: first, lastDay: first + days - 1, weekHourCounts, monthOfYear })
  }
  const days = months.reduce((total, month) => total + month.days, 0)
  const monthOfDay = new Int32Array(days)
  const weekdayOfDay = new Int32Array(days)
  const dateOfDay = new Int32Array(days)
  let day = 0
  const start = firstDay(startMonth)
  months.forEach((month, index) => {
    for (let date = 1; date <= month.days; date += 1, day += 1) {
      monthOfDay[day] = index
      weekdayOfDay[day] = weekdayOf(start + day)
      dateOfDay[day] = date
    }
  })
  return { months, firstDay: start, days, monthOfDay, weekdayOfDay, dateOfDay }
}
