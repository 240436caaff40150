/**
 * Between which ends the inputs of a computed answer are moved, and what carries no class at all.
 * @see SPEC.md DG18
 */
import type { InputDefinition, ListInput, NumberInput } from '../economics/input-definition.ts'
import { inputTable, type NumberKey } from '../economics/input-table.ts'
import {
  applies,
  definitionOf,
  type InputEntries,
  type ResolvedInputs,
  resolveInputs,
  wordOf,
} from '../economics/inputs.ts'
import { listRows } from '../economics/lists.ts'
import { noSubsidy } from '../economics/prices.ts'
import { type EvidenceClass, trustByClass } from '../figure.ts'
import { clamp } from '../math.ts'
import { endsOf } from '../sensitivity/ranges.ts'
import type { DecisiveInput } from './entry.ts'

export type MovedInput = DecisiveInput & { readonly key: NumberKey; readonly trust: number }

/** Nobody publishes them honestly: without evidence they may be anything. */
export const evidenceKeys: ReadonlySet<string> = new Set(['priceUsdPerGpuHour', 'rentalUtilizationRatio'])

/** What the person decides, and nobody could attest. */
export const decidedKeys: ReadonlySet<string> = new Set<NumberKey>([
  'gpuCount',
  'horizonMonths',
  'discountRatePerYear',
  'inflationPerYear',
  'payoutMonthDay',
  'saleEveryDays',
])

/** 0 means "never" here. */
const neverAtZero: ReadonlySet<string> = new Set<NumberKey>(['networkStopsAfterMonths'])

/** The part of an input's slider that stands for a cost that Idlewatt takes as zero. */
const partOfSliderForZero = 0.01

const table = inputTable as readonly InputDefinition[]

/** What nobody gave is an assumption of the table. Example: `classOf({}, 'uptimeRatio')` is `'assumption'`. @see SPEC.md DG18 */
export function classOf(entries: InputEntries, key: string): EvidenceClass {
  const entry = entries[key]
  return typeof entry === 'object' && entry.value !== null ? entry.class : 'assumption'
}

/** Lists that stand for the price, and for the rented share. */
const listsFor: Readonly<Record<'price' | 'share', readonly string[]>> = {
  price: ['priceJumps', 'contracts'],
  share: ['utilizationByMonth', 'contracts'],
}

/**
 * The class of the price or of the rented share: an assumption where a list, which carries no class, stands for a part
 * of it. Example: a price by receipt beside price jumps: an assumption. @see SPEC.md DG18
 */
export function classOfEvidence(entries: InputEntries, of: 'price' | 'share'): EvidenceClass {
  const isListed = listsFor[of].some((key) => (wordOf(entries, key) ?? '') !== '')
  return isListed
    ? 'assumption'
    : classOf(entries, of === 'price' ? 'priceUsdPerGpuHour' : 'rentalUtilizationRatio')
}

const capitalWords = {
  purchaseUsdPerGpu: 'what the card costs',
  resaleTodayUsdPerGpu: 'what the card sells for today',
  resaleIn12MonthsUsdPerGpu: 'what the card is worth at the end',
} as const satisfies Partial<Record<NumberKey, string>>
type CapitalKey = keyof typeof capitalWords

/**
 * Figures of the card's value that nobody gave. Example: a card to buy of which only the purchase is given: both resale
 * prices. @see SPEC.md DG18, K1
 */
export function missingCapital({ numbers, choices }: ResolvedInputs): readonly CapitalKey[] {
  return (Object.keys(capitalWords) as CapitalKey[]).filter((key) => {
    if (key === 'purchaseUsdPerGpu' && choices.ownership === 'owned') return false
    if (key === 'resaleIn12MonthsUsdPerGpu' && choices.resaleCurve !== '') return false
    return numbers[key] === null
  })
}

/**
 * Why there is no net while figures of the card's value are missing; null where the card is owned and nothing at all is
 * said of its value. Example: a card to buy without its resale in 12 months: "What the card is worth at the end is not
 * given (...)". @see SPEC.md DG18
 */
export function capitalReason(inputs: ResolvedInputs, missing: readonly CapitalKey[]): string | null {
  const { numbers, choices } = inputs
  const saysNothing =
    choices.ownership === 'owned' &&
    choices.resaleCurve === '' &&
    numbers.resaleTodayUsdPerGpu === null &&
    numbers.resaleIn12MonthsUsdPerGpu === null
  if (missing.length === 0 || saysNothing) return null
  const words = missing.map((key) => capitalWords[key]).join(', and ')
  const labels = missing.map((key) => definitionOf(key).label).join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} is not given (${labels}): without it the net would leave the card’s value out.`
}

/** What is missing may be anything. @see SPEC.md DG18 */
export const unknownCapital = (missing: readonly CapitalKey[]): readonly DecisiveInput[] =>
  missing.map((key) => {
    const { label, low, high } = definitionOf(key) as NumberInput
    return { key, label, class: 'assumption', low, high }
  })

/** Lists in use, from their lowest to their highest number: nobody stands behind them. @see SPEC.md DG18 */
export function listsInUse(entries: InputEntries): readonly DecisiveInput[] {
  return table.flatMap((definition) => {
    const { key, label } = definition
    const text = wordOf(entries, key) ?? ''
    if (definition.kind !== 'list' || text === '' || !applies(entries, key)) return []
    const numbers = listRows(text).flatMap((row) => row.filter((_, at) => isNumber(definition, at)))
    return [{ key, label, class: 'assumption', low: Math.min(...numbers), high: Math.max(...numbers) }]
  })
}

const isNumber = ({ columns }: ListInput, at: number) => columns[at]?.kind !== 'month'

/** Every number that could turn the answer, between its ends. @see SPEC.md DG18 */
export function movedInputs(
  entries: InputEntries,
  { numbers, ranged }: ResolvedInputs,
): readonly MovedInput[] {
  return table.flatMap((definition) => {
    if (definition.kind !== 'number' && definition.kind !== 'integer') return []
    const key = definition.key as NumberKey
    const isLeftOut = definition.whenUnknown === 'left out' && !(key in capitalWords)
    const value = numbers[key] ?? (isLeftOut ? 0 : null)
    if (value === null || !applies(entries, key) || key === 'tokenYearlyChangeRatio' || key in noSubsidy)
      return []
    const evidenceClass = classOf(entries, key)
    const trust = trustByClass[evidenceClass]
    const own = endsOf(definition, entries, value, ranged.includes(key))
    const { low, high } =
      trust > 0 || decidedKeys.has(key) ? own : untrustedEnds(definition, entries, value, own)
    return low === high ? [] : [{ key, label: definition.label, class: evidenceClass, trust, low, high }]
  })
}

type Range = { readonly low: number; readonly high: number }

/**
 * Nobody stands behind the value: beside its own ends it may be what Idlewatt takes while nothing is given, or, where
 * Idlewatt takes zero or nothing, from nothing to a stated figure.
 */
function untrustedEnds(definition: NumberInput, entries: InputEntries, value: number, own: Range): Range {
  const { key, range } = definition
  const { [key]: _, ...without } = entries
  const resolution = resolveInputs(without)
  const usual = resolution.kind === 'resolved' ? resolution.inputs.numbers[key as NumberKey] : null
  const ranges: Range[] = [{ low: value, high: value }, own]
  if (usual !== null) ranges.push(endsOf(definition, without, usual, range !== undefined))
  if (usual === null) ranges.push({ low: 0, high: topWithoutAssumption(definition) })
  else if (usual === 0 && !neverAtZero.has(key)) {
    const part = (definition.sliderHigh ?? definition.high) * partOfSliderForZero
    const top = definition.kind === 'integer' ? Math.max(1, Math.round(part)) : part
    ranges.push({ low: -top, high: top })
  }
  const within = (end: number) => clamp(end, definition.low, definition.high)
  return {
    low: within(Math.min(...ranges.map(({ low }) => low))),
    high: within(Math.max(...ranges.map(({ high }) => high))),
  }
}

const topWithoutAssumption = ({ key, high, sliderHigh }: NumberInput) =>
  evidenceKeys.has(key) ? high : (sliderHigh ?? high)
