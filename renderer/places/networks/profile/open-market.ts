/** A network on screen with what lies beneath the person's edits, and what changes it. */
import { useCallback, useContext } from 'react'
import type { MarketEntry } from '../../../../shared/markets/market-book.ts'
import {
  type MarketEdits,
  type MarketList,
  noEdits,
  standingProfile,
} from '../../../../shared/markets/market-edits.ts'
import type { MarketPath } from '../../../../shared/markets/market-leaves.ts'
import type { MarketProfile } from '../../../../shared/markets/market-profile.ts'
import { BookContext, type BookStore } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'

export type OpenMarket = {
  readonly entry: MarketEntry
  readonly edits: MarketEdits
  /** What holds once the edits are taken back: the pack's, else the catalogue's. */
  readonly beneath: MarketProfile
  /** Where that is from, in a word. */
  readonly beneathIs: 'catalogue' | 'pack'
}

export function openMarket(entry: MarketEntry, shipped: readonly MarketProfile[]): OpenMarket {
  const body = entry.stored?.body ?? null
  const own = shipped.find(({ id }) => id === entry.id) ?? null
  return {
    entry,
    edits: body?.edits ?? noEdits,
    beneath: standingProfile(own, body) ?? entry.profile,
    beneathIs: (body?.profile ?? null) === null ? 'catalogue' : 'pack',
  }
}

/** `what` completes "Could not ...". True once it is stored. */
export type ChangeEdits = (what: string, edits: MarketEdits) => Promise<boolean>

/** Stores other edits of a network; what could not be stored is told, and nothing has changed then. */
export function useChangeEdits(entry: MarketEntry): ChangeEdits {
  const store = useContext(BookContext)
  return useCallback(
    async (what, edits) => store !== null && changeEdits(store, entry, what, edits),
    [store, entry],
  )
}

export function changeEdits(
  store: BookStore,
  entry: MarketEntry,
  what: string,
  edits: MarketEdits,
): Promise<boolean> {
  const { client } = store.getState()
  const revision = entry.stored?.revision ?? 0
  return changed(store, what, () => client.market.edit({ id: entry.id, revision, edits: editable(edits) }))
}

/** Takes back what the person said at one path; null takes back all of it. */
export type ResetEdits = (what: string, path: MarketPath | MarketList | null) => Promise<boolean>

export function useResetEdits(entry: MarketEntry): ResetEdits {
  const store = useContext(BookContext)
  return useCallback(
    async (what, path) => {
      if (store === null) return false
      const { client } = store.getState()
      const revision = entry.stored?.revision ?? 0
      return changed(store, what, () => client.market.reset({ id: entry.id, revision, path }))
    },
    [store, entry],
  )
}

/** Runs a change and reads the book again, whether it was made or refused: another window may have been first. */
export async function changed(
  store: BookStore,
  what: string,
  change: () => Promise<unknown>,
): Promise<boolean> {
  const done = await attempt(what, async () => {
    await change()
    return true
  })
  await attempt('read the book again', () => store.getState().refresh())
  return done === true
}

/** The contract's inputs are mutable types; the stored ones are not. */
export type Editable<T> = { -readonly [K in keyof T]: Editable<T[K]> }

export function editable<T>(value: T): Editable<T> {
  return structuredClone<Editable<T>>(value)
}
