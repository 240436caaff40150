/** In which part of a network's page each of its terms stands. */
import type { MarketPath } from '../../../../shared/markets/market-leaves.ts'
import type { NetworkFactLabel } from '../../../../shared/markets/market-profile.ts'

export type TermSection = {
  readonly id: string
  readonly title: string
  readonly paths: readonly MarketPath[]
  /** Above the terms and above what is known of them, where they are questions and methods. */
  readonly heads?: readonly [string, string]
  /** Instead of a term's own label. */
  readonly labels?: Readonly<Partial<Record<MarketPath, string>>>
  /** What is said in words beside the terms. */
  readonly words: readonly `facts.${NetworkFactLabel}`[]
}

/** The left and the right column of the page, each from top to bottom. */
export const termColumns: readonly (readonly TermSection[])[] = [
  [
    { id: 'what', title: 'What it is', paths: ['kind', 'status'], words: ['facts.Activity'] },
    {
      id: 'joining',
      title: 'Joining and hardware',
      paths: [
        'whoMayJoin',
        'hardware.vendors',
        'hardware.segments',
        'hardware.catalogueIds',
        'hardware.minimumMemoryGigabytes',
        'hardware.minimumGpuCount',
        'hardware.maximumGpuCount',
      ],
      words: ['facts.Accepted hardware'],
    },
    {
      id: 'renting',
      title: 'What is rented, and how',
      paths: ['resourceKind', 'accessForm', 'matching', 'pricing'],
      words: ['facts.Pricing', 'facts.Workloads'],
    },
    {
      id: 'token',
      title: 'Token and subsidies',
      paths: [
        'token.symbol',
        'token.priceUsd',
        'subsidy.usdPerRentedGpuHour',
        'subsidy.usdPerUpGpuHour',
        'subsidy.tokensPerRentedGpuHour',
        'subsidy.tokensPerUpGpuHour',
      ],
      words: [
        'facts.Token',
        'facts.Token supply cap',
        'facts.Token emission',
        'facts.Token sink',
        'facts.Buyers without the token',
        'facts.Other rewards',
      ],
    },
  ],
  [
    { id: 'fees', title: 'Fees', paths: [], words: ['facts.Platform fee', 'facts.Payment fee'] },
    {
      id: 'payout',
      title: 'Payout',
      paths: [
        'payout.currencies',
        'payout.cadence',
        'payout.creditDelayDays',
        'payout.minimumUsd',
        'payout.withdrawalFeeUsd',
        'payout.holdDays',
      ],
      words: [
        'facts.Payout currency',
        'facts.Payout cadence',
        'facts.Minimum payout',
        'facts.Withdrawal fee',
        'facts.Lock or hold',
        'facts.Providers paid in token',
      ],
    },
    {
      id: 'collateral',
      title: 'Collateral and slashing',
      paths: [
        'collateral.kind',
        'collateral.usdPerGpu',
        'collateral.tokensPerGpu',
        'collateral.unbondingDays',
      ],
      words: ['facts.Collateral', 'facts.Collateral per GPU', 'facts.Slashing'],
    },
    {
      id: 'uptime',
      title: 'Uptime promised',
      paths: ['serviceLevel.promisedUptimeRatio', 'serviceLevel.creditPerPointRatio'],
      words: ['facts.Uptime promised'],
    },
    {
      id: 'verification',
      title: 'Verification',
      heads: ['Question', 'Method by which it is answered'],
      labels: {
        'verification.stayedOnline': 'Stayed online?',
        'verification.outputRight': 'Output right?',
        'verification.isolated': 'Isolated?',
        'verification.punished': 'Punished?',
      },
      paths: [
        'verification.stayedOnline',
        'verification.outputRight',
        'verification.isolated',
        'verification.punished',
      ],
      words: ['facts.Verification'],
    },
  ],
]
