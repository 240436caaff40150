/**
 * What moves the answer: each input at its low and at its high end, the widest first.
 * @see SPEC.md SN5
 */
import type { InputDefinition } from '../economics/input-definition.ts'
import { inputTable } from '../economics/input-table.ts'
import type { NumberKey } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { applies, resolveInputs } from '../economics/inputs.ts'
import type { Unit } from '../figure.ts'
import type { Case, Metric, Outcome } from './cases.ts'
import { numberInputOf, outcomesOf, unansweredReason } from './cases.ts'
import type { Ends } from './ranges.ts'
import { endsOf } from './ranges.ts'

export type TornadoRow = {
  readonly key: NumberKey
  readonly label: string
  readonly unit: Unit
  readonly value: number
  readonly ends: Ends
  readonly atLow: Outcome
  readonly atHigh: Outcome
  /** From the lowest to the highest of the metric at the low end, as it is, and at the high end, in USD. */
  readonly widthUsd: number
}

export type Tornado =
  | { readonly kind: 'unanswered'; readonly reason: string }
  | {
      readonly kind: 'answered'
      readonly metric: Metric
      /** The metric with nothing moved. */
      readonly baseUsd: number
      /** The widest first; equal ones in the order of the table. */
      readonly rows: readonly TornadoRow[]
      /** Inputs that were moved and changed nothing. */
      readonly unmovedCount: number
      /** Inputs at zero: a share of nothing is no swing. */
      readonly withoutSwingCount: number
    }

/**
 * The tornado of one metric. Every number that applies and has a value is moved alone, all in one batch; an end that
 * is refused says why and does not count to the width.
 * Example: net of $117.10; a price of $0.50 by a fifth moves it by $32.94 to either side, so the row is $65.88 wide.
 * @see SPEC.md SN5
 */
export function tornadoOf(entries: InputEntries, metric: Metric): Tornado {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') {
    return { kind: 'unanswered', reason: resolution.problems[0]?.message ?? 'The inputs are refused.' }
  }
  const reason = unansweredReason(resolution.inputs)
  if (reason !== null) return { kind: 'unanswered', reason }
  const { numbers, ranged } = resolution.inputs

  const moved: { key: NumberKey; value: number; ends: Ends }[] = []
  let withoutSwingCount = 0
  for (const definition of inputTable as readonly InputDefinition[]) {
    if (definition.kind !== 'number' && definition.kind !== 'integer') continue
    const key = definition.key as NumberKey
    const value = numbers[key]
    if (value === null || !applies(entries, key)) continue
    const ends = endsOf(definition, entries, value, ranged.includes(key))
    if (ends.low === ends.high) withoutSwingCount += 1
    else moved.push({ key, value, ends })
  }

  const cases: Case[] = [{}]
  for (const { key, ends } of moved) cases.push({ [key]: ends.low }, { [key]: ends.high })
  const [base, ...outcomes] = outcomesOf(entries, cases, metric)
  if (base === undefined || base.kind === 'refused') {
    return { kind: 'unanswered', reason: base?.reason ?? '' }
  }
  const rows = moved.map(({ key, value, ends }, i): TornadoRow => {
    const { label, unit } = numberInputOf(key)
    const [atLow, atHigh] = [outcomes[2 * i]!, outcomes[2 * i + 1]!]
    const widthUsd = widthOf([base, atLow, atHigh])
    return { key, label, unit, value, ends, atLow, atHigh, widthUsd }
  })
  return {
    kind: 'answered',
    metric,
    baseUsd: base.usd,
    rows: rows.filter(isShown).sort((a, b) => b.widthUsd - a.widthUsd),
    unmovedCount: rows.filter((row) => !isShown(row)).length,
    withoutSwingCount,
  }
}

function widthOf(outcomes: readonly Outcome[]): number {
  const known = outcomes.flatMap((each) => (each.kind === 'value' ? [each.usd] : []))
  return Math.max(...known) - Math.min(...known)
}

function isShown({ widthUsd, atLow, atHigh }: TornadoRow): boolean {
  return widthUsd > 0 || atLow.kind === 'refused' || atHigh.kind === 'refused'
}
