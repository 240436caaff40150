/** Offers of a market, read from its own listing. An ask is what a host wants, never what somebody paid. @see SPEC.md IM6 */
import type { Preview } from './import-limits.ts'

export type Offer = {
  /** As the market writes it. */
  readonly gpuName: string
  /** The card of the catalogue that the name means; null where it can mean none or several. */
  readonly catalogueId: string | null
  readonly gpuCount: number
  readonly askUsdPerGpuHour: number
  /** Null where the listing does not say. */
  readonly rented: boolean | null
  readonly region: string | null
  readonly reliabilityRatio: number | null
}

export type OfferPreview = Preview<Offer>
