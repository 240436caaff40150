/** Networks: own words for what was found, joined with the found figure's source, date and class. */
import {
  type MarketProfile,
  type NetworkFactLabel,
  type PriceBasis,
  type PricePoint,
  networkFactLabels,
} from '../../shared/markets/market-profile.ts'
import { type EvidenceClass, type Fact, type Figure, unknownFigure } from '../../shared/figure.ts'
import type { Confidence, MarketFacts, MarketField, MarketPrice } from './facts.ts'
import { cardsByPriceName, extraFacts, feeRanges, ownDocuments } from './network-tables.ts'
import { wordingA } from './wording-a.ts'
import { wordingB } from './wording-b.ts'

export type Wording = { readonly paidIn: MarketProfile['paidIn'] } & Readonly<Record<string, string>>

/** SingularityNET pays no GPU owners and RunonML could not be found at all: neither is a network to compare. */
export const notNetworks = ['singularitynet', 'runonml']

const labelByField: Readonly<Record<string, NetworkFactLabel>> = {
  providerFee: 'Platform fee',
  payoutCurrency: 'Payout currency',
  payoutCadence: 'Payout cadence',
  payoutLock: 'Lock or hold',
  collateral: 'Collateral',
  collateralPerGpu: 'Collateral per GPU',
  slashing: 'Slashing',
  acceptedHardware: 'Accepted hardware',
  workloads: 'Workloads',
  pricing: 'Pricing',
  verification: 'Verification',
  tokenSymbol: 'Token',
  tokenMaxSupply: 'Token supply cap',
  tokenEmission: 'Token emission',
  tokenSink: 'Token sink',
  buyersCanPayWithoutToken: 'Buyers without the token',
  providersPaidInToken: 'Providers paid in token',
}

const unknownFact: Fact = { text: null, source: null, asOf: null, class: 'assumption' }

function citation(source: string, asOfBasis: string | null): string {
  return asOfBasis?.includes('read on this day') || asOfBasis?.includes('undated')
    ? `${source} (undated page)`
    : source
}

function evidenceClass(network: string, confidence: Confidence, source: string): EvidenceClass {
  if (confidence === 'low') return 'weak-third-party'
  const own = (ownDocuments[network] ?? []).some((prefix) => source.startsWith(prefix))
  return confidence === 'high' && own ? 'project-document' : 'third-party'
}

function fact(network: string, key: string, field: MarketField, wording: Wording): Fact {
  const text = wording[key]
  if (field.confidence === 'none' || field.source === null || field.asOf === null) {
    if (text !== undefined) throw new Error(`${network}.${key}: worded, but nothing was found`)
    return unknownFact
  }
  if (text === undefined) throw new Error(`${network}.${key}: found, but not worded`)
  return {
    text,
    source: citation(field.source, field.asOfBasis),
    asOf: field.asOf,
    class: evidenceClass(network, field.confidence, field.source),
  }
}

function feeRatio(market: MarketFacts): Figure {
  const range = feeRanges[market.id]
  const field = market.fields['providerFee']
  if (!range || !field?.source || typeof field.value !== 'number') return unknownFigure('ratio')
  return {
    value: field.value / 100,
    low: range.low,
    high: range.high,
    unit: 'ratio',
    source: citation(field.source, field.asOfBasis),
    asOf: field.asOf,
    class: evidenceClass(market.id, field.confidence, field.source),
  }
}

const priceKinds: readonly { start: string; basis: PriceBasis; note: string | null }[] = [
  { start: 'market price', basis: 'buyer pays', note: null },
  { start: 'host earning', basis: 'host receives', note: 'What a third-party guide says that a host earns' },
  {
    start: 'buyer on-demand rate, captured',
    basis: 'buyer pays',
    note: 'On demand; the low end of what was seen',
  },
  { start: 'buyer on-demand rate', basis: 'buyer pays', note: 'On demand' },
  { start: 'buyer interruptible, from (', basis: 'buyer pays', note: 'From interruptible up to on demand' },
  { start: 'buyer interruptible', basis: 'buyer pays', note: 'Interruptible; the lowest seen' },
  { start: 'buyer, from', basis: 'buyer pays', note: 'The lowest seen' },
  {
    start: 'buyer GPU component',
    basis: 'buyer pays',
    note: 'The card’s part of an example bill in the documents',
  },
  { start: 'buyer', basis: 'buyer pays', note: 'The low end of what was seen' },
  {
    start: 'maximum price',
    basis: 'cap',
    note: 'The most that a supplier may ask; page of the beta, about 2024 to 2025',
  },
  {
    start: 'reference price',
    basis: 'reference',
    note: 'Set by the protocol about 2024 to 2025; looks low today',
  },
]

function pricePoint(market: MarketFacts, price: MarketPrice): PricePoint {
  const kind = priceKinds.find(({ start }) => price.basis.startsWith(start))
  const catalogueIds = cardsByPriceName[price.gpu]
  if (!kind || !catalogueIds)
    throw new Error(`${market.id} price of ${price.gpu}: no basis or no card for it`)
  const high = price.usdPerGpuHourHigh ?? null
  const contradicted = market.id === 'vast' && price.gpu === 'RTX 4090'
  const capturesDiffer = 'two captures of 2026 differ, $0.31 to 0.45 in May and $0.68 to 0.88 in June'
  return {
    gpu: price.gpu,
    catalogueIds,
    usdPerGpuHour: {
      value: price.usdPerGpuHour,
      low: high === null ? null : price.usdPerGpuHour,
      high,
      unit: 'usdPerGpuHour',
      source: citation(price.source, price.asOfBasis),
      asOf: price.asOf,
      class: priceClass(market.id, kind.basis, price),
    },
    basis: kind.basis,
    note: contradicted ? `${kind.note}; ${capturesDiffer}` : kind.note,
  }
}

function priceClass(network: string, basis: PriceBasis, price: MarketPrice): EvidenceClass {
  if (basis === 'cap') return 'cap'
  if (basis === 'reference') return 'claim'
  return evidenceClass(network, price.confidence, price.source)
}

function factsInWords(market: MarketFacts, wording: Wording): MarketProfile['facts'] {
  const found: Partial<Record<NetworkFactLabel, Fact>> = { ...extraFacts[market.id] }
  for (const [key, label] of Object.entries(labelByField)) {
    const field = market.fields[key]
    if (field) found[label] = fact(market.id, key, field, wording)
  }
  return Object.fromEntries(
    networkFactLabels.map((label) => [label, found[label] ?? unknownFact]),
  ) as MarketProfile['facts']
}

export function catalogueNetwork(market: MarketFacts): MarketProfile {
  const wording = wordingA[market.id] ?? wordingB[market.id]
  if (!wording || market.homepage === null) throw new Error(`${market.id}: no wording or no homepage`)
  const { fields } = market
  const own = (key: string): Fact => {
    const field = fields[key]
    if (!field) throw new Error(`${market.id}: the facts have no ${key}`)
    return fact(market.id, key, field, wording)
  }
  return {
    id: market.id,
    name: market.name,
    homepage: market.homepage,
    kind: own('kind'),
    status: own('status'),
    paidIn: wording.paidIn,
    platformFeeRatio: feeRatio(market),
    minimumPayoutUsd: unknownFigure('usd'),
    withdrawalFee: own('withdrawalFee'),
    holdDays: unknownFigure('days'),
    facts: factsInWords(market, wording),
    prices: (market.prices ?? []).map((price) => pricePoint(market, price)),
  }
}
