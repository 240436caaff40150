/** Text as it may stand in a report: whatever shows nothing, or turns round what is shown, is written out. @see SPEC.md RP2 */

/** Controls but the line feed, soft hyphen, direction marks, zero-width spaces, line separators, tags, half pairs. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu

/** A character as its code point. Example: `codePointOf('中')` is `'[U+4E2D]'`. @see SPEC.md RP2 */
export function codePointOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

/**
 * The text with line ends as line feeds, tabs as blanks and unseen characters as code points.
 * Example: `visible('a\u202eb')` is `'a[U+202E]b'`. @see SPEC.md RP2
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unseen, codePointOf)
}

/** The same on one line. Example: `oneLine('a\n b')` is `'a b'`. @see SPEC.md RP2 */
export function oneLine(text: string): string {
  const lines = visible(text).split('\n')
  return lines.length === 1
    ? (lines[0] as string)
    : lines
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
}
