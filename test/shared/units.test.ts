import { describe, expect, it } from 'vitest'
import { units } from '../../shared/figure.ts'
import type { Unit } from '../../shared/figure.ts'
import { unitForms } from '../../shared/unit-forms.ts'
import { formatFigure, readNumber } from '../../shared/units.ts'

function message(text: string, unit: Unit): string {
  const reading = readNumber(text, unit)
  return reading.kind === 'error' ? reading.message : reading.kind
}

describe('U1 reading numbers', () => {
  it.each<[string, Unit, number, 'USD' | 'EUR' | 'GBP' | null]>([
    ['0,31 €/kWh', 'currencyUnitsPerKwh', 0.31, 'EUR'],
    ['€0.31 per kWh', 'currencyUnitsPerKwh', 0.31, 'EUR'],
    ['31 ct/kWh', 'currencyUnitsPerKwh', 0.31, null],
    ['31,5 Cent', 'currencyUnitsPerKwh', 0.315, null],
    ['12¢', 'currencyUnitsPerKwh', 0.12, 'USD'],
    ['310 £/MWh', 'currencyUnitsPerKwh', 0.31, 'GBP'],
    ['$0.31', 'usdPerKwh', 0.31, 'USD'],
    ['US$ 0.31 / kWh', 'usdPerKwh', 0.31, 'USD'],
    ['0.31 USD per GPU-hour', 'usdPerGpuHour', 0.31, 'USD'],
    ['0.31/h', 'usdPerGpuHour', 0.31, null],
    ['-$5', 'usd', -5, 'USD'],
    ['$-5', 'usd', -5, 'USD'],
    ['−$5.25', 'usd', -5.25, 'USD'],
    ['+5', 'usd', 5, null],
    ['1 234,5', 'usd', 1234.5, null],
    ["1'234.5", 'usd', 1234.5, null],
    ['1’234.50', 'usd', 1234.5, null],
    ['1\u202f234\u202f567,89', 'usd', 1_234_567.89, null],
    ['1,234.5', 'usd', 1234.5, null],
    ['1.234,5', 'usd', 1234.5, null],
    ['1.234.567', 'usd', 1_234_567, null],
    ['12,34,567.8', 'usd', 1_234_567.8, null],
    ['1234,567', 'usd', 1234.567, null],
    ['0.123', 'usd', 0.123, null],
    ['0,123', 'usd', 0.123, null],
    ['.5', 'usd', 0.5, null],
    ['1.5e3', 'usd', 1500, null],
    ['1.234e3', 'usd', 1234, null],
    ['12 %', 'ratio', 0.12, null],
    ['12,5%', 'ratio', 0.125, null],
    ['0.7', 'ratio', 0.7, null],
    ['-3 % p.a.', 'ratioPerYear', -0.03, null],
    ['1.2 kW', 'watts', 1200, null],
    ['350W', 'watts', 350, null],
    ['1,5 MW', 'watts', 1_500_000, null],
    ['2 weeks', 'days', 14, null],
    ['3 years', 'months', 36, null],
    ['1.5 TB', 'gigabytes', 1500, null],
    ['-0', 'usd', 0, null],
    ['  7  ', 'count', 7, null],
  ])('reads "%s" as %s: %d', (text, unit, value, currency) => {
    expect(readNumber(text, unit)).toEqual({ kind: 'number', value, currency })
  })

  it('asks which number "1.234" is', () => {
    expect(readNumber('1.234', 'usd')).toEqual({ kind: 'ambiguous', readings: [1.234, 1234], currency: null })
    expect(readNumber('−1,234 €/kWh', 'currencyUnitsPerKwh')).toEqual({
      kind: 'ambiguous',
      readings: [-1.234, -1234],
      currency: 'EUR',
    })
    expect(readNumber('1.234 kW', 'watts')).toMatchObject({ readings: [1234, 1_234_000] })
    expect(readNumber('1,234e3', 'usd')).toMatchObject({ readings: [1234, 1_234_000] })
    expect(readNumber('999,999', 'usd')).toMatchObject({ kind: 'ambiguous' })
  })

  it('unless the field’s bounds leave one reading', () => {
    expect(readNumber('1.234', 'usdPerKwh', { low: -1, high: 5 })).toEqual({
      kind: 'number',
      value: 1.234,
      currency: null,
    })
    expect(readNumber('1.234', 'watts', { low: 10, high: 5000 })).toEqual({
      kind: 'number',
      value: 1234,
      currency: null,
    })
    expect(readNumber('1.234', 'watts', { low: 0, high: 5000 }).kind).toBe('ambiguous')
    expect(readNumber('1.234', 'watts', { low: 5000, high: 9000 })).toEqual({
      kind: 'error',
      message: '"1.234" cannot be read: 1.234 and 1234 both lie outside 5000 to 9000. Write it like 350 W.',
    })
  })

  it('takes a bare number as per cent where the field shows per cent', () => {
    expect(readNumber('12', 'ratio', { bareIsPercent: true })).toMatchObject({ value: 0.12 })
    expect(readNumber('12 %', 'ratio', { bareIsPercent: true })).toMatchObject({ value: 0.12 })
    expect(readNumber('0.5', 'ratio', { bareIsPercent: true })).toMatchObject({ value: 0.005 })
  })

  it.each<[string, Unit]>([
    ['', 'usd'],
    ['   ', 'usd'],
    ['abc', 'usd'],
    ['NaN', 'usd'],
    ['Infinity', 'usd'],
    ['-∞', 'usd'],
    ['1e999', 'usd'],
    ['9'.repeat(400), 'usd'],
    ['0x10', 'usd'],
    ['1_000', 'usd'],
    ['--5', 'usd'],
    ['-$-5', 'usd'],
    ['$5$', 'usd'],
    ['5.', 'usd'],
    ['5,', 'usd'],
    ['1..2', 'usd'],
    ['1,23,45', 'usd'],
    ['1,2345,678', 'usd'],
    ['1.234.56', 'usd'],
    ['1,234,56', 'usd'],
    ['1 23', 'usd'],
    ['12 4090', 'usd'],
    ["1'234 567", 'usd'],
    ['1,234.567,8', 'usd'],
    ['(5)', 'usd'],
    ['5 6', 'usd'],
    ['5\n6', 'usd'],
    ['1-2', 'usd'],
    ['١٢٣', 'usd'],
    ['１２３', 'usd'],
    ['1٫5', 'usd'],
    ['½', 'usd'],
    ['5\u202e', 'usd'],
    ['5 constructor', 'usd'],
    ['5 __proto__', 'watts'],
    ['€5', 'usd'],
    ['5 EUR', 'usdPerKwh'],
    ['$5', 'watts'],
    ['5 ct', 'watts'],
    ['350 mW', 'watts'],
    ['24 Gb', 'gigabytes'],
    ['5 kWh', 'watts'],
    ['5 %', 'watts'],
    ['5 W', 'ratio'],
    ['5 /GB', 'usdPerKwh'],
  ])('refuses "%s" as %s', (text, unit) => {
    const reading = readNumber(text, unit)
    expect(reading.kind).toBe('error')
    if (reading.kind === 'error') expect(reading.message).toMatch(/ cannot be read: .+\. Write it like .+\.$/)
  })

  it('says what was given, what is wrong and what would fit', () => {
    expect(message('0,31 €', 'usdPerKwh')).toBe(
      '"0,31 €" cannot be read: it is in EUR, and this field takes USD. Write it like $0.31/kWh.',
    )
    expect(message('350 kg', 'watts')).toBe(
      '"350 kg" cannot be read: "kg" is not a unit that fits here. Write it like 350 W.',
    )
    expect(message('5\u202e7', 'watts')).toContain('"5\\u{202e}7"')
    expect(message('x'.repeat(500), 'watts').length).toBeLessThan(200)
  })

  it('reads the example of each unit', () => {
    for (const unit of units)
      expect(readNumber(unitForms[unit].example, unit, { high: 100_000 }).kind, unit).toBe('number')
  })
})

describe('U2 showing figures', () => {
  it.each<[number | null, Unit, string]>([
    [-1234.5, 'usdPerMonth', '−$1,235/month'],
    [0.124, 'ratio', '12.4 %'],
    [83, 'usdPerMonth', '$83.00/month'],
    [83.456, 'usdPerMonth', '$83.46/month'],
    [0.31, 'usdPerKwh', '$0.31/kWh'],
    [0.3125, 'usdPerKwh', '$0.313/kWh'],
    [0.00042, 'usdPerToken', '$0.00042/token'],
    [0, 'usd', '$0.00'],
    [-0, 'usd', '$0.00'],
    [1_234_567.89, 'usd', '$1,234,568'],
    [999.5, 'usd', '$1,000'],
    [99.996, 'usd', '$100.00'],
    [350, 'watts', '350 W'],
    [37.25, 'watts', '37.3 W'],
    [0, 'watts', '0 W'],
    [1, 'ratio', '100 %'],
    [0.5, 'ratio', '50 %'],
    [0.0031, 'ratio', '0.31 %'],
    [0.1, 'ratioPerYear', '10 %/year'],
    [1, 'months', '1 month'],
    [36, 'months', '36 months'],
    [4, 'count', '4'],
    [12_345, 'count', '12,345'],
    [1.5, 'count', '1.5'],
    [82.6, 'teraflops', '82.6 TFLOPS'],
    [1e21, 'usd', '$1.00e+21'],
    [1e-15, 'usd', '$1.00e-15'],
    [null, 'usd', 'unknown'],
  ])('shows %d %s as "%s"', (value, unit, text) => {
    expect(formatFigure(value, unit).replaceAll('\u00a0', ' ')).toBe(text)
  })

  it('keeps a column’s decimals', () => {
    expect(formatFigure(5, 'usd', 2)).toBe('$5.00')
    expect(formatFigure(1234.567, 'usd', 2)).toBe('$1,234.57')
    expect(formatFigure(0.5, 'ratio', 1)).toBe('50.0\u00a0%')
    expect(formatFigure(-0.001, 'usd', 2)).toBe('$0.00')
    expect(formatFigure(-0.005, 'usd', 2)).toBe('−$0.01')
  })

  it('lets no line break between number and unit', () => {
    for (const unit of units) expect(formatFigure(2, unit)).not.toContain(' ')
  })

  it('refuses what is not a number', () => {
    expect(() => formatFigure(Number.NaN, 'usd')).toThrow(/cannot show NaN usd/)
    expect(() => formatFigure(Number.POSITIVE_INFINITY, 'usd')).toThrow(RangeError)
  })

  it('uses nothing that differs between engines', async () => {
    const { readFile } = await import('node:fs/promises')
    const source = await readFile(new URL('../../shared/units.ts', import.meta.url), 'utf8')
    expect(source.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/Intl|toLocale|localeCompare/)
  })
})
