/** Reads JSON as the standard has it, within limits. @see SPEC.md IM3 */
import type { Reading } from './import-limits.ts'
import { plainText } from './import-text.ts'
import { jsonFault } from './json-scan.ts'

/**
 * The value of a JSON text: plain objects, arrays and scalars, each number finite, each key once and none of
 * `__proto__`, `constructor`, `prototype`. Anything else is refused with line and column.
 * Example: `readJsonText('{"a": [1, null]}')` reads `{ a: [1, null] }`; `readJsonText('{"a": 1,}')` is refused at
 * line 1, column 9. @see SPEC.md IM3
 */
export function readJsonText(given: string): Reading<unknown> {
  return readJson(given, (text) => text)
}

/**
 * As `readJsonText`, but an integer that a double does not tell apart from its neighbours, above 2^53 - 1, is read as
 * the text that it is written as: it names something and counts nothing.
 * Example: `readJsonTextWithIds('[9007199254740993, 7]')` reads `['9007199254740993', 7]`. @see SPEC.md IM5
 */
export function readJsonTextWithIds(given: string): Reading<unknown> {
  return readJson(given, quoteWideIntegers)
}

function readJson(given: string, prepare: (text: string) => string): Reading<unknown> {
  const reading = plainText(given)
  if (reading.kind === 'refused') return reading
  const fault = jsonFault(reading.value)
  return fault ?? { kind: 'read', value: JSON.parse(prepare(reading.value)) as unknown }
}

/** The texts and numbers of JSON that is known to be well-formed. */
const textOrNumber = /"(?:[^"\\]+|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/g
const manyDigits = /(?<![.0-9])[0-9]{16}/

function quoteWideIntegers(text: string): string {
  if (!manyDigits.test(text)) return text
  return text.replaceAll(textOrNumber, (token) => {
    if (token.startsWith('"')) return token
    const value = Number(token)
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? `"${token}"` : token
  })
}
