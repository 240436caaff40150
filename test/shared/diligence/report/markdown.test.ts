/** Markdown in which nothing that somebody typed becomes more than text. */
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineText, linesOfText } from '../../../../shared/diligence/report/markdown-text.ts'
import { markdownOf } from '../../../../shared/diligence/report/markdown.ts'
import { documentOf } from '../../../../shared/diligence/report/report-document.ts'
import { reportOf } from '../../../../shared/diligence/report/report.ts'
import { oneLine } from '../../../../shared/diligence/report/visible.ts'
import { hostileTexts } from '../../../reliability/naughty-lists.ts'
import { fullCard, sourcesOf, today } from './full-card.ts'
import { naughtyText, naughtyTexts } from './naughty.ts'

const meaning: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  '#92': '\\',
  '#96': '`',
  '#124': '|',
}

/** Reads as CommonMark does, but refuses whatever would be more than text. */
function readStrictly(markdown: string): string {
  const token = /`([^`]+)`|&([a-z#0-9]+);|\\([!-/:-@[-`{-~])|[\s\S]/gy
  let plain = ''
  let text = ''
  for (const [whole, code, reference, escaped] of markdown.matchAll(token)) {
    if (
      code === undefined &&
      reference === undefined &&
      escaped === undefined &&
      /[\\`*_[\]<>~|&\n]/.test(whole)
    )
      throw new Error(`${JSON.stringify(whole)} stands open in ${JSON.stringify(markdown)}`)
    // What programs look for runs through escapes, but not through code.
    plain += code === undefined ? (meaning[reference ?? ''] ?? escaped ?? whole) : '\ufffc'
    text += code ?? meaning[reference ?? ''] ?? escaped ?? whole
  }
  if (/@|:\/\/|www\.|:[a-z0-9_+-]+:|#\d/i.test(plain))
    throw new Error(`a link, mention or sign in ${JSON.stringify(plain)}`)
  // A list's number is followed by a blank; 0.2 is a figure.
  if (/^(?:[-+*=#>:]|\d+[.)](?:\s|$))/.test(markdown))
    throw new Error(`a block begins in ${JSON.stringify(markdown)}`)
  return text
}

/** A card's Markdown, with the places of data marked: `of('<b>')` less what `of('word')` has alike. */
function markdownWith(text: string): string {
  const sources = sourcesOf(
    fullCard(12, { text, name: text.trim() === '' ? 'Any' : text, link: text.trim() === '' ? 'x' : text }),
  )
  return markdownOf(documentOf(reportOf(sources, ['provider'], today)))
}

/** The lines without their text: what kind of block each begins. */
const shapeOf = (markdown: string) =>
  markdown
    .split('\n')
    .map((line) => `${/^ *(?:#{1,3} |- |> |\|)?/.exec(line)?.[0]}${line.match(/\|/g)?.length ?? 0}`)

describe('RP4 Markdown text', () => {
  it('says what it is given, as examples', () => {
    expect(inlineText('a|b\n*c*')).toBe('a&#124;b \\*c\\*')
    expect(linesOfText('a\n# b', '  ')).toBe('a\\\n  \\# b')
    expect(inlineText('[x](javascript:alert(1))')).toBe('\\[x\\](javascript:alert(1))')
    expect(inlineText('see https://a.example or me@a.example')).toBe(
      'see https`:`//a.example or me`@`a.example',
    )
    expect(inlineText('0.2 GPUs')).toBe('0.2 GPUs')
    expect(inlineText('2. buy')).toBe('2\\. buy')
    expect(inlineText('from $0.31 to $0.40')).toBe('from $0.31 to $0.40')
  })

  it.each(naughtyTexts.map((text) => [text.slice(0, 60), text]))('stays text: %j', (_, text) => {
    expect(readStrictly(inlineText(text))).toBe(oneLine(text))
  })

  it('stays text for both public lists', () => {
    for (const text of hostileTexts) expect(readStrictly(inlineText(text))).toBe(oneLine(text))
  })

  it('stays text for whatever the pieces make together', () => {
    assert(
      property(naughtyText, (text) => {
        expect(readStrictly(inlineText(text))).toBe(oneLine(text))
        for (const line of linesOfText(text, '').split('\\\n')) readStrictly(line)
      }),
      { numRuns: 3_000 },
    )
  })
})

const links = (markdown: string) => new Set(markdown.match(/<[^>]*>/g))

describe('RP4 a report in Markdown', () => {
  const shape = shapeOf(markdownWith('word'))

  it.each(
    naughtyTexts
      .filter((text) => oneLine(text).trim() !== '' && !text.trim().includes('\n'))
      .map((text) => [text.slice(0, 60), text]),
  )('has the same blocks with %j in every field', (_, text) => {
    expect(shapeOf(markdownWith(text).replaceAll('\\\n', ' ')).slice(0, shape.length)).toEqual(shape)
  })

  it('makes a link only of an address that may be opened', () => {
    expect(links(markdownWith('https://example.com/terms'))).toEqual(new Set(['<https://example.com/terms>']))
    for (const text of naughtyTexts.filter((each) => each !== 'https://evil.example/path'))
      expect(links(markdownWith(text))).toEqual(new Set())
  })
})
