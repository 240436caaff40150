/** Files that are meant to stop or fill the program. @see SPEC.md IM9 */
import { describe, expect, it } from 'vitest'
import { readInWorker } from '../../electron/imports/read-in-worker.ts'
import { importLimits } from '../../shared/imports/import-limits.ts'

const most = importLimits.bytes
/** As much of a pattern as the byte limit lets through. */
const filled = (start: string, pattern: string, end = '') =>
  start + pattern.repeat(Math.floor((most - start.length - end.length) / pattern.length)) + end
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('utf8')

/** Made when asked for, so that no two lie in memory at once. */
const bombs: readonly (readonly [name: string, make: () => string])[] = [
  ['100 MB on one line', () => 'x'.repeat(100_000_000)],
  ['a million columns', () => `a\n${','.repeat(1_000_000)}`],
  ['a depth of a million', () => '['.repeat(1_000_000)],
  ['a depth of a million, with objects', () => '{"a":'.repeat(1_000_000)],
  ['ten million rows', () => 'a\n'.repeat(10_000_000)],
  ['as many rows as the bytes allow', () => filled('a\n', '1\n')],
  [
    'as many cells as the bytes allow',
    () => filled(`${'abcdefghij'.split('').join(',')}\n`, `${','.repeat(9)}\n`),
  ],
  ['quoted line ends', () => filled('a,b\n', '"\n",')],
  ['quotes that close nowhere', () => filled('a,b\n"', '""')],
  [
    'quotes in the wrong place, blanks behind',
    () => `${filled('a,b\n', '"a"b').slice(0, most / 2)}${' '.repeat(most / 2)}`,
  ],
  ['UTF-16', () => utf16('card,ask\nRTX 4090,0.31\n')],
  ['NULs', () => '\0'.repeat(1_000_000)],
  ['NULs behind a good start', () => `card,ask\nT4,0.1\n${'\0'.repeat(1_000_000)}`],
  ['empty objects', () => filled('[', '{},', '{}]')],
  ['empty arrays', () => filled('[', '[],', '[]]')],
  ['a number of millions of digits', () => filled('[', '9', ']')],
  ['millions of keys', () => `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":1`).join(',')}}`],
  ['millions of escapes', () => filled('["', '\\u0041', '"]')],
]

const kinds = ['price series', 'market pack'] as const

describe('I5 a bomb', () => {
  it.each(bombs)('is refused in a sentence, within the memory that there is for it: %s', async (_, make) => {
    const text = make()
    for (const kind of kinds) {
      const before = process.memoryUsage.rss()
      let peak = before
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5)
      const result = await readInWorker({ kind, text, mapping: null })
      clearInterval(watch)
      expect(result.kind, kind).toBe('refused')
      expect(result.kind === 'refused' && result.message).toMatch(/line \d|entry \d/i)
      expect(Math.max(peak, process.memoryUsage.rss()) - before).toBeLessThan(256 * 1024 * 1024)
    }
  })
})
