/** Small networks on which a reading of SPEC.md MK shows, each by one or two terms. */
import type { EvidenceClass } from '../../shared/figure.ts'
import { unknownFigure } from '../../shared/figure.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { fee, known, knownProfile, priced, said, silentProfile } from '../shared/markets/profiles.ts'
import type { MarketQuestion } from './market-answers.ts'
import { marketRigs } from './market-rigs.ts'

const [rig] = marketRigs
const { cards, owner } = rig!
const [card] = cards
const silent = silentProfile('silent')

function asked(
  name: string,
  markets: readonly MarketProfile[],
  change: Partial<MarketQuestion> = {},
): MarketQuestion {
  return {
    name,
    markets,
    cards,
    owner,
    ownNetworkId: null,
    policy: 'pessimistic',
    preferredCurrency: 'cash',
    pairs: markets.length < 2 ? 0 : 1,
    frontiers: [],
    ...change,
  }
}

const withClass = (evidence: EvidenceClass) => priced(0.5, 'buyer pays', evidence)
const laterFees = (...days: readonly (readonly [string, number | null])[]) => [
  fee(0.1),
  ...days.map(([from, ratio]) =>
    fee(0, { from, platformFeeRatio: ratio === null ? unknownFigure('ratio') : known(ratio, 'ratio') }),
  ),
]
const onOwn = (typed: MarketQuestion['owner']): Partial<MarketQuestion> => {
  const { priceUsdPerGpuHour: _price, platformFeeRatio: _fee, ...bare } = owner
  return { ownNetworkId: 'own', owner: { ...bare, ...typed } }
}
const withMemory = { ...known(24, 'gigabytes'), low: 24, high: 48 }

export const cases: readonly MarketQuestion[] = [
  asked('MK6 an assumption stands before a receipt', [
    knownProfile('a', { prices: [withClass('own-receipt'), priced(0.4, 'buyer pays', 'assumption')] }),
  ]),
  asked('MK6 a newer of equal trust', [
    knownProfile('a', {
      prices: [priced(0.5, 'buyer pays', 'third-party', { asOf: '2026' }), priced(0.4, 'host receives')],
    }),
  ]),
  asked('MK3 three steps, one of them unknown', [
    knownProfile('a', { fees: laterFees(['2027-02-15', 0.2], ['2027-04-16', null], ['2027-06-28', 0.05]) }),
  ]),
  asked('MK11 collateral in tokens with and without a price', [
    knownProfile('a', {
      collateral: { ...silent.collateral, kind: said('token'), tokensPerGpu: known(100, 'count') },
    }),
    knownProfile('b', {
      collateral: { ...silent.collateral, kind: said('token'), tokensPerGpu: known(100, 'count') },
      token: { symbol: 'B', priceUsd: known(2, 'usdPerToken') },
    }),
  ]),
  asked('MK12 paid in tokens against paid in cash, with collateral in tokens and a subsidy', [
    knownProfile('a'),
    knownProfile('b', {
      payout: { ...knownProfile('b').payout, currencies: said('token') },
      collateral: { ...silent.collateral, kind: said('token'), usdPerGpu: known(300, 'usdPerGpu') },
      subsidy: { ...silent.subsidy, tokensPerUpGpuHour: known(0.02, 'tokensPerGpuHour') },
      token: { symbol: 'B', priceUsd: known(2, 'usdPerToken') },
    }),
  ]),
  // Each of these the engine once read otherwise.
  asked('MK7 a price of class claim is no evidence and no assumption: there is no net', [
    knownProfile('a', { prices: [withClass('claim')] }),
  ]),
  asked('MK7 a price of class cap with the basis "buyer pays" likewise', [
    knownProfile('a', { prices: [withClass('cap')] }),
  ]),
  asked(
    'MK9 memory counts at the upper end of what is known',
    [
      knownProfile('a', {
        hardware: { ...silent.hardware, minimumMemoryGigabytes: known(32, 'gigabytes') },
      }),
    ],
    { cards: [{ ...card!, gpu: { ...card!.gpu!, memoryGigabytes: withMemory } }] },
  ),
  asked('MK9 an unknown card where nothing is said', [knownProfile('a')], {
    cards: [{ gpu: null, name: 'Card X', count: 1 }],
  }),
  asked('MK9 a rule on the most GPUs alone says something of hardware', [
    knownProfile('a', { hardware: { ...silent.hardware, maximumGpuCount: known(8, 'count') } }),
  ]),
  asked('MK3 of two steps in one month the second is unknown: the first goes on', [
    knownProfile('a', { fees: laterFees(['2027-03-02', 0.3], ['2027-03-10', null]) }),
  ]),
  asked(
    'MK5 a typed price has its own basis, not that of the profile’s price',
    [knownProfile('own', { prices: [priced(0.3, 'host receives')] })],
    onOwn({ priceUsdPerGpuHour: known(0.5, 'usdPerGpuHour', 'own-receipt') }),
  ),
  asked(
    'MK2 the fees of the network that the scenario is about are those of the typed payout currency',
    [
      knownProfile('own', {
        payout: { ...knownProfile('own').payout, currencies: said('cash or token') },
        fees: [fee(0.1, { payoutCurrency: 'cash' }), fee(0.02, { payoutCurrency: 'token' })],
        token: { symbol: 'O', priceUsd: known(2, 'usdPerToken') },
      }),
    ],
    onOwn({ payoutCurrency: 'token' }),
  ),
  asked(
    'MK11 typed: paid in token at a price nobody gave',
    [
      knownProfile('own', {
        payout: { ...knownProfile('own').payout, currencies: silent.payout.currencies },
      }),
    ],
    onOwn({ payoutCurrency: 'token' }),
  ),
  asked(
    'MK10 typed: the host receives the price, so the fee is no unknown term',
    [knownProfile('own', { fees: [], prices: [] })],
    onOwn({ priceUsdPerGpuHour: known(0.5, 'usdPerGpuHour', 'own-receipt'), priceBasis: 'host receives' }),
  ),
  asked(
    'F1 MK5 an unknown figure among what was typed hides nothing',
    [knownProfile('own')],
    onOwn({ withdrawalFeeUsd: unknownFigure('usd') }),
  ),
  asked(
    'MK12 left out: an unknown fee counts at its good end in hybrids too',
    [knownProfile('a'), knownProfile('b', { fees: [], prices: [priced(0.6, 'host receives')] })],
    { policy: 'leave out' },
  ),
  asked(
    'MK5 a typed price counts whatever its class, and is no evidence',
    [knownProfile('own'), knownProfile('z')],
    onOwn({ priceUsdPerGpuHour: known(0.9, 'usdPerGpuHour', 'claim') }),
  ),
  asked(
    'A3 a typed cap makes no net, although the profile knows a price',
    [knownProfile('own')],
    onOwn({ priceUsdPerGpuHour: known(0.9, 'usdPerGpuHour', 'cap'), priceBasis: 'cap' }),
  ),
  asked('MK6 an own receipt stands before an assumption, and that before a third party', [
    knownProfile('a', { prices: [withClass('own-receipt'), priced(0.6, 'buyer pays', 'assumption')] }),
    knownProfile('b', { prices: [withClass('third-party'), priced(0.6, 'buyer pays', 'assumption')] }),
  ]),
  asked(
    'MK5 a basis without a price is not that of the profile’s price',
    [knownProfile('own', { prices: [priced(0.5, 'host receives')], fees: [fee(0.25)] })],
    onOwn({ priceBasis: 'buyer pays' }),
  ),
  asked(
    'MK5 what was taken over from the network does not stand before what it says now',
    [knownProfile('own')],
    onOwn({
      platformFeeRatio: { ...known(0.25, 'ratio'), source: 'terms of OWN; https://example.org' },
      payoutCadence: 'daily',
      payoutCurrency: 'cash',
    }),
  ),
  asked(
    'MK11 a typed token price counts for subsidy and collateral',
    [
      knownProfile('own', {
        payout: { ...knownProfile('own').payout, currencies: said('token') },
        collateral: { ...silent.collateral, kind: said('token'), tokensPerGpu: known(100, 'count') },
        subsidy: { ...silent.subsidy, tokensPerUpGpuHour: known(0.3, 'tokensPerGpuHour') },
      }),
    ],
    onOwn({ tokenPriceUsd: known(0.2, 'usdPerToken', 'own-receipt') }),
  ),
  asked(
    'MK7 earned and never paid out is no net',
    [
      knownProfile('pays'),
      knownProfile('never', {
        payout: { ...knownProfile('never').payout, minimumUsd: known(100_000, 'usd') },
      }),
    ],
    { pairs: 0 },
  ),
  asked('MK15 from $100 on only $100 itself', [knownProfile('dear', { prices: [priced(30)] })], {
    frontiers: [{ elasticity: 0.5, ownShare: 0 }],
  }),
]
