import { describe, expect, it } from 'vitest'
import { checklistChange } from '../../renderer/places/diligence/card/checklist-change.ts'
import {
  bearsShippedId,
  checklistChoices,
  newerVersion,
  otherChoices,
} from '../../renderer/places/diligence/checklist-choices.ts'
import type { ChecklistItem } from '../../shared/diligence/checklist.ts'
import { pillarNotes } from '../../renderer/places/diligence/card/card-headline.ts'
import { scoredOn } from '../../renderer/places/diligence/scored-today.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { checklistsOf, digest, entriesOf, item, today } from '../shared/diligence/cards.ts'

const exempt = { words: 'There is no token.', circumstanceId: 'has-token', holdsWhen: 'no' } as const
const strict = item('b', { redFlag: true, importance: 'critical', halfLifeDays: 30 })
const checklist = (items: readonly ChecklistItem[]) => checklistsOf(items, ['has-token'])[digest]!

const shippedWith = (items: readonly ChecklistItem[]) => ({
  scorecards: [],
  keptChecklists: {},
  shippedChecklist: checklist(items),
  shippedSha256: digest,
  ownChecklists: [],
  starters: [],
  permissionSheet: { schema: 1, permissions: [], steps: [] } as const,
  attachments: [],
})

describe('What taking another checklist would change', () => {
  it('is what it adds, changes and asks no more; the order of keys is no change', () => {
    const turned = Object.fromEntries(Object.entries(item('same')).toReversed()) as unknown as ChecklistItem
    const change = checklistChange(
      checklist([item('same'), item('old'), item('other')]),
      checklist([turned, item('other', { why: 'Else.' }), item('new')]),
    )
    expect(change.added).toEqual(['Is new so?'])
    expect(change.gone).toEqual(['Is old so?'])
    expect(change.changed).toEqual([
      { question: 'Is other so?', changes: [`why: “${item('other').why}” → “Else.”`] },
    ])
  })

  it('names the red flag, the weight, the half-life, the exemption and the roles, old and new', () => {
    const weak = item('b', {
      redFlag: false,
      importance: 'low',
      halfLifeDays: 3650,
      exemption: exempt,
      roleWeights: { buyer: 1, provider: 1, investor: 0 },
    })
    expect(checklistChange(checklist([strict]), checklist([weak])).changed).toEqual([
      {
        question: 'Is b so?',
        changes: [
          'a “no” is a red flag → no red flag',
          'weight 10 (critical) → weight 2.5 (low)',
          'half-life 30 days → half-life 3650 days',
          'always applies → does not apply where has-token is no (There is no token.)',
          'counts for an investor once → counts for an investor not at all',
        ],
      },
    ])
  })

  it('leaves out no field of a question', () => {
    const other: ChecklistItem = {
      ...strict,
      part: 'token',
      topic: 'Else',
      question: 'Else?',
      why: 'Else.',
      howToCheck: 'Else.',
      evidenceThatCounts: 'Else.',
      importance: 'low',
      halfLifeDays: 1,
      redFlag: false,
      exemption: exempt,
      roleWeights: { buyer: 0, provider: 0, investor: 0 },
      computation: 'net',
    }
    for (const key of Object.keys(strict) as (keyof ChecklistItem)[]) {
      if (key === 'id') continue
      const { changed } = checklistChange(checklist([strict]), checklist([{ ...strict, [key]: other[key] }]))
      expect(changed.flatMap(({ changes }) => changes).length, key).toBeGreaterThan(0)
    }
  })
})

describe('A checklist that bears the shipped one’s name', () => {
  const shippedChecklist = checklist([strict])
  const forged = { ...shippedChecklist, items: [item('b', { importance: 'low' })] }
  const listing = { shippedChecklist, shippedSha256: digest, ownChecklists: [] }
  const choices = checklistChoices(listing)

  it('and its version is known by what is in it, and the genuine one is offered', () => {
    expect(newerVersion(forged, choices)).toBeNull()
    expect(bearsShippedId(forged, listing)).toBe(true)
    expect(otherChoices(forged, choices).map(({ key }) => key)).toEqual([digest])
  })

  it('is the genuine one whatever the order of its keys; one of another id is just another', () => {
    const turned = Object.fromEntries(
      Object.entries(shippedChecklist).toReversed(),
    ) as typeof shippedChecklist
    expect(bearsShippedId(turned, listing)).toBe(false)
    expect(otherChoices(turned, choices)).toEqual([])
    expect(bearsShippedId({ ...forged, id: 'mine' }, listing)).toBe(false)
  })
})

const notes = (bodies: readonly EntryBody[]) =>
  pillarNotes(
    scoredOn({ entries: entriesOf(bodies) }, shippedWith([item('a')]), ['provider'], today),
    'service',
  )

describe('Questions of the person’s own', () => {
  it('are said beneath a pillar by the share of its weight that they make up', () => {
    const own = { kind: 'own-item', item: item('own-1', { importance: 'critical' }), who: 'me' } as const
    // Medium 5 and critical 10: 10 of 15.
    expect(notes([own])).toContain('Own questions are 67 % of this.')
    expect(notes([]).join(' ')).not.toContain('Own questions')
  })
})
