/** CSV that a spreadsheet reads as text and numbers, and from which the scores can be computed anew. */
import { assert, property } from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { cellText, csvOf } from '../../../../shared/diligence/report/csv.ts'
import { reportOf } from '../../../../shared/diligence/report/report.ts'
import { visible } from '../../../../shared/diligence/report/visible.ts'
import { hostileTexts } from '../../../reliability/naughty-lists.ts'
import { fullCard, sourcesOf, today } from './full-card.ts'
import { naughtyText, naughtyTexts } from './naughty.ts'

function rowsOf(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

const report = (count: number, text: string, link?: string) =>
  reportOf(sourcesOf(fullCard(count, link === undefined ? { text } : { text, link })), ['provider'], today)

/** Promise E1's rule, and the signs that look like them. */
const startsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\0]/
const isNumber = /^-?\d+(\.\d+)?(e[-+]\d+)?$/

function check(text: string): void {
  const shown = cellText(text)
  expect(shown).not.toMatch(startsFormula)
  for (const part of shown.split(/[;\n]/).slice(1)) expect(part).not.toMatch(startsFormula)
  expect(shown.replaceAll("'", '')).toBe(visible(text).replaceAll("'", ''))
}

describe('RP5 CSV', () => {
  it('puts an apostrophe before what would be a formula, as examples', () => {
    expect(cellText('=1+1')).toBe("'=1+1")
    expect(cellText(' ＝1')).toBe("' ＝1")
    expect(cellText('a;=1')).toBe("a;'=1")
    expect(cellText('\u0000=1')).toBe('[U+0000]=1')
    expect(cellText('1=1')).toBe('1=1')
  })

  it('has no cell that begins a formula, whatever is typed', () => {
    for (const text of [...naughtyTexts, ...hostileTexts]) check(text)
    assert(property(naughtyText, check), { numRuns: 3_000 })
  })

  it.each(naughtyTexts.filter((text) => text.length < 100))(
    'comes back cell by cell with %j in every field',
    (text) => {
      const given = report(13, text, text === '' ? 'x' : text)
      const rows = rowsOf(csvOf(given))
      expect(rows).toHaveLength(13)
      for (const [at, row] of rows.entries()) {
        for (const cell of Object.values(row))
          if (!isNumber.test(cell)) expect(cell).not.toMatch(startsFormula)
        const { answer } = given.items[at]?.scored ?? {}
        expect(row['text']).toBe(answer === null || answer === undefined ? '' : cellText(answer.text))
      }
    },
  )

  it('keeps negative numbers numbers', () => {
    const [, row] = rowsOf(csvOf(report(13, 'x')))
    expect(row?.['computed_usage_alone_usd']).toBe('-120.5')
  })

  it('leaves empty what nobody knows', () => {
    const row = rowsOf(csvOf(report(13, 'x')))[4]
    expect(row).toMatchObject({
      answer: 'unanswered',
      age_days: '',
      evidence_class: '',
      certainty_0_to_1: '0',
    })
  })

  it('holds the figures that the scores are made of', () => {
    const given = report(60, 'x')
    const rows = rowsOf(csvOf(given)).filter(({ state }) => state !== 'not-applicable')
    for (const { score } of given.pillars) {
      const counted = rows.filter(({ part }) => part === score.pillar || part === 'demand')
      const cap = counted.some((row) => row['raises_red_flag'] === 'true') ? 25 : 100
      const mean = (column: string) => {
        return Math.min(
          cap,
          (100 * sumOf(counted, (row) => Number(row['weight']) * Number(row[column]))) /
            sumOf(counted, (row) => Number(row['weight'])),
        )
      }
      expect(mean('low_0_to_1')).toBeCloseTo(score.low, 9)
      expect(mean('high_0_to_1')).toBeCloseTo(score.high, 9)
    }
  })

  it('begins with a byte order mark and ends its lines with CR LF', () => {
    const csv = csvOf(report(2, 'x'))
    expect(csv).toMatch(/^\ufeff"card","as_of",/)
    expect(csv).toMatch(/\r\n$/)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

function sumOf(rows: readonly Record<string, string>[], of: (row: Record<string, string>) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}
