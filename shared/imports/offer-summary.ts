/** What the offers for one card say: asks weighted by GPUs, and how many are rented at which price. @see SPEC.md IM7 */

/** GPU-weighted quantiles of the ask: each is an ask that somebody made. */
export type AskQuantiles = {
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
}

export type PriceQuarter = {
  /** The asks of the quarter lie above the first (from it on in the first quarter) and up to the second. */
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
