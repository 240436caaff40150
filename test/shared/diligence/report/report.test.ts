/** What a report says of a card. */
import { describe, expect, it } from 'vitest'
import { markdownOf } from '../../../../shared/diligence/report/markdown.ts'
import { documentOf, sentenceOf } from '../../../../shared/diligence/report/report-document.ts'
import { reportOf, unknownItems } from '../../../../shared/diligence/report/report.ts'
import { fileNameOf } from '../../../../shared/diligence/report/evidence.ts'
import { oneLine, visible } from '../../../../shared/diligence/report/visible.ts'
import { minuteOf, outward, pointsOf, rangeOf } from '../../../../shared/diligence/report/words.ts'
import { gatesOf } from '../../../../shared/diligence/gates.ts'
import { scoredCard } from '../../../../shared/diligence/score.ts'
import { standingCard } from '../../../../shared/diligence/standing.ts'
import { answer, checklistsOf, entriesOf, item } from '../cards.ts'
import { fullCard, sourcesOf, today } from './full-card.ts'

const sources = sourcesOf(fullCard(60))
const report = reportOf(sources, ['provider'], today)
const markdown = markdownOf(documentOf(report))

describe('RP1 a report', () => {
  it('carries the scores and gates of the engine', () => {
    const standing = standingCard(sources.card.entries, sources.checklists, today)
    const scored = scoredCard(standing, ['provider'])
    expect(report.pillars.map(({ score }) => score)).toEqual(Object.values(scored.pillars))
    expect(report.gates).toEqual(gatesOf(standing, ['provider']))
    for (const { score } of report.pillars) expect(markdown).toContain(rangeOf(score))
    for (const gate of report.gates) expect(documentText(report)).toContain(gate.reason)
  })

  it('begins with its answer in a sentence', () => {
    // By hand: one question, nobody answered: everything is possible.
    const empty = reportOf(sourcesOf(fullCard(0)), ['buyer'], '2025-01-01')
    expect(sentenceOf(empty)).toBe(
      'Service: insufficient evidence (0 to 100 of 100). Provider economics: insufficient evidence (0 to 100 of 100, greyed by a closed gate). Token: insufficient evidence (0 to 100 of 100, greyed by a closed gate). 0 of 0 questions are answered; the first test is still to be done.',
    )
    expect(markdownOf(documentOf(empty))).toContain('No checklist was in force on that day')
  })

  it('names five questions to find out, and the first action while the first test is not done', () => {
    expect(report.toDo.next).toHaveLength(5)
    expect(report.toDo.firstActions).toEqual([])
    const before = reportOf(sources, ['provider', 'buyer'], '2026-01-01')
    expect(before.toDo.firstActions.map(({ role }) => role)).toEqual(['provider', 'buyer'])
    expect(markdownOf(documentOf(before))).toContain('**First, as a provider:**')
  })

  it('lists what counts by its number in the card, and says how much it does not list', () => {
    const numbers = report.evidence.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { numbers: behind } of report.items)
      for (const number of behind) expect(numbers).toContain(number)
    // Entry 5 is withdrawn, the first answer to item 0 replaced; the last entry stands aside.
    expect(numbers).not.toContain(5)
    expect(report.leftOut).toEqual({ withdrawn: 1, replaced: 1, notAsked: 0, later: 0 })
    expect(report.aside.map(({ number }) => number)).toEqual([sources.card.entries.length])
  })

  it('lists the earlier answer that still bounds a “not applicable” which does not hold', () => {
    const given = sourcesOf(fullCard(0))
    const entries = entriesOf([answer('a', 'no'), answer('a', 'not-applicable')])
    const card = { ...given.card, entries }
    const bounded = reportOf({ ...given, card, checklists: checklistsOf([item('a')]) }, ['buyer'], today)
    expect(bounded.items[0]?.numbers).toEqual([2, 3])
    expect(bounded.evidence.map(({ number }) => number)).toEqual([2, 3])
  })

  it('lists the best “no” of a red flag, that a claim does not lift, and names it', () => {
    const given = sourcesOf(fullCard(0))
    const entries = entriesOf([
      answer('a', 'no', { class: 'own-receipt' }),
      answer('a', 'no', { class: 'third-party' }),
    ])
    const card = { ...given.card, entries }
    const checklists = checklistsOf([item('a', { redFlag: true })])
    const flagged = reportOf({ ...given, card, checklists }, ['buyer'], today)
    expect(flagged.items[0]).toMatchObject({ numbers: [2, 3], flaggedBy: 2 })
    expect(markdownOf(documentOf(flagged))).toContain('**Is a so?** no, by entry 2. It does not age.')
    const claim = entriesOf([answer('a', 'no'), answer('a', 'yes', { class: 'claim' })])
    const kept = reportOf({ ...given, card: { ...card, entries: claim }, checklists }, ['buyer'], today)
    expect(kept.items[0]?.numbers).toEqual([2, 3])
    expect(kept.evidence.map(({ number }) => number)).toEqual([2, 3])
  })

  it('counts answers to questions that are not asked', () => {
    const given = sourcesOf(fullCard(0))
    const card = { ...given.card, entries: entriesOf([answer('gone', 'yes')]) }
    const without = reportOf({ ...given, card, checklists: checklistsOf([item('a')]) }, ['buyer'], today)
    expect(without.leftOut.notAsked).toBe(1)
    expect(markdownOf(documentOf(without))).toContain('1 answer to questions that are not asked')
  })

  it('says what nobody stands behind', () => {
    const { unanswered, unknown, untrusted } = unknownItems(report)
    const scored = report.items.map((each) => each.scored)
    expect(unanswered.length).toBeGreaterThan(0)
    expect(
      scored.filter(({ certainty, state }) => certainty === 0 && state !== 'not-applicable'),
    ).toHaveLength(unanswered.length + unknown.length + untrusted.length)
    expect(markdown).toContain(`**${unanswered.length} questions** nobody has answered`)
  })

  it('says of an own test that nothing shows it, and that all is stood behind only where it is', () => {
    const given = sourcesOf(fullCard(0))
    const saying = (text: string) => {
      const card = { ...given.card, entries: entriesOf([answer('a', 'no', { text })]) }
      return markdownOf(
        documentOf(reportOf({ ...given, card, checklists: checklistsOf([item('a')]) }, ['buyer'], today)),
      )
    }
    const behind = 'Every question has an answer that somebody stands behind'
    expect(saying('seen so')).toContain(behind)
    expect(saying('')).not.toContain(behind)
    expect(saying('')).toContain(
      '**1 question** answered by an own test, receipt or record without the words',
    )
  })

  it('reports a past day without what came later', () => {
    const past = reportOf(sources, ['provider'], '2026-01-01')
    expect(past.evidence).toEqual([])
    expect(past.leftOut.later).toBe(sources.card.entries.length - 1)
    expect(past.head?.number).toBe(sources.card.entries.length)
  })

  it('says what the digest of the chain can and cannot do', () => {
    expect(markdown).toContain('e'.repeat(64))
    expect(markdown).toContain('notices damage and careless edits; it does not stop a forger')
  })

  it('says first that a card is damaged', () => {
    const damaged = {
      ...sources,
      card: { ...sources.card, damage: [{ sequence: 3, message: 'Entry 3 does not match its digest.' }] },
    }
    expect(
      markdownOf(documentOf(reportOf(damaged, ['buyer'], today))).indexOf('> Damaged: Entry 3'),
    ).toBeLessThan(300)
  })

  it('refuses a day that no calendar has', () => {
    expect(() => reportOf(sources, ['buyer'], '2026-02-30')).toThrow(RangeError)
  })
})

describe('RP1 figures in words', () => {
  it('rounds a range outward, to a tenth or to whole points, and a double only where it means it', () => {
    expect(rangeOf({ low: 59.96, high: 80.01 })).toBe('59.9 to 80.1')
    expect(rangeOf({ low: 62.3, high: 62.3 })).toBe('62.3 to 62.3')
    expect(outward({ low: 59.96, high: 80.01 }, 10)).toEqual({ low: 59.9, high: 80.1 })
    expect(outward({ low: 12.2, high: 87.1 }, 1)).toEqual({ low: 12, high: 88 })
  })
  it('cuts off at a tenth by how much something narrows at least', () => {
    expect(pointsOf(4.96)).toBe('4.9')
    expect(pointsOf(62.3)).toBe('62.3')
    expect(pointsOf(100)).toBe('100')
  })
  it('writes an instant in UTC', () => {
    expect(minuteOf(0)).toBe('1970-01-01 00:00 UTC')
    expect(minuteOf(Date.UTC(2026, 10, 21, 23, 59, 59))).toBe('2026-11-21 23:59 UTC')
  })
})

describe('RP2 text', () => {
  it('shows what shows nothing', () => {
    expect(visible('a\u202eb\u0000c\r\nd\te\ud800')).toBe('a[U+202E]b[U+0000]c\nd e[U+D800]')
    expect(oneLine('a\n b')).toBe('a b')
  })
  it('leaves the writing of any language alone', () => {
    const text = '中文 العربية עברית हिन्दी क्‍ष می‌خواهم 👩‍👧'
    expect(visible(text)).toBe(text)
  })
})

describe('RP7 file names', () => {
  it('come without the folders of the machine', () => {
    expect(fileNameOf('/home/somebody/bill.pdf')).toBe('bill.pdf')
    expect(fileNameOf('C:\\Users\\somebody\\bill.pdf')).toBe('bill.pdf')
  })
})

function documentText(given: typeof report): string {
  return JSON.stringify(documentOf(given).blocks).replaceAll('\\"', '"')
}
