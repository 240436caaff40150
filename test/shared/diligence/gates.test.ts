import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../shared/diligence/changes.ts'
import type { ChecklistItem, Role } from '../../../shared/diligence/checklist.ts'
import type { EntryBody, OnChainRecord, Payout } from '../../../shared/diligence/entry.ts'
import {
  firstActions,
  gatesOf,
  greyedBy,
  rolesWithoutTest,
  standingBasis,
} from '../../../shared/diligence/gates.ts'
import { scoredCard } from '../../../shared/diligence/score.ts'
import { standingCard } from '../../../shared/diligence/standing.ts'
import {
  costBesideCloud,
  costPerSuccessfulJob,
  lackingInTest,
  inWords,
  lackingInRecord,
} from '../../../shared/diligence/test-job.ts'
import { tripwireStates } from '../../../shared/diligence/tripwires.ts'
import { findOutNext } from '../../../shared/diligence/value-of-information.ts'
import { answer, checklistsOf, doneJob, entriesOf, exit, item, net, today } from './cards.ts'

const items = [
  item('a'),
  item('net', { part: 'economics', computation: 'net' }),
  item('exit', { part: 'token', computation: 'exit' }),
]
const cardOf = (
  bodies: Parameters<typeof entriesOf>[0],
  asked: readonly ChecklistItem[] = items,
  on = today,
) => standingCard(entriesOf(bodies), checklistsOf(asked, ['has-token']), on)
const states = (bodies: Parameters<typeof entriesOf>[0], roles: readonly Role[] = ['buyer'], on = today) =>
  Object.fromEntries(gatesOf(cardOf(bodies, items, on), roles).map(({ id, state }) => [id, state]))

const payout: Payout = {
  kind: 'payout',
  amount: '12.50',
  currency: 'EUR',
  receivedOn: today,
  reference: 'a line of the bank',
  fileSha256: 'b'.repeat(64),
  who: 'x',
}
const record = (of: OnChainRecord['of']): OnChainRecord => ({
  kind: 'record',
  of,
  usd: 5,
  from: today,
  to: today,
  transaction: '0x0123456789abcdef',
  link: 'https://example.org/tx',
  who: 'x',
})

const withNet = (given: Parameters<typeof net>[0]) =>
  states([answer('net', 'yes', { computed: net(given) })]).provider

const exits = (given: Parameters<typeof exit>[0] = {}) => answer('exit', 'yes', { computed: exit(given) })

const greyed = (bodies: Parameters<typeof entriesOf>[0]) => {
  const { service, economics, token, holding } = greyedBy(gatesOf(cardOf(bodies), ['buyer']))
  return [service, economics, token, holding].map((gate) => gate?.id ?? null)
}

const seen = (value: number, seenOn: string): EntryBody => ({
  kind: 'figure',
  metric: 'coverage',
  value,
  class: 'third-party',
  seenOn,
  link: null,
  text: '',
  who: 'x',
})

const state = (bodies: EntryBody[], on = today) => tripwireStates(cardOf(bodies, items, on))[0]?.state

describe('DG11 the first test', () => {
  it('no answer opens it, however good', () => {
    expect(states([answer('a', 'yes'), answer('net', 'yes'), answer('exit', 'yes')])).toEqual({
      'first-test': 'closed',
      provider: 'closed',
      token: 'closed',
    })
  })

  it('a job with success, bill, matched output opens it for every role', () => {
    expect(lackingInTest(doneJob)).toEqual([])
    for (const role of ['buyer', 'provider', 'investor'] as const)
      expect(states([doneJob], [role])['first-test']).toBe('open')
  })

  it.each([
    ['a job that succeeded', { successfulJobs: 0 }],
    ['what was billed', { billedUsd: null }],
    ['an output that was checked and matched', { outputCheck: 'not-checked' }],
    ['the bill, kept as a file', { billSha256: null }],
  ] as const)('lacking %s it stays closed, and says so', (lacking, given) => {
    const job = { ...doneJob, ...given }
    expect(lackingInTest(job)).toEqual([lacking])
    expect(gatesOf(cardOf([job]), ['buyer'])[0]).toMatchObject({ state: 'closed' })
    expect(gatesOf(cardOf([job]), ['buyer'])[0]?.reason).toContain(lacking)
  })

  it('a payout is the provider’s, paid usage the investor’s; with two roles both are needed', () => {
    expect(states([payout], ['provider'])['first-test']).toBe('open')
    expect(states([{ ...payout, amount: '0.00' }], ['provider'])['first-test']).toBe('closed')
    expect(states([{ ...payout, fileSha256: null }], ['provider'])['first-test']).toBe('closed')
    expect(states([payout], ['buyer'])['first-test']).toBe('closed')
    expect(states([record('paid-usage')], ['investor'])['first-test']).toBe('open')
    expect(states([record('holder-revenue')], ['investor'])['first-test']).toBe('closed')
    expect(states([payout], ['provider', 'investor'])['first-test']).toBe('closed')
    expect(states([payout, record('paid-usage')], ['provider', 'investor'])['first-test']).toBe('open')
    expect(rolesWithoutTest(cardOf([payout]), ['provider', 'investor'])).toEqual(['investor'])
    expect(firstActions.buyer).toContain('disposable job')
  })

  it.each([
    ['an amount of at least one dollar', { usd: 0.5 }],
    ['the id of a transaction or contract', { transaction: 'blah blah' }],
    ['an https link to where it stands', { link: 'https://x' }],
    ['a period of at most a year', { from: '1999-01-01' }],
  ] as const)('a record lacking %s opens nothing', (lacking, given) => {
    expect(lackingInRecord({ ...record('paid-usage'), ...given })).toEqual([lacking])
    expect(states([{ ...record('paid-usage'), ...given }], ['investor'])['first-test']).toBe('closed')
  })

  it('says what is lacking as one says it', () => {
    expect(inWords(['a', 'b', 'c'])).toBe('a, b and c')
    expect(inWords(['a'])).toBe('a')
  })

  it('a later entry of the same job replaces it', () => {
    expect(states([doneJob, { ...doneJob, outputCheck: 'differed' }])['first-test']).toBe('closed')
  })
})

describe('DG12 the provider’s gate', () => {
  it('opens above zero on evidence, half on assumption, and not at zero', () => {
    expect(withNet({})).toBe('open')
    expect(withNet({ priceClass: 'third-party', utilizationClass: 'third-party' })).toBe('open')
    expect(withNet({ utilizationClass: 'assumption' })).toBe('half')
    expect(withNet({ priceClass: 'weak-third-party' })).toBe('half')
    expect(states([answer('net', 'yes', { computed: net({}), class: 'assumption' })]).provider).toBe('half')
    expect(withNet({ usageOnlyUsd: 0 })).toBe('closed')
    expect(states([answer('net', 'yes')]).provider).toBe('closed')
  })

  it('reads the standing answer only', () => {
    const bodies = [answer('net', 'yes', { computed: net() }), answer('net', 'unknown')]
    expect(states(bodies).provider).toBe('closed')
    expect(standingBasis(cardOf(bodies), 'net')).toBeNull()
    expect(standingBasis(cardOf(bodies.slice(0, 1)), 'net')?.usageOnlyUsd).toBe(100)
  })
})

describe('DG13 the token’s gate', () => {
  it('needs revenue of holders on record and an exit within the limit', () => {
    expect(states([record('holder-revenue'), exits()]).token).toBe('open')
    expect(states([record('holder-revenue'), exits({ depthClass: 'claim' })]).token).toBe('half')
    expect(states([record('holder-revenue'), exits({ slippageRatio: 0.03 })]).token).toBe('closed')
    expect(states([record('paid-usage'), exits()]).token).toBe('closed')
    expect(states([record('holder-revenue')]).token).toBe('closed')
  })

  it('a dated path opens it until its date only', () => {
    const path: EntryBody = {
      kind: 'dated-path',
      text: 'fees to holders',
      until: '2026-12-01',
      link: 'https://a.example',
      who: 'x',
    }
    expect(states([path])).toMatchObject({ token: 'open-until' })
    expect(states([path], ['buyer'], '2026-12-01').token).toBe('open-until')
    expect(states([path], ['buyer'], '2026-12-02').token).toBe('closed')
    expect(states([{ ...path, link: null }]).token).toBe('closed')
    expect(states([{ ...path, until: '2027-11-22' }]).token).toBe('open-until')
    expect(states([{ ...path, until: '2027-11-23' }]).token).toBe('closed')
  })

  it('is not needed without a token, on evidence', () => {
    expect(states([answer('has-token', 'no', { class: 'third-party' })]).token).toBe('not-needed')
    expect(states([answer('has-token', 'no', { class: 'claim' })]).token).toBe('closed')
  })
})

describe('DG14 greying', () => {
  it('a closed gate greys all that follows', () => {
    expect(greyed([])).toEqual([null, 'first-test', 'first-test', 'first-test'])
    expect(greyed([doneJob])).toEqual([null, null, 'provider', 'provider'])
    const half = answer('net', 'yes', { computed: net({ priceClass: 'claim' }) })
    expect(greyed([doneJob, half])).toEqual([null, null, null, 'token'])
  })
})

describe('DG15 what to find out next', () => {
  it('of a critical and a low question, both open, the critical one first', () => {
    const card = cardOf(
      [],
      [item('low', { importance: 'low' }), item('critical', { importance: 'critical' })],
    )
    const order = findOutNext(card, scoredCard(card, ['buyer'])).map(({ scored }) => scored.item.id)
    expect(order).toEqual(['critical', 'low'])
  })

  it('what was measured today is out, and what does not apply', () => {
    const exempt = item('b', { exemption: { words: 'None.', circumstanceId: 'has-token', holdsWhen: 'no' } })
    const card = cardOf(
      [answer('a', 'yes'), answer('has-token', 'no'), answer('b', 'not-applicable')],
      [item('a'), exempt],
    )
    expect(findOutNext(card, scoredCard(card, ['buyer']))).toEqual([])
  })

  it('a question whose outcome changes a verdict comes before a wider one', () => {
    // Service is decided by its red flag question; token by eight open ones of which none alone decides.
    const wide = Array.from({ length: 8 }, (_, at) =>
      item(`t${at}`, { part: 'token', importance: 'critical' }),
    )
    const asked = [item('s', { importance: 'low' }), ...wide]
    const card = cardOf([answer('s', 'yes', { class: 'project-document' })], asked)
    const [first] = findOutNext(card, scoredCard(card, ['buyer']))
    expect(first?.scored.item.id).toBe('s')
    expect(first?.isVerdictChanging).toBe(true)
  })
})

describe('DG16 tripwires', () => {
  const coverage: EntryBody = {
    kind: 'tripwire',
    tripwireId: 'coverage',
    words: 'coverage below 0.3 by March',
    metric: 'coverage',
    condition: { when: 'below', threshold: 0.3, by: '2027-03-31' },
    who: 'x',
  }
  it('turn red when a figure comes in beyond the threshold, and not at it', () => {
    expect(state([coverage])).toBe('armed')
    expect(state([coverage, seen(0.3, today)])).toBe('armed')
    expect(state([coverage, seen(0.25, today)])).toBe('red')
    expect(state([coverage, seen(0.25, '2026-11-01'), seen(0.5, '2026-11-02')])).toBe('armed')
    expect(state([coverage, seen(0.5, '2026-11-02'), seen(0.25, '2026-11-01')])).toBe('armed')
  })

  it('a claim raises an alarm, and calls none off', () => {
    const claimed = (value: number, seenOn: string): EntryBody =>
      ({ ...seen(value, seenOn), class: 'claim' }) as EntryBody
    expect(state([coverage, claimed(0.2, today)])).toBe('red')
    expect(state([coverage, seen(0.2, '2026-11-01'), claimed(0.5, today)])).toBe('red')
    expect(state([coverage, seen(0.2, '2026-11-01'), seen(0.5, today)])).toBe('armed')
    const release: EntryBody = { ...coverage, condition: { when: 'nothing-new', days: 90 } }
    expect(state([release, claimed(1, '2026-08-01')])).toBe('armed')
    expect(state([release, seen(1, '2026-08-01'), claimed(1, today)])).toBe('red')
  })

  it('are over after their day, with what was seen until then', () => {
    expect(state([coverage, seen(0.5, today)], '2027-04-01')).toBe('over')
    expect(state([coverage, seen(0.25, today)], '2027-04-01')).toBe('red')
  })

  it('“nothing new” counts from the newest figure, or from when it was set', () => {
    const release: EntryBody = { ...coverage, condition: { when: 'nothing-new', days: 90 } }
    expect(tripwireStates(cardOf([release]))[0]).toMatchObject({ state: 'armed', quietUntil: '2027-02-19' })
    expect(state([release], '2027-02-19')).toBe('armed')
    expect(state([release], '2027-02-20')).toBe('red')
    expect(state([release, seen(1, '2026-08-22')])).toBe('red')
    expect(state([release, seen(1, '2026-08-23')])).toBe('armed')
  })
})

describe('DG17 what changed', () => {
  it('without an entry all of it is ageing, and the parts add up', () => {
    const entries = entriesOf([{ on: '2026-08-13', body: answer('a', 'yes', { seenOn: '2026-08-13' }) }])
    const changes = changesBetween(entries, checklistsOf([item('a')]), ['buyer'], '2026-08-13', today)
    const [service] = changes.pillars
    expect(service?.low.byAgeing).toBeCloseTo(-50, 10)
    expect(service).toMatchObject({ low: { byEntries: 0 }, from: 'strong', to: 'insufficient evidence' })
    expect(changes.answers).toEqual([])
  })

  it('names answers, gates and tripwires that are others now', () => {
    const entries = entriesOf([
      { on: '2026-11-01', body: answer('a', 'no', { seenOn: '2026-11-01' }) },
      { on: today, body: answer('a', 'yes') },
      { on: today, body: doneJob },
    ])
    const changes = changesBetween(entries, checklistsOf([item('a')]), ['buyer'], '2026-11-10', today)
    expect(changes.answers.map(({ from, to }) => [from?.value, to?.value])).toEqual([['no', 'yes']])
    expect(changes.gates.map(({ from, to }) => [from.id, from.state, to.state])).toEqual([
      ['first-test', 'closed', 'open'],
    ])
  })
})

describe('DG19 what a job costs', () => {
  it('$1.20 billed, $0.30 of failed attempts, 3 jobs: $0.50 each, a quarter of $2', () => {
    expect(costPerSuccessfulJob(doneJob)).toBe(0.5)
    expect(costBesideCloud(doneJob)).toBe(0.25)
  })

  it('is unknown without success, bill, or the cost of what failed', () => {
    expect(costPerSuccessfulJob({ ...doneJob, successfulJobs: 0 })).toBeNull()
    expect(costPerSuccessfulJob({ ...doneJob, billedUsd: null })).toBeNull()
    expect(costPerSuccessfulJob({ ...doneJob, failedAttemptsUsd: null })).toBeNull()
    expect(costPerSuccessfulJob({ ...doneJob, failedAttempts: 0, failedAttemptsUsd: null })).toBeCloseTo(
      0.4,
      12,
    )
    expect(costBesideCloud({ ...doneJob, cloudUsd: 0 })).toBeNull()
  })
})
