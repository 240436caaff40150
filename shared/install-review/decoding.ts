/** Decoders on known text: nothing is run to see what a script would decode. */

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** UTF-8 where the bytes are that, else each byte as the character of its number. */
function textOf(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join('')
  }
}

/** Bytes written in codes, one by one, that make up characters of UTF-8. */
const fromBytes = (text: string) =>
  text.replace(/[\u0080-\u00ff]{2,}/g, (bytes) => textOf(Array.from(bytes, (byte) => byte.charCodeAt(0))))

export const fromBase64 = (text: string) =>
  fromBits(text.replaceAll('-', '+').replaceAll('_', '/'), base64Alphabet, 6)
export const fromBase32 = (text: string) => fromBits(text.toUpperCase(), base32Alphabet, 5)

function fromBits(text: string, alphabet: string, width: number): string {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) continue
    held = ((held << width) | value) & 0xffff
    bits += width
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  return textOf(bytes)
}

export function fromHex(text: string): string {
  const digits = text.replace(/[^0-9a-f]/gi, '')
  const bytes: number[] = []
  for (let at = 0; at + 1 < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16))
  return textOf(bytes)
}

const escape = /\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|0?([0-7]{1,3})|([abefnrtv\\]))/gi
const named: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/** `\x63`, `\143`, `\u0063`, `\n`; how many of them wrote a visible character in codes. */
export function fromEscapes(text: string): { readonly text: string; readonly codes: number } {
  let codes = 0
  const decoded = text.replace(
    escape,
    (whole, hex?: string, unicode?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return named[letter.toLowerCase()] ?? whole
      const digits = hex ?? unicode
      const code = digits === undefined ? Number.parseInt(octal ?? '0', 8) : Number.parseInt(digits, 16)
      if (code > 32 && code < 127) codes += 1
      return String.fromCharCode(code)
    },
  )
  return { text: fromBytes(decoded), codes }
}

/** `tr FROM TO` with ranges, as in rot13; null where a class or a complement is asked for. */
export function translated(text: string, from: string, to: string): string | null {
  const before = listed(from)
  const after = listed(to)
  if (before === null || after === null || after.length === 0) return null
  const table = new Map(
    before.map((character, index) => [character, after[Math.min(index, after.length - 1)] as string]),
  )
  return Array.from(text, (character) => table.get(character) ?? character).join('')
}

function listed(set: string): readonly string[] | null {
  if (set.includes('[:')) return null
  const characters = Array.from(fromEscapes(set).text)
  const all: string[] = []
  for (let at = 0; at < characters.length; at += 1) {
    const start = characters[at]!.codePointAt(0) as number
    const end = characters[at + 1] === '-' ? characters[at + 2]?.codePointAt(0) : undefined
    if (end === undefined || end < start || end - start > 255) all.push(characters[at] as string)
    else {
      for (let code = start; code <= end; code += 1) all.push(String.fromCodePoint(code))
      at += 2
    }
  }
  return all
}
