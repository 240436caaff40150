/** Commands whose words are another command: `sudo`, `env`, `xargs`, `timeout`. */
import { named, type Call, type Handler, type Handlers } from './call.ts'
import { readFile } from './files.ts'
import { anyOf, optionsOf, valuesOf, words } from './options.ts'
import { runCode, shellNames } from './running.ts'
import { flagged, isKnown, joined, literal, nothing, origin, unknown, type Value } from './value.ts'

const assignment = /^[A-Za-z_]\w*=/

type Wrapping = {
  readonly taking?: string
  /** Words before the command: a duration, a root, a lock. */
  readonly skips?: number
}

const inner = (call: Call, fields: readonly Value[]): Value =>
  fields.length === 0 ? nothing : call.machine.runFields(call.machine, fields, call.scene, call.at)

/** Takes `NAME=value` words off the front and remembers them. */
function withoutAssignments(fields: readonly Value[], { machine }: Call): readonly Value[] {
  const first = fields.findIndex(({ text }) => !assignment.test(text))
  const count = first < 0 ? fields.length : first
  for (const { text, flags } of fields.slice(0, count)) {
    const equals = text.indexOf('=')
    machine.variables.set(text.slice(0, equals), [{ text: text.slice(equals + 1), flags }])
  }
  return fields.slice(count)
}

const wrapping =
  ({ taking = '', skips = 0 }: Wrapping = {}): Handler =>
  (call) => {
    const { rest } = optionsOf(call.args, taking, true)
    return inner(call, withoutAssignments(rest, call).slice(skips))
  }

/** `su -c`, `flock -c`, `script -c`: a text; else a command. */
const withText =
  (taking: string, skips: number): Handler =>
  (call) => {
    const options = optionsOf(call.args, `c command ${taking}`)
    const codes = valuesOf(options, 'c', 'command')
    for (const code of codes)
      runCode(code, call, 'what is run as another account is only known when the script runs')
    if (codes.length > 0) return unknown()
    return inner(call, optionsOf(call.args, taking, true).rest.slice(skips))
  }

const sudo: Handler = (call) => {
  const options = optionsOf(call.args, 'u g h p C r t T U D user group host prompt', true)
  const fields = withoutAssignments(options.rest, call)
  if (fields.length === 0 && anyOf(options, 's', 'i', 'shell', 'login')) return inner(call, [literal('sh')])
  return inner(call, fields)
}

const su: Handler = (call) => {
  const codes = valuesOf(optionsOf(call.args, 'c command s shell g G'), 'c', 'command')
  if (codes.length === 0) return inner(call, [literal('sh')])
  return joined(
    codes.map((code) =>
      runCode(code, call, 'what is run as another account is only known when the script runs'),
    ),
  )
}

const environmentCommand: Handler = (call) => {
  const options = optionsOf(call.args, 'u C S unset chdir split-string', true)
  const split = valuesOf(options, 'S', 'split-string').flatMap(({ text }) => words(text))
  const fields = withoutAssignments([...split, ...options.rest], call)
  if (fields.length > 0) return inner(call, fields)
  return unknown(anyOf(options, 'i', 'ignore-environment') ? 0 : origin.environment)
}

const xargs: Handler = (call) => {
  const options = optionsOf(
    call.args,
    'I n P L d s a E max-args max-procs max-lines delimiter arg-file replace',
    true,
  )
  const { input } = call.scene
  const from = valuesOf(options, 'a', 'arg-file')[0]
  const source = from === undefined ? input : readFile(from.text, call.scene, call.machine)
  const sign = valuesOf(options, 'I', 'replace')[0]?.text ?? (call.name === 'parallel' ? '{}' : '')
  const given = isKnown(source)
    ? words(source.text.replace(/["']/g, '')).map((value) => flagged(value, source.flags))
    : [unknown(source.flags)]
  const fields = options.rest.filter(({ text }) => text !== ':::')
  const command = fields.length === 0 && call.name !== 'parallel' ? [literal('echo')] : fields
  const scene = { ...call.scene, input: nothing, conditional: true }
  const inside = { ...call, scene }
  if (call.name === 'parallel' && fields.length === 0) return runCode(source, call, null)
  if (sign !== '' && command.some(({ text }) => text.includes(sign))) {
    const whole = isKnown(source) ? { text: source.text.trim(), flags: source.flags } : unknown(source.flags)
    return inner(
      inside,
      command.map((field) =>
        field.text.includes(sign)
          ? { text: field.text.replaceAll(sign, () => whole.text), flags: field.flags | whole.flags }
          : field,
      ),
    )
  }
  return inner(inside, [...command, ...given.slice(0, 500)])
}

/** `command -v`, `type -p`: where a command lies, which is its name. */
const command: Handler = (call) => {
  const options = optionsOf(call.args, '', true)
  if (anyOf(options, 'v', 'V') || call.name === 'type') return options.rest.at(-1) ?? nothing
  return inner(call, options.rest)
}

/** A container's command is a shell's own words behind the image. */
const container: Handler = (call) => {
  const shells = new Set(shellNames.split(' '))
  const start = call.args.findIndex(({ text }) => shells.has(text.replace(/^[\s\S]*\//, '')))
  return start < 0 ? unknown(call.scene.input.flags) : inner(call, call.args.slice(start))
}

const watch: Handler = (call) =>
  runCode(joined(optionsOf(call.args, 'n d interval', true).rest, ' '), call, null)

const busybox: Handler = (call) => inner(call, call.args)

export const wrappingCommands: Handlers = {
  sudo,
  su,
  env: environmentCommand,
  printenv: () => unknown(origin.environment),
  ...named('doas pkexec', wrapping({ taking: 'u C user' })),
  ...named('runuser sg', withText('u s g shell group user', 0)),
  ...named('gosu su-exec chroot', wrapping({ taking: 'userspec groups', skips: 1 })),
  ...named('timeout gtimeout', wrapping({ taking: 's k signal kill-after', skips: 1 })),
  flock: withText('w E wait timeout', 1),
  script: withText('T O I', 1),
  ...named(
    'nohup setsid builtin exec noglob caffeinate torsocks proxychains proxychains4 unbuffer dbus-run-session fakeroot eatmydata firejail unshare',
    wrapping({ taking: 'a f setuid setgid' }),
  ),
  ...named(
    'nice ionice chrt taskset stdbuf time prlimit strace ltrace nsenter systemd-run start-stop-daemon',
    wrapping({ taking: 'n c p i o e f t u unit property nofile exec x' }),
  ),
  ...named('command type', command),
  ...named('xargs gxargs parallel', xargs),
  ...named('docker podman kubectl nerdctl lxc distrobox toolbox', container),
  ...named('busybox toybox', busybox),
  watch,
}
