/**
 * One input over a range, all else as it is.
 * @see SPEC.md SN4
 */
import type { BreakEven } from '../economics/break-even.ts'
import { breakEvensOf, statementAt, targetValues } from '../economics/break-even.ts'
import type { NumberKey } from '../economics/input-table.ts'
import type { ResolvedInputs } from '../economics/inputs.ts'
import type { Metric } from './cases.ts'
import { numberInputOf, unansweredReason } from './cases.ts'
import { drawnRange, evenSteps } from './ranges.ts'

export type Sweep = {
  readonly key: NumberKey
  readonly metric: Metric
  /** The metric in USD at each point, a net before tax; null where the power supply would be overloaded. */
  readonly points: readonly { readonly at: number; readonly usd: number | null }[]
  /** Where the line crosses zero between the points. */
  readonly crossings: BreakEven['crossings']
}

/**
 * The metric at each of the points of one input, in one batch, and where it turns between them. The input is changed
 * alone: estimates made from it stay, and the net is before tax, as in the break-even search (X3). Throws a RangeError where there is no net.
 * Example: fixed costs of $0, $117.10 and $200 a month in a scenario that nets $127.10 without them: 127.10, 10 and
 * −72.90, with a crossing at $127.10. @see SPEC.md SN4
 */
export function sweepOf(
  inputs: ResolvedInputs,
  key: NumberKey,
  metric: Metric,
  points: readonly number[] = sweptPoints(inputs, key),
): Sweep {
  const reason = reasonAgainstSweep(inputs, key)
  if (reason !== null) throw new RangeError(`${key} cannot be swept: ${reason}`)
  const target = metric === 'npv' ? 'npv' : 'first-year net'
  const values = targetValues(statementAt(inputs, key, points, metric === 'npv'), target)
  const [found] = breakEvensOf(inputs, key, [target], points)
  return {
    key,
    metric,
    points: points.map((at, i) => ({ at, usd: values[i] ?? null })),
    crossings: found?.crossings ?? [],
  }
}

/** Why there is nothing to sweep, in words; null where there is. The swept input itself may be unknown. */
export function reasonAgainstSweep(inputs: ResolvedInputs, key: NumberKey): string | null {
  return unansweredReason({ ...inputs, asked: inputs.asked.filter((each) => each !== key) })
}

/** 49 points over the drawn range, the value in use among them. @see SPEC.md SN3 */
export function sweptPoints(inputs: ResolvedInputs, key: NumberKey): number[] {
  const definition = numberInputOf(key)
  const value = inputs.numbers[key]
  const { low, high } = drawnRange(definition, value)
  const points = evenSteps(definition, low, high, 49)
  if (value === null || points.includes(value) || value < low || value > high) return points
  return [...points, value].sort((a, b) => a - b)
}
