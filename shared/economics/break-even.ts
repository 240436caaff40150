/**
 * At which value of an input does the answer turn? Any number of the table, for two targets.
 * @see SPEC.md X1 to X4
 */
import { pow } from '../math.ts'
import { npvUsd } from './cash-flow.ts'
import type { NumberInput } from './input-definition.ts'
import type { NumberKey } from './input-table.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf, definitionOf } from './inputs.ts'
import type { Crossing } from './root.ts'
import { refine } from './root.ts'
import { firstYearMean, statementOf, wearUsdPerMonth } from './statement.ts'

export const breakEvenTargets = ['first-year net', 'first-year net and wear', 'npv'] as const
export type BreakEvenTarget = (typeof breakEvenTargets)[number]

export type BreakEven = {
  readonly key: NumberKey
  readonly target: BreakEvenTarget
  /** Nearest to the current value first; ascending where there is none. */
  readonly crossings: readonly Crossing[]
  /** Where there is no crossing: the sign everywhere within the bounds. */
  readonly everywhere: 'above' | 'below' | 'zero' | null
}

const gridPoints = 65

/**
 * All values of `key` within its bounds at which the target is zero: 65 points, each sign change refined to
 * 1e-10 of its interval; integers give the smallest value on the other side. Values that overload the power
 * supply are not looked at.
 * Example: net falls by $1 for each watt from $50 at 0 W: one root at 50. @see SPEC.md X1
 */
export function breakEvenOf(inputs: ResolvedInputs, key: NumberKey, target: BreakEvenTarget): BreakEven {
  const definition = definitionOf(key) as NumberInput
  const values = grid(definition)
  const heights = targetValues(inputs, key, target, values)
  const crossings: Crossing[] = []
  let signs = 0
  heights.forEach((height, i) => {
    if (height === null) return
    signs |= height > 0 ? 1 : height < 0 ? 2 : 0
    const next = heights[i + 1]
    if (height === 0) crossings.push({ kind: 'root', at: values[i]! })
    else if (next !== undefined && next !== null && height * next < 0) {
      crossings.push(between(inputs, definition, target, values[i]!, values[i + 1]!, height))
    }
  })
  if (signs === 0) return { key, target, crossings: [], everywhere: 'zero' }
  const everywhere = crossings.length > 0 ? null : signs === 1 ? 'above' : 'below'
  const current = inputs.numbers[key]
  if (current !== null) crossings.sort((a, b) => distance(a, current) - distance(b, current))
  return { key, target, crossings, everywhere }
}

/** Even steps, or even ratios where the bounds span more than four decades above zero. @see SPEC.md X2 */
function grid({ low, high, kind }: NumberInput): number[] {
  const share = (i: number) => i / (gridPoints - 1)
  const byRatio = low > 0 && high / low > 10_000
  const values = Array.from({ length: gridPoints }, (_, i) =>
    byRatio ? low * pow(high / low, share(i)) : low + share(i) * (high - low),
  )
  values[0] = low
  values[gridPoints - 1] = high
  return kind === 'integer' ? [...new Set(values.map((value) => Math.round(value)))] : values
}

function between(
  inputs: ResolvedInputs,
  definition: NumberInput,
  target: BreakEvenTarget,
  low: number,
  high: number,
  heightAtLow: number,
): Crossing {
  const height = (value: number) =>
    targetValues(inputs, definition.key as NumberKey, target, [value])[0] ?? heightAtLow
  if (definition.kind === 'number') return refine(height, low, high, 1e-10 * (high - low))
  let [from, to] = [low, high]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (height(middle) * heightAtLow > 0) from = middle
    else to = middle
  }
  return { kind: 'root', at: to }
}

function distance(crossing: Crossing, current: number): number {
  return crossing.kind === 'root'
    ? Math.abs(crossing.at - current)
    : Math.max(crossing.low - current, current - crossing.high, 0)
}

/**
 * The target at each of the values, in one batch; null where the power supply would be overloaded.
 * Monthly targets look at the first year only, so the horizon is cut to it: the same digits, sooner.
 */
export function targetValues(
  inputs: ResolvedInputs,
  key: NumberKey,
  target: BreakEvenTarget,
  values: readonly number[],
): (number | null)[] {
  const horizonMonths = inputs.numbers.horizonMonths ?? 12
  const cut = target === 'npv' ? horizonMonths : Math.min(12, horizonMonths)
  const numbers = { ...inputs.numbers, horizonMonths: cut }
  const statement = statementOf(
    batchOf({ choices: inputs.choices, numbers }, values.length, { [key]: values }),
  )
  const npv = target === 'npv' ? npvUsd(statement, true) : null
  return values.map((_, s) => {
    if (statement.wall.overloadRatio[s]! > 1) return null
    if (npv !== null) return npv[s]!
    const net = firstYearMean(statement, statement.netUsd, s)
    return target === 'first-year net' ? net : net - (wearUsdPerMonth(statement, s) ?? 0)
  })
}
