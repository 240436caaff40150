/**
 * Why one network nets more than another on the same rig: the gap, parted without a remainder.
 * @see SPEC.md MK12 to MK14
 */
import { batchOf, column } from '../economics/batch.ts'
import { npvUsd } from '../economics/cash-flow.ts'
import type { NumberInput } from '../economics/input-definition.ts'
import type { NumberKey } from '../economics/input-table.ts'
import {
  definitionOf,
  type InputEntries,
  type ResolvedInputs,
  resolveInputs,
  wordOf,
} from '../economics/inputs.ts'
import { statementOf } from '../economics/statement.ts'
import { pmt } from '../finance/annuity.ts'
import { pow } from '../math.ts'
import { unansweredReason } from '../sensitivity/cases.ts'
import { formatFigure } from '../units.ts'
import type { UnknownPolicy } from './market-entries.ts'
import { differs, hybridOf } from './hybrid.ts'
import { type DifferenceGroup, differenceGroups } from './market-terms.ts'

/** A network's inputs on the rig, as `compareMarkets` gives them. */
export type DifferenceSide = { readonly name: string; readonly entries: InputEntries }

export type DifferencePart = {
  readonly group: DifferenceGroup
  readonly label: string
  /** What the second has more through these terms, per month of the horizon. */
  readonly usdPerMonth: number
}

export type Difference =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'explained'
      /** NPV as an even amount per month of the horizon, of the first and the second. */
      readonly firstUsdPerMonth: number
      readonly secondUsdPerMonth: number
      /** Second less first. */
      readonly gapUsdPerMonth: number
      /** In the order of the groups; they sum to the gap. */
      readonly parts: readonly DifferencePart[]
      /** The largest of them by amount; null where the terms make no difference. */
      readonly largest: DifferencePart | null
      readonly sentence: string
    }

/**
 * The gap between two networks by groups of terms: the Shapley value over all hybrids that take some groups from
 * the first and the others from the second. Parts sum to the gap; swapping the networks flips every sign.
 * Both must have a net. Example: networks that differ in their fee alone: the fees are the whole gap.
 * @see SPEC.md MK12, MK13
 */
export function differenceBetween(
  first: DifferenceSide,
  second: DifferenceSide,
  policy: UnknownPolicy,
): Difference {
  const steps = differenceSteps(first, second, policy)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** How many of the hybrids are evaluated: 128 at most. */
export type DifferenceProgress = { readonly done: number; readonly total: number }

/**
 * The same, one hybrid a step, for whoever has a page to keep moving. Example: networks that differ in two groups
 * take four steps. @see SPEC.md MK12, MK13
 */
export function* differenceSteps(
  first: DifferenceSide,
  second: DifferenceSide,
  policy: UnknownPolicy,
): Generator<DifferenceProgress, Difference> {
  const reason = faultOf(first) ?? faultOf(second)
  if (reason !== null) return { kind: 'refused', reason }
  const differing = differenceGroups.filter(({ id }) => differs(first.entries, second.entries, id))
  const total = 1 << differing.length
  const values: number[] = []
  for (let members = 0; members < total; members += 1) {
    const hybrid = hybridOf(first.entries, second.entries, (group) => {
      const at = differing.findIndex(({ id }) => id === group)
      return at !== -1 && (members & (1 << at)) !== 0
    })
    const value = monthlyValueUsd(hybrid, policy)
    if (typeof value === 'string') return { kind: 'refused', reason: value }
    values.push(value)
    yield { done: members + 1, total }
  }
  const shares = shapleyValues(values, differing.length)
  const parts = differenceGroups.map(({ id, label }) => ({
    group: id,
    label,
    usdPerMonth: shares[differing.findIndex((each) => each.id === id)] ?? 0,
  }))
  const [firstUsdPerMonth, secondUsdPerMonth] = [values[0]!, values.at(-1)!]
  const gapUsdPerMonth = secondUsdPerMonth - firstUsdPerMonth
  const largest = parts.reduce((most, part) =>
    Math.abs(part.usdPerMonth) > Math.abs(most.usdPerMonth) ? part : most,
  )
  const named = largest.usdPerMonth === 0 ? null : largest
  return {
    kind: 'explained',
    firstUsdPerMonth,
    secondUsdPerMonth,
    gapUsdPerMonth,
    parts,
    largest: named,
    sentence: `${sentenceOf(first.name, second.name, gapUsdPerMonth, named)}${basisWords(first, second)}`,
  }
}

/**
 * Shapley values of `players` from the worth of every coalition, indexed by the bits of its members:
 * `sum over S without i of |S|! (n - |S| - 1)! / n! x (v(S + i) - v(S))`. They sum to `v(all) - v(none)`.
 * Example: worths 0, 1, 2, 5 of two players: 2 and 3. @see SPEC.md MK13
 */
export function shapleyValues(worths: readonly number[], players: number): readonly number[] {
  const weights = coalitionWeights(players)
  return Array.from({ length: players }, (_, player) => {
    let value = 0
    for (let members = 0; members < 1 << players; members += 1) {
      if ((members & (1 << player)) !== 0) continue
      value += weights[sizeOf(members)]! * (worths[members | (1 << player)]! - worths[members]!)
    }
    return value
  })
}

/** By the size of the coalition: `1 / (n x C(n - 1, size))`. */
function coalitionWeights(players: number): readonly number[] {
  let combinations = 1
  return Array.from({ length: players }, (_, size) => {
    if (size > 0) combinations = (combinations * (players - size)) / size
    return 1 / (players * combinations)
  })
}

function sizeOf(members: number): number {
  let size = 0
  for (let rest = members; rest !== 0; rest &= rest - 1) size += 1
  return size
}

/** NPV as an even amount per month of the horizon, or why there is none. @see SPEC.md MK12 */
export function monthlyValueUsd(entries: InputEntries, policy: UnknownPolicy): number | string {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return resolution.problems[0]?.message ?? 'It is refused.'
  const { inputs } = resolution
  const reason = unansweredReason(inputs)
  if (reason !== null) return reason
  const statement = statementOf(batchOf(inputs, 2, atBothEnds(inputs)))
  if (statement.wall.overloadRatio[0]! > 1) return 'The power supply would be overloaded.'
  const [atBad, atGood] = npvUsd(statement, true)
  const npv = policy === 'typical' ? (atBad! + atGood!) / 2 : policy === 'leave out' ? atGood! : atBad!
  const months = column(statement.batch, 'horizonMonths')[0]!
  const monthlyRate = pow(1 + column(statement.batch, 'discountRatePerYear')[0]!, 1 / 12) - 1
  return pmt(monthlyRate, months, -npv)
}

/** Unknown terms at their bad end, and at their good one. */
function atBothEnds({ ranged, numbers }: ResolvedInputs): Partial<Record<NumberKey, Float64Array>> {
  return Object.fromEntries(
    ranged.map((key) => {
      const { good } = (definitionOf(key) as NumberInput).range!
      return [key, Float64Array.of(numbers[key]!, good)]
    }),
  )
}

function faultOf({ name, entries }: DifferenceSide): string | null {
  const value = monthlyValueUsd(entries, 'pessimistic')
  return typeof value === 'string' ? `${name}: ${value}` : null
}

function dollars(amount: number): string {
  return formatFigure(Math.abs(amount), 'usd', Math.abs(amount) >= 10 ? 0 : 2)
}

/** Prices of two kinds are not the same price: the platform's fee lies between them. */
function basisWords(first: DifferenceSide, second: DifferenceSide): string {
  const [one, other] = [first, second].map(({ entries }) => wordOf(entries, 'priceBasis'))
  if (one === other) return ''
  const of = ({ name }: DifferenceSide, basis: string | undefined | null) =>
    `${name}’s is what ${basis === 'host receives' ? 'the host receives' : 'the buyer pays'}`
  return ` Their prices are of two kinds: ${of(first, one)}, ${of(second, other)}.`
}

function sentenceOf(first: string, second: string, gap: number, largest: DifferencePart | null): string {
  if (largest === null) return `${first} and ${second} come to the same on this rig.`
  const [better, worse] = gap >= 0 ? [second, first] : [first, second]
  const forBetter = gap >= 0 ? largest.usdPerMonth : -largest.usdPerMonth
  const label = largest.label.toLowerCase()
  const more = `${better} is worth ${dollars(gap)} a month more than ${worse}`
  if (forBetter < 0)
    return `${more}, although the largest part, ${label}, speaks for ${worse}: ${dollars(forBetter)}.`
  if (forBetter <= Math.abs(gap))
    return `${more}, the largest part of it through ${label}: ${dollars(forBetter)}.`
  return `${more}: ${label} alone gives it ${dollars(forBetter)}, all else takes ${dollars(forBetter - Math.abs(gap))} back.`
}
