/** Answers being given on the card that is open, by item: going on to another row loses none. */
import { create } from 'zustand'
import type { AnswerValue } from '../../../../shared/diligence/entry.ts'
import { useDiligencePlace } from '../store.ts'
import { type AnswerDraft, changedDraft, newDraft } from './draft.ts'

type Drafts = {
  readonly cardId: string | null
  readonly byItem: ReadonlyMap<string, AnswerDraft>
  /** On their way into the book. */
  readonly saving: ReadonlySet<string>
  /** What is missing in the draft of an item. */
  readonly problems: ReadonlyMap<string, string>
}

const none: Drafts = { cardId: null, byItem: new Map(), saving: new Set(), problems: new Map() }

export const useDrafts = create<Drafts>()(() => none)

/** Another card's drafts are not this one's. */
export function openDrafts(cardId: string): void {
  if (useDrafts.getState().cardId !== cardId) useDrafts.setState({ ...none, cardId })
}

export function draftValue(itemId: string, value: AnswerValue): void {
  const { habit, today } = useDiligencePlace.getState()
  const draft = useDrafts.getState().byItem.get(itemId)
  putDraft(itemId, draft === undefined ? newDraft(value, habit, today) : changedDraft(draft, { value }))
}

export function changeDraft(itemId: string, change: Partial<AnswerDraft>): void {
  const draft = useDrafts.getState().byItem.get(itemId)
  if (draft !== undefined) putDraft(itemId, changedDraft(draft, change))
}

export function putDraft(itemId: string, draft: AnswerDraft): void {
  useDrafts.setState(({ byItem, problems }) => ({
    byItem: new Map(byItem).set(itemId, draft),
    problems: without(problems, itemId),
  }))
}

export function dropDraft(itemId: string): void {
  useDrafts.setState(({ byItem, problems }) => ({
    byItem: without(byItem, itemId),
    problems: without(problems, itemId),
  }))
}

export function setProblem(itemId: string, problem: string): void {
  useDrafts.setState(({ problems }) => ({ problems: new Map(problems).set(itemId, problem) }))
}

export function setSaving(itemId: string, isSaving: boolean): void {
  useDrafts.setState(({ saving }) => {
    const next = new Set(saving)
    if (isSaving) next.add(itemId)
    else next.delete(itemId)
    return { saving: next }
  })
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
