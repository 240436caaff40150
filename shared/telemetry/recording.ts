/** What `--replay FILE` reads: a table, an XML log, or a capture of many commands, told apart by their text. */
import { keyCards } from './card.ts'
import type { GpuSample } from './gpu-sample.ts'
import { parseXml } from './nvidia-smi-xml.ts'
import { parseCsv, type ParsedInstants, type ParseProblem } from './nvidia-smi.ts'

export type Recording = {
  readonly format: 'csv' | 'xml' | 'capture'
  /** All cards at each recorded instant, in the file's order. */
  readonly instants: readonly (readonly GpuSample[])[]
  readonly problems: readonly string[]
}

export type ParsedRecording =
  | { readonly recording: Recording; readonly problem: null }
  | { readonly recording: null; readonly problem: ParseProblem }

/**
 * Reads the text of a recorded nvidia-smi output: `--query-gpu=... --format=csv` (also `nounits`, also looped),
 * `-q -x`, or a capture whose sections are titled `# idle :: query-gpu (csv ...)` between lines of `#`. A text that
 * does not fit is refused with its line, what was expected and what was found.
 *
 * Example: `parseRecording('uuid, power.draw [W]\nGPU-..., 84.24 W\n').recording?.format` is `'csv'`.
 * @see SPEC.md M8
 */
export function parseRecording(text: string): ParsedRecording {
  const body = text.replace(/^\uFEFF/, '')
  const sections = captureSections(body)
  if (body.trimStart().startsWith('<')) return asRecording('xml', [parseXml(body)])
  if (sections.length > 0) {
    return asRecording(
      'capture',
      sections.map((section) => parseCsv(section.text, section.firstLine)),
    )
  }
  return asRecording('csv', [parseCsv(body)])
}

function asRecording(format: Recording['format'], parts: readonly ParsedInstants[]): ParsedRecording {
  const instants: (readonly GpuSample[])[] = []
  const problems = new Set<string>()
  for (const part of parts) {
    if (part.instants === null) return { recording: null, problem: part.problem }
    for (const rows of part.instants) {
      const keyed = keyCards(rows)
      instants.push(keyed.gpus)
      for (const problem of keyed.problems) problems.add(problem)
    }
  }
  if (instants.every((gpus) => gpus.length === 0)) {
    const expected = 'at least one card with a UUID or a PCI bus id'
    return { recording: null, problem: { line: 1, expected, found: [...problems].join(' ') } }
  }
  return { recording: { format, instants, problems: [...problems] }, problem: null }
}

function captureSections(text: string): { readonly firstLine: number; readonly text: string }[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (!/^# \w+ :: query-gpu \(csv/.test(line)) return []
    const start = lines.findIndex((other, place) => place > at && isRule(other)) + 1
    const end = lines.findIndex((other, place) => place >= start && isRule(other))
    const block = lines.slice(start, end === -1 ? lines.length : end)
    return start === 0 ? [] : [{ firstLine: start + 1, text: block.join('\n') }]
  })
}

function isRule(line: string): boolean {
  return /^#{20,}\s*$/.test(line)
}
