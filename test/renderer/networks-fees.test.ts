import { describe, expect, it } from 'vitest'
import {
  emptyFeeDraft,
  emptyFeeWords,
  type FeeDraft,
  feeText,
  noteText,
  replacedStep,
  withFee,
} from '../../renderer/places/networks/profile/fee-draft.ts'
import { byBeginning, inForceWords } from '../../renderer/places/networks/profile/fee-words.ts'
import type { Figure } from '../../shared/figure.ts'
import type { FeeStep } from '../../shared/markets/market-profile.ts'

const given = { class: 'own-receipt', source: 'a receipt', asOf: '2026-11-01' } as const
const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  low: null,
  high: null,
  unit: 'ratio',
  ...given,
  ...more,
})

const step = (from: string | null, payoutCurrency: FeeStep['payoutCurrency']): FeeStep => ({
  from,
  payoutCurrency,
  platformFeeRatio: figure(0.1),
  paymentFeeRatio: figure(0),
  note: null,
})

describe('The fee schedule', () => {
  const beginning = step(null, 'any')
  const cash = step('2026-03-01', 'cash')
  const later = step('2027-01-01', 'any')
  const fees = [later, cash, beginning]

  it('stands in the order of time', () => {
    expect(byBeginning(fees)).toEqual([beginning, cash, later])
  })

  it('marks the step in force for each currency, and no step that is past or to come', () => {
    expect(inForceWords(fees, beginning, '2026-11-21')).toBe('in force today for token')
    expect(inForceWords(fees, cash, '2026-11-21')).toBe('in force today')
    expect(inForceWords(fees, later, '2026-11-21')).toBeNull()
    expect(inForceWords(fees, later, '2027-01-01')).toBe('in force today')
    expect(inForceWords(fees, beginning, '2027-01-01')).toBeNull()
  })
})

describe('A fee that is typed', () => {
  const mine = { class: 'assumption', source: 'typed by you', asOf: '2026-11-21' } as const
  const old: FeeStep = {
    ...step(null, 'any'),
    platformFeeRatio: figure(0.25),
    paymentFeeRatio: figure(null),
    note: 'as announced',
  }
  const made = (fees: readonly FeeStep[], draft: Partial<FeeDraft>) => {
    const result = withFee(fees, { ...emptyFeeDraft, ...draft }, mine)
    if ('problem' in result) throw new Error(result.problem)
    return result.fees
  }

  it('keeps what the step it replaces says, source and note with it, where nothing else is typed', () => {
    const expected = [{ ...old, paymentFeeRatio: figure(0.03, mine) }]
    expect(made([old], { paymentFeeRatio: '3 %' })).toEqual(expected)
    expect(made([old], { platformFeeRatio: '', paymentFeeRatio: '3 %' })).toEqual(expected)
    expect(made([old], { platformFeeRatio: '20' })[0]?.platformFeeRatio).toEqual(figure(0.2, mine))
  })

  it('begins with that step’s figures, and says unknown only where an empty field makes it so', () => {
    const replaced = replacedStep([old], emptyFeeDraft)
    expect(replaced).toBe(old)
    expect(feeText(emptyFeeDraft, replaced, 'platformFeeRatio')).toBe('25')
    expect(noteText(emptyFeeDraft, replaced)).toBe('as announced')
    expect(emptyFeeWords(replaced, 'platformFeeRatio').replaceAll('\u00a0', ' ')).toBe('empty: stays 25 %')
    expect(emptyFeeWords(replaced, 'paymentFeeRatio')).toBe('empty: unknown')
  })

  it('of another day or currency joins the others, and what is not typed is unknown', () => {
    for (const draft of [{ from: '2026-10-01' }, { payoutCurrency: 'token' }] as const) {
      expect(replacedStep([old], { ...emptyFeeDraft, ...draft })).toBeNull()
      const [first, second] = made([old], { ...draft, paymentFeeRatio: '3' })
      expect([first, second?.platformFeeRatio.value, second?.note]).toEqual([old, null, null])
    }
    expect(emptyFeeWords(null, 'platformFeeRatio')).toBe('empty: unknown')
  })

  it('without any figure or word is refused, with another note alone it is not', () => {
    expect(withFee([old], emptyFeeDraft, mine)).toEqual({
      problem: expect.stringMatching(/^Nothing is typed/),
    })
    expect(withFee([], { ...emptyFeeDraft, note: 'x' }, mine)).toHaveProperty('problem')
    expect(made([old], { note: 'as billed' })).toEqual([{ ...old, note: 'as billed' }])
  })
})
