/** What the review knows while it goes through a script, line by line, and what it found. Nothing is run. */
import type { CommandNode, CompoundList, ParsedScript } from 'unbash'
import { isAlarm, reasons, type FindingClass, type ReasonName } from './classes.ts'
import { namesKeyPath } from './paths.ts'
import { literal, type Value } from './value.ts'
import { visible } from './visible.ts'

export type Span = { readonly pos: number; readonly end: number }

export type Finding = {
  readonly class: FindingClass
  readonly severity: 'alarm' | 'note'
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  readonly excerpt: string
  readonly meaning: string
}

/** A part that the review could not read, and why. */
export type NotRead = { readonly line: number; readonly why: string }

/** Where a piece of shell is read: in the text itself, or in a text that the script puts together. */
export type Scene = {
  readonly source: string
  /** Offset in the reviewed text of the source's first character; null where the source is not part of it. */
  readonly offset: number | null
  /** Where in the reviewed text a source that is not part of it is run. */
  readonly at: number
  readonly statement: Span
  readonly input: Value
  /** Null where they are given when the script runs. */
  readonly arguments: readonly Value[] | null
  /** Scripts within scripts, substitutions and calls. */
  readonly depth: number
  /** Syntax within syntax, over all depths. */
  readonly nesting: number
  /** May not happen: a branch, a part of a pipeline. */
  readonly conditional: boolean
  /** What is printed goes on to another command, a file or a variable. */
  readonly captured: boolean
  readonly loops: number
}

export type Body = CommandNode | CompoundList
export type ShellFunction = { readonly body: Body; readonly scene: Scene }

export type Machine = {
  readonly text: string
  readonly lineStarts: readonly number[]
  readonly findings: Map<string, Finding>
  /** Class and line of each finding. */
  readonly found: Set<string>
  readonly notRead: Map<string, NotRead>
  readonly variables: Map<string, readonly Value[]>
  readonly functions: Map<string, ShellFunction>
  readonly aliases: Map<string, Value>
  /** What the script itself wrote or downloaded, by path. */
  readonly files: Map<string, Value>
  /** `>(...)`: what is written there is read by that script. */
  readonly readers: Map<string, { readonly script: ParsedScript; readonly scene: Scene }>
  readonly descriptors: Map<number, Value>
  readonly calls: string[]
  hasUnpackedFetched: boolean
  /** Whether the parser met something that it did not understand. */
  isUnsure: boolean
  /** Where the last here-document ends: behind the statement that it belongs to. */
  hereDocumentsEnd: number
  effort: number
  /** Offset from which on nothing was followed any more. */
  stoppedAt: number | null
  /** Reads a text as shell. */
  readonly runText: (machine: Machine, text: Value, scene: Scene, at: Span) => Value
  readonly runNode: (machine: Machine, node: Body, scene: Scene) => Value
  readonly runScript: (machine: Machine, script: ParsedScript, scene: Scene) => Value
  readonly runFields: (machine: Machine, fields: readonly Value[], scene: Scene, at: Span) => Value
}

export const deepest = { scripts: 24, syntax: 600 }
/** Commands looked at and, by their fifties, characters read: over all loops, calls and nested texts. */
const mostEffort = 400_000
const mostFindings = 2_000
const mostNotRead = 200
const longestExcerpt = 200

export const positionIn = (scene: Scene, position: number): number =>
  scene.offset === null ? scene.at : scene.offset + position

/** False once the bound on work is reached; the place where that happened is said. */
export function spend(machine: Machine, scene: Scene, at: Span, characters = 0): boolean {
  if (machine.stoppedAt !== null) return false
  machine.effort += 1 + characters / 50
  if (machine.effort <= mostEffort) return true
  machine.stoppedAt = positionIn(scene, at.pos)
  sayNotRead(machine, machine.stoppedAt, 'following this script takes more steps than the review makes')
  return false
}

export function lineOf(machine: Machine, given: number): number {
  const offset = Math.min(given, machine.text.length - 1)
  let low = 0
  let high = machine.lineStarts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((machine.lineStarts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

export function sayNotRead(machine: Machine, offset: number, why: string): void {
  const line = lineOf(machine, offset)
  if (machine.notRead.size > mostNotRead) return
  const said =
    machine.notRead.size === mostNotRead
      ? 'from here on, further parts that were not read are not listed'
      : why
  machine.notRead.set(`${line} ${said}`, { line, why: visible(said) })
}

/** Notes a finding at a place of the scene; the same at the same place is one. */
export function report(machine: Machine, name: ReasonName, scene: Scene, at: Span): void {
  const offset = positionIn(scene, at.pos)
  const { source, statement } = scene
  const within = statement.end - statement.pos <= longestExcerpt && at.pos >= statement.pos ? statement : at
  const shown = source.slice(within.pos, Math.min(within.end, within.pos + longestExcerpt))
  add(machine, name, offset, scene.offset === null ? `${lineAt(machine, offset)}  [runs] ${shown}` : shown)
}

/** Notes a finding that was seen in the text itself, unless its line has one of its class. */
export function reportAt(machine: Machine, name: ReasonName, offset: number): void {
  if (machine.found.has(`${reasons[name].class} ${lineOf(machine, offset)}`)) return
  add(machine, name, offset, lineAt(machine, offset))
}

function lineAt({ text }: Machine, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? text.length : end)
  return line.length <= longestExcerpt
    ? line.trim()
    : text.slice(
        Math.max(start, offset - 40),
        Math.min(end < 0 ? text.length : end, offset + longestExcerpt - 40),
      )
}

function add(machine: Machine, name: ReasonName, offset: number, excerpt: string): void {
  if (machine.findings.size >= mostFindings) {
    const why = `the review lists at most ${mostFindings} findings; the first that is not listed is here`
    if (!machine.notRead.has(why)) machine.notRead.set(why, { line: lineOf(machine, offset), why })
    return
  }
  const reason = reasons[name]
  const line = lineOf(machine, offset)
  const column = offset - (machine.lineStarts[line - 1] as number) + 1
  const key = `${reason.class} ${line} ${column}`
  if (machine.findings.has(key)) return
  machine.found.add(`${reason.class} ${line}`)
  machine.findings.set(key, {
    class: reason.class,
    severity: isAlarm(reason.class) ? 'alarm' : 'note',
    line,
    column,
    excerpt: visible(excerpt.trim()),
    meaning: reason.meaning,
  })
}

/** Alarms where a text names a wallet or a key. */
export function lookForKeyPaths(machine: Machine, { text }: Value, scene: Scene, at: Span): void {
  if (namesKeyPath(text)) report(machine, 'key-path', scene, at)
}

/** What the shell sets itself, as far as a review may take it as given. */
export const setByTheShell: ReadonlyMap<string, readonly Value[]> = new Map(
  Object.entries({
    HOME: '~',
    SHELL: '/bin/bash',
    BASH: '/bin/bash',
    IFS: ' ',
    PWD: '.',
    OLDPWD: '.',
    TMPDIR: '/tmp',
  }).map(([name, text]) => [name, [literal(text)]]),
)
