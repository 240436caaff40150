/**
 * How a figure comes about, as a tree: leaves are inputs and facts, everything above them is arithmetic.
 * The trees are plain data; `valueOf` in value.ts computes them from the leaves alone.
 * @see SPEC.md HW1
 */
import type { EvidenceClass, Unit } from '../figure.ts'

export const operators = [
  'sum',
  'difference',
  'product',
  'quotient',
  'power',
  'negative',
  'mean',
  'minimum',
  'maximum',
  'square root',
  'interpolated',
  'position of the greatest',
] as const

export type Operator = (typeof operators)[number]

/** A number of the scenario, with where it is from. */
export type InputLeaf = {
  readonly kind: 'input'
  readonly key: string
  readonly label: string
  readonly value: number
  readonly unit: Unit
  readonly source: string | null
  readonly asOf: string | null
  readonly class: EvidenceClass
}

/** A number that nobody chooses: the calendar's, a rule's own, or a day that the payouts fell on. */
export type Fact = {
  readonly kind: 'fact'
  readonly label: string
  readonly value: number
  readonly unit: Unit
}

export type Operation = {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly label: string
  readonly unit: Unit
  /** The rule of SPEC.md that says so; null where it is part of the rule above it. */
  readonly rule: string | null
  readonly operands: readonly Expression[]
}

/** A number that was searched for: the value at which `residual` is zero. */
export type Root = {
  readonly kind: 'root'
  readonly label: string
  readonly unit: Unit
  readonly rule: string
  readonly found: number
  /** What must be zero, computed at the value that was found. */
  readonly residual: Expression
}

export type Expression = InputLeaf | Fact | Operation | Root

/** What an operation is called: its label, its unit, its rule. */
export type Name = readonly [label: string, unit: Unit, rule?: string]

function operation(
  operator: Operator,
  [label, unit, rule]: Name,
  operands: readonly Expression[],
): Operation {
  return { kind: 'operation', operator, label, unit, rule: rule ?? null, operands }
}

/** A number of the calendar or of a rule. Example: `fact('Hours of the day', 24, 'hours').value` is 24. */
export function fact(label: string, value: number, unit: Unit = 'count'): Fact {
  return { kind: 'fact', label, value, unit }
}

export const zero = (label: string, unit: Unit): Fact => fact(label, 0, unit)
export const plus = (name: Name, ...operands: readonly Expression[]) => operation('sum', name, operands)
export const minus = (name: Name, ...operands: readonly Expression[]) =>
  operation('difference', name, operands)
export const times = (name: Name, ...operands: readonly Expression[]) => operation('product', name, operands)
export const over = (name: Name, ...operands: readonly Expression[]) => operation('quotient', name, operands)
export const toThe = (name: Name, base: Expression, exponent: Expression) =>
  operation('power', name, [base, exponent])
export const negative = (name: Name, operand: Expression) => operation('negative', name, [operand])
export const meanOf = (name: Name, operands: readonly Expression[]) => operation('mean', name, operands)
export const least = (name: Name, ...operands: readonly Expression[]) => operation('minimum', name, operands)
export const greatest = (name: Name, ...operands: readonly Expression[]) =>
  operation('maximum', name, operands)
export const rootOf = (name: Name, operand: Expression) => operation('square root', name, [operand])

/** Linear between points of x and y, held beyond the outer ones. Operands: x, then x1, y1, x2, y2 ... */
export const between = (name: Name, x: Expression, points: readonly Expression[]) =>
  operation('interpolated', name, [x, ...points])

/** Which of the operands is the greatest, from 0; the first of equals. */
export const whichIsGreatest = (name: Name, operands: readonly Expression[]) =>
  operation('position of the greatest', name, operands)
