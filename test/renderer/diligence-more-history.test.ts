import { describe, expect, it } from 'vitest'
import { bandPath, bandsSummary } from '../../renderer/charts/pillar-bands.ts'
import { entryWords, namesOf } from '../../renderer/places/diligence/history/entry-words.ts'
import {
  cutTimeline,
  firstDayOf,
  pictureDays,
  timelineOf,
} from '../../renderer/places/diligence/history/timeline.ts'
import {
  conditionWords,
  figureOfDraft,
  metricOf,
  restsOn,
  tripwireOfDraft,
} from '../../renderer/places/diligence/history/tripwire-words.ts'
import { entryBodySchema } from '../../shared/diligence/entry-schema.ts'
import type { Entry, EntryBody, Origin } from '../../shared/diligence/entry.ts'
import type { DiligenceListing } from '../../shared/diligence/scorecard.ts'
import { answer, checklistsOf, digest, item } from '../shared/diligence/cards.ts'

const today = '2026-11-21'

function recorded(days: readonly (readonly [string, EntryBody, Origin?])[]): readonly Entry[] {
  return days.map(([day, body, origin = null], at) => ({
    sequence: at + 1,
    recordedAtUtcMs: Date.parse(`${day}T12:00:00Z`),
    body,
    origin,
  }))
}

const aside: Origin = {
  cardId: 'other',
  cardName: 'Theirs',
  sequence: 9,
  recordedAtUtcMs: 0,
  digest,
  aside: true,
}

const withdrawal = (sequence: number): EntryBody => ({ kind: 'withdrawal', sequence, who: 'me' })

describe('DG4 a timeline', () => {
  const entries = recorded([
    ['2026-11-01', answer('a', 'no')],
    ['2026-11-01', answer('a', 'yes')],
    ['2026-11-03', answer('a', 'partly'), aside],
    ['2026-11-03', withdrawal(2)],
    ['2026-11-04', answer('a', 'partly')],
  ])

  const of = (sequence: number) =>
    timelineOf(entries)
      .flatMap((day) => day.entries)
      .find(({ entry }) => entry.sequence === sequence)

  it('has the newest day and entry first, each under the day it was recorded on', () => {
    const days = timelineOf(entries)
    expect(days.map(({ day }) => day)).toEqual(['2026-11-04', '2026-11-03', '2026-11-01'])
    expect(days.flatMap((day) => day.entries.map(({ entry }) => entry.sequence))).toEqual([5, 4, 3, 2, 1])
  })

  it('says of an answer what counted before it: neither what was taken back nor what stands aside', () => {
    expect(of(1)?.change).toEqual({ from: null, to: 'no' })
    expect(of(2)).toMatchObject({ change: { from: 'no', to: 'yes' }, isWithdrawn: true })
    expect(of(5)?.change).toEqual({ from: 'no', to: 'partly' })
    expect(of(4)?.change).toBeNull()
  })

  it('is cut by entries, not by days', () => {
    const cut = cutTimeline(timelineOf(entries), 2)
    expect(cut.map(({ entries: ofDay }) => ofDay.length)).toEqual([1, 1])
    expect(cutTimeline(timelineOf(entries), 100)).toEqual(timelineOf(entries))
  })

  it('knows the day of its first entry, and none of an empty card', () => {
    expect(firstDayOf(entries)).toBe('2026-11-01')
    expect(firstDayOf([])).toBeNull()
    expect(timelineOf([])).toEqual([])
  })
})

describe('Pictures of a card over time', () => {
  const entries = recorded([
    ['2026-01-01', answer('a', 'no')],
    ['2026-02-14', answer('a', 'yes')],
  ])

  it('are taken on the first day, today, each day with an entry and between; never more than asked', () => {
    const days = pictureDays(entries, today, 20)
    expect(days[0]).toBe('2026-01-01')
    expect(days.at(-1)).toBe(today)
    expect(days).toContain('2026-02-14')
    expect(days).toEqual(days.toSorted())
    expect(days.length).toBeLessThanOrEqual(20)
    expect(pictureDays([], today, 20)).toEqual([today])
  })

  it('stay within the bound with an entry on each of 400 days', () => {
    const many = recorded(
      Array.from({ length: 400 }, (_, at) => [
        new Date(Date.parse('2025-10-01') + at * 86_400_000).toISOString().slice(0, 10),
        answer('a', 'yes'),
      ]),
    )
    expect(pictureDays(many, today, 60).length).toBeLessThanOrEqual(60)
  })

  it('become a band from lows to highs: 100 at the top, 0 at the bottom', () => {
    const points = [
      { day: '2026-01-01', low: 0, high: 100 },
      { day: '2026-01-03', low: 25, high: 75 },
    ]
    expect(bandPath(points, 200, 100)).toBe('M0 0L200 25L200 75L0 100Z')
    expect(bandPath(points.slice(0, 1), 200, 100)).toBe('M0 0L200 0L200 100L0 100Z')
    expect(bandPath([], 200, 100)).toBe('')
    expect(bandsSummary([{ label: 'Service', points }])).toBe(
      'Service lay between 0 and 100 on 2026-01-01 and lies between 25 and 75 on 2026-01-03.',
    )
  })
})

describe('An entry in words', () => {
  const checklists = checklistsOf([item('a')])
  const listing = {
    keptChecklists: checklists,
    shippedChecklist: checklists[digest]!,
    shippedSha256: digest,
  } as unknown as DiligenceListing
  const words = (body: EntryBody) => entryWords(body, namesOf(listing, []), listing)

  it('names the question that an answer is to, and by its id one that nobody asks any more', () => {
    expect(words(answer('a', 'yes')).title).toBe('Is a so?')
    expect(words(answer('gone', 'yes')).title).toBe('gone')
  })

  it('has what it rests on, with the quote in quotation marks and nothing empty between', () => {
    const said = answer('a', 'no', {
      class: 'third-party',
      text: '',
      seenOn: '2026-10-01',
      quote: '<b>no</b>',
    })
    expect(words(said).detail).toBe('a third party · seen on 2026-10-01 · “<b>no</b>”')
  })

  it('names a checklist that is not in this book by its digest', () => {
    expect(words({ kind: 'checklist', sha256: digest, who: 'me' }).title).toBe('Small, version 1')
    expect(words({ kind: 'checklist', sha256: 'd'.repeat(64), who: 'me' }).title).toBe(
      'one that is not in this book (dddddddddddd…)',
    )
  })
})

describe('DG16 a tripwire as it is typed', () => {
  const draft = {
    tripwireId: 'tripwire-1',
    words: 'usage pays too little',
    metric: 'Coverage, of rewards',
    when: 'below' as const,
    threshold: '0,3',
    by: '2027-03-31',
    days: '',
  }

  it('is accepted by the schema of entries, its figure by a plain name', () => {
    const read = tripwireOfDraft(draft, today, 'me')
    if ('problem' in read) throw new Error(read.problem)
    expect(entryBodySchema.parse(read.value)).toEqual(read.value)
    expect(conditionWords(read.value)).toBe('coverage-of-rewards below 0.3 until 2027-03-31')
    const quiet = tripwireOfDraft({ ...draft, when: 'nothing-new', days: '90' }, today, 'me')
    if ('problem' in quiet) throw new Error(quiet.problem)
    expect(conditionWords(quiet.value)).toBe('coverage-of-rewards: nothing new for 90 days')
  })

  it('is refused without a threshold, without days, or until a day that is over', () => {
    expect(tripwireOfDraft({ ...draft, threshold: '' }, today, 'me')).toEqual({
      problem: 'Threshold: expected a number.',
    })
    expect(tripwireOfDraft({ ...draft, when: 'nothing-new' }, today, 'me')).toHaveProperty('problem')
    expect(tripwireOfDraft({ ...draft, by: '2026-11-20' }, today, 'me')).toHaveProperty('problem')
    expect(tripwireOfDraft({ ...draft, metric: '% ' }, today, 'me')).toHaveProperty('problem')
    expect(tripwireOfDraft({ ...draft, by: '' }, today, 'me')).toMatchObject({
      value: { condition: { by: null } },
    })
  })

  it('has its figure entered by the same name, and says on what it rests', () => {
    const figure = figureOfDraft(
      { metric: 'coverage', value: '-0.25', class: 'third-party', seenOn: today, link: '', text: '' },
      today,
      'me',
    )
    if ('problem' in figure) throw new Error(figure.problem)
    expect(entryBodySchema.parse(figure.value)).toEqual(figure.value)
    expect(figure.value.value).toBe(-0.25)
    const read = tripwireOfDraft(draft, today, 'me')
    if ('problem' in read) throw new Error(read.problem)
    const tripwire = { ...read.value, sequence: 1, recordedAtUtcMs: 0 }
    expect(restsOn({ tripwire, state: 'armed', figure: null, quietUntil: null })).toBe(
      'no figure was entered yet',
    )
    expect(metricOf('---')).toBeNull()
    expect(metricOf('7-day Average')).toBe('day-average')
  })
})
