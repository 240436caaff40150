/** Reviews a shell script or a pasted command: what it would do, class by class, without running any of it. */
import { parse } from 'unbash'
import { runFields } from './commands.ts'
import { lexicalPass } from './lexical.ts'
import { type Finding, type Machine, reportAt, sayNotRead, type Scene } from './machine.ts'
import { withoutPrompts } from './prompts.ts'
import { largestScriptBytes, type ScriptReview } from './script-review.ts'
import { unknown } from './value.ts'
import { hiddenCharacters } from './visible.ts'
import { runNode, runScript, runText } from './walk.ts'

export type { Finding, NotRead } from './machine.ts'
export { closingSentence, largestScriptBytes, type ScriptReview } from './script-review.ts'

/**
 * What a script would do that is worth an alarm or a note. Nothing is executed, fetched or written; every branch is
 * followed in the order of the lines, with the variables, functions, files and pipes that the script itself sets.
 * Never throws: what the parser does not understand, or what is more than the bound on work, is in `notRead`.
 *
 * Example: `reviewScript('curl https://a.example | sh').findings[0]?.class` is `'download-to-shell'`.
 * @see SPEC.md SR1
 */
export function reviewScript(text: string): ScriptReview {
  const plain = text.replaceAll('\r\n', '\n')
  const review = reviewed(plain)
  const bare = withoutPrompts(plain)
  if (bare === plain) return review
  const behind = reviewed(bare)
  const seen = new Set(review.findings.map(keyOf))
  const added = behind.findings
    .filter((finding) => !seen.has(keyOf(finding)))
    .map((finding) => Object.assign({}, finding, { meaning: `${finding.meaning} ${behindPrompt}` }))
  return { ...review, findings: [...review.findings, ...added].toSorted(byPlace) }
}

const keyOf = ({ class: found, line }: Finding) => `${found} ${line}`

const behindPrompt = 'Read as it would run without the prompt, or with plain quotes.'

const byPlace = (a: Finding, b: Finding) => a.line - b.line || a.column - b.column

function reviewed(plain: string): ScriptReview {
  const machine = newMachine(plain)
  for (const offset of hiddenCharacters(plain)) reportAt(machine, 'hidden-character', offset)
  if (plain.length > largestScriptBytes) {
    sayNotRead(
      machine,
      0,
      `the text is longer than ${largestScriptBytes} characters; only looked at word by word`,
    )
    machine.isUnsure = true
  } else follow(machine, plain)
  const from = machine.isUnsure ? 0 : (machine.stoppedAt ?? plain.length)
  if (from < plain.length) {
    const start = plain.lastIndexOf('\n', from) + 1
    lexicalPass(machine, plain.slice(start), (offset) => start + offset)
  }
  return {
    findings: [...machine.findings.values()].sort(byPlace),
    lines: machine.lineStarts.length - (plain.endsWith('\n') ? 1 : 0),
    notRead: [...machine.notRead.values()].sort((a, b) => a.line - b.line),
  }
}

function follow(machine: Machine, text: string): void {
  const scene: Scene = {
    source: text,
    offset: 0,
    at: 0,
    statement: { pos: 0, end: text.length },
    input: unknown(),
    arguments: null,
    depth: 0,
    nesting: 0,
    conditional: false,
    captured: false,
    loops: 0,
  }
  // A parser that fails on one text must not hide what the rest of the review sees in it.
  try {
    runScript(machine, parse(text), scene)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    sayNotRead(machine, 0, `not understood as shell (${why}); only looked at word by word`)
    machine.isUnsure = true
  }
}

function newMachine(text: string): Machine {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return {
    text,
    lineStarts,
    findings: new Map(),
    found: new Set(),
    notRead: new Map(),
    variables: new Map(),
    functions: new Map(),
    aliases: new Map(),
    files: new Map(),
    readers: new Map(),
    descriptors: new Map(),
    calls: [],
    hasUnpackedFetched: false,
    isUnsure: false,
    hereDocumentsEnd: 0,
    effort: 0,
    stoppedAt: null,
    runText,
    runNode,
    runScript,
    runFields,
  }
}
