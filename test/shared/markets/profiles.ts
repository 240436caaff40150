/** Profiles for tests: nothing known, and what a test makes known. */
import {
  type EvidenceClass,
  type Fact,
  type Figure,
  type Unit,
  unknownFigure,
} from '../../../shared/figure.ts'
import {
  type FeeStep,
  type MarketProfile,
  networkFactLabels,
  type PriceBasis,
  type PricePoint,
  type Term,
  type UtilizationPoint,
} from '../../../shared/markets/market-profile.ts'

export const source = 'https://example.org/terms'

export function known(
  value: number,
  unit: Unit,
  evidence: EvidenceClass = 'project-document',
  asOf = '2026-10-01',
): Figure {
  return { value, low: null, high: null, unit, source, asOf, class: evidence }
}

const unknownFact: Fact = { text: null, source: null, asOf: null, class: 'assumption' }
const unknownTerm = { ...unknownFact, value: null }

export function said<Value extends string>(value: Value): Term<Value> {
  return { value, text: value, source, asOf: '2026-10-01', class: 'project-document' }
}

/** A network of which nothing is known. */
export function silentProfile(id: string, change: Partial<MarketProfile> = {}): MarketProfile {
  return {
    schema: 1,
    id,
    name: id.toUpperCase(),
    homepage: 'https://example.org',
    kind: unknownFact,
    status: unknownFact,
    whoMayJoin: unknownTerm,
    resourceKind: unknownTerm,
    accessForm: unknownTerm,
    matching: unknownTerm,
    pricing: unknownTerm,
    hardware: {
      vendors: null,
      segments: null,
      catalogueIds: null,
      minimumMemoryGigabytes: unknownFigure('gigabytes'),
      minimumGpuCount: unknownFigure('count'),
      maximumGpuCount: unknownFigure('count'),
    },
    fees: [],
    payout: {
      currencies: unknownTerm,
      cadence: unknownTerm,
      creditDelayDays: unknownFigure('days'),
      minimumUsd: unknownFigure('usd'),
      withdrawalFeeUsd: unknownFigure('usd'),
      holdDays: unknownFigure('days'),
    },
    collateral: {
      kind: unknownTerm,
      usdPerGpu: unknownFigure('usdPerGpu'),
      tokensPerGpu: unknownFigure('count'),
      unbondingDays: unknownFigure('days'),
    },
    serviceLevel: {
      promisedUptimeRatio: unknownFigure('ratio'),
      creditPerPointRatio: unknownFigure('ratio'),
    },
    verification: {
      stayedOnline: unknownFact,
      outputRight: unknownFact,
      isolated: unknownFact,
      punished: unknownFact,
    },
    subsidy: {
      usdPerRentedGpuHour: unknownFigure('usdPerGpuHour'),
      usdPerUpGpuHour: unknownFigure('usdPerGpuHour'),
      tokensPerRentedGpuHour: unknownFigure('tokensPerGpuHour'),
      tokensPerUpGpuHour: unknownFigure('tokensPerGpuHour'),
    },
    token: { symbol: null, priceUsd: unknownFigure('usdPerToken') },
    prices: [],
    utilizations: [],
    workloadFits: [],
    facts: Object.fromEntries(
      networkFactLabels.map((label) => [label, unknownFact]),
    ) as MarketProfile['facts'],
    ...change,
  }
}

export function priced(
  usd: number,
  basis: PriceBasis = 'buyer pays',
  evidence: EvidenceClass = 'third-party',
  change: Partial<Figure> = {},
): PricePoint {
  return {
    gpu: 'RTX 4090',
    catalogueIds: ['geforce-rtx-4090'],
    usdPerGpuHour: { ...known(usd, 'usdPerGpuHour', evidence), ...change },
    basis,
    note: null,
  }
}

export function rented(ratio: number, evidence: EvidenceClass = 'third-party'): UtilizationPoint {
  return { catalogueIds: [], rentalUtilizationRatio: known(ratio, 'ratio', evidence), note: null }
}

export function fee(platform: number, change: Partial<FeeStep> = {}): FeeStep {
  return {
    from: null,
    payoutCurrency: 'any',
    platformFeeRatio: known(platform, 'ratio'),
    paymentFeeRatio: known(0, 'ratio'),
    note: null,
    ...change,
  }
}

/** Every term that decides a net is known: paid in cash each month at no fee per payout, 50 % rented at $0.50. */
export function knownProfile(id: string, change: Partial<MarketProfile> = {}): MarketProfile {
  const silent = silentProfile(id)
  return silentProfile(id, {
    fees: [fee(0.1)],
    payout: {
      currencies: said('cash'),
      cadence: said('monthly'),
      creditDelayDays: known(0, 'days'),
      minimumUsd: known(0, 'usd'),
      withdrawalFeeUsd: known(2, 'usd'),
      holdDays: known(0, 'days'),
    },
    collateral: { ...silent.collateral, kind: said('none') },
    prices: [priced(0.5)],
    utilizations: [rented(0.5)],
    ...change,
  })
}
