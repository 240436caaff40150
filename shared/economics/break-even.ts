/**
 * At which value of an input does the answer turn? Any number of the table, for two targets.
 * @see SPEC.md X1 to X4
 */
import { pow } from '../math.ts'
import { npvUsd } from './cash-flow.ts'
import type { NumberInput } from './input-definition.ts'
import type { NumberKey } from './input-table.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf } from './batch.ts'
import { definitionOf } from './inputs.ts'
import type { Crossing } from '../finance/root.ts'
import { refine } from '../finance/root.ts'
import type { Statement } from './statement.ts'
import { firstYearMean, statementOf, wearUsdPerMonth } from './statement.ts'

export const breakEvenTargets = ['first-year net', 'first-year net and wear', 'npv'] as const
export type BreakEvenTarget = (typeof breakEvenTargets)[number]

export type BreakEven = {
  readonly key: NumberKey
  readonly target: BreakEvenTarget
  /** Nearest to the current value first; ascending where there is none. */
  readonly crossings: readonly Crossing[]
  /** Where there is no crossing: the sign everywhere within the bounds; null where all overload the supply. */
  readonly everywhere: 'above' | 'below' | 'zero' | null
  /** The sign at the highest value looked at: above the last crossing it holds; null where nothing could be. */
  readonly atHighest: 'above' | 'below' | 'zero' | null
}

const gridPoints = 65

/**
 * All values of `key` within its bounds at which the target is zero: 65 points, each sign change refined to
 * 1e-10 of its interval; integers give the smallest value on the other side. Values that overload the power
 * supply are not looked at.
 * Example: see test/shared/economics/break-even.test.ts, "a cost that grows by $1 a month". @see SPEC.md X1
 */
export function breakEvenOf(inputs: ResolvedInputs, key: NumberKey, target: BreakEvenTarget): BreakEven {
  return breakEvensOf(inputs, key, [target])[0]!
}

/** The same for several targets, which share the statement of the points; other points than the 65 may be named. */
export function breakEvensOf(
  inputs: ResolvedInputs,
  key: NumberKey,
  targets: readonly BreakEvenTarget[],
  points: readonly number[] = grid(definitionOf(key) as NumberInput),
): BreakEven[] {
  const statement = statementAt(inputs, key, points, targets.includes('npv'))
  return targets.map((target) => crossingsOf(inputs, key, target, points, targetValues(statement, target)))
}

function crossingsOf(
  inputs: ResolvedInputs,
  key: NumberKey,
  target: BreakEvenTarget,
  values: readonly number[],
  heights: readonly (number | null)[],
): BreakEven {
  const crossings: Crossing[] = []
  let signs = 0
  heights.forEach((height, i) => {
    if (height === null) return
    signs |= height > 0 ? 1 : height < 0 ? 2 : 0
    const next = heights[i + 1]
    if (height === 0) crossings.push({ kind: 'root', at: values[i]! })
    else if (next !== undefined && next !== null && height * next < 0) {
      crossings.push(between(inputs, key, target, values[i]!, values[i + 1]!, height))
    }
  })
  const atHighest = signOf(heights.findLast((height) => height !== null) ?? null)
  if (signs === 0) {
    return { key, target, crossings: [], everywhere: atHighest === null ? null : 'zero', atHighest }
  }
  const everywhere = crossings.length > 0 ? null : signs === 1 ? 'above' : 'below'
  const current = inputs.numbers[key]
  if (current !== null) crossings.sort((a, b) => distance(a, current) - distance(b, current))
  return { key, target, crossings, everywhere, atHighest }
}

function signOf(height: number | null): BreakEven['atHighest'] {
  if (height === null) return null
  return height > 0 ? 'above' : height < 0 ? 'below' : 'zero'
}

/** Even steps, or even ratios where the bounds span more than four decades above zero. @see SPEC.md X2 */
function grid({ low, high, kind }: NumberInput): number[] {
  const share = (i: number) => i / (gridPoints - 1)
  const byRatio = low > 0 && high / low >= 10_000
  const values = Array.from({ length: gridPoints }, (_, i) =>
    byRatio ? low * pow(high / low, share(i)) : low + share(i) * (high - low),
  )
  values[0] = low
  values[gridPoints - 1] = high
  return kind === 'integer' ? [...new Set(values.map((value) => Math.round(value)))] : values
}

function between(
  inputs: ResolvedInputs,
  key: NumberKey,
  target: BreakEvenTarget,
  low: number,
  high: number,
  heightAtLow: number,
): Crossing {
  const height = (value: number) =>
    targetValues(statementAt(inputs, key, [value], target === 'npv'), target)[0] ?? heightAtLow
  if (definitionOf(key).kind === 'number') return refine(height, low, high, 1e-10 * (high - low))
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
 * The statement with `key` at each of the values. Monthly targets look at the first year only, so unless the
 * whole horizon is wanted it is cut to the first year: the same digits, sooner. Contracts keep it whole, since one
 * that lasts longer than the work costs its penalty in the last month (R9).
 */
export function statementAt(
  inputs: ResolvedInputs,
  key: NumberKey,
  values: readonly number[],
  wholeHorizon: boolean,
): Statement {
  const horizonMonths = inputs.numbers.horizonMonths ?? 12
  const isWhole = wholeHorizon || inputs.choices.contracts !== ''
  const numbers = {
    ...inputs.numbers,
    horizonMonths: isWhole ? horizonMonths : Math.min(12, horizonMonths),
  }
  return statementOf(batchOf({ choices: inputs.choices, numbers }, values.length, { [key]: values }))
}

/** The target in each scenario of a statement; null where the power supply would be overloaded. */
export function targetValues(statement: Statement, target: BreakEvenTarget): (number | null)[] {
  const npv = target === 'npv' ? npvUsd(statement, true) : null
  return Array.from(statement.wall.overloadRatio, (overload, s) => {
    if (overload > 1) return null
    if (npv !== null) return npv[s]!
    const net = firstYearMean(statement, statement.netBeforeTaxUsd, s)
    return target === 'first-year net' ? net : net - (wearUsdPerMonth(statement, s) ?? 0)
  })
}
