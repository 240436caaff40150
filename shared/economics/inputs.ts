/**
 * From what a person gave to what the engine computes with: check and resolve.
 */
import type { Figure, Unit } from '../figure.ts'
import type { InputEntry } from '../scenario.ts'
import type { InputDefinition, NumberInput } from './input-definition.ts'
import { inputTable } from './input-table.ts'
import type { ChoiceKey, ListKey, MonthsKey, NumberKey, WeekKey } from './input-table.ts'
import { listFault } from './lists.ts'
import { contradictions } from './contradictions.ts'

export type InputEntries = Readonly<Record<string, InputEntry>>

export type InputProblem = {
  readonly key: string
  readonly label: string
  readonly given: string
  readonly expected: string
  /** All of it in one sentence. */
  readonly message: string
}

export type Choices = Readonly<Record<ChoiceKey | WeekKey | MonthsKey | ListKey | 'startMonth', string>>

/** A figure that nobody gave and Idlewatt filled in, with whose idea it was. */
export type Assumption = {
  readonly key: NumberKey
  readonly label: string
  readonly value: number
  readonly unit: Unit
  readonly source: string
}

export type ResolvedInputs = {
  readonly choices: Choices
  readonly numbers: Readonly<Record<NumberKey, number | null>>
  readonly assumptions: readonly Assumption[]
  /** Terms taken as a range because nobody knows them; the numbers hold the bad end. */
  readonly ranged: readonly NumberKey[]
  /** What is not in the figures because it is unknown. */
  readonly leftOut: readonly NumberKey[]
  /** Price or rental utilization, where not given. */
  readonly asked: readonly NumberKey[]
}

export const definitions: ReadonlyMap<string, InputDefinition> = new Map(
  inputTable.map((definition) => [definition.key, definition]),
)

/**
 * The definition of one input. Example: `definitionOf('gpuCount').label` is `'GPUs'`.
 * Throws a RangeError naming an unknown key.
 */
export function definitionOf(key: string): InputDefinition {
  const definition = definitions.get(key)
  if (definition === undefined) throw new RangeError(`There is no input "${key}".`)
  return definition
}

/** The word of a choice, pattern or month: the given one, else the table's. Example: `wordOf({}, 'baseline')` is `'off'`. */
export function wordOf(entries: InputEntries, key: string): string | null {
  const entry = entries[key]
  if (typeof entry === 'string') return entry
  const { assumed } = definitionOf(key)
  return typeof assumed === 'string' ? assumed : null
}

/** A given number, null where none was given. Example: `numberOf({}, 'uptimeRatio')` is `null`, although 0.98 is assumed. */
export function numberOf(entries: InputEntries, key: NumberKey): number | null {
  const entry = entries[key]
  return entry === undefined || typeof entry === 'string' ? null : entry.value
}

/** Whether an input means anything with these choices. Example: `applies({}, 'pueRatio')` is `false`: cooling is none. */
export function applies(entries: InputEntries, key: string): boolean {
  return (definitionOf(key).appliesWhen ?? []).every((condition) => {
    const word = wordOf(entries, condition.key)
    return word !== null && condition.is.includes(word)
  })
}

/**
 * Refuses impossible inputs by name, with bounds and what was given; says nothing of missing ones.
 * Example: `checkInputs({ gpuCount: assumed(0, 'count') })[0].expected` is `'a whole number from 1 to 10000'`.
 * @see SPEC.md I2
 */
export function checkInputs(entries: InputEntries): readonly InputProblem[] {
  return Object.entries(entries).flatMap(([key, entry]) => {
    const definition = definitions.get(key)
    if (definition === undefined) {
      return [problem(key, key, shown(entry), 'an input of the table', 'there is no such input')]
    }
    const fault = faultOf(definition, entry)
    return fault === null ? [] : [problem(key, definition.label, shown(entry), fault, null)]
  })
}

/** What was expected where an entry does not fit, else null. */
function faultOf(definition: InputDefinition, entry: InputEntry): string | null {
  switch (definition.kind) {
    case 'number':
    case 'integer':
      return numberFault(definition, entry)
    case 'choice': {
      const words = definition.options.map((option) => option.value)
      return typeof entry === 'string' && words.includes(entry) ? null : `one of ${words.join(', ')}`
    }
    case 'week': {
      const letters = definition.letters.map((each) => each.letter).join('')
      const fits = typeof entry === 'string' && new RegExp(`^[${letters}]{168}$`).test(entry)
      return fits ? null : `168 letters of ${letters}, Monday 0 h to Sunday 23 h`
    }
    case 'months':
      return typeof entry === 'string' && /^[01]{12}$/.test(entry)
        ? null
        : '12 letters 0 or 1, January to December'
    case 'list':
      return typeof entry === 'string' ? listFault(definition, entry) : 'rows parted by ;'
    case 'month':
      return typeof entry === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(entry)
        ? null
        : 'a month as YYYY-MM'
  }
}

function numberFault(definition: NumberInput, entry: InputEntry): string | null {
  const { low, high, unit } = definition
  const kind = definition.kind === 'integer' ? 'a whole number' : 'a number'
  const expected = `${kind} from ${low} to ${high}`
  if (typeof entry === 'string') return expected
  if (entry.unit !== unit) return `the unit ${unit}, not ${entry.unit}`
  for (const value of [entry.value, entry.low, entry.high]) {
    if (value === null) continue
    if (!Number.isFinite(value) || value < low || value > high) return expected
    if (definition.kind === 'integer' && !Number.isInteger(value)) return expected
  }
  const ascending = [entry.low, entry.value, entry.high].filter((value) => value !== null)
  return ascending.every((value, i) => i === 0 || value >= ascending[i - 1]!) ? null : 'low <= value <= high'
}

function shown(entry: InputEntry): string {
  return typeof entry === 'string' ? `"${entry.slice(0, 60)}"` : String(entry.value)
}

/** A needed figure that nobody gave. */
function missing(key: string, expected: string): InputProblem {
  const { label } = definitionOf(key)
  return { key, label, given: 'nothing', expected, message: `${label} (${key}) is needed: ${expected}.` }
}

function problem(
  key: string,
  label: string,
  given: string,
  expected: string,
  why: string | null,
): InputProblem {
  const message = why ?? `expected ${expected}`
  return { key, label, given, expected, message: `${label} (${key}): ${message}; given was ${given}.` }
}

export type Resolution =
  | { readonly kind: 'resolved'; readonly inputs: ResolvedInputs }
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[] }

/**
 * Fills what was not given, by the policy of the input table, and says what it filled.
 * Inputs that do not apply are null. Unknown terms with a range take its bad end (prudent).
 * @see SPEC.md I1 to I5
 */
export function resolveInputs(entries: InputEntries): Resolution {
  const problems = [...checkInputs(entries)]
  const numbers = {} as Record<NumberKey, number | null>
  const words = {} as Record<string, string>
  const assumptions: Assumption[] = []
  const ranged: NumberKey[] = []
  const leftOut: NumberKey[] = []
  const asked: NumberKey[] = []
  if (problems.length > 0) return { kind: 'refused', problems }

  for (const definition of inputTable as readonly InputDefinition[]) {
    const { key } = definition
    if (definition.kind !== 'number' && definition.kind !== 'integer') {
      const word = wordOf(entries, key)
      if (word === null) problems.push(missing(key, 'a month as YYYY-MM'))
      else words[key] = definition.kind === 'list' && !applies(entries, key) ? '' : word
      continue
    }
    const number = key as NumberKey
    const given = applies(entries, key) ? ((entries[key] as Figure | undefined)?.value ?? null) : null
    numbers[number] = given
    if (given !== null || !applies(entries, key)) continue
    if (definition.assumed !== null) {
      numbers[number] = definition.assumed
      assumptions.push(
        assumption(definition, definition.assumed, definition.assumedSource ?? 'assumed by Idlewatt'),
      )
    } else if (definition.whenUnknown === 'range' && definition.range !== undefined) {
      numbers[number] = definition.range.bad
      ranged.push(number)
    } else if (definition.whenUnknown === 'asked') asked.push(number)
    else if (definition.whenUnknown === 'left out') {
      if (number !== 'resaleIn12MonthsUsdPerGpu' || wordOf(entries, 'resaleCurve') === '')
        leftOut.push(number)
    } else if (definition.whenUnknown === 'needed') {
      problems.push(missing(key, `a number from ${definition.low} to ${definition.high}`))
    }
  }

  if (problems.length > 0) return { kind: 'refused', problems }
  estimate(entries, numbers, assumptions, leftOut, problems)
  const choices = words as unknown as Choices
  for (const [key, given, expected] of contradictions(choices, numbers)) {
    problems.push(problem(key, definitionOf(key).label, given, expected, null))
  }
  if (problems.length > 0) return { kind: 'refused', problems }
  return { kind: 'resolved', inputs: { choices, numbers, assumptions, ranged, leftOut, asked } }
}

function assumption(definition: NumberInput, value: number, source: string): Assumption {
  return { key: definition.key as NumberKey, label: definition.label, value, unit: definition.unit, source }
}

/** The rating at which a load is 60 % of it, at least 50 W. Example: 390 W: 650 W. @see SPEC.md I4 */
export function ratedForWatts(directWatts: number): number {
  return Math.max(50, directWatts / 0.6)
}

/** Fills the inputs that follow from others. @see SPEC.md I4 */
function estimate(
  entries: InputEntries,
  numbers: Record<NumberKey, number | null>,
  assumptions: Assumption[],
  leftOut: NumberKey[],
  problems: InputProblem[],
): void {
  const fill = (key: NumberKey, value: number, source: string) => {
    numbers[key] = value
    assumptions.push(assumption(definitionOf(key) as NumberInput, value, source))
  }
  if (applies(entries, 'rentedBoardWatts')) {
    if (numbers.rentedBoardWatts === null && numbers.gpuBoardLimitWatts === null) {
      problems.push(missing('rentedBoardWatts', 'the watts while rented, or the board power limit'))
      return
    }
    if (numbers.rentedBoardWatts === null) {
      fill(
        'rentedBoardWatts',
        0.85 * (numbers.gpuBoardLimitWatts ?? 0),
        '85 % of the board limit, within 15 %, assumed by Idlewatt',
      )
    }
    const rentedWatts =
      (numbers.gpuCount ?? 0) * (numbers.rentedBoardWatts ?? 0) + (numbers.hostRentedWatts ?? 0)
    if (numbers.psuRatedWatts === null) {
      fill(
        'psuRatedWatts',
        ratedForWatts(rentedWatts),
        'rented load at 60 % of the rating, assumed by Idlewatt',
      )
    }
    if (numbers.psuEfficiencyAt10Ratio === null) {
      fill('psuEfficiencyAt10Ratio', numbers.psuEfficiencyAt20Ratio ?? 0, 'held from the 20 % point')
    }
  }
  if (numbers.replacementUsdPerGpu === null) {
    if (numbers.resaleTodayUsdPerGpu === null) leftOut.push('replacementUsdPerGpu')
    else fill('replacementUsdPerGpu', numbers.resaleTodayUsdPerGpu, 'the resale price today')
  }
}
