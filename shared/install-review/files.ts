/** The files, network paths and pipes of a script, as far as the script itself writes them. */
import { lookForKeyPaths, positionIn, report, type Machine, type Scene, type Span } from './machine.ts'
import { lexicalPass } from './lexical.ts'
import { noteText } from './notes.ts'
import { namesKeyPath } from './paths.ts'
import { eitherOf, has, isKnown, joined, nothing, origin, unknown, type Value } from './value.ts'

const standardInput = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])
const network = /^\/dev\/(?:tcp|udp)\//

export const isStandardInput = (path: string): boolean => standardInput.has(path)
export const baseName = (path: string): string => path.replace(/\/+$/, '').replace(/^[\s\S]*\//, '')
const plainPath = (path: string): string => path.replace(/\/\/+/g, '/').replace(/^(?:\.\/)+/, '')
const isRelative = (path: string) => !/^[/~]/.test(path)

/** A file that the script wrote or fetched before, also where it changed folders in between. */
export function ownFile(machine: Machine, path: string): Value | undefined {
  const plain = plainPath(path)
  return (
    machine.files.get(plain) ?? (isRelative(plain) ? machine.files.get(`*/${baseName(plain)}`) : undefined)
  )
}

export function keepFile(machine: Machine, path: string, value: Value, isConditional: boolean): void {
  for (const key of [plainPath(path), `*/${baseName(path)}`])
    machine.files.set(key, isConditional ? eitherOf(machine.files.get(key), value) : value)
}

const folders = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '~/.local/bin',
  '~/bin',
  '/opt/bin',
]

/** A command without a folder that the script itself put where commands lie. */
export function ownProgram(machine: Machine, name: string): string | undefined {
  if (!machine.files.has(`*/${name}`)) return undefined
  return folders.map((folder) => `${folder}/${name}`).find((path) => machine.files.has(path))
}

export function readFile(path: string, scene: Scene, machine: Machine): Value {
  if (isStandardInput(path)) return scene.input
  if (network.test(path)) return unknown(origin.fetched)
  if (/^\/dev\/(?:null|zero|u?random)$/.test(path)) return unknown()
  const own = ownFile(machine, path)
  if (own !== undefined) return own
  if (/^\/proc\/[^/]+\/environ$/.test(path)) return unknown(origin.environment)
  return unknown(namesKeyPath(path) ? origin.keys | origin.file : origin.file)
}

const isShellFile =
  /\.(?:sh|bash|zsh)$|\/(?:cron|init)|\.(?:bashrc|bash_profile|profile|zshrc|zprofile)$|\/profile\.d\/|rc\.local$|\.service$|\.d\/\d/

export function writeFile(
  path: Value,
  value: Value,
  isAppended: boolean,
  scene: Scene,
  machine: Machine,
  at: Span,
): void {
  const reader = machine.readers.get(path.text)
  if (reader !== undefined) {
    machine.runScript(machine, reader.script, { ...reader.scene, input: value })
    return
  }
  if (network.test(path.text)) {
    send(value, scene, machine, at)
    return
  }
  if (path.text.startsWith('/dev/')) return
  const before = isAppended ? (ownFile(machine, path.text) ?? nothing) : nothing
  keepFile(machine, path.text, isAppended ? joined([before, value], '\n') : value, scene.conditional)
  lookForKeyPaths(machine, value, scene, at)
  noteText(value, scene, machine, at)
  const body = bodyOfService(path.text, value)
  if (/^#!.*\b(?:sh|bash|dash|zsh)\b/.test(body.text) || isShellFile.test(path.text))
    machine.runText(machine, body, { ...scene, conditional: true, captured: false, input: unknown() }, at)
  else if (!isKnown(value) || value.text !== '')
    lexicalPass(machine, value.text, () => positionIn(scene, at.pos))
}

/** A unit file's commands stand behind their keys. */
function bodyOfService(path: string, value: Value): Value {
  if (!path.endsWith('.service')) return value
  const lines = [...value.text.matchAll(/^Exec\w+=[-@:+!]*(.*)$/gm)].map(([, command]) => command as string)
  return { text: lines.join('\n'), flags: value.flags }
}

/** What goes out over the network: an alarm where it is from the environment, a file or keys, or is a shell's. */
export function send(value: Value, scene: Scene, machine: Machine, at: Span): void {
  if (has(value, origin.session)) report(machine, 'remote-commands', scene, at)
  if (has(value, origin.environment, origin.file, origin.keys)) report(machine, 'uploaded', scene, at)
}

/** As part of an address, a plain file's content is mostly a version; keys and environment are not. */
export function sendInAddress(value: Value, scene: Scene, machine: Machine, at: Span): void {
  if (has(value, origin.environment, origin.keys)) report(machine, 'uploaded', scene, at)
}
