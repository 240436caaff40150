/** Networks: own words for what was found, joined with the found figure's source, date and class. */
import { type Fact, unknownFigure } from '../../shared/figure.ts'
import {
  type MarketProfile,
  type NetworkFactLabel,
  networkFactLabels,
} from '../../shared/markets/market-profile.ts'
import type { MarketFacts } from './facts.ts'
import { feeSchedule } from './fees.ts'
import { fieldFact, foundFact, foundFigure, foundTerm, unknownFact, type Wording } from './found.ts'
import { hardwareRule } from './hardware.ts'
import { extraFacts } from './network-tables.ts'
import { pricePoint } from './prices.ts'
import { termsA } from './terms-a.ts'
import { termsB } from './terms-b.ts'
import { wordingA } from './wording-a.ts'
import { wordingB } from './wording-b.ts'

/** SingularityNET pays no GPU owners and RunonML could not be found at all: neither is a network to compare. */
export const notNetworks = ['singularitynet', 'runonml']

export const labelByField: Readonly<Record<string, NetworkFactLabel>> = {
  providerFee: 'Platform fee',
  payoutCurrency: 'Payout currency',
  payoutCadence: 'Payout cadence',
  minimumPayout: 'Minimum payout',
  withdrawalFee: 'Withdrawal fee',
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

function factsInWords(market: MarketFacts, wording: Wording, uptimePromised: Fact): MarketProfile['facts'] {
  const found: Partial<Record<NetworkFactLabel, Fact>> = {
    ...extraFacts[market.id],
    'Uptime promised': uptimePromised,
  }
  for (const [key, label] of Object.entries(labelByField)) found[label] = fieldFact(market, key, wording)
  return Object.fromEntries(
    networkFactLabels.map((label) => [label, found[label] ?? unknownFact]),
  ) as MarketProfile['facts']
}

export function catalogueNetwork(market: MarketFacts): MarketProfile {
  const wording = wordingA[market.id] ?? wordingB[market.id]
  const terms = termsA[market.id] ?? termsB[market.id]
  if (!wording || !terms || market.homepage === null)
    throw new Error(`${market.id}: no wording, no terms or no homepage`)
  const { verification } = terms
  return {
    schema: 1,
    id: market.id,
    name: market.name,
    homepage: market.homepage,
    kind: fieldFact(market, 'kind', wording),
    status: fieldFact(market, 'status', wording),
    whoMayJoin: foundTerm(market, terms.whoMayJoin, wording),
    resourceKind: foundTerm(market, terms.resourceKind, wording),
    accessForm: { value: null, ...unknownFact },
    matching: foundTerm(market, terms.matching, wording),
    pricing: foundTerm(market, terms.pricing, wording),
    hardware: hardwareRule(market),
    fees: feeSchedule(market),
    payout: {
      currencies: foundTerm(market, terms.currencies, wording),
      cadence: foundTerm(market, terms.cadence, wording),
      creditDelayDays: foundFigure(market, 'days', terms.creditDelayDays),
      minimumUsd: unknownFigure('usd'),
      withdrawalFeeUsd: unknownFigure('usd'),
      holdDays: unknownFigure('days'),
    },
    collateral: {
      kind: foundTerm(market, terms.collateralKind, wording),
      usdPerGpu: unknownFigure('usdPerGpu'),
      tokensPerGpu: foundFigure(market, 'count', terms.tokensPerGpu),
      unbondingDays: foundFigure(market, 'days', terms.unbondingDays),
    },
    serviceLevel: {
      promisedUptimeRatio: unknownFigure('ratio'),
      creditPerPointRatio: unknownFigure('ratio'),
    },
    verification: {
      stayedOnline: foundFact(market, verification?.stayedOnline),
      outputRight: foundFact(market, verification?.outputRight),
      isolated: foundFact(market, verification?.isolated),
      punished: foundFact(market, verification?.punished),
    },
    subsidy: {
      usdPerRentedGpuHour: unknownFigure('usdPerGpuHour'),
      usdPerUpGpuHour: unknownFigure('usdPerGpuHour'),
      tokensPerRentedGpuHour: unknownFigure('tokensPerGpuHour'),
      tokensPerUpGpuHour: unknownFigure('tokensPerGpuHour'),
    },
    token: { symbol: terms.symbol ?? null, priceUsd: unknownFigure('usdPerToken') },
    prices: (market.prices ?? []).map((price) => pricePoint(market, price)),
    utilizations: [],
    workloadFits: [],
    facts: factsInWords(market, wording, foundFact(market, terms.uptimePromised)),
  }
}
