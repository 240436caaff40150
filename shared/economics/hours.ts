/**
 * Where the hours go: calendar = offered + own use + off; offered = up + down; up = rented + idle.
 * @see SPEC.md H1 to H4
 */
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import type { Contracts } from './contracts.ts'
import { contractsOf } from './contracts.ts'
import { latestByMonth, sumInMonth } from './lists.ts'
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
  readonly contracts: Contracts
  /** Share of the cards without a contract that is rented, ramp included. */
  readonly spotShareRatio: Table
}

/**
 * `up = offered x uptimeRatio`, `rented = up x (contracted + (GPUs - contracted) x share x ramp)`.
 * Example: November 2026 (30 days, 720 h), all hours offered, uptime 0.98, 41 % rented, 2 GPUs:
 * 578.592 rented GPU-hours. @see SPEC.md H1, H2, H5, H6
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
  const table = (cell: (month: number, scenario: number, index: number) => number) =>
    tableOf(months.length, batch.size, (month, scenario) =>
      month < (horizonMonths[scenario] ?? 0) ? cell(month, scenario, month * batch.size + scenario) : 0,
    )
  const working = workingRatio(batch, uptime)
  const away = sumInMonth(batch.choices.replacements, timeline, 2)
  const demand = latestByMonth(batch.choices.utilizationByMonth, timeline, 1)
  const contracts = contractsOf(batch, timeline)

  const upHours = table((m, s) => Math.max(0, offeredHours[m]! * working[s]! - away[m]!))
  const spotShareRatio = table(
    (m, s) => Math.min(1, utilization[s]! * demand[m]!) * rampOf(m + 1, rampUpMonths[s]!),
  )
  const rentedGpus = table((_, s, i) => {
    const contracted = contracts.gpus.values[i]!
    return contracted + (gpus[s]! - contracted) * spotShareRatio.values[i]!
  })
  return {
    calendarHours: Float64Array.from(months, (month) => month.days * 24),
    offeredHours,
    ownUseHours: hoursMarked(offeredWeek, 'U', timeline),
    upHours,
    downHours: table((m, _, i) => offeredHours[m]! - upHours.values[i]!),
    rentedShareRatio: table((_, s, i) => rentedGpus.values[i]! / gpus[s]!),
    upGpuHours: table((_, s, i) => upHours.values[i]! * gpus[s]!),
    rentedGpuHours: table((_, __, i) => upHours.values[i]! * rentedGpus.values[i]!),
    contracts,
    spotShareRatio,
  }
}

/** Share of the offered hours that the rig works, downtime of failures taken off where it comes on top. @see SPEC.md H6 */
function workingRatio(batch: Batch, uptime: Float64Array): Float64Array {
  if (batch.choices.failureDowntime === 'in uptime') return uptime
  const failures = column(batch, 'annualFailureRatio')
  const days = column(batch, 'repairDays')
  return uptime.map((ratio, s) => ratio * Math.max(0, 1 - (failures[s]! * days[s]!) / 365))
}

/**
 * Hours of each month that a week of 168 letters marks with one letter.
 * Example: February 2026, all Mondays marked: 96 h. @see SPEC.md H1
 */
export function hoursMarked(week: string, letter: string, timeline: Timeline): Float64Array {
  const known = marked.get(timeline) ?? new Map<string, Float64Array>()
  marked.set(timeline, known)
  const key = letter + week
  const hours = known.get(key) ?? countMarked(week, letter, timeline)
  known.set(key, hours)
  return hours
}

/** Searches ask for the same weeks over the same calendars again and again. */
const marked = new WeakMap<Timeline, Map<string, Float64Array>>()

function countMarked(week: string, letter: string, timeline: Timeline): Float64Array {
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
