/** A PDF that holds nothing but its pages, says what the engine says, and is the same whoever makes it. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { decideExternal } from '../../../electron/policy.ts'
import { drawnText } from '../../../electron/reports/drawn-text.ts'
import { codePointsOf, fontFiles, readDrawable } from '../../../electron/reports/fonts.ts'
import { pdfOf } from '../../../electron/reports/pdf.ts'
import { documentOf } from '../../../shared/diligence/report/report-document.ts'
import { reportOf } from '../../../shared/diligence/report/report.ts'
import { rangeOf } from '../../../shared/diligence/report/words.ts'
import { hostileTexts } from '../../reliability/naughty-lists.ts'
import { fullCard, sourcesOf, today, type Texts } from '../../shared/diligence/report/full-card.ts'
import { naughtyTexts } from '../../shared/diligence/report/naughty.ts'
import { hasPdftotext, hasQpdf, partsOf, qpdfCheck, textByPoppler, textOf } from './pdf-reading.ts'

function linkOf(address: string): string | null {
  const decision = decideExternal(address)
  return decision.allowed ? decision.url : null
}

const reportWith = (count: number, texts?: Texts) =>
  reportOf({ ...sourcesOf(fullCard(count, texts)), linkOf }, ['provider'], today)
const pdfWith = (count: number, texts?: Texts) =>
  pdfOf(documentOf(reportWith(count, texts)), { isCompressed: false })

/** All that a page with text, lines and links needs. */
const known: ReadonlySet<string> = new Set(
  (
    'A Action Annot Annots Ascent BaseFont Border ButtonB CA CIDFontType2 CIDInit CIDSystemInfo CIDToGIDMap CapHeight Catalog ColorSpace Contents ' +
    'Count CreationDate Creator DW DescendantFonts Descent DeviceRGB DisplayDocTitle Dests Encoding ExtGState F Filter Flags FlateDecode Font FontBBox FontDescriptor FontFile2 FontName ' +
    'FontWeight H I ID Identity Identity-H ImageB ImageC ImageI Info ItalicAngle Kids Lang Length Length1 Link MarkInfo MediaBox Names Ordering Outlines PDF Page Pages Parent ProcSet Producer ' +
    'Rect Registry Resources Root S Size StemV Subtype Supplement Text Title ToUnicode Type Type0 URI UserUnit ViewerPreferences W XHeight ca TrueType'
  ).split(' '),
)
const isKnown = (name: string) =>
  known.has(name.slice(1)) || /^\/(?:F\d+|Gs\d+|[A-Z]{6}\+Roboto-(?:Regular|Medium|Italic))$/.test(name)

const urls = (pdf: Uint8Array) => new Set(partsOf(pdf).strings.filter((string) => string.includes('://')))

describe('RP6 a PDF', () => {
  test.each(naughtyTexts.filter((text) => text.trim() !== '').map((text) => [text.slice(0, 60), text]))(
    'holds nothing active with %j in every field',
    async (_, text) => {
      const { names, strings } = partsOf(await pdfWith(2, { text, link: text, name: text }))
      expect(names.filter((name) => !isKnown(name))).toEqual([])
      const url = linkOf(text)
      expect(strings.filter((string) => /^[a-z]+:/i.test(string) && !string.startsWith('D:'))).toEqual(
        url === null ? [] : strings.filter((string) => string === url),
      )
    },
  )

  it('holds nothing active with both public lists, forty texts in every field at a time', async () => {
    for (let at = 0; at < hostileTexts.length; at += 40) {
      const text = hostileTexts.slice(at, at + 40).join('\n')
      const { names } = partsOf(
        await pdfWith(2, { text, link: text.slice(0, 2_000), name: text.slice(0, 120) }),
      )
      expect(names.filter((name) => !isKnown(name))).toEqual([])
    }
  })

  it('has a link only where the app would open the address', async () => {
    expect(urls(await pdfWith(3, { text: 'x', link: 'https://example.com/terms' }))).toEqual(
      new Set(['https://example.com/terms']),
    )
    expect(urls(await pdfWith(3, { text: 'x', link: 'http://example.com/terms' }))).toEqual(new Set())
    expect(urls(await pdfWith(3, { text: 'x', link: 'https://me:secret@example.com/' }))).toEqual(new Set())
  })

  it('takes 400 questions, and texts and words of 4,000 letters', async () => {
    for (const pdf of [
      await pdfWith(400, { text: 'Seen on the page of terms.' }),
      await pdfWith(5, { text: 'a'.repeat(4_000) }),
      await pdfWith(5, { text: 'four '.repeat(800) }),
    ])
      expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-1\.3\n[\s\S]*%%EOF\n$/)
  })

  test.skipIf(!hasQpdf)(`is whole by qpdf${hasQpdf ? '' : ' (SKIPPED: qpdf is not installed)'}`, async () => {
    for (const text of naughtyTexts.slice(0, 30))
      expect(qpdfCheck(await pdfWith(3, { text, name: 'x' }))).toBe(0)
  })
})

describe('RP6 the text of a PDF', () => {
  it('says what the engine says', async () => {
    const report = reportWith(30)
    const text = textOf(await pdfOf(documentOf(report), { isCompressed: false }))
    for (const { score } of report.pillars) {
      expect(text).toContain(rangeOf(score))
      expect(text).toContain(score.verdict)
    }
    for (const { reason } of report.gates) expect(unspaced(text)).toContain(unspaced(reason))
    for (const { number } of report.evidence) expect(text).toContain(` ${number} `)
  })

  test.skipIf(!hasPdftotext)(
    `reads the same by poppler${hasPdftotext ? '' : ' (SKIPPED: pdftotext is not installed)'}`,
    async () => {
      const pdf = await pdfWith(8, { text: 'Efficient “office” with ελληνικά' })
      for (const read of [textByPoppler, textOf])
        expect(unspaced(read(pdf))).toContain(unspaced('Efficient “office” with ελληνικά'))
    },
  )

  it('loses no letter of a long word', async () => {
    const word = Array.from({ length: 100 }, (_, at) => `letters${at}.`).join('')
    expect(unspaced(textOf(await pdfWith(1, { text: word })))).toContain(word)
  })

  it('says where a letter is written as its code point', async () => {
    const with中文 = unspaced(textOf(await pdfWith(1, { text: 'Terms 中文 und ελληνικά и русский' })))
    expect(with中文).toContain('Terms[U+4E2D][U+6587]undελληνικάирусский')
    expect(with中文).toContain(unspaced('letters lack are written as their code points'))
    expect(unspaced(textOf(await pdfWith(1, { text: 'plain' })))).not.toContain('codepoints')
  })
})

/** Where lines are cut is the page's business. */
function unspaced(text: string): string {
  return text.replace(/\s/g, '')
}

describe('RP6 letters', () => {
  it('are those for which the font has a glyph, by fontkit as by us', () => {
    const fontkit = createRequire(import.meta.url)('fontkit') as {
      create(font: Buffer): { characterSet: number[] }
    }
    for (const file of Object.values(fontFiles())) {
      const font = readFileSync(file)
      const theirs = fontkit.create(font).characterSet.filter((codePoint) => codePoint < 0xffff)
      expect([...codePointsOf(font)].toSorted((a, b) => a - b)).toEqual(
        [...new Set(theirs)].toSorted((a, b) => a - b),
      )
    }
  })

  it('are never dropped: each is there, or its code point', () => {
    const { draw, writtenOut } = drawnText(readDrawable())
    expect(draw('aé中\u202eЖ🦥\n')).toBe('aé[U+4E2D][U+202E]Ж[U+1F9A5]\n')
    expect(writtenOut()).toBe(2)
    for (const text of naughtyTexts)
      expect(drawnText(readDrawable()).draw(text)).toMatch(
        /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]*$/u.test(text) ? /^[\s\S]*$/u : /^[^\0\u202e]*$/u,
      )
  })

  it('are refused from a file that is no font', () => {
    expect(() => codePointsOf(Buffer.alloc(100))).toThrow('install pdfmake anew')
  })
})
