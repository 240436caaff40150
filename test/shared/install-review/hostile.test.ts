/** Text that is meant to stop the review: it ends, it says what it did not follow, it never throws. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewScript, type ScriptReview } from '../../../shared/install-review/review.ts'
import { baseCommands } from './base-commands.ts'
import { transformations } from './transformations.ts'

const size = 100_000
const filled = (pattern: string) => pattern.repeat(Math.floor(size / pattern.length))

const hostile: readonly (readonly [name: string, text: string])[] = [
  ...[
    '(',
    '$(',
    '"',
    '`',
    '{ ',
    '${a:-',
    '"$(',
    'if ',
    'a|',
    '$((',
    '<(',
    '@(',
    'a[',
    '\\',
    '\0',
    '\u202e\n',
    'sudo ',
    'xargs ',
    'a;',
  ].map((pattern) => [`100 kB of ${JSON.stringify(pattern)}`, filled(pattern)] as const),
  ['an odd number of quotes', `${filled("'")}'`],
  ['a variable that doubles itself', `a=xxxxxxxxxx\n${filled('a=$a$a\n')}`],
  ['a variable that replaces itself by more', `a=${'ab'.repeat(20_000)}\n${filled('a=${a//a/bb}\n')}`],
  ['a text that runs itself twice', 'a=\'eval "$a"; eval "$a"\'\neval "$a"'],
  ['a text that runs itself in brackets', 'a=\'((((((((bash -c "$a"))))))))\'\nbash -c "$a"'],
  [
    'functions that call each other three times',
    `${Array.from(
      { length: 20 },
      (_, index) => `f${index}() { f${index + 1}; f${index + 1}; f${index + 1}; }`,
    )
      .toReversed()
      .join('\n')}\nf0`,
  ],
  ['an alias of itself', 'alias a="a b"\na'],
  ['loops in loops', `${'for i in 1 2 3 4 5 6; do '.repeat(60)}x${'; done'.repeat(60)}`],
  ['a pattern of stars', `cat ${`.s${'*s'.repeat(150)}z `.repeat(300)}`],
]

/** What holds for every review of any text. */
function expectSound(text: string, { findings, notRead, lines }: ScriptReview): void {
  const most = text.split('\n').length
  expect(lines).toBeLessThanOrEqual(most)
  const hidden = /[\p{Cc}\p{Bidi_Control}\u200b-\u200d\u2028\u2029\u2060-\u2069\ufeff]/u
  for (const { line, column, excerpt, meaning } of findings) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(most)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(hidden.test(excerpt + meaning)).toBe(false)
  }
  for (const { line, why } of notRead) {
    expect(line).toBeLessThanOrEqual(most)
    expect(hidden.test(why)).toBe(false)
  }
}

describe('SR7 Text that is meant to stop the review', () => {
  it.each(hostile)('%s: the review ends', (_, text) => {
    expectSound(text, reviewScript(text))
  })

  it('what is not followed any more is said, and what is behind it still looked at', () => {
    const { findings, notRead } = reviewScript(
      `a='eval "$a"; eval "$a"'\neval "$a"\ncurl https://a.example | sh`,
    )
    expect(notRead.map(({ why }) => why)).toContain(
      'following this script takes more steps than the review makes',
    )
    expect(findings).toContainEqual(expect.objectContaining({ class: 'download-to-shell', line: 3 }))
  })

  it('takes a text of 1 MiB', () => {
    const text = 'echo "step" && apt-get install -y curl\n'.repeat(26_000)
    expectSound(text, reviewScript(text))
    expect(text.length).toBeGreaterThan(1_000_000)
  })
})

const pieces = fc.constantFrom(
  'curl u',
  '| sh',
  '"',
  "'",
  '$(',
  ')',
  '`',
  '<<E\n',
  '\nE\n',
  '\n',
  ';',
  '&&',
  '${a',
  '}',
  'a=',
  '$a',
  'eval ',
  '{',
  '(',
  'if ',
  'then ',
  'fi',
  'for i in ',
  'do ',
  'done',
  '\u202e',
  '\u001b',
  '\\',
  '~/.ssh',
  'base64 -d',
  '<(',
  '[[',
  ']]',
  '((',
  'case a in',
  'esac',
  '#',
  'alias x=',
  '\0',
  '\ud800',
  'sudo ',
  'xargs ',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(pieces, { maxLength: 60 }).map((each) => each.join('')),
)
const command = fc
  .tuple(fc.constantFrom(...baseCommands), fc.constantFrom(...transformations))
  .map(([{ script }, { of }]) => of(script) ?? script)

describe('SR7 Of any text', () => {
  it('the review never throws, its lines are in the text, nothing hides in what it shows', () => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(text, reviewScript(text))),
      { numRuns: 2_000 },
    )
  })

  it('the same text gives the same review', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(reviewScript(text)).toEqual(reviewScript(text))
      }),
      { numRuns: 200 },
    )
  })
})

const key = ({ class: name, line, column }: ScriptReview['findings'][number]) => `${name} ${line}:${column}`

describe('SR2 Lines that are added', () => {
  it('take no finding away from the lines before them', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 4 }), command, (before, added) => {
        const text = before.join('\n')
        const longer = reviewScript(`${text}\n${added}`).findings.map(key)
        for (const finding of reviewScript(text).findings) expect(longer).toContain(key(finding))
      }),
      { numRuns: 1_000 },
    )
  })
})
