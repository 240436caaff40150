/** Fee schedules, read by hand out of the facts' texts and notes. A network that is not here has an empty one. */
import type { FeeStep } from '../../shared/markets/market-profile.ts'
import type { MarketFacts } from './facts.ts'
import { type FigureChoice, foundFigure } from './found.ts'

type FeeChoice = {
  readonly from: string | null
  readonly payoutCurrency: FeeStep['payoutCurrency']
  readonly platform?: FigureChoice
  readonly payment?: FigureChoice
  readonly note: string | null
}

const providerFee = (value: number, range: { low?: number; high?: number } = {}): FigureChoice => ({
  value,
  ...range,
  field: 'providerFee',
})

/**
 * Not here although a number goes about: Livepeer (naming no fee is not the same as a fee of zero), Vast 25 %,
 * Nosana 10 % and Aethir 20 % (repeated on the web, found in no document).
 */
const feeChoices: Readonly<Record<string, readonly FeeChoice[]>> = {
  akash: [
    {
      from: null,
      payoutCurrency: 'token',
      platform: providerFee(0.04),
      note: 'Leases in AKT, until the burn-and-mint model of 23 March 2026; second-hand',
    },
    {
      from: null,
      payoutCurrency: 'cash',
      platform: providerFee(0.2),
      note: 'Leases in USDC, until the burn-and-mint model of 23 March 2026; second-hand',
    },
    {
      from: '2026-03-23',
      payoutCurrency: 'any',
      note: 'Settled in ACT since 23 March 2026; today’s rate was not found',
    },
  ],
  ionet: [
    {
      from: null,
      payoutCurrency: 'token',
      platform: providerFee(0.0025),
      payment: { value: 0, field: 'withdrawalFee' },
      note: 'Paid in IO; documents from before the rules of 11 June 2026',
    },
    {
      from: null,
      payoutCurrency: 'cash',
      platform: providerFee(0.0025),
      payment: { value: 0.02, field: 'withdrawalFee' },
      note: 'Paid in USDC; documents from before the rules of 11 June 2026',
    },
    {
      from: '2026-06-11',
      payoutCurrency: 'any',
      note: 'Payouts follow a dollar target since 11 June 2026; whether the old fees still hold was not found',
    },
  ],
  clore: [
    {
      from: null,
      payoutCurrency: 'any',
      platform: providerFee(0.05, { low: 0.0125, high: 0.05 }),
      payment: { value: null, low: 0, high: 0.15, field: 'providerFee' },
      note: 'Host’s half of the base fee: 5 % on demand, 1.25 % on spot, half of that for 2 million CLORE held; 15 % more where the renter pays in BTC, USDT or USDC',
    },
  ],
  lium: [{ from: null, payoutCurrency: 'any', platform: providerFee(0.05), note: null }],
  octaspace: [
    {
      from: null,
      payoutCurrency: 'any',
      platform: providerFee(0.05),
      note: 'The documents say that it may change',
    },
  ],
  hyperbolic: [
    {
      from: null,
      payoutCurrency: 'any',
      platform: providerFee(0.1),
      note: 'Page of the beta, about 2024 to 2025',
    },
  ],
}

export function feeSchedule(market: MarketFacts): readonly FeeStep[] {
  return (feeChoices[market.id] ?? []).map(({ from, payoutCurrency, platform, payment, note }) => ({
    from,
    payoutCurrency,
    platformFeeRatio: foundFigure(market, 'ratio', platform),
    paymentFeeRatio: foundFigure(market, 'ratio', payment),
    note,
  }))
}
