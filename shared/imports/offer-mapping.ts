/** Which column of a market's listing means what. @see SPEC.md IM5 */
import type { DecimalSign } from './table.ts'

/** What an offer may tell, in the order in which it is asked. */
export const offerFields = [
  { key: 'card', label: 'Card', isNeeded: true },
  { key: 'ask', label: 'Ask price', isNeeded: true },
  { key: 'rented', label: 'Rented or not', isNeeded: false },
  { key: 'gpus', label: 'GPUs', isNeeded: false },
  { key: 'region', label: 'Region', isNeeded: false },
  { key: 'reliability', label: 'Reliability', isNeeded: false },
  { key: 'id', label: 'Offer or machine id', isNeeded: false },
] as const

export type OfferField = (typeof offerFields)[number]['key']

export type OfferMapping = {
  /** The header of each field's column; null where the file does not tell it. */
  readonly columns: Readonly<Record<OfferField, string | null>>
  readonly askIs: 'per GPU-hour' | 'per machine-hour'
  readonly decimalSign: DecimalSign
  /** In any case of letters. An empty cell is unknown; any other word rejects its line. */
  readonly rentedWords: readonly string[]
  readonly freeWords: readonly string[]
  readonly reliabilityIs: 'ratio' | 'percent'
}
