/**
 * What one more card of the kind would add, where supply, circuit and room can carry it.
 * @see SPEC.md N10
 */
import { coolingRatio, wallPowerOf } from './energy.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf, column } from './batch.ts'
import { ratedForWatts } from './inputs.ts'
import type { Statement } from './statement.ts'
import { firstYearMean, statementOf } from './statement.ts'
import { timelineOf } from './timeline.ts'

export type NextCard =
  | { readonly kind: 'fits'; readonly netUsdPerMonth: number }
  | {
      readonly kind: 'does not fit'
      readonly limit: 'power supply' | 'circuit' | 'room'
      readonly needsWatts: number
      readonly limitWatts: number
    }

/**
 * Net with one GPU more less the net, or the first limit that stands against it.
 * Example: a supply of 650 W that carries one card of 300 W and 90 W of host: the supply, 690 W of 650 W.
 * @see SPEC.md N10
 */
export function nextCardOf(inputs: ResolvedInputs, statement: Statement): NextCard | null {
  const { gpuCount, psuRatedWatts, circuitWatts, coolingCapacityWatts } = inputs.numbers
  // Wall readings are of the whole machine as it is: what one card more would draw cannot be known from them.
  if (gpuCount === null || gpuCount >= 10_000 || inputs.choices.powerBasis === 'wall') return null
  const isSupplyGiven = !inputs.assumptions.some(({ key }) => key === 'psuRatedWatts')
  const replaced = {
    gpuCount: [gpuCount + 1],
    ...(isSupplyGiven ? {} : estimatedSupply(inputs, gpuCount + 1)),
  }
  const more = batchOf(inputs, 1, replaced)
  const wall = wallPowerOf(more)
  const overload = wall.overloadRatio[0]!
  if (psuRatedWatts !== null && overload > 1) {
    return doesNotFit('power supply', overload * psuRatedWatts, psuRatedWatts)
  }
  const rigWatts = wall.rentedWatts[0]!
  const workMonths = column(more, 'horizonMonths')[0]!
  const cooling = Math.max(...coolingRatio(more, timelineOf(more)).values.subarray(0, workMonths))
  if (circuitWatts !== null && rigWatts * (1 + cooling) > circuitWatts) {
    return doesNotFit('circuit', rigWatts * (1 + cooling), circuitWatts)
  }
  if (coolingCapacityWatts !== null && rigWatts > coolingCapacityWatts) {
    return doesNotFit('room', rigWatts, coolingCapacityWatts)
  }
  const grown = statementOf(more)
  return { kind: 'fits', netUsdPerMonth: netUsdPerMonth(grown) - netUsdPerMonth(statement) }
}

function netUsdPerMonth(statement: Statement): number {
  return firstYearMean(statement, statement.netUsd, 0)
}

/** A supply that Idlewatt sized for the rig as it is limits nothing: it is sized anew. @see SPEC.md I4 */
function estimatedSupply({ numbers }: ResolvedInputs, gpuCount: number): { psuRatedWatts: [number] } {
  const directWatts = gpuCount * (numbers.rentedBoardWatts ?? 0) + (numbers.hostRentedWatts ?? 0)
  return { psuRatedWatts: [ratedForWatts(directWatts)] }
}

function doesNotFit(
  limit: 'power supply' | 'circuit' | 'room',
  needsWatts: number,
  limitWatts: number,
): NextCard {
  return { kind: 'does not fit', limit, needsWatts, limitWatts }
}
