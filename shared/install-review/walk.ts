/** Follows the parsed script in the order of its lines: every branch is taken, every loop gone through. */
import {
  parse,
  type Command,
  type For,
  type ParsedScript,
  type PipelineNode,
  type Select,
  type Statement,
} from 'unbash'
import { assign } from './builtins.ts'
import { runFields } from './commands.ts'
import { writeFile } from './files.ts'
import { lexicalPass } from './lexical.ts'
import {
  deepest,
  lookForKeyPaths,
  positionIn,
  report,
  sayNotRead,
  spend,
  type Body,
  type Machine,
  type Scene,
  type Span,
} from './machine.ts'
import { lookAtName } from './names.ts'
import { noteText } from './notes.ts'
import { redirected } from './redirections.ts'
import { has, joined, literal, nothing, origin, unknown, unknownText, type Value } from './value.ts'
import { hiddenCharacters } from './visible.ts'
import { fieldsOf, lookInside, textOfWord } from './words.ts'

/** In characters: a parse of its own costs as much as reading so many. */
const costOfParsing = 1_000

/** Reads a text that the script puts together; findings in it stand where it lies in the text, else where it is run. */
export function runText(machine: Machine, code: Value, scene: Scene, at: Span): Value {
  const start = positionIn(scene, at.pos)
  if (scene.depth >= deepest.scripts || scene.nesting > deepest.syntax) {
    sayNotRead(machine, start, 'commands are nested deeper than the review follows')
    lexicalPass(machine, code.text, () => start)
    return unknown(code.flags)
  }
  if (!spend(machine, scene, at, code.text.length + costOfParsing)) return unknown(code.flags)
  if (has(code, origin.decoded, origin.codes) && hiddenCharacters(code.text).length > 0)
    report(machine, 'hidden-character', scene, at)
  const offset = offsetOf(machine, code.text, scene)
  const script = parse(code.text)
  return runScript(machine, script, {
    ...scene,
    source: code.text,
    offset,
    at: start,
    statement: { pos: 0, end: code.text.length },
    depth: scene.depth + 1,
    nesting: scene.nesting + 1,
  })
}

/** Where a text stands in the statement that runs it, its here-documents included; null where it does not. */
function offsetOf(machine: Machine, text: string, { offset, statement }: Scene): number | null {
  if (offset === null || text.length < 4) return null
  const start = offset + statement.pos
  const end = Math.max(offset + statement.end, machine.hereDocumentsEnd)
  machine.effort += (end - start) / 200
  const at = machine.text.slice(start, end).indexOf(text)
  return at < 0 ? null : start + at
}

export function runScript(machine: Machine, script: ParsedScript, scene: Scene): Value {
  const isOwn = script.source === undefined || script.source === scene.source
  const own = isOwn
    ? scene
    : { ...scene, source: script.source, offset: null, at: positionIn(scene, scene.statement.pos) }
  for (const { message, pos } of (script.errors ?? []).slice(0, 50)) {
    const offset = positionIn(own, pos)
    sayNotRead(machine, offset, `not understood as shell (${message}); only looked at word by word`)
    if (own.offset === null) lexicalPass(machine, own.source, () => offset)
    else machine.isUnsure = true
  }
  return runStatements(machine, script.commands, own)
}

const lineEnd = literal('\n')

function runStatements(machine: Machine, statements: readonly Statement[], scene: Scene): Value {
  const printed: Value[] = []
  for (const statement of statements) {
    if (machine.stoppedAt !== null) break
    const inside = { ...scene, statement, conditional: scene.conditional || statement.background === true }
    printed.push(runNode(machine, statement.command, inside))
  }
  if (printed.length === 1) return printed[0] as Value
  // What a command prints mostly ends its line.
  return joined(printed.map((value) => (value.text.endsWith(unknownText) ? joined([value, lineEnd]) : value)))
}

/** A loop's list of words, gone through word by word where that is short. */
const mostRounds = 6
const mostNestedLoops = 2

function runLoop(machine: Machine, { name, wordlist, body }: For | Select, scene: Scene): Value {
  if (wordlist === undefined)
    assign(name.value, [scene.arguments === null ? unknown() : joined(scene.arguments, ' ')], {
      scene,
      machine,
    })
  const values = fieldsOf(wordlist ?? [], scene, machine)
  for (const value of values) lookForKeyPaths(machine, value, scene, name)
  const isShort = values.length <= mostRounds && scene.loops < mostNestedLoops
  const rounds = isShort ? values.map((value) => value) : [joined(values, ' ')]
  if (rounds.length === 0) rounds.push(unknown())
  return joined(
    rounds.map((value) => {
      machine.variables.set(name.value, [value])
      return runNode(machine, body, { ...scene, loops: scene.loops + 1 })
    }),
  )
}

export function runNode(
  machine: Machine,
  node: Body | PipelineNode | Statement['command'],
  given: Scene,
): Value {
  if (given.nesting > deepest.syntax) {
    sayNotRead(machine, positionIn(given, node.pos), 'commands are nested deeper than the review follows')
    return unknown()
  }
  const scene = { ...given, nesting: given.nesting + 1 }
  const branch = { ...scene, conditional: true }
  switch (node.type) {
    case 'Command':
      return runCommand(machine, node, scene)
    case 'Pipeline': {
      if (node.commands.length === 1) return runNode(machine, node.commands[0]!, scene)
      let passed = scene.input
      for (const [index, command] of node.commands.entries()) {
        const isLast = index === node.commands.length - 1
        passed = runNode(machine, command, { ...branch, input: passed, captured: !isLast || scene.captured })
      }
      return passed
    }
    case 'AndOr':
      return joined(
        node.commands.map((command, index) => runNode(machine, command, index === 0 ? scene : branch)),
      )
    case 'CompoundList':
      return runStatements(machine, node.commands, scene)
    case 'BraceGroup':
      return runNode(machine, node.body, scene)
    case 'Subshell':
    case 'Coproc':
      return runNode(machine, node.body, branch)
    case 'Redirected': {
      const { input, targets } = redirected(node.redirects, scene, machine)
      const value = runNode(machine, node.command, {
        ...scene,
        input,
        captured: scene.captured || targets.length > 0,
      })
      for (const { path, isAppended } of targets) writeFile(path, value, isAppended, scene, machine, node)
      return targets.length > 0 ? nothing : value
    }
    case 'Function': {
      machine.functions.set(node.name.value, { body: node.body, scene })
      machine.calls.push(node.name.value)
      runNode(machine, node.body, { ...branch, arguments: null, input: unknown() })
      machine.calls.pop()
      return nothing
    }
    case 'If': {
      const parts = [node.clause, node.then, ...node.elif.flatMap(({ clause, then }) => [clause, then])]
      if (node.else !== undefined) parts.push(node.else)
      return joined(parts.map((part, index) => runNode(machine, part, index === 0 ? scene : branch)))
    }
    case 'While':
      return joined([runNode(machine, node.clause, scene), runNode(machine, node.body, branch)])
    case 'For':
    case 'Select':
      return runLoop(machine, node, branch)
    case 'ArithmeticFor':
      return runNode(machine, node.body, branch)
    case 'Case':
      textOfWord(node.word, scene, machine)
      return joined(node.items.map(({ body }) => runNode(machine, body, branch)))
    case 'TestCommand':
    case 'ArithmeticCommand':
      lookInside(node, scene, machine)
      return nothing
  }
}

function runCommand(machine: Machine, node: Command, scene: Scene): Value {
  if (!spend(machine, scene, node)) return unknown()
  const { input, targets } = redirected(node.redirects, scene, machine)
  const hasName = node.name !== undefined
  const isPassedOn = scene.captured || targets.length > 0
  const words = node.suffix.flatMap((each) => (each.type === 'Word' ? [each] : []))
  const fields = fieldsOf(
    node.name === undefined ? words : [node.name, ...words],
    { ...scene, captured: true },
    machine,
  )
  const inside = { ...scene, input, captured: isPassedOn }
  const declares = /^(?:export|declare|typeset|local|readonly)$/.test(fields[0]?.text ?? '')
  for (const each of [...node.prefix, ...node.suffix]) {
    if (each.type !== 'Assignment') continue
    const { value, name } = each
    const values =
      value.type === 'ArrayValue'
        ? fieldsOf(value.elements, { ...scene, captured: true }, machine)
        : [textOfWord(value, { ...scene, captured: true }, machine)]
    for (const one of values) {
      lookForKeyPaths(machine, one, scene, each)
      noteText(one, scene, machine, each)
    }
    const isKept = !hasName || declares
    const before = machine.variables.get(name) ?? []
    const all =
      each.append !== true
        ? values
        : value.type === 'ArrayValue'
          ? [...before, ...values]
          : [joined([...before.slice(0, 1), ...values])]
    if (!declares && node.suffix.some((other) => other === each)) fields.push(literal(each.text))
    else assign(name, all, { scene: { ...scene, conditional: scene.conditional || !isKept }, machine })
  }
  if (node.name !== undefined && fields.length > 0)
    lookAtName(machine, node.name.text, fields[0] as Value, scene, node)
  for (const word of words)
    if (word.parts !== undefined) lookAtName(machine, word.text, literal(word.value), scene, node)
  const value =
    fields.length === 0 ? (targets.length > 0 ? input : nothing) : runFields(machine, fields, inside, node)
  for (const { path, isAppended } of targets) writeFile(path, value, isAppended, inside, machine, node)
  return targets.length > 0 && !has(value, origin.session) ? nothing : value
}
