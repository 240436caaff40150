import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { units } from '../../shared/figure.ts'
import { unitForms } from '../../shared/unit-forms.ts'
import { formatFigure, readNumber } from '../../shared/units.ts'
import type { NumberReading } from '../../shared/units.ts'

const numRuns = 100_000
const digitsAndSigns = '0123456789.,-+eE $€£%/kWhctGPUBM’\u00a0−'.split('')

/** Misread is a number that was not meant: an error or a question is no misread. */
function isMisread(reading: NumberReading, meant: number): boolean {
  if (reading.kind === 'error') return false
  if (reading.kind === 'ambiguous') return !reading.readings.includes(meant)
  return reading.value !== meant
}

describe('U1 reads what was written, or asks, or refuses', () => {
  it('reads back each shown figure as what is shown', () => {
    let read = 0
    const value = fc.oneof(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
    )
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(...units),
        fc.option(fc.integer({ min: 0, max: 4 })),
        (given, unit, decimals) => {
          const text = formatFigure(given, unit, decimals ?? undefined)
          // What the text says, read in another way: digits and sign as a literal, then the sign of per cent.
          const literal = text
            .replace(/^−/, '-')
            .replace(/[$,]/g, '')
            .replace(/(?:[/\u00a0].*)$/, '')
          const [digits, exponent = '0'] = literal.split('e')
          const meant = Number(`${digits}e${Number(exponent) - (unitForms[unit].shownAs.inPercent ? 2 : 0)}`)
          const reading = readNumber(text, unit)
          if (reading.kind === 'error') throw new Error(reading.message)
          if (reading.kind === 'number') read += 1
          return !isMisread(reading, meant)
        },
      ),
      { numRuns },
    )
    expect(read).toBeGreaterThan(numRuns / 2)
  })

  it('in every way that people write decimal marks and groups', () => {
    const marks = fc.constantFrom('.', ',')
    const groupings = fc.constantFrom('', '.', ',', ' ', "'", '’', '\u00a0', '\u202f', '\u2009')
    const groupSizes = fc.constantFrom(3, 3, 3, 2)
    const fraction = fc.string({ unit: fc.constantFrom(...digitsAndSigns.slice(0, 10)), maxLength: 4 })
    let read = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fraction,
        marks,
        groupings,
        groupSizes,
        fc.boolean(),
        (whole, decimals, mark, grouping, size, negative) => {
          fc.pre(mark !== grouping)
          const tail = new RegExp(`\\B(?=(?:\\d{${size}})*\\d{3}$)`, 'g')
          const text = String(whole).replace(tail, grouping) + (decimals === '' ? '' : mark + decimals)
          const meant = Number(`${whole}.${decimals}0`)
          const reading = readNumber(negative ? `−${text}` : text, 'usd')
          if (reading.kind === 'number') read += 1
          return !isMisread(reading, negative && meant !== 0 ? -meant : meant)
        },
      ),
      { numRuns },
    )
    expect(read).toBeGreaterThan(numRuns / 2)
  })

  it('one mark and three digits always ask', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('.', ','),
        (whole, rest, mark) => {
          const text = `${whole}${mark}${String(rest).padStart(3, '0')}`
          return readNumber(text, 'usd').kind === 'ambiguous'
        },
      ),
      { numRuns },
    )
  })

  it('and answers anything at all with a finite number or a sentence', () => {
    const alphabet = fc.constantFrom(...digitsAndSigns)
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: alphabet, maxLength: 14 })),
        fc.constantFrom(...units),
        (text, unit) => {
          const reading = readNumber(text, unit)
          if (reading.kind === 'error') return reading.message.length > 20 && reading.message.length < 800
          return (reading.kind === 'number' ? [reading.value] : reading.readings).every(Number.isFinite)
        },
      ),
      { numRuns },
    )
  })
})
