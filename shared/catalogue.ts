/**
 * What ships in resources/: cards, networks, tariffs and PSU curves, each figure with its source, date and class.
 * A source is a citation: one address or several separated by "; ", with "(undated page)" behind an address
 * whose page shows no date; its `asOf` is then the day it was read.
 * @see SPEC.md C1 to C10
 */
import type { Fact, Figure } from './figure.ts'

export const gpuVendors = ['NVIDIA', 'AMD', 'Intel', 'Apple'] as const

export type GpuVendor = (typeof gpuVendors)[number]

export const gpuSegments = ['consumer', 'workstation', 'datacentre', 'laptop', 'integrated'] as const

export type GpuSegment = (typeof gpuSegments)[number]

export type CatalogueGpu = {
  readonly id: string
  readonly name: string
  readonly vendor: GpuVendor
  readonly segment: GpuSegment
  readonly launchYear: Figure
  readonly memoryGigabytes: Figure
  /** Known only where two sources agree; where they differ the value is unknown and low and high are theirs. */
  readonly boardLimitWatts: Figure
  /** Measured idle board power; unknown for most cards. */
  readonly idleBoardWatts: Figure
}

export const priceBases = ['buyer pays', 'host receives', 'cap', 'reference'] as const

export type PriceBasis = (typeof priceBases)[number]

export type PricePoint = {
  /** The card as the source names it. */
  readonly gpu: string
  /** The catalogue's cards that this name may mean: "A100 80GB" is two, PCIe and SXM4. */
  readonly catalogueIds: readonly string[]
  readonly usdPerGpuHour: Figure
  readonly basis: PriceBasis
  readonly note: string | null
}

/** What is said of a network in words, in the order in which it is shown. Every network has every entry. */
export const networkFactLabels = [
  'Platform fee',
  'Payment fee',
  'Payout currency',
  'Payout cadence',
  'Lock or hold',
  'Collateral',
  'Collateral per GPU',
  'Slashing',
  'Accepted hardware',
  'Workloads',
  'Pricing',
  'Verification',
  'Other rewards',
  'Token',
  'Token supply cap',
  'Token emission',
  'Token sink',
  'Buyers without the token',
  'Providers paid in token',
  'Activity',
] as const

export type NetworkFactLabel = (typeof networkFactLabels)[number]

export type CatalogueNetwork = {
  readonly id: string
  readonly name: string
  readonly homepage: string
  /** In one line: what it is and whether it is alive. */
  readonly kind: Fact
  readonly status: Fact
  /** `cash` is a currency or a balance in one; a coin of another project counts as a token. */
  readonly paidIn: 'cash' | 'token' | 'mixed' | 'unknown'
  /** Share of the host's listing price that the platform keeps; known for few. */
  readonly platformFeeRatio: Figure
  readonly minimumPayoutUsd: Figure
  readonly withdrawalFee: Fact
  readonly holdDays: Figure
  /** Everything else in words, keyed as on screen. */
  readonly facts: Readonly<Record<NetworkFactLabel, Fact>>
  readonly prices: readonly PricePoint[]
}

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
  readonly networks: readonly CatalogueNetwork[]
  readonly tariffs: readonly CatalogueTariff[]
  readonly psuCurves: readonly PsuCurve[]
}
