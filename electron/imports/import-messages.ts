/** What goes to the worker that reads an import, and what comes back. Plain data on both ways. */
import type { Catalogue } from '../../shared/catalogue.ts'
import type { ScorecardFile } from '../../shared/diligence/scorecard.ts'
import type { ReadingOrQuestion, Refusal } from '../../shared/imports/import-limits.ts'
import type { OfferMapping } from '../../shared/imports/offer-mapping.ts'
import type { OfferPreview } from '../../shared/imports/offers.ts'
import type { PriceSeriesMapping, PriceSeriesPreview } from '../../shared/imports/price-series.ts'
import type { Table } from '../../shared/imports/table.ts'
import type { ScriptReview } from '../../shared/install-review/review.ts'

/** Without a mapping the columns' meaning is guessed from the header, and the guess comes back. */
export type ImportRequest =
  | {
      readonly kind: 'offers'
      readonly text: string
      readonly mapping: OfferMapping | null
      readonly catalogue: Pick<Catalogue, 'gpus'>
    }
  | { readonly kind: 'price series'; readonly text: string; readonly mapping: PriceSeriesMapping | null }
  | { readonly kind: 'market pack'; readonly text: string; readonly mapping: null }

/** A card from a file. A script that is only looked at comes from outside like an import. */
export type OtherRequest =
  | { readonly kind: 'scorecard'; readonly text: string }
  | { readonly kind: 'script'; readonly text: string }

export type WorkerRequest = ImportRequest | OtherRequest

/** The first lines of the table as they stand, so that a person can map its columns. */
export type TableHead = Pick<Table, 'format' | 'delimiter' | 'header' | 'rows'>

/** `mapping` is the one that was given or guessed; null, and no reading, where the guess lacks a needed column. */
export type ImportResult =
  | {
      readonly kind: 'offers'
      readonly table: TableHead
      readonly mapping: OfferMapping
      readonly reading: ReadingOrQuestion<OfferPreview>
    }
  | {
      readonly kind: 'price series'
      readonly table: TableHead
      readonly mapping: PriceSeriesMapping | null
      readonly reading: ReadingOrQuestion<PriceSeriesPreview>
    }
  /** Well-formed JSON within the limits; what it means is checked by the caller. */
  | { readonly kind: 'market pack'; readonly value: unknown }
  | Refusal

/** Of the shape of a card; whether its chain holds is checked by the caller. */
export type ScorecardResult = { readonly kind: 'scorecard'; readonly file: ScorecardFile } | Refusal

export type ScriptResult = { readonly kind: 'script'; readonly review: ScriptReview } | Refusal

export type WorkerResult = ImportResult | ScorecardResult | ScriptResult
