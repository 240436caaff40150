/** The operators of formulas, value by value over ranges. */
import { pow } from '../math.ts'
import type { Value } from './cells.ts'
import type { Operand } from './functions.ts'
import { FormulaError, numberOf, textOf } from './functions.ts'

function at(side: Operand, i: number): Value {
  return Array.isArray(side) ? (side[i] as Value) : (side as Value)
}

/** Value by value, where one side or both are many. */
export function spread(left: Operand, right: Operand, work: (left: Value, right: Value) => Value): Operand {
  if (!Array.isArray(left) && !Array.isArray(right)) return work(left as Value, right as Value)
  const length = Array.isArray(left) ? left.length : (right as Value[]).length
  return Array.from({ length }, (_, i) => work(at(left, i), at(right, i)))
}

export function operate(operator: string, left: Operand, right: Operand): Operand {
  return spread(left, right, (a, b) => {
    switch (operator) {
      case '+':
        return numberOf(a) + numberOf(b)
      case '-':
        return numberOf(a) - numberOf(b)
      case '*':
        return numberOf(a) * numberOf(b)
      case '/':
        if (numberOf(b) === 0) throw new FormulaError('#DIV/0!')
        return numberOf(a) / numberOf(b)
      case '^':
        return power(numberOf(a), numberOf(b))
      case '&':
        return textOf(a) + textOf(b)
      default:
        return compare(operator, a, b)
    }
  })
}

function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw new FormulaError('#DIV/0!')
  try {
    return pow(base, exponent)
  } catch {
    throw new FormulaError('#NUM!')
  }
}

function rank(value: Value): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}

function filled(value: Value, beside: Value): Value {
  return value ?? (typeof beside === 'string' ? '' : 0)
}

/** An empty cell is as 0 beside a number, and as no text beside a text. Text of any kind is above every number. */
function compare(operator: string, left: Value, right: Value): boolean {
  const a = filled(left, right)
  const b = filled(right, left)
  const sign = rank(a) !== rank(b) ? rank(a) - rank(b) : a! < b! ? -1 : a! > b! ? 1 : 0
  switch (operator) {
    case '=':
      return sign === 0
    case '<>':
      return sign !== 0
    case '<':
      return sign < 0
    case '>':
      return sign > 0
    case '<=':
      return sign <= 0
    default:
      return sign >= 0
  }
}
