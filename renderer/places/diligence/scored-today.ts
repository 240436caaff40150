/** A card as it stands and scores on a day for the roles in view; computed once for as long as nothing changes. */
import type { Role } from '../../../shared/diligence/checklist.ts'
import { type Gate, gatesOf, greyedBy } from '../../../shared/diligence/gates.ts'
import { type ScoredCard, scoredCard } from '../../../shared/diligence/score.ts'
import type { DiligenceListing, Scorecard } from '../../../shared/diligence/scorecard.ts'
import { type Checklists, type StandingCard, standingCard } from '../../../shared/diligence/standing.ts'

export type ScoredOn = {
  readonly standing: StandingCard
  readonly scored: ScoredCard
  readonly gates: readonly Gate[]
  readonly greyed: ReturnType<typeof greyedBy>
}

/** Those that cards were answered by, and the one that ships. */
export function checklistsOf({
  keptChecklists,
  shippedChecklist,
  shippedSha256,
}: DiligenceListing): Checklists {
  return { ...keptChecklists, [shippedSha256]: shippedChecklist }
}

const kept = new WeakMap<Scorecard['entries'], Map<string, ScoredOn>>()

/** By the entries' identity: a listing that was read again has others. */
export function scoredOn(
  card: Pick<Scorecard, 'entries'>,
  listing: DiligenceListing,
  roles: readonly Role[],
  day: string,
): ScoredOn {
  const byQuestion = kept.get(card.entries) ?? new Map<string, ScoredOn>()
  kept.set(card.entries, byQuestion)
  const key = `${day} ${roles.toSorted().join(' ')} ${Object.keys(listing.keptChecklists).length}`
  const known = byQuestion.get(key)
  if (known !== undefined) return known
  const standing = standingCard(card.entries, checklistsOf(listing), day)
  const gates = gatesOf(standing, roles)
  const computed = { standing, scored: scoredCard(standing, roles), gates, greyed: greyedBy(gates) }
  byQuestion.set(key, computed)
  return computed
}

/** What the facts that ship say of a network, as a card that nobody keeps: it scores the same way. */
export function starterCard(listing: DiligenceListing, networkId: string, name: string): Scorecard {
  const known = starterCards.get(listing)?.get(networkId)
  if (known !== undefined) return known
  const answers = listing.starters.find((starter) => starter.networkId === networkId)?.answers ?? []
  const bodies = [{ kind: 'checklist' as const, sha256: listing.shippedSha256, who: 'Idlewatt' }, ...answers]
  const card: Scorecard = {
    id: '',
    revision: 0,
    updatedAtUtcMs: 0,
    body: { schema: 1, name, networkId, roles: ['provider'] },
    entries: bodies.map((body, at) => ({ sequence: at + 1, recordedAtUtcMs: 0, body, origin: null })),
    headDigest: null,
    damage: [],
  }
  const ofListing = starterCards.get(listing) ?? new Map<string, Scorecard>()
  starterCards.set(listing, ofListing.set(networkId, card))
  return card
}

const starterCards = new WeakMap<DiligenceListing, Map<string, Scorecard>>()
