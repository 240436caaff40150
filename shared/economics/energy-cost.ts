/**
 * What the rig adds to the electricity bill, and what its heat saves.
 * @see SPEC.md E7, E10 to E14
 */
import type { Hours } from './hours.ts'
import type { WallPower } from './energy.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import { byMonthOfYear } from './lists.ts'
import type { Table } from './table.ts'
import { emptyTable, tableOf } from './table.ts'
import type { Tariff } from './tariff.ts'
import { readTiers, tierBill } from './tiers.ts'
import type { Timeline } from './timeline.ts'

export type EnergyCost = {
  /** Positive amounts; negative where electricity earns. */
  readonly electricityUsd: Table
  readonly coolingUsd: Table
  readonly peakChargeUsd: Table
  /** What the heating need not burn. */
  readonly heatCreditUsd: Table
}

/** All of it by month. Example: see test/shared/economics/energy-cost.test.ts. @see SPEC.md E10 to E14 */
export function energyCostOf(
  batch: Batch,
  timeline: Timeline,
  hours: Hours,
  wall: WallPower,
  tariff: Tariff,
  coolingRatio: Table,
  rigKwh: Table,
  wattsFactor: Float64Array,
): EnergyCost {
  const priceUsdPerKwh = meanUsdPerKwh(batch, timeline, tariff, coolingRatio, rigKwh)
  const electricityUsd = cellByCell(rigKwh, (i) => rigKwh.values[i]! * priceUsdPerKwh.values[i]!)
  return {
    electricityUsd,
    coolingUsd: cellByCell(rigKwh, (i) => electricityUsd.values[i]! * coolingRatio.values[i]!),
    peakChargeUsd: peakCharge(batch, hours, wall, tariff, coolingRatio, wattsFactor),
    heatCreditUsd: heatCredit(batch, timeline, rigKwh),
  }
}

function cellByCell(like: Table, cell: (index: number, scenario: number, month: number) => number): Table {
  return tableOf(like.months, like.scenarios, (m, s) => cell(m * like.scenarios + s, s, m))
}

/** The bill with the rig less the bill without it, over the kWh that the rig and its cooling take. @see SPEC.md E11, E12 */
function meanUsdPerKwh(
  batch: Batch,
  timeline: Timeline,
  tariff: Tariff,
  coolingRatio: Table,
  rigKwh: Table,
): Table {
  const { tariffKind, solarSurplus, tariffTiers, houseKwhByMonth, solarSurplusKwhByMonth } = batch.choices
  if (tariffKind !== 'tiered' && solarSurplus === 'none') return tariff.meanUsdPerKwh
  const tiers = tariffKind === 'tiered' ? readTiers(tariffTiers) : null
  const houseKwh = byMonthOfYear(houseKwhByMonth, timeline)
  const surplusKwh = byMonthOfYear(solarSurplus === 'none' ? '' : solarSurplusKwhByMonth, timeline)
  const feedIn = columnOr(batch, 'feedInPerKwh', 0)
  return cellByCell(rigKwh, (i, s, m) => {
    const scale = tariff.usdPerCurrencyUnit.values[i]!
    const kwh = rigKwh.values[i]! * (1 + coolingRatio.values[i]!)
    const solarKwh = Math.max(0, Math.min(kwh, surplusKwh[m]!))
    const gridKwh = kwh - solarKwh
    const gridUsd =
      tiers === null
        ? gridKwh * tariff.meanUsdPerKwh.values[i]!
        : (tierBill(tiers, houseKwh[m]! + gridKwh) - tierBill(tiers, houseKwh[m]!)) * scale
    // Of no kWh there is no mean, and none is asked for.
    return kwh === 0 ? 0 : (gridUsd + solarKwh * feedIn[s]! * scale) / kwh
  })
}

/** The difference of two monthly peaks. @see SPEC.md E13 */
function peakCharge(
  batch: Batch,
  hours: Hours,
  wall: WallPower,
  tariff: Tariff,
  coolingRatio: Table,
  wattsFactor: Float64Array,
): Table {
  if (batch.choices.demandCharge === 'none') return emptyTable(coolingRatio.months, batch.size)
  const perKw = column(batch, 'demandChargePerKw')
  const offeredKw = column(batch, 'housePeakOfferedKw')
  const otherKw = column(batch, 'housePeakOtherKw')
  return cellByCell(coolingRatio, (i, s, m) => {
    if (hours.upHours.values[i] === 0) return 0
    const idleWatts = batch.choices.baseline === 'on anyway' ? wall.idleWatts[s]! : 0
    const watts = wall.rentedWatts[s]! * wattsFactor[m]! - idleWatts
    const rigKw = Math.max(0, (watts * (1 + coolingRatio.values[i]!)) / 1000)
    const withRig = Math.max(offeredKw[s]! + rigKw, otherKw[s]!)
    const without = Math.max(offeredKw[s]!, otherKw[s]!)
    return perKw[s]! * (withRig - without) * tariff.usdPerCurrencyUnit.values[i]!
  })
}

/** @see SPEC.md E14 */
function heatCredit(batch: Batch, timeline: Timeline, rigKwh: Table): Table {
  const { heatUse, heatingMonths } = batch.choices
  if (heatUse === 'not used') return emptyTable(rigKwh.months, batch.size)
  const worth = heatWorthUsdPerKwh(batch)
  return cellByCell(rigKwh, (i, s, m) =>
    heatingMonths[timeline.months[m]!.monthOfYear] === '1' ? rigKwh.values[i]! * worth[s]! : 0,
  )
}

/**
 * What a kWh of the rig saves in heating, `useful share x fuel / heat per kWh of fuel`; 0 where it is not used.
 * Example: all useful, gas at $0.09, 0.9 of it becomes heat: $0.10. @see SPEC.md E14
 */
export function heatWorthUsdPerKwh(batch: Batch): Float64Array {
  const useful = columnOr(batch, 'heatUsefulRatio', 0)
  const fuel = columnOr(batch, 'fuelUsdPerKwh', 0)
  const efficiency = columnOr(batch, 'heaterEfficiencyRatio', 1)
  return useful.map((ratio, s) => (ratio * fuel[s]!) / efficiency[s]!)
}
