/** Public lists: the Big List of Naughty Strings, and the injections that a well-known filter is fuzzed with. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const naughtyStrings: readonly string[] = (
  JSON.parse(readFileSync(require.resolve('big-list-of-naughty-strings/blns.json'), 'utf8')) as string[]
).filter((text) => text !== '')

export const injections: readonly string[] = readFileSync(
  require.resolve('xss-filters/tests/fuzz/bin/seed.xss'),
  'utf8',
)
  .split('\n')
  .filter((text) => text !== '')

export const hostileTexts: readonly string[] = [...naughtyStrings, ...injections]
