import type { Offer } from '../../../../shared/imports/offers.ts'

export type ListedCard = { readonly catalogueId: string; readonly listings: number }

/** The cards of a listing that the catalogue knows, the most offered first. */
export function cardsIn(offers: readonly Pick<Offer, 'catalogueId'>[]): readonly ListedCard[] {
  const counts = new Map<string, number>()
  for (const { catalogueId } of offers)
    if (catalogueId !== null) counts.set(catalogueId, (counts.get(catalogueId) ?? 0) + 1)
  return [...counts]
    .map(([catalogueId, listings]) => ({ catalogueId, listings }))
    .toSorted((one, other) => other.listings - one.listings || (one.catalogueId < other.catalogueId ? -1 : 1))
}
