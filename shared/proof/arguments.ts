/** Reads a vector's arguments, which come from a file, as what a function needs. */
import { type Due } from '../finance/annuity.ts'
import { numError } from '../finance/spreadsheet-error.ts'
import type { ProofArgument } from './vector.ts'

export type Given = readonly ProofArgument[]

const complain = (given: Given, at: number, wanted: string): never => {
  throw new TypeError(`argument ${at + 1} should be ${wanted}, but is ${JSON.stringify(given[at])}`)
}

export function number(given: Given, at: number): number {
  const value = given[at]
  return typeof value === 'number' ? value : complain(given, at, 'a number')
}

/** Undefined where the argument is left out, so that the function's own default holds. */
export function optional(given: Given, at: number): number | undefined {
  return given[at] === undefined || given[at] === null ? undefined : number(given, at)
}

export function text(given: Given, at: number): string {
  const value = given[at]
  return typeof value === 'string' ? value : complain(given, at, 'text')
}

export function whole(given: Given, at: number): bigint {
  return BigInt(text(given, at))
}

export function list(given: Given, at: number): Given {
  const value = given[at]
  return Array.isArray(value) ? (value as Given) : complain(given, at, 'a list')
}

export function numbers(given: Given, at: number): readonly number[] {
  const values = list(given, at)
  return values.map((_, i) => number(values, i))
}

export function texts(given: Given, at: number): readonly string[] {
  const values = list(given, at)
  return values.map((_, i) => text(values, i))
}

/** A spreadsheet's type: 0 or nothing is the end of a period, 1 its start, anything else #NUM!. */
export function due(given: Given, at: number): Due {
  const type = optional(given, at) ?? 0
  if (type !== 0 && type !== 1) throw numError('type', `is 0 or 1, but was given ${type}`)
  return type === 1 ? 'start' : 'end'
}
