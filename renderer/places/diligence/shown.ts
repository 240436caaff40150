/**
 * Typed text where it is drawn: what somebody else wrote must not turn round the app's own sentence beside it.
 * @see SPEC.md RP2
 */
import { oneLine, visible } from '../../../shared/diligence/report/visible.ts'

/** Letters that are read from right to left: Hebrew, Arabic and their neighbours. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** On one line: an unseen or turning character is written out, `[U+202E]`; honest right-to-left words stay apart. */
export function shown(text: string): string {
  return isolated(oneLine(text))
}

/** The same with its line ends. */
export function shownLines(text: string): string {
  return visible(text).split('\n').map(isolated).join('\n')
}

/** First strong isolate … pop: which way a word is read changes nothing beside it. */
function isolated(line: string): string {
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}
