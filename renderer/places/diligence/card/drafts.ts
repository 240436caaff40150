/** Answers being given, by card and item: going on to another row or another card loses none. */
import { create } from 'zustand'
import type { AnswerValue } from '../../../../shared/diligence/entry.ts'
import { useDiligencePlace } from '../store.ts'
import { type AnswerDraft, changedDraft, newDraft } from './draft.ts'

type Drafts = {
  readonly byItem: ReadonlyMap<string, AnswerDraft>
  /** On their way into the book. */
  readonly saving: ReadonlySet<string>
  /** What is missing in the draft of an item. */
  readonly problems: ReadonlyMap<string, string>
}

const none: Drafts = { byItem: new Map(), saving: new Set(), problems: new Map() }

const useAllDrafts = create<{ readonly byCard: ReadonlyMap<string, Drafts> }>()(() => ({ byCard: new Map() }))

export function draftsOf(cardId: string): Drafts {
  return useAllDrafts.getState().byCard.get(cardId) ?? none
}

/** Something of a card's drafts, followed. */
export function useDrafts<Part>(cardId: string, part: (drafts: Drafts) => Part): Part {
  return useAllDrafts(({ byCard }) => part(byCard.get(cardId) ?? none))
}

export function draftValue(cardId: string, itemId: string, value: AnswerValue): void {
  const { habit, localDay } = useDiligencePlace.getState()
  const draft = draftsOf(cardId).byItem.get(itemId)
  const next = draft === undefined ? newDraft(value, habit, localDay) : changedDraft(draft, { value })
  putDraft(cardId, itemId, next)
}

export function changeDraft(cardId: string, itemId: string, change: Partial<AnswerDraft>): void {
  const draft = draftsOf(cardId).byItem.get(itemId)
  if (draft !== undefined) putDraft(cardId, itemId, changedDraft(draft, change))
}

export function putDraft(cardId: string, itemId: string, draft: AnswerDraft): void {
  changeDrafts(cardId, ({ byItem, problems }) => ({
    byItem: new Map(byItem).set(itemId, draft),
    problems: without(problems, itemId),
  }))
}

export function dropDraft(cardId: string, itemId: string): void {
  changeDrafts(cardId, ({ byItem, problems }) => ({
    byItem: without(byItem, itemId),
    problems: without(problems, itemId),
  }))
}

export function setProblem(cardId: string, itemId: string, problem: string): void {
  changeDrafts(cardId, ({ problems }) => ({ problems: new Map(problems).set(itemId, problem) }))
}

export function setSaving(cardId: string, itemId: string, isSaving: boolean): void {
  changeDrafts(cardId, ({ saving }) => {
    const next = new Set(saving)
    if (isSaving) next.add(itemId)
    else next.delete(itemId)
    return { saving: next }
  })
}

function changeDrafts(cardId: string, change: (drafts: Drafts) => Partial<Drafts>): void {
  const drafts = draftsOf(cardId)
  useAllDrafts.setState(({ byCard }) => ({
    byCard: new Map(byCard).set(cardId, { ...drafts, ...change(drafts) }),
  }))
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
