import { describe, expect, it } from 'vitest'
import {
  ageInWords,
  figureText,
  figureWords,
  rangeWords,
  standingOf,
} from '../../renderer/controls/figure-text.ts'
import { evidenceClasses, units, unknownFigure } from '../../shared/figure.ts'
import { formatFigure } from '../../shared/units.ts'

describe('A figure in pieces', () => {
  it('is, put together, what shared/units.ts writes, for every unit and sign', () => {
    for (const unit of units)
      for (const value of [0, 0.0042, 1, -1, 31.4159, -82.61, 1234.5, -1_234_567, 1e-12, 2e18])
        expect(figureWords(value, unit)).toBe(formatFigure(value, unit))
  })

  it('carries its sign by form: a true minus, a plus only where asked for, none on what is drawn as zero', () => {
    expect(figureText(-12.4, 'usd').sign).toBe('−')
    expect(figureText(12.4, 'usd').sign).toBe('')
    expect(figureText(12.4, 'usd', { withPlus: true }).sign).toBe('+')
    expect(figureText(0, 'usd', { withPlus: true }).sign).toBe('')
    expect(figureText(-0.001, 'usd', { decimals: 2 }).sign).toBe('')
  })

  it('takes another unit text for a currency of its own', () => {
    expect(figureWords(0.31, 'currencyUnitsPerKwh', { suffix: ' €/kWh' })).toBe('0.31 €/kWh')
  })

  it('writes a range with its unit once', () => {
    expect(rangeWords(231, 313, 'watts')).toBe('231 to 313\u00a0W')
  })
})

describe('Standing', () => {
  it('sorts every class of evidence: measured, stated or estimated', () => {
    const figure = { ...unknownFigure('watts'), value: 1 }
    expect(evidenceClasses.map((each) => standingOf({ ...figure, class: each }))).toEqual([
      'measured', 'measured', 'measured', 'stated', 'stated', 'stated', 'estimated', 'estimated', 'estimated',
    ]) // prettier-ignore
  })

  it('is unknown without a value, whatever the class', () => {
    expect(standingOf({ ...unknownFigure('watts'), class: 'own-measurement' })).toBe('unknown')
  })
})

describe('Age', () => {
  const november2026 = Date.UTC(2026, 10, 21)

  it('is never more exact than the date that is known', () => {
    expect(ageInWords('2026-08-21', november2026)).toBe('3 months old')
    expect(ageInWords('2026-11', november2026)).toBe('this month')
    expect(ageInWords('2026-10-31', november2026)).toBe('a month old')
    expect(ageInWords('2023-02', november2026)).toBe('3 years old')
    expect(ageInWords('2026', november2026)).toBe('this year')
    expect(ageInWords('2024', november2026)).toBe('2 years old')
    expect(ageInWords('soon', november2026)).toBeNull()
  })
})
