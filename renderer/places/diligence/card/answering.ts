/** What a key does to the row that has the focus, and how a draft gets into the book. */
import { useCallback } from 'react'
import type { AnswerValue } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { tell } from '../../../frame/attempt.ts'
import { me } from '../fields/who.ts'
import { useDiligencePlace } from '../store.ts'
import { useAppend, useLocalDay } from '../use-diligence.ts'
import { evidenceKeys } from '../words.ts'
import { type AnswerDraft, draftAnswer } from './draft.ts'
import { changeDraft, draftsOf, draftValue, dropDraft, setProblem, setSaving } from './drafts.ts'
import type { QuestionRow } from './rows.ts'
import { daysAfter } from './ageing.ts'

const valueByKey: Readonly<Record<string, AnswerValue>> = {
  y: 'yes',
  p: 'partly',
  n: 'no',
  u: 'unknown',
  x: 'not-applicable',
}

/** Of a circumstance nothing is partly so, and it always applies. */
export function valuesOf(row: QuestionRow): readonly AnswerValue[] {
  return row.kind === 'circumstance'
    ? ['yes', 'no', 'unknown']
    : ['yes', 'partly', 'no', 'unknown', 'not-applicable']
}

export type KeyDone = 'value' | 'reason' | 'other' | null

/**
 * Y, P, N, U and X begin an answer; with one begun, 1 to 7 say what it rests on and D that it was seen yesterday.
 * Null where the key is none of these; "reason" where words have to follow.
 */
export function obeyAnswerKey(
  cardId: string,
  row: QuestionRow,
  key: string,
  readOnly: string | null,
): KeyDone {
  const value = valueByKey[key.toLowerCase()]
  const draft = draftsOf(cardId).byItem.get(row.id)
  if (value !== undefined && valuesOf(row).includes(value)) {
    if (readOnly !== null) {
      tell(readOnly)
      return 'other'
    }
    draftValue(cardId, row.id, value)
    return value === 'not-applicable' ? 'reason' : 'value'
  }
  if (draft === undefined) return null
  const evidence = /^[1-7]$/.test(key) ? evidenceKeys[Number(key) - 1] : undefined
  if (evidence !== undefined) {
    changeDraft(cardId, row.id, { class: evidence.class })
    return 'other'
  }
  if (key.toLowerCase() !== 'd') return null
  const { localDay: today } = useDiligencePlace.getState()
  changeDraft(cardId, row.id, { seenOn: draft.seenOn === today ? daysAfter(today, -1) : today })
  return 'other'
}

/** Keeps the draft of an item. False where something is missing, which is then said; true once it is on its way. */
export function useKeepDraft(card: Scorecard): (itemId: string) => boolean {
  const append = useAppend(card)
  const today = useLocalDay()
  return useCallback(
    (itemId) => {
      const { byItem, saving } = draftsOf(card.id)
      const draft = byItem.get(itemId)
      if (draft === undefined || saving.has(itemId)) return false
      const answer = draftAnswer(itemId, draft, today, me)
      if ('problem' in answer) {
        setProblem(card.id, itemId, answer.problem)
        return false
      }
      useDiligencePlace.setState({
        habit: {
          class: draft.class,
          link: draft.link.trim(),
          seenOn: draft.seenOn === today ? null : draft.seenOn,
        },
      })
      void keeping(card.id, itemId, draft, append('keep the answer', [answer.value]))
      return true
    },
    [append, card.id, today],
  )
}

/** The draft goes once it is kept; where it could not be, or was changed meanwhile, it stays. */
async function keeping(
  cardId: string,
  itemId: string,
  draft: AnswerDraft,
  appending: Promise<Scorecard | null>,
): Promise<void> {
  setSaving(cardId, itemId, true)
  const kept = await appending
  setSaving(cardId, itemId, false)
  if (kept !== null && draftsOf(cardId).byItem.get(itemId) === draft) dropDraft(cardId, itemId)
}
