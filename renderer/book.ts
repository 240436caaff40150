/** The page's picture of what the backend keeps: settings, rigs, scenarios, networks, catalogue, what undo would do. */
import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { About, Undoable } from '../shared/api.ts'
import type { Catalogue } from '../shared/catalogue.ts'
import type { MarketListing } from '../shared/markets/market-book.ts'
import type { Rig, RigBody, Scenario, ScenarioBody, Settings } from '../shared/scenario.ts'
import type { Client } from './client.ts'
import { followStream, pauseOnTimer } from './stream.ts'

type Kept = {
  readonly about: About
  readonly settings: Settings
  readonly catalogue: Catalogue
  readonly rigs: readonly Rig[]
  readonly scenarios: readonly Scenario[]
  readonly undoable: Undoable
} & MarketListing

type Actions = {
  readonly refresh: () => Promise<void>
  /** `replacing` null makes a new one. */
  readonly saveRig: (replacing: Rig | null, body: RigBody) => Promise<Rig>
  readonly removeRig: (rig: Rig) => Promise<void>
  readonly saveScenario: (replacing: Scenario | null, body: ScenarioBody) => Promise<Scenario>
  readonly duplicateScenario: (scenario: Scenario) => Promise<Scenario>
  readonly removeScenario: (scenario: Scenario) => Promise<void>
  readonly writeSettings: (change: Partial<Settings>) => Promise<void>
  /** What was undone or redone, in words; null when there was nothing to do. */
  readonly undo: () => Promise<string | null>
  readonly redo: () => Promise<string | null>
}

export type Book = Kept & Actions & { readonly client: Client }
export type BookStore = StoreApi<Book>

export async function openBook(client: Client): Promise<BookStore> {
  const [about, catalogue, changing] = await Promise.all([client.about(), client.catalogue(), read(client)])
  return createStore<Book>()((set, get) => {
    const refresh = async () => set(await read(client))
    const thenRefresh = async <T>(change: Promise<T>): Promise<T> => {
      const result = await change
      await refresh()
      return result
    }
    return {
      client,
      about,
      catalogue,
      ...changing,
      refresh,
      saveRig: (replacing, body) =>
        thenRefresh(client.rig.save({ ...draft(replacing), body: editable(body) })),
      removeRig: async ({ id, revision }) => {
        await thenRefresh(client.rig.remove({ id, revision }))
      },
      saveScenario: (replacing, body) =>
        thenRefresh(client.scenario.save({ ...draft(replacing), body: editable(body) })),
      duplicateScenario: ({ id }) => thenRefresh(client.scenario.duplicate({ id })),
      removeScenario: async ({ id, revision }) => {
        await thenRefresh(client.scenario.remove({ id, revision }))
      },
      writeSettings: async (change) => {
        await thenRefresh(client.settings.write({ ...get().settings, ...change }))
      },
      undo: async () => {
        if ((await client.journal.state()).undo === null) return null
        // What redo would now do is what was undone.
        return (await thenRefresh(client.journal.undo())).redo
      },
      redo: async () => {
        const { redo } = await client.journal.state()
        if (redo !== null) await thenRefresh(client.journal.redo())
        return redo
      },
    }
  })
}

/** Another window or the command line may change the book: then everything is read again. */
export function followChanges(store: BookStore, signal: AbortSignal): Promise<void> {
  const { client } = store.getState()
  return followStream({
    open: (streamSignal) => client.changes(undefined, { signal: streamSignal }),
    onEvent: () => void store.getState().refresh(),
    onConnection: () => {},
    pause: pauseOnTimer,
    signal,
  })
}

export const BookContext = createContext<BookStore | null>(null)

export function useBook<T>(select: (book: Book) => T): T {
  const store = useContext(BookContext)
  if (store === null) throw new Error('useBook is used outside of an open book.')
  return useStore(store, select)
}

function draft(replacing: { readonly id: string; readonly revision: number } | null) {
  return { id: replacing?.id ?? null, revision: replacing?.revision ?? 0 }
}

async function read(client: Client): Promise<Omit<Kept, 'about' | 'catalogue'>> {
  const [settings, rigs, scenarios, undoable, listing] = await Promise.all([
    client.settings.read(),
    client.rig.list(),
    client.scenario.list(),
    client.journal.state(),
    client.market.list(),
  ])
  return { settings, rigs, scenarios, undoable, ...listing }
}

/** The contract's inputs are mutable types; the stored ones are not. */
type Editable<T> = { -readonly [K in keyof T]: Editable<T[K]> }
function editable<T>(body: T): Editable<T> {
  return structuredClone(body)
}
