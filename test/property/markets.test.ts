/** What holds for any networks on any rig: order, parts of a difference, fees, policies, prices that count for nothing. */
import { describe, expect, it } from 'vitest'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import type { Figure } from '../../shared/figure.ts'
import { unknownFigure } from '../../shared/figure.ts'
import type { ComparedMarket, ComparisonQuestion } from '../../shared/markets/compare.ts'
import { comparedMarket, compareMarkets } from '../../shared/markets/compare.ts'
import type { Difference } from '../../shared/markets/difference.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import { unknownPolicies } from '../../shared/markets/market-entries.ts'
import type { MarketProfile, PriceBasis } from '../../shared/markets/market-profile.ts'
import { differenceGroups } from '../../shared/markets/market-terms.ts'
import { fee, known, knownProfile, priced, said, silentProfile } from '../shared/markets/profiles.ts'
import { marketFrom } from './market-generator.ts'
import { forSeeds, isNightly } from './runs.ts'
import { randomFrom, scenarioFrom } from './scenario-generator.ts'

type Explained = Extract<Difference, { kind: 'explained' }>
type WithNet = Extract<ComparedMarket['outcome'], { kind: 'ranked' | 'assumed' }>

const times = isNightly ? 100 : 1
const catalogueId = 'geforce-rtx-4090'
const gpu = {
  id: catalogueId,
  name: 'GeForce RTX 4090',
  vendor: 'NVIDIA',
  segment: 'consumer',
  launchYear: known(2022, 'years'),
  memoryGigabytes: known(24, 'gigabytes'),
  boardLimitWatts: known(450, 'watts'),
  idleBoardWatts: known(20, 'watts'),
} as const

/** Any scenario of few months and few cards; what the terms of a network decide in it counts for none. */
function questionFrom(seed: number, fixed: InputEntries = {}): ComparisonQuestion {
  const random = randomFrom(seed)
  const owner = scenarioFrom(seed, {
    atMost: { horizonMonths: 2, gpuCount: 4, transferDays: 5, saleEveryDays: 7 },
    fixed,
  })
  const count = (owner['gpuCount'] as Figure | undefined)?.value ?? 1
  return {
    owner,
    ownNetworkId: null,
    cards: [{ gpu, name: gpu.name, count }],
    policy: unknownPolicies[Math.floor(random() * unknownPolicies.length)]!,
    preferredCurrency: random() < 0.5 ? 'cash' : 'token',
  }
}

function marketsFrom(seed: number, { owner }: ComparisonQuestion, count: number, complete = false) {
  const random = randomFrom(seed ^ 0x5bd1e995)
  const startMonth = owner['startMonth'] as string
  const options = { catalogueId, startMonth, usualUsdPerGpuHour: 0.5, complete }
  return Array.from({ length: count }, (_, i) => marketFrom(random, silentProfile(`network-${i}`), options))
}

const hasNet = ({ outcome }: ComparedMarket) => outcome.kind === 'ranked' || outcome.kind === 'assumed'
/** Short horizons leave some balances below their minimum: then there is no net (MK7). */
const paysNothing = ({ outcome }: ComparedMarket) =>
  outcome.kind === 'refused' && outcome.reason.startsWith('Nothing is paid out')
const netOf = ({ outcome }: ComparedMarket) => (outcome as WithNet).netUsdPerMonth

describe('MK7 networks in any order', () => {
  it('come out the same', { timeout: 900_000 }, () => {
    forSeeds('networks in any order', 240 * times, 8, (seed) => {
      const question = questionFrom(seed)
      const markets = marketsFrom(seed, question, 8)
      const random = randomFrom(seed + 1)
      const shuffled = markets
        .map((market) => ({ market, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ market }) => market)
      expect(compareMarkets(question, shuffled)).toEqual(compareMarkets(question, markets))
    })
  })
})

function explained(a: ComparedMarket, b: ComparedMarket, { policy }: ComparisonQuestion): Explained {
  const difference = differenceBetween(a, b, policy)
  if (difference.kind === 'refused') throw new Error(difference.reason)
  return difference
}

describe('MK13 the difference between two networks', () => {
  it(
    'is the sum of its parts, flips with the networks, and has nothing where they are alike',
    { timeout: 14_400_000 },
    () => {
      const [groups, began] = [new Map<string, number>(), performance.now()]
      let pairs = 0
      forSeeds('pairs of networks', 1_000 * times, 1, (seed) => {
        const question = questionFrom(seed)
        const random = randomFrom(seed + 2)
        const [first, second] = marketsFrom(seed, question, 2, true) as [MarketProfile, MarketProfile]
        // Some terms in common, so that groups without a difference occur.
        const common = parts.filter(() => random() < 0.3).map((part) => [part, first[part]])
        const other: MarketProfile = { ...second, ...Object.fromEntries(common) }
        const [a, b] = [comparedMarket(question, first), comparedMarket(question, other)]
        for (const each of [a, b])
          if (!hasNet(each) && !paysNothing(each)) throw new Error(`seed ${seed}: ${each.outcome.kind}`)
        const there = explained(a, b, question)
        const back = explained(b, a, question)
        pairs += 1

        const size = there.parts.reduce((all, { usdPerMonth }) => all + Math.abs(usdPerMonth), 0)
        const scale = size + Math.abs(there.firstUsdPerMonth) + Math.abs(there.secondUsdPerMonth)
        const sum = there.parts.reduce((all, { usdPerMonth }) => all + usdPerMonth, 0)
        expect(Math.abs(sum - there.gapUsdPerMonth)).toBeLessThanOrEqual(1e-9 * scale)
        expect(there.gapUsdPerMonth).toBe(there.secondUsdPerMonth - there.firstUsdPerMonth)
        expect(back.gapUsdPerMonth + there.gapUsdPerMonth).toBe(0)
        there.parts.forEach(({ group, usdPerMonth }, i) => {
          const opposite = back.parts[i]!.usdPerMonth
          expect(Math.abs(usdPerMonth + opposite)).toBeLessThanOrEqual(1e-12 * scale)
          const keys = differenceGroups.find(({ id }) => id === group)!.keys
          // As many tokens of another price are another subsidy.
          const tokens = group === 'subsidy' ? (['payoutCurrency', 'tokenPriceUsd'] as const) : []
          const alike = [...keys, ...tokens].every(
            (key) => valueOf(a.entries[key]) === valueOf(b.entries[key]),
          )
          if (alike) expect([usdPerMonth, opposite].map(Math.abs), group).toEqual([0, 0])
          if (alike || usdPerMonth !== 0) groups.set(`${group}, ${alike ? 'alike' : 'differs'}`, 1)
        })
      })
      console.log(`pairs of networks: ${pairs} in ${Math.round((performance.now() - began) / 1000)} s`)
      const seen = (kind: string) => [...groups.keys()].filter((each) => each.endsWith(kind)).length
      expect([seen('alike'), seen('differs')]).toEqual([differenceGroups.length, differenceGroups.length])
    },
  )
})

const parts = [
  'prices',
  'utilizations',
  'fees',
  'payout',
  'collateral',
  'serviceLevel',
  'subsidy',
  'token',
] as const

const valueOf = (entry: InputEntries[string] | undefined) =>
  typeof entry === 'object' ? entry.value : (entry ?? null)

/** Without a fixed sum per payout no cost falls when less is paid out; see the two exceptions below. */
const freePayouts = (profile: MarketProfile): MarketProfile => ({
  ...profile,
  payout: { ...profile.payout, withdrawalFeeUsd: known(0, 'usd') },
})

/**
 * Tax and the fee of a sale fall due when a payout is made or sold. What is paid later may so leave the months that
 * a net is the mean of (N1), and raise it.
 */
const nothingLater = { taxTreatment: 'before tax', exchangeFeeRatio: known(0, 'ratio') }

const dearer = (figure: Figure, by: number): Figure =>
  figure.value === null ? figure : { ...figure, value: Math.min(0.95, figure.value + by) }

describe('R3 a higher fee', () => {
  it('never raises the net of its network, where a payout costs nothing', { timeout: 900_000 }, () => {
    let looked = 0
    forSeeds('higher fees', 300 * times, 2, (seed) => {
      const question = questionFrom(seed, nothingLater)
      const random = randomFrom(seed + 3)
      for (const market of marketsFrom(seed, question, 2, true).map(freePayouts)) {
        const raised = {
          ...market,
          fees: market.fees.map((step) => ({
            ...step,
            platformFeeRatio: dearer(step.platformFeeRatio, random() * 0.3),
            paymentFeeRatio: dearer(step.paymentFeeRatio, random() * 0.3),
          })),
        }
        const [before, after] = [comparedMarket(question, market), comparedMarket(question, raised)]
        if ([before, after].some(paysNothing)) continue
        looked += 1
        expect(netOf(after)).toBeLessThanOrEqual(netOf(before) + 1e-9 * (1 + Math.abs(netOf(before))))
      }
    })
    expect(looked).toBeGreaterThan(100 * times)
  })
})

describe('MK10 a worse policy for unknown terms', () => {
  it('never gives a higher net, where a payout costs nothing', { timeout: 900_000 }, () => {
    let unknown = 0
    forSeeds('policies', 400 * times, 2, (seed) => {
      const question = questionFrom(seed, nothingLater)
      for (const market of marketsFrom(seed, question, 2, true)) {
        const free = market.payout.withdrawalFeeUsd.value === null ? market : freePayouts(market)
        const [worst, middle, best] = (['pessimistic', 'typical', 'leave out'] as const).map((policy) =>
          comparedMarket({ ...question, policy }, free),
        ) as [ComparedMarket, ComparedMarket, ComparedMarket]
        if ([worst, middle, best].some(paysNothing)) continue
        const scale = 1e-9 * (1 + Math.abs(netOf(worst)) + Math.abs(netOf(best)))
        expect(netOf(worst)).toBeLessThanOrEqual(netOf(middle) + scale)
        expect(netOf(middle)).toBeLessThanOrEqual(netOf(best) + scale)
        expect(Math.abs(netOf(middle) - (netOf(worst) + netOf(best)) / 2)).toBeLessThanOrEqual(scale)
        for (const { outcome } of [worst, middle, best]) {
          const { netLowUsdPerMonth, netHighUsdPerMonth } = outcome as WithNet
          expect(Math.abs(netLowUsdPerMonth - netOf(worst))).toBeLessThanOrEqual(scale)
          expect(Math.abs(netHighUsdPerMonth - netOf(best))).toBeLessThanOrEqual(scale)
        }
        if (netOf(worst) < netOf(best)) unknown += 1
      }
    })
    expect(unknown).toBeGreaterThan(50 * times)
  })
})

const countless = ['ask', 'cap', 'reference'] as const satisfies readonly PriceBasis[]

describe('MK6 a cap, a reference or an ask', () => {
  it('makes no net, no rank and no difference', { timeout: 900_000 }, () => {
    forSeeds('prices that do not count', 100 * times, 2, (seed) => {
      const question = questionFrom(seed)
      const random = randomFrom(seed + 4)
      for (const market of marketsFrom(seed, question, 2)) {
        const points = countless.map((basis) => priced(0.2 + random(), basis, 'own-receipt'))
        const bare = {
          ...market,
          prices: market.prices.filter(({ basis }) => basis === 'buyer pays' || basis === 'host receives'),
        }
        const [before, after] = [bare, { ...bare, prices: [...points, ...bare.prices] }].map((each) =>
          comparedMarket(question, each),
        ) as [ComparedMarket, ComparedMarket]
        expect(after).toEqual({ ...before, shownPrices: [...points, ...before.shownPrices] })
        const alone = comparedMarket(question, { ...market, prices: points }).outcome
        expect(['needed', 'ineligible']).toContain(alone.kind)
        expect(alone).not.toHaveProperty('netUsdPerMonth')
      }
    })
  })
})

describe('MK9 an ineligible rig', () => {
  it('has no net and stands last', { timeout: 900_000 }, () => {
    const found = new Set<string>()
    forSeeds('ineligible rigs', 240 * times, 8, (seed) => {
      const question = questionFrom(seed)
      const random = randomFrom(seed + 5)
      const closed = (market: MarketProfile) =>
        random() < 0.3 ? silentProfile(market.id, { whoMayJoin: said('closed to new hosts') }) : market
      const markets = marketsFrom(seed, question, 8).map(closed)
      const compared = compareMarkets(question, markets)
      const isOut = compared.map(({ eligibility }) => eligibility.kind === 'ineligible')
      expect(isOut).toEqual(isOut.toSorted((a, b) => Number(a) - Number(b)))
      compared.forEach(({ outcome }, i) => {
        expect(outcome.kind === 'ineligible').toBe(isOut[i])
        found.add(outcome.kind)
      })
    })
    expect([...found]).toEqual(expect.arrayContaining(['assumed', 'ineligible', 'needed', 'ranked']))
  })
})

/** A fixed sum per payout makes fewer payouts cheaper: so what is worse for the owner elsewhere may be better here. */
describe('N1 B4 a fee of $2 for each weekly payout, one card at night', () => {
  const night = `${'O'.repeat(7)}${'-'.repeat(17)}`.repeat(7)
  const owner: InputEntries = {
    startMonth: '2026-12',
    offeredWeek: night,
    horizonMonths: known(3, 'months'),
    gpuBoardLimitWatts: known(450, 'watts'),
    idleBoardWatts: known(20, 'watts'),
    flatTariffPerKwh: known(0.3, 'currencyUnitsPerKwh'),
  }
  const question: ComparisonQuestion = {
    owner,
    ownNetworkId: null,
    cards: [{ gpu, name: gpu.name, count: 1 }],
    policy: 'pessimistic',
    preferredCurrency: 'cash',
  }
  const weekly = (minimumUsd: Figure, ratio: number): ComparedMarket => {
    const profile = knownProfile('weekly', { fees: [fee(ratio)] })
    const payout = { ...profile.payout, cadence: said('weekly'), minimumUsd } as const
    return comparedMarket(question, { ...profile, payout })
  }

  it('an unknown minimum nets more at its bad end of $100 than at its good end of $0: the range holds both', () => {
    const { netUsdPerMonth, netLowUsdPerMonth, netHighUsdPerMonth } = weekly(unknownFigure('usd'), 0.1)
      .outcome as WithNet
    expect(netUsdPerMonth).toBe(netHighUsdPerMonth)
    expect(netLowUsdPerMonth).toBeLessThan(netHighUsdPerMonth)
  })
  it('a platform fee that keeps the balance below the minimum for another week raises the net', () => {
    // A week brings 7 x 7 x 0.98 x 0.5 x $0.50 = $12.01; $10.80 of it are left at 10 %, $9.96 at 17 %.
    const minimum = known(10, 'usd')
    expect(netOf(weekly(minimum, 0.17))).toBeGreaterThan(netOf(weekly(minimum, 0.1)))
  })
})
