import { describe, expect, it } from 'vitest'
import type { CatalogueGpu } from '../../../shared/catalogue-gpu.ts'
import {
  comparedMarket,
  compareMarkets,
  type ComparisonQuestion,
  inOrder,
  type MarketOutcome,
} from '../../../shared/markets/compare.ts'
import { crossingAt } from '../../../shared/economics/words.ts'
import { assumed, type EvidenceClass, unknownFigure } from '../../../shared/figure.ts'
import type { MarketProfile } from '../../../shared/markets/market-profile.ts'
import { entriesOf, worked } from '../economics/given.ts'
import { entriesFromNetwork } from '../../../shared/markets/market-entries.ts'
import { patched } from '../../../shared/scenario-entries.ts'
import { fee, known, knownProfile, priced, rented, said, silentProfile, source } from './profiles.ts'

const gpu: CatalogueGpu = {
  id: 'geforce-rtx-4090',
  name: 'GeForce RTX 4090',
  vendor: 'NVIDIA',
  segment: 'consumer',
  launchYear: known(2022, 'years'),
  memoryGigabytes: known(24, 'gigabytes'),
  boardLimitWatts: known(450, 'watts'),
  idleBoardWatts: unknownFigure('watts'),
}

const question: ComparisonQuestion = {
  owner: entriesOf(worked),
  ownNetworkId: null,
  cards: [{ gpu, name: gpu.name, count: 1 }],
  policy: 'pessimistic',
  preferredCurrency: 'cash',
}

const ask = (markets: readonly MarketProfile[], change: Partial<ComparisonQuestion> = {}) =>
  compareMarkets({ ...question, ...change }, markets)

const only = (market: MarketProfile, change: Partial<ComparisonQuestion> = {}) => ask([market], change)[0]!

function answered(outcome: MarketOutcome): Extract<MarketOutcome, { kind: 'ranked' | 'assumed' }> {
  if (outcome.kind !== 'ranked' && outcome.kind !== 'assumed')
    throw new Error(`${outcome.kind}, not answered`)
  return outcome
}

const kindWith = (evidence: EvidenceClass) =>
  only(knownProfile('a', { prices: [priced(0.5, 'buyer pays', evidence)] })).outcome.kind

const unknownFee = knownProfile('a', { fees: [] })
const by = (policy: ComparisonQuestion['policy']) => answered(only(unknownFee, { policy }).outcome)

const used = (prices: ReturnType<typeof priced>[]) => only(knownProfile('a', { prices })).price?.figure.value

const share = (points: MarketProfile['utilizations']) =>
  only(knownProfile('a', { utilizations: points })).utilization?.value

describe('MK5 networks compared on one rig', () => {
  it('two networks with receipts: the worked example of SPEC nets $117.10 with 10 % fee, less with 30 %', () => {
    const [first, second] = ask([knownProfile('dear', { fees: [fee(0.3)] }), knownProfile('fair')])
    expect([first!.id, second!.id]).toEqual(['fair', 'dear'])
    // Its rig earns 366 h x $0.50 x 0.9 a month in the mean of 30 and 31 days; compare-scenarios names $117.10 too.
    expect(answered(first!.outcome).netUsdPerMonth).toBeCloseTo(117.1, 2)
    // 20 % of $183 a month less.
    expect(answered(second!.outcome).netUsdPerMonth).toBeCloseTo(117.1 - 36.6, 2)
    expect(answered(first!.outcome).netHighUsdPerMonth).toBe(answered(first!.outcome).netUsdPerMonth)
    expect(first!.unknowns).toEqual([])
  })

  it('the terms typed into the scenario stay out, but for its own network', () => {
    expect(only(silentProfile('other')).outcome.kind).toBe('needed')
    const own = only(silentProfile('own'), { ownNetworkId: 'own' })
    expect(answered(own.outcome).netUsdPerMonth).toBeCloseTo(117.1, 2)
    expect(own.outcome.kind).toBe('assumed')
    expect(own.unknowns.map(({ key }) => key)).not.toContain('platformFeeRatio')
  })

  it('the owner’s tariff, hours and fixed costs count for every network', () => {
    const dearer = { ...question.owner, ...entriesOf({ flatTariffPerKwh: 0.4 }) }
    const before = answered(only(knownProfile('a')).outcome).netUsdPerMonth
    // (0.4 x 366 + 0.1 x 366) kWh x $0.20 more: half of 732 h at 400 W, half at 100 W.
    expect(answered(only(knownProfile('a'), { owner: dearer }).outcome).netUsdPerMonth).toBeCloseTo(
      before - 183 * 0.2,
      6,
    )
  })

  it('without a start month no fee holds, and that is said', () => {
    const { startMonth, ...rest } = question.owner
    expect(startMonth).toBe('2026-11')
    expect(() => ask([knownProfile('a')], { owner: rest })).toThrow(/startMonth/)
  })
})

describe('MK7 what is ranked', () => {
  it('a cap, a reference and an ask never make a net', () => {
    for (const basis of ['cap', 'reference', 'ask'] as const) {
      const { outcome, shownPrices } = only(
        knownProfile('a', { prices: [priced(0.5, basis, 'own-receipt')] }),
      )
      expect(outcome).toMatchObject({ kind: 'needed', missing: ['price'] })
      expect(shownPrices).toHaveLength(1)
    }
  })

  it('a claim makes no net; what was typed makes one on an assumption, and weak evidence a rank', () => {
    expect(kindWith('claim')).toBe('needed')
    expect(kindWith('assumption')).toBe('assumed')
    expect(kindWith('weak-third-party')).toBe('ranked')
  })

  it('without a rented share the answer is the share needed at the price', () => {
    const { outcome } = only(knownProfile('a', { utilizations: [] }))
    if (outcome.kind !== 'needed') throw new Error(outcome.kind)
    expect(outcome.missing).toEqual(['rented share'])
    // u x 732 h x (0.45 - 0.3 kW x 0.2) = 732 x 0.1 x 0.2 + 10 + 1 (one payout of $2 in two months)
    expect(crossingAt(outcome.utilizationNeeded!)).toBeCloseTo(25.64 / 285.48, 6)
  })

  it('without a price the answer is the price at 20, 40 and 60 %', () => {
    const { outcome } = only(knownProfile('a', { prices: [], utilizations: [] }))
    if (outcome.kind !== 'needed') throw new Error(outcome.kind)
    expect(outcome.missing).toEqual(['price', 'rented share'])
    expect(outcome.prices.map(({ rentalUtilizationRatio }) => rentalUtilizationRatio)).toEqual([
      0.2, 0.4, 0.6,
    ])
  })

  it('compared one at a time and put in order, they stand as compared together', () => {
    const markets = [silentProfile('quiet'), knownProfile('dear', { fees: [fee(0.3)] }), knownProfile('fair')]
    expect(inOrder(markets.map((market) => comparedMarket(question, market)))).toEqual(ask(markets))
  })

  it('ranked stand before assumed, needed, refused and ineligible, whatever order they come in', () => {
    const markets = [
      silentProfile('needs'),
      knownProfile('closed', { whoMayJoin: said('closed to new hosts') }),
      knownProfile('typed', { prices: [priced(5, 'buyer pays', 'assumption')] }),
      knownProfile('paid'),
      knownProfile('also-paid'),
      // A hold of 1.5 days rounds; a price beyond the bounds is refused by the engine's own words.
      knownProfile('broken', { prices: [priced(1000, 'buyer pays')] }),
    ]
    const ids = ask(markets).map(({ id }) => id)
    expect(ids).toEqual(['also-paid', 'paid', 'typed', 'needs', 'broken', 'closed'])
    expect(ask(markets.toReversed()).map(({ id }) => id)).toEqual(ids)
    const broken = ask(markets).find(({ id }) => id === 'broken')!
    expect(broken.outcome).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('from 0 to 100'),
    })
  })
})

describe('MK7 what is earned and never paid out', () => {
  it('is no net, whatever it would come to', () => {
    const { payout } = knownProfile('a')
    const never = knownProfile('never', { payout: { ...payout, minimumUsd: known(100_000, 'usd') } })
    const [pays, last] = ask([never, knownProfile('pays')])
    expect([pays!.id, pays!.outcome.kind]).toEqual(['pays', 'ranked'])
    expect(last!.outcome).toEqual({
      kind: 'refused',
      reason: 'Nothing is paid out within the horizon, below its minimum payout.',
    })
  })
})

describe('MK5 what a scenario took over from its network', () => {
  it('does not stand before what the network’s profile says now', () => {
    const before = knownProfile('own', { fees: [fee(0.25)] })
    const filled = patched(question.owner, entriesFromNetwork(before, '2026-11'))
    expect(filled['platformFeeRatio']).toMatchObject({ value: 0.25, source: `terms of OWN; ${source}` })
    const own = only(knownProfile('own'), { owner: filled, ownNetworkId: 'own' })
    expect(own.entries['platformFeeRatio']).toMatchObject({ value: 0.1 })
    const typed = { ...filled, platformFeeRatio: assumed(0.2, 'ratio', 'typed by you') }
    const asTyped = only(knownProfile('own'), { owner: typed, ownNetworkId: 'own' })
    expect(asTyped.entries['platformFeeRatio']).toMatchObject({ value: 0.2 })
  })

  it('an unknown payout currency is not made known by it', () => {
    expect(entriesFromNetwork(silentProfile('own'), '2026-11')['payoutCurrency']).toBeNull()
  })

  it('the choice of currency stays with whoever asks where the network leaves it', () => {
    const payout = { ...knownProfile('own').payout, currencies: said('cash or token') }
    const either = knownProfile('own', { payout })
    const filled = patched(question.owner, entriesFromNetwork(either, '2026-11'))
    const paidIn = (preferredCurrency: 'cash' | 'token') =>
      only(either, { owner: filled, ownNetworkId: 'own', preferredCurrency }).paidIn
    expect([paidIn('cash'), paidIn('token')]).toEqual(['cash', 'token'])
  })
})

describe('MK10 unknown terms', () => {
  it('are counted at the bad end, in the middle or not at all; the range is always shown', () => {
    // The fee may be 0 to 30 % of $183 a month: $54.90 between the ends, and $18.30 above the example's 10 %.
    const good = 117.1 + 18.3
    const bad = good - 54.9
    for (const policy of ['pessimistic', 'typical', 'leave out'] as const) {
      const { netLowUsdPerMonth, netHighUsdPerMonth } = by(policy)
      expect(netLowUsdPerMonth).toBeCloseTo(bad, 2)
      expect(netHighUsdPerMonth).toBeCloseTo(good, 2)
    }
    expect(by('pessimistic').netUsdPerMonth).toBeCloseTo(bad, 2)
    expect(by('typical').netUsdPerMonth).toBeCloseTo((bad + good) / 2, 2)
    expect(by('leave out').netUsdPerMonth).toBeCloseTo(good, 2)
  })

  it('are named with what stands in their place', () => {
    const named = (policy: ComparisonQuestion['policy']) =>
      only(unknownFee, { policy }).unknowns.map(({ label, countedAs }) => `${label}: ${countedAs}`)
    expect(named('pessimistic')).toEqual(['Platform fee: 0\u{a0}% to 30\u{a0}%', 'Payment fee: none'])
    expect(named('leave out')).toEqual(['Platform fee: left out', 'Payment fee: none'])
    expect(only(silentProfile('b')).unknowns.map(({ label }) => label)).toEqual([
      'Payout currency',
      'Collateral',
      'Payout cadence',
      'Platform fee',
      'Payment fee',
      'Minimum payout',
      'Fee per payout',
      'Held after payout',
    ])
  })

  it('a fee of which only the range is documented counts at its own ends', () => {
    const ranged = { ...unknownFigure('ratio'), low: 0, high: 0.15, source, asOf: '2026-10-01' }
    const market = knownProfile('a', { fees: [fee(0.1, { paymentFeeRatio: ranged })] })
    const net = (policy: ComparisonQuestion['policy']) => answered(only(market, { policy }).outcome)
    // 15 % of the $164.70 that the platform leaves of $183.
    const [least, most] = [117.1 - 24.705, 117.1]
    expect(net('pessimistic').netUsdPerMonth).toBeCloseTo(least, 2)
    expect(net('typical').netUsdPerMonth).toBeCloseTo((least + most) / 2, 2)
    expect(net('leave out').netUsdPerMonth).toBeCloseTo(most, 2)
    for (const policy of ['pessimistic', 'typical', 'leave out'] as const) {
      expect(net(policy).netLowUsdPerMonth).toBeCloseTo(least, 2)
      expect(net(policy).netHighUsdPerMonth).toBeCloseTo(most, 2)
    }
    expect(only(market).unknowns).toEqual([
      { key: 'paymentFeeRatio', label: 'Payment fee', countedAs: '0\u{a0}% to 15\u{a0}%', inRange: true },
    ])
  })

  it('a price that the host receives knows no platform fee', () => {
    const { unknowns, outcome } = only({ ...unknownFee, prices: [priced(0.45, 'host receives')] })
    expect(unknowns.map(({ key }) => key)).not.toContain('platformFeeRatio')
    expect(answered(outcome).netUsdPerMonth).toBeCloseTo(117.1, 2)
  })
})

describe('MK11 paid in tokens', () => {
  const inToken = knownProfile('a', {
    payout: { ...knownProfile('a').payout, currencies: said('token') },
  })

  it('the level of a flat token’s price cancels out', () => {
    const withPrice = { ...inToken, token: { symbol: 'T', priceUsd: known(37.5, 'usdPerToken') } }
    const net = (market: MarketProfile) => answered(only(market).outcome).netUsdPerMonth
    expect(net(withPrice)).toBeCloseTo(net(inToken), 9)
    expect(only(inToken).unknowns.map(({ label }) => label)).toEqual(['What the token will be worth'])
  })

  it('a subsidy in tokens counts only with a token price', () => {
    const subsidy = { ...inToken.subsidy, tokensPerUpGpuHour: known(0.1, 'tokensPerGpuHour') }
    const without = { ...inToken, subsidy }
    const priceOf = (usd: number) => ({
      ...without,
      token: { symbol: 'T', priceUsd: known(usd, 'usdPerToken') },
    })
    const net = (market: MarketProfile) => answered(only(market).outcome).netUsdPerMonth
    expect(net(without)).toBeCloseTo(net(inToken), 9)
    expect(only(without).unknowns.map(({ label }) => label)).toContain(
      'Subsidy in tokens, for want of a token price',
    )
    // 732 up hours x 0.1 tokens x $2; November's $144 are sold at 0.2 % within the two months, December's after them.
    expect(net(priceOf(2)) - net(inToken)).toBeCloseTo(146.4 - (144 * 0.002) / 2, 9)
  })

  it('where the network leaves the choice, the preferred currency and its own fee hold', () => {
    const either = knownProfile('a', {
      payout: { ...knownProfile('a').payout, currencies: said('cash or token') },
      fees: [fee(0.2, { payoutCurrency: 'cash' }), fee(0.04, { payoutCurrency: 'token' })],
    })
    expect(only(either).entries['platformFeeRatio']).toMatchObject({ value: 0.2 })
    expect(only(either, { preferredCurrency: 'token' })).toMatchObject({
      paidIn: 'token',
      entries: { platformFeeRatio: { value: 0.04 }, payoutCurrency: 'token' },
    })
  })
})

describe('MK3 dated fees', () => {
  const dated = knownProfile('a', {
    fees: [fee(0.1), fee(0.2, { from: '2026-11-16' }), fee(0.3, { from: '2027-02-01' })],
  })

  it('an old month gives the old fee, and later steps from the month that is mostly theirs', () => {
    expect(only(dated).entries).toMatchObject({
      platformFeeRatio: { value: 0.1 },
      platformFeeSteps: '2026-12 0.2; 2027-02 0.3',
    })
    const later = { ...question.owner, startMonth: '2026-12' }
    expect(only(dated, { owner: later }).entries).toMatchObject({
      platformFeeRatio: { value: 0.2 },
      platformFeeSteps: '2027-02 0.3',
    })
  })

  it('a later step of unknown fee is named', () => {
    const ends = {
      ...dated,
      fees: [fee(0.1), { ...fee(0), from: '2027-02-10', platformFeeRatio: unknownFigure('ratio') }],
    }
    expect(only(ends).unknowns.map(({ label }) => label)).toEqual(['Platform fee from 2027-02'])
  })
})

describe('collateral and credits', () => {
  it('count for every card, and are unknown where the size is', () => {
    const { collateral } = knownProfile('a')
    const two = { ...question.owner, gpuCount: assumed(2, 'count') }
    const locked = knownProfile('a', {
      collateral: {
        ...collateral,
        kind: said('cash'),
        usdPerGpu: known(250, 'usdPerGpu'),
        unbondingDays: known(14, 'days'),
      },
    })
    expect(only(locked, { owner: two }).entries).toMatchObject({
      collateralKind: 'cash',
      collateralUsd: { value: 500, unit: 'usd' },
      unbondingDays: { value: 14 },
    })
    const sizeless = knownProfile('a', { collateral: { ...collateral, kind: said('token') } })
    expect(only(sizeless).unknowns.map(({ label }) => label)).toEqual(['Collateral'])
  })

  it('in tokens count at the token’s price', () => {
    const { collateral } = knownProfile('a')
    const inTokens = knownProfile('a', {
      token: { symbol: 'IO', priceUsd: known(0.5, 'usdPerToken') },
      collateral: {
        ...collateral,
        kind: said('token'),
        tokensPerGpu: known(200, 'count'),
        unbondingDays: known(14, 'days'),
      },
    })
    expect(only(inTokens).entries).toMatchObject({ collateralKind: 'cash', collateralUsd: { value: 100 } })
  })

  it('credits for downtime need both the promise and the credit', () => {
    const serviceLevel = {
      promisedUptimeRatio: known(0.99, 'ratio'),
      creditPerPointRatio: known(0.1, 'ratio'),
    }
    expect(only(knownProfile('a', { serviceLevel })).entries['serviceLevel']).toBe('credits')
    const half = { ...serviceLevel, creditPerPointRatio: unknownFigure('ratio') }
    expect(only(knownProfile('a', { serviceLevel: half })).entries['serviceLevel']).toBeUndefined()
  })
})

describe('MK6 which evidence counts', () => {
  it('own receipts, then what the user assumes, then trust, then the newest date', () => {
    const weak = priced(0.3, 'buyer pays', 'weak-third-party')
    const third = priced(0.35, 'buyer pays', 'third-party', { asOf: '2026-05' })
    const newer = priced(0.4, 'buyer pays', 'third-party', { asOf: '2026-06' })
    expect(used([weak, third])).toBe(0.35)
    expect(used([weak, third, newer])).toBe(0.4)
    const assumption = priced(0.6, 'buyer pays', 'assumption')
    expect(used([weak, third, newer, assumption])).toBe(0.6)
    expect(used([weak, assumption, priced(0.7, 'buyer pays', 'own-receipt'), newer])).toBe(0.7)
  })

  it('a price for another card, or with several kinds of cards in the rig, counts for none', () => {
    const other = { ...priced(0.5), catalogueIds: ['h200-nvl'] }
    expect(used([other])).toBeUndefined()
    const mixed = [
      ...question.cards,
      { gpu: { ...gpu, id: 'geforce-rtx-3090' }, name: 'GeForce RTX 3090', count: 1 },
    ]
    expect(only(knownProfile('a'), { cards: mixed }).price).toBeNull()
  })

  it('MK8 prices that cannot both be true are shown as such', () => {
    const may = priced(0.31, 'buyer pays', 'third-party', { low: 0.31, high: 0.45, asOf: '2026-05' })
    const june = priced(0.68, 'buyer pays', 'third-party', { low: 0.68, high: 0.88, asOf: '2026-06' })
    const { contradictions } = only(knownProfile('a', { prices: [may, june] }))
    expect(contradictions).toEqual([may])
    const near = { ...may, usdPerGpuHour: { ...may.usdPerGpuHour, high: 0.7 } }
    expect(only(knownProfile('a', { prices: [near, june] })).contradictions).toEqual([])
    const weaker = { ...may, usdPerGpuHour: { ...may.usdPerGpuHour, class: 'weak-third-party' as const } }
    expect(only(knownProfile('a', { prices: [weaker, june] })).contradictions).toEqual([])
  })

  it('a share of one card stands beside one of all', () => {
    const all = rented(0.4, 'third-party')
    const own = { ...rented(0.7, 'own-receipt'), catalogueIds: ['geforce-rtx-4090'] }
    const other = { ...rented(0.9), catalogueIds: ['h200-nvl'] }
    expect(share([all, own, other])).toBe(0.7)
    expect(share([other, all])).toBe(0.4)
  })
})
