/** The letters of a PDF: the ones that come with pdfmake, and which characters they can draw. @see SPEC.md RP6 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Of Roboto (Latin, Greek, Cyrillic), by what pdfmake calls its cuts. Throws where pdfmake is not installed. */
export function fontFiles() {
  const home = dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'))
  const file = (cut: string) => join(home, 'fonts', 'Roboto', `Roboto-${cut}.ttf`)
  return { normal: file('Regular'), bold: file('Medium'), italics: file('Italic') }
}

/** Characters that every cut has. */
export function readDrawable(): ReadonlySet<number> {
  const [first, ...others] = Object.values(fontFiles()).map((file) => codePointsOf(readFileSync(file)))
  return new Set([...(first ?? [])].filter((codePoint) => others.every((set) => set.has(codePoint))))
}

/**
 * The code points for which a TrueType font's table of characters (`cmap`, format 4) names a glyph.
 * Throws an Error for a font without one. Example: Roboto's hold 0x41 and not 0x4e2d.
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const start = characterTable(font)
  const codePoints = new Set<number>()
  const bytes = font.readUInt16BE(start + 6)
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map(
    (at) => start + at,
  ) as [number, number, number, number]
  for (let at = 0; at < bytes; at += 2) {
    const offset = font.readUInt16BE(offsets + at)
    const from = font.readUInt16BE(starts + at)
    const to = Math.min(font.readUInt16BE(ends + at), 0xfffe)
    for (let codePoint = from; codePoint <= to; codePoint += 1) {
      const listed =
        offset === 0 ? codePoint : font.readUInt16BE(offsets + at + offset + 2 * (codePoint - from))
      // A listed 0 is "none" as it stands; else the segment's delta is added.
      const isNone = offset !== 0 && listed === 0
      if (!isNone && ((listed + font.readUInt16BE(deltas + at)) & 0xffff) !== 0) codePoints.add(codePoint)
    }
  }
  return codePoints
}

/** Where the table for the characters of the first plane (Windows, Unicode) begins. */
function characterTable(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  const start = cmap === undefined ? 0 : font.readUInt32BE(cmap + 8)
  const subtable = Array.from({ length: font.readUInt16BE(start + 2) }, (_, at) => start + 4 + 8 * at).find(
    (at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1,
  )
  const found = subtable === undefined ? 0 : start + font.readUInt32BE(subtable + 4)
  if (cmap === undefined || found === 0 || font.readUInt16BE(found) !== 4)
    throw new Error('a font of the report has no table of characters (cmap, format 4): install pdfmake anew')
  return found
}
