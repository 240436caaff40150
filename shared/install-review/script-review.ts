/** What a review says, apart from the reading: a page shows it without the parser. */
import { alarmClasses, noteClasses } from './classes.ts'
import type { Finding, NotRead } from './machine.ts'

export type ScriptReview = {
  /** By line and column. */
  readonly findings: readonly Finding[]
  readonly lines: number
  /** What could not be read; such a part was only looked at word by word, or not at all, as each says. */
  readonly notRead: readonly NotRead[]
}

/** In UTF-8; a host refuses more. */
export const largestScriptBytes = 1_048_576

/** The sentence under every review: what was looked for, and what that does not say. */
export function closingSentence({ findings, notRead, lines }: ScriptReview): string {
  const alarms = Object.values(alarmClasses).join(', ').toLowerCase()
  const notes = Object.values(noteClasses).join(', ').toLowerCase()
  const found = findings.length === 0 ? 'Nothing of what was looked for was found' : 'That is what was found'
  const extent =
    notRead.length === 0
      ? ''
      : ` ${notRead.length === 1 ? 'One part was' : `${notRead.length} parts were`} not read; see above.`
  return `${found} in ${lines === 1 ? 'one line' : `${lines} lines`}. Looked for: ${alarms}; noted: ${notes}. This says nothing about what was not looked for, nor about what a downloaded file does.${extent}`
}
