import type { EvidenceClass, Figure, Unit } from '../../../shared/figure.ts'

/** A figure that the person gave: an assumption until they say what it rests on. */
export function typedFigure(
  value: number,
  unit: Unit,
  evidence: EvidenceClass = 'assumption',
  source = 'typed by you',
): Figure {
  const asOf = new Date().toISOString().slice(0, 10)
  return { value, low: null, high: null, unit, source, asOf, class: evidence }
}
