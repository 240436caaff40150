/** What changed on a card between two days, and whether by new entries or only by getting older. @see SPEC.md DG17 */
import { type Pillar, pillars, type Role } from './checklist.ts'
import type { Answer, Entry } from './entry.ts'
import { type Gate, gatesOf } from './gates.ts'
import { scoredCard, type Verdict } from './score.ts'
import {
  type Checklists,
  standingAnswer,
  type Standing,
  type StandingCard,
  standingCard,
} from './standing.ts'
import { type TripwireState, tripwireStates } from './tripwires.ts'

/** In points; what ageing did and what entries did add up to the whole. */
export type EndChange = { readonly byAgeing: number; readonly byEntries: number }

export type PillarChange = {
  readonly pillar: Pillar
  readonly low: EndChange
  readonly high: EndChange
  readonly from: Verdict
  readonly to: Verdict
}

export type AnswerChange = {
  readonly itemId: string
  readonly from: Standing<Answer> | null
  readonly to: Standing<Answer> | null
}

export type CardChanges = {
  readonly pillars: readonly PillarChange[]
  readonly answers: readonly AnswerChange[]
  readonly gates: readonly { readonly from: Gate; readonly to: Gate }[]
  readonly tripwires: readonly {
    readonly from: TripwireState['state'] | null
    readonly to: TripwireState
  }[]
}

/**
 * From the end of one day to the end of a later one.
 * Example: nothing was entered for a half-life: all of the change is ageing. @see SPEC.md DG17
 */
export function changesBetween(
  entries: readonly Entry[],
  checklists: Checklists,
  roles: readonly Role[],
  fromDay: string,
  toDay: string,
): CardChanges {
  const from = standingCard(entries, checklists, fromDay)
  const to = standingCard(entries, checklists, toDay)
  const before = scoredCard(from, roles).pillars
  const aged = scoredCard({ ...from, on: toDay }, roles).pillars
  const after = scoredCard(to, roles).pillars
  const end = (pillar: Pillar, side: 'low' | 'high'): EndChange => ({
    byAgeing: aged[pillar][side] - before[pillar][side],
    byEntries: after[pillar][side] - aged[pillar][side],
  })
  const statesBefore = new Map(tripwireStates(from).map((state) => [state.tripwire.tripwireId, state.state]))
  const gatesAfter = gatesOf(to, roles)
  return {
    pillars: pillars.map((pillar) => ({
      pillar,
      low: end(pillar, 'low'),
      high: end(pillar, 'high'),
      from: before[pillar].verdict,
      to: after[pillar].verdict,
    })),
    answers: [...new Set([...askedOf(from), ...askedOf(to)])].flatMap((itemId) => {
      const [was, is] = [standingAnswer(from, itemId), standingAnswer(to, itemId)]
      return was?.sequence === is?.sequence ? [] : [{ itemId, from: was, to: is }]
    }),
    gates: gatesOf(from, roles).flatMap((gate, at) => {
      const now = gatesAfter[at]
      return now === undefined || now.state === gate.state ? [] : [{ from: gate, to: now }]
    }),
    tripwires: tripwireStates(to).flatMap((state) => {
      const was = statesBefore.get(state.tripwire.tripwireId) ?? null
      return was === state.state ? [] : [{ from: was, to: state }]
    }),
  }
}

function askedOf({ items, circumstances }: StandingCard): readonly string[] {
  return [...circumstances, ...items].map(({ id }) => id)
}
