/** What a number field shows and reads for one row of the input table. */
import type { NumberInput } from '../../shared/economics/input-definition.ts'
import type { Unit } from '../../shared/figure.ts'
import { unitForms } from '../../shared/unit-forms.ts'
import { type Currency, formatFigure, readNumber } from '../../shared/units.ts'
import { figureWords } from './figure-text.ts'

/** Shares are shown and typed in percent. */
const isInPercent = (unit: Unit) => unitForms[unit].shownAs.inPercent

/** The unit as it stands behind a field: "W", "%", "$/GPU-h". */
export function fieldUnit(unit: Unit): string {
  const { prefix, many } = unitForms[unit].shownAs
  return prefix + many.trim()
}

/** The number as it stands in the field: all digits that the person gave, none that binary arithmetic added. */
export function fieldDigits(value: number, definition: NumberInput): string {
  return String(Number((value * (isInPercent(definition.unit) ? 100 : 1)).toPrecision(12)))
}

export function sliderTop(definition: NumberInput): number {
  return definition.sliderHigh ?? definition.high
}

export function sliderShare(value: number | null, definition: NumberInput): number {
  if (value === null) return 0
  const top = sliderTop(definition)
  return Math.min(1, Math.max(0, (value - definition.low) / (top - definition.low)))
}

/** A number of steps further, on the grid of the steps and within the bounds. */
export function stepped(definition: NumberInput, value: number | null, steps: number): number {
  const { low, high, step } = definition
  const start = value ?? low
  const next = Number((start + steps * step).toPrecision(12))
  return Math.min(high, Math.max(low, next))
}

export type Typed =
  | { readonly kind: 'number'; readonly value: number; readonly currency: Currency | null }
  /** The text means two numbers: ask which. */
  | {
      readonly kind: 'ambiguous'
      readonly readings: readonly { readonly value: number; readonly words: string }[]
    }
  | { readonly kind: 'problem'; readonly message: string }

export function readTyped(text: string, definition: NumberInput): Typed {
  const { low, high, unit } = definition
  const read = readNumber(text, unit, { low, high, bareIsPercent: isInPercent(unit) })
  switch (read.kind) {
    case 'error':
      return { kind: 'problem', message: read.message }
    case 'ambiguous':
      return {
        kind: 'ambiguous',
        readings: read.readings.map((value) => ({
          value,
          words: formatFigure(value, unit, decimalsOf(value, definition)),
        })),
      }
    case 'number': {
      const fault = boundsFault(read.value, definition)
      return fault === null
        ? { kind: 'number', value: read.value, currency: read.currency }
        : { kind: 'problem', message: fault }
    }
  }
}

/** All that the reading has: rounded, it would offer a number that nobody typed. */
function decimalsOf(value: number, definition: NumberInput): number {
  return fieldDigits(value, definition).split('.')[1]?.length ?? 0
}

function boundsFault(value: number, { low, high, unit, kind, label }: NumberInput): string | null {
  if (value < low || value > high)
    return `${label} lies between ${figureWords(low, unit)} and ${figureWords(high, unit)}; ${figureWords(value, unit)} does not.`
  if (kind === 'integer' && !Number.isInteger(value)) return `${label} is a whole number; ${value} is not.`
  return null
}
