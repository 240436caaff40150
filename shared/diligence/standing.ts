/**
 * What stands on a card on a date: its entries until then, without what was taken back or set aside.
 * @see SPEC.md DG4, DG5
 */
import { dayNumber } from '../calendar.ts'
import type { Checklist, ChecklistItem, Circumstance } from './checklist.ts'
import type {
  Answer,
  DatedPath,
  Entry,
  EntryBody,
  OnChainRecord,
  Payout,
  PermissionSheet,
  SeenFigure,
  TestJob,
  Tripwire,
} from './entry.ts'

/** An entry's body with its place in the history. */
export type Standing<Body> = Body & { readonly sequence: number; readonly recordedAtUtcMs: number }

export type StandingCard = {
  /** The day, as 'YYYY-MM-DD'. */
  readonly on: string
  /** The one in force; null: none was taken yet, and nothing is asked. */
  readonly checklist: Checklist | null
  /** Of the checklist, then the person's own. */
  readonly items: readonly ChecklistItem[]
  readonly circumstances: readonly Circumstance[]
  /** By item or circumstance, the oldest first: the last one stands. */
  readonly answers: ReadonlyMap<string, readonly Standing<Answer>[]>
  readonly jobs: readonly Standing<TestJob>[]
  readonly sheets: readonly Standing<PermissionSheet>[]
  readonly payouts: readonly Standing<Payout>[]
  readonly records: readonly Standing<OnChainRecord>[]
  readonly datedPaths: readonly Standing<DatedPath>[]
  readonly tripwires: readonly Standing<Tripwire>[]
  readonly figures: readonly Standing<SeenFigure>[]
  readonly notes: readonly Standing<Extract<EntryBody, { kind: 'note' }>>[]
}

export type Checklists = Readonly<Record<string, Checklist>>

const dayMs = 86_400_000

/** The day in UTC on which an instant lies, as its number. Example: `dayOfInstant(86_400_000)` is `1`. @see SPEC.md DG5 */
export function dayOfInstant(utcMs: number): number {
  return Math.floor(utcMs / dayMs)
}

/**
 * The sequences that are taken back: by a withdrawal that no later one takes back itself.
 * Example: 3 withdraws 1, 4 withdraws 3: only 3. @see SPEC.md DG4
 */
export function withdrawnSequences(entries: readonly Entry[]): ReadonlySet<number> {
  const withdrawn = new Set<number>()
  for (const { sequence, body, origin } of entries.toReversed()) {
    if (body.kind !== 'withdrawal' || origin?.aside === true) continue
    if (!withdrawn.has(sequence) && body.sequence < sequence) withdrawn.add(body.sequence)
  }
  return withdrawn
}

/**
 * The card on a day: what was recorded until that day's end in UTC, less withdrawals and what stands aside.
 * `checklists` by digest; a checklist that is not among them asks nothing. Throws a RangeError for a malformed day.
 * Example: "no" on Monday and "yes" on Tuesday: on Monday the answer is "no". @see SPEC.md DG5
 */
export function standingCard(entries: readonly Entry[], checklists: Checklists, on: string): StandingCard {
  const end = (dayNumber(on) + 1) * dayMs
  const recorded = entries.filter(({ recordedAtUtcMs }) => recordedAtUtcMs < end)
  const withdrawn = withdrawnSequences(recorded)
  const standing = recorded.filter(
    ({ sequence, origin }) => !withdrawn.has(sequence) && origin?.aside !== true,
  )
  const ofKind = <Kind extends EntryBody['kind']>(kind: Kind) =>
    standing.flatMap(({ sequence, recordedAtUtcMs, body }) =>
      body.kind === kind
        ? [{ ...(body as Extract<EntryBody, { kind: Kind }>), sequence, recordedAtUtcMs }]
        : [],
    )
  const inForce = ofKind('checklist').at(-1)
  const checklist = inForce === undefined ? null : (checklists[inForce.sha256] ?? null)
  const asked = new Set(checklist?.items.map(({ id }) => id))
  const ownItems = [...new Map(ofKind('own-item').map(({ item }) => [item.id, item])).values()]
  return {
    on,
    checklist,
    items: checklist === null ? [] : [...checklist.items, ...ownItems.filter(({ id }) => !asked.has(id))],
    circumstances: checklist?.circumstances ?? [],
    answers: answersByItem(ofKind('answer')),
    jobs: latestOf(ofKind('test-job'), ({ jobId }) => jobId),
    sheets: latestOf(ofKind('permissions'), ({ jobId }) => jobId),
    payouts: ofKind('payout'),
    records: ofKind('record'),
    datedPaths: ofKind('dated-path'),
    tripwires: latestOf(ofKind('tripwire'), ({ tripwireId }) => tripwireId),
    figures: ofKind('figure'),
    notes: ofKind('note'),
  }
}

/**
 * The answer that counts for an item or a circumstance; null while there is none.
 * Example: of two answers the later by sequence, whatever their dates. @see SPEC.md DG5
 */
export function standingAnswer(card: StandingCard, itemId: string): Standing<Answer> | null {
  return card.answers.get(itemId)?.at(-1) ?? null
}

/** The newest of each id, in the order of the newest. */
function latestOf<Body extends { readonly sequence: number }>(
  bodies: readonly Body[],
  idOf: (body: Body) => string,
): readonly Body[] {
  return [...new Map(bodies.map((body) => [idOf(body), body])).values()].toSorted(
    (a, b) => a.sequence - b.sequence,
  )
}

function answersByItem(answers: readonly Standing<Answer>[]): StandingCard['answers'] {
  const byItem = new Map<string, Standing<Answer>[]>()
  for (const answer of answers) {
    const before = byItem.get(answer.itemId)
    if (before === undefined) byItem.set(answer.itemId, [answer])
    else before.push(answer)
  }
  return byItem
}
