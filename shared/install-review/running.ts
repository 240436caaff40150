/** What runs text or files: shells, eval, source, and interpreters of other languages. */
import type { Call, Handlers } from './call.ts'
import { named } from './call.ts'
import { reviewCode } from './code.ts'
import { isStandardInput, ownFile } from './files.ts'
import { positionIn, report, sayNotRead, type Machine, type Scene } from './machine.ts'
import { anyOf, optionsOf, valuesOf } from './options.ts'
import { flagged, has, isKnown, joined, nothing, origin, unknown, unknownText, type Value } from './value.ts'

/** An unknown text where a command begins, so that the whole of it may be anything. */
const unknownCommand = new RegExp(`(?:^|[;&|\\n({]|\\b(?:then|do|else|exec|eval|sudo))\\s*${unknownText}`)

/** Reads text that is run as shell; `what` says in a sentence what could not be known. */
export function runCode(code: Value, call: Call, what: string | null): Value {
  const { scene, machine, at } = call
  const isOpen = unknownCommand.test(code.text)
  if (has(code, origin.fetched) && (isOpen || isKnown(code))) report(machine, 'fetched-and-run', scene, at)
  if (has(code, origin.decoded, origin.codes) && (isOpen || isKnown(code)))
    report(machine, 'decoded-and-run', scene, at)
  if (isOpen && what !== null && !has(code, origin.fetched, origin.decoded))
    sayNotRead(machine, positionIn(scene, at.pos), what)
  if (code.text.replaceAll(unknownText, '').trim() === '') return unknown(code.flags)
  return machine.runText(machine, code, scene, at)
}

const localPath = /^(?:\.{0,2}\/|~\/|\/tmp\/|\/opt\/|\/var\/tmp\/|\/root\/|\/home\/|[\w\ufffc.-]+\/)/
const ownedBySystem = /^\/(?:usr|bin|sbin|etc|lib)/

/** Runs a file: one that the script fetched or wrote, or one that nobody here has seen. */
export function runFile(path: Value, args: readonly Value[], call: Call, language: 'shell' | 'other'): Value {
  const { scene, machine, at } = call
  const own = ownFile(machine, path.text)
  if (own === undefined) {
    if (machine.hasUnpackedFetched && localPath.test(path.text) && !ownedBySystem.test(path.text))
      report(machine, 'fetched-file-run', scene, at)
    else
      sayNotRead(
        machine,
        positionIn(scene, at.pos),
        `a file is run that is not part of this text: ${path.text.replaceAll(unknownText, '...').slice(0, 120)}`,
      )
    return unknown()
  }
  const isPipe = path.text.startsWith('/dev/fd/')
  if (has(own, origin.fetched)) report(machine, isPipe ? 'fetched-and-run' : 'fetched-file-run', scene, at)
  if (language === 'other') {
    reviewCode({ ...own, flags: own.flags & ~origin.fetched }, call)
    return unknown()
  }
  return runCode(
    { ...own, flags: own.flags & ~origin.fetched },
    { ...call, scene: { ...scene, arguments: args } },
    null,
  )
}

export function shell(call: Call): Value {
  const { args, scene, machine, at } = call
  const options = optionsOf(args, 'o O rcfile init-file', true)
  if (anyOf(options, 'c')) {
    const [code = nothing, , ...rest] = options.rest
    const what = 'what the shell is given to run is only known when the script runs'
    return runCode(code, { ...call, scene: { ...scene, arguments: rest } }, what)
  }
  for (const path of valuesOf(options, 'rcfile', 'init-file'))
    if (path.text !== '') runFile(path, [], call, 'shell')
  const [path, ...rest] = options.rest
  if (path === undefined || isStandardInput(path.text) || anyOf(options, 's'))
    return flagged(
      runCode(scene.input, { ...call, scene: { ...scene, arguments: rest } }, null),
      origin.session,
    )
  if (path.text === '') return nothing
  if (path.text === unknownText && has(path, origin.fetched)) report(machine, 'fetched-and-run', scene, at)
  return runFile(path, rest, call, 'shell')
}

/** `eval` and `trap` read their words as shell. */
const evaluated = (call: Call): Value =>
  runCode(joined(call.args, ' '), call, 'what eval runs is only known when the script runs')

function sourced(call: Call): Value {
  const path = call.args.find(({ text }) => text !== '--')
  if (path === undefined) return nothing
  if (isStandardInput(path.text)) return runCode(call.scene.input, call, null)
  return runFile(path, call.args.slice(1), call, 'shell')
}

const codeOptions: Readonly<Record<string, readonly string[]>> = {
  python: ['c'],
  perl: ['e', 'E'],
  ruby: ['e'],
  node: ['e', 'p', 'eval', 'print'],
  php: ['r'],
  lua: ['e'],
  osascript: ['e'],
  pwsh: ['c', 'Command', 'EncodedCommand'],
}

function interpreter(call: Call): Value {
  const { args, scene, machine, at } = call
  const language = call.name
    .replace(/[\d.]+$/, '')
    .replace(/^(?:pypy|ipython)$/, 'python')
    .replace(/^(?:nodejs|deno|bun)$/, 'node')
    .replace(/^powershell$/, 'pwsh')
  const codes = codeOptions[language] ?? ['e']
  const options = optionsOf(args, `${codes.join(' ')} m M I W X r d`, true)
  const code = valuesOf(options, ...codes)
  for (const each of code) reviewCode(each, { ...call, args: options.rest })
  if (code.length > 0) return unknown(scene.input.flags)
  if (language === 'python' && valuesOf(options, 'm').some(({ text }) => text === 'base64'))
    return machine.runFields(machine, [{ text: 'base64', flags: 0 }, ...args.slice(2)], scene, at)
  if (anyOf(options, 'm')) return unknown(scene.input.flags)
  const path = options.rest[0]
  if (path !== undefined && !isStandardInput(path.text)) return runFile(path, [], call, 'other')
  if (args.some(({ text }) => /^--?(?:version|V|h|help)$/.test(text))) return unknown()
  reviewCode(scene.input, call)
  return unknown(scene.input.flags | origin.session)
}

function awk(call: Call): Value {
  const { given, rest } = optionsOf(call.args, 'F v f')
  const code = given.has('f') ? undefined : rest[0]
  if (code !== undefined) {
    if (/system\s*\(|\|\s*getline|\|\s*"/.test(code.text)) reviewCode(code, call)
    for (const [, command] of [...code.text.matchAll(/"([^"]{1,2000})"\s*\|\s*getline/g)].slice(0, 20))
      call.machine.runText(call.machine, { text: command as string, flags: 0 }, call.scene, call.at)
    if (/system\s*\(\s*\$0\s*\)/.test(code.text)) runCode(call.scene.input, call, null)
  }
  const files = code === undefined ? rest : rest.slice(1)
  return unknown(call.scene.input.flags | (files.length > 0 ? origin.file : 0))
}

/** Installing a package that was fetched runs its scripts, mostly as root. */
function installer(call: Call): Value {
  const { args, scene, machine, at } = call
  for (const arg of args) {
    if (
      !arg.text.startsWith('-') &&
      has(ownFile(machine, arg.text) ?? nothing, origin.fetched) &&
      /[./]/.test(arg.text)
    )
      report(machine, 'fetched-file-run', scene, at)
  }
  return unknown()
}

/** A crontab's lines: five times, or a word, then a command. */
function timed(call: Call): Value {
  const { name, args, scene, machine } = call
  const path = args.find(({ text }) => !text.startsWith('-'))?.text
  const source = name === 'crontab' && path !== undefined ? (ownFile(machine, path) ?? nothing) : scene.input
  const text =
    name === 'crontab'
      ? source.text.replace(/^[ \t]*(?:@\w+|(?:[\d*,/A-Za-z-]+[ \t]+){4}[\d*,/A-Za-z-]+)[ \t]+/gm, '')
      : source.text
  if (text.replaceAll(unknownText, '').trim() === '') return unknown(scene.input.flags)
  return runCode({ text, flags: source.flags }, call, null)
}

export const shellNames = 'sh bash dash zsh ksh ksh93 mksh ash fish rbash csh tcsh'

export const runningCommands: Handlers = {
  ...named(shellNames, shell),
  eval: evaluated,
  trap: (call) =>
    evaluated({
      ...call,
      args: call.args
        .filter(({ text }) => text !== '--')
        .slice(0, 1)
        .filter(({ text }) => text !== '-'),
    }),
  ...named('source .', sourced),
  ...named(
    'python python2 python3 pypy pypy3 ipython perl ruby node nodejs deno bun php lua osascript pwsh powershell',
    interpreter,
  ),
  ...named('awk gawk mawk nawk', awk),
  ...named('dpkg rpm apt apt-get dnf yum pip pip3 npm snap installer gdebi pacman zypper', installer),
  ...named('crontab at batch', timed),
}

/** `$(...)` whose outcome is run as the name of a command. */
export function runName(name: Value, scene: Scene, machine: Machine, call: Call): void {
  if (has(name, origin.fetched)) report(machine, 'fetched-and-run', scene, call.at)
  else if (has(name, origin.decoded)) report(machine, 'decoded-and-run', scene, call.at)
}
