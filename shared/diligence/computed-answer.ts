/**
 * Answers that the engine computes. One is only as certain as the least certain input that could turn it.
 * @see SPEC.md DG18
 */
import { applies, type InputEntries, resolveInputs } from '../economics/inputs.ts'
import { noSubsidy } from '../economics/prices.ts'
import { type EvidenceClass, trustByClass } from '../figure.ts'
import { poolProceedsUsd } from '../liquidity/constant-product.ts'
import { outcomesOf, unansweredReason, withNumbersTyped } from '../sensitivity/cases.ts'
import {
  capitalReason,
  classOfEvidence,
  evidenceKeys,
  listsInUse,
  missingCapital,
  movedInputs,
  unknownCapital,
} from './computed-ranges.ts'
import { inputsThatTurn } from './computed-turning.ts'
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

/**
 * Whether usage alone, with the token flat, is worth more than zero in a scenario (a of V1), and how sure that is:
 * decisive are the inputs that turn the sign alone, else the least trusted that turn it together, each at the end of
 * its range that speaks against the answer; the least trusted of them gives the class. Price or share without evidence,
 * lists, and a card of unknown value are decisive always. Unanswered, with the reason, where the scenario is refused,
 * has no price or rented share, or leaves the card's value half open.
 * Example: a typed rented share: an assumption, whatever the other inputs rest on. @see SPEC.md DG18
 */
export function computedNet(scenario: ComputedScenario): ComputedAnswer<'net'> {
  const entries = usageOnly(scenario.entries)
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused')
    return { kind: 'unanswered', reason: resolution.problems[0]?.message ?? 'The inputs are refused.' }
  const missing = missingCapital(resolution.inputs)
  const reason = unansweredReason(resolution.inputs) ?? capitalReason(resolution.inputs, missing)
  if (reason !== null) return { kind: 'unanswered', reason }
  const [base] = outcomesOf(entries, [{}], 'npv')
  if (base === undefined || base.kind === 'refused') return { kind: 'unanswered', reason: base?.reason ?? '' }
  const moved = movedInputs(entries, resolution.inputs)
  const always = [
    ...unknownCapital(missing),
    ...listsInUse(entries),
    ...moved.filter(({ key, trust }) => trust === 0 && evidenceKeys.has(key)),
  ]
  const turning = inputsThatTurn(moved, base.usd, always.length > 0, (cases) =>
    outcomesOf(entries, cases, 'npv').map((outcome) => (outcome.kind === 'value' ? outcome.usd : null)),
  )
  const decisive = [...new Set([...always, ...turning])].map(plain)
  return {
    kind: 'computed',
    value: base.usd > 0 ? 'yes' : 'no',
    class: leastTrusted(decisive.map((input) => input.class)),
    basis: {
      by: 'net',
      scenarioId: scenario.id,
      scenarioName: scenario.name,
      scenarioRevision: scenario.revision,
      usageOnlyUsd: base.usd,
      priceClass: classOfEvidence(scenario.entries, 'price'),
      utilizationClass: classOfEvidence(scenario.entries, 'share'),
      decisive,
    },
  }
}

const plain = ({ key, label, class: evidenceClass, low, high }: DecisiveInput): DecisiveInput => ({
  key,
  label,
  class: evidenceClass,
  low,
  high,
})

/** No subsidy, and a token whose price stays. */
function usageOnly(entries: InputEntries): InputEntries {
  const given = Object.keys(noSubsidy).filter((key) => entries[key] !== undefined)
  const without = Object.fromEntries(given.map((key) => [key, 0]))
  const flat = applies(entries, 'tokenYearlyChangeRatio') ? { tokenYearlyChangeRatio: 0 } : {}
  const { tokenPriceJumps: _, ...rest } = withNumbersTyped(entries, { ...without, ...flat })
  return rest
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
