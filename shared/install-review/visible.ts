/** Characters that a reader does not see, or that move what a reader sees; and text that shows them. */

/** Signs that change the order of what is read. */
const bidirectional = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
/** Signs without a width: they part a word that looks whole, or name what looks like nothing. */
const invisible =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}'
const shownAsCode = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff${bidirectional}${invisible}]`,
  'gu',
)
const hiddenCharacter = new RegExp(
  `[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029${bidirectional}${invisible}]`,
  'gu',
)
const joinedPictures =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*\u200d(?=\p{Extended_Pictographic})/gu

/**
 * Text in which nothing hides: bidirectional signs, signs without a width, escape and control characters and halves
 * of characters are written out, as in `\u202e` and `\x1b`.
 *
 * Example: `visible('a\u001b[2Kb')` is `'a\\x1b[2Kb'`. @see SPEC.md SR5
 */
export function visible(text: string): string {
  return text.replace(shownAsCode, escaped)
}

function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  if (character === '\r') return '\\r'
  const code = character.codePointAt(0) as number
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\u{${code.toString(16)}}`
}

/** Offsets of hidden characters, at most one for each line. A byte order mark at the very start is none. */
export function hiddenCharacters(text: string): readonly number[] {
  const offsets: number[] = []
  const plain = text.replace(joinedPictures, (joined) => joined.replace('\u200d', '_'))
  let lineEnd = -1
  for (const { index } of plain.matchAll(hiddenCharacter)) {
    if (index < lineEnd || (index === 0 && plain.startsWith('\ufeff'))) continue
    offsets.push(index)
    const next = plain.indexOf('\n', index)
    lineEnd = next < 0 ? plain.length : next
  }
  return offsets
}
