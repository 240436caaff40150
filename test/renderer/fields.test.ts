import { describe, expect, it } from 'vitest'
import {
  fieldDigits,
  fieldUnit,
  readTyped,
  sliderShare,
  stepped,
} from '../../renderer/controls/number-field.ts'
import { safeUrl, splitLinks } from '../../renderer/controls/links.ts'
import {
  cellAfter,
  cellsBetween,
  countOf,
  offeredWeekPresets,
  painted,
  tariffWeekPresets,
} from '../../renderer/controls/week-pattern.ts'
import type { NumberInput } from '../../shared/economics/input-definition.ts'
import { checkInputs, definitionOf } from '../../shared/economics/inputs.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import { assumed } from '../../shared/figure.ts'

const numberInput = (key: string) => definitionOf(key) as NumberInput
const price = numberInput('priceUsdPerGpuHour')
const uptime = numberInput('uptimeRatio')
const tariff = numberInput('flatTariffPerKwh')
const gpus = numberInput('gpuCount')

describe('A number field', () => {
  it('shows a share in percent and reads it so', () => {
    expect(fieldUnit(uptime.unit)).toBe('%')
    expect(fieldDigits(0.07, uptime)).toBe('7')
    expect(readTyped('98,5 %', uptime)).toEqual({ kind: 'number', value: 0.985, currency: null })
    expect(readTyped('98.5', uptime)).toEqual({ kind: 'number', value: 0.985, currency: null })
  })

  it('reads what is pasted with its currency, and tells which it is', () => {
    expect(readTyped('0,31 €/kWh', tariff)).toEqual({ kind: 'number', value: 0.31, currency: 'EUR' })
    expect(readTyped('$0.31', price)).toEqual({ kind: 'number', value: 0.31, currency: 'USD' })
  })

  it('asks where a text means two numbers within the bounds', () => {
    const watts = numberInput('wallRentedWatts')
    const read = readTyped('1.234', watts)
    expect(read.kind === 'ambiguous' && read.readings.map(({ value }) => value)).toEqual([1.234, 1234])
  })

  it('refuses what lies outside the bounds, by name, with the bounds and what was given', () => {
    expect(readTyped('101', price)).toEqual({
      kind: 'problem',
      message: 'Price lies between $0.00/GPU-h and $100/GPU-h; $101/GPU-h does not.',
    })
    expect(readTyped('2.5', gpus)).toEqual({
      kind: 'problem',
      message: 'GPUs is a whole number; 2.5 is not.',
    })
    expect(readTyped('a lot', price).kind).toBe('problem')
  })

  it('every assumed number of the input table, as its field shows it, reads back as itself', () => {
    for (const definition of inputTable) {
      if (definition.kind !== 'number' && definition.kind !== 'integer') continue
      const { assumed: value } = definition
      if (value === null) continue
      expect(readTyped(fieldDigits(value, definition), definition)).toMatchObject({ kind: 'number', value })
    }
  })

  it('steps on the grid without the dust of binary arithmetic and stops at the bounds', () => {
    expect(stepped(price, 0.1, 20)).toBe(0.3)
    expect(stepped(gpus, 1, -1)).toBe(1)
    expect(stepped(price, null, 1)).toBe(0.01)
    for (const steps of [1, -1, 10, -10])
      expect(checkInputs({ uptimeRatio: assumed(stepped(uptime, 0.98, steps), 'ratio') })).toEqual([])
  })

  it('draws a value above the slider’s top at its end', () => {
    expect(sliderShare(50, price)).toBe(1)
    expect(sliderShare(2.5, price)).toBe(0.5)
    expect(sliderShare(null, price)).toBe(0)
  })
})

describe('A week of hours', () => {
  const empty = '-'.repeat(168)

  it('every preset is a word that its input accepts', () => {
    for (const { pattern } of offeredWeekPresets) expect(checkInputs({ offeredWeek: pattern })).toEqual([])
    for (const { pattern } of tariffWeekPresets) expect(checkInputs({ tariffWeek: pattern })).toEqual([])
  })

  it('nights from 22 to 8 are 10 hours of 7 days', () => {
    const nights = offeredWeekPresets.find(({ label }) => label === 'Nights')
    expect(countOf(nights?.pattern ?? '', 'O')).toBe(70)
  })

  it('a stroke paints the rectangle between two cells in either direction and nothing else', () => {
    const fromMondayNineToTuesdayEleven = cellsBetween(9, 24 + 11)
    expect(fromMondayNineToTuesdayEleven).toEqual([9, 10, 11, 33, 34, 35])
    expect(cellsBetween(24 + 11, 9)).toEqual(fromMondayNineToTuesdayEleven)
    const week = painted(empty, fromMondayNineToTuesdayEleven, 'O')
    expect(week.length).toBe(168)
    expect(countOf(week, 'O')).toBe(6)
    expect(week[9]).toBe('O')
  })

  it('arrows move by an hour or a day and stop at the edges', () => {
    expect(cellAfter(0, 'ArrowLeft')).toBe(0)
    expect(cellAfter(23, 'ArrowRight')).toBe(23)
    expect(cellAfter(5, 'ArrowDown')).toBe(29)
    expect(cellAfter(29, 'ArrowUp')).toBe(5)
    expect(cellAfter(150, 'ArrowDown')).toBe(150)
    expect(cellAfter(30, 'Home')).toBe(24)
    expect(cellAfter(30, 'End')).toBe(47)
  })
})

describe('Links from data', () => {
  it('only https without a user in it is a link', () => {
    expect(safeUrl('https://example.org/a')?.host).toBe('example.org')
    for (const address of [
      'http://example.org',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://user@example.org',
      'https://user:word@example.org',
      '//example.org',
      'no address',
    ])
      expect(safeUrl(address)).toBeNull()
  })

  it('are cut out of a text without losing a letter of it', () => {
    const text = 'after https://example.org/a?b=1, and (https://example.com/c). The end'
    const parts = splitLinks(text)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ kind }) => kind === 'link').map((part) => part.text)).toEqual([
      'https://example.org/a?b=1',
      'https://example.com/c',
    ])
  })
})
