/** Price points: which basis the facts' wording means, and what has to be said beside the figure. */
import type { EvidenceClass } from '../../shared/figure.ts'
import type { PriceBasis, PricePoint } from '../../shared/markets/market-profile.ts'
import type { MarketFacts, MarketPrice } from './facts.ts'
import { citation, evidenceClass } from './found.ts'
import { cardsByPriceName } from './network-tables.ts'

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

export function pricePoint(market: MarketFacts, price: MarketPrice): PricePoint {
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
