/** Where in a result a number is NaN or infinite: the paths of all of them. */
export function notFinite(value: unknown, path = 'result'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => notFinite(part, `${path}.${key}`))
}
