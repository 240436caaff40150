/** A network's price points as its page lists them. */
import { contradicting, countedPrice } from '../../../../shared/markets/evidence.ts'
import type { MarketProfile, PricePoint } from '../../../../shared/markets/market-profile.ts'

export type PriceRow = {
  readonly point: PricePoint
  /** Points of the network that say something else of the same card on as good a basis, and the other way round. */
  readonly contradicts: readonly PricePoint[]
  /** It is what a net on this network is computed with for the open rig's card. */
  readonly counts: boolean
  readonly isMine: boolean
}

/** By card, then by what counts; `catalogueId` is the open rig's only card. */
export function priceRows(profile: MarketProfile, catalogueId: string | null): readonly PriceRow[] {
  const pairs = contradictionsIn(profile)
  const counted = countedPrice(profile, catalogueId)
  return profile.prices
    .map((point) => ({
      point,
      contradicts: [...(pairs.get(point) ?? [])],
      counts: point === counted,
      isMine: catalogueId !== null && point.catalogueIds.includes(catalogueId),
    }))
    .toSorted(
      (one, other) =>
        compare(one.point.gpu, other.point.gpu) ||
        Number(other.counts) - Number(one.counts) ||
        compare(other.point.usdPerGpuHour.asOf ?? '', one.point.usdPerGpuHour.asOf ?? ''),
    )
}

function contradictionsIn(profile: MarketProfile): ReadonlyMap<PricePoint, ReadonlySet<PricePoint>> {
  const pairs = new Map<PricePoint, Set<PricePoint>>()
  const note = (one: PricePoint, other: PricePoint) => {
    const known = pairs.get(one) ?? new Set()
    pairs.set(one, known.add(other))
  }
  for (const catalogueId of new Set(profile.prices.flatMap(({ catalogueIds }) => catalogueIds))) {
    const counted = countedPrice(profile, catalogueId)
    if (counted === null) continue
    for (const other of contradicting(profile, catalogueId, counted)) {
      note(counted, other)
      note(other, counted)
    }
  }
  return pairs
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
