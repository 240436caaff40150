/** What stands in a field as text, read as what it means; or what is wrong with it, by the field's name. */
import type { Unit } from '../../../../shared/figure.ts'
import { readNumber } from '../../../../shared/units.ts'

export type NumberFieldDefinition = {
  readonly label: string
  readonly unit: Unit
  /** Behind the field, where the unit's own words are not enough: "minutes". */
  readonly suffix?: string
  readonly low?: number
  readonly high: number
  readonly isWhole?: boolean
}

export type FieldReading<Value> = { readonly value: Value } | { readonly problem: string }

/** A number, or null for an empty field: what nobody gave is unknown. */
export function readNumberField(
  text: string,
  { label, unit, low = 0, high, isWhole = false }: NumberFieldDefinition,
): FieldReading<number | null> {
  if (text.trim() === '') return { value: null }
  const read = readNumber(text, unit, { low, high })
  if (read.kind === 'ambiguous') return { problem: `${label}: “${text}” means two numbers. Choose one.` }
  if (read.kind === 'error') return { problem: `${label}: ${read.message}` }
  const { value } = read
  if (value < low || value > high) return { problem: `${label}: expected ${low} to ${high}, found ${value}.` }
  if (isWhole && !Number.isInteger(value))
    return { problem: `${label}: expected a whole number, found ${value}.` }
  return { value }
}

/** As it would be typed: all digits that were given. */
export function numberAsTyped(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(15)))
}

/** A day up to `latest`; the page's own date field leaves nothing where the day does not exist. */
export function readDayField(text: string, label: string, latest: string | null): FieldReading<string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { problem: `${label}: expected a day, such as 2026-03-23.` }
  if (text < '1970-01-01') return { problem: `${label}: expected a day from 1970 on, found ${text}.` }
  if (latest !== null && text > latest)
    return { problem: `${label}: expected a day up to ${latest}, ${text} lies after it.` }
  if (text > '2199-12-31') return { problem: `${label}: expected a day up to 2199, found ${text}.` }
  return { value: text }
}

/** Words that must be there. */
export function readWordsField(text: string, label: string, longest: number): FieldReading<string> {
  const words = text.trim()
  if (words === '') return { problem: `${label}: nothing stands there yet.` }
  if (words.length > longest)
    return { problem: `${label}: expected at most ${longest} characters, found ${words.length}.` }
  return { value: words }
}

/** Nothing typed is nothing known. */
export function wordsOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

type Values<Readings> = {
  readonly [Name in keyof Readings]: Readings[Name] extends FieldReading<infer Value> ? Value : never
}

/** All fields of a form, or the first thing that is wrong, in the order in which they stand. */
export function readAll<Readings extends Readonly<Record<string, FieldReading<unknown>>>>(
  readings: Readings,
): FieldReading<Values<Readings>> {
  const values: Record<string, unknown> = {}
  for (const [name, reading] of Object.entries(readings)) {
    if ('problem' in reading) return reading
    values[name] = reading.value
  }
  return { value: values as Values<Readings> }
}
