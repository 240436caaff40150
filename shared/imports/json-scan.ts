/**
 * Goes once through JSON text before it is parsed, without recursion: the first place that breaks the standard or a
 * limit, by line and column, which `JSON.parse` does not tell alike in every engine. @see SPEC.md IM3
 */
import { counted, importLimits, refusedAt } from './import-limits.ts'
import type { Refusal } from './import-limits.ts'
import { quoted } from '../units.ts'

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing more'

const expectedInWords: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  colon: 'a colon',
  'comma or end': 'a comma or the closing bracket',
  'nothing more': 'nothing more',
}

/** Names through which a text could reach into the objects of a program. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y
const words = ['true', 'false', 'null'] as const
const longestNumber = 400
const repair = 'Export the file again, or correct it there.'

type Scanner = { readonly text: string; at: number; line: number; lineStart: number }

const here = (scanner: Scanner, at: number, what: string, remedy: string = repair): Refusal =>
  refusedAt(what, scanner.line, at - scanner.lineStart + 1, remedy)

/** What stands here is not what was expected. */
function foundInstead(scanner: Scanner, expected: Expected): Refusal {
  const code = scanner.text.codePointAt(scanner.at)
  const found = code === undefined ? 'the end of the text' : quoted(String.fromCodePoint(code))
  return here(scanner, scanner.at, `Found ${found} where ${expectedInWords[expected]} was expected`)
}

function skipBlanks(scanner: Scanner): void {
  const { text } = scanner
  for (; ; scanner.at += 1) {
    const code = text.charCodeAt(scanner.at)
    const endsLine = code === 0x0a || (code === 0x0d && text.charCodeAt(scanner.at + 1) !== 0x0a)
    if (endsLine) {
      scanner.line += 1
      scanner.lineStart = scanner.at + 1
    } else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return
  }
}

/** Goes behind a string that begins here; the refusal, or whether an escape occurs in it. */
function passString(scanner: Scanner): Refusal | boolean {
  const { text } = scanner
  const start = scanner.at
  let escapes = false
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      scanner.at = at + 1
      if (at - start - 1 <= importLimits.cellCharacters) return escapes
      const most = counted(importLimits.cellCharacters)
      return here(scanner, start, `A text has more than ${most} characters`, 'Leave that field out.')
    }
    if (code < 0x20)
      return here(
        scanner,
        at,
        'A text holds a line end or another control character',
        'Write it as \\n or \\u000a.',
      )
    if (code === 0x5c) {
      escapes = true
      at += 1
      const escape = text.charAt(at)
      if (escape === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4
      else if (escape === '' || !'"\\/bfnrt'.includes(escape))
        return here(
          scanner,
          at - 1,
          'A backslash stands before something that JSON does not know',
          'Double it.',
        )
    }
  }
  return here(scanner, start, 'A text opens with a quote that is never closed')
}

/** Goes behind a number or a word that begins here. */
function passScalar(scanner: Scanner, expected: Expected): Refusal | null {
  const { text, at } = scanner
  numberForm.lastIndex = at
  const word = words.find((each) => text.startsWith(each, at)) ?? numberForm.exec(text)?.[0]
  if (word === undefined) return foundInstead(scanner, expected)
  const isWord = (words as readonly string[]).includes(word)
  if (!isWord && (word.length > longestNumber || !Number.isFinite(Number(word))))
    return here(
      scanner,
      at,
      'A number is larger or longer than any figure',
      'Write it as a text or leave it out.',
    )
  scanner.at += word.length
  return null
}

/** Goes behind a key that begins here, and notes it among the keys of its object. */
function passKey(scanner: Scanner, keys: Set<string>): Refusal | null {
  const start = scanner.at
  const escapes = passString(scanner)
  if (typeof escapes !== 'boolean') return escapes
  const raw = scanner.text.slice(start, scanner.at)
  const key = escapes ? (JSON.parse(raw) as string) : raw.slice(1, -1)
  if (forbiddenKeys.has(key)) return here(scanner, start, `The key ${quoted(key)} is not taken`, 'Rename it.')
  if (keys.has(key))
    return here(scanner, start, `The key ${quoted(key)} stands twice in one object`, 'Keep one of the two.')
  keys.add(key)
  if (keys.size <= importLimits.jsonKeys) return null
  const most = counted(importLimits.jsonKeys)
  return here(scanner, start, `An object has more than ${most} keys`, 'Export a list of objects.')
}

/**
 * The first fault of a JSON text, or null: anything that RFC 8259 does not allow, a number that no double holds, a key
 * that stands twice or is `__proto__`, `constructor` or `prototype` (escapes undone), and whatever is over a limit.
 * Example: `jsonFault('{"a": 1, "a": 2}')` is at line 1, column 10. @see SPEC.md IM3
 */
export function jsonFault(text: string): Refusal | null {
  const scanner: Scanner = { text, at: 0, line: 1, lineStart: 0 }
  /** The keys of each open object, null for an open array. */
  const open: (Set<string> | null)[] = []
  let expected: Expected = 'value'
  let values = 0
  const afterValue = (): Expected => (open.length === 0 ? 'nothing more' : 'comma or end')

  for (;;) {
    skipBlanks(scanner)
    const at = scanner.at
    const character = text.charAt(at)
    if (expected === 'nothing more') return at >= text.length ? null : foundInstead(scanner, expected)
    const inside = open.at(-1)
    const closes =
      (character === ']' && inside === null && (expected === 'value or ]' || expected === 'comma or end')) ||
      (character === '}' && inside instanceof Set && (expected === 'key or }' || expected === 'comma or end'))
    if (closes) {
      open.pop()
      scanner.at += 1
      expected = afterValue()
    } else if (expected === 'key' || expected === 'key or }') {
      if (character !== '"') return foundInstead(scanner, expected)
      const fault = passKey(scanner, inside as Set<string>)
      if (fault !== null) return fault
      expected = 'colon'
    } else if (expected === 'colon' || expected === 'comma or end') {
      if (character !== (expected === 'colon' ? ':' : ',')) return foundInstead(scanner, expected)
      scanner.at += 1
      expected = expected === 'colon' || inside === null ? 'value' : 'key'
    } else {
      values += 1
      if (values > importLimits.jsonValues) {
        const most = counted(importLimits.jsonValues)
        return here(scanner, at, `The text holds more than ${most} values`, 'Import a part of it.')
      }
      if (character === '[' || character === '{') {
        if (open.length === importLimits.jsonDepth)
          return here(
            scanner,
            at,
            `Objects and arrays lie in one another more than ${importLimits.jsonDepth} deep`,
            'Export a flatter file.',
          )
        open.push(character === '[' ? null : new Set())
        scanner.at += 1
        expected = character === '[' ? 'value or ]' : 'key or }'
      } else {
        const fault = character === '"' ? passString(scanner) : passScalar(scanner, expected)
        if (fault !== null && typeof fault !== 'boolean') return fault
        expected = afterValue()
      }
    }
  }
}
