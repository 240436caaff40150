/** A tree as data that others can read: each shared part once, later places name it. @see SPEC.md HW4 */
import type { Expression, Operation, Root } from './expression.ts'
import type { Values } from './value.ts'
import { valueOf } from './value.ts'

export type ExpressionData =
  | Exclude<Expression, Operation | Root>
  | (Omit<Operation, 'operands'> & {
      readonly id: number
      readonly value: number
      readonly operands: readonly ExpressionData[]
    })
  | (Omit<Root, 'residual'> & { readonly residual: ExpressionData })
  | { readonly kind: 'same'; readonly id: number }

/**
 * The tree for JSON. An operation carries an id; where it stands again, `{ kind: 'same', id }`.
 * Example: `asData(plus(['sum', 'usd'], part, part)).operands[1]` is `{ kind: 'same', id: 2 }`. @see SPEC.md HW4
 */
export function asData(expression: Expression, values: Values = new Map()): ExpressionData {
  const ids = new Map<Expression, number>()
  const data = (each: Expression): ExpressionData => {
    if (each.kind === 'input' || each.kind === 'fact') return each
    if (each.kind === 'root') return { ...each, residual: data(each.residual) }
    const known = ids.get(each)
    if (known !== undefined) return { kind: 'same', id: known }
    const id = ids.size + 1
    ids.set(each, id)
    return { ...each, id, value: valueOf(each, values), operands: each.operands.map(data) }
  }
  return data(expression)
}
