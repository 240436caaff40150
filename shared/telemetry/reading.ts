import type { Reading, UnknownReason } from './gpu-sample.ts'

/** What a tool's field measures: the unit it must be written in, and the bounds of what a card can do. */
export type Measure = { readonly unit: string; readonly highest: number }

export const watts: Measure = { unit: 'W', highest: 5000 }
export const percent: Measure = { unit: '%', highest: 100 }
export const mebibytes: Measure = { unit: 'MiB', highest: 16_777_216 }
export const celsius: Measure = { unit: 'C', highest: 150 }

const wordsForNone = new Set([
  '',
  '-',
  'n/a',
  'not available',
  'not supported',
  'requested functionality has been deprecated',
  'function not found',
  'unknown error',
  'gpu is lost',
  'insufficient permissions',
  'err!',
  'error',
  'unknown',
  'none',
])

/** A reading that is not known, with the tool's own word for why. Example: `unknownReading('not-available', '[N/A]').value` is `null`. @see SPEC.md M1 */
export function unknownReading(reason: UnknownReason, raw: string | null): Reading {
  return { value: null, reason, raw: raw === null ? null : printable(raw, 80) }
}

/** Text of a tool made safe to show: control characters become spaces, cut at `longest`. Example: `printable('a\u001bb', 80)` is `'a b'`. @see SPEC.md M1 */
export function printable(text: string, longest: number): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').trim()
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`
}

/**
 * Reads one field of a tool's output: a plain decimal, followed by exactly the measure's unit where `unitIsWritten`.
 * The result is in that unit. Zero stays zero. Below zero or above the measure's bound is out of range; a word for
 * "none" (`N/A`, `[Not Supported]`, anything in square brackets, an empty field) is not available; all else is
 * unreadable. Never throws. `undefined` is a field that the driver does not offer.
 *
 * Example: `readNumber('84.24 W', watts, true)` is `{ value: 84.24 }`; `readNumber('84.24', watts, true)` is unreadable,
 * because a unit that should be there and is not means a cut line.
 * @see SPEC.md M1, M2
 */
export function readNumber(raw: string | undefined, measure: Measure, unitIsWritten: boolean): Reading {
  if (raw === undefined) return unknownReading('not-offered-by-driver', null)
  const text = raw.trim()
  if (saysNone(text)) return unknownReading('not-available', text)
  const match = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(text)
  const writtenUnit = match?.[2] ?? null
  if (!match || writtenUnit !== (unitIsWritten ? measure.unit : null))
    return unknownReading('unreadable', text)
  const value = Number(match[1])
  if (text.startsWith('-') || value > measure.highest) return unknownReading('out-of-range', text)
  return { value }
}

/** Whether a tool's text says in words that there is nothing to read. Example: `saysNone('[N/A]')` is true, `saysNone('0 W')` false. @see SPEC.md M1 */
export function saysNone(text: string): boolean {
  return (text.startsWith('[') && text.endsWith(']')) || wordsForNone.has(text.toLowerCase())
}

/** The first reading that the tool does not decline: a suspicious one (unreadable, out of range) is not replaced by a convenient one. Example: `firstOffered([unknownReading('not-available', 'N/A'), { value: 12 }])` is `{ value: 12 }`. @see SPEC.md M4 */
export function firstOffered(readings: readonly [Reading, ...Reading[]]): Reading {
  return readings.find((reading) => !isDeclined(reading)) ?? readings.find(isSaid) ?? readings[0]
}

function isDeclined(reading: Reading): boolean {
  return isSaid(reading) || (reading.value === null && reading.reason === 'not-offered-by-driver')
}

function isSaid(reading: Reading): boolean {
  return reading.value === null && reading.reason === 'not-available'
}

/** A percentage reading as a ratio from 0 to 1. Example: `asRatio({ value: 7 })` is `{ value: 0.07 }`. @see SPEC.md M2 */
export function asRatio(reading: Reading): Reading {
  return reading.value === null ? reading : { value: reading.value / 100 }
}
