/** Commands that look for files and for text in them. */
import { named, type Call, type Handlers } from './call.ts'
import { report } from './machine.ts'
import { anyOf, optionsOf, valuesOf } from './options.ts'
import { namesKeyPath, searchesForKeys } from './paths.ts'
import { filtered } from './texts.ts'
import { origin, unknown, type Value } from './value.ts'

function grep(call: Call): Value {
  const { scene, machine, at } = call
  const options = optionsOf(call.args, 'e f m A B C include exclude exclude-dir d D regexp max-count color')
  const patterns = [
    ...(anyOf(options, 'e', 'regexp', 'f') ? [] : options.rest.slice(0, 1)),
    ...valuesOf(options, 'e', 'regexp', 'include'),
  ]
  const isRecursive = anyOf(options, 'r', 'R', 'recursive') || /^(?:rg|ag|ack)$/.test(call.name)
  const files = options.rest.slice(anyOf(options, 'e', 'regexp', 'f') ? 0 : 1)
  if ((isRecursive || files.length > 0) && patterns.some(({ text }) => searchesForKeys(text)))
    report(machine, 'key-search', scene, at)
  return filtered(call, {
    taking: 'e f m A B C include exclude exclude-dir regexp',
    programs: 1,
    change: () => null,
    flags: isRecursive ? origin.file : 0,
  })
}

function find(call: Call): Value {
  const { args, scene, machine, at } = call
  for (const [index, { text }] of args.entries()) {
    if (/^-i?(?:name|path|regex|wholename)$/.test(text)) {
      const pattern = args[index + 1]?.text ?? ''
      if (searchesForKeys(pattern) || namesKeyPath(pattern)) report(machine, 'key-search', scene, at)
    }
    if (!/^-(?:exec|execdir|ok|okdir)$/.test(text)) continue
    const after = args.slice(index + 1)
    const stop = after.findIndex((arg) => arg.text === ';' || arg.text === '+' || arg.text === '\\;')
    machine.runFields(machine, stop < 0 ? after : after.slice(0, stop), { ...scene, conditional: true }, at)
  }
  return unknown()
}

function locate({ args, scene, machine, at }: Call): Value {
  if (args.some(({ text }) => searchesForKeys(text) || namesKeyPath(text)))
    report(machine, 'key-search', scene, at)
  return unknown()
}

export const searchingCommands: Handlers = {
  find,
  ...named('grep egrep fgrep zgrep rg ag ack pcregrep', grep),
  ...named('locate plocate mlocate mdfind fd fdfind', locate),
}
