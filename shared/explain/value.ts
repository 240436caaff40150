/**
 * The value of an expression, from its leaves alone.
 * @see SPEC.md HW1
 */
import { pow } from '../math.ts'
import type { Expression, Operator } from './expression.ts'

/** Values already computed: subtrees are shared, and many trees may share one memory. */
export type Values = Map<Expression, number>

/**
 * Computes a tree from its leaves, each shared part once; in the unit of the expression.
 * Without recursion, since a chain of sales may be thousands deep.
 * Throws a RangeError where an operation has too few operands.
 * Example: `valueOf(times(['cost', 'usd'], fact('kWh', 100), fact('price', 0.3)))` is 30. @see SPEC.md HW1
 */
export function valueOf(expression: Expression, values: Values = new Map()): number {
  const waiting: Expression[] = [expression]
  while (waiting.length > 0) {
    const current = waiting.at(-1)!
    if (values.has(current)) {
      waiting.pop()
      continue
    }
    if (current.kind === 'operation') {
      const missing = current.operands.filter((operand) => !values.has(operand))
      if (missing.length > 0) {
        waiting.push(...missing)
        continue
      }
      values.set(
        current,
        computed(
          current.operator,
          current.operands.map((operand) => values.get(operand)!),
        ),
      )
    } else values.set(current, current.kind === 'root' ? current.found : current.value)
    waiting.pop()
  }
  return values.get(expression)!
}

function computed(operator: Operator, numbers: readonly number[]): number {
  const [first, second] = numbers
  if (first === undefined) throw new RangeError(`a ${operator} needs an operand`)
  switch (operator) {
    case 'sum':
      return numbers.reduce((total, each) => total + each)
    case 'difference':
      return numbers.reduce((left, each) => left - each)
    case 'product':
      return numbers.reduce((total, each) => total * each)
    case 'quotient':
      return numbers.reduce((left, each) => left / each)
    case 'power':
      return pow(first, second ?? 1)
    case 'negative':
      return 0 - first
    case 'mean':
      return numbers.reduce((total, each) => total + each) / numbers.length
    case 'minimum':
      return numbers.reduce((low, each) => Math.min(low, each))
    case 'maximum':
      return numbers.reduce((high, each) => Math.max(high, each))
    case 'square root':
      return Math.sqrt(first)
    case 'interpolated':
      return interpolated(first, numbers.slice(1))
    case 'position of the greatest':
      return numbers.reduce((best, each, i) => (each > numbers[best]! ? i : best), 0)
  }
}

function interpolated(x: number, points: readonly number[]): number {
  let [leftX, leftY] = [points[0]!, points[1]!]
  if (x <= leftX) return leftY
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [rightX, rightY] = [points[i]!, points[i + 1]!]
    if (x <= rightX) return leftY + ((x - leftX) / (rightX - leftX)) * (rightY - leftY)
    leftX = rightX
    leftY = rightY
  }
  return leftY
}

/** The inputs that a figure rests on, each once, in the order of the tree. */
export function inputsOf(expression: Expression): readonly Extract<Expression, { kind: 'input' }>[] {
  const found = new Map<string, Extract<Expression, { kind: 'input' }>>()
  const seen = new Set<Expression>()
  const waiting: Expression[] = [expression]
  while (waiting.length > 0) {
    const current = waiting.pop()!
    if (seen.has(current)) continue
    seen.add(current)
    if (current.kind === 'input') found.set(`${current.key} ${current.label}`, current)
    else if (current.kind === 'operation') waiting.push(...current.operands.toReversed())
    else if (current.kind === 'root') waiting.push(current.residual)
  }
  return [...found.values()]
}
