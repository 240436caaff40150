/** Values of expressions; the numbers of this file were worked out by hand. @see SPEC.md HW1 */
import { describe, expect, it } from 'vitest'
import type { Expression, Name } from '../../../shared/explain/expression.ts'
import {
  between,
  fact,
  greatest,
  least,
  meanOf,
  minus,
  negative,
  over,
  plus,
  rootOf,
  times,
  toThe,
  whichIsGreatest,
} from '../../../shared/explain/expression.ts'
import { inputsOf, valueOf } from '../../../shared/explain/value.ts'

const name: Name = ['a part', 'usd']
const of = (...values: readonly number[]) => values.map((value) => fact(String(value), value))

describe('an expression is worth', () => {
  it('its leaf', () => {
    expect(valueOf(fact('Hours of a day', 24, 'hours'))).toBe(24)
  })
  it.each<readonly [string, Expression, number]>([
    ['the sum of its parts', plus(name, ...of(2, 3, 5)), 10],
    ['the first less the others', minus(name, ...of(10, 3, 5)), 2],
    ['the product of its parts', times(name, ...of(2, 3, 5)), 30],
    ['the first over the others', over(name, ...of(60, 3, 5)), 4],
    ['the first to the power of the second', toThe(name, fact('', 1.1), fact('', 2)), 1.21],
    ['its part with the other sign', negative(name, fact('', 7)), -7],
    ['the mean of its parts', meanOf(name, of(1, 2, 6)), 3],
    ['its least part', least(name, ...of(4, -2, 3)), -2],
    ['its greatest part', greatest(name, ...of(4, -2, 3)), 4],
    ['the square root of its part', rootOf(name, fact('', 0.81)), 0.9],
    ['where the first of the greatest stands', whichIsGreatest(name, of(1, 9, 4, 9)), 1],
    ['a third of the way between two points', between(name, fact('', 0.3), of(0.2, 10, 0.5, 40)), 20],
    ['the first point below it', between(name, fact('', 0.1), of(0.2, 10, 0.5, 40)), 10],
    ['the last point beyond it', between(name, fact('', 0.9), of(0.2, 10, 0.5, 40)), 40],
  ])('%s', (_, expression, value) => {
    expect(valueOf(expression)).toBeCloseTo(value, 12)
  })
  it('the value that was found, where it was searched for', () => {
    const residual = minus(name, ...of(3, 3))
    expect(valueOf({ kind: 'root', label: 'price', unit: 'usd', rule: 'X1', found: 0.3, residual })).toBe(0.3)
  })
  it('as much as a chain of 100,000 parts', () => {
    let chain: Expression = fact('start', 0)
    for (let i = 0; i < 100_000; i += 1) chain = plus(name, chain, fact('one more', 1))
    expect(valueOf(chain)).toBe(100_000)
  })
  it('nothing that an empty sum could say: it is refused', () => {
    expect(() => valueOf(plus(name))).toThrow('a sum needs an operand')
  })
})

it('the example of its docstring: 100 kWh at $0.30 cost $30', () => {
  expect(valueOf(times(['cost', 'usd'], fact('kWh', 100), fact('price', 0.3)))).toBe(30)
})

it('inputs are listed once, however often they stand in the tree', () => {
  const leaf = {
    kind: 'input',
    key: 'gpuCount',
    label: 'GPUs',
    value: 2,
    unit: 'count',
    source: null,
    asOf: null,
    class: 'assumption',
  } as const
  expect(inputsOf(plus(name, leaf, times(name, leaf, fact('', 3))))).toEqual([leaf])
})
