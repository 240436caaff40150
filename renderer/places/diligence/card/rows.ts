/** The rows of a card in their groups: what it is, then the questions by part and topic. */
import type { ChecklistItem, Circumstance } from '../../../../shared/diligence/checklist.ts'
import type { Answer } from '../../../../shared/diligence/entry.ts'
import type { ScoredItem } from '../../../../shared/diligence/score.ts'
import type { DiligenceListing } from '../../../../shared/diligence/scorecard.ts'
import { standingAnswer, type Standing, type StandingCard } from '../../../../shared/diligence/standing.ts'
import { checklistsOf, type ScoredOn } from '../scored-today.ts'
import type { ItemFilter } from '../store.ts'
import { partLabels } from '../words.ts'
import { fadesSoon } from './ageing.ts'

export type QuestionRow =
  | { readonly kind: 'item'; readonly id: string; readonly question: string; readonly scored: ScoredItem }
  | {
      readonly kind: 'circumstance'
      readonly id: string
      readonly question: string
      readonly circumstance: Circumstance
      readonly answer: Standing<Answer> | null
    }

export type QuestionGroup = {
  readonly id: string
  /** "Service" */
  readonly part: string
  /** "Price and payment" */
  readonly topic: string
  readonly rows: readonly QuestionRow[]
}

export function answerOf(row: QuestionRow): Standing<Answer> | null {
  return row.kind === 'item' ? row.scored.answer : row.answer
}

/** All groups in the checklist's order; a group without a row left by the filter is out. */
export function questionGroups({ standing, scored }: ScoredOn, filter: ItemFilter): readonly QuestionGroup[] {
  const circumstances = standing.circumstances.map((circumstance): QuestionRow => ({
    kind: 'circumstance',
    id: circumstance.id,
    question: circumstance.question,
    circumstance,
    answer: standingAnswer(standing, circumstance.id),
  }))
  const groups = new Map<string, { part: string; topic: string; rows: QuestionRow[] }>([
    ['circumstances', { part: 'What it is', topic: 'decides which questions apply', rows: circumstances }],
  ])
  for (const item of scored.items) {
    const { part, topic, id, question } = item.item
    const key = `${part} ${topic}`
    const group = groups.get(key) ?? { part: partLabels[part], topic, rows: [] }
    group.rows.push({ kind: 'item', id, question, scored: item })
    groups.set(key, group)
  }
  return [...groups].flatMap(([id, { part, topic, rows }]) => {
    const left = rows.filter((row) => passes(row, filter, standing))
    return left.length === 0 ? [] : [{ id, part, topic, rows: left }]
  })
}

function passes(row: QuestionRow, filter: ItemFilter, { on }: StandingCard): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unanswered':
      return answerOf(row) === null
    case 'red flags':
      return row.kind === 'item' && (row.scored.item.redFlag || row.scored.isRedFlag)
    case 'ageing':
      return row.kind === 'item' && fadesSoon(row.scored, on)
  }
}

/** The next row after one that has no answer yet, from the top again after the last; null where all have one. */
export function nextUnanswered(
  rows: readonly QuestionRow[],
  afterId: string,
  taken: ReadonlySet<string>,
): string | null {
  const at = rows.findIndex(({ id }) => id === afterId)
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return inOrder.find((row) => answerOf(row) === null && !taken.has(row.id))?.id ?? null
}

export type NoLongerAsked = {
  readonly id: string
  /** As a checklist once put it; the id where none is at hand. */
  readonly question: string
  readonly answers: readonly Standing<Answer>[]
}

/** Answers to what the checklist in force does not ask: they stay readable, and count for nothing. */
export function noLongerAsked(standing: StandingCard, listing: DiligenceListing): readonly NoLongerAsked[] {
  const asked = new Set([...standing.items, ...standing.circumstances].map(({ id }) => id))
  const questions = new Map(
    Object.values(checklistsOf(listing)).flatMap(({ items, circumstances }) =>
      [...items, ...circumstances].map(({ id, question }) => [id, question] as const),
    ),
  )
  return [...standing.answers].flatMap(([id, answers]) =>
    asked.has(id) ? [] : [{ id, question: questions.get(id) ?? id, answers }],
  )
}

/** An id for an item of the person's own that no item and no answer of the card has. */
export function ownItemId(standing: StandingCard): string {
  const taken = new Set([...standing.items.map(({ id }) => id), ...standing.answers.keys()])
  let number = 1
  while (taken.has(`own-${number}`)) number += 1
  return `own-${number}`
}

/** Whether an item is the person's own and not the checklist's. */
export function isOwnItem(standing: StandingCard, item: ChecklistItem): boolean {
  return standing.checklist === null || standing.checklist.items.every(({ id }) => id !== item.id)
}
