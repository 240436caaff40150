/** The row that the keyboard is on, and where keys and kept answers lead from it. */
import type { KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { useDiligencePlace } from '../store.ts'
import { obeyAnswerKey, useKeepDraft } from './answering.ts'
import { draftsOf, dropDraft } from './drafts.ts'
import { answerOf, nextUnanswered, type QuestionRow } from './rows.ts'

export type Answering = {
  readonly focused: QuestionRow | null
  readonly goTo: (itemId: string) => void
  /** Keeps the draft of the row and goes on to the next without an answer. */
  readonly keep: (itemId: string) => void
  readonly onRowKey: (event: KeyboardEvent<HTMLTableElement>) => void
}

/** `columns` holds the table and the drawer. */
export function useAnswering(
  card: Scorecard,
  rows: readonly QuestionRow[],
  readOnly: string | null,
  columns: RefObject<HTMLElement | null>,
): Answering {
  const keepDraft = useKeepDraft(card)
  const focusedId = useDiligencePlace((place) => place.focusedItems[card.id])
  const focused =
    rows.find(({ id }) => id === focusedId) ?? rows.find((row) => answerOf(row) === null) ?? rows[0] ?? null

  const rowElement = (id: string) =>
    columns.current?.querySelector<HTMLElement>(`tr[data-item="${CSS.escape(id)}"]`) ?? null
  const goTo = (id: string) => {
    // What the filter hides is shown first.
    if (rowElement(id) === null) flushSync(() => useDiligencePlace.setState({ filter: 'all' }))
    rowElement(id)?.focus()
  }
  const intoDrawer = () => {
    // The fields of an answer that was begun this moment have to be there.
    flushSync(() => {})
    const drawer = columns.current?.querySelector<HTMLElement>('[data-drawer]')
    const field =
      drawer?.querySelector<HTMLElement>('[data-first]') ?? drawer?.querySelector<HTMLElement>('form button')
    ;(field ?? drawer)?.focus()
  }
  const keep = (id: string) => {
    if (keepDraft(id)) goTo(nextUnanswered(rows, id, draftsOf(card.id).saving) ?? id)
  }
  const onRowKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const { key, target } = event
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return
    const id = target.closest<HTMLElement>('tr[data-item]')?.dataset['item']
    const at = rows.findIndex((each) => each.id === id)
    const row = rows[at]
    if (row === undefined) return
    const move = moves[key]
    if (move !== undefined)
      goTo(rows[Math.min(rows.length - 1, Math.max(0, move(at, rows.length)))]?.id ?? row.id)
    else if (key === 'Enter' && draftsOf(card.id).byItem.has(row.id)) keep(row.id)
    else if (key === 'Enter' || key.toLowerCase() === 'e') intoDrawer()
    else if (key === 'Escape') dropDraft(card.id, row.id)
    else {
      const done = obeyAnswerKey(card.id, row, key, readOnly)
      if (done === null) return
      if (done === 'reason') intoDrawer()
    }
    event.preventDefault()
  }
  return { focused, goTo, keep, onRowKey }
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  j: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  k: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}
