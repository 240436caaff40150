/** What every text from outside is held against before anything reads it. @see SPEC.md IM1 */
import { counted, importLimits, refusedAt } from './import-limits.ts'
import type { Reading, Refusal } from './import-limits.ts'

const saveAsUtf8 = 'Save the file as UTF-8 text and import it again.'

/**
 * Bytes of a text in UTF-8, counted no further than `most` + 3.
 * Example: `utf8Bytes('0,31 €', 100)` is `8`. @see SPEC.md IM1
 */
export function utf8Bytes(text: string, most: number): number {
  let bytes = text.length
  for (let at = 0; at < text.length && bytes <= most; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    // Each half of a surrogate pair counts 2 of the 4 bytes; a half alone becomes U+FFFD, with 3.
    const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (isPair) {
      bytes += 2
      at += 1
    } else bytes += code < 0x800 ? 1 : 2
  }
  return bytes
}

/**
 * Line and column of an offset, both from 1; a line ends with LF, CR or both.
 * Example: `placeAt('a\r\nbc', 4)` is `{ line: 2, column: 2 }`. @see SPEC.md IM1
 */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line += 1
      lineStart = at + 1
    }
  }
  return { line, column: offset - lineStart + 1 }
}

/**
 * Where bytes that are no UTF-8 stop being it. `lenient` is what a decoder makes of them, U+FFFD for what is wrong and
 * without a byte order mark; a U+FFFD that was written as such is text like any other.
 * Example: of the bytes `61 0a ff` and `'a\n\ufffd'` it is `{ line: 2, column: 1 }`. @see SPEC.md IM1
 */
export function placeOfWrongByte(bytes: Uint8Array, lenient: string): ReturnType<typeof placeAt> {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let at = 0; at < lenient.length; at += 1) {
    const code = lenient.charCodeAt(at)
    const isWritten = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd
    if (code === 0xfffd && !isWritten) return placeAt(lenient, at)
    // Each half of a surrogate pair stands for 2 of its 4 bytes.
    const isHalf = code >= 0xd800 && code < 0xe000
    byte += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3
  }
  return placeAt(lenient, lenient.length)
}

/** Why a text of this many bytes or more is not read. */
export function tooLarge(bytes: number): Refusal {
  return {
    kind: 'refused',
    message:
      `The file is larger than ${counted(importLimits.bytes)} bytes (it has ${counted(bytes)} or more), from line 1 on. ` +
      'Import a part of it: fewer lines, or only the columns that are needed.',
    line: 1,
    column: null,
  }
}

/**
 * The text without byte order marks before it, if it is text at all: refused are more bytes than the limit, nothing, and what
 * UTF-16 leaves when it is read as something else, NUL characters above all. Whether the bytes were UTF-8 is for the
 * one who reads them to see.
 * Example: `plainText('\ufeffa')` reads `'a'`. @see SPEC.md IM1
 */
export function plainText(text: string): Reading<string> {
  const bytes = utf8Bytes(text, importLimits.bytes)
  if (bytes > importLimits.bytes) return tooLarge(bytes)
  // A program that adds a mark to a text with one leaves two; the CSV library would drop the second by itself.
  const plain = text.replace(/^\ufeff+/, '')
  if (plain.trim() === '')
    return refusedAt('The file holds nothing', 1, 1, 'Choose a file with at least one line of data.')
  if (/^(?:\ufffe|\ufffd\ufffd|ÿþ|þÿ)/.test(plain))
    return refusedAt('The file looks like UTF-16', 1, 1, saveAsUtf8)
  const nul = plain.indexOf('\0')
  if (nul >= 0) {
    const { line, column } = placeAt(plain, nul)
    const what = 'The file has a NUL character, as UTF-16 text or a program’s own format does'
    return refusedAt(what, line, column, saveAsUtf8)
  }
  return { kind: 'read', value: plain }
}
