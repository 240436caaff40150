/**
 * What the book keeps of networks beside the catalogue: edits and packs, a market's listing of offers, series of prices.
 * @see SPEC.md MB2, MB5
 */
import type { IsoDate } from '../calendar.ts'
import type { DuplicateLine, Question, Refusal, RejectedLine } from '../imports/import-limits.ts'
import type { OfferMapping } from '../imports/offer-mapping.ts'
import type { Offer } from '../imports/offers.ts'
import type { PricePoint, PriceSeriesMapping } from '../imports/price-series.ts'
import type { Table } from '../imports/table.ts'
import type { MarketBody } from './market-edits.ts'
import type { MarketProfile, PriceBasis } from './market-profile.ts'

type Stored<Body> = {
  readonly id: string
  /** Raised by every change: a change names the revision that it was made from. */
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: Body
}

export type StoredMarket = Stored<MarketBody>

/** Offers of a market as its own listing showed them on one day. */
export type OfferSnapshotBody = {
  readonly schema: 1
  readonly name: string
  readonly networkId: string
  readonly seenOn: IsoDate
  /** As the person's file was called. */
  readonly fileName: string
  /** Remembered for the next listing of the network. */
  readonly mapping: OfferMapping
  readonly offers: number
  /** Of the rows, which are kept apart. */
  readonly rowsSha256: string
}
export type OfferSnapshot = Stored<OfferSnapshotBody>

/** A price by day: of one card on the network, or of its token. */
export type PriceSeriesBody = {
  readonly schema: 1
  readonly name: string
  readonly networkId: string
  /** A card of the catalogue; null is the token. */
  readonly catalogueId: string | null
  /** Null for the token. */
  readonly basis: PriceBasis | null
  readonly fileName: string
  readonly mapping: PriceSeriesMapping
  readonly points: number
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
  readonly rowsSha256: string
}
export type PriceSeries = Stored<PriceSeriesBody>

/** A network as it effectively is. */
export type MarketEntry = {
  readonly id: string
  /** With the person's edits on top. */
  readonly profile: MarketProfile
  readonly isShipped: boolean
  readonly isEdited: boolean
  /** Null where the book keeps nothing of it: its revision then counts as 0. */
  readonly stored: StoredMarket | null
}

export type MarketListing = {
  /** Shipped ones in the catalogue's order, then others by name. */
  readonly markets: readonly MarketEntry[]
  /** The newest day first. */
  readonly snapshots: readonly OfferSnapshot[]
  readonly series: readonly PriceSeries[]
}

/** How many there are, and the first of them. */
export type Some<Row> = { readonly count: number; readonly first: readonly Row[] }

/** What an import would bring, its longer lists cut to their beginning. */
export type ImportAnswer<Row, Mapping> = {
  /** The columns and the first rows, so that a person can say what each column means. */
  readonly table: Pick<Table, 'format' | 'delimiter' | 'header' | 'rows'>
  /** Given, remembered or guessed; null where a needed column is still to be named. */
  readonly mapping: Mapping | null
  readonly outcome:
    | {
        readonly kind: 'read'
        readonly accepted: Some<Row>
        readonly duplicates: Some<DuplicateLine>
        readonly rejected: Some<RejectedLine>
      }
    | Question
    | Refusal
}

export type OffersAnswer = ImportAnswer<Offer, OfferMapping>
export type SeriesAnswer = ImportAnswer<PricePoint, PriceSeriesMapping>
