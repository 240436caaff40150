import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import type { Figure, Unit } from '../../../shared/figure.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/** A computed number as a figure: no more certain than what it rests on. `otherEnd` spans what unknown terms leave open. */
export function computedFigure(evaluation: Evaluated) {
  const { assumptions, ranged, leftOut, evidenced, wallEstimated } = evaluation
  const source = [
    `computed; ${assumptions.length} inputs assumed by Idlewatt`,
    ranged.length > 0 ? `${ranged.length} terms unknown, taken at their bad end` : null,
    leftOut.length > 0 ? `${leftOut.length} left out` : null,
  ]
    .filter((each) => each !== null)
    .join('; ')
  return (value: number, unit: Unit, otherEnd: number = value): Figure => ({
    value,
    low: otherEnd === value ? null : Math.min(value, otherEnd),
    high: otherEnd === value ? null : Math.max(value, otherEnd),
    unit,
    source,
    asOf: null,
    class: evidenced && !wallEstimated ? 'own-measurement' : 'assumption',
  })
}
