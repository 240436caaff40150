/**
 * Answers that the engine computes. One is only as certain as the least certain input that could turn it.
 * @see SPEC.md DG18
 */
import { definitionOf, type InputEntries, applies, resolveInputs } from '../economics/inputs.ts'
import type { InputDefinition } from '../economics/input-definition.ts'
import { inputTable, type NumberKey } from '../economics/input-table.ts'
import { noSubsidy } from '../economics/prices.ts'
import { type EvidenceClass, trustByClass } from '../figure.ts'
import { poolProceedsUsd } from '../liquidity/constant-product.ts'
import { type Case, outcomesOf, unansweredReason, withNumbersTyped } from '../sensitivity/cases.ts'
import { endsOf } from '../sensitivity/ranges.ts'
import type { AnswerValue, ComputedBasis, DecisiveInput } from './entry.ts'

export type ComputedAnswer<By extends ComputedBasis['by']> =
  | { readonly kind: 'unanswered'; readonly reason: string }
  | {
      readonly kind: 'computed'
      readonly value: Extract<AnswerValue, 'yes' | 'no'>
      readonly class: EvidenceClass
      readonly basis: Extract<ComputedBasis, { by: By }>
    }

export type ComputedScenario = {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly entries: InputEntries
}

/** Nobody publishes them honestly: without evidence they may be anything. */
const evidenceKeys: ReadonlySet<NumberKey> = new Set(['priceUsdPerGpuHour', 'rentalUtilizationRatio'])

/**
 * Whether usage alone, with the token flat, is worth more than zero in a scenario (a of V1), and how sure that is:
 * every input is moved alone between its ends; those that turn the sign are decisive, and the least trusted of them
 * gives the class. Unanswered, with the reason, where the scenario is refused or has no price or rented share.
 * Example: a typed rented share: an assumption, whatever the other inputs rest on. @see SPEC.md DG18
 */
export function computedNet(scenario: ComputedScenario): ComputedAnswer<'net'> {
  const entries = usageOnly(scenario.entries)
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused')
    return { kind: 'unanswered', reason: resolution.problems[0]?.message ?? 'The inputs are refused.' }
  const reason = unansweredReason(resolution.inputs)
  if (reason !== null) return { kind: 'unanswered', reason }
  const moved = movedInputs(entries, resolution.inputs)
  const cases: Case[] = [{}, ...moved.flatMap(({ key, low, high }) => [{ [key]: low }, { [key]: high }])]
  const [base, ...outcomes] = outcomesOf(entries, cases, 'npv')
  if (base === undefined || base.kind === 'refused') return { kind: 'unanswered', reason: base?.reason ?? '' }
  const isAbove = base.usd > 0
  const turns = (outcome: (typeof outcomes)[number] | undefined) =>
    outcome?.kind === 'value' && outcome.usd > 0 !== isAbove
  const decisive = moved.filter((_, at) => turns(outcomes[2 * at]) || turns(outcomes[2 * at + 1]))
  return {
    kind: 'computed',
    value: isAbove ? 'yes' : 'no',
    class: leastTrusted(decisive.map((input) => input.class)),
    basis: {
      by: 'net',
      scenarioId: scenario.id,
      scenarioName: scenario.name,
      scenarioRevision: scenario.revision,
      usageOnlyUsd: base.usd,
      priceClass: classOf(scenario.entries, 'priceUsdPerGpuHour'),
      utilizationClass: classOf(scenario.entries, 'rentalUtilizationRatio'),
      decisive,
    },
  }
}

/** No subsidy, and a token whose price stays. */
function usageOnly(entries: InputEntries): InputEntries {
  const given = Object.keys(noSubsidy).filter((key) => entries[key] !== undefined)
  const without = Object.fromEntries(given.map((key) => [key, 0]))
  const flat = applies(entries, 'tokenYearlyChangeRatio') ? { tokenYearlyChangeRatio: 0 } : {}
  const { tokenPriceJumps: _, ...rest } = withNumbersTyped(entries, { ...without, ...flat })
  return rest
}

type Resolved = Extract<ReturnType<typeof resolveInputs>, { kind: 'resolved' }>['inputs']

function movedInputs(
  entries: InputEntries,
  { numbers, ranged }: Resolved,
): readonly (DecisiveInput & { readonly key: NumberKey })[] {
  return (inputTable as readonly InputDefinition[]).flatMap((definition) => {
    if (definition.kind !== 'number' && definition.kind !== 'integer') return []
    const key = definition.key as NumberKey
    const value = numbers[key]
    if (value === null || !applies(entries, key) || key === 'tokenYearlyChangeRatio' || key in noSubsidy)
      return []
    const evidenceClass = classOf(entries, key)
    const { low, high } =
      evidenceKeys.has(key) && trustByClass[evidenceClass] === 0
        ? { low: 0, high: definition.high }
        : endsOf(definition, entries, value, ranged.includes(key))
    return low === high ? [] : [{ key, label: definitionOf(key).label, class: evidenceClass, low, high }]
  })
}

/** What nobody gave is an assumption of the table. */
function classOf(entries: InputEntries, key: string): EvidenceClass {
  const entry = entries[key]
  return typeof entry === 'object' ? entry.class : 'assumption'
}

/** Nothing could turn it: as sure as a computation is. */
function leastTrusted(classes: readonly EvidenceClass[]): EvidenceClass {
  const [first] = classes.toSorted((a, b) => trustByClass[a] - trustByClass[b])
  return first ?? 'own-measurement'
}

export type OwnExit = {
  readonly sizeUsd: number
  /** What the pool holds on the side that one would get. */
  readonly depthUsd: number
  readonly depthClass: EvidenceClass
  readonly poolFeeRatio: number
  readonly slippageLimitRatio: number
}

/**
 * What one sale of one's whole size into a pool loses against the price before it, fee included: 0 to 1.
 * Throws a RangeError where the size is not above zero. Example: $1,000 into $100,000 at no fee: 0.0099. @see SPEC.md DG18, Q2
 */
export function exitSlippageRatio({
  sizeUsd,
  depthUsd,
  poolFeeRatio,
}: Pick<OwnExit, 'sizeUsd' | 'depthUsd' | 'poolFeeRatio'>): number {
  if (!(sizeUsd > 0)) throw new RangeError(`the size to sell must be above 0, but is ${sizeUsd}`)
  return 1 - poolProceedsUsd(sizeUsd * (1 - poolFeeRatio), depthUsd) / sizeUsd
}

/** Whether the own size sells within the limit. Example: 0.99 % at a limit of 1 %: yes. @see SPEC.md DG18 */
export function computedExit(exit: OwnExit): ComputedAnswer<'exit'> {
  if (!(exit.sizeUsd > 0)) return { kind: 'unanswered', reason: 'The size to sell is not above zero.' }
  const slippageRatio = exitSlippageRatio(exit)
  return {
    kind: 'computed',
    value: slippageRatio <= exit.slippageLimitRatio ? 'yes' : 'no',
    class: exit.depthClass,
    basis: { by: 'exit', ...exit, slippageRatio },
  }
}
