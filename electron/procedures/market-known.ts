/** What is known of networks: the shipped ones, with what the book keeps on top of them. */
import type { Catalogue } from '../../shared/catalogue.ts'
import type { MarketEntry, MarketListing, StoredMarket } from '../../shared/markets/market-book.ts'
import { editedPaths, effectiveMarket } from '../../shared/markets/market-edits.ts'
import type { KnownMarket } from '../../shared/markets/market-pack.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { bookError } from '../database/book-error.ts'
import type { ReadHandle } from '../database/handles.ts'
import { markets } from '../database/markets.ts'
import { offerSnapshots } from '../database/offer-snapshots.ts'
import { priceSeries } from '../database/price-series.ts'

export type Networks = Pick<Catalogue, 'networks'>

export function shippedMarket(catalogue: Networks, id: string): MarketProfile | null {
  return catalogue.networks.find((network) => network.id === id) ?? null
}

export function knownMarket(
  read: ReadHandle,
  catalogue: Networks,
  id: string,
): KnownMarket & { readonly revision: number } {
  const stored = markets.find(read, id)
  return {
    shipped: shippedMarket(catalogue, id),
    body: stored?.body ?? null,
    revision: stored?.revision ?? 0,
  }
}

/** The network as it effectively is; refused by name where it is neither shipped nor in the book. */
export function existingMarket(read: ReadHandle, catalogue: Networks, id: string): MarketProfile {
  const { shipped, body } = knownMarket(read, catalogue, id)
  const profile = effectiveMarket(shipped, body)
  if (profile !== null) return profile
  throw bookError('not-found', `There is no network with the id ${id}, neither shipped nor in the book.`)
}

/** Null where it is neither shipped nor in the book. */
export function marketEntry(read: ReadHandle, catalogue: Networks, id: string): MarketEntry | null {
  return entryOf(shippedMarket(catalogue, id), markets.find(read, id), id)
}

function entryOf(shipped: MarketProfile | null, stored: StoredMarket | null, id: string): MarketEntry | null {
  const profile = effectiveMarket(shipped, stored?.body ?? null)
  if (profile === null) return null
  const isEdited = stored !== null && editedPaths(stored.body.edits).length > 0
  return { id, profile, isShipped: shipped !== null, isEdited, stored }
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

export function marketListing(read: ReadHandle, catalogue: Networks): MarketListing {
  const stored = new Map(markets.list(read).documents.map((each) => [each.id, each]))
  const shippedIds = catalogue.networks.map(({ id }) => id)
  const others = [...stored.values()]
    .filter(({ id }) => !shippedIds.includes(id))
    .toSorted((left, right) => byText(left.body.name, right.body.name))
    .map(({ id }) => id)
  return {
    markets: [...shippedIds, ...others].flatMap(
      (id) => entryOf(shippedMarket(catalogue, id), stored.get(id) ?? null, id) ?? [],
    ),
    snapshots: offerSnapshots
      .list(read)
      .documents.toSorted((left, right) => byText(right.body.seenOn, left.body.seenOn)),
    series: priceSeries
      .list(read)
      .documents.toSorted((left, right) => byText(right.body.lastDate, left.body.lastDate)),
  }
}
