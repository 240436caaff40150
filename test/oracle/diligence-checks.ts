/** Where the engine and the second statement (diligence.py) differ on one scorecard, by topic. */
import { pillars, type Pillar, type Role } from '../../shared/diligence/checklist.ts'
import { changesBetween } from '../../shared/diligence/changes.ts'
import { gatesOf, greyedBy, rolesWithoutTest } from '../../shared/diligence/gates.ts'
import { scoredCard, type ScoredCard } from '../../shared/diligence/score.ts'
import { standingCard, type StandingCard } from '../../shared/diligence/standing.ts'
import { costPerSuccessfulJob } from '../../shared/diligence/test-job.ts'
import { tripwireStates } from '../../shared/diligence/tripwires.ts'
import { findOutNext, type ToFindOut } from '../../shared/diligence/value-of-information.ts'
import type { RandomCard } from './diligence-cards.ts'

type Ends = { readonly low: number | null; readonly high: number | null }

type FoundOut = {
  readonly id: string
  readonly changes: boolean
  /** Some verdict hangs on less than 1e-9 of a point: then it may be either. */
  readonly near: boolean
  readonly width: number
  /** Among the widths of the card; equal only where they are exactly equal. */
  readonly rank: number
  readonly weight: number
  readonly order: number
}

export type DayAnswer = {
  readonly items: readonly {
    readonly id: string
    readonly weight: number
    readonly applies: boolean
    readonly certainty: number
    readonly low: number
    readonly high: number
    readonly redFlag: boolean
  }[]
  readonly pillars: Readonly<
    Record<
      Pillar,
      Ends & {
        readonly verdict: string
        readonly near: boolean
        readonly flags: readonly string[]
        readonly share: number | null
      }
    >
  >
  readonly firstTests: Readonly<Record<Role, boolean>>
  readonly gates: Readonly<Record<'first-test' | 'provider' | 'token', string>> & {
    readonly until: string | null
  }
  readonly greyed: readonly string[]
  readonly tripwires: Readonly<Record<string, string>>
  readonly findOut: readonly FoundOut[] | null
  readonly jobs: Readonly<Record<string, number | null>>
}

type Parted = { readonly ageing: number | null; readonly entries: number | null }

export type OracleAnswer = {
  readonly dates: readonly [DayAnswer, DayAnswer]
  readonly changes: {
    readonly pillars: Readonly<Record<Pillar, Readonly<Record<'low' | 'high', Parted>>>>
    readonly items: readonly string[]
    readonly gates: readonly string[]
    readonly verdicts: readonly string[]
    readonly near: boolean
    readonly tripwires: readonly string[]
  }
}

export type Found = (topic: Topic, same: boolean, what: () => string) => void

export const topics = [
  'DG5 the items asked and their order',
  'DG2 weights',
  'DG7 certainties',
  'DG7 DG8 intervals',
  'DG8 what does not apply and its share',
  'DG9 low and high',
  'DG9 red flags',
  'DG10 verdicts',
  'DG11 first tests by role',
  'DG12 DG13 gates',
  'DG14 what is greyed',
  'DG15 what is worth finding out',
  'DG15 its widths',
  'DG15 its order',
  'DG16 tripwires',
  'DG17 changes parted in ageing and entries',
  'DG17 what turned',
  'DG19 cost per successful job',
] as const
export type Topic = (typeof topics)[number]

/** To 1e-12 of the exact figure, or of `scale` where that is larger: what it is a sum or a difference of. */
function near(actual: number | null, exact: number | null, scale = 1): boolean {
  if (actual === null || exact === null) return actual === exact
  return Math.abs(actual - exact) <= 1e-12 * Math.max(scale, Math.abs(exact))
}

export function checkCard(card: RandomCard, answer: OracleAnswer, found: Found): void {
  const { checklists, entries, roles, dates } = card
  const say: Found = (topic, same, what) => {
    found(topic, same, () => `seed ${card.seed}: ${what()}`)
  }
  const equal = (topic: Topic, ours: unknown, theirs: unknown, what: string) => {
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
    say(topic, a === b, () => `${what}: engine ${a}, second statement ${b}`)
  }
  for (const [i, on] of dates.entries()) {
    const standing = standingCard(entries, checklists, on)
    const scored = scoredCard(standing, roles)
    const exact = answer.dates[i]!
    checkScore(scored, exact, say, on)
    checkGates(standing, roles, exact, (topic, ours, theirs) => {
      equal(topic, ours, theirs, on)
    })
    if (exact.findOut !== null) checkFindOut(findOutNext(standing, scored), exact.findOut, say, on)
    const wires = tripwireStates(standing).map(({ tripwire, state }) => [tripwire.tripwireId, state] as const)
    equal('DG16 tripwires', sorted(wires), sorted(Object.entries(exact.tripwires)), on)
    for (const job of standing.jobs) {
      const [ours, theirs] = [costPerSuccessfulJob(job), exact.jobs[job.jobId] ?? null]
      say('DG19 cost per successful job', near(ours, theirs), () => `${on} ${job.jobId} ${ours}, ${theirs}`)
    }
  }
  checkChanges(card, answer.changes, say, equal)
}

function sorted<Pair extends readonly [string, unknown]>(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ')

function checkScore({ items, pillars: scores }: ScoredCard, exact: DayAnswer, say: Found, on: string): void {
  const [ours, theirs] = [ids(items.map(({ item }) => item)), ids(exact.items)]
  say('DG5 the items asked and their order', ours === theirs, () => `${on}: ${ours}; ${theirs}`)
  if (ours !== theirs) return
  for (const [at, mine] of items.entries()) {
    const other = exact.items[at]!
    const what = () =>
      `${on} ${other.id}: ${JSON.stringify({ ...mine, item: null })}, ${JSON.stringify(other)}`
    const applies = mine.state !== 'not-applicable'
    say('DG2 weights', mine.weight === other.weight, what)
    say('DG8 what does not apply and its share', applies === other.applies, what)
    if (!applies) continue
    say('DG7 certainties', near(mine.certainty, other.certainty), what)
    say('DG7 DG8 intervals', near(mine.interval.low, other.low) && near(mine.interval.high, other.high), what)
    say('DG9 red flags', mine.isRedFlag === other.redFlag, what)
  }
  for (const pillar of pillars) {
    const [mine, other] = [scores[pillar], exact.pillars[pillar]]
    const { redFlags, ...rest } = mine
    const what = () => `${on} ${JSON.stringify(rest)}, ${JSON.stringify(other)}`
    say('DG8 what does not apply and its share', near(mine.notApplicableShare, other.share ?? 0), what)
    say('DG9 red flags', ids(redFlags.map(({ item }) => item)) === other.flags.join(' '), what)
    say('DG10 verdicts', mine.verdict === other.verdict || other.near, what)
    // Without weight there is no score, whatever the engine puts there.
    if (other.low !== null)
      say('DG9 low and high', near(mine.low, other.low) && near(mine.high, other.high), what)
  }
}

type Equal = (topic: Topic, ours: unknown, theirs: unknown) => void

function checkGates(
  card: StandingCard,
  roles: readonly Role[],
  { firstTests, gates, greyed }: DayAnswer,
  equal: Equal,
): void {
  const ours = gatesOf(card, roles)
  const undone = roles.filter((role) => !firstTests[role])
  equal('DG11 first tests by role', rolesWithoutTest(card, roles).toSorted(), undone.toSorted())
  for (const { id, state, until } of ours) {
    const day = id === 'token' ? gates.until : null
    equal('DG12 DG13 gates', [id, state, until], [id, gates[id], day])
  }
  const by = greyedBy(ours)
  equal(
    'DG14 what is greyed',
    [...pillars, 'holding' as const].filter((what) => by[what] !== null),
    greyed,
  )
}

function checkFindOut(ours: readonly ToFindOut[], exact: readonly FoundOut[], say: Found, on: string): void {
  const brief = ours.map(({ scored, isVerdictChanging, widthPoints }) => ({
    id: scored.item.id,
    changes: isVerdictChanging,
    width: widthPoints,
  }))
  const what = () => `${on}: ${JSON.stringify(brief)}, ${JSON.stringify(exact)}`
  const byId = new Map(exact.map((one) => [one.id, one]))
  const sameItems = brief.length === exact.length && brief.every(({ id }) => byId.has(id))
  say(
    'DG15 what is worth finding out',
    sameItems && brief.every(({ id, changes }) => changes === byId.get(id)!.changes || byId.get(id)!.near),
    what,
  )
  if (!sameItems) return
  say(
    'DG15 its widths',
    brief.every(({ id, width }) => near(width, byId.get(id)!.width, 100)),
    what,
  )
  const pairs = brief.slice(1).map((one, i) => [byId.get(brief[i]!.id)!, byId.get(one.id)!] as const)
  say(
    'DG15 its order',
    pairs.every(([first, second]) => mayStandBefore(first, second)),
    what,
  )
}

/** Exactly equal widths must be ordered by weight and place; what is a hair's breadth apart may stand either way. */
function mayStandBefore(first: FoundOut, second: FoundOut): boolean {
  if (first.near || second.near) return true
  if (first.changes !== second.changes) return first.changes
  if (first.rank !== second.rank) return first.width > second.width - 1e-9
  if (first.weight !== second.weight) return first.weight > second.weight
  return first.order < second.order
}

function checkChanges(
  { entries, checklists, roles, dates }: RandomCard,
  exact: OracleAnswer['changes'],
  say: Found,
  equal: (topic: Topic, ours: unknown, theirs: unknown, what: string) => void,
): void {
  const ours = changesBetween(entries, checklists, roles, ...dates)
  const what = dates.join(' to ')
  for (const mine of ours.pillars) {
    for (const end of ['low', 'high'] as const) {
      const { ageing, entries: byEntries } = exact.pillars[mine.pillar][end]
      const same = (a: number, b: number | null) => b === null || near(a, b, 100)
      say(
        'DG17 changes parted in ageing and entries',
        same(mine[end].byAgeing, ageing) && same(mine[end].byEntries, byEntries),
        () =>
          `${what} ${mine.pillar} ${end}: ${JSON.stringify([mine[end], exact.pillars[mine.pillar][end]])}`,
      )
    }
  }
  const turned = ours.pillars.filter(({ from, to }) => from !== to).map(({ pillar }) => pillar)
  if (!exact.near) equal('DG17 what turned', turned, exact.verdicts, `${what}, verdicts`)
  const answered = ours.answers.map(({ itemId }) => itemId).toSorted()
  equal('DG17 what turned', answered, exact.items, `${what}, answers`)
  const gates = ours.gates.map(({ to }) => to.id)
  equal('DG17 what turned', gates, exact.gates, `${what}, gates`)
  const wires = ours.tripwires.map(({ to }) => to.tripwire.tripwireId).toSorted()
  equal('DG17 what turned', wires, exact.tripwires, `${what}, tripwires`)
}
