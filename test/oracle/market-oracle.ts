/** Asks the plain-Python statement of networks compared (compare.py), and says where the engine differs. */
import { compareMarkets } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import { frontierOf } from '../../shared/markets/frontier.ts'
import type { Found, MarketQuestion, OracleAnswer } from './market-answers.ts'
import { near, searchTolerance, tolerance } from './market-answers.ts'
import { checkMarket } from './market-checks.ts'
import { around, checkSearch, searchesOf } from './market-searches.ts'
import { openStatement } from './oracle.ts'

const groupNames: Readonly<Record<string, string>> = {
  utilization: 'rentedShare',
  'payout friction': 'friction',
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
