/** Many scenarios at once, column by column. @see SPEC.md S4 */
import type { InputKey, NumberKey } from './input-table.ts'
import type { Choices, ResolvedInputs } from './inputs.ts'

/**
 * Many scenarios that share their choices and differ in numbers: one column per number.
 * A null column is an input that is unknown or does not apply; reading it as a number is a fault of ours.
 */
export type Batch = {
  readonly size: number
  readonly choices: Choices
  readonly columns: Readonly<Record<NumberKey, Float64Array | null>>
}

/** `size` copies of one scenario, some numbers replaced per copy. */
export function batchOf(
  inputs: Pick<ResolvedInputs, 'choices' | 'numbers'>,
  size: number,
  replaced: Partial<Record<NumberKey, readonly number[] | Float64Array>> = {},
): Batch {
  const columns = {} as Record<NumberKey, Float64Array | null>
  for (const [key, value] of Object.entries(inputs.numbers) as [NumberKey, number | null][]) {
    const values = replaced[key]
    if (values !== undefined) columns[key] = Float64Array.from(values)
    else columns[key] = value === null ? null : new Float64Array(size).fill(value)
  }
  return { size, choices: inputs.choices, columns }
}

/** The column of a number that must be known here. Throws where it is not: a fault in the engine, not in the input. */
export function column(batch: Batch, key: InputKey & NumberKey): Float64Array {
  const values = batch.columns[key]
  if (values === null) throw new Error(`Input ${key} was read but is unknown or does not apply.`)
  return values
}

/** The column of a number, or the same value everywhere where it does not apply or is left out. */
export function columnOr(batch: Batch, key: NumberKey, otherwise: number): Float64Array {
  return batch.columns[key] ?? new Float64Array(batch.size).fill(otherwise)
}
