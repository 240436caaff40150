import { describe, expect, it } from 'vitest'
import {
  asRatio,
  celsius,
  firstOffered,
  mebibytes,
  percent,
  printable,
  readNumber,
  saysNone,
  unknownReading,
  watts,
} from '../../../shared/telemetry/reading.ts'

describe('M1 a reading is a number or unknown, and unknown is never zero', () => {
  it.each([
    '[N/A]',
    'N/A',
    'n/a',
    '[Not Supported]',
    'Not Supported',
    '[Requested functionality has been deprecated]',
    'Requested functionality has been deprecated',
    '[Function Not Found]',
    '[Unknown Error]',
    '[GPU is lost]',
    '[Insufficient Permissions]',
    'Insufficient Permissions',
    '[A word of a later driver]',
    'ERR!',
    '',
    '   ',
  ])('takes %j as not available and keeps the word', (raw) => {
    expect(readNumber(raw, watts, true)).toEqual({ value: null, reason: 'not-available', raw: raw.trim() })
  })

  it('tells a field that the driver does not offer from one that it declines', () => {
    expect(readNumber(undefined, watts, true)).toEqual({
      value: null,
      reason: 'not-offered-by-driver',
      raw: null,
    })
  })

  it('keeps zero as zero', () => {
    expect(readNumber('0.00 W', watts, true)).toEqual({ value: 0 })
    expect(readNumber('0 %', percent, true)).toEqual({ value: 0 })
    expect(readNumber('0', mebibytes, false)).toEqual({ value: 0 })
  })

  it.each([
    'NaN W',
    'inf W',
    '1e3 W',
    '0x10 W',
    '+5 W',
    '.5 W',
    '5. W',
    '٣ W',
    '１２ W',
    '12 W extra',
    '12W',
    '1 2 W',
  ])('does not read %j as a number', (raw) => {
    expect(readNumber(raw, watts, true)).toEqual({ value: null, reason: 'unreadable', raw })
  })

  it('follows its worked examples', () => {
    expect(unknownReading('not-available', '[N/A]').value).toBeNull()
    expect(printable('a\u001bb', 80)).toBe('a b')
    expect(readNumber('84.24 W', watts, true)).toEqual({ value: 84.24 })
    expect(saysNone('[N/A]')).toBe(true)
    expect(saysNone('0 W')).toBe(false)
    expect(asRatio({ value: 7 })).toEqual({ value: 0.07 })
  })

  it('makes what a tool says safe to show: no escapes, no direction marks, not endless', () => {
    expect(printable('\u001b[31mred\u202eder\u2066', 80)).toBe('[31mred der')
    expect(printable('x'.repeat(200), 80)).toHaveLength(80)
  })
})

describe('M2 a number counts only in its own unit and within what a card can do', () => {
  it('refuses a missing unit, for it means a cut line, and a unit where none is written', () => {
    expect(readNumber('84.24', watts, true)).toMatchObject({ value: null, reason: 'unreadable' })
    expect(readNumber('84.24 W', watts, false)).toMatchObject({ value: null, reason: 'unreadable' })
  })

  it('refuses another unit', () => {
    expect(readNumber('84.24 mW', watts, true)).toMatchObject({ value: null, reason: 'unreadable' })
    expect(readNumber('8 GiB', mebibytes, true)).toMatchObject({ value: null, reason: 'unreadable' })
  })

  it.each([
    ['-5.00 W', watts],
    ['-0.00 W', watts],
    ['5000.01 W', watts],
    ['99999999999999999999999 W', watts],
    ['101 %', percent],
    ['4294967295 %', percent],
    ['16777217 MiB', mebibytes],
    ['151 C', celsius],
  ])('takes %s as out of range', (raw, measure) => {
    expect(readNumber(raw, measure, true)).toEqual({ value: null, reason: 'out-of-range', raw })
  })

  it('takes the bounds themselves', () => {
    expect(readNumber('5000.00 W', watts, true)).toEqual({ value: 5000 })
    expect(readNumber('100 %', percent, true)).toEqual({ value: 100 })
  })
})

describe('M4 another field stands in only where the tool declines the first', () => {
  it('takes the next one for a declined or an unoffered field', () => {
    expect(firstOffered([unknownReading('not-available', 'N/A'), { value: 12 }])).toEqual({ value: 12 })
    expect(firstOffered([unknownReading('not-offered-by-driver', null), { value: 0 }])).toEqual({ value: 0 })
  })

  it('does not replace a suspicious reading by a convenient one', () => {
    const lie = unknownReading('out-of-range', '99999 W')
    expect(firstOffered([lie, { value: 12 }])).toBe(lie)
  })

  it('prefers the word of the tool to a field that was never there', () => {
    const said = unknownReading('not-available', '[N/A]')
    expect(firstOffered([unknownReading('not-offered-by-driver', null), said])).toBe(said)
  })
})
