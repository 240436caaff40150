/** A network of which nothing is known but its name and address. */
import { type Fact, unknownFigure } from '../../../../shared/figure.ts'
import { isAddressOfTheApp } from '../../../../shared/markets/market-address.ts'
import {
  type MarketProfile,
  type NetworkFactLabel,
  networkFactLabels,
  type Term,
} from '../../../../shared/markets/market-profile.ts'

const nothing: Fact = { text: null, source: null, asOf: null, class: 'assumption' }
const noTerm: Term<never> = { ...nothing, value: null }

export function blankMarket(id: string, name: string, homepage: string): MarketProfile {
  return {
    schema: 1,
    id,
    name,
    homepage,
    kind: nothing,
    status: nothing,
    whoMayJoin: noTerm,
    resourceKind: noTerm,
    accessForm: noTerm,
    matching: noTerm,
    pricing: noTerm,
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
      currencies: noTerm,
      cadence: noTerm,
      creditDelayDays: unknownFigure('days'),
      minimumUsd: unknownFigure('usd'),
      withdrawalFeeUsd: unknownFigure('usd'),
      holdDays: unknownFigure('days'),
    },
    collateral: {
      kind: noTerm,
      usdPerGpu: unknownFigure('usdPerGpu'),
      tokensPerGpu: unknownFigure('count'),
      unbondingDays: unknownFigure('days'),
    },
    serviceLevel: {
      promisedUptimeRatio: unknownFigure('ratio'),
      creditPerPointRatio: unknownFigure('ratio'),
    },
    verification: { stayedOnline: nothing, outputRight: nothing, isolated: nothing, punished: nothing },
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
    facts: Object.fromEntries(networkFactLabels.map((label) => [label, nothing])) as Record<
      NetworkFactLabel,
      Fact
    >,
  }
}

/** "Vast.ai" becomes "vast-ai"; where that is taken, "vast-ai-2". Null where no letter or digit is left. */
export function marketIdOf(name: string, taken: ReadonlySet<string>): string | null {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 56)
    .replaceAll(/-+$/g, '')
  if (words === '') return null
  const plain = isAddressOfTheApp(words) ? `network-${words}` : words
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? plain : `${plain}-${count}`
    if (!taken.has(id)) return id
  }
}
