/** What the place remembers while the app is open. */
import { create } from 'zustand'
import type { Role } from '../../../shared/diligence/checklist.ts'
import type { EvidenceClass } from '../../../shared/figure.ts'
import type { DiligenceListing } from '../../../shared/diligence/scorecard.ts'

/** What is read of the book: nothing yet, all of it, or why not. */
export type Reading =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open'; readonly listing: DiligenceListing }

export type MatrixOrder = 'name' | 'service' | 'economics' | 'token' | 'age'
export type ItemFilter = 'all' | 'unanswered' | 'red flags' | 'ageing'

/** What the last answer rested on: the next one begins with it. */
export type AnswerHabit = {
  readonly class: EvidenceClass | null
  readonly link: string
  /** Null: the local day. */
  readonly seenOn: string | null
}

type DiligencePlace = {
  readonly reading: Reading
  /** The day in UTC on which everything here is reckoned. */
  readonly today: string
  /** The day where the person is: days are typed as the calendar on their wall has them. */
  readonly localDay: string
  /** Chosen here; null: as the settings' role has it. */
  readonly chosenRoles: readonly Role[] | null
  readonly sorting: { readonly by: MatrixOrder; readonly descending: boolean }
  /** By which new cards are asked; null: by the checklist that ships. */
  readonly beginWith: string | null
  /** The row of the matrix that the keyboard is on. */
  readonly focusedRow: string | null
  readonly filter: ItemFilter
  /** Per card the item that the keyboard is on. */
  readonly focusedItems: Readonly<Record<string, string>>
  readonly habit: AnswerHabit
}

export const useDiligencePlace = create<DiligencePlace>()(() => ({
  reading: { kind: 'opening' },
  today: '1970-01-01',
  localDay: '1970-01-01',
  chosenRoles: null,
  sorting: { by: 'name', descending: false },
  beginWith: null,
  focusedRow: null,
  filter: 'all',
  focusedItems: {},
  habit: { class: null, link: '', seenOn: null },
}))

/** A second press on the same heading turns the order round. */
export function sortMatrixBy(by: MatrixOrder, firstDescending: boolean): void {
  const { sorting } = useDiligencePlace.getState()
  const descending = sorting.by === by ? !sorting.descending : firstDescending
  useDiligencePlace.setState({ sorting: { by, descending } })
}

/** Takes a role into view or out of it: one at least, two at most; of three the one taken first goes. */
export function toggleRole(roles: readonly Role[], role: Role): void {
  if (roles.includes(role)) {
    const rest = roles.filter((each) => each !== role)
    if (rest.length > 0) useDiligencePlace.setState({ chosenRoles: rest })
  } else useDiligencePlace.setState({ chosenRoles: [...roles, role].slice(-2) })
}

export function focusItem(cardId: string, itemId: string): void {
  useDiligencePlace.setState(({ focusedItems }) => ({ focusedItems: { ...focusedItems, [cardId]: itemId } }))
}
