/** Seeded damage to a tool's output: what drivers, terminals, cut lines and liars do. */

/** Mulberry32, so that a run can be repeated from its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = [
  '[N/A]',
  'N/A',
  '[Not Supported]',
  '[Unknown Error]',
  '[GPU is lost]',
  '[Function Not Found]',
  '[Requested functionality has been deprecated]',
  'ERR!',
  '',
  'NaN W',
  'inf W',
  '-12.00 W',
  '99999.00 W',
  '1e3 W',
  '0x40 W',
  '12,5 W',
  '12.5W',
  '12.5 mW',
  '12.5 kW',
  '12.5',
  '0 W',
  '0.00 W',
  '１２ W',
  '12 W',
  '12.5 W W',
  '1'.repeat(400),
  '__proto__',
  '"quoted, cell"',
]
const characters = [
  '0',
  '9',
  '.',
  ',',
  '-',
  ' ',
  'W',
  '%',
  '[',
  ']',
  '\n',
  '\r',
  '\t',
  '\0',
  '<',
  '>',
  '/',
  '"',
  '\u202e',
  '٣',
  '\u{1f525}',
]

type Random = () => number

const upTo = (random: Random, size: number) => Math.floor(random() * size)
const oneOf = <T>(random: Random, items: readonly T[]) => items[upTo(random, items.length)] as T

function editLines(text: string, random: Random, edit: (lines: string[], at: number) => void): string {
  const lines = text.split('\n')
  edit(lines, upTo(random, lines.length))
  return lines.join('\n')
}

function editCells(text: string, random: Random, edit: (cells: string[], at: number) => void): string {
  return editLines(text, random, (lines, at) => {
    const cells = (lines[at] ?? '').split(', ')
    edit(cells, upTo(random, cells.length))
    lines[at] = cells.join(', ')
  })
}

const damages: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, upTo(random, text.length)),
  (text, random) => text.slice(upTo(random, 200)),
  (text, random) => splice(text, random, 1 + upTo(random, 4), ''),
  (text, random) => splice(text, random, 0, oneOf(random, characters)),
  (text, random) => splice(text, random, 1, oneOf(random, characters)),
  (text, random) => splice(text, random, upTo(random, 10), oneOf(random, words)),
  (text, random) => editLines(text, random, (lines, at) => lines.splice(at, 1)),
  (text, random) => editLines(text, random, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  (text, random) => editLines(text, random, (lines, at) => lines.splice(at, 0, oneOf(random, words))),
  (text, random) => editLines(text, random, (lines, at) => lines.push(...lines.splice(at, 1))),
  (text, random) => editCells(text, random, (cells, at) => (cells[at] = oneOf(random, words))),
  (text, random) => editCells(text, random, (cells, at) => cells.splice(at, 1)),
  (text, random) => editCells(text, random, (cells, at) => cells.splice(at, 0, cells[at] ?? '')),
  (text, random) => editCells(text, random, (cells, at) => cells.unshift(...cells.splice(at, 1))),
  (text, random) => replaceOne(text, random, /\d+(?:\.\d+)? (?:W|%|MiB|C)\b/g, () => oneOf(random, words)),
  (text, random) => replaceOne(text, random, /\d/g, () => String(upTo(random, 10))),
  (text, random) =>
    replaceOne(text, random, / (?:W|%|MiB|C)\b/g, () => oneOf(random, [' mW', ' kW', '', ' GiB', ' K', 'W'])),
  (text, random) =>
    replaceOne(text, random, /\[(?:W|%|MiB)\]/g, () => oneOf(random, ['[mW]', '', '[K]', '[]'])),
  (text, random) =>
    replaceOne(text, random, /<[^>]*>/g, (tag) => oneOf(random, ['', tag + tag, tag.replace('/', '')])),
  (text) => text.replaceAll('\n', '\r\n'),
]

function splice(text: string, random: Random, remove: number, insert: string): string {
  const at = upTo(random, text.length)
  return text.slice(0, at) + insert + text.slice(at + remove)
}

function replaceOne(text: string, random: Random, pattern: RegExp, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const match = found[upTo(random, found.length)]
  if (!match) return text
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length)
}

export function mutate(text: string, random: Random): string {
  let mutated = text
  for (let left = 1 + upTo(random, 4); left > 0; left -= 1) mutated = oneOf(random, damages)(mutated, random)
  return mutated
}
