/** Commands that copy, move, pack and unpack files. */
import { named, type Call, type Handlers } from './call.ts'
import { baseName, keepFile, ownFile, readFile, writeFile } from './files.ts'
import { anyOf, optionsOf, valuesOf } from './options.ts'
import { has, joined, literal, nothing, origin, unknown, type Value } from './value.ts'

function tee({ args, scene, machine, at }: Call): Value {
  const options = optionsOf(args, '')
  for (const path of options.rest)
    writeFile(path, scene.input, anyOf(options, 'a', 'append'), scene, machine, at)
  return scene.input
}

/** Copies, moves and links of what the script itself wrote. */
function moved({ args, scene, machine }: Call): Value {
  const options = optionsOf(args, 'm o g t S target-directory mode owner group')
  const folder = valuesOf(options, 't', 'target-directory')[0]
  const sources = folder === undefined ? options.rest.slice(0, -1) : options.rest
  const target = folder ?? options.rest.at(-1)
  if (target === undefined) return nothing
  for (const source of sources.slice(0, 100)) {
    const value = ownFile(machine, source.text)
    if (value === undefined) continue
    keepFile(machine, target.text, value, scene.conditional)
    keepFile(machine, `${target.text}/${baseName(source.text)}`, value, scene.conditional)
  }
  return nothing
}

function dd(call: Call): Value {
  const { args, scene, machine, at } = call
  const named = (key: string) =>
    args.find(({ text }) => text.startsWith(`${key}=`))?.text.slice(key.length + 1)
  const [from, to] = [named('if'), named('of')]
  const source = from === undefined ? scene.input : readFile(from, scene, machine)
  if (to === undefined) return source
  writeFile(literal(to), source, false, scene, machine, at)
  return nothing
}

/** Archives: packing keeps what the files are, unpacking something fetched leaves files that were fetched. */
function archive(call: Call): Value {
  const { name, args, scene, machine } = call
  const words = args.map(({ text }) => text)
  const isPacking = /^(?:zip|7z|7za|rar)$/.test(name)
    ? !words.includes('x') && !words.includes('e')
    : words.some((word) => /^-?\w*c\w*$/.test(word) || word === '--create' || word === '-o')
  const places = args.filter(({ text }) => !text.startsWith('-'))
  if (isPacking) {
    const target = /^(?:tar|bsdtar)$/.test(name)
      ? words[words.findIndex((word) => /^-?\w*f$/.test(word) || word === '--file') + 1]
      : places[0]?.text
    const flags =
      joined(
        places.filter(({ text }) => text !== target).map((place) => readFile(place.text, scene, machine)),
      ).flags | origin.file
    const packed = unknown(flags & ~origin.fetched)
    const isToFile =
      words.some((word) => /^-?\w*c\w*f$|^-\w*f$|^--file/.test(word)) || !/^(?:tar|bsdtar|cpio)$/.test(name)
    if (isToFile && target !== undefined && target !== '-')
      keepFile(machine, target, packed, scene.conditional)
    return packed
  }
  const source = joined([scene.input, ...places.map(({ text }) => ownFile(machine, text) ?? nothing)])
  if (has(source, origin.fetched)) machine.hasUnpackedFetched = true
  return unknown(source.flags & ~origin.file)
}

export const fileCommands: Handlers = {
  tee,
  dd,
  ...named('cp mv install ln rename', moved),
  ...named('tar bsdtar unzip zip 7z 7za rar unrar cpio ar jar', archive),
}
