/**
 * One type for every number that is known or unknown, and one scale of trust for all of them.
 * @see SPEC.md F1 to F4
 */

export const evidenceClasses = [
  'own-measurement',
  'own-receipt',
  'on-chain-record',
  'project-document',
  'third-party',
  'weak-third-party',
  'claim',
  'cap',
  'assumption',
] as const

export type EvidenceClass = (typeof evidenceClasses)[number]

/** How far a figure of each class is trusted, 0 to 1. */
export const trustByClass: Readonly<Record<EvidenceClass, number>> = {
  'own-measurement': 1,
  'own-receipt': 1,
  'on-chain-record': 1,
  'project-document': 0.8,
  'third-party': 0.5,
  'weak-third-party': 0.25,
  claim: 0,
  cap: 0,
  assumption: 0,
}

export const units = [
  'count',
  'ratio',
  'ratioPerYear',
  'watts',
  'hours',
  'days',
  'months',
  'years',
  'gigabytes',
  'terabytes',
  'kilowattHours',
  'usd',
  'usdPerGpu',
  'usdPerMonth',
  'usdPerHour',
  'usdPerGpuHour',
  'usdPerKwh',
  'usdPerGigabyte',
  'usdPerToken',
  'usdPerCurrencyUnit',
  'currencyUnitsPerKwh',
  'tokensPerGpuHour',
  'gigabytesPerGpuHour',
  'hoursPerMonth',
  'gigabytesPerSecond',
  'teraflops',
  'percentEfficiency',
] as const

export type Unit = (typeof units)[number]

/**
 * A number that is known or unknown. `value: null` is unknown: never zero and never a pass.
 * `low` and `high` bound the value where a range is known; `asOf` is an ISO date or its known part ("2026-03").
 */
export type Figure = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: Unit
  readonly source: string | null
  readonly asOf: string | null
  readonly class: EvidenceClass
}

/** A statement in words with the same provenance as a Figure; `text: null` is unknown. */
export type Fact = {
  readonly text: string | null
  readonly source: string | null
  readonly asOf: string | null
  readonly class: EvidenceClass
}

/** A figure nobody has found. Example: `unknownFigure('usd').value` is `null`. @see SPEC.md F1 */
export function unknownFigure(unit: Unit): Figure {
  return { value: null, low: null, high: null, unit, source: null, asOf: null, class: 'assumption' }
}

/** A figure that the user typed or Idlewatt assumes. Example: `assumed(0.3, 'ratio').class` is `'assumption'`. @see SPEC.md F2 */
export function assumed(value: number, unit: Unit, source: string | null = null): Figure {
  return { value, low: null, high: null, unit, source, asOf: null, class: 'assumption' }
}

/** Trust in a figure, 0 to 1; an unknown one has none. Example: a third party's 0.35 gives 0.5. @see SPEC.md F3 */
export function trustOf(figure: Figure): number {
  return figure.value === null ? 0 : trustByClass[figure.class]
}
