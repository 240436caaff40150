/**
 * Every single thing that a market profile says, by path: what a person may edit and what a diff may name.
 * Lists of a profile (fees, prices, rented shares, fits) are told apart as wholes.
 * @see SPEC.md MB1
 */
import { gpuSegments, gpuVendors } from '../catalogue-gpu.ts'
import type { Fact, Figure, Unit } from '../figure.ts'
import {
  accessForms,
  collateralKinds,
  joiningRules,
  type MarketProfile,
  matchingRules,
  type NetworkFactLabel,
  networkFactLabels,
  payoutCadences,
  payoutCurrencies,
  pricingMechanisms,
  resourceKinds,
  type Term,
} from './market-profile.ts'

export type MarketLeaf =
  | { readonly path: string; readonly label: string; readonly kind: 'figure'; readonly unit: Unit }
  | { readonly path: string; readonly label: string; readonly kind: 'fact' | 'text' }
  | {
      readonly path: string
      readonly label: string
      readonly kind: 'term'
      readonly words: readonly string[]
    }
  /** Null words: cards of the catalogue, by id. */
  | {
      readonly path: string
      readonly label: string
      readonly kind: 'list'
      readonly words: readonly string[] | null
    }

/** What stands at a leaf. */
export type LeafValue = Figure | Fact | Term<string> | readonly string[] | string | null

const term = <const Path extends string>(path: Path, label: string, words: readonly string[]) =>
  ({ path, label, kind: 'term', words }) as const
const figure = <const Path extends string>(path: Path, label: string, unit: Unit) =>
  ({ path, label, kind: 'figure', unit }) as const
const fact = <const Path extends string>(path: Path, label: string) =>
  ({ path, label, kind: 'fact' }) as const
const list = <const Path extends string>(path: Path, label: string, words: readonly string[] | null) =>
  ({ path, label, kind: 'list', words }) as const

const fixedLeaves = [
  fact('kind', 'What it is'),
  fact('status', 'Whether it is alive'),
  term('whoMayJoin', 'Who may join', joiningRules),
  term('resourceKind', 'What is rented', resourceKinds),
  term('accessForm', 'How a buyer gets at it', accessForms),
  term('matching', 'Who brings job and machine together', matchingRules),
  term('pricing', 'Who sets the price', pricingMechanisms),
  list('hardware.vendors', 'Vendors taken', gpuVendors),
  list('hardware.segments', 'Segments taken', gpuSegments),
  list('hardware.catalogueIds', 'Only cards taken', null),
  figure('hardware.minimumMemoryGigabytes', 'Least memory of a card', 'gigabytes'),
  figure('hardware.minimumGpuCount', 'Fewest GPUs', 'count'),
  figure('hardware.maximumGpuCount', 'Most GPUs', 'count'),
  term('payout.currencies', 'Paid out in', payoutCurrencies),
  term('payout.cadence', 'Paid out how often', payoutCadences),
  figure('payout.creditDelayDays', 'Days until a payout is credited', 'days'),
  figure('payout.minimumUsd', 'Least payout', 'usd'),
  figure('payout.withdrawalFeeUsd', 'Fee of a withdrawal', 'usd'),
  figure('payout.holdDays', 'Days on hold', 'days'),
  term('collateral.kind', 'Collateral in', collateralKinds),
  figure('collateral.usdPerGpu', 'Collateral in cash', 'usdPerGpu'),
  figure('collateral.tokensPerGpu', 'Collateral in tokens per GPU', 'count'),
  figure('collateral.unbondingDays', 'Days until collateral is free', 'days'),
  figure('serviceLevel.promisedUptimeRatio', 'Uptime that is owed', 'ratio'),
  figure('serviceLevel.creditPerPointRatio', 'Credit per point below it', 'ratio'),
  fact('verification.stayedOnline', 'Checked: stayed online'),
  fact('verification.outputRight', 'Checked: output right'),
  fact('verification.isolated', 'Checked: isolated'),
  fact('verification.punished', 'What follows a failed check'),
  figure('subsidy.usdPerRentedGpuHour', 'Subsidy while rented', 'usdPerGpuHour'),
  figure('subsidy.usdPerUpGpuHour', 'Subsidy while up', 'usdPerGpuHour'),
  figure('subsidy.tokensPerRentedGpuHour', 'Tokens while rented', 'tokensPerGpuHour'),
  figure('subsidy.tokensPerUpGpuHour', 'Tokens while up', 'tokensPerGpuHour'),
  { path: 'token.symbol', label: 'Symbol of the token', kind: 'text' } as const,
  figure('token.priceUsd', 'Price of the token', 'usdPerToken'),
] as const satisfies readonly MarketLeaf[]

export type MarketPath = (typeof fixedLeaves)[number]['path'] | `facts.${NetworkFactLabel}`

/** What a person may edit one by one, in the order in which it is shown. */
export const marketLeaves: readonly (MarketLeaf & { readonly path: MarketPath })[] = [
  ...fixedLeaves,
  ...networkFactLabels.map((label) => ({ path: `facts.${label}`, label, kind: 'fact' }) as const),
]

type Tree = Readonly<Record<string, unknown>>

/**
 * What a profile says at a path, as it stands.
 * Example: `leafAt(profile, 'payout.holdDays').value` is `profile.payout.holdDays.value`. @see SPEC.md MB1
 */
export function leafAt(profile: MarketProfile, path: MarketPath): LeafValue {
  const [group, key] = parts(path)
  const branch = (profile as unknown as Tree)[group]
  return (key === null ? branch : (branch as Tree)[key]) as LeafValue
}

/** The profile with another value at a path; all else is untouched. @see SPEC.md MB1 */
export function withLeaf(profile: MarketProfile, path: MarketPath, value: LeafValue): MarketProfile {
  const [group, key] = parts(path)
  const branch = (profile as unknown as Tree)[group]
  return { ...profile, [group]: key === null ? value : { ...(branch as Tree), [key]: value } }
}

function parts(path: MarketPath): readonly [group: string, key: string | null] {
  const dot = path.indexOf('.')
  return dot < 0 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)]
}

/** Whether two pieces of plain data say the same, whatever the order of their keys. */
export function saysTheSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return Object.is(left, right)
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && saysTheSame((left as Tree)[key], (right as Tree)[key]))
  )
}
