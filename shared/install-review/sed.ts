/** `sed`, which alters text and can run it. */
import type { Call, Handlers } from './call.ts'
import { report } from './machine.ts'
import { optionsOf, valuesOf } from './options.ts'
import { runCode } from './running.ts'
import { filtered } from './texts.ts'
import { literal, tells, unknownText, type Value } from './value.ts'

const taking = 'e f l expression file'
/** Longer programs are only looked at up to here. */
const longestProgram = 2_000

const substitution =
  /(?<=^|[;{}\s\d$/!,])s([^\w\s\\])((?:\\.|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\])*)\1([gpIiMm\d]*e[gpIiMme\d]*)(?=$|[;}\s])/gs
const execution =
  /(?:^|[;{}\n])(?:[\d,$!~+ \t]|\/(?:\\.|[^/\\\n])*\/)*e(?:[ \t]+([^\n]+)|[ \t]*(?=$|[;}\n]))/g

/** `s/a/b/g` on known text; other programs are not worked out. */
function substituted(text: string, programs: readonly Value[]): string | null {
  let result = text
  for (const { text: program } of programs) {
    const [, from, to, how] = /^s([^\w\s\\])([\s\S]*)$/.test(program)
      ? program.slice(1).split(program[1] as string)
      : []
    if (from === undefined || to === undefined || from === '' || /[\\*[\].^$+?(){}&]/.test(from + to))
      return null
    result = how?.includes('g') === true ? result.replaceAll(from, () => to) : result.replace(from, () => to)
  }
  return result
}

/** The replacement as a command; what it takes from the line is as unknown as the line. */
function commandOf(replacement: string, line: Value): Value {
  const text = replacement.replace(
    /\\(\d)|\\([\s\S])|&/g,
    (_, __, character?: string) => character ?? unknownText,
  )
  return { text, flags: text.includes(unknownText) ? line.flags : 0 }
}

/** `s/a/b/e` runs what the line has become, `e command` the command, `e` alone the line. */
function runParts(call: Call): void {
  const { given, rest } = optionsOf(call.args, taking)
  const isOption = ['e', 'f', 'expression', 'file'].some((name) => given.has(name))
  const programs = isOption ? valuesOf({ given, rest }, 'e', 'expression') : rest.slice(0, 1)
  for (const { text } of programs) {
    const program = text.slice(0, longestProgram)
    for (const [, , , to = ''] of program.matchAll(substitution)) {
      const command = commandOf(to, call.scene.input)
      if (tells(command)) report(call.machine, 'decoded-and-run', call.scene, call.at)
      runCode(command, call, 'what sed runs is only known when the script runs')
    }
    for (const [, command] of program.matchAll(execution))
      runCode(command === undefined ? call.scene.input : literal(command), call, null)
  }
}

export const sedCommands: Handlers = {
  sed: (call) => {
    runParts(call)
    return filtered(call, { taking, programs: 1, change: substituted })
  },
}
