/** Options of a command line, as getopt reads them. */
import { literal, nothing, type Value } from './value.ts'

export type Options = {
  /** By name without dashes: the values, empty ones for an option that takes none. */
  readonly given: ReadonlyMap<string, readonly Value[]>
  readonly rest: readonly Value[]
}

/**
 * Reads `-abc`, `-oVALUE`, `-o VALUE`, `--name=VALUE` and `--name VALUE`; `taking` names the options that take a
 * value, parted by blanks. With `stopsAtFirst` everything from the first plain word on is the rest.
 */
export function optionsOf(args: readonly Value[], taking: string, stopsAtFirst = false): Options {
  const takes = new Set(taking.split(' '))
  const given = new Map<string, Value[]>()
  const add = (name: string, value: Value) =>
    given.set(name, [...(given.get(name) ?? []).slice(0, 200), value])
  const rest: Value[] = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as Value
    const { text, flags } = arg
    if (text === '--') {
      for (const each of args.slice(index + 1)) rest.push(each)
      break
    }
    if (text.startsWith('--')) {
      const equals = text.indexOf('=')
      const name = equals < 0 ? text.slice(2) : text.slice(2, equals)
      if (equals >= 0) add(name, { text: text.slice(equals + 1), flags })
      else if (takes.has(name)) add(name, args[(index += 1)] ?? nothing)
      else add(name, nothing)
    } else if (/^-./.test(text)) {
      for (let at = 1; at < Math.min(text.length, 40); at += 1) {
        const name = text[at] as string
        if (!takes.has(name)) {
          add(name, nothing)
          continue
        }
        add(
          name,
          at + 1 < text.length ? { text: text.slice(at + 1), flags } : (args[(index += 1)] ?? nothing),
        )
        break
      }
    } else {
      rest.push(arg)
      if (stopsAtFirst) {
        for (const each of args.slice(index + 1)) rest.push(each)
        break
      }
    }
  }
  return { given, rest }
}

export const anyOf = ({ given }: Options, ...names: readonly string[]): boolean =>
  names.some((name) => given.has(name))
export const valuesOf = ({ given }: Options, ...names: readonly string[]): readonly Value[] =>
  names.flatMap((name) => given.get(name) ?? [])

export const words = (text: string): readonly Value[] =>
  text
    .split(/[ \t\n]+/)
    .filter((word) => word !== '')
    .map(literal)
