/** The chain, the file and the import plan without a database. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { whyNotAppended } from '../../../shared/diligence/append-check.ts'
import { checkedChain, digestedText, type Link } from '../../../shared/diligence/chain.ts'
import type { EntryBody } from '../../../shared/diligence/entry.ts'
import { namedFiles, pastDays } from '../../../shared/diligence/entry-names.ts'
import { scorecardFile, scorecardText } from '../../../shared/diligence/scorecard-file.ts'
import { asThirdParty, importPlan } from '../../../shared/diligence/scorecard-import.ts'
import { importNotes } from '../../../shared/diligence/scorecard-import-words.ts'
import { scorecardFileSchema } from '../../../shared/diligence/scorecard-schema.ts'
import { evidenceClasses, trustByClass } from '../../../shared/figure.ts'
import { answer, checklistsOf, digest, doneJob, item, net, today } from './cards.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const body = { schema: 1, name: 'Alpha', networkId: null, roles: ['buyer'] } as const
const checklists = checklistsOf([item('uptime'), item('support')])
const begins: EntryBody = { kind: 'checklist', sha256: digest, who: 'me' }

function linked(bodies: readonly EntryBody[], card = 'card-1'): readonly Link[] {
  const links: Link[] = []
  for (const [at, each] of bodies.entries()) {
    const place = {
      sequence: at + 1,
      recordedAtUtcMs: 1_000 * at,
      body: each,
      origin: null,
      previousDigest: links.at(-1)?.digest ?? null,
    }
    links.push({ ...place, digest: sha256(digestedText(card, place)) })
  }
  return links
}

describe('DX1 the text of a digest', () => {
  test('of the first entry begins with 64 zeros and a line feed', () => {
    const [first] = linked([begins])
    expect(digestedText('card-1', first!)).toBe(
      `${'0'.repeat(64)}\n{"body":{"kind":"checklist","sha256":"${digest}","who":"me"},"card":"card-1","origin":null,"recordedAtUtcMs":0,"sequence":1}`,
    )
  })
})

const check = (given: readonly Link[], card = 'card-1') => checkedChain(card, given, 'unknown', sha256)

describe('DX2 a chain', () => {
  const links = linked([begins, answer('uptime', 'no'), answer('support', 'no')])

  test('with one letter changed names that entry and leaves it out', () => {
    const spoilt = links.map((link) =>
      link.sequence === 2 ? { ...link, body: answer('uptime', 'yes') } : link,
    )
    const { intact, damage } = check(spoilt)
    expect(intact.map(({ sequence }) => sequence)).toEqual([1, 3])
    expect(damage).toEqual([{ sequence: 2, message: 'Entry 2 does not match its digest: it is left out.' }])
  })

  test('of another card, out of order, doubled or with a gap does not hold', () => {
    expect(check(links, 'card-2').intact).toEqual([])
    expect(check(links.toReversed()).damage.map(({ sequence }) => sequence)).toEqual([1, 2, 1])
    expect(check([links[0]!, links[0]!]).damage).toHaveLength(1)
    expect(check(links.slice(2)).damage).toEqual([{ sequence: 1, message: 'Entries 1 to 2 are missing.' }])
  })

  test('put together from two sound ones is named where they meet', () => {
    const other = linked([begins, answer('uptime', 'yes'), answer('support', 'no')])
    expect(check([...links.slice(0, 2), other[2]!]).damage).toEqual([
      { sequence: 3, message: 'Entry 3 does not follow on the entry before it.' },
    ])
  })
})

describe('DX5 the file of a card', () => {
  test('has its history, the checklists that it names and the names of its files, and no others', () => {
    const [bill, other] = ['b'.repeat(64), 'a'.repeat(64)]
    const links = linked([begins, { ...doneJob, billSha256: bill }])
    const kept = [bill, other].map((each) => ({ sha256: each, fileName: 'f', bytes: 1, addedAtUtcMs: 9 }))
    const known = { checklists: { ...checklists, [other]: checklists[digest]! }, attachments: kept }
    const file = scorecardFile({ id: 'card-1', body }, links, known)
    expect(file).toMatchObject({
      card: { id: 'card-1', ...body },
      entries: links,
      attachments: [{ sha256: bill, fileName: 'f', bytes: 1 }],
    })
    expect([file.attachments.length, Object.keys(file.checklists)]).toEqual([1, [digest]])
    expect(scorecardFileSchema.parse(JSON.parse(scorecardText(file)))).toEqual(file)
    expect(scorecardText(file).endsWith('}\n')).toBe(true)
  })
})

describe('DX7 somebody else’s answer', () => {
  test.each(evidenceClasses)('of the class %s is trusted no more than here, and by half at most', (given) => {
    const taken = asThirdParty(answer('uptime', 'yes', { class: given, computed: net() }))
    expect(taken.computed).toBeNull()
    expect(taken.class).toBe(trustByClass[given] > 0.5 ? 'third-party' : given)
  })

  test('that stood aside with them stands aside here, and so does one that they took back', () => {
    const aside = { cardId: 'x', cardName: 'X', sequence: 1, recordedAtUtcMs: 0, digest, aside: true }
    const links = linked([
      begins,
      answer('uptime', 'yes'),
      answer('support', 'no'),
      { kind: 'withdrawal', sequence: 3, who: 'x' },
    ])
    const request = {
      file: scorecardFile({ id: 'card-1', body }, links, { checklists, attachments: [] }),
      checklists,
      shipped: { id: 'small', sha256: digest },
      isFileKept: () => false,
      as: 'theirs' as const,
      links: links.with(1, { ...links[1]!, origin: aside }),
      here: null,
      take: new Set<string>(),
    }
    const plan = importPlan(request)
    expect(plan.appended.map(({ origin }) => origin.aside)).toEqual([false, true, true, true])
    expect(plan.differences).toEqual([])
    // First written on card x, and that is what is kept of it.
    expect(plan.appended[1]!.origin).toEqual(aside)
    expect(importNotes(request, plan)).toEqual([
      '2 answers rest on their own measurement, receipt, record or reading of a document: here that is a third party’s word.',
      '3 entries are kept aside: shown with where they come from, and counting for nothing.',
    ])
  })
})

describe('DG6 what an entry names', () => {
  test('of past days and files', () => {
    expect(pastDays(answer('uptime', 'no'))).toEqual([{ what: 'seen on', day: today }])
    expect(pastDays({ kind: 'dated-path', text: 'x', until: '2030-01-01', link: null, who: 'me' })).toEqual(
      [],
    )
    expect(namedFiles(doneJob)).toEqual(['b'.repeat(64)])
    expect(namedFiles(begins)).toEqual([])
  })

  test('is checked in the order given, one after the other', () => {
    const surroundings = {
      entries: linked([begins]),
      checklists,
      isFileKept: () => true,
      scenarioOf: () => null,
      today,
    }
    const takenBack: EntryBody = { kind: 'withdrawal', sequence: 2, who: 'me' }
    expect(whyNotAppended([answer('uptime', 'no'), takenBack], surroundings)).toBeNull()
    expect(whyNotAppended([takenBack, answer('uptime', 'no')], surroundings)).toBe(
      'Nothing was added: of entry 1 of 2 there is no entry 2 to take back.',
    )
    expect(whyNotAppended([answer('nothing', 'no')], surroundings)).toBe(
      'Nothing was added: of the entry the card does not ask “nothing” and never did.',
    )
    expect(whyNotAppended([answer('uptime', 'no', { seenOn: '2026-11-23' })], surroundings)).toContain(
      '“seen on 2026-11-23” lies after 2026-11-21, the day of its recording (UTC)',
    )
  })
})
