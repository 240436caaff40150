/**
 * Watts at the wall in the two states of a rig, and the electricity it takes by month.
 * @see SPEC.md E1 to E6
 */
import type { Hours } from './hours.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'
import type { Timeline } from './timeline.ts'

export type WallPower = {
  /** Whole rig at the wall, all GPUs rented. */
  readonly rentedWatts: Float64Array
  /** Whole rig at the wall, all GPUs idle. */
  readonly idleWatts: Float64Array
  /** DC draw over the rating of the supply: such a scenario is refused, not computed. */
  readonly overloadRatio: Float64Array
  /** The lowest load of any state over the rating of its supply; null where the watts were read at the wall. */
  readonly lowestLoadRatio: number | null
}

export type EfficiencyPoint = { readonly loadRatio: number; readonly efficiencyRatio: number }

/**
 * Efficiency of a power supply at a load, linear between its points and held outside them.
 * Example: points (0.2, 0.87), (0.5, 0.9) at load 0.35: 0.885. @see SPEC.md E2
 */
export function efficiencyAt(points: readonly EfficiencyPoint[], loadRatio: number): number {
  const above = points.findIndex((point) => point.loadRatio >= loadRatio)
  if (above === 0) return points[0]!.efficiencyRatio
  if (above === -1) return points.at(-1)!.efficiencyRatio
  const left = points[above - 1]!
  const right = points[above]!
  const share = (loadRatio - left.loadRatio) / (right.loadRatio - left.loadRatio)
  return left.efficiencyRatio + share * (right.efficiencyRatio - left.efficiencyRatio)
}

/**
 * `wall = slope x (GPUs x board + host) / efficiency(load) + offset`; a wall reading is used as it is.
 * Example: 300 W of cards and 90 W of host on a 650 W supply at 0.6 load (efficiency 0.894): 436.24 W.
 * @see SPEC.md E1, E3
 */
export function wallPowerOf(batch: Batch): WallPower {
  const { size } = batch
  if (batch.choices.powerBasis === 'wall') {
    return {
      rentedWatts: column(batch, 'wallRentedWatts'),
      idleWatts: column(batch, 'wallIdleWatts'),
      overloadRatio: new Float64Array(size),
      lowestLoadRatio: null,
    }
  }
  const gpus = column(batch, 'gpuCount')
  const rating = column(batch, 'psuRatedWatts')
  const at10 = column(batch, 'psuEfficiencyAt10Ratio')
  const at20 = column(batch, 'psuEfficiencyAt20Ratio')
  const at50 = column(batch, 'psuEfficiencyAt50Ratio')
  const at100 = column(batch, 'psuEfficiencyAt100Ratio')
  const slope = column(batch, 'calibrationSlopeRatio')
  const offset = column(batch, 'calibrationOffsetWatts')
  const overloadRatio = new Float64Array(size)
  let lowestLoadRatio = Infinity
  const stateWatts = (boardWatts: Float64Array, hostWatts: Float64Array) =>
    boardWatts.map((board, s) => {
      const directWatts = gpus[s]! * board + hostWatts[s]!
      const load = directWatts / rating[s]!
      overloadRatio[s] = Math.max(overloadRatio[s]!, load)
      lowestLoadRatio = Math.min(lowestLoadRatio, load)
      const points = [
        { loadRatio: 0.1, efficiencyRatio: at10[s]! },
        { loadRatio: 0.2, efficiencyRatio: at20[s]! },
        { loadRatio: 0.5, efficiencyRatio: at50[s]! },
        { loadRatio: 1, efficiencyRatio: at100[s]! },
      ]
      return Math.max(0, slope[s]! * (directWatts / efficiencyAt(points, load)) + offset[s]!)
    })
  const rentedWatts = stateWatts(column(batch, 'rentedBoardWatts'), column(batch, 'hostRentedWatts'))
  const idleWatts = stateWatts(column(batch, 'idleBoardWatts'), column(batch, 'hostIdleWatts'))
  return { rentedWatts, idleWatts, overloadRatio, lowestLoadRatio }
}

/**
 * Slope and offset from wall-meter readings beside what the model computes with slope 1 and offset 0.
 * One reading gives the slope; two give slope and offset.
 * Example: computed 100 and 400 W, read 120 and 440 W: slope 1.0666..., offset 13.33... W.
 * Throws a RangeError when two computed figures are equal or the slope is not positive. @see SPEC.md E4
 */
export function calibrationOf(readings: readonly [Reading] | readonly [Reading, Reading]): {
  readonly slopeRatio: number
  readonly offsetWatts: number
} {
  const [first, second] = readings
  const slopeRatio =
    second === undefined
      ? first.meterWatts / first.computedWatts
      : (second.meterWatts - first.meterWatts) / (second.computedWatts - first.computedWatts)
  if (!Number.isFinite(slopeRatio) || slopeRatio <= 0) {
    throw new RangeError(
      'Calibration needs readings at two different loads, the higher load with the higher reading.',
    )
  }
  const offsetWatts = second === undefined ? 0 : first.meterWatts - slopeRatio * first.computedWatts
  return { slopeRatio, offsetWatts }
}

type Reading = { readonly computedWatts: number; readonly meterWatts: number }

/**
 * Electricity of the rig itself. Linear in rented hours between the two states; with baseline "on anyway"
 * only the increase over idle.
 * Example: 500 up hours, 40 % rented, 400 W rented, 100 W idle: 110 kWh; on anyway: 60 kWh. The factor, by
 * month, is what planned replacements leave of the watts. @see SPEC.md E5, E10
 */
export function rigEnergyKwh(batch: Batch, hours: Hours, wall: WallPower, wattsFactor: Float64Array): Table {
  const chargedIdle = batch.choices.baseline === 'off' ? 1 : 0
  const { upHours, rentedShareRatio } = hours
  return tableOf(upHours.months, batch.size, (m, s) => {
    const cell = m * batch.size + s
    const overIdle = rentedShareRatio.values[cell]! * (wall.rentedWatts[s]! - wall.idleWatts[s]!)
    const watts = (chargedIdle * wall.idleWatts[s]! + overIdle) * wattsFactor[m]!
    return (upHours.values[cell]! * watts) / 1000
  })
}

/**
 * Cooling electricity per unit of rig electricity.
 * Room: `removedShare / COP` in cooling months; site: `PUE - 1`; none or included: 0.
 * Example: COP 3, all heat removed: 0.3333...; PUE 1.54: 0.54. @see SPEC.md E6
 */
export function coolingRatio(batch: Batch, timeline: Timeline): Table {
  const { coolingKind, coolingMonths } = batch.choices
  const cop = columnOr(batch, 'coolingCop', 1)
  const removed = columnOr(batch, 'heatRemovedRatio', 0)
  const pue = columnOr(batch, 'pueRatio', 1)
  return tableOf(timeline.months.length, batch.size, (m, s) => {
    if (coolingKind === 'site') return pue[s]! - 1
    if (coolingKind !== 'room') return 0
    return coolingMonths[timeline.months[m]!.monthOfYear] === '1' ? removed[s]! / cop[s]! : 0
  })
}
