/**
 * A person's own evidence on top of what the catalogue or a pack says of a network. It is kept apart from the profile,
 * so that a newer catalogue changes what lies beneath and never what the person said.
 * @see SPEC.md MB1, MB2
 */
import { type LeafValue, type MarketPath, marketLeaves, saysTheSame, withLeaf } from './market-leaves.ts'
import type { FeeStep, MarketProfile, PricePoint, UtilizationPoint, WorkloadFit } from './market-profile.ts'

export type MarketEdits = {
  /** By path: each stands in place of what the profile says there, an unknown one too. */
  readonly terms: { readonly [Path in MarketPath]?: LeafValue }
  /** The person's own schedule in place of the profile's; null leaves that one. */
  readonly fees: readonly FeeStep[] | null
  /** Before the profile's own, and beside them. */
  readonly prices: readonly PricePoint[]
  readonly utilizations: readonly UtilizationPoint[]
  /** Each in place of the profile's for the same kind of work. */
  readonly workloadFits: readonly WorkloadFit[]
}

/** What the book keeps of a network, under the network's id. */
export type MarketBody = {
  readonly schema: 1
  readonly name: string
  /** From a pack, in place of the catalogue's; null: the catalogue's. */
  readonly profile: MarketProfile | null
  /** The date that the pack states; null without a profile. */
  readonly packCompiledAt: string | null
  readonly edits: MarketEdits
}

export const noEdits: MarketEdits = { terms: {}, fees: null, prices: [], utilizations: [], workloadFits: [] }

/** The wholes of a profile that edits may touch besides the leaves. */
export const marketLists = ['fees', 'prices', 'utilizations', 'workloadFits'] as const
export type MarketList = (typeof marketLists)[number]

/**
 * What holds of a network: the stored profile, else the shipped one, with the edits on top; null where there is neither.
 * Applying the same edits again changes nothing, so an exported network may come back to where its edits are.
 * Example: with `edits.terms = { 'payout.holdDays': figure }` the result's `payout.holdDays` is `figure`.
 * @see SPEC.md MB2
 */
export function effectiveMarket(
  shipped: MarketProfile | null,
  body: MarketBody | null,
): MarketProfile | null {
  const base = standingProfile(shipped, body)
  return base === null || body === null ? base : withEdits(base, body.edits)
}

/** The profile beneath the edits. @see SPEC.md MB2 */
export function standingProfile(
  shipped: MarketProfile | null,
  body: MarketBody | null,
): MarketProfile | null {
  return body?.profile ?? shipped
}

/** A profile with edits on top. @see SPEC.md MB2 */
export function withEdits(base: MarketProfile, edits: MarketEdits): MarketProfile {
  let profile = base
  for (const { path } of marketLeaves) {
    const value = edits.terms[path]
    if (value !== undefined) profile = withLeaf(profile, path, value)
  }
  return {
    ...profile,
    fees: edits.fees ?? base.fees,
    prices: beside(edits.prices, base.prices),
    utilizations: beside(edits.utilizations, base.utilizations),
    workloadFits: [
      ...base.workloadFits.map((fit) => edits.workloadFits.find(forSameWork(fit)) ?? fit),
      ...edits.workloadFits.filter((fit) => !base.workloadFits.some(forSameWork(fit))),
    ],
  }
}

const forSameWork = (fit: WorkloadFit) => (other: WorkloadFit) => other.workload === fit.workload

/** Own points first; what the profile says in the same words is not said twice. */
function beside<Point>(own: readonly Point[], others: readonly Point[]): readonly Point[] {
  return [...own, ...others.filter((point) => !own.some((each) => saysTheSame(each, point)))]
}

/**
 * What a person has said of a network: paths of leaves, then lists. Example: of `noEdits` it is `[]`. @see SPEC.md MB1
 */
export function editedPaths(edits: MarketEdits): readonly (MarketPath | MarketList)[] {
  return [
    ...marketLeaves.map(({ path }) => path).filter((path) => edits.terms[path] !== undefined),
    ...marketLists.filter((list) => (list === 'fees' ? edits.fees !== null : edits[list].length > 0)),
  ]
}

/** Edits without what was said at one path; all others stay. @see SPEC.md MB1 */
export function withoutEdit(edits: MarketEdits, path: MarketPath | MarketList): MarketEdits {
  if (path === 'fees') return { ...edits, fees: null }
  if (isMarketList(path)) return { ...edits, [path]: [] }
  const { [path]: _, ...terms } = edits.terms
  return { ...edits, terms }
}

/** Whether `path` names a leaf or a list of a profile. */
export function isMarketPath(path: string): path is MarketPath | MarketList {
  return isMarketList(path) || marketLeaves.some((leaf) => leaf.path === path)
}

function isMarketList(path: string): path is MarketList {
  return (marketLists as readonly string[]).includes(path)
}
