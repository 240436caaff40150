import { describe, expect, it } from 'vitest'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import type { DiligenceListing, Scorecard } from '../../shared/diligence/scorecard.ts'
import { addressOf, cardDetail, networkDetail } from '../../renderer/places/diligence/address.ts'
import {
  matrixRows,
  matrixSentence,
  sortedRows,
  starterAside,
} from '../../renderer/places/diligence/matrix/matrix-rows.ts'
import { scoredOn, starterCard } from '../../renderer/places/diligence/scored-today.ts'
import { gateWords, rangePoints, seenWords, shortAge } from '../../renderer/places/diligence/words.ts'
import { answer, checklistsOf, digest, doneJob, entriesOf, item, today } from '../shared/diligence/cards.ts'

const items = [item('fast'), item('paid', { part: 'economics' }), item('honest', { redFlag: true })]
const shippedChecklist = checklistsOf(items)[digest]!

function card(
  id: string,
  name: string,
  bodies: readonly EntryBody[],
  networkId: string | null = null,
): Scorecard {
  return {
    id,
    revision: 1,
    updatedAtUtcMs: 0,
    body: { schema: 1, name, networkId, roles: ['provider'] },
    entries: entriesOf(bodies),
    headDigest: null,
    damage: [],
  }
}

function listing(scorecards: readonly Scorecard[], given: Partial<DiligenceListing> = {}): DiligenceListing {
  return {
    scorecards,
    keptChecklists: {},
    shippedChecklist,
    shippedSha256: digest,
    ownChecklists: [],
    starters: [],
    permissionSheet: { schema: 1, permissions: [], steps: [] },
    attachments: [],
    ...given,
  }
}

const networks = [
  { id: 'north', name: 'North' },
  { id: 'east', name: 'East' },
]

function rowsOf(given: DiligenceListing) {
  return matrixRows(given, networks, (each) => scoredOn(each, given, ['provider'], today))
}

describe('The matrix of markets', () => {
  it('has a row for every card, and for every network without one', () => {
    const rows = rowsOf(listing([card('a', 'North, looked at', [], 'north'), card('b', 'Elsewhere', [])]))
    expect(rows.map(({ key, cardId }) => [key, cardId])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['east', null],
    ])
  })

  it('scores what ships of a network as it scores a card of the same answers', () => {
    const said = answer('fast', 'partly', { class: 'third-party', seenOn: '2026-11-01' })
    const given = listing([card('a', 'North', [said], 'north')], {
      starters: [{ networkId: 'east', answers: [said] }],
    })
    const [kept, starter] = rowsOf(given)
    expect(starter!.scoredOn.scored.pillars).toEqual(kept!.scoredOn.scored.pillars)
    expect(starter).toMatchObject({ cardId: null, answered: 1, asked: 3, newestSeenOn: '2026-11-01' })
  })

  it('counts unknown as asked, not as answered', () => {
    const [row] = rowsOf(listing([card('a', 'A', [answer('fast', 'unknown'), answer('paid', 'no')])]))
    expect(row).toMatchObject({ answered: 1, asked: 3 })
  })

  it('computes a card once for as long as entries, roles and day are the same', () => {
    const given = listing([card('a', 'A', [answer('fast', 'yes')])])
    const [one] = given.scorecards
    expect(scoredOn(one!, given, ['buyer'], today)).toBe(scoredOn(one!, given, ['buyer'], today))
    expect(scoredOn(one!, given, ['investor'], today)).not.toBe(scoredOn(one!, given, ['buyer'], today))
    expect(scoredOn(one!, given, ['buyer'], '2027-01-01').scored.pillars.service.low).toBeLessThan(
      scoredOn(one!, given, ['buyer'], today).scored.pillars.service.low,
    )
    expect(starterCard(given, 'east', 'East')).toBe(starterCard(given, 'east', 'East'))
  })

  it('sorts cards before networks without one, by name, by a pillar’s low, by age', () => {
    const rows = rowsOf(
      listing([
        card('weak', 'Weak', [answer('fast', 'no', { seenOn: '2026-01-01' })]),
        card('strong', 'Strong', [answer('fast', 'yes', { seenOn: '2026-11-20' })]),
        card('empty', 'Empty', []),
      ]),
    )
    const order = (by: 'name' | 'service' | 'age', descending: boolean) =>
      sortedRows(rows, { by, descending }).map(({ key }) => key)
    expect(order('name', false)).toEqual(['empty', 'strong', 'weak', 'east', 'north'])
    expect(order('service', true).slice(0, 1)).toEqual(['strong'])
    expect(order('age', false)).toEqual(['strong', 'weak', 'empty', 'east', 'north'])
    expect(order('age', true)).toEqual(['weak', 'strong', 'empty', 'east', 'north'])
  })
})

describe('The sentence of Diligence', () => {
  it('says that nobody has looked yet', () => {
    const rows = rowsOf(listing([]))
    expect(matrixSentence(rows)).toBe(
      'None of 2 markets has a card: nobody has looked closer than the published facts.',
    )
    expect(starterAside(rows)).toBe(
      'The 2 without a card show nothing: no published fact answers a question.',
    )
  })

  it('says who passed the first test and who shows a red flag', () => {
    const none = rowsOf(listing([card('a', 'A', []), card('b', 'B', [])]))
    expect(matrixSentence(none)).toBe('2 of 4 markets have a card; none has passed its first test.')
    const one = rowsOf(
      listing([
        card('a', 'A', [doneJob]),
        card('b', 'B', [answer('honest', 'no', { class: 'third-party' })]),
      ]),
    )
    expect(matrixSentence(one)).toBe(
      '2 of 4 markets have a card; 1 passed its first test, none without a closed gate behind it, and 1 shows a red flag.',
    )
    const [alone] = [rowsOf(listing([card('a', 'A', [], 'north')]))]
    expect(matrixSentence(alone)).toBe('1 of 2 markets has a card; it has not passed its first test.')
  })
})

describe('Words of Diligence', () => {
  it('say once how a gate stands where its reason begins with the same words', () => {
    const gate = { id: 'provider', before: 'token', state: 'half', until: null } as const
    expect(gateWords({ ...gate, reason: 'Open on assumption: nobody stands behind the price.' })).toBe(
      'Provider gate: open on assumption: nobody stands behind the price.',
    )
    expect(gateWords({ ...gate, reason: 'Nobody stands behind the price.' })).toBe(
      'Provider gate: open on assumption. Nobody stands behind the price.',
    )
  })

  it('round a range outward, so that it holds what is meant and never says more than the verdict', () => {
    const almost = 100 * (0.1 + 0.2) * (10 / 3)
    expect(rangePoints({ low: 59.99, high: almost })).toBe('59 to 100')
    expect(rangePoints({ low: 12.2, high: 87.1 })).toBe('12 to 88')
    expect(rangePoints({ low: almost, high: almost })).toBe('100')
    expect(rangePoints({ low: 50, high: 50 })).toBe('50')
  })

  it('say an age in whole units', () => {
    expect(seenWords('2026-11-21', '2026-11-21')).toBe('today')
    expect(seenWords('2026-11-20', '2026-11-21')).toBe('yesterday')
    expect(seenWords('2026-08-20', '2026-11-21')).toBe('3 months ago')
    expect(shortAge('2024-11-01', '2026-11-21')).toBe('2 y')
  })

  it('name a gate, its state and its reason', () => {
    expect(
      gateWords({
        id: 'token',
        before: 'holding',
        state: 'open-until',
        until: '2027-01-01',
        reason: 'Soon.',
      }),
    ).toBe('Token gate: open until 2027-01-01. Soon.')
  })
})

describe('The addresses of Diligence', () => {
  it('lead to a card and its tabs, to a network, to a look', () => {
    expect(addressOf(null)).toEqual({ kind: 'matrix' })
    expect(addressOf(cardDetail('3f-2a'))).toEqual({ kind: 'card', cardId: '3f-2a', tab: 'questions' })
    expect(addressOf(cardDetail('3f-2a', 'jobs'))).toEqual({ kind: 'card', cardId: '3f-2a', tab: 'jobs' })
    expect(addressOf(networkDetail('io-net'))).toEqual({ kind: 'network', networkId: 'io-net' })
    expect(addressOf('review')).toEqual({ kind: 'look', look: 'review' })
  })

  it('lead nowhere where nothing is', () => {
    for (const detail of ['card-a/b', 'card-a/jobs/c', 'other', 'network-'])
      expect(addressOf(detail), detail).toEqual({ kind: 'nowhere' })
  })
})
