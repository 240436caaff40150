/**
 * What ships in resources/: cards, networks, tariffs and PSU curves, each figure with its source, date and class.
 * @see SPEC.md C1 to C4
 */
import type { Fact, Figure } from './figure.ts'

export type GpuVendor = 'NVIDIA' | 'AMD' | 'Intel' | 'Apple'

export type CatalogueGpu = {
  readonly id: string
  readonly name: string
  readonly vendor: GpuVendor
  readonly segment: 'consumer' | 'workstation' | 'datacentre' | 'laptop' | 'integrated'
  readonly launchYear: Figure
  readonly memoryGigabytes: Figure
  readonly boardLimitWatts: Figure
  /** Measured idle board power; unknown for most cards. */
  readonly idleBoardWatts: Figure
}

export type PriceBasis = 'buyer pays' | 'host receives' | 'cap' | 'reference'

export type PricePoint = {
  readonly gpu: string
  readonly usdPerGpuHour: Figure
  readonly basis: PriceBasis
  readonly note: string | null
}

export type CatalogueNetwork = {
  readonly id: string
  readonly name: string
  readonly homepage: string
  /** In one line: what it is and whether it is alive. */
  readonly kind: Fact
  readonly status: Fact
  readonly paidIn: 'cash' | 'token' | 'mixed' | 'unknown'
  readonly platformFeeRatio: Figure
  readonly minimumPayoutUsd: Figure
  readonly withdrawalFee: Fact
  readonly holdDays: Figure
  /** Everything else in words, keyed as on screen: payout currency, cadence, collateral, accepted hardware ... */
  readonly facts: Readonly<Record<string, Fact>>
  readonly prices: readonly PricePoint[]
}

export type CatalogueTariff = {
  readonly id: string
  /** "Germany", "US: California". */
  readonly place: string
  readonly currency: 'USD' | 'EUR'
  /** In `currency` per kWh. */
  readonly pricePerKwh: Figure
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
