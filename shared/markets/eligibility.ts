/** Whether a network takes this rig, as far as its documents say. @see SPEC.md MK9 */
import type { CatalogueGpu } from '../catalogue-gpu.ts'
import type { Figure } from '../figure.ts'
import { formatFigure } from '../units.ts'
import type { MarketProfile } from './market-profile.ts'

/** One kind of card in the rig; `gpu` is null where the catalogue does not know it. */
export type RigCard = { readonly gpu: CatalogueGpu | null; readonly name: string; readonly count: number }

export type Eligibility =
  | { readonly kind: 'eligible' | 'conditions' | 'ineligible'; readonly reason: string }
  /** Nothing is known of who may join nor of the hardware. */
  | { readonly kind: 'not said'; readonly reason: string }

/**
 * `ineligible` names the first thing that keeps the rig out; `conditions` what has to be met first.
 * Example: a card of AMD where only NVIDIA is taken: "takes NVIDIA only; Radeon RX 7900 XT is AMD". @see SPEC.md MK9
 */
export function eligibilityOf(profile: MarketProfile, cards: readonly RigCard[]): Eligibility {
  const joining = profile.whoMayJoin.value
  if (joining === 'closed to new hosts') return { kind: 'ineligible', reason: 'closed to new hosts' }
  const refusal = cards.map((card) => refusalOf(profile, card)).find((reason) => reason !== null) ?? null
  if (refusal !== null) return { kind: 'ineligible', reason: refusal }
  const counted = countRefusal(profile, cards)
  if (counted !== null) return { kind: 'ineligible', reason: counted }
  if (joining === 'professional sites') return { kind: 'conditions', reason: 'takes professional sites' }
  if (joining === 'after approval') return { kind: 'conditions', reason: 'joins after approval' }
  if (cards.length === 0) return { kind: 'not said', reason: 'the rig’s cards are not known' }
  const unseen = unseenRules(profile, cards)
  if (unseen !== null) return { kind: 'conditions', reason: unseen }
  if (joining === null && !saysAnything(profile))
    return { kind: 'not said', reason: 'who and what is taken was not found' }
  if (!saysAnything(profile)) return { kind: 'eligible', reason: 'anyone may join; hardware is not said' }
  return {
    kind: 'eligible',
    reason: joining === null ? 'the hardware is taken; who may join is not said' : 'the hardware is taken',
  }
}

function saysAnything({ hardware }: MarketProfile): boolean {
  const { vendors, segments, catalogueIds, minimumMemoryGigabytes } = hardware
  return (
    vendors !== null ||
    segments !== null ||
    catalogueIds !== null ||
    minimumMemoryGigabytes.value !== null ||
    hardware.minimumGpuCount.value !== null ||
    hardware.maximumGpuCount.value !== null
  )
}

function refusalOf({ hardware }: MarketProfile, { gpu, name }: RigCard): string | null {
  if (gpu === null) return null
  const { vendors, segments, catalogueIds, minimumMemoryGigabytes } = hardware
  if (vendors !== null && !vendors.includes(gpu.vendor))
    return `takes ${vendors.join(' and ')} only; ${name} is ${gpu.vendor}`
  if (segments !== null && !segments.includes(gpu.segment))
    return `takes ${segments.join(' and ')} cards; ${name} is a ${gpu.segment} card`
  if (catalogueIds !== null && !catalogueIds.includes(gpu.id)) return `${name} is not on its list of cards`
  const most = mostOf(gpu.memoryGigabytes)
  const needed = minimumMemoryGigabytes.value
  if (needed !== null && most !== null && most < needed)
    return `wants ${formatFigure(needed, 'gigabytes')} of memory; ${name} has ${formatFigure(most, 'gigabytes')}`
  return null
}

const mostOf = ({ value, high }: Figure): number | null => high ?? value

function countRefusal({ hardware }: MarketProfile, cards: readonly RigCard[]): string | null {
  const count = cards.reduce((total, card) => total + card.count, 0)
  const { minimumGpuCount, maximumGpuCount } = hardware
  if (count === 0) return null
  if (minimumGpuCount.value !== null && count < minimumGpuCount.value)
    return `wants at least ${minimumGpuCount.value} GPUs; the rig has ${count}`
  if (maximumGpuCount.value !== null && count > maximumGpuCount.value)
    return `takes at most ${maximumGpuCount.value} GPU${maximumGpuCount.value === 1 ? '' : 's'} a machine; the rig has ${count}`
  return null
}

/** A rule that cannot be held against a card of which the figure is unknown. */
function unseenRules(profile: MarketProfile, cards: readonly RigCard[]): string | null {
  const { hardware } = profile
  const unknown = saysAnything(profile) ? cards.find(({ gpu }) => gpu === null) : undefined
  if (unknown !== undefined)
    return `${unknown.name} is not in the catalogue: compare it with the network’s list`
  const needed = hardware.minimumMemoryGigabytes.value
  const silent = cards.find(({ gpu }) => gpu !== null && mostOf(gpu.memoryGigabytes) === null)
  if (needed !== null && silent !== undefined)
    return `wants ${formatFigure(needed, 'gigabytes')} of memory; that of ${silent.name} is not known`
  return null
}
