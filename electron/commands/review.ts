/** `idlewatt review`: what an install script would do, before anybody runs it. Nothing of it is run. */
import { Command } from 'commander'
import { labelOf } from '../../shared/install-review/classes.ts'
import {
  closingSentence,
  largestScriptBytes,
  reviewScript,
  type Finding,
  type ScriptReview,
} from '../../shared/install-review/review.ts'
import { inputBytes } from './input-bytes.ts'

export function reviewCommand(): Command {
  return new Command('review')
    .description('what an install script would do, line by line; nothing of it is run')
    .argument('<file>', 'a shell script or a pasted command; - reads standard input')
    .option('--json', 'print JSON only')
    .action((file: string, { json }: { json?: true }) => {
      const review = reviewScript(readScript(file))
      if (json === true) console.log(JSON.stringify({ ...review, closing: closingSentence(review) }, null, 2))
      else for (const line of reviewLines(review)) console.log(line)
    })
}

/** Alarms first, then notes, then what was not read. */
export function reviewLines(review: ScriptReview): readonly string[] {
  const listed = (severity: Finding['severity'], heading: string) => {
    const found = review.findings.filter((finding) => finding.severity === severity)
    return found.length === 0 ? [] : [heading, ...found.flatMap(linesOf), '']
  }
  const unread = review.notRead.map(({ line, why }) => `  line ${line}: ${why}`)
  return [
    ...listed('alarm', 'Alarms'),
    ...listed('note', 'Notes'),
    ...(unread.length === 0 ? [] : ['Not read', ...unread, '']),
    closingSentence(review),
  ]
}

const linesOf = ({ class: found, line, excerpt, meaning }: Finding): readonly string[] => [
  `  line ${line}  ${labelOf(found)}: ${excerpt}`,
  `    ${meaning}`,
]

function readScript(file: string): string {
  const name = file === '-' ? 'standard input' : file
  const bytes = inputBytes(file, largestScriptBytes)
  if (bytes.length > largestScriptBytes)
    throw new Error(
      `${name} has more than ${largestScriptBytes} bytes, which is the most that is reviewed at once. Review it in parts.`,
    )
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new Error(`${name} is not UTF-8 text: a program, or another encoding. Only text can be reviewed.`, {
      cause: error,
    })
  }
}
