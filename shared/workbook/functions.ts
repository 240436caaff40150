/** The functions of spreadsheets that the workbook's formulas use, and no others. */
import { exp, log } from '../math.ts'
import { dayNumber, isoDate } from '../calendar.ts'
import type { Value } from './cells.ts'
import { xirr } from '../finance/returns.ts'

/** What a formula's piece gives: one value, or the values of a range. */
export type Operand = Value | readonly Value[]

/** A value that spreadsheets show as `#DIV/0!` and the like. */
export class FormulaError extends Error {}

export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value
  if (value === null || value === undefined) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  throw new FormulaError('#VALUE!')
}

export function truthOf(value: Value): boolean {
  return typeof value === 'boolean' ? value : numberOf(value) !== 0
}

export function textOf(value: Value): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value === null ? '' : String(value)
}

const one = (given: readonly Operand[], i: number): Value => {
  const operand = given[i]
  if (operand === undefined) return null
  return Array.isArray(operand) ? (operand[0] as Value) : (operand as Value)
}
const many = (operand: Operand | undefined): readonly Value[] =>
  Array.isArray(operand) ? (operand as readonly Value[]) : [(operand ?? null) as Value]
const number = (given: readonly Operand[], i: number): number => numberOf(one(given, i))

/** Numbers among the operands: texts and empty cells of ranges do not count. */
function numbers(given: readonly Operand[]): number[] {
  const found: number[] = []
  for (const operand of given) {
    if (!Array.isArray(operand)) found.push(numberOf(operand as Value))
    else for (const value of operand) if (typeof value === 'number') found.push(value)
  }
  return found
}

function sumOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Dates as spreadsheets count them: 25,569 is the first of January 1970. */
const serialOfDay = 25_569

function dateSerial(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1
  const iso = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
  return dayNumber(iso) + serialOfDay + day - 1
}

const isoOf = (serial: number): string => isoDate(Math.floor(serial) - serialOfDay)

/** A criterion such as `"<=24326"`, or a value that must be equal. */
function fits(criterion: Value): (value: Value) => boolean {
  const match = typeof criterion === 'string' ? /^(<=|>=|<>|<|>|=)(.*)$/.exec(criterion) : null
  if (match === null) return (value) => value === criterion
  const [, operator, rest] = match
  const bound = rest !== '' && Number.isFinite(Number(rest)) ? Number(rest) : null
  if (bound === null) return (value) => (operator === '<>' ? value !== rest : value === rest)
  return (value) => {
    if (typeof value !== 'number') return operator === '<>'
    if (operator === '<=') return value <= bound
    if (operator === '>=') return value >= bound
    if (operator === '<') return value < bound
    if (operator === '>') return value > bound
    return operator === '<>' ? value !== bound : value === bound
  }
}

function presentValue(rate: number, amounts: readonly Value[], dates: readonly Value[]): number {
  const first = numberOf(dates[0])
  return sumOf(
    amounts.map((amount, i) => numberOf(amount) / exp(log(1 + rate) * ((numberOf(dates[i]) - first) / 365))),
  )
}

export const functions: Readonly<Record<string, (given: readonly Operand[]) => Operand>> = {
  ABS: (given) => Math.abs(number(given, 0)),
  AND: (given) => given.every((operand) => many(operand).every((value) => truthOf(value))),
  OR: (given) => given.some((operand) => many(operand).some((value) => truthOf(value))),
  NOT: (given) => !truthOf(one(given, 0)),
  ISNUMBER: (given) => typeof one(given, 0) === 'number',
  SUM: (given) => sumOf(numbers(given)),
  MIN: (given) => numbers(given).reduce((least, value) => Math.min(least, value), Infinity),
  MAX: (given) => numbers(given).reduce((most, value) => Math.max(most, value), -Infinity),
  SQRT: (given) => {
    if (number(given, 0) < 0) throw new FormulaError('#NUM!')
    return Math.sqrt(number(given, 0))
  },
  EXP: (given) => {
    const of = given[0] ?? null
    return Array.isArray(of) ? of.map((value: Value) => exp(numberOf(value))) : exp(numberOf(of as Value))
  },
  LN: (given) => {
    if (number(given, 0) <= 0) throw new FormulaError('#NUM!')
    return log(number(given, 0))
  },
  N: (given) => (typeof one(given, 0) === 'number' ? one(given, 0) : 0),
  INT: (given) => Math.floor(number(given, 0)),
  ROUNDUP: (given) => Math.sign(number(given, 0)) * Math.ceil(Math.abs(number(given, 0))),
  MOD: (given) => number(given, 0) - number(given, 1) * Math.floor(number(given, 0) / number(given, 1)),
  COUNT: (given) =>
    given.flatMap((operand) => many(operand)).filter((value) => typeof value === 'number').length,
  COUNTIF: (given) => many(given[0]).filter(fits(one(given, 1))).length,
  SUMIF: (given) => {
    const test = fits(one(given, 1))
    const added = many(given[2])
    let sum = 0
    many(given[0]).forEach((value, i) => {
      const amount = added[i]
      if (typeof amount === 'number' && test(value)) sum += amount
    })
    return sum
  },
  SUMPRODUCT: (given) => {
    const factors = given.map((operand) => many(operand))
    return sumOf(
      factors[0]!.map((_, i) => factors.reduce((product, values) => product * numberOf(values[i]), 1)),
    )
  },
  DATE: (given) => dateSerial(number(given, 0), number(given, 1), number(given, 2)),
  YEAR: (given) => Number(isoOf(number(given, 0)).slice(0, 4)),
  MONTH: (given) => Number(isoOf(number(given, 0)).slice(5, 7)),
  DAY: (given) => Number(isoOf(number(given, 0)).slice(8, 10)),
  LEFT: (given) => textOf(one(given, 0)).slice(0, number(given, 1)),
  MID: (given) => textOf(one(given, 0)).slice(number(given, 1) - 1, number(given, 1) - 1 + number(given, 2)),
  RIGHT: (given) => textOf(one(given, 0)).slice(-number(given, 1)),
  VALUE: (given) => {
    const read = Number(textOf(one(given, 0)))
    if (!Number.isFinite(read)) throw new FormulaError('#VALUE!')
    return read
  },
  XNPV: (given) => {
    if (number(given, 0) <= -1) throw new FormulaError('#NUM!')
    return presentValue(number(given, 0), many(given[1]), many(given[2]))
  },
  XIRR: (given) => {
    const dates = many(given[1])
    const flows = many(given[0]).map((amount, i) => ({
      amountUsd: numberOf(amount),
      dayNumber: numberOf(dates[i]) - serialOfDay,
    }))
    const found = xirr(flows)
    if (found.kind !== 'rate') throw new FormulaError('#NUM!')
    return found.rate
  },
}
