/**
 * What is known of one network: dated terms, each with its source and class. Unknown is an answer.
 * @see SPEC.md MK1 to MK4
 */
import type { GpuSegment, GpuVendor } from '../catalogue-gpu.ts'
import type { Fact, Figure } from '../figure.ts'

/** `ask` is what a listing wants, `buyer pays` what a renter paid: one never stands for the other. */
export const priceBases = ['buyer pays', 'host receives', 'ask', 'cap', 'reference'] as const
export type PriceBasis = (typeof priceBases)[number]

/** One of a few words with its provenance; `value: null` is unknown, `text` says it in full. */
export type Term<Value extends string> = Fact & { readonly value: Value | null }

export const joiningRules = ['anyone', 'after approval', 'professional sites', 'closed to new hosts'] as const
export type JoiningRule = (typeof joiningRules)[number]

/** What is rented. */
export const resourceKinds = [
  'machine',
  'container',
  'virtual machine',
  'cluster',
  'inference job',
  'rendering job',
  'transcoding job',
  'several kinds',
] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** How a buyer gets at it. */
export const accessForms = ['dashboard', 'deployment tool', 'API', 'application', 'several forms'] as const
export type AccessForm = (typeof accessForms)[number]

/** Who brings a job and a machine together. */
export const matchingRules = [
  'buyer picks a listing',
  'hosts bid on an order',
  'network assigns',
  'stake and performance',
] as const
export type MatchingRule = (typeof matchingRules)[number]

export const pricingMechanisms = [
  'host sets it',
  'host sets it under a cap',
  'auction',
  'network sets it',
  'follows demand',
] as const
export type PricingMechanism = (typeof pricingMechanisms)[number]

export const payoutCurrencies = ['cash', 'token', 'cash or token'] as const
export type PayoutCurrencies = (typeof payoutCurrencies)[number]

/** Paid per job or by the hour counts as daily in the engine, which knows no shorter step. */
export const payoutCadences = ['hourly', 'per job', 'daily', 'weekly', 'monthly'] as const
export type PayoutCadence = (typeof payoutCadences)[number]

export const collateralKinds = ['none', 'cash', 'token'] as const
export type CollateralKind = (typeof collateralKinds)[number]

/** From this date on, for what is paid out in this currency. Null: from the beginning. */
export type FeeStep = {
  /** YYYY-MM-DD */
  readonly from: string | null
  readonly payoutCurrency: 'cash' | 'token' | 'any'
  /** Of what the buyer pays. */
  readonly platformFeeRatio: Figure
  /** Of what is left after the platform fee. */
  readonly paymentFeeRatio: Figure
  readonly note: string | null
}

/** What a machine must be; null or an unknown figure: nothing is said. The words stand in `facts`. */
export type HardwareRule = {
  readonly vendors: readonly GpuVendor[] | null
  readonly segments: readonly GpuSegment[] | null
  /** The only cards taken, as the catalogue names them. */
  readonly catalogueIds: readonly string[] | null
  readonly minimumMemoryGigabytes: Figure
  readonly minimumGpuCount: Figure
  readonly maximumGpuCount: Figure
}

export type PricePoint = {
  /** The card as the source names it. */
  readonly gpu: string
  /** The catalogue's cards that this name may mean: "A100 80GB" is two, PCIe and SXM4. */
  readonly catalogueIds: readonly string[]
  readonly usdPerGpuHour: Figure
  readonly basis: PriceBasis
  readonly note: string | null
}

/** Share of up hours that are rented, of some cards or of all (no ids). */
export type UtilizationPoint = {
  readonly catalogueIds: readonly string[]
  readonly rentalUtilizationRatio: Figure
  readonly note: string | null
}

export const workloads = [
  'inference',
  'image and video generation',
  'rendering',
  'fine-tuning',
  'notebooks',
  'batch',
  'HPC and simulation',
  'data analytics',
  'enterprise hosting',
  'crypto-native',
  'frontier training',
  'regulated data',
  'mission-critical',
] as const
export type Workload = (typeof workloads)[number]

export const fits = ['good', 'possible', 'poor'] as const
export type Fit = (typeof fits)[number]

/** How far a market suits a kind of work, with the main caveat. */
export type WorkloadFit = { readonly workload: Workload; readonly fit: Term<Fit> }

/** What is said of a network in words, in the order in which it is shown. Every network has every entry. */
export const networkFactLabels = [
  'Platform fee',
  'Payment fee',
  'Payout currency',
  'Payout cadence',
  'Minimum payout',
  'Withdrawal fee',
  'Lock or hold',
  'Collateral',
  'Collateral per GPU',
  'Slashing',
  'Uptime promised',
  'Accepted hardware',
  'Workloads',
  'Pricing',
  'Verification',
  'Other rewards',
  'Token',
  'Token supply cap',
  'Token emission',
  'Token sink',
  'Buyers without the token',
  'Providers paid in token',
  'Activity',
] as const
export type NetworkFactLabel = (typeof networkFactLabels)[number]

export type MarketProfile = {
  readonly schema: 1
  readonly id: string
  readonly name: string
  readonly homepage: string
  /** In one line: what it is and whether it is alive. */
  readonly kind: Fact
  readonly status: Fact
  readonly whoMayJoin: Term<JoiningRule>
  readonly resourceKind: Term<ResourceKind>
  readonly accessForm: Term<AccessForm>
  readonly matching: Term<MatchingRule>
  readonly pricing: Term<PricingMechanism>
  readonly hardware: HardwareRule
  readonly fees: readonly FeeStep[]
  readonly payout: {
    readonly currencies: Term<PayoutCurrencies>
    readonly cadence: Term<PayoutCadence>
    readonly creditDelayDays: Figure
    readonly minimumUsd: Figure
    readonly withdrawalFeeUsd: Figure
    readonly holdDays: Figure
  }
  readonly collateral: {
    readonly kind: Term<CollateralKind>
    readonly usdPerGpu: Figure
    readonly tokensPerGpu: Figure
    readonly unbondingDays: Figure
  }
  readonly serviceLevel: {
    readonly promisedUptimeRatio: Figure
    /** Of the month's usage, for each percentage point below the promise. */
    readonly creditPerPointRatio: Figure
  }
  /** How each question is answered, by which method. */
  readonly verification: {
    readonly stayedOnline: Fact
    readonly outputRight: Fact
    readonly isolated: Fact
    readonly punished: Fact
  }
  readonly subsidy: {
    readonly usdPerRentedGpuHour: Figure
    readonly usdPerUpGpuHour: Figure
    readonly tokensPerRentedGpuHour: Figure
    readonly tokensPerUpGpuHour: Figure
  }
  readonly token: { readonly symbol: string | null; readonly priceUsd: Figure }
  readonly prices: readonly PricePoint[]
  readonly utilizations: readonly UtilizationPoint[]
  readonly workloadFits: readonly WorkloadFit[]
  /** Everything else in words, keyed as on screen. */
  readonly facts: Readonly<Record<NetworkFactLabel, Fact>>
}

/** Several profiles in one file, to be handed on. */
export type MarketPack = {
  readonly schema: 1
  readonly kind: 'idlewatt market pack'
  readonly compiledAt: string
  readonly markets: readonly MarketProfile[]
}
