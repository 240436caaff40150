/**
 * What ships in resources/: cards, networks, tariffs and PSU curves, each figure with its source, date and class.
 * A source is a citation: one address or several separated by "; ", with "(undated page)" behind an address
 * whose page shows no date; its `asOf` is then the day it was read.
 * @see SPEC.md C1 to C10
 */
import type { CatalogueGpu } from './catalogue-gpu.ts'
import type { Figure } from './figure.ts'
import type { MarketProfile } from './markets/market-profile.ts'

export type CatalogueTariff = {
  readonly id: string
  /** "Germany", "US: California". */
  readonly place: string
  readonly currency: 'USD' | 'EUR'
  /** In `currency` per kWh. */
  readonly pricePerKwh: Figure
  /** The months that the price is an average of: "2023", "2025, first half". */
  readonly period: string
  readonly note: string | null
}

export type PsuCurve = {
  readonly id: string
  readonly label: string
  /** Ascending points of load (0..1 of rating) and efficiency (0..1). */
  readonly points: readonly { readonly loadRatio: number; readonly efficiencyRatio: number }[]
  readonly source: string
  readonly asOf: string
}

export type Catalogue = {
  readonly compiledAt: string
  readonly gpus: readonly CatalogueGpu[]
  readonly networks: readonly MarketProfile[]
  readonly tariffs: readonly CatalogueTariff[]
  readonly psuCurves: readonly PsuCurve[]
}
