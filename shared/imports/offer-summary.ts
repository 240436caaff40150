/** What the offers for one card say: asks weighted by GPUs, and how many are rented at which price. @see SPEC.md IM7 */
import type { Offer } from './offers.ts'

/** GPU-weighted quantiles of the ask: each is an ask that somebody made. */
export type AskQuantiles = {
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
}

export type PriceQuarter = {
  /** The asks of the quarter lie above the first (in the cheapest quarter from it on) and up to the second. */
  readonly fromUsdPerGpuHour: number
  readonly toUsdPerGpuHour: number
  readonly gpus: number
  /** Of GPUs whose state is known; null where there is none. */
  readonly rentedShareRatio: number | null
}

export type OfferSummary = {
  readonly catalogueId: string
  readonly listings: number
  readonly gpus: number
  /** GPUs whose listing says whether they are rented, and how many of them are. */
  readonly gpusOfKnownState: number
  readonly rentedGpus: number
  /** Null without an offer. */
  readonly askUsdPerGpuHour: AskQuantiles | null
  /** Null without a rented offer. */
  readonly rentedAskUsdPerGpuHour: AskQuantiles | null
  /** Rented GPUs over GPUs of known state; null without one. */
  readonly rentedShareRatio: number | null
  /** Four, cheapest first; none without an offer. */
  readonly byPriceQuarter: readonly PriceQuarter[]
}

type Asked = Pick<Offer, 'askUsdPerGpuHour' | 'gpuCount'>
type Priced = Pick<Offer, 'askUsdPerGpuHour' | 'gpuCount' | 'rented'>

const byAsk = (offers: readonly Asked[]): readonly Asked[] =>
  offers.toSorted((a, b) => a.askUsdPerGpuHour - b.askUsdPerGpuHour)

/**
 * The lowest ask at or below which at least `percent` of the GPUs are offered: no interpolation, so it is an ask that
 * somebody made, and it never falls as `percent` rises.
 */
function quantileOfSorted(sorted: readonly Asked[], gpus: number, percent: number): number {
  let below = 0
  const found = sorted.find(({ gpuCount }) => {
    below += gpuCount
    return below * 100 >= percent * gpus
  })
  return found!.askUsdPerGpuHour
}

function gpusOf(offers: readonly Pick<Offer, 'gpuCount'>[]): number {
  return offers.reduce((sum, { gpuCount }) => sum + gpuCount, 0)
}

function quantilesOf(offers: readonly Asked[]): AskQuantiles | null {
  if (offers.length === 0) return null
  const sorted = byAsk(offers)
  const gpus = gpusOf(offers)
  const at = (percent: number) => quantileOfSorted(sorted, gpus, percent)
  return { p10: at(10), p25: at(25), p50: at(50), p75: at(75), p90: at(90) }
}

/** Rented GPUs over those whose state is known; null where there is none. */
function rentedShareOf(offers: readonly Priced[]): number | null {
  const known = gpusOf(offers.filter(({ rented }) => rented !== null))
  return known === 0 ? null : gpusOf(offers.filter(({ rented }) => rented === true)) / known
}

/**
 * Asks and rented share of the offers whose name means exactly this card. Quarters part the asks at their 25, 50 and
 * 75 % quantiles; equal asks stay in one quarter, so one may hold no GPU.
 * Example: 3 GPUs at $0.20, rented, and 1 at $0.50, free: `rentedShareRatio` is 0.75, the median 0.2. @see SPEC.md IM7
 */
export function offerSummary(offers: readonly Offer[], catalogueId: string): OfferSummary {
  const own = offers.filter((offer) => offer.catalogueId === catalogueId)
  const rented = own.filter((offer) => offer.rented === true)
  const asks = quantilesOf(own)
  return {
    catalogueId,
    listings: own.length,
    gpus: gpusOf(own),
    gpusOfKnownState: gpusOf(own.filter((offer) => offer.rented !== null)),
    rentedGpus: gpusOf(rented),
    askUsdPerGpuHour: asks,
    rentedAskUsdPerGpuHour: quantilesOf(rented),
    rentedShareRatio: rentedShareOf(own),
    byPriceQuarter: asks === null ? [] : quartersOf(own, asks),
  }
}

function quartersOf(offers: readonly Offer[], { p25, p50, p75 }: AskQuantiles): readonly PriceQuarter[] {
  const asks = offers.map(({ askUsdPerGpuHour }) => askUsdPerGpuHour)
  // Not spread into Math.min: there may be 100,000 of them.
  const lowest = asks.reduce((a, b) => Math.min(a, b))
  const highest = asks.reduce((a, b) => Math.max(a, b))
  const ends = [lowest, p25, p50, p75, highest]
  return ends.slice(1).map((to, quarter) => {
    const from = ends[quarter]!
    const within = offers.filter(
      ({ askUsdPerGpuHour: ask }) => ask <= to && (quarter === 0 ? ask >= from : ask > from),
    )
    return {
      fromUsdPerGpuHour: from,
      toUsdPerGpuHour: to,
      gpus: gpusOf(within),
      rentedShareRatio: rentedShareOf(within),
    }
  })
}
