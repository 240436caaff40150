/**
 * A tree in words: the formula in one line, the same with this user's numbers, and what is worth showing of a long sum.
 * @see SPEC.md HW3
 */
import type { EvidenceClass } from '../figure.ts'
import { formatFigure } from '../units.ts'
import type { Expression, Operation, Operator } from './expression.ts'
import type { Values } from './value.ts'
import { valueOf } from './value.ts'

/** What a part is worth, with its unit. Example: `amountWords(fact('kWh', 100, 'kilowattHours'), new Map())` is `'100 kWh'`. */
export function amountWords(expression: Expression, values: Values): string {
  const value = valueOf(expression, values)
  const { unit } = expression
  // Less than a millionth of a dollar in a sum of dollars is its rounding.
  const isRounding = (unit === 'usd' || unit === 'usdPerMonth') && Math.abs(value) < 1e-6
  return formatFigure(isRounding ? 0 : value, unit)
}

export type Shown = {
  readonly operands: readonly Expression[]
  /** Parts of a sum that are nothing. */
  readonly nothings: number
  /** Further parts of the same kind, such as later months. */
  readonly folded: number
}

const kept = 3

/**
 * What is worth showing of an operation: a sum without the parts that are nothing, a long row of the same kind with its
 * first three. Example: a sum of 36 months shows 3, "and 33 more".
 * @see SPEC.md HW3
 */
export function shownOf({ operator, operands }: Operation, values: Values): Shown {
  const isSum = operator === 'sum' || operator === 'mean'
  const some = operator === 'sum' ? operands.filter((each) => !isNothing(each, values)) : operands
  const real = some.length === 0 ? operands.slice(0, 1) : some
  const nothings = operator === 'sum' ? operands.length - real.length : 0
  const isRow =
    isSum || operator === 'minimum' || operator === 'maximum' || operator === 'position of the greatest'
  const [second] = real.slice(1)
  const sameKind = isRow && real.length > kept + 1 && second !== undefined && isOfOneKind(real)
  return sameKind
    ? { operands: real.slice(0, kept), nothings, folded: real.length - kept }
    : { operands: real, nothings, folded: 0 }
}

function isNothing(expression: Expression, values: Values): boolean {
  return expression.kind !== 'input' && valueOf(expression, values) === 0
}

/** Most of them differ in nothing but months, days and numbers. */
function isOfOneKind(expressions: readonly Expression[]): boolean {
  const counts = new Map<string, number>()
  for (const { label } of expressions) {
    const kind = label.replace(/\d+/g, '#')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return Math.max(...counts.values()) * 2 > expressions.length
}

const signs: Partial<Readonly<Record<Operator, string>>> = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
  power: ' ^ ',
}

const heads: Partial<Readonly<Record<Operator, string>>> = {
  mean: 'mean of ',
  minimum: 'the least of ',
  maximum: 'the greatest of ',
  'square root': '√ ',
  'position of the greatest': 'where the greatest stands of ',
  negative: '− ',
}

/**
 * The formula of an operation in one line, with its parts' labels or with this user's numbers.
 * Example: 100 kWh times $0.30/kWh: `formulaWords(cost, values, 'numbers')` is `'100 kWh × $0.30/kWh'`. @see SPEC.md HW3
 */
export function formulaWords(operation: Operation, values: Values, as: 'labels' | 'numbers'): string {
  const word = (each: Expression) => {
    if (as === 'labels') return each.label
    const amount = amountWords(each, values)
    return amount.startsWith('−') && operation.operator in signs && operation.operator !== 'sum'
      ? `(${amount})`
      : amount
  }
  const { operator, operands } = operation
  if (operator === 'interpolated') {
    const [x, ...points] = operands
    const firsts = points.flatMap((point, i) =>
      i % 2 === 0 ? [`${word(point)}: ${word(points[i + 1]!)}`] : [],
    )
    return `at ${word(x!)} on the line through ${firsts.join(', ')}`
  }
  const { operands: shown, folded } = shownOf(operation, values)
  const sign = signs[operator]
  const parts = [...shown.map(word), ...(folded > 0 ? [`${folded} more`] : [])]
  const joined = parts.join(sign ?? ', ')
  // Costs are taken away, not added as negative amounts.
  const line = operator === 'sum' && as === 'numbers' ? joined.replaceAll(' + −', ' − ') : joined
  return `${heads[operator] ?? ''}${line}`
}

const classes: Readonly<Record<EvidenceClass, string>> = {
  'own-measurement': 'measured',
  'own-receipt': 'own receipt',
  'on-chain-record': 'on chain',
  'project-document': 'stated by the project or maker',
  'third-party': 'stated by a third party',
  'weak-third-party': 'stated by one weak third party',
  claim: 'claim',
  cap: 'cap',
  assumption: 'assumption',
}

/** Where a leaf is from. Example: "assumption; typed". */
function sourceWords(expression: Expression): string | null {
  if (expression.kind !== 'input') return null
  const { source, asOf } = expression
  return [classes[expression.class], source, asOf].filter((each) => each !== null).join('; ')
}

type TextOptions = {
  /** How many levels below the figure are written; the rest is folded. */
  readonly levels: number
}

/** Deep enough for a line of the statement down to its inputs. */
export const usualLevels = 20

/**
 * The tree as indented text. A part that stands in several places is written out once.
 * Example: see test/shared/explain/words.test.ts, "a cost in words". @see SPEC.md HW3
 */
export function treeText(
  expression: Expression,
  values: Values = new Map(),
  { levels }: TextOptions = { levels: usualLevels },
): string {
  const lines: string[] = []
  const written = new Set<Expression>()
  const write = (each: Expression, depth: number, prefix = '') => {
    const indent = '  '.repeat(depth)
    const head = `${indent}${prefix}${each.label}: ${amountWords(each, values)}`
    if (each.kind === 'input') {
      lines.push(`${head}  (${sourceWords(each)})`)
    } else if (each.kind === 'fact') {
      lines.push(head)
    } else if (each.kind === 'root') {
      lines.push(`${head}  [${each.rule}]`, `${indent}  searched for: there, what follows is nothing`)
      write(each.residual, depth + 1)
    } else {
      const rule = each.rule === null ? '' : `  [${each.rule}]`
      if (written.has(each)) {
        lines.push(`${head}, as above`)
        return
      }
      if (depth >= levels) {
        lines.push(`${head}${rule}  …`)
        return
      }
      written.add(each)
      lines.push(`${head}${rule}`)
      lines.push(
        `${indent}  = ${formulaWords(each, values, 'labels')}`,
        `${indent}  = ${formulaWords(each, values, 'numbers')}`,
      )
      const { operands, folded, nothings } = shownOf(each, values)
      for (const operand of operands) write(operand, depth + 1)
      if (folded > 0) lines.push(`${indent}  and ${folded} more`)
      if (nothings > 0) lines.push(`${indent}  and ${nothings} that ${nothings === 1 ? 'is' : 'are'} nothing`)
    }
  }
  write(expression, 0)
  return lines.join('\n')
}
