/**
 * Where the hours go: calendar = offered + own use + off; offered = up + down; up = rented + idle.
 * @see SPEC.md H1 to H4
 */
import type { Batch } from './inputs.ts'
import { column, columnOr } from './inputs.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'

export type Hours = {
  /** Machine hours of each month, the same for all scenarios. */
  readonly calendarHours: Float64Array
  readonly offeredHours: Float64Array
  readonly ownUseHours: Float64Array
  /** Machine hours in which the rig is reachable; 0 after a scenario's horizon. */
  readonly upHours: Table
  readonly downHours: Table
  /** Share of up hours that is rented, ramp included. */
  readonly rentedShareRatio: Table
  /** GPU-hours: machine hours x GPUs. */
  readonly upGpuHours: Table
  readonly rentedGpuHours: Table
}

/**
 * `up = offered x uptimeRatio`, `rented = up x rentalUtilizationRatio x ramp`.
 * Example: November 2026 (30 days, 720 h), all hours offered, uptime 0.98, 41 % rented, 2 GPUs:
 * 578.592 rented GPU-hours. @see SPEC.md H1, H2
 */
export function hoursOf(batch: Batch, timeline: Timeline): Hours {
  const { months } = timeline
  const { offeredWeek } = batch.choices
  const offeredHours = hoursMarked(offeredWeek, 'O', timeline)
  const uptime = column(batch, 'uptimeRatio')
  const utilization = column(batch, 'rentalUtilizationRatio')
  const rampUpMonths = columnOr(batch, 'rampUpMonths', 0)
  const horizonMonths = column(batch, 'horizonMonths')
  const gpus = column(batch, 'gpuCount')
  const table = (cell: (month: number, scenario: number) => number) =>
    tableOf(months.length, batch.size, (month, scenario) =>
      month < (horizonMonths[scenario] ?? 0) ? cell(month, scenario) : 0,
    )

  const upHours = table((m, s) => offeredHours[m]! * uptime[s]!)
  const rentedShareRatio = table((m, s) => utilization[s]! * rampOf(m + 1, rampUpMonths[s]!))
  return {
    calendarHours: Float64Array.from(months, (month) => month.days * 24),
    offeredHours,
    ownUseHours: hoursMarked(offeredWeek, 'U', timeline),
    upHours,
    downHours: table((m, s) => offeredHours[m]! * (1 - uptime[s]!)),
    rentedShareRatio,
    upGpuHours: table((m, s) => offeredHours[m]! * uptime[s]! * gpus[s]!),
    rentedGpuHours: table(
      (m, s) => offeredHours[m]! * uptime[s]! * utilization[s]! * rampOf(m + 1, rampUpMonths[s]!) * gpus[s]!,
    ),
  }
}

/**
 * Hours of each month that a week of 168 letters marks with one letter.
 * Example: February 2026, all Mondays marked: 96 h. @see SPEC.md H1
 */
export function hoursMarked(week: string, letter: string, timeline: Timeline): Float64Array {
  return Float64Array.from(timeline.months, ({ weekHourCounts }) => {
    let hours = 0
    for (let hour = week.indexOf(letter); hour !== -1; hour = week.indexOf(letter, hour + 1)) {
      hours += weekHourCounts[hour]!
    }
    return hours
  })
}

/** `min(1, month / rampUpMonths)`, month from 1. Example: `rampOf(1, 4)` is 0.25; without a ramp it is 1. @see SPEC.md H3 */
export function rampOf(month: number, rampUpMonths: number): number {
  return rampUpMonths <= month ? 1 : month / rampUpMonths
}
