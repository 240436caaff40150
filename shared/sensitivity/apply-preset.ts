/**
 * A preset laid over a scenario, saying of each change what became of it.
 * @see SPEC.md SN9
 */
import type { NumberKey } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { applies, definitions, numberOf, resolveInputs } from '../economics/inputs.ts'
import type { Figure } from '../figure.ts'
import { assumed } from '../figure.ts'
import { clamp } from '../math.ts'
import { formatFigure } from '../units.ts'
import { numberInputOf } from './cases.ts'
import type { Preset, PresetChange } from './presets.ts'

/**
 * `changed` as the preset says; `clamped` to the input's bounds; `same` as it was; `unknown` has no number to multiply
 * or add to; `does not apply` with these choices; `pending` is no input of the table.
 */
export type ChangeOutcome = 'changed' | 'clamped' | 'same' | 'unknown' | 'does not apply' | 'pending'

export type AppliedChange = {
  readonly change: PresetChange
  readonly outcome: ChangeOutcome
  readonly from: number | null
  readonly to: number | null
  /** What became of it, in a sentence. */
  readonly words: string
}

export type AppliedPreset = {
  readonly entries: InputEntries
  /** The entries that changed and nothing else. */
  readonly patch: Readonly<Record<string, Figure>>
  readonly changes: readonly AppliedChange[]
}

/**
 * Lays a preset over a scenario: known numbers, given or assumed, are set, multiplied or added to, and kept within
 * their bounds. A term that nobody knows is not multiplied. Bad changes throw a RangeError: a number that is not finite.
 * Example: "Tariff +30 %" over $0.20 a kWh: `patch.flatTariffPerKwh.value` is 0.26. @see SPEC.md SN9
 */
export function applyPreset(entries: InputEntries, preset: Preset): AppliedPreset {
  const knownOf = knownNumbers(entries)
  const patch: Record<string, Figure> = {}
  const changes = preset.changes.map((change) => {
    const applied = applyChange(entries, change, knownOf)
    if (applied.to !== null && (applied.outcome === 'changed' || applied.outcome === 'clamped')) {
      const source = `what if “${preset.label}”, assumed by Idlewatt`
      patch[change.key] = assumed(applied.to, numberInputOf(change.key).unit, source)
    }
    return applied
  })
  return { entries: { ...entries, ...patch }, patch, changes }
}

/** The number in use of a key: given, assumed or estimated; null while it is open or a range. */
function knownNumbers(entries: InputEntries): (key: NumberKey) => number | null {
  const resolution = resolveInputs(entries)
  return (key) => {
    const given = numberOf(entries, key)
    if (given !== null || resolution.kind === 'refused') return given ?? numberInputOf(key).assumed
    return resolution.inputs.ranged.includes(key) ? null : resolution.inputs.numbers[key]
  }
}

function applyChange(
  entries: InputEntries,
  change: PresetChange,
  knownOf: (key: NumberKey) => number | null,
): AppliedChange {
  const { key, kind, value } = change
  if (!Number.isFinite(value)) throw new RangeError(`A change of ${key} by ${value} is no number.`)
  const left = (outcome: ChangeOutcome, from: number | null, words: string): AppliedChange => ({
    change,
    outcome,
    from,
    to: null,
    words,
  })
  if (!definitions.has(key)) return left('pending', null, `${key}: the engine does not compute this yet.`)
  const definition = numberInputOf(key)
  const { label, unit, low, high } = definition
  if (!applies(entries, key)) return left('does not apply', null, `${label}: does not apply here.`)
  const from = knownOf(key as NumberKey)
  if (from === null && kind !== 'set') return left('unknown', null, `${label}: unknown, so it stays so.`)
  const wanted = kind === 'set' ? value : kind === 'multiply' ? (from ?? 0) * value : (from ?? 0) + value
  const whole = definition.kind === 'integer' ? Math.round(wanted) : wanted
  const to = clamp(whole, low, high)
  const show = (number: number | null) => formatFigure(number, unit)
  const bound = to < whole ? 'at most' : 'at least'
  if (to === from) {
    const why = to === whole ? '' : `, since it is ${bound} ${show(to)}`
    return { change, outcome: 'same', from, to, words: `${label}: stays ${show(to)}${why}.` }
  }
  const words = `${label}: ${from === null ? '' : `${show(from)} to `}${show(to)}`
  if (to === whole) return { change, outcome: 'changed', from, to, words: `${words}.` }
  return {
    change,
    outcome: 'clamped',
    from,
    to,
    words: `${words}, the ${to < whole ? 'most' : 'least'} it can be.`,
  }
}
