/**
 * Between which ends an input is moved: the owner's own range where there is one, else a swing that Idlewatt states.
 * @see SPEC.md SN2, SN3
 */
import type { NumberInput } from '../economics/input-definition.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { clamp } from '../math.ts'

/** Idlewatt's assumptions, labelled so on every row that rests on one. */
export const swingRatio = 0.2
export const yearlyChangeSwing = 0.1

/**
 * `own range`: the figure's own low and high. `unknown`: the range that stands for a term nobody knows.
 * `share`: a fifth of the value to either side. `points`: ten percentage points. `one`: one, where a fifth is less.
 */
export type SwingBasis = 'own range' | 'unknown' | 'share' | 'points' | 'one'

/** 0 means "never" here, which is no neighbour of 1. */
const neverAtZero: ReadonlySet<string> = new Set(['networkStopsAfterMonths'])

export type Ends = { readonly low: number; readonly high: number; readonly basis: SwingBasis }

/**
 * The ends of one input around the value in use. A yearly change whose bounds lie on both sides of zero swings by
 * ten percentage points, everything else by a fifth; integers by one at least; never beyond the bounds.
 * Example: 41 % rented without a range of its own: 32.8 % to 49.2 %. @see SPEC.md SN2
 */
export function endsOf(
  definition: NumberInput,
  entries: InputEntries,
  value: number,
  isRanged: boolean,
): Ends {
  const entry = entries[definition.key]
  if (isRanged && definition.range !== undefined) {
    const { good, bad } = definition.range
    return { low: Math.min(good, bad), high: Math.max(good, bad), basis: 'unknown' }
  }
  if (typeof entry === 'object' && (entry.low !== null || entry.high !== null)) {
    return { low: entry.low ?? value, high: entry.high ?? value, basis: 'own range' }
  }
  const basis = isYearlyChange(definition) ? 'points' : 'share'
  if (value === 0 && neverAtZero.has(definition.key)) return { low: 0, high: 0, basis }
  const half = basis === 'points' ? yearlyChangeSwing : swingRatio * Math.abs(value)
  const within = (end: number) => clamp(end, definition.low, definition.high)
  if (definition.kind === 'number') return { low: within(value - half), high: within(value + half), basis }
  const steps = Math.max(1, Math.round(half))
  return {
    low: within(value - steps),
    high: within(value + steps),
    basis: steps > Math.round(half) ? 'one' : basis,
  }
}

/** A change a year that may go either way. */
function isYearlyChange({ unit, low, high }: NumberInput): boolean {
  return unit === 'ratioPerYear' && low < 0 && high > 0
}

/** The basis in words, as it stands on a row. Example: `basisWords('share')` is `'±20 %, assumed by Idlewatt'`. */
export function basisWords(basis: SwingBasis): string {
  const words = {
    'own range': 'its own range',
    unknown: 'unknown: Idlewatt’s range for it',
    share: `±${swingRatio * 100} %, assumed by Idlewatt`,
    one: '±1, assumed by Idlewatt',
    points: `±${yearlyChangeSwing * 100} percentage points, assumed by Idlewatt`,
  } as const
  return words[basis]
}

/**
 * A wide range to draw an input over, within its bounds: from nothing to twice the value, 50 percentage points of yearly change to
 * either side, or the slider's range while nothing is known.
 * Example: an electricity price of 0.31: 0 to 0.62. @see SPEC.md SN3
 */
export function drawnRange(
  definition: NumberInput,
  value: number | null,
): { readonly low: number; readonly high: number } {
  const { low, high, kind } = definition
  const top = definition.sliderHigh ?? high
  if (isYearlyChange(definition)) {
    const middle = value ?? 0
    return { low: clamp(middle - 0.5, low, high), high: clamp(middle + 0.5, low, high) }
  }
  if (value === null || value === 0) return { low: Math.max(low, Math.min(0, top)), high: top }
  const [from, to] = value > 0 ? [0, 2 * value] : [2 * value, 0]
  const drawn = { low: clamp(from, low, high), high: clamp(to, low, high) }
  return kind === 'integer' && drawn.high - drawn.low < 2 ? { low, high: Math.min(high, low + 2) } : drawn
}

/**
 * `count` values in even steps from one end to the other; of an integer each whole number at most once.
 * Example: `evenSteps(definitionOf('gpuCount'), 1, 4, 24)` is 1, 2, 3, 4. @see SPEC.md SN3
 */
export function evenSteps({ kind }: NumberInput, low: number, high: number, count: number): number[] {
  if (count < 2 || low === high) return [low]
  const values = Array.from({ length: count }, (_, i) => low + (i / (count - 1)) * (high - low))
  values[count - 1] = high
  return kind === 'integer' ? [...new Set(values.map((value) => Math.round(value)))] : values
}
