/** Everything that a report of a scorecard says, for all its forms. @see SPEC.md RP1 */
import { type Checklists, type StandingCard, standingAnswer, standingCard } from '../standing.ts'
import { type Pillar, pillars, type PermissionSheetForm, type Role } from '../checklist.ts'
import { ageInDays, isShown } from '../certainty.ts'
import { trustByClass } from '../../figure.ts'
import { type Gate, gatesOf, greyedBy } from '../gates.ts'
import { flaggingAnswer, type PillarScore, type ScoredItem, scoredCard } from '../score.ts'
import type { Damage, KeptAttachment, Scorecard } from '../scorecard.ts'
import { type TripwireState, tripwireStates } from '../tripwires.ts'
import { type ToDo, toDoOf } from '../to-do.ts'
import { findOutNext, type ToFindOut } from '../value-of-information.ts'
import {
  type Aside,
  answersBehind,
  asideOf,
  type Evidence,
  evidenceOf,
  fileNameOf,
  type LeftOut,
  leftOutOf,
  type LinkOf,
} from './evidence.ts'

export type ReportItem = {
  readonly scored: ScoredItem
  /** Null without an answer. */
  readonly ageDays: number | null
  /** Of the entries that stand behind it. */
  readonly numbers: readonly number[]
  /** Of the "no" on which its red flag rests. */
  readonly flaggedBy: number | null
  /** Null: there is nothing left to find out. */
  readonly toFindOut: ToFindOut | null
  readonly fileName: string | null
}

export type Report = {
  readonly name: string
  readonly on: string
  readonly roles: readonly Role[]
  readonly card: StandingCard
  readonly pillars: readonly { readonly score: PillarScore; readonly greyedBy: Gate | null }[]
  readonly holdingGreyedBy: Gate | null
  readonly gates: readonly Gate[]
  readonly items: readonly ReportItem[]
  readonly toDo: ToDo
  readonly tripwires: readonly TripwireState[]
  readonly evidence: readonly Evidence[]
  readonly aside: readonly Aside[]
  readonly leftOut: LeftOut
  /** The newest intact entry of the card, whatever the report's day; null while there is none. */
  readonly head: { readonly number: number; readonly recordedAtUtcMs: number; readonly digest: string } | null
  readonly damage: readonly Damage[]
  readonly permissionSheet: PermissionSheetForm
}

export type ReportSources = {
  readonly card: Scorecard
  readonly checklists: Checklists
  readonly attachments: readonly KeptAttachment[]
  readonly permissionSheet: PermissionSheetForm
  /** Decides which address may be opened. */
  readonly linkOf: LinkOf
}

/**
 * A card on a day, for its roles: scores, gates, what to find out, every item, and what stands behind it.
 * Throws a RangeError for a malformed day. Nothing of it depends on when or where it is made.
 * Example: an empty card: three pillars from 0 to 100, and no evidence. @see SPEC.md RP1
 */
export function reportOf(sources: ReportSources, roles: readonly Role[], on: string): Report {
  const { card, checklists, attachments, permissionSheet, linkOf } = sources
  const { entries } = card
  const standing = standingCard(entries, checklists, on)
  const scored = scoredCard(standing, roles)
  const gates = gatesOf(standing, roles)
  const greyed = greyedBy(gates)
  const toFindOut = findOutNext(standing, scored)
  const newest = entries.at(-1)
  const nameBySha256 = new Map(attachments.map(({ sha256, fileName }) => [sha256, fileNameOf(fileName)]))
  return {
    name: card.body.name,
    on,
    roles,
    card: standing,
    pillars: pillars.map((pillar: Pillar) => ({ score: scored.pillars[pillar], greyedBy: greyed[pillar] })),
    holdingGreyedBy: greyed.holding,
    gates,
    items: scored.items.map((item) => ({
      scored: item,
      ageDays: item.answer === null ? null : ageInDays(item.answer.seenOn, on),
      numbers: answersBehind(standing, item.item.id).map(({ sequence }) => sequence),
      flaggedBy: item.isRedFlag ? (flaggingAnswer(standing, item.item)?.sequence ?? null) : null,
      toFindOut: toFindOut.find((next) => next.scored === item) ?? null,
      fileName: nameBySha256.get(item.answer?.fileSha256 ?? '') ?? null,
    })),
    toDo: toDoOf(standing, roles, toFindOut),
    tripwires: tripwireStates(standing),
    evidence: evidenceOf({ card: standing, entries, attachments, linkOf }),
    aside: asideOf(entries, on),
    leftOut: leftOutOf(entries, standing),
    head:
      newest === undefined || card.headDigest === null
        ? null
        : { number: newest.sequence, recordedAtUtcMs: newest.recordedAtUtcMs, digest: card.headDigest },
    damage: card.damage,
    permissionSheet,
  }
}

/** Items that nothing stands behind: nobody answered, the answer says unknown, its class has no trust, or nothing shows it. @see SPEC.md RP1 */
export function unknownItems({
  items,
}: Report): Readonly<Record<'unanswered' | 'unknown' | 'untrusted' | 'unshown', readonly ScoredItem[]>> {
  const scored = items.map((item) => item.scored)
  return {
    unanswered: scored.filter(({ state }) => state === 'unanswered'),
    unknown: scored.filter(
      ({ state, answer }) =>
        state === 'exemption-not-shown' || (state === 'answered' && answer?.value === 'unknown'),
    ),
    untrusted: scored.filter(
      ({ state, answer, certainty }) =>
        state === 'answered' && answer?.value !== 'unknown' && certainty === 0,
    ),
    unshown: scored.filter(
      ({ state, answer, certainty }) =>
        state === 'answered' &&
        answer !== null &&
        answer.value !== 'unknown' &&
        certainty > 0 &&
        trustByClass[answer.class] === 1 &&
        !isShown(answer),
    ),
  }
}

/** A circumstance with its answer; null while nobody answered. */
export function circumstancesOf({ card }: Report) {
  return card.circumstances.map((circumstance) => ({
    circumstance,
    answer: standingAnswer(card, circumstance.id),
  }))
}
