/**
 * What an input is. The table in input-table.ts is data of this type; slider, field, command-line flag,
 * parser and break-even search all follow from it.
 */
import type { Unit } from '../figure.ts'

export const inputGroups = [
  { id: 'income', label: 'Income' },
  { id: 'contracts', label: 'Contracts' },
  { id: 'electricity', label: 'Electricity' },
  { id: 'hours', label: 'Hours' },
  { id: 'capital', label: 'Card value' },
  { id: 'payout', label: 'Payout' },
  { id: 'token', label: 'Token' },
  { id: 'subsidy', label: 'Subsidy' },
  { id: 'rig', label: 'Rig' },
  { id: 'cooling', label: 'Cooling and heat' },
  { id: 'operating', label: 'Other costs' },
  { id: 'risk', label: 'Collateral and risk' },
  { id: 'loan', label: 'Loan' },
  { id: 'tax', label: 'Tax' },
  { id: 'horizon', label: 'Horizon' },
  { id: 'reference', label: 'Professional site' },
] as const

export type InputGroup = (typeof inputGroups)[number]['id']

/**
 * What happens while nobody has given the figure:
 * `needed` nothing can be computed; `asked` the engine answers what it would have to be; `range` the net becomes
 * a range between the good and the bad end; `estimated` derived from other inputs and marked so;
 * `left out` what rests on it is reported as missing; `optional` only the headline that is named after it rests on it.
 */
export type WhenUnknown = 'needed' | 'asked' | 'range' | 'estimated' | 'left out' | 'optional'

/** All must hold for the input to apply: the choice `key` has one of the values `is`. */
export type AppliesWhen = readonly { readonly key: string; readonly is: readonly string[] }[]

type Common = {
  readonly key: string
  readonly label: string
  readonly group: InputGroup
  readonly help: string
  readonly appliesWhen?: AppliesWhen
}

export type NumberInput = Common & {
  readonly kind: 'number' | 'integer'
  readonly unit: Unit
  readonly low: number
  readonly high: number
  readonly step: number
  /** Top of the slider where the bounds are much wider than what people use. */
  readonly sliderHigh?: number
  /** Idlewatt's own assumption, marked so; null where nobody publishes an honest figure. */
  readonly assumed: number | null
  readonly assumedSource?: string
  readonly whenUnknown?: WhenUnknown
  /** For `range`: the assumption range owned by Idlewatt; `good` is the end that is better for the owner. */
  readonly range?: { readonly good: number; readonly bad: number }
}

export type ChoiceInput = Common & {
  readonly kind: 'choice'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly assumed: string
}

/** 168 letters, Monday 00:00 to Sunday 23:00. */
export type WeekInput = Common & {
  readonly kind: 'week'
  readonly letters: readonly { readonly letter: string; readonly label: string }[]
  readonly assumed: string
}

/** 12 letters 0 or 1, January to December. */
export type MonthsInput = Common & { readonly kind: 'months'; readonly assumed: string }

/** YYYY-MM. Never assumed in the table: the caller who has a clock gives the next month. */
export type MonthInput = Common & { readonly kind: 'month'; readonly assumed: null }

/** One column of a list: a calendar month, or a number within bounds. */
export type ListColumn =
  | { readonly label: string; readonly kind: 'month' }
  | {
      readonly label: string
      readonly kind: 'number' | 'integer'
      readonly unit: Unit
      readonly low: number
      readonly high: number
    }

/** Rows of a few columns, the first ascending: `2027-03 0.8; 2028-01 0.5`. Empty is no row. */
export type ListInput = Common & {
  readonly kind: 'list'
  readonly columns: readonly ListColumn[]
  readonly assumed: ''
}

export type InputDefinition = NumberInput | ChoiceInput | WeekInput | MonthsInput | MonthInput | ListInput
