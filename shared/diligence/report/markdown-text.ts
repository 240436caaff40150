/**
 * Any text as only text in Markdown, by CommonMark and by GitHub: nothing in it becomes markup, a link, a mention,
 * a formula or a picture. What would end or open something is written as a character reference or after a backslash;
 * what programs look for in finished text (addresses, mentions) is taken apart by a code span.
 * @see SPEC.md RP4
 */
import { oneLine, visible } from './visible.ts'

const references: Readonly<Record<string, string>> = {
  '\\': '&#92;',
  '`': '&#96;',
  '|': '&#124;',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
}

/** Sought out: "://", "www.", "a@b", "@name", "#12", ":name:", and a dollar that is not before an amount. Else marks. */
const sought =
  /((?:(?<=www)\.|:(?=\/\/)|:(?=[a-z0-9_+-]+:)|@|#(?=\d)|\$(?!\d)|(?<=[^\s(])\$)+)|[\\`|<>&*_[\]~#]/gi

function escaped(line: string): string {
  return line.replace(sought, (found: string, takenApart: string | undefined) =>
    takenApart === undefined ? (references[found] ?? `\\${found}`) : `\`${found}\``,
  )
}

/** At the start of a line a mark of a list, a heading or a table's rule, and a number with a point and nothing after it: 0.2 is none. */
function atLineStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^[-+=:]/, '\\$&')
}

/** On one line, as in a table's cell or a heading. Example: `inlineText('a|b\n*c*')` is `'a&#124;b \\*c\\*'`. @see SPEC.md RP4 */
export function inlineText(text: string): string {
  return atLineStart(escaped(oneLine(text)))
}

/** With its line ends, each line indented. Example: `linesOfText('a\n# b', '  ')` is `'a\\\n  \\# b'`. @see SPEC.md RP4 */
export function linesOfText(text: string, indent: string): string {
  return visible(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => atLineStart(escaped(line)))
    .join(`\\\n${indent}`)
}
