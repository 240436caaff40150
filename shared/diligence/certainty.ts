/**
 * How much an answer narrows what is possible: by who says so, and how long ago it was seen.
 * @see SPEC.md DG7, DG8
 */
import { dayNumber } from '../calendar.ts'
import { type EvidenceClass, trustByClass } from '../figure.ts'
import { pow } from '../math.ts'
import type { ChecklistItem } from './checklist.ts'
import type { Answer } from './entry.ts'
import { standingAnswer, type Standing, type StandingCard } from './standing.ts'

/** Between 0 (no) and 1 (yes). */
export type Interval = { readonly low: number; readonly high: number }

/** From nothing to everything. */
export const anything: Interval = { low: 0, high: 1 }

/** Somebody else than the seller, at least. */
const leastTrust = 0.5

/**
 * Whether a class is a third party's or better. Example: a claim is not.
 * @see SPEC.md DG8, DG9, DG12
 */
export function isThirdPartyOrBetter(evidenceClass: EvidenceClass): boolean {
  return trustByClass[evidenceClass] >= leastTrust
}

/** Days from the day something was seen to a day; 0 where it was seen later. Example: from 2026-11-01 to 2026-11-21: 20. @see SPEC.md DG7 */
export function ageInDays(seenOn: string, on: string): number {
  return Math.max(0, dayNumber(on) - dayNumber(seenOn))
}

/**
 * `trust x 0.5^(age / half-life)`, 0 to 1. Example: a third party's word (0.5) after one half-life: 0.25.
 * @see SPEC.md DG7
 */
export function certaintyOf(
  answer: Pick<Answer, 'class' | 'seenOn'>,
  halfLifeDays: number,
  on: string,
): number {
  return trustByClass[answer.class] * pow(0.5, ageInDays(answer.seenOn, on) / halfLifeDays)
}

/**
 * Whether an answer brings what shows it: an own test its words, a file or a link, an own receipt a file or a link, an
 * on-chain record a link; what the engine computed shows itself. What others say shows nothing.
 * Example: "own receipt" and nothing else: not shown. @see SPEC.md DG7
 */
export function isShown(answer: Shown): boolean {
  if (answer.computed !== null) return true
  const isFiled = answer.fileSha256 !== null
  const isLinked = answer.link !== null && answer.link.trim() !== ''
  if (answer.class === 'own-measurement') return isFiled || isLinked || answer.text.trim() !== ''
  if (answer.class === 'own-receipt') return isFiled || isLinked
  return answer.class === 'on-chain-record' && isLinked
}

type Shown = Pick<Answer, 'class' | 'text' | 'link' | 'fileSha256' | 'computed'>

/**
 * What an answer is worth: yes 1, partly 1/2, no 0; null where it says nothing. A yes counts in full where an own test,
 * own receipt or on-chain record is shown; else it is partly. Example: yes by the project's own document: 1/2.
 * @see SPEC.md DG7
 */
export function valueOf(answer: Shown & Pick<Answer, 'value'>): number | null {
  const { value } = answer
  if (value === 'yes') return trustByClass[answer.class] === 1 && isShown(answer) ? 1 : 0.5
  if (value === 'partly') return 0.5
  return value === 'no' ? 0 : null
}

/**
 * `[v c, v c + 1 - c]`; an answer that says nothing leaves everything possible.
 * Example: no by a third party, fresh: from 0 to 0.5. @see SPEC.md DG7
 */
export function intervalOf(answer: Answer, halfLifeDays: number, on: string): Interval {
  const value = valueOf(answer)
  if (value === null) return anything
  const certainty = certaintyOf(answer, halfLifeDays, on)
  const low = value * certainty
  // Not low + 1 - certainty: a yes would end a rounding error below 1, where no outcome is left.
  return { low, high: 1 - (1 - value) * certainty }
}

/**
 * The answer by which the circumstance that exempts an item is shown; null where it is not.
 * Example: no token, said by a claim: null. @see SPEC.md DG8
 */
export function exemptingAnswer(card: StandingCard, item: ChecklistItem): Standing<Answer> | null {
  if (item.exemption === null) return null
  const { circumstanceId, holdsWhen } = item.exemption
  if (card.circumstances.every(({ id }) => id !== circumstanceId)) return null
  const answer = standingAnswer(card, circumstanceId)
  return answer !== null && answer.value === holdsWhen && isThirdPartyOrBetter(answer.class) ? answer : null
}

/** The last answer that said something else than "not applicable"; null without one. @see SPEC.md DG8 */
export function lastApplicableAnswer(card: StandingCard, itemId: string): Standing<Answer> | null {
  return card.answers.get(itemId)?.findLast(({ value }) => value !== 'not-applicable') ?? null
}
