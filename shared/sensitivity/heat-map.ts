/**
 * Two inputs at once: the metric in each cell of a grid. Cells are computed a few at a time, so that a page can
 * draw frames between them.
 * @see SPEC.md SN6
 */
import type { NumberKey } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { resolveInputs } from '../economics/inputs.ts'
import type { Case, Metric, Outcome } from './cases.ts'
import { numberInputOf, outcomesOf } from './cases.ts'
import { drawnRange, evenSteps } from './ranges.ts'

export type HeatMapAxis = { readonly key: NumberKey; readonly values: readonly number[] }

export type HeatMapSpec = {
  readonly metric: Metric
  readonly columns: HeatMapAxis
  readonly rows: HeatMapAxis
}

export const heatMapSteps = 24

/** An axis over the drawn range of an input, 24 values unless it has fewer. @see SPEC.md SN3 */
export function axisOf(entries: InputEntries, key: NumberKey, steps: number = heatMapSteps): HeatMapAxis {
  const definition = numberInputOf(key)
  const resolution = resolveInputs(entries)
  const value = resolution.kind === 'resolved' ? resolution.inputs.numbers[key] : definition.assumed
  const { low, high } = drawnRange(definition, value)
  return { key, values: evenSteps(definition, low, high, steps) }
}

export function cellCount({ columns, rows }: HeatMapSpec): number {
  return columns.values.length * rows.values.length
}

/** The two numbers of a cell; cells are counted row by row. Throws a RangeError outside the grid. */
export function caseOfCell({ columns, rows }: HeatMapSpec, cell: number): Case {
  const column = columns.values[cell % columns.values.length]
  const row = rows.values[Math.floor(cell / columns.values.length)]
  if (column === undefined || row === undefined) throw new RangeError(`The heat map has no cell ${cell}.`)
  return { [columns.key]: column, [rows.key]: row }
}

/**
 * The cells from `fromCell` to before `toCell`, as one batch. Each is to the last digit what `evaluate` gives with
 * its two numbers typed; one that is refused has its reason.
 * Example: price $0.50 and $0.60 by 50 % rented in the worked scenario: $117.10 and $150.04 a month.
 * Throws a RangeError outside the grid and where both axes are one input. @see SPEC.md SN6
 */
export function cellsOf(
  entries: InputEntries,
  spec: HeatMapSpec,
  fromCell: number,
  toCell: number,
): Outcome[] {
  if (spec.columns.key === spec.rows.key) {
    throw new RangeError(`A heat map needs two inputs, but both axes are ${spec.rows.key}.`)
  }
  const cases = Array.from({ length: toCell - fromCell }, (_, i) => caseOfCell(spec, fromCell + i))
  return outcomesOf(entries, cases, spec.metric)
}
