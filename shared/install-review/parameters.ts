/** What `$name` and `${name...}` stand for, as far as the script itself tells. */
import type { ParameterExpansionPart, Word } from 'unbash'
import { fromEscapes } from './decoding.ts'
import { setByTheShell, type Machine, type Scene } from './machine.ts'
import { isKeyVariable, isSecretVariable } from './paths.ts'
import { flagged, isKnown, joined, literal, nothing, origin, tells, unknown, type Value } from './value.ts'

type Evaluate = (word: Word) => Value

/** All values of a name: several for `$@` and for lists. */
export function variable(name: string, scene: Scene, machine: Machine): readonly Value[] {
  const given = scene.arguments ?? machine.variables.get('@')
  if (name === '@' || name === '*') return given ?? [unknown()]
  if (/^\d+$/.test(name)) return [given?.[Number(name) - 1] ?? unknown()]
  const values = machine.variables.get(name) ?? setByTheShell.get(name)
  if (values !== undefined) return values
  if (isKeyVariable(name)) return [unknown(origin.environment | origin.keys)]
  return [unknown(isSecretVariable(name) ? origin.environment : 0)]
}

export function simpleExpansion(text: string, scene: Scene, machine: Machine): readonly Value[] {
  const name = text.slice(1)
  if (name === '@' || name === '*') return variable(name, scene, machine)
  return variable(name, scene, machine).slice(0, 1)
}

export function parameterExpansion(
  part: ParameterExpansionPart,
  scene: Scene,
  machine: Machine,
  evaluate: Evaluate,
): readonly Value[] {
  const { parameter, prefix, index, operation } = part
  const isWhole = index !== undefined && (index.text === '@' || index.text === '*')
  let values = variable(parameter, scene, machine)
  if (prefix === '#')
    return [values.every(isKnown) ? literal(String(values[0]?.text.length ?? 0)) : unknown()]
  if (index !== undefined && !isWhole) {
    const at = Number(evaluate(index).text)
    values = [Number.isInteger(at) ? (values.at(at) ?? nothing) : joined(values, ' ')]
  } else if (!isWhole && parameter !== '@' && parameter !== '*') values = values.slice(0, 1)
  if (prefix === '!') values = variable(values[0]?.text ?? '', scene, machine).slice(0, 1)
  if (operation === undefined) return values
  if (operation.type === 'Default') return defaulted(part, values, scene, machine, evaluate)
  if (operation.type === 'Slice' && (isWhole || parameter === '@' || parameter === '*')) {
    const from = Number(evaluate(operation.offset).text)
    const shift = parameter === '@' || parameter === '*' ? 1 : 0
    return Number.isInteger(from) ? values.slice(Math.max(0, from - shift)) : values
  }
  return values.map((value) => {
    const changed = changedBy(part, value, evaluate)
    return tells(changed) && !tells(value) ? flagged(changed, origin.decoded) : changed
  })
}

function defaulted(
  { parameter, operation }: ParameterExpansionPart,
  values: readonly Value[],
  scene: Scene,
  machine: Machine,
  evaluate: Evaluate,
): readonly Value[] {
  if (operation?.type !== 'Default') return values
  const other = evaluate(operation.operand)
  const isSet =
    machine.variables.has(parameter) ||
    (/^\d+$/.test(parameter) && Number(parameter) <= (scene.arguments?.length ?? 0))
  if (operation.operator.endsWith('+')) return [other]
  if (operation.operator.endsWith('?')) return values
  if (isSet && values.some(({ text }) => text !== '')) return values
  if (operation.operator.endsWith('=')) machine.variables.set(parameter, [other])
  return [other]
}

function changedBy({ operation }: ParameterExpansionPart, value: Value, evaluate: Evaluate): Value {
  const { text, flags } = value
  if (operation === undefined) return value
  const given = (changed: string | null): Value =>
    changed === null ? unknown(flags) : { text: changed, flags }
  if (operation.type === 'CaseModification') return given(inOtherCase(text, operation.operator))
  if (operation.type === 'Transform')
    return evaluate(operation.operand).text === 'E' ? given(fromEscapes(text).text) : value
  if (!isKnown(value)) return value
  if (operation.type === 'Slice')
    return given(
      sliced(text, evaluate(operation.offset).text, operation.length && evaluate(operation.length).text),
    )
  if (operation.type === 'Remove')
    return given(shortened(text, operation.operator, evaluate(operation.operand).text))
  if (operation.type === 'Replace')
    return given(
      replaced(
        text,
        operation.operator,
        evaluate(operation.pattern).text,
        evaluate(operation.replacement).text,
      ),
    )
  return value
}

function inOtherCase(text: string, operator: string): string {
  const change = (some: string) => (operator.startsWith('^') ? some.toUpperCase() : some.toLowerCase())
  return operator.length === 2 ? change(text) : change(text.slice(0, 1)) + text.slice(1)
}

function sliced(text: string, offset: string, length: string | undefined): string | null {
  const from = Number(offset)
  const count = length === undefined ? text.length : Number(length)
  if (!Number.isInteger(from) || !Number.isInteger(count)) return null
  const start = from < 0 ? Math.max(0, text.length + from) : from
  return count < 0 ? text.slice(start, count) : text.slice(start, start + count)
}

/** `#`, `##`, `%`, `%%` with plain text, `*text` and `text*`; other patterns are not worked out. */
function shortened(text: string, operator: string, pattern: string): string | null {
  const isFront = operator.startsWith('#')
  const isLongest = operator.length === 2
  const fixed = isFront ? pattern.replace(/^\*/, '') : pattern.replace(/\*$/, '')
  if (/[*?[\\]/.test(fixed)) return null
  if (fixed === pattern) {
    if (isFront) return text.startsWith(fixed) ? text.slice(fixed.length) : text
    return text.endsWith(fixed) ? text.slice(0, text.length - fixed.length) : text
  }
  const at = isFront === isLongest ? text.lastIndexOf(fixed) : text.indexOf(fixed)
  if (at < 0 || fixed === '') return fixed === '' && isLongest ? '' : text
  if (isFront) return text.slice(at + fixed.length)
  return text.slice(0, at)
}

function replaced(text: string, operator: string, pattern: string, replacement: string): string | null {
  if (pattern === '') return text
  if (/[*[]/.test(pattern)) {
    const set = /^\[([^\]^!]+)\]$/.exec(pattern)?.[1]
    if (set === undefined || operator !== '//') return null
    return Array.from(text, (character) => (set.includes(character) ? replacement : character)).join('')
  }
  if (operator === '//') return text.replaceAll(pattern, () => replacement)
  if (operator === '/#') return text.startsWith(pattern) ? replacement + text.slice(pattern.length) : text
  if (operator === '/%')
    return text.endsWith(pattern) ? text.slice(0, text.length - pattern.length) + replacement : text
  return text.replace(pattern, () => replacement)
}
