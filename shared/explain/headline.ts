/** A figure of an answer, by name, with how it comes about. @see SPEC.md HW2 */
import type { Unit } from '../figure.ts'
import { formatFigure } from '../units.ts'
import type { Expression } from './expression.ts'
import type { Subject } from './subject.ts'

export type Headline = {
  /** As typed after `idlewatt explain SCENARIO`: `net`, `electricity@2027-03`, `full-cost@40%`. */
  readonly name: string
  readonly label: string
  /** Where the figure stands in an `Evaluation`. */
  readonly path: string
  readonly unit: Unit
  /** Null where it is unknown or there is none. */
  readonly figure: number | null
  /** How it comes about; null exactly where the figure is. */
  readonly derive: () => Expression | null
}

/** What `derive` gives for a known figure. */
export type Derive = (subject: Subject) => Expression | null

/** `electricityUsd` is `electricity`, `platformFeeUsd` is `platform-fee`. */
export function nameOf(key: string): string {
  return key.replace(/Usd$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

export type MakeHeadline = (
  name: string,
  label: string,
  path: string,
  unit: Unit,
  figure: number | null,
  derive: Derive,
) => Headline

/** Prices are named by their rented share where there are several. Example: `nameAtShare('full-cost', 0.4, 3)` is `'full-cost@40%'`. */
export function nameAtShare(name: string, rentalUtilizationRatio: number, count: number): string {
  return count === 1 ? name : `${name}@${formatFigure(rentalUtilizationRatio, 'ratio').replace('\u00a0', '')}`
}
