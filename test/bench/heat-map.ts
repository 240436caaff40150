/**
 * What a cell of the heat map costs beside one evaluation of a statement from the same entries, interleaved in one
 * run. Nothing is asserted: machines are shared and noisy. `node test/bench/heat-map.ts`
 */
import { npvUsd } from '../../shared/economics/cash-flow.ts'
import { batchOf } from '../../shared/economics/batch.ts'
import { resolveInputs } from '../../shared/economics/inputs.ts'
import { statementOf } from '../../shared/economics/statement.ts'
import { axisOf, cellCount, cellsOf } from '../../shared/sensitivity/heat-map.ts'
import { entriesOf, workedCard, workedTokens } from '../shared/economics/given.ts'

const rounds = 9
const inARow = 24

for (const [name, given] of [
  ['paid in cash', workedCard],
  ['paid in tokens', { ...workedTokens, tokenYearlyChangeRatio: 0.3 }],
] as const) {
  const entries = entriesOf({ ...given, horizonMonths: 36 })
  const spec = {
    metric: 'npv',
    columns: axisOf(entries, 'priceUsdPerGpuHour'),
    rows: axisOf(entries, 'rentalUtilizationRatio'),
  } as const
  const single = () => {
    const resolution = resolveInputs(entries)
    if (resolution.kind === 'refused') throw new Error(resolution.problems[0]?.message)
    npvUsd(statementOf(batchOf(resolution.inputs, 1)), true)
  }
  const ratios: number[] = []
  const cellsMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now()
    for (let i = 0; i < inARow; i += 1) single()
    const singleMs = (performance.now() - startedMs) / inARow
    const cellsStartedMs = performance.now()
    for (let cell = 0; cell < cellCount(spec); cell += inARow)
      cellsOf(entries, spec, cell, Math.min(cellCount(spec), cell + inARow))
    const cellMs = (performance.now() - cellsStartedMs) / cellCount(spec)
    ratios.push(cellMs / singleMs)
    cellsMs.push(cellMs)
  }
  console.log(
    `Heat-map cell, ${name}, 36 months, ${inARow} at a time, beside one statement: ratio ${middle(ratios)}; ${middle(cellsMs)} ms a cell`,
  )
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toPrecision(3)
}
