/** How a figure is written, in the pieces that a control draws apart; the digits are those of shared/units.ts. */
import type { EvidenceClass, Figure, Unit } from '../../shared/figure.ts'
import { unitForms } from '../../shared/unit-forms.ts'
import { formatFigure } from '../../shared/units.ts'

export type FigureText = {
  /** A true minus for a loss, a plus only where asked for. */
  readonly sign: '' | '−' | '+'
  readonly prefix: string
  readonly digits: string
  /** With its gap where it has one. */
  readonly suffix: string
}

export type FigureTextOptions = {
  /** Fixed decimals, as a column needs. */
  readonly decimals?: number | undefined
  readonly withPlus?: boolean
  /** Instead of the unit's own words: for a column that has them in its heading, or a currency of its own. */
  readonly suffix?: string | undefined
}

export function figureText(value: number, unit: Unit, options: FigureTextOptions = {}): FigureText {
  const written = formatFigure(value, unit, options.decimals)
  const { prefix } = unitForms[unit].shownAs
  const isNegative = written.startsWith('−')
  const amount = written.slice((isNegative ? 1 : 0) + prefix.length)
  const digits = /^[\d.,]+(?:e[+-]\d+)?/.exec(amount)?.[0] ?? amount
  const isPositive = value > 0 && /[1-9]/.test(digits)
  return {
    sign: isNegative ? '−' : isPositive && options.withPlus === true ? '+' : '',
    prefix,
    digits,
    suffix: options.suffix ?? amount.slice(digits.length),
  }
}

/** The same in one string: "−$12.40/month", "41 %". */
export function figureWords(value: number, unit: Unit, options: FigureTextOptions = {}): string {
  const { sign, prefix, digits, suffix } = figureText(value, unit, options)
  return sign + prefix + digits + suffix
}

/** "231 to 313 W": both ends of a range in the manner of its unit. */
export function rangeWords(low: number, high: number, unit: Unit): string {
  return `${figureWords(low, unit, { suffix: '' })} to ${figureWords(high, unit)}`
}

export type Standing = 'measured' | 'stated' | 'estimated' | 'unknown'

const standingByClass: Readonly<Record<EvidenceClass, Exclude<Standing, 'unknown'>>> = {
  'own-measurement': 'measured',
  'own-receipt': 'measured',
  'on-chain-record': 'measured',
  'project-document': 'stated',
  'third-party': 'stated',
  'weak-third-party': 'stated',
  claim: 'estimated',
  cap: 'estimated',
  assumption: 'estimated',
}

export function standingOf(figure: Figure): Standing {
  return figure.value === null ? 'unknown' : standingByClass[figure.class]
}

const classWords: Readonly<Record<EvidenceClass, string>> = {
  'own-measurement': 'measured on this machine',
  'own-receipt': 'from your own receipt',
  'on-chain-record': 'recorded on a chain',
  'project-document': 'stated by the project or maker',
  'third-party': 'stated by a third party',
  'weak-third-party': 'stated by one weak third party',
  claim: 'a claim without evidence',
  cap: 'a cap, not a price',
  assumption: 'an assumption',
}

export function classInWords(evidence: EvidenceClass): string {
  return classWords[evidence]
}

/** "measured on this machine", "3 months old", "2 years old": whole units, never more exact than the date is. */
export function ageInWords(asOf: string, nowUtcMs: number): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(asOf)
  if (match?.[1] === undefined) return null
  const now = new Date(nowUtcMs)
  const years = now.getUTCFullYear() - Number(match[1])
  if (match[2] === undefined)
    return years <= 0 ? 'this year' : years === 1 ? 'from last year' : `${years} years old`
  const months = years * 12 + now.getUTCMonth() + 1 - Number(match[2])
  if (months <= 0) return 'this month'
  if (months === 1) return 'a month old'
  if (months < 24) return `${months} months old`
  return `${Math.floor(months / 12)} years old`
}
