/**
 * Costs of running beside electricity.
 * @see SPEC.md S5, R8, R9, W3
 */
import type { Hours } from './hours.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import type { Table } from './table.ts'
import { emptyTable, tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'
import { repairsUsd } from './wear.ts'

/** Negative amounts, as the statement has them. @see SPEC.md S5 */
export function operatingCosts(batch: Batch, timeline: Timeline, hours: Hours) {
  const horizonMonths = column(batch, 'horizonMonths')
  const rented = hours.rentedGpuHours.values
  const consumables = column(batch, 'consumablesUsdPerRentedGpuHour')
  const gigabytes = column(batch, 'trafficGigabytesPerRentedGpuHour')
  const included = column(batch, 'trafficIncludedGigabytesPerMonth')
  const perGigabyte = column(batch, 'trafficUsdPerGigabyte')
  const line = column(batch, 'fixedOperatingUsdPerMonth')
  const colocation = column(batch, 'colocationUsdPerMonth')
  const insurance = column(batch, 'insuranceUsdPerMonth')
  const labourHours = column(batch, 'labourHoursPerMonth')
  const labourUsd = column(batch, 'labourUsdPerHour')
  const repairs = repairsUsd(batch, timeline)
  const cost = (usd: (index: number, scenario: number) => number) =>
    tableOf(timeline.months.length, batch.size, (m, s) =>
      m < horizonMonths[s]! ? 0 - usd(m * batch.size + s, s) : 0,
    )
  return {
    consumablesUsd: cost((i, s) => rented[i]! * consumables[s]!),
    trafficUsd: cost((i, s) => Math.max(0, rented[i]! * gigabytes[s]! - included[s]!) * perGigabyte[s]!),
    fixedOperatingUsd: cost((_, s) => line[s]! + colocation[s]! + insurance[s]!),
    labourUsd: cost((_, s) => labourHours[s]! * labourUsd[s]!),
    repairsUsd: cost((i) => repairs.values[i]!),
  }
}

/**
 * What buyers get back for missing uptime: `usage x min(maximum, max(0, promised - up / offered) x 100 x per point)`.
 * Example: $200 of usage, 99 % promised, 97 % reached, 0.1 a point: $40. @see SPEC.md R8
 */
export function downtimeCreditUsd(batch: Batch, hours: Hours, usageUsd: Table): Table {
  if (batch.choices.serviceLevel === 'none') return emptyTable(usageUsd.months, batch.size)
  const promised = column(batch, 'promisedUptimeRatio')
  const perPoint = columnOr(batch, 'creditPerPointRatio', 0)
  const most = column(batch, 'creditMaximumRatio')
  return tableOf(usageUsd.months, batch.size, (m, s) => {
    const i = m * batch.size + s
    const missing = Math.max(0, promised[s]! - hours.upHours.values[i]! / hours.offeredHours[m]!)
    return usageUsd.values[i]! * Math.min(most[s]!, missing * 100 * perPoint[s]!)
  })
}

/** Penalties of contracts left early, and the cost of moving when the network stops. @see SPEC.md R9, B11 */
export function penaltyUsd(batch: Batch, hours: Hours): Table {
  const stopsAfter = column(batch, 'networkStopsAfterMonths')
  const switching = column(batch, 'switchingCostUsd')
  const horizonMonths = column(batch, 'horizonMonths')
  return tableOf(hours.upHours.months, batch.size, (m, s) => {
    const moves = stopsAfter[s] === m + 1 && m < horizonMonths[s]!
    return hours.contracts.penaltyUsd.values[m * batch.size + s]! + (moves ? switching[s]! : 0)
  })
}
