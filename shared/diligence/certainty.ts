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
export const leastTrust = 0.5

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
 * What an answer is worth: yes 1, partly 1/2, no 0; null where it says nothing. A yes that no own test, receipt or
 * on-chain record stands behind is at most partly. Example: yes by the project's own document: 1/2. @see SPEC.md DG7
 */
export function valueOf({ value, class: evidenceClass }: Pick<Answer, 'value' | 'class'>): number | null {
  if (value === 'yes') return trustByClass[evidenceClass] === 1 ? 1 : 0.5
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

/** Whether the circumstance that exempts an item is shown to hold. Example: no token, said by a claim: it is not. @see SPEC.md DG8 */
export function exemptionHolds(card: StandingCard, item: ChecklistItem): boolean {
  if (item.exemption === null) return false
  const { circumstanceId, holdsWhen } = item.exemption
  if (card.circumstances.every(({ id }) => id !== circumstanceId)) return false
  const answer = standingAnswer(card, circumstanceId)
  return answer !== null && answer.value === holdsWhen && isThirdPartyOrBetter(answer.class)
}

/** The last answer that said something else than "not applicable"; null without one. @see SPEC.md DG8 */
export function lastApplicableAnswer(card: StandingCard, itemId: string): Standing<Answer> | null {
  return card.answers.get(itemId)?.findLast(({ value }) => value !== 'not-applicable') ?? null
}
