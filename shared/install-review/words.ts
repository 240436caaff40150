/** What a word of shell stands for before the script runs: quotes taken off, variables and substitutions put in. */
import { forEachChild, type ParsedScript, type SyntaxNode, type Word, type WordPart } from 'unbash'
import { fromEscapes } from './decoding.ts'
import { deepest, positionIn, sayNotRead, spend, type Machine, type Scene } from './machine.ts'
import { parameterExpansion, simpleExpansion } from './parameters.ts'
import { joined, literal, origin, unknown, withoutLastLineEnds, type Value } from './value.ts'

const mostFields = 20_000

/** The fields of words: an expansion that is not quoted falls apart at blanks, a list into its members. */
export function fieldsOf(words: readonly Word[], scene: Scene, machine: Machine): Value[] {
  const fields: Value[] = []
  for (const word of words) {
    if (fields.length > mostFields) break
    for (const field of fieldsOfWord(word, scene, machine)) fields.push(field)
  }
  return fields
}

/** A word as one text, as in an assignment or a redirection. */
export const textOfWord = (word: Word, scene: Scene, machine: Machine): Value =>
  joined(fieldsOfWord(word, scene, machine), ' ')

export function textOfParts(parts: readonly WordPart[], scene: Scene, machine: Machine): Value {
  return joined(parts.map((part) => joined(valuesOf(part, scene, machine), ' ')))
}

function fieldsOfWord(word: Word, scene: Scene, machine: Machine): readonly Value[] {
  const { parts } = word
  if (parts === undefined) return [literal(word.value)]
  if (!spend(machine, scene, word, word.end - word.pos)) return [literal(word.value)]
  const fields: Value[] = []
  let pieces: Value[] = []
  let isOpen = false
  const close = () => {
    if (isOpen) fields.push(joined(pieces))
    pieces = []
    isOpen = false
  }
  for (const part of parts) {
    const values = valuesOf(part, scene, machine)
    const isSplit = isExpansion(part)
    for (const [index, value] of values.entries()) {
      if (index > 0) close()
      if (!isSplit || !/[ \t\n]/.test(value.text)) {
        pieces.push(value)
        isOpen = isOpen || !isSplit || value.text !== ''
        continue
      }
      for (const [at, text] of value.text.split(/[ \t\n]+/).entries()) {
        if (at > 0) close()
        pieces.push({ text, flags: value.flags })
        isOpen = isOpen || text !== ''
      }
    }
  }
  close()
  spend(
    machine,
    scene,
    word,
    fields.reduce((length, { text }) => length + text.length, 0),
  )
  return fields
}

const isExpansion = ({ type }: WordPart) =>
  type === 'SimpleExpansion' || type === 'ParameterExpansion' || type === 'CommandExpansion'

function valuesOf(part: WordPart, scene: Scene, machine: Machine): readonly Value[] {
  switch (part.type) {
    case 'Literal':
    case 'Glob':
    case 'SingleQuoted':
      return [literal(part.value)]
    case 'AnsiCQuoted': {
      const { codes } = fromEscapes(part.text)
      return [{ text: literal(part.value).text, flags: codes > 1 ? origin.codes : 0 }]
    }
    case 'DoubleQuoted':
    case 'LocaleString': {
      const [only] = part.parts
      if (part.parts.length === 1 && only !== undefined && /@/.test(only.text))
        return valuesOf(only, scene, machine)
      return [joined(part.parts.map((each) => joined(valuesOf(each, scene, machine), ' ')))]
    }
    case 'SimpleExpansion':
      return simpleExpansion(part.text, scene, machine)
    case 'ParameterExpansion':
      return parameterExpansion(part, scene, machine, (word) => textOfWord(word, scene, machine))
    case 'CommandExpansion':
      return [withoutLastLineEnds(substituted(part, scene, machine))]
    case 'ProcessSubstitution':
      return [processPath(part, scene, machine)]
    case 'BraceExpansion':
      return alternatives(part.text, scene, machine)
    case 'ArithmeticExpansion':
      lookInside(part, scene, machine)
      return [unknown()]
    case 'ExtendedGlob':
      return [literal(part.text)]
  }
}

type Substitution = { readonly pos: number; readonly end: number; readonly script: ParsedScript | undefined }

/** Resolving a substitution reads its text again, so the depth is bounded before the script is asked for. */
function substituted(part: Substitution, scene: Scene, machine: Machine): Value {
  const script = resolved(part, scene, machine)
  if (script === undefined) return unknown()
  return machine.runScript(machine, script, {
    ...scene,
    depth: scene.depth + 1,
    conditional: true,
    captured: true,
  })
}

function resolved(part: Substitution, scene: Scene, machine: Machine): ParsedScript | undefined {
  if (scene.depth >= deepest.scripts) {
    sayNotRead(machine, positionIn(scene, part.pos), 'commands are nested deeper than the review follows')
    return undefined
  }
  return spend(machine, scene, part, part.end - part.pos) ? part.script : undefined
}

function processPath(
  part: Substitution & { readonly operator: string },
  scene: Scene,
  machine: Machine,
): Value {
  const script = resolved(part, scene, machine)
  const path = `/dev/fd/${positionIn(scene, part.pos)}-${scene.depth}`
  if (script === undefined) return unknown()
  const inside = { ...scene, depth: scene.depth + 1, conditional: true, captured: true }
  if (part.operator === '>') machine.readers.set(path, { script, scene: inside })
  else machine.files.set(path, machine.runScript(machine, script, inside))
  return literal(path)
}

/** `{a,b}`; a list that stands for numbers stays as it is. */
function alternatives(text: string, scene: Scene, machine: Machine): readonly Value[] {
  if (!text.includes(',') || text.length > 4_000) return [literal(text)]
  return text
    .slice(1, -1)
    .split(',')
    .map((each) => {
      const plain = each.replace(/["'\\]/g, '')
      if (!/^\$\w+$/.test(plain)) return literal(plain)
      return joined(simpleExpansion(plain, scene, machine), ' ')
    })
}

/** Runs what is substituted inside arithmetic, tests and subscripts. */
export function lookInside(node: SyntaxNode, scene: Scene, machine: Machine): void {
  if (scene.nesting > deepest.syntax) return
  const isDeeper = node.type === 'ArithmeticExpansion' || node.type === 'ArithmeticGroup'
  const inside = { ...scene, nesting: scene.nesting + 1, depth: scene.depth + (isDeeper ? 1 : 0) }
  if (scene.depth >= deepest.scripts || !spend(machine, scene, node, node.end - node.pos)) return
  forEachChild(node, (child) => {
    if (child.type === 'CommandExpansion' || child.type === 'ArithmeticCommandExpansion')
      substituted(child, inside, machine)
    else if (child.type === 'Word') textOfWord(child, inside, machine)
    else if (child.type !== 'Script') lookInside(child, inside, machine)
  })
}
