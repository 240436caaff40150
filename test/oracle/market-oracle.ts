/** Asks the plain-Python statement of networks compared (compare.py), and says where the engine differs. */
import { dayNumber } from '../../shared/calendar.ts'
import type { BreakEven } from '../../shared/economics/break-even.ts'
import type { ComparedMarket, ComparisonQuestion } from '../../shared/markets/compare.ts'
import { compareMarkets } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import { frontierOf } from '../../shared/markets/frontier.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { differenceGroups, termsOf } from '../../shared/markets/market-terms.ts'
import { openStatement } from './oracle.ts'

export type MarketQuestion = ComparisonQuestion & {
  readonly name: string
  readonly markets: readonly MarketProfile[]
  /** How many pairs are explained, and how many frontiers drawn. */
  readonly pairs: number
  readonly frontiers: readonly { readonly elasticity: number; readonly ownShare: number }[]
}

type NeededPrice = {
  readonly share: number
  readonly cashBreakEven: number | null
  readonly toBeatOff: number | null
}

export type OracleNetwork = {
  readonly id: string
  readonly eligibility: 'eligible' | 'with conditions' | 'not said' | 'ineligible'
  readonly rank: 'ranked' | 'assumed' | 'needed' | 'refused' | 'ineligible'
  readonly given?: Readonly<Record<string, number | string>>
  readonly unknown: readonly string[]
  readonly contradictions: number
  readonly needed?: Partial<
    Record<
      'good' | 'bad',
      {
        readonly prices?: readonly NeededPrice[]
        readonly shares?: Readonly<Record<'cashBreakEven' | 'toBeatOff', number | null>>
      }
    >
  >
  readonly net: number
  readonly netAtBad: number
  readonly netAtGood: number
  readonly firstCashDay: number | null
  readonly scale: number
}

type OracleAnswer = {
  readonly networks: readonly OracleNetwork[]
  readonly order: readonly string[]
  readonly probes: readonly (readonly number[])[]
  readonly pairs: readonly {
    readonly metrics: readonly [number, number]
    readonly gap: number
    readonly parts: Readonly<Record<string, number>>
    readonly scale: number
  }[]
  readonly frontiers: readonly {
    readonly prices: readonly number[]
    readonly shares: readonly number[]
    readonly nets: readonly number[]
    readonly bestIndex: number
    readonly bestNet: number
    readonly isTop: boolean
    readonly flat: readonly [number, number]
    readonly netAtGivenBest: number
    readonly powerFloor: number
    readonly fullCost: number | null
    readonly worthAround: readonly number[]
    readonly scale: number
  }[]
}

export const topics = [
  'MK9 who may join',
  'MK5 MK11 what is computed with',
  'MK10 what is unknown',
  'MK8 contradicting prices',
  'MK7 rank and order',
  'MK7 MK10 nets and their range',
  'N4 first cash date',
  'P2 price or share needed',
  'MK12 MK13 the difference and its parts',
  'MK15 the frontier',
  'MK16 its best price and its flat top',
] as const

export type MarketTopic = (typeof topics)[number]
export type Found = (topic: MarketTopic, same: boolean, what: () => string) => void

const groupNames: Readonly<Record<string, string>> = {
  utilization: 'rentedShare',
  'payout friction': 'friction',
}
const kindNames: Readonly<Record<string, string>> = { conditions: 'with conditions' }
const tolerance = 1e-9
/** Of a searched price or share: 1e-10 of the interval that was searched (P2), which is below $100 and below 1. */
const searchTolerance = 1e-8

const near = (a: number, b: number, scale: number) =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), scale)

function around(price: number | null): readonly number[] {
  return price === null ? [] : [Math.max(0, price - searchTolerance), price + searchTolerance]
}

export function openMarketOracle() {
  const statement = openStatement<OracleAnswer>('compare.py')
  /** Compares one question; every check is told to `found`. */
  async function check(question: MarketQuestion, found: Found): Promise<void> {
    const { name, markets, owner, cards, policy, preferredCurrency, ownNetworkId } = question
    const compared = compareMarkets(question, markets)
    const withNet = compared.filter(({ outcome }) => outcome.kind === 'ranked' || outcome.kind === 'assumed')
    const pairs = Array.from({ length: withNet.length < 2 ? 0 : question.pairs }, (_, i) => [
      withNet[i % withNet.length]!,
      withNet[(i + 1 + Math.floor(i / withNet.length)) % withNet.length]!,
    ] as const) // prettier-ignore
    const frontiers = (withNet.length === 0 ? [] : question.frontiers).map((asked, i) => {
      const of = withNet[(i * 3) % withNet.length]!
      const { elasticity, ownShare } = asked
      const drawn = frontierOf({ entries: of.entries, elasticity, ownSupplyShareRatio: ownShare })
      if (drawn.kind === 'refused') throw new Error(`${name}, ${of.id}: ${drawn.reason}`)
      return {
        asked: {
          id: of.id,
          ...asked,
          best: drawn.best.priceUsdPerGpuHour,
          around: around(drawn.fullCostUsdPerGpuHour),
        },
        drawn,
      }
    })
    const searches = compared.flatMap(searchesOf)
    const [answer] = await statement.ask([
      {
        owner,
        ownNetworkId,
        preferredCurrency,
        policy: policy === 'leave out' ? 'left out' : policy,
        cards: cards.map(({ gpu, count }) => ({
          catalogueId: gpu?.id ?? null,
          vendor: gpu?.vendor ?? null,
          segment: gpu?.segment ?? null,
          memoryGigabytes: gpu?.memoryGigabytes ?? null,
          count,
        })),
        markets,
        pairs: pairs.map(([a, b]) => [a.id, b.id]),
        frontiers: frontiers.map(({ asked }) => asked),
        probes: searches.map(({ id, target, key, share, at }) => ({ id, target, key, share, at })),
      },
    ])
    const byId = new Map(answer!.networks.map((network) => [network.id, network]))
    for (const market of compared) checkMarket(market, byId.get(market.id)!, question, found)
    searches.forEach((search, i) => {
      const needed = byId.get(search.id)!.needed?.[policy === 'leave out' ? 'good' : 'bad']
      if (needed !== undefined) checkSearch(search, needed, answer!.probes[i]!, `${name}, ${policy}`, found)
    })
    const order = compared.map(({ id }) => id).join(' ')
    found(
      'MK7 rank and order',
      order === answer!.order.join(' '),
      () => `${name}: ${order}; ${answer!.order.join(' ')}`,
    )
    pairs.forEach(([a, b], i) => {
      const where = `${name}, ${policy}, ${a.id} and ${b.id}`
      const { metrics, gap, parts, scale } = answer!.pairs[i]!
      const mine = differenceBetween(a, b, policy)
      const is = (actual: number, expected: number, what: string) =>
        found(
          'MK12 MK13 the difference and its parts',
          near(actual, expected, scale),
          () => `${where} ${what}: ${actual}, ${expected}`,
        )
      if (mine.kind === 'refused') {
        found('MK12 MK13 the difference and its parts', false, () => `${where}: ${mine.reason}`)
        return
      }
      is(mine.firstUsdPerMonth, metrics[0], 'first')
      is(mine.secondUsdPerMonth, metrics[1], 'second')
      is(mine.gapUsdPerMonth, gap, 'gap')
      for (const { group, usdPerMonth } of mine.parts)
        is(usdPerMonth, parts[groupNames[group] ?? group]!, group)
    })
    frontiers.forEach(({ asked, drawn }, i) => {
      const where = `${name}, ${policy}, ${asked.id}, elasticity ${asked.elasticity}`
      const other = answer!.frontiers[i]!
      const { scale } = other
      drawn.points.forEach((point, p) => {
        const is = (actual: number, expected: number, of: number) =>
          found(
            'MK15 the frontier',
            near(actual, expected, of),
            () => `${where} point ${p}: ${actual}, ${expected}`,
          )
        is(point.priceUsdPerGpuHour, other.prices[p]!, 0)
        is(point.rentalUtilizationRatio, other.shares[p]!, 0)
        is(point.netUsdPerMonth, other.nets[p]!, scale)
      })
      const best = (same: boolean, what: string) =>
        found('MK16 its best price and its flat top', same, () => `${where}: ${what}`)
      best(near(drawn.best.netUsdPerMonth, other.netAtGivenBest, scale), 'the net at the best price')
      best(
        drawn.best.netUsdPerMonth >= other.nets[other.bestIndex]! - tolerance * scale,
        'no better than a point',
      )
      best((drawn.bestAtEnd === null) === other.isTop, 'a top')
      // Where rounding decides whether a point is within 5 % it may be in or out.
      best(
        near(drawn.flatFromUsdPerGpuHour, other.flat[0], 0),
        `flat from ${drawn.flatFromUsdPerGpuHour}, ${other.flat[0]}`,
      )
      best(
        near(drawn.flatToUsdPerGpuHour, other.flat[1], 0),
        `flat to ${drawn.flatToUsdPerGpuHour}, ${other.flat[1]}`,
      )
      best(near(drawn.powerFloorUsdPerGpuHour, other.powerFloor, 0), 'power floor')
      const { fullCost } = other
      const mine = drawn.fullCostUsdPerGpuHour
      // Leaps of payouts make several prices of one worth: then the engine's is one of them.
      const [below, above] = other.worthAround
      const crosses = below !== undefined && above !== undefined && below <= 0 !== above <= 0
      const both = mine !== null && fullCost !== null
      const same = both ? Math.abs(mine - fullCost) <= searchTolerance || crosses : mine === fullCost
      best(same, `full cost ${mine}, ${fullCost}`)
    })
  }
  return { check, close: statement.close }
}

function checkMarket(
  market: ComparedMarket,
  other: OracleNetwork,
  question: MarketQuestion,
  found: Found,
): void {
  const { outcome, id, unknowns } = market
  const where = `${question.name}, ${question.policy}, ${question.preferredCurrency}, ${id}`
  const kind = kindNames[market.eligibility.kind] ?? market.eligibility.kind
  found('MK9 who may join', kind === other.eligibility, () => `${where}: ${kind}, ${other.eligibility}`)
  found('MK7 rank and order', outcome.kind === other.rank, () => `${where}: ${outcome.kind}, ${other.rank}`)
  const named = (keys: readonly string[]) =>
    [...new Set(keys.map((key) => (/^(subsidyTokens|emission)/.test(key) ? 'subsidy in tokens' : key)))]
      .toSorted()
      .join(' ')
  const [mine, theirs] = [named(unknowns.map(({ key }) => key)), named(other.unknown)]
  found('MK10 what is unknown', mine === theirs, () => `${where}: ${mine}; ${theirs}`)
  found(
    'MK8 contradicting prices',
    market.contradictions.length === other.contradictions,
    () => `${where}: ${market.contradictions.length}, ${other.contradictions}`,
  )
  checkEntries(market, other, where, question, found)
  if (outcome.kind === 'ranked' || outcome.kind === 'assumed') {
    if (other.rank !== outcome.kind) return
    const is = (actual: number, expected: number, what: string) =>
      found(
        'MK7 MK10 nets and their range',
        near(actual, expected, other.scale),
        () => `${where} ${what}: ${actual}, ${expected}`,
      )
    is(outcome.netUsdPerMonth, other.net, 'net')
    is(outcome.netLowUsdPerMonth, other.netAtBad, 'at all bad ends')
    is(outcome.netHighUsdPerMonth, other.netAtGood, 'at all good ends')
    const { firstCashDate } = outcome.evaluation.answer.headlines
    const start = dayNumber(`${question.owner['startMonth'] as string}-01`)
    const day = firstCashDate === null ? null : dayNumber(firstCashDate) - start
    found(
      'N4 first cash date',
      day === other.firstCashDay,
      () => `${where}: day ${day}, ${other.firstCashDay}`,
    )
  }
}

/** A price or a share that the engine searched, and what the second statement is to be asked about it. */
type Search = {
  readonly id: string
  readonly target: 'cashBreakEven' | 'toBeatOff'
  readonly key: 'priceUsdPerGpuHour' | 'rentalUtilizationRatio'
  readonly share: number | null
  readonly found: BreakEven
  /** Just below and just above each crossing. */
  readonly at: readonly number[]
}

function searchesOf({ id, outcome }: ComparedMarket): readonly Search[] {
  if (outcome.kind !== 'needed') return []
  const search = (target: Search['target'], key: Search['key'], share: number | null, found: BreakEven) => {
    const at = found.crossings.flatMap((crossing) => {
      const [low, high] =
        crossing.kind === 'root' ? [crossing.at, crossing.at] : [crossing.low, crossing.high]
      return [Math.max(0, low - searchTolerance), high + searchTolerance]
    })
    return { id, target, key, share, found, at }
  }
  return outcome.utilizationNeeded === null
    ? outcome.prices.flatMap(({ rentalUtilizationRatio: share, cashBreakEven, toBeatOff }) => [
        search('cashBreakEven', 'priceUsdPerGpuHour', share, cashBreakEven),
        search('toBeatOff', 'priceUsdPerGpuHour', share, toBeatOff),
      ])
    : [search('toBeatOff', 'rentalUtilizationRatio', null, outcome.utilizationNeeded)]
}

/**
 * The second statement's own crossing is the engine's, or, where leaps of payouts make several, each crossing of the
 * engine is one there too.
 */
function checkSearch(
  { target, share, found: { crossings }, id, at }: Search,
  needed: NonNullable<NonNullable<OracleNetwork['needed']>['bad']>,
  values: readonly number[],
  where: string,
  found: Found,
): void {
  const prices = needed.prices?.find((each) => each.share === share)
  const own = share === null ? needed.shares?.[target] : prices?.[target]
  const text = () =>
    `${where}, ${id} ${target} at ${share}: ${JSON.stringify(crossings)}, ${own}; ${values.join(' ')}`
  const exists = own !== undefined && (own === null || crossings.length > 0)
  const isOwn = crossings.some(
    (_, i) => own !== null && own !== undefined && own >= at[2 * i]! && own <= at[2 * i + 1]!,
  )
  const areTrue = crossings.every((_, i) => values[2 * i]! <= 0 !== values[2 * i + 1]! <= 0)
  found('P2 price or share needed', exists && (isOwn || areTrue), text)
}

/** MK10's policy "leave out" types the good end; an input that is not read may be there or not. */
function checkEntries(
  market: ComparedMarket,
  other: OracleNetwork,
  where: string,
  { policy }: MarketQuestion,
  found: Found,
): void {
  const terms = termsOf(market.entries)
  const expected = other.given ?? {}
  const defaults: Readonly<Record<string, string>> = {
    priceBasis: 'buyer pays',
    payoutCurrency: 'cash',
    collateralKind: 'none',
    serviceLevel: 'none',
  }
  const unread: Readonly<Record<string, boolean>> = {
    tokenPriceUsd: (expected['payoutCurrency'] ?? 'cash') !== 'token',
    unbondingDays: (expected['collateralKind'] ?? 'none') === 'none',
    collateralUsd: (expected['collateralKind'] ?? 'none') === 'none',
  }
  for (const key of differenceGroups.flatMap(({ keys }) => [...keys])) {
    if (unread[key] === true) continue
    const entry = terms[key]
    if (typeof entry === 'object' && entry.source === 'not known, left out' && policy === 'leave out') {
      found('MK5 MK11 what is computed with', expected[key] === undefined, () => `${where} ${key} is known`)
      continue
    }
    const mine = (typeof entry === 'object' ? entry.value : entry) ?? defaults[key] ?? null
    const theirs = expected[key] ?? defaults[key] ?? null
    const same =
      typeof mine === 'number' && typeof theirs === 'number' ? near(mine, theirs, 0) : mine === theirs
    found('MK5 MK11 what is computed with', same, () => `${where} ${key}: ${String(mine)}, ${String(theirs)}`)
  }
}
