import { beforeEach, describe, expect, it } from 'vitest'
import {
  changeDraft,
  draftsOf,
  draftValue,
  dropDraft,
  setProblem,
  setSaving,
} from '../../renderer/places/diligence/card/drafts.ts'
import { useDiligencePlace } from '../../renderer/places/diligence/store.ts'
import { daysAt, msToNextQuarter } from '../../renderer/places/diligence/today.ts'

const at = (time: string) => Date.parse(time)

const dueAt = (time: string) => new Date(at(time) + msToNextQuarter(at(time))).toISOString()

describe('The day', () => {
  // Offsets as Date.getTimezoneOffset has them: Sydney in summer -660, Los Angeles in winter 480, Kathmandu -345.
  it('that is typed is the one where the person is; the one that is scored is that of UTC', () => {
    expect(daysAt(at('2026-11-20T14:00:00Z'), -660)).toEqual({ today: '2026-11-20', localDay: '2026-11-21' })
    expect(daysAt(at('2026-11-21T07:00:00Z'), 480)).toEqual({ today: '2026-11-21', localDay: '2026-11-20' })
    expect(daysAt(at('2026-11-20T18:15:00Z'), -345)).toEqual({ today: '2026-11-20', localDay: '2026-11-21' })
    expect(daysAt(at('2026-11-20T18:14:59Z'), -345)).toEqual({ today: '2026-11-20', localDay: '2026-11-20' })
  })

  it('is looked at anew at the midnight of UTC and of every zone', () => {
    expect(dueAt('2026-11-20T23:59:50.500Z')).toBe('2026-11-21T00:00:00.000Z')
    expect(dueAt('2026-11-20T18:14:59.000Z')).toBe('2026-11-20T18:15:00.000Z')
    expect(dueAt('2026-11-21T00:00:00.000Z')).toBe('2026-11-21T00:15:00.000Z')
  })
})

describe('Answers being given', () => {
  beforeEach(() => {
    for (const card of ['one', 'two']) for (const id of ['a', 'b']) dropDraft(card, id)
    useDiligencePlace.setState({ today: '2026-11-20', localDay: '2026-11-21' })
  })

  it('are of a card each: going to another card and back loses none', () => {
    draftValue('one', 'a', 'yes')
    changeDraft('one', 'a', { text: 'half a sentence' })
    draftValue('two', 'a', 'no')
    dropDraft('two', 'a')
    expect(draftsOf('one').byItem.get('a')).toMatchObject({ value: 'yes', text: 'half a sentence' })
    expect(draftsOf('two').byItem.size).toBe(0)
  })

  it('begin with the day where the person is', () => {
    draftValue('one', 'b', 'yes')
    expect(draftsOf('one').byItem.get('b')?.seenOn).toBe('2026-11-21')
  })

  it('keep what is missing and what is on its way to their own card', () => {
    draftValue('one', 'a', 'yes')
    draftValue('two', 'a', 'yes')
    setProblem('one', 'a', 'Choose what it rests on.')
    setSaving('two', 'a', true)
    expect(draftsOf('two').problems.size).toBe(0)
    expect(draftsOf('one').saving.size).toBe(0)
    setSaving('two', 'a', false)
    expect(draftsOf('two').saving.size).toBe(0)
    changeDraft('one', 'a', { class: 'claim' })
    expect(draftsOf('one').problems.size).toBe(0)
  })
})
