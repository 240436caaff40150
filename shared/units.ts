/**
 * Numbers between people and the engine: reading what is typed or pasted, and showing figures.
 * Neither uses Intl, whose digits and separators differ between engines.
 * @see SPEC.md U1 and U2
 */
import type { Unit } from './figure.ts'
import { unitForms } from './unit-forms.ts'
import type { Scale, UnitForm } from './unit-forms.ts'

export type Currency = 'USD' | 'EUR' | 'GBP'

export type NumberReading =
  /** `value` is in the expected unit; `currency` is the one that the text names, else null. */
  | { readonly kind: 'number'; readonly value: number; readonly currency: Currency | null }
  /** "1.234" or "1,234": the value with the mark as decimal mark, then as thousands separator. Ask. */
  | {
      readonly kind: 'ambiguous'
      readonly readings: readonly [decimal: number, thousands: number]
      readonly currency: Currency | null
    }
  | { readonly kind: 'error'; readonly message: string }

export type FieldOfNumber = {
  /** Bounds in the expected unit: they settle an ambiguous text where only one reading lies within them. */
  readonly low?: number
  readonly high?: number
  /** For ratios in a field that shows per cent: "12" alone is then 0.12. */
  readonly bareIsPercent?: boolean
}

const currencies: Readonly<Record<string, Currency>> = {
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  usd: 'USD',
  '€': 'EUR',
  EUR: 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
  gbp: 'GBP',
}
const cents: Readonly<Record<string, Currency | null>> = {
  ct: null,
  c: null,
  cent: null,
  Cent: null,
  cents: null,
  '¢': 'USD',
}

const currencyForm = 'US\\$|USD|usd|EUR|eur|GBP|gbp|[$€£]'
const textForm = new RegExp(
  `^(?<sign>[-+]?) ?(?<before>${currencyForm})? ?(?<innerSign>[-+]?)` +
    `(?<digits>[.,]?[0-9](?:[0-9.,' ]*[0-9])?)(?<exponent>[eE][-+]?[0-9]{1,4})?(?![0-9.,'])` +
    `(?: ?(?<after>${currencyForm}|ct|cents|cent|Cent|¢|c(?=$|[ /])))?(?<unit>.*)$`,
)

/** The digits of a number without separators, with a point as decimal mark; two where the text can mean two. */
function plainDigits(written: string, hasExponent: boolean): readonly string[] {
  const spaced = /[' ]/.test(written)
  const marks: readonly string[] = written.match(/[.,]/g) ?? []
  const lastMark = marks.at(-1) as '.' | ',' | undefined
  if (spaced) {
    const grouped = /^\d{1,3}(?:(?: \d{3})+|(?:'\d{3})+)(?:[.,]\d+)?$/.test(written)
    return grouped && !hasExponent ? [written.replace(/[' ]/g, '').replace(',', '.')] : []
  }
  if (lastMark === undefined) return [written]
  const other = lastMark === '.' ? ',' : '.'
  const pieces = written.split(lastMark)
  if (marks.includes(other)) {
    const whole = pieces[0] as string
    return pieces.length === 2 && !hasExponent && isGrouped(whole, other)
      ? [`${whole.replaceAll(other, '')}.${pieces[1]}`]
      : []
  }
  if (pieces.length > 2) return isGrouped(written, lastMark) && !hasExponent ? [pieces.join('')] : []
  const decimal = pieces.join('.')
  const canBeGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(written) && !(hasExponent && lastMark === '.')
  return canBeGrouped ? [decimal, pieces.join('')] : [decimal]
}

/** Groups of three, or India's 12,34,567. */
function isGrouped(whole: string, separator: '.' | ','): boolean {
  const groups = whole.split(separator)
  const lengths = groups.map((group) => group.length)
  const first = lengths[0] as number
  const inThrees = first >= 1 && first <= 3 && lengths.slice(1).every((length) => length === 3)
  const indian = separator === ',' && first >= 1 && first <= 2 && lengths.at(-1) === 3
  return groups.length > 1 && (inThrees || (indian && lengths.slice(1, -1).every((length) => length === 2)))
}

function scaled(digits: string, exponent: number, scale: Scale): number {
  // A power of ten goes into the literal, so that 12 % is exactly 0.12 and not 12 * 0.01.
  return 'power' in scale
    ? Number(`${digits}e${exponent + scale.power}`)
    : Number(`${digits}e${exponent}`) * scale.factor
}

/** A text as it may be repeated in a message: one line, nothing invisible, not long. */
export function quoted(text: string): string {
  const visible = text.replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
  return `"${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}"`
}

/** What is wrong with the currency that a text names, else null. */
function currencyFault(form: UnitForm, named: Currency | null, isNamed: boolean): string | null {
  if (form.currency === 'none' && isNamed) return 'no currency belongs here'
  if (form.currency === 'usd' && named !== null && named !== 'USD')
    return `it is in ${named}, and this field takes USD`
  return null
}

/**
 * Reads a number as people of any country type or paste it: "0,31 €/kWh", "$0.31", "1 234,5", "1'234.5", "12 %",
 * "1.2 kW", "31 ct/kWh". The value comes back in `unit`. One mark followed by exactly three digits ("1.234") can be
 * a decimal or a thousands mark: ambiguous, unless only one reading lies within the field's bounds.
 * Anything else that is not plainly one number is an error in a sentence: other scripts' digits, wrong grouping,
 * a foreign unit or currency, more than a double can hold. Never NaN, never infinite.
 * Example: `readNumber('0,31 €/kWh', 'currencyUnitsPerKwh')` is the number 0.31 with currency `'EUR'`.
 * @see SPEC.md U1
 */
export function readNumber(text: string, unit: Unit, field: FieldOfNumber = {}): NumberReading {
  const form = unitForms[unit]
  const refuse = (why: string): NumberReading => ({
    kind: 'error',
    message: `${quoted(text)} cannot be read: ${why}. Write it like ${form.example}.`,
  })
  const plain = text
    .trim()
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u2212\u2012\u2013\ufe63\uff0d]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
  if (plain === '') return refuse('nothing is given')
  if (plain.length > 80) return refuse('it is too long for one number')
  const parts = textForm.exec(plain)?.groups
  if (parts === undefined) return refuse('it is not one number in the digits 0 to 9')
  if (parts['sign'] !== '' && parts['innerSign'] !== '') return refuse('it has two signs')
  const after = parts['after']
  const before = parts['before']
  if (before !== undefined && after !== undefined) return refuse('it names a currency twice')
  const inCents = after !== undefined && after in cents
  const currency = inCents ? (cents[after] ?? null) : (currencies[before ?? after ?? ''] ?? null)
  const fault = currencyFault(form, currency, before !== undefined || after !== undefined)
  if (fault !== null) return refuse(fault)

  const written = (parts['unit'] ?? '').replace(/ ?\bper\b ?/g, '/').replace(/[ -]/g, '')
  const isBare = written === ''
  const named = isBare ? { power: field.bareIsPercent === true ? -2 : 0 } : ownEntry(form.written, written)
  if (named === undefined) return refuse(`${quoted(written)} is not a unit that fits here`)
  const scale = inCents && 'power' in named ? { power: named.power - 2 } : named

  const exponent = parts['exponent']
  const negative = parts['sign'] === '-' || parts['innerSign'] === '-'
  const readings = plainDigits(parts['digits'] ?? '', exponent !== undefined).map((digits) => {
    const size = scaled(digits, Number(exponent?.slice(1) ?? 0), scale)
    return negative && size !== 0 ? -size : size
  })
  const [first, second] = readings
  if (first === undefined) return refuse('its separators do not fit together')
  if (!readings.every(Number.isFinite)) return refuse('it is larger than any number here')
  if (second === undefined) return { kind: 'number', value: first, currency }
  const fitting = readings.filter(
    (value) => value >= (field.low ?? -Infinity) && value <= (field.high ?? Infinity),
  )
  if (fitting.length === 0)
    return refuse(`${first} and ${second} both lie outside ${field.low} to ${field.high}`)
  const only = fitting.length === 1 ? fitting[0] : undefined
  if (only !== undefined) return { kind: 'number', value: only, currency }
  return { kind: 'ambiguous', readings: [first, second], currency }
}

function ownEntry(table: Readonly<Record<string, Scale>>, name: string): Scale | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/**
 * Decimals worth showing: none from 100 up, else three digits that count; money from 1 up to 100 in cents.
 */
function usefulDecimals(size: number, isMoney: boolean): { readonly most: number; readonly least: number } {
  if (size >= 100) return { most: 0, least: 0 }
  if (isMoney && (size >= 1 || size === 0)) return { most: 2, least: 2 }
  let most = size >= 10 ? 1 : 2
  for (let bound = 1; size < bound && most < 12; bound /= 10) most += 1
  return { most, least: isMoney ? 2 : 0 }
}

/** A fraction's digits with zeros at the end dropped, down to the `least` that stay. */
function withoutLastZeros(fraction: string, least: number): string {
  let kept = fraction.length
  while (kept > least && fraction[kept - 1] === '0') kept -= 1
  return fraction.slice(0, kept)
}

/** Thousands with commas. */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/**
 * A figure as shown: sign by form (U+2212), thousands with commas, a point, the unit after a no-break space.
 * `decimals` fixes the decimals, as a column needs; without it there are no more than the size makes useful.
 * `null` is "unknown", never a zero. Throws a RangeError for NaN and infinities.
 * Example: `formatFigure(-1234.5, 'usdPerMonth')` is `'−$1,235/month'`; `formatFigure(0.124, 'ratio')` is `'12.4 %'`.
 * @see SPEC.md U2
 */
export function formatFigure(value: number | null, unit: Unit, decimals?: number): string {
  if (value === null) return 'unknown'
  const { shownAs, currency } = unitForms[unit]
  const size = Math.abs(value) * (shownAs.inPercent ? 100 : 1)
  if (!Number.isFinite(size)) throw new RangeError(`cannot show ${value} ${unit}: it is not a finite number`)
  let digits: string
  if (size >= 1e15 || (size < 1e-9 && size > 0 && decimals === undefined)) {
    digits = size.toExponential(2)
  } else {
    const useful = usefulDecimals(size, currency !== 'none')
    const [whole, fraction = ''] = size.toFixed(decimals ?? useful.most).split('.') as [string, string?]
    const kept = decimals === undefined ? withoutLastZeros(fraction, useful.least) : fraction
    digits = grouped(whole) + (kept === '' ? '' : `.${kept}`)
  }
  const sign = value < 0 && /[1-9]/.test(digits) ? '−' : ''
  return `${sign}${shownAs.prefix}${digits}${digits === '1' ? shownAs.one : shownAs.many}`
}
