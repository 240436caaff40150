/** The shell's own commands that keep something for later: names, lists, short forms. */
import { named, type Call, type Handlers } from './call.ts'
import { ownFile } from './files.ts'
import { optionsOf, anyOf } from './options.ts'
import { runCode, runFile } from './running.ts'
import { eitherOf, flagged, isKnown, literal, nothing, origin, unknown, type Value } from './value.ts'

/** Assigns; in a branch that may not happen, what was there before is not forgotten. */
export function assign(
  name: string,
  values: readonly Value[],
  { scene, machine }: Pick<Call, 'scene' | 'machine'>,
): void {
  const before = machine.variables.get(name)
  const isMany = values.length !== 1 || (before !== undefined && before.length > 1)
  machine.variables.set(
    name,
    scene.conditional && !isMany ? [eitherOf(before?.[0], values[0] as Value)] : values,
  )
  for (const value of values) runLater(name, value, { scene, machine })
}

/** `PROMPT_COMMAND` is run before each prompt, the file of `BASH_ENV` and `ENV` by each shell that starts. */
function runLater(name: string, value: Value, { scene, machine }: Pick<Call, 'scene' | 'machine'>): void {
  const inside = { ...scene, conditional: true, captured: false, input: unknown() }
  const call: Call = { name, args: [], scene: inside, machine, at: scene.statement }
  if (name === 'PROMPT_COMMAND') runCode(value, call, 'what is run before each prompt is only known later')
  else if (/^(?:BASH_ENV|ENV)$/.test(name) && ownFile(machine, value.text) !== undefined)
    runFile(value, [], call, 'shell')
}

/** `export NAME=value` where the word was quoted, so that the parser saw no assignment. */
function declared(call: Call): Value {
  for (const { text, flags } of call.args) {
    const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text) ?? []
    if (name !== undefined && value !== undefined) assign(name, [{ text: value, flags }], call)
  }
  const isListing = call.args.length === 0 || call.args.every(({ text }) => /^-[px]+$/.test(text))
  return isListing && call.name !== 'local' ? unknown(origin.environment) : nothing
}

function read(call: Call): Value {
  const { input } = call.scene
  const isList = /^(?:mapfile|readarray)$/.test(call.name)
  const options = optionsOf(call.args, isList ? 'd n O s u C c' : 'p t n N d i u a')
  const names = [...options.rest, ...(options.given.get('a') ?? [])]
  const value = isKnown(input)
    ? flagged(literal(isList ? input.text : (input.text.split('\n')[0] ?? '')), input.flags)
    : unknown(input.flags)
  const targets = names.length > 0 ? names : [literal(isList ? 'MAPFILE' : 'REPLY')]
  const isWhole = isList || targets.length === 1
  for (const [index, { text }] of targets.entries()) {
    const field = isWhole ? value : isKnown(value) ? literal(value.text.split(/[ \t]+/)[index] ?? '') : value
    assign(
      text,
      isList && isKnown(value)
        ? value.text
            .split('\n')
            .slice(0, 500)
            .map((line) => flagged(literal(line), value.flags))
        : [flagged(field, value.flags)],
      call,
    )
  }
  return nothing
}

function alias({ args, machine }: Call): Value {
  for (const { text, flags } of args) {
    const equals = text.indexOf('=')
    if (equals > 0) machine.aliases.set(text.slice(0, equals), { text: text.slice(equals + 1), flags })
  }
  return nothing
}

/** `set -- a b`: the words that `$@` stands for. */
function set({ args, machine }: Call): Value {
  if (args.length === 0) return unknown(origin.environment)
  const options = optionsOf(args, 'o O')
  const marker = args.findIndex(({ text }) => text === '--')
  if (marker >= 0) machine.variables.set('@', args.slice(marker + 1))
  else if (options.rest.length > 0) machine.variables.set('@', options.rest)
  return nothing
}

function unset({ args, machine, scene }: Call): Value {
  const options = optionsOf(args, '')
  if (anyOf(options, 'f')) return nothing
  if (!scene.conditional) for (const { text } of options.rest) machine.variables.delete(text)
  return nothing
}

export const builtinCommands: Handlers = {
  alias,
  set,
  unset,
  ...named('export declare typeset local readonly', declared),
  ...named('read mapfile readarray', read),
  ...named(
    'true false : cd pushd popd shift return exit break continue wait umask ulimit sleep',
    () => nothing,
  ),
}
