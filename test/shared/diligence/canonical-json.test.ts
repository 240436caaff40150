import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../shared/diligence/canonical-json.ts'

describe('DX1 canonical JSON', () => {
  test('sorts the keys of every object by code unit, has no blanks, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [1, null], a: 'x' })).toBe('{"a":"x","b":[1,null]}')
    expect(canonicalJson({ é: 1, z: 1, Z: { 10: true, 9: false } })).toBe(
      '{"Z":{"10":true,"9":false},"z":1,"é":1}',
    )
    expect(canonicalJson([{ b: undefined, a: -0 }, '\ud800\u2028"'])).toBe('[{"a":0},"\\ud800\u2028\\""]')
  })

  test('refuses what JSON would silently change or drop', () => {
    for (const value of [Number.NaN, [Infinity], { a: -Infinity }])
      expect(() => canonicalJson(value)).toThrow(RangeError)
    for (const value of [undefined, [undefined], 1n, () => 1])
      expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('is the same text for the same value, whatever the order of its keys, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(reversed(value))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 300 },
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
