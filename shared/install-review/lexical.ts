/** A pass over text that could not be read as shell: known shapes, line by line, in one pass over each line. */
import type { ReasonName } from './classes.ts'
import { reportAt, type Machine } from './machine.ts'
import { notesInLine } from './notes.ts'
import { namesKeyPath, searchesForKeys } from './paths.ts'

const fetches = /\b(?:curl|wget|aria2c|lynx|fetch|nc|ncat|urlopen|LWP)\b/
const runs =
  /^\s*(?:(?:sudo|env|nohup|exec|command|doas|timeout|busybox)\s+(?:-\S+\s+|\d+\w?\s+){0,3})*(?:[\w/.-]{0,40}\/)?(?:ba|da|z|k|a)?sh\b|^\s*(?:\/\S{0,40}\/)?(?:python[\d.]*|perl|ruby|node|php)\b(?!\s+-[ecm])/
const decodes =
  /\b(?:base64|base32)\s+(?:-\w*d|--decode|-D)|\bxxd\s+-\w*r|\bopenssl\s+(?:enc|base64)\b.{0,80}-d\b|\\x[0-9a-f]{2}\\x|\\[0-7]{3}\\[0-7]{3}/i
const substituted =
  /(?:\b(?:ba|da|z|k|a)?sh\b|\beval\b|\bsource\b|(?:^|[\s;])\.(?=\s))[^|;]{0,40}?(?:<\(|\$\(|`)\s*(?:sudo\s+)?(\S{1,40})/
const sends = /\b(?:curl|wget|nc|ncat|netcat|socat)\b/
const environment = /(?:^|[\s;&(`])(?:env|printenv|export -p|set)\s*$/
const fileSent =
  /\bcurl\b.{0,400}?(?:=@|\s-T\s|--upload-file|\s(?:-d|--data(?:-binary)?)[\s=]?["']?@)|\bwget\b.{0,400}?--post-file/

const longestLine = 20_000

/** Looks for known shapes in `text`; `at` gives the place in the reviewed text for an offset in `text`. */
export function lexicalPass(machine: Machine, text: string, at: (offset: number) => number): void {
  let offset = 0
  for (const line of text.split('\n')) {
    for (let start = 0; start < line.length; start += longestLine) {
      const piece = line.slice(start, start + longestLine)
      for (const reason of reasonsIn(piece)) reportAt(machine, reason, at(offset + start))
    }
    offset += line.length + 1
  }
}

function reasonsIn(line: string): readonly ReasonName[] {
  if (/^\s*#/.test(line)) return []
  const bare = line.replace(/["'\\](?=\w)|(?<=\w)["'\\]/g, '')
  const found: ReasonName[] = []
  const segments = bare.split('|')
  let hasFetch = false
  let hasDecoder = false
  let hasEnvironment = false
  for (const segment of segments) {
    if (hasFetch && runs.test(segment)) found.push('fetched-and-run')
    if (hasDecoder && runs.test(segment)) found.push('decoded-and-run')
    if (hasEnvironment && sends.test(segment)) found.push('uploaded')
    hasFetch ||= fetches.test(segment)
    hasDecoder ||= decodes.test(segment)
    hasEnvironment ||= environment.test(segment)
  }
  const inside = substituted.exec(bare)
  if (inside !== null && fetches.test(inside[1] as string)) found.push('fetched-and-run')
  if (inside !== null && hasDecoder) found.push('decoded-and-run')
  if (fileSent.test(line)) found.push('uploaded')
  if (namesKeyPath(line)) found.push('key-path')
  if (/\b(?:grep|find|rg|locate)\b/.test(bare) && searchesForKeys(bare)) found.push('key-search')
  return [...found, ...notesInLine(bare)]
}
