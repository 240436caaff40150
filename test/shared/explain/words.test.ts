/** A tree in words. @see SPEC.md HW3, HW4 */
import { expect, it } from 'vitest'
import { asData } from '../../../shared/explain/data.ts'
import type { InputLeaf } from '../../../shared/explain/expression.ts'
import { fact, meanOf, over, plus, times, zero } from '../../../shared/explain/expression.ts'
import { amountWords, formulaWords, shownOf, treeText } from '../../../shared/explain/words.ts'

const kwh = fact('kWh of the month', 100, 'kilowattHours')
const price: InputLeaf = {
  kind: 'input',
  key: 'flatTariffPerKwh',
  label: 'Electricity',
  value: 0.3,
  unit: 'usdPerKwh',
  source: 'my bill',
  asOf: '2026-10',
  class: 'own-receipt',
}
const cost = times(['Cost', 'usd', 'E10'], kwh, price)
const month = (m: number) => fact(`Net, 2026-${String(m).padStart(2, '0')}`, m, 'usd')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('an amount has its unit', () => {
  expect(plain(amountWords(kwh, new Map()))).toBe('100 kWh')
})

it('the rounding of a sum of dollars is nothing; a small price is not', () => {
  expect(amountWords(fact('rest', -9e-13, 'usd'), new Map())).toBe('$0.00')
  expect(amountWords(fact('token', 9e-13, 'usdPerToken'), new Map())).toBe('$9.00e-13/token')
})

it('the formula is one line, with labels or with numbers', () => {
  expect(formulaWords(cost, new Map(), 'labels')).toBe('kWh of the month × Electricity')
  expect(plain(formulaWords(cost, new Map(), 'numbers'))).toBe('100 kWh × $0.30/kWh')
  const negative = times(['x', 'usd'], fact('a', -2), fact('b', 3))
  expect(formulaWords(negative, new Map(), 'numbers')).toBe('(−2) × 3')
  const sum = plus(['x', 'usd'], fact('a', 5, 'usd'), fact('b', -2, 'usd'))
  expect(formulaWords(sum, new Map(), 'numbers')).toBe('$5.00 − $2.00')
})

it('a cost in words', () => {
  expect(plain(treeText(cost)).split('\n')).toEqual([
    'Cost: $30.00  [E10]',
    '  = kWh of the month × Electricity',
    '  = 100 kWh × $0.30/kWh',
    '  kWh of the month: 100 kWh',
    '  Electricity: $0.30/kWh  (own receipt; my bill; 2026-10)',
  ])
})

it('a long row of months shows three and counts the rest', () => {
  const twelve = meanOf(
    ['Net', 'usd'],
    Array.from({ length: 12 }, (_, m) => month(m + 1)),
  )
  expect(shownOf(twelve, new Map())).toMatchObject({ folded: 9, nothings: 0 })
  expect(formulaWords(twelve, new Map(), 'labels')).toBe(
    'mean of Net, 2026-01, Net, 2026-02, Net, 2026-03, 9 more',
  )
})

it('a sum leaves out what is nothing and says how many, but never an input', () => {
  const sum = plus(['Net', 'usd'], cost, zero('Heat', 'usd'), zero('Storage', 'usd'), { ...price, value: 0 })
  expect(shownOf(sum, new Map())).toMatchObject({ operands: [cost, { value: 0 }], nothings: 2 })
  expect(treeText(sum)).toContain('and 2 that are nothing')
})

it('a part that stands twice is written once', () => {
  const text = treeText(plus(['Both', 'usd'], cost, over(['Half', 'usd'], cost, fact('Two', 2))))
  expect(text).toContain('Cost: $30.00, as above')
  const data = asData(plus(['Both', 'usd'], cost, cost))
  expect(data).toMatchObject({
    id: 1,
    value: 60,
    operands: [
      { id: 2, value: 30 },
      { kind: 'same', id: 2 },
    ],
  })
})

it('levels below the last are folded', () => {
  expect(treeText(plus(['Sum', 'usd'], cost, cost), new Map(), { levels: 1 })).toContain(
    'Cost: $30.00  [E10]  …',
  )
})
