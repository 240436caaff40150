/**
 * Three pillars, each between two numbers; never one number for all.
 * @see SPEC.md DG2, DG8 to DG10
 */
import { type ChecklistItem, type Pillar, type Role, weightByImportance } from './checklist.ts'
import { trustByClass } from '../figure.ts'
import {
  anything,
  certaintyOf,
  exemptingAnswer,
  type Interval,
  intervalOf,
  isThirdPartyOrBetter,
  lastApplicableAnswer,
  valueOf,
} from './certainty.ts'
import type { Answer } from './entry.ts'
import { standingAnswer, type Standing, type StandingCard } from './standing.ts'

export const verdicts = ['avoid', 'strong', 'acceptable', 'insufficient evidence', 'caution'] as const
export type Verdict = (typeof verdicts)[number]

export type ItemState =
  | 'unanswered'
  | 'answered'
  /** Taken out, and rightly. */
  | 'not-applicable'
  /** Said not to apply, but what would exempt it is not shown. */
  | 'exemption-not-shown'

export type ScoredItem = {
  readonly item: ChecklistItem
  /** Importance times role. */
  readonly weight: number
  readonly answer: Standing<Answer> | null
  readonly state: ItemState
  /** 0 where nothing is known. */
  readonly certainty: number
  readonly interval: Interval
  readonly isRedFlag: boolean
  /** Of the person's own, not of the checklist. */
  readonly isOwn: boolean
  /** A yes that counts as partly: no test, receipt or record shows it. */
  readonly isYesCutToPartly: boolean
}

export type PillarScore = {
  readonly pillar: Pillar
  /** 0 to 100. */
  readonly low: number
  readonly high: number
  readonly verdict: Verdict
  /** Of the pillar's weight, what is said not to apply, and rightly. */
  readonly notApplicableShare: number
  /** Of the weight that applies, what questions of the person's own make up. */
  readonly ownShare: number
  /** Their questions cap both ends at 25. */
  readonly redFlags: readonly ScoredItem[]
}

export type ScoredCard = {
  readonly items: readonly ScoredItem[]
  readonly pillars: Readonly<Record<Pillar, PillarScore>>
}

export const redFlagCap = 25

/** Weight of an item for one or two roles: the larger. Example: medium, a buyer's half and an investor's two: 10. @see SPEC.md DG2 */
export function weightOf(item: ChecklistItem, roles: readonly Role[]): number {
  return weightByImportance[item.importance] * Math.max(0, ...roles.map((role) => item.roleWeights[role]))
}

/**
 * A card on its day, for one or two roles: every item with its interval, every pillar with its range and verdict.
 * Example: one service item, yes by an own test today: service 100 to 100, strong. @see SPEC.md DG9
 */
export function scoredCard(card: StandingCard, roles: readonly Role[]): ScoredCard {
  const listed = new Set(card.checklist?.items.map(({ id }) => id))
  const items = card.items.map((item) =>
    scoredItem(card, item, { weight: weightOf(item, roles), isOwn: !listed.has(item.id) }),
  )
  return { items, pillars: pillarScores(items) }
}

function scoredItem(
  card: StandingCard,
  item: ChecklistItem,
  known: Pick<ScoredItem, 'weight' | 'isOwn'>,
): ScoredItem {
  const answer = standingAnswer(card, item.id)
  const base = { item, ...known, answer, certainty: 0, isRedFlag: false, isYesCutToPartly: false }
  if (answer === null) return { ...base, state: 'unanswered', interval: anything }
  if (answer.value !== 'not-applicable') {
    if (isByHand(item, answer))
      return {
        ...base,
        state: 'answered',
        interval: anything,
        isRedFlag: flaggingAnswer(card, item) !== null,
        isYesCutToPartly: answer.value === 'yes',
      }
    return {
      ...base,
      state: 'answered',
      certainty: valueOf(answer) === null ? 0 : certaintyOf(answer, item.halfLifeDays, card.on),
      interval: intervalOf(answer, item.halfLifeDays, card.on),
      isRedFlag: flaggingAnswer(card, item) !== null,
      isYesCutToPartly: answer.value === 'yes' && valueOf(answer) !== 1,
    }
  }
  if (isExempt(card, item)) return { ...base, state: 'not-applicable', interval: anything }
  // What was said before cannot be improved by saying that it does not matter.
  const before = lastApplicableAnswer(card, item.id)
  const isKnown = before !== null && !isByHand(item, before)
  const high = isKnown ? intervalOf(before, item.halfLifeDays, card.on).high : 1
  return {
    ...base,
    state: 'exemption-not-shown',
    interval: { low: 0, high },
    isRedFlag: flaggingAnswer(card, item) !== null,
  }
}

/**
 * The "no" by which an item is a red flag; null where it is none: said by a third party or better, with no later yes or
 * partly of at least its trust. It does not age; "unknown", "not applicable" and weaker word do not lift it.
 * Example: a receipt's no, then a claim's yes: the receipt's no. @see SPEC.md DG9
 */
export function flaggingAnswer(card: StandingCard, item: ChecklistItem): Standing<Answer> | null {
  if (!item.redFlag) return null
  let flagging: Standing<Answer> | null = null
  for (const answer of card.answers.get(item.id) ?? []) {
    const trust = trustByClass[answer.class]
    if (!isThirdPartyOrBetter(answer.class) || isByHand(item, answer)) continue
    const standing: number = flagging === null ? 0 : trustByClass[flagging.class]
    if (answer.value === 'no') flagging = trust >= standing ? answer : flagging
    else if (valueOf(answer) !== null && trust >= standing) flagging = null
  }
  return flagging
}

/** What the engine computes, answered by hand: a claim. @see SPEC.md DG7 */
function isByHand(item: ChecklistItem, answer: Answer): boolean {
  return item.computation !== null && answer.computed?.by !== item.computation
}

/**
 * Whether "not applicable" takes an item out: by a circumstance on no weaker evidence than the red flag that it would
 * take out with it. Example: no token by a third party, a red flag by a receipt: not. @see SPEC.md DG8
 */
export function isExempt(card: StandingCard, item: ChecklistItem): boolean {
  const by = exemptingAnswer(card, item)
  const flagging = flaggingAnswer(card, item)
  return by !== null && (flagging === null || trustByClass[by.class] >= trustByClass[flagging.class])
}

/** Whether an item counts in a pillar: its own, and demand in all. Example: demand counts in service. @see SPEC.md DG1 */
export function countsIn(item: ChecklistItem, pillar: Pillar): boolean {
  return item.part === pillar || item.part === 'demand'
}

/** The three pillars of scored items. Example: nothing asked: 0 to 100, insufficient evidence. @see SPEC.md DG9, DG10 */
export function pillarScores(items: readonly ScoredItem[]): Readonly<Record<Pillar, PillarScore>> {
  return {
    service: pillarScore('service', items),
    economics: pillarScore('economics', items),
    token: pillarScore('token', items),
  }
}

function pillarScore(pillar: Pillar, items: readonly ScoredItem[]): PillarScore {
  const counted = items.filter(({ item }) => countsIn(item, pillar))
  let [weight, own, without, low, high] = [0, 0, 0, 0, 0]
  for (const scored of counted) {
    if (scored.state === 'not-applicable') without += scored.weight
    else {
      weight += scored.weight
      own += scored.isOwn ? scored.weight : 0
      low += scored.weight * scored.interval.low
      high += scored.weight * scored.interval.high
    }
  }
  const redFlags = counted.filter(({ isRedFlag }) => isRedFlag)
  const cap = redFlags.length > 0 ? redFlagCap : 100
  const ends =
    weight === 0
      ? { low: 0, high: 100 }
      : { low: Math.min(cap, (100 * low) / weight), high: Math.min(cap, (100 * high) / weight) }
  return {
    pillar,
    ...ends,
    verdict: verdictOf(ends, weight > 0),
    notApplicableShare: without === 0 ? 0 : without / (weight + without),
    ownShare: own === 0 ? 0 : own / weight,
    redFlags,
  }
}

/**
 * The first that holds: high < 40 avoid; low >= 75 strong; low >= 60 acceptable; wider than 40 insufficient evidence;
 * else caution. Example: 50 to 95 is insufficient evidence. @see SPEC.md DG10
 */
export function verdictOf(
  ends: { readonly low: number; readonly high: number },
  hasWeight: boolean,
): Verdict {
  if (!hasWeight) return 'insufficient evidence'
  if (ends.high < 40) return 'avoid'
  if (ends.low >= 75) return 'strong'
  if (ends.low >= 60) return 'acceptable'
  return ends.high - ends.low > 40 ? 'insufficient evidence' : 'caution'
}

/** How wide a pillar's range is, in points. Example: 30 to 90: 60. @see SPEC.md DG15 */
export function widthOf({ low, high }: PillarScore): number {
  return high - low
}
