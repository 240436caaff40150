/** What the place remembers while the app is open. */
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { UnknownPolicy } from '../../../shared/markets/market-entries.ts'
import type { BookStore } from '../../book.ts'
import { attempt, tell } from '../../frame/attempt.ts'
import { useFrame } from '../../frame/frame-store.ts'
import { type ColumnId, usualColumns } from './compare/columns.ts'

export type Sorting = { readonly by: ColumnId; readonly descending: boolean }

type NetworksPlace = {
  /** Chosen here while nothing can be saved; else the settings know. */
  readonly scenarioId: string | null
  readonly policy: UnknownPolicy
  readonly preferredCurrency: 'cash' | 'token'
  readonly sorting: Sorting
  readonly shownColumns: readonly ColumnId[]
  /** In the order in which they were taken: the first is what the others are held against. */
  readonly selected: readonly string[]
  /** Which of them is held against the first: the one taken last, until another is chosen. */
  readonly againstId: string | null
  /** The row that the keyboard is on. */
  readonly focusedId: string | null
  readonly look: 'difference' | 'price'
  /** Null: as Idlewatt assumes. */
  readonly elasticity: number | null
  readonly ownSupplyShareRatio: number | null
}

export const mostSelected = 4

/** What is held side by side outlives a reload of this tab; the rest begins anew. */
export const useNetworks = create<NetworksPlace>()(
  persist(
    (): NetworksPlace => ({
      scenarioId: null,
      policy: 'pessimistic',
      preferredCurrency: 'cash',
      sorting: { by: 'rank', descending: false },
      shownColumns: usualColumns,
      selected: [],
      againstId: null,
      focusedId: null,
      look: 'difference',
      elasticity: null,
      ownSupplyShareRatio: null,
    }),
    {
      name: 'idlewatt-networks',
      storage: createJSONStorage(() => window.sessionStorage),
      partialize: ({ selected, againstId }) => ({ selected, againstId }),
    },
  ),
)

/** Takes a network into the comparison, or out of it. */
export function toggleSelected(id: string): void {
  const { selected } = useNetworks.getState()
  if (selected.includes(id)) useNetworks.setState({ selected: selected.filter((each) => each !== id) })
  else if (selected.length < mostSelected)
    useNetworks.setState({ selected: [...selected, id], againstId: id })
  else tell(`${mostSelected} networks at most stand side by side: take one out first.`)
}

export function clearSelected(): void {
  useNetworks.setState({ selected: [] })
}

/** A second press on the same heading turns the order round. */
export function sortBy(by: ColumnId, firstDescending: boolean): void {
  const { sorting } = useNetworks.getState()
  const descending = sorting.by === by ? !sorting.descending : firstDescending
  useNetworks.setState({ sorting: { by, descending } })
}

export function toggleColumn(id: ColumnId): void {
  const { shownColumns } = useNetworks.getState()
  useNetworks.setState({
    shownColumns: shownColumns.includes(id)
      ? shownColumns.filter((each) => each !== id)
      : [...shownColumns, id],
  })
}

/** The scenario that is open here is the one that is open on Earnings. */
export function openScenario(store: BookStore, id: string): void {
  useNetworks.setState({ scenarioId: id })
  useFrame.setState(({ remembered }) => ({
    remembered: { ...remembered, earnings: { detail: id, scrollTop: 0 } },
  }))
  if (store.getState().about.readOnlyReason === null)
    void attempt('remember the open scenario', () => store.getState().writeSettings({ openScenarioId: id }))
}
