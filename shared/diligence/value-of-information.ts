/**
 * What to find out next: which question would change a verdict, and which would narrow the ranges most.
 * @see SPEC.md DG15
 */
import { trustByClass } from '../figure.ts'
import { anything } from './certainty.ts'
import { type Pillar, pillars } from './checklist.ts'
import {
  type PillarScore,
  pillarScores,
  type ScoredCard,
  type ScoredItem,
  type Verdict,
  widthOf,
} from './score.ts'
import type { StandingCard } from './standing.ts'

export type ToFindOut = {
  readonly scored: ScoredItem
  /** Some outcome of an own test today would change the verdict of some pillar. */
  readonly isVerdictChanging: boolean
  /** Which verdicts, and to what: every one that some outcome leads to. */
  readonly verdictChanges: readonly { readonly pillar: Pillar; readonly to: Verdict }[]
  /** By how many points the ranges of the pillars get narrower together, at least. */
  readonly widthPoints: number
}

export const longestToDoList = 5

type Outcome = { readonly value: number; readonly isRedFlag: boolean }

/** What an own test made today could find: within what an own test or record left open, else anything. */
function outcomesOf({ interval, item, answer, state, isYesCutToPartly }: ScoredItem): readonly Outcome[] {
  const isTested =
    state === 'answered' && answer !== null && trustByClass[answer.class] === 1 && !isYesCutToPartly
  const { low, high } = isTested ? interval : anything
  return [
    ...(high >= 1 ? [{ value: 1, isRedFlag: false }] : []),
    ...(low <= 0.5 && high >= 0.5 ? [{ value: 0.5, isRedFlag: false }] : []),
    ...(low <= 0 ? [{ value: 0, isRedFlag: item.redFlag }] : []),
  ]
}

function tested(scored: ScoredItem, { value, isRedFlag }: Outcome): ScoredItem {
  return { ...scored, state: 'answered', certainty: 1, interval: { low: value, high: value }, isRedFlag }
}

/**
 * Every question that applies, the one most worth an own test first. The first five are the to-do list.
 * Example: of two unanswered items, a critical and a low one, the critical one first. @see SPEC.md DG15
 */
export function findOutNext(card: StandingCard, scoredCard: ScoredCard): readonly ToFindOut[] {
  const { items, pillars: before } = scoredCard
  return items
    .flatMap((scored, at) => (isToFindOut(scored, card.on) ? [worth(items, at, scored, before)] : []))
    .toSorted(
      (a, b) =>
        Number(b.isVerdictChanging) - Number(a.isVerdictChanging) ||
        comparable(b.widthPoints) - comparable(a.widthPoints) ||
        b.scored.weight - a.scored.weight,
    )
}

/** Equal but for rounding is equal. */
function comparable(points: number): number {
  return Math.round(points * 1e9)
}

function isToFindOut({ state, answer, certainty, isYesCutToPartly }: ScoredItem, on: string): boolean {
  if (state === 'not-applicable') return false
  if (state !== 'answered' || answer === null || certainty === 0 || isYesCutToPartly) return true
  return !(answer.class === 'own-measurement' && answer.seenOn >= on)
}

function worth(
  items: readonly ScoredItem[],
  at: number,
  scored: ScoredItem,
  before: Readonly<Record<Pillar, PillarScore>>,
): ToFindOut {
  const after = outcomesOf(scored).map((outcome) => pillarScores(items.with(at, tested(scored, outcome))))
  const narrowing = after.map((scores) =>
    pillars.reduce((points, pillar) => points + widthOf(before[pillar]) - widthOf(scores[pillar]), 0),
  )
  const verdictChanges = pillars.flatMap((pillar) =>
    [...new Set(after.map((scores) => scores[pillar].verdict))]
      .filter((to) => to !== before[pillar].verdict)
      .map((to) => ({ pillar, to })),
  )
  return {
    scored,
    isVerdictChanging: verdictChanges.length > 0,
    verdictChanges,
    widthPoints: Math.min(...narrowing),
  }
}
