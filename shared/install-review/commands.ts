/** One simple command: its name found out, its words looked at, its handler asked what it would print. */
import type { Call, Handler } from './call.ts'
import { fileCommands } from './archives.ts'
import { builtinCommands } from './builtins.ts'
import { fetchingCommands } from './fetching.ts'
import { baseName, ownFile, ownProgram } from './files.ts'
import {
  deepest,
  lookForKeyPaths,
  positionIn,
  report,
  sayNotRead,
  spend,
  type Machine,
  type Scene,
  type Span,
} from './machine.ts'
import { noteCommand, noteText } from './notes.ts'
import { words } from './options.ts'
import { runFile, runningCommands } from './running.ts'
import { searchingCommands } from './searching.ts'
import { sedCommands } from './sed.ts'
import { textCommands } from './texts.ts'
import { has, joined, nothing, origin, unknown, unknownText, type Value } from './value.ts'
import { wrappingCommands } from './wrappers.ts'

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...textCommands,
    ...sedCommands,
    ...searchingCommands,
    ...fileCommands,
    ...builtinCommands,
    ...fetchingCommands,
    ...wrappingCommands,
    ...runningCommands,
  }),
)

/** Names that a script writes in pieces only so that nobody finds them. */
export const watched: ReadonlySet<string> = new Set(
  [fetchingCommands, runningCommands, wrappingCommands]
    .flatMap((group) => Object.keys(group))
    .concat('base64', 'xxd', 'cat', 'rm', 'chmod', 'dd', 'tar'),
)

/** What commands print that only stands in front of a person, is not searched for paths. */
const onlyShown = (name: string, scene: Scene) => (name === 'echo' || name === 'printf') && !scene.captured

/** Runs nothing: follows the fields of a command, its name first. */
export function runFields(machine: Machine, fields: readonly Value[], scene: Scene, at: Span): Value {
  const [first = nothing, ...args] = fields
  if (!spend(machine, scene, at, fields.length * 20)) return unknown()
  if (scene.nesting > deepest.syntax || scene.depth > deepest.scripts) {
    sayNotRead(machine, positionIn(scene, at.pos), 'commands are nested deeper than the review follows')
    return unknown()
  }
  const inside = { ...scene, nesting: scene.nesting + 1 }
  const name = nameOf(first)
  const call: Call = { name, args, scene: inside, machine, at }
  if (/(?:^|\/)\ufffc$/.test(first.text) && has(first, origin.fetched))
    report(machine, 'fetched-and-run', scene, at)
  if (has(first, origin.decoded, origin.codes)) report(machine, 'decoded-and-run', scene, at)
  if (!onlyShown(name, scene))
    for (const field of fields) {
      lookForKeyPaths(machine, field, scene, at)
      noteText(field, scene, machine, at)
    }
  noteCommand(name, args, scene, machine, at)
  return runNamed(call, first)
}

/** `cu$x"rl"` where nothing is known of `$x`: the name that is left is taken. */
function nameOf({ text }: Value): string {
  const name = baseName(text)
  const rest = name.replaceAll(unknownText, '')
  return watched.has(rest) ? rest : name
}

function runNamed(call: Call, first: Value): Value {
  const { name, args, scene, machine, at } = call
  const alias = machine.aliases.get(name)
  if (alias !== undefined && !machine.calls.includes(`alias ${name}`)) return runAlias(alias, call)
  const own = machine.functions.get(name)
  if (own !== undefined && first.text === name) return runFunction(call)
  const program = first.text.includes('/')
    ? ownFile(machine, first.text) === undefined
      ? undefined
      : first.text
    : ownProgram(machine, name)
  if (program !== undefined && !/^\/(?:usr\/)?bin\//.test(first.text)) {
    runFile(
      { text: program, flags: first.flags },
      args,
      call,
      /\.(?:py|pl|rb|js|php)$/.test(program) ? 'other' : 'shell',
    )
    if (!handlers.has(name)) return unknown(scene.input.flags)
  }
  const handler = handlers.get(name)
  if (handler !== undefined) return handler(call)
  if (
    program === undefined &&
    /^(?:\.\.?|~|\ufffc|\/tmp|\/opt|\/var\/tmp)?\//.test(first.text) &&
    machine.hasUnpackedFetched &&
    !/^\/(?:usr|bin|sbin|etc|lib)/.test(first.text)
  )
    runFile(first, args, { ...call, at }, 'shell')
  return unknown(scene.input.flags)
}

const isPlain = (text: string) => /^[\w\s./:=@,+%~-]*$/.test(text)

function runAlias(alias: Value, call: Call): Value {
  const { name, args, scene, machine, at } = call
  machine.calls.push(`alias ${name}`)
  const deeper = { ...scene, depth: scene.depth + 1 }
  const fields = [...words(alias.text).map(({ text }) => ({ text, flags: alias.flags })), ...args]
  const value = isPlain(alias.text)
    ? runFields(machine, fields, deeper, at)
    : machine.runText(
        machine,
        joined(
          [
            alias,
            ...args.map(({ text, flags }) => ({
              text: isPlain(text) ? text : `'${text.replaceAll("'", '')}'`,
              flags,
            })),
          ],
          ' ',
        ),
        deeper,
        at,
      )
  machine.calls.pop()
  return value
}

function runFunction({ name, args, scene, machine }: Call): Value {
  const own = machine.functions.get(name)
  if (own === undefined || machine.calls.includes(name) || machine.calls.length >= deepest.scripts)
    return unknown(scene.input.flags)
  machine.calls.push(name)
  const value = machine.runNode(machine, own.body, {
    ...own.scene,
    input: scene.input,
    captured: scene.captured,
    conditional: scene.conditional,
    arguments: args,
    depth: scene.depth + 1,
    nesting: scene.nesting,
  })
  machine.calls.pop()
  return value
}
