/** Compares a derivation with the figure that it must give. */
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import type { Expression } from '../../../shared/explain/expression.ts'
import type { Headline } from '../../../shared/explain/headline.ts'
import { headlines } from '../../../shared/explain/headlines.ts'
import { valueOf, type Values } from '../../../shared/explain/value.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/** What the rounding of a tree is measured by: the largest amounts that were added up on the way, to first order. */
function sizeOf(expression: Expression, values: Values, sizes: Map<Expression, number>): number {
  const known = sizes.get(expression)
  if (known !== undefined) return known
  const value = (each: Expression) => Math.abs(valueOf(each, values))
  let size = value(expression)
  if (expression.kind === 'operation') {
    const { operator, operands } = expression
    const parts = operands.map((each) => sizeOf(each, values, sizes))
    if (operator === 'sum' || operator === 'difference') size = parts.reduce((total, each) => total + each)
    else if (operator === 'mean') size = parts.reduce((total, each) => total + each) / parts.length
    // Nothing times what has no bound is nothing: a rate of 0 on a loss spread over no month.
    else if (operator === 'product')
      size = parts.includes(0) ? 0 : parts.reduce((total, each) => total * each)
    else if (operator === 'quotient') {
      const [first, ...others] = parts
      size = others.reduce((total, each, i) => (total * each) / value(operands[i + 1]!) ** 2, first!)
    } else if (operator === 'minimum' || operator === 'maximum' || operator === 'negative')
      size = Math.max(...parts)
  }
  sizes.set(expression, size)
  return size
}

/** The amounts that a sum adds up, without what lies below them. */
function addedUp(expression: Expression, values: Values): number {
  if (expression.kind !== 'operation') return Math.abs(valueOf(expression, values))
  const { operator, operands } = expression
  if (operator !== 'sum' && operator !== 'difference' && operator !== 'mean')
    return Math.abs(valueOf(expression, values))
  const total = operands.reduce((sum, each) => sum + addedUp(each, values), 0)
  return operator === 'mean' ? total / operands.length : total
}

/** Whether a search ended where its function leaps over nothing: then there is no root to check. */
function isLeap(evaluation: Evaluated, path: string): boolean {
  let at: unknown = evaluation
  for (const key of path.split('.')) at = (at as Readonly<Record<string, unknown>> | null)?.[key]
  const { crossings = [] } = (at ?? {}) as { readonly crossings?: readonly { readonly kind: string }[] }
  return crossings.some(({ kind }) => kind === 'jump')
}

/** Everything that is wrong with the derivations of an answer, each in a line. */
export function faultsOf(entries: InputEntries, evaluation: Evaluated): readonly string[] {
  const values: Values = new Map()
  const sizes = new Map<Expression, number>()
  const all = headlines(entries, evaluation)
  // What is on its way is followed by adding and taking away: at the end a rest of rounding of the largest stays.
  const mostOnItsWay = Math.max(
    0,
    ...(evaluation.answer?.months ?? []).map(({ pipelineUsd }) => Math.abs(pipelineUsd)),
  )
  const fault = ({ name, path, figure, derive }: Headline): string | null => {
    const expression = derive()
    if (figure === null) return expression === null ? null : `${name}: unknown, but derived`
    if (expression === null) return `${name}: ${figure}, but not derived`
    const value = valueOf(expression, values)
    const size = Math.max(
      Math.abs(figure),
      sizeOf(expression, values, sizes),
      /(?:pipeline|revaluation)Usd$/.test(path) ? mostOnItsWay : 0,
    )
    if (!(Math.abs(value - figure) <= 1e-9 * size)) return `${name}: ${value} derived for ${figure}`
    if (expression.kind !== 'root' || isLeap(evaluation, path)) return null
    const rest = Math.abs(valueOf(expression.residual, values))
    return rest <= 1e-6 * addedUp(expression.residual, values)
      ? null
      : `${name}: ${rest} is left at ${figure}`
  }
  return all.map(fault).filter((each) => each !== null)
}
