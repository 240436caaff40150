/** Commands that print, pass on, decode or alter text, worked out where the text is known. */
import { named, type Call, type Handlers } from './call.ts'
import { fromBase32, fromBase64, fromEscapes, fromHex, translated } from './decoding.ts'
import { readFile } from './files.ts'
import { positionIn, report } from './machine.ts'
import { anyOf, optionsOf, valuesOf } from './options.ts'
import { flagged, isKnown, joined, literal, nothing, origin, tells, unknown, type Value } from './value.ts'

function echo({ args }: Call): Value {
  let start = 0
  let hasEscapes = false
  while (start < args.length && /^-[neE]+$/.test(args[start]!.text)) {
    hasEscapes ||= args[start]!.text.includes('e')
    start += 1
  }
  const value = joined(args.slice(start), ' ')
  const isWrittenInCodes = /\\(?:x[0-9a-f]{2}|0?[0-7]{3})/i.test(value.text)
  const line = hasEscapes || isWrittenInCodes ? inCodes(value) : value
  return { text: `${line.text}\n`, flags: line.flags }
}

function inCodes({ text, flags }: Value): Value {
  const decoded = fromEscapes(text)
  return { text: decoded.text, flags: decoded.codes > 1 ? flags | origin.codes : flags }
}

function printf({ args, machine }: Call): Value {
  const given = args[0]?.text === '--' ? args.slice(1) : args
  const target = given[0]?.text === '-v' ? given[1]?.text : undefined
  const [format = nothing, ...values] = target === undefined ? given : given.slice(2)
  let next = 0
  const once = () =>
    inCodes(format).text.replace(/%(?:%|[-+ #0]*\d*(?:\.\d+)?([bcdiouxXsq]))/g, (_, kind?: string) => {
      if (kind === undefined) return '%'
      const value = values[next]?.text ?? ''
      next += 1
      return kind === 'b' ? fromEscapes(value).text : value
    })
  let text = once()
  // The format is used again as long as there are values, each time for as many as it took before.
  const rounds = next === 0 ? 1 : Math.min(1_000, Math.ceil(values.length / next))
  for (let round = 1; round < rounds && text.length < 100_000; round += 1) text += once()
  const codes = inCodes(joined([format, ...values], ' '))
  const printed = { text, flags: codes.flags }
  if (target === undefined) return printed
  machine.variables.set(target, [printed])
  return nothing
}

type Filter = {
  readonly taking?: string
  /** Words before the files: a pattern or a program. */
  readonly programs?: number
  /** What becomes of known text; null where that is not worked out. */
  readonly change?: (text: string, programs: readonly Value[]) => string | null
  readonly flags?: number
}

const isDecoding = ({ args }: Call) =>
  args.some(({ text }) => /^(?:-\w*[dD]\w*|--decode|--decrypt)$/.test(text))

/** What a filter reads: its files, else what is piped in. */
export function filtered(call: Call, filter: Filter): Value {
  const { scene, machine } = call
  const options = optionsOf(call.args, filter.taking ?? '')
  const hasPrograms = !anyOf(options, 'e', 'f', 'expression', 'regexp')
  const count = hasPrograms ? (filter.programs ?? 0) : 0
  const files = options.rest.slice(count)
  const source =
    files.length === 0 ? scene.input : joined(files.map((file) => readFile(file.text, scene, machine)))
  const programs = [...options.rest.slice(0, count), ...valuesOf(options, 'e', 'expression', 'regexp')]
  if (filter.change === undefined) return flagged(source, filter.flags ?? 0)
  const changed = isKnown(source) ? filter.change(source.text, programs) : null
  if (changed === null) return unknown(source.flags | (filter.flags ?? 0))
  const result = { text: changed, flags: source.flags | (filter.flags ?? 0) }
  return tells(result) && !tells(source) ? flagged(result, origin.decoded) : result
}

const passing =
  (filter: Filter = {}) =>
  (call: Call): Value =>
    filtered(call, filter)
const decoding =
  (change: (text: string) => string, taking = '') =>
  (call: Call): Value =>
    isDecoding(call) || /^-\w*r/.test(call.args[0]?.text ?? '')
      ? filtered(call, { taking, change, flags: origin.decoded })
      : filtered(call, { taking, change: () => null })

const program = (call: Call): Value =>
  literal(call.args.findLast(({ text }) => !text.startsWith('-'))?.text ?? '')
const reversed = (text: string) =>
  text
    .split('\n')
    .map((line) => Array.from(line).toReversed().join(''))
    .join('\n')

/** Takes private keys out, decrypts, or passes something on in another form. */
function gpg(call: Call): Value {
  if (call.args.some(({ text }) => /^--export-secret-(?:sub)?keys?$/.test(text))) {
    report(call.machine, 'key-export', call.scene, call.at)
    return unknown(origin.keys)
  }
  const flags = call.args.some(({ text }) => /^(?:-d|--decrypt)$/.test(text)) ? origin.decoded : 0
  return filtered(call, { taking: 'o r u', change: () => null, flags })
}

export const textCommands: Handlers = {
  echo,
  printf,
  ...named(
    'cat tac nl less more strings sort uniq fold fmt paste column sponge pv iconv jq yq cut expand unexpand dos2unix buffer mbuffer',
    passing({ taking: 'd f c k t s i q', change: (text) => text }),
  ),
  ...named('head tail', passing({ taking: 'n c lines bytes' })),
  ...named(
    'gzip gunzip zcat bzip2 bunzip2 bzcat xz unxz xzcat lzma zstd unzstd zstdcat lz4 brotli compress uncompress pigz',
    passing({ taking: 'S', change: () => null }),
  ),
  ...named(
    'od hexdump hd md5sum sha256sum wc shuf split',
    passing({ taking: 't A N n l w', change: () => null }),
  ),
  ...named('base64 base64url gbase64 basenc', decoding(fromBase64, 'w i')),
  base32: decoding(fromBase32, 'w'),
  xxd: decoding(fromHex, 'l s c'),
  ...named('gpg gpg2', gpg),
  ...named('uudecode age ccrypt mcrypt', (call) =>
    call.name === 'uudecode' || call.args.some(({ text }) => /^(?:-d|--decrypt)$/.test(text))
      ? filtered(call, { taking: 'o r u', change: () => null, flags: origin.decoded })
      : filtered(call, { taking: 'o r u', change: () => null }),
  ),
  rev: passing({ change: reversed, flags: origin.decoded }),
  tr: (call) => {
    const { given, rest } = optionsOf(call.args, '')
    const [from = nothing, to = nothing] = rest
    const drops = given.has('d')
    return filtered(
      { ...call, args: [] },
      {
        change: (text) =>
          drops
            ? Array.from(text)
                .filter((each) => !from.text.includes(each))
                .join('')
            : translated(text, from.text, to.text),
        flags: drops ? 0 : from.text.includes(':') || /^(?:\\?.){0,2}$/.test(from.text) ? 0 : origin.decoded,
      },
    )
  },
  ...named('which whereis basename realpath readlink', program),
  dirname: ({ args }) => literal(args.at(-1)?.text.replace(/\/[^/]*$/, '') ?? ''),
  mktemp: ({ scene, at }) => literal(`/tmp/made-${positionIn(scene, at.pos)}`),
}
