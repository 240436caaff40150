/**
 * Gates between the pillars. They open by things that were done, never by an answer alone.
 * @see SPEC.md DG11 to DG14
 */
import { dayNumber } from '../calendar.ts'
import { formatFigure } from '../units.ts'
import type { Pillar, Role } from './checklist.ts'
import { isThirdPartyOrBetter } from './certainty.ts'
import type { Answer, ComputedBasis, DatedPath, OnChainRecord } from './entry.ts'
import { dayOfInstant, standingAnswer, type Standing, type StandingCard } from './standing.ts'
import { inWords, lackingInRecord, lackingInTest } from './test-job.ts'

/** `half`: open on assumption. `open-until`: by a dated path, and closed after its date. */
export type GateState = 'open' | 'half' | 'open-until' | 'closed' | 'not-needed'

export type Gate = {
  readonly id: 'first-test' | 'provider' | 'token'
  readonly before: 'economics' | 'token' | 'holding'
  readonly state: GateState
  readonly until: string | null
  readonly reason: string
}

/** A year, a leap day included. */
const longestPathDays = 366

/** What each role does first, whatever else is unknown. @see SPEC.md DG15 */
export const firstActions: Readonly<Record<Role, string>> = {
  buyer: 'Run one small disposable job, check its output and keep the bill.',
  provider: 'Offer a card for as long as it takes to be paid once, and keep the record of that payout.',
  investor: 'Find usage that somebody paid for on a public record, and keep the transaction.',
}

/**
 * The three gates of a card for its roles, in order.
 * Example: answers alone, however good: the first test is closed. @see SPEC.md DG11 to DG13
 */
export function gatesOf(card: StandingCard, roles: readonly Role[]): readonly Gate[] {
  return [firstTestGate(card, roles), providerGate(card), tokenGate(card)]
}

/** Roles whose first test is still to be done. @see SPEC.md DG11 */
export function rolesWithoutTest(card: StandingCard, roles: readonly Role[]): readonly Role[] {
  if (card.jobs.some((job) => lackingInTest(job).length === 0)) return []
  const isDone: Readonly<Record<Role, boolean>> = {
    buyer: false,
    provider: card.payouts.some(({ amount, fileSha256 }) => Number(amount) > 0 && fileSha256 !== null),
    investor: shownRecord(card, 'paid-usage') !== null,
  }
  return roles.filter((role) => !isDone[role])
}

const testWords: Readonly<Record<Role, string>> = {
  buyer: 'no small job was run with its output checked and its bill kept',
  provider: 'no payout arrived with its record kept',
  investor: 'no paid usage on a public record is kept',
}

function firstTestGate(card: StandingCard, roles: readonly Role[]): Gate {
  const missing = rolesWithoutTest(card, roles)
  const gate = { id: 'first-test', before: 'economics', until: null } as const
  if (missing.length === 0)
    return { ...gate, state: 'open', reason: 'The first test was done and its record is kept.' }
  const [first = '', ...rest] = missing.map((role) => testWords[role])
  const words = [first, ...rest].join(', and ')
  const job = card.jobs.at(-1)
  const lacking = job === undefined ? [] : lackingInTest(job)
  const ofJob = job === undefined ? '' : ` The job “${job.name}” lacks ${inWords(lacking)}.`
  return { ...gate, state: 'closed', reason: `${words.charAt(0).toUpperCase()}${words.slice(1)}.${ofJob}` }
}

/** The standing computed answer of one kind; null without one. @see SPEC.md DG12, DG13 */
export function standingBasis<By extends ComputedBasis['by']>(
  card: StandingCard,
  by: By,
): Extract<ComputedBasis, { by: By }> | null {
  const basis = computedAnswerOf(card, by)?.computed ?? null
  return basis?.by === by ? (basis as Extract<ComputedBasis, { by: By }>) : null
}

function computedAnswerOf(card: StandingCard, by: ComputedBasis['by']): Answer | null {
  const item = card.items.find(({ computation }) => computation === by)
  return item === undefined ? null : standingAnswer(card, item.id)
}

function providerGate(card: StandingCard): Gate {
  const gate = { id: 'provider', before: 'token', until: null } as const
  const [answer, basis] = [computedAnswerOf(card, 'net'), standingBasis(card, 'net')]
  if (answer === null || basis === null) return { ...gate, state: 'closed', reason: notComputed(card) }
  const present = `${formatFigure(basis.usageOnlyUsd, 'usd', 2)} (computed on ${answer.seenOn} from “${basis.scenarioName}”, revision ${basis.scenarioRevision})`
  if (basis.usageOnlyUsd <= 0)
    return { ...gate, state: 'closed', reason: `Usage alone is worth ${present}: not above zero.` }
  const assumed = [
    ...(isThirdPartyOrBetter(basis.priceClass) ? [] : ['the price']),
    ...(isThirdPartyOrBetter(basis.utilizationClass) ? [] : ['the rented share']),
  ]
  if (assumed.length === 0 && !isThirdPartyOrBetter(answer.class)) assumed.push('what decides it')
  if (assumed.length === 0)
    return { ...gate, state: 'open', reason: `Usage alone is worth ${present}, on evidence.` }
  return {
    ...gate,
    state: 'half',
    reason: `Usage alone is worth ${present}, but nobody else stands behind ${assumed.join(' and ')}.`,
  }
}

function notComputed(card: StandingCard): string {
  return computedAnswerOf(card, 'net') === null
    ? 'What usage alone nets was not computed from a scenario yet.'
    : 'What usage alone nets was answered by hand, not computed from a scenario: compute it.'
}

function tokenGate(card: StandingCard): Gate {
  const gate = { id: 'token', before: 'holding', until: null } as const
  const token = standingAnswer(card, 'has-token')
  if (
    token?.value === 'no' &&
    isThirdPartyOrBetter(token.class) &&
    card.circumstances.some(({ id }) => id === 'has-token')
  )
    return { ...gate, state: 'not-needed', reason: 'The network has no token.' }
  const revenue = shownRecord(card, 'holder-revenue')
  const exit = standingBasis(card, 'exit')
  const isExitOpen = exit !== null && exit.slippageRatio <= exit.slippageLimitRatio
  if (revenue !== null && isExitOpen) {
    return isThirdPartyOrBetter(exit.depthClass)
      ? {
          ...gate,
          state: 'open',
          reason: `Holders earned ${formatFigure(revenue.usd, 'usd')} on record from ${revenue.from} to ${revenue.to}, and the own size sells within the limit.`,
        }
      : {
          ...gate,
          state: 'half',
          reason: 'Nobody else stands behind the depth that the own size would sell into.',
        }
  }
  const path = card.datedPaths
    .filter((each) => each.until >= card.on && isNearAndSourced(each))
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]
  if (path !== undefined)
    return {
      ...gate,
      state: 'open-until',
      until: path.until,
      reason: `Open until ${path.until} only: ${path.text}`,
    }
  const missing = [
    ...(revenue !== null ? [] : [missingRevenue(card)]),
    ...(isExitOpen
      ? []
      : [
          exit === null
            ? 'the exit of the own size was not computed'
            : 'the own size does not sell within the limit',
        ]),
  ]
  const words = missing.join(', and ')
  return { ...gate, state: 'closed', reason: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }
}

/** The newest record of its kind that anybody could look up; null without one. @see SPEC.md DG11, DG13 */
function shownRecord(card: StandingCard, of: OnChainRecord['of']): OnChainRecord | null {
  return card.records.findLast((record) => record.of === of && lackingInRecord(record).length === 0) ?? null
}

function missingRevenue(card: StandingCard): string {
  const record = card.records.findLast(({ of }) => of === 'holder-revenue')
  return record === undefined
    ? 'no revenue of holders is on record'
    : `the record of holders’ revenue lacks ${inWords(lackingInRecord(record))}`
}

/** "Some day" and "they say" open nothing. @see SPEC.md DG13 */
function isNearAndSourced({ until, link, recordedAtUtcMs }: Standing<DatedPath>): boolean {
  return link !== null && dayNumber(until) - dayOfInstant(recordedAtUtcMs) <= longestPathDays
}

/** The first closed gate in front of each pillar, and of holding the token; null where none is. @see SPEC.md DG14 */
export function greyedBy(gates: readonly Gate[]): Readonly<Record<Pillar | 'holding', Gate | null>> {
  const closed = (id: Gate['id']) => gates.find((gate) => gate.id === id && gate.state === 'closed') ?? null
  const economics = closed('first-test')
  const token = economics ?? closed('provider')
  return { service: null, economics, token, holding: token ?? closed('token') }
}
