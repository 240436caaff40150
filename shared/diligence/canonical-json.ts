/** One text for one value, so that its digest is the same wherever it is computed. @see SPEC.md DX1 */

/**
 * JSON with the keys of every object sorted by code unit and no blanks; keys without a value are left out, as
 * `JSON.stringify` does. Throws a RangeError where a number is not finite, a TypeError for what JSON cannot say.
 * Example: `canonicalJson({ b: [1, null], a: 'x' })` is `'{"a":"x","b":[1,null]}'`. @see SPEC.md DX1
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value)
    throw new RangeError(`expected a finite number, but was given ${value}`)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object')
    throw new TypeError(`expected what JSON can say, but was given a ${typeof value}`)
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
  return `{${members.join(',')}}`
}
