/** @see SPEC.md IM3 */
import { describe, expect, it } from 'vitest'
import { importLimits } from '../../../shared/imports/import-limits.ts'
import { jsonFault } from '../../../shared/imports/json-scan.ts'
import { readJsonText, readJsonTextWithIds } from '../../../shared/imports/json-text.ts'
import { valueOf } from './reading.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('IM3 a JSON text', () => {
  it('gives the examples of its docstrings', () => {
    expect(valueOf(readJsonText('{"a": [1, null]}'))).toEqual({ a: [1, null] })
    expect(readJsonText('{"a": 1,}')).toMatchObject({ kind: 'refused', line: 1, column: 9 })
    expect(jsonFault('{"a": 1, "a": 2}')).toMatchObject({ line: 1, column: 10 })
  })

  it('keeps integers that no double tells apart as texts, where ids are looked for', () => {
    const text =
      '["\\"9007199254740993", 9007199254740993, -12345678901234567e2, 9007199254740991, 0.1234567890123456]'
    expect(valueOf(readJsonTextWithIds(text))).toEqual([
      '"9007199254740993',
      '9007199254740993',
      '-12345678901234567e2',
      9007199254740991,
      0.1234567890123456,
    ])
    expect(valueOf(readJsonTextWithIds('[9007199254740993, 7]'))).toEqual(['9007199254740993', 7])
    expect(valueOf(readJsonText('[9007199254740993]'))).toEqual([2 ** 53])
  })

  it.each([
    ['a scalar', ' -0.5e-3 ', -0.0005],
    ['an escape', '"\\u20ac\\n\\/"', '€\n/'],
    ['a byte order mark', '\ufeff[]', []],
    ['nothing in brackets', '[ { } , [ ] ]', [{}, []]],
    ['true, false, null', '[true,false,null]', [true, false, null]],
    ['the same key in two objects', '[{"a":1},{"a":{"a":2}}]', [{ a: 1 }, { a: { a: 2 } }]],
    ['the greatest depth', nested(importLimits.jsonDepth), JSON.parse(nested(importLimits.jsonDepth))],
  ])('is read: %s', (_, text, value) => {
    expect(valueOf(readJsonText(text))).toEqual(value)
  })

  it.each([
    ['a key that stands twice, once escaped', '{"a":1,\n "\\u0061":2}', 2, 2],
    ['__proto__', '{"a":[{"__proto__":1}]}', 1, 8],
    ['an escaped __proto__', '{"\\u005f_proto__":1}', 1, 2],
    ['constructor', '{"constructor":1}', 1, 2],
    ['prototype', '{"prototype":1}', 1, 2],
    ['too great a depth', nested(importLimits.jsonDepth + 1), 1, importLimits.jsonDepth + 1],
    ['a comma at the end', '[1,\r\n2,\r\n]', 3, 1],
    ['a missing comma', '[1 2]', 1, 4],
    ['a wrong bracket', '[1}', 1, 3],
    ['a key without quotes', '{a:1}', 1, 2],
    ['a missing colon', '{"a" 1}', 1, 6],
    ['single quotes', "['a']", 1, 2],
    ['a leading zero', '[01]', 1, 3],
    ['a plus sign', '[+1]', 1, 2],
    ['a bare point', '[1.]', 1, 3],
    ['NaN', '[NaN]', 1, 2],
    ['a number that no double holds', '[1,\n1e999]', 2, 1],
    ['a number of 401 digits', '1'.repeat(401), 1, 1],
    ['a raw line end in a text', '"a\nb"', 1, 3],
    ['an unknown escape', '"\\x41"', 1, 2],
    ['a half escape', '"\\u00g0"', 1, 2],
    ['an open text', '["a', 1, 2],
    ['an open array', '[1,\n2', 2, 2],
    ['an open object', '{', 1, 2],
    ['something behind the end', '[] []', 1, 4],
    ['a comment', '[1] // one', 1, 5],
    ['a no-break space', '[\u00a01]', 1, 2],
    ['a text of too many characters', `["${'x'.repeat(importLimits.cellCharacters + 1)}"]`, 1, 2],
    ['too many values', `[${'1,'.repeat(importLimits.jsonValues)}1]`, 1, 2 * importLimits.jsonValues],
  ])('is refused with line and column for %s', (_, text, line, column) => {
    expect(readJsonText(text)).toMatchObject({
      kind: 'refused',
      line,
      column,
      message: expect.stringContaining(`(line ${line}, column ${column})`) as string,
    })
  })

  it('is refused for an object of too many keys', () => {
    const keys = Array.from({ length: importLimits.jsonKeys + 1 }, (_, i) => `"k${i}":1`)
    expect(readJsonText(`{${keys.join(',')}}`).kind).toBe('refused')
    expect(readJsonText(`{${keys.slice(1).join(',')}}`).kind).toBe('read')
  })
})
