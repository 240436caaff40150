/** What a review found, as it is read: alarms before notes, class by class, and the script's own lines beside. */
import { labelOf } from '../../../../shared/install-review/classes.ts'
import type { Finding } from '../../../../shared/install-review/machine.ts'
import type { ScriptReview } from '../../../../shared/install-review/script-review.ts'
import { visible } from '../../../../shared/install-review/visible.ts'
import { counted } from '../words.ts'

export type FindingGroup = {
  readonly severity: Finding['severity']
  readonly label: string
  /** Each meaning once, with every line that has it. */
  readonly meanings: readonly { readonly meaning: string; readonly findings: readonly Finding[] }[]
}

/** Alarms first; within them, and within the notes, in the order of the first line of each class. */
export function findingGroups({ findings }: ScriptReview): readonly FindingGroup[] {
  return (['alarm', 'note'] as const).flatMap((severity) => {
    const ofSeverity = findings.filter((finding) => finding.severity === severity)
    return [...groupedBy(ofSeverity, (finding) => finding.class)].map(([found, ofClass]) => ({
      severity,
      label: labelOf(found),
      meanings: [...groupedBy(ofClass, ({ meaning }) => meaning)].map(([meaning, ofMeaning]) => ({
        meaning,
        findings: ofMeaning,
      })),
    }))
  })
}

function groupedBy<Key>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => Key,
): ReadonlyMap<Key, readonly Finding[]> {
  const groups = new Map<Key, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const before = groups.get(key)
    if (before === undefined) groups.set(key, [finding])
    else before.push(finding)
  }
  return groups
}

/** In the order in which the groups show them: the way of the arrow keys. */
export function inReadingOrder(groups: readonly FindingGroup[]): readonly Finding[] {
  return groups.flatMap(({ meanings }) => meanings.flatMap(({ findings }) => findings))
}

/** Example: "2 alarms and 1 note in 14 lines." */
export function reviewSentence({ findings, lines, notRead }: ScriptReview): string {
  const alarms = findings.filter(({ severity }) => severity === 'alarm').length
  const notes = findings.length - alarms
  const extent = counted(lines, 'line', 'lines')
  const parts = notRead.length === 0 ? '' : ` ${counted(notRead.length, 'part was', 'parts were')} not read.`
  if (findings.length === 0) return `Nothing of what was looked for stands in ${extent}.${parts}`
  const found = [
    ...(alarms === 0 ? [] : [counted(alarms, 'alarm', 'alarms')]),
    ...(notes === 0 ? [] : [counted(notes, 'note', 'notes')]),
  ].join(' and ')
  return `${found} in ${extent}.${parts}`
}

export type LinePart = { readonly text: string; readonly isEscape: boolean }

export type ShownLine =
  | { readonly kind: 'line'; readonly number: number; readonly parts: readonly LinePart[] }
  /** Lines that are left out between two that are shown. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }

/** A script up to this many lines is shown whole; of a longer one what lies around each finding. */
export const wholeUpToLines = 1_500
const linesAround = 6
const longestShownLine = 1_200

/** The script as one reads it: hidden characters written out, and what is too long cut with how much is missing. */
export function shownLines(script: string, { findings, notRead }: ScriptReview): readonly ShownLine[] {
  const lines = script.replaceAll('\r\n', '\n').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const columns = new Map(findings.map(({ line, column }) => [line, column]))
  const marked = [...findings, ...notRead].map(({ line }) => line)
  const isShown =
    lines.length <= wholeUpToLines ? () => true : near(marked.length === 0 ? [1] : marked, lines.length)
  const shown: ShownLine[] = []
  for (const [at, line] of lines.entries()) {
    const number = at + 1
    if (isShown(number))
      shown.push({ kind: 'line', number, parts: lineParts(line, columns.get(number) ?? 1) })
    else {
      const last = shown.at(-1)
      if (last?.kind === 'gap') shown[shown.length - 1] = { ...last, to: number }
      else shown.push({ kind: 'gap', from: number, to: number })
    }
  }
  return shown
}

function near(marked: readonly number[], count: number): (line: number) => boolean {
  const shown = new Set<number>()
  for (const line of marked)
    for (let each = Math.max(1, line - linesAround); each <= Math.min(count, line + linesAround); each += 1)
      shown.add(each)
  return (line) => shown.has(line)
}

/** A tab stays a tab; what hides is written out and marked. */
export function lineParts(line: string, column: number): readonly LinePart[] {
  const start =
    line.length <= longestShownLine ? 0 : Math.max(0, Math.min(column - 200, line.length - longestShownLine))
  const end = Math.min(line.length, start + longestShownLine)
  const parts: { text: string; isEscape: boolean }[] = []
  const add = (text: string, isEscape: boolean) => {
    const last = parts.at(-1)
    if (last?.isEscape === isEscape) last.text += text
    else parts.push({ text, isEscape })
  }
  if (start > 0) add(`… ${start} characters before `, true)
  for (const character of line.slice(start, end)) {
    const shown = character === '\t' ? character : visible(character)
    add(shown, shown !== character)
  }
  if (end < line.length) add(` … ${line.length - end} characters more`, true)
  return parts
}
