/**
 * Cards that are rented out by contract, beside those that find their renters hour by hour.
 * @see SPEC.md H5, R4, R9
 */
import type { Batch } from './batch.ts'
import { column } from './batch.ts'
import { listRows, monthNumber } from './lists.ts'
import type { Table } from './table.ts'
import { emptyTable } from './table.ts'
import type { Timeline } from './timeline.ts'

export type Contracts = {
  /** Cards under contract, at most the GPUs. */
  readonly gpus: Table
  /** What an up hour of them brings: the sum of cards x price. */
  readonly usdPerUpHour: Table
  /** Due in the last month of work for what lasts longer. */
  readonly penaltyUsd: Table
}

/**
 * Cards and prices by month; contracts take their cards in the order of their rows.
 * Example: `2026-11 2026-12 1 0.4 50` of 2 GPUs, horizon 1 month: 1 card, $0.40 an up hour, a penalty of $50.
 * @see SPEC.md H5, R9
 */
export function contractsOf(batch: Batch, timeline: Timeline): Contracts {
  const months = timeline.months.length
  const table = () => emptyTable(months, batch.size)
  const contracts: Contracts = { gpus: table(), usdPerUpHour: table(), penaltyUsd: table() }
  const rows = listRows(batch.choices.contracts)
  if (rows.length === 0) return contracts
  const start = monthNumber(timeline.months[0]!.month)
  const owned = column(batch, 'gpuCount')
  const horizonMonths = column(batch, 'horizonMonths')
  for (let s = 0; s < batch.size; s += 1) {
    const lastMonth = horizonMonths[s]! - 1
    for (const [from, to, gpus, usdPerGpuHour, penaltyUsd] of rows) {
      for (let m = Math.max(0, from! - start); m <= Math.min(lastMonth, to! - start); m += 1) {
        const cell = m * batch.size + s
        const taken = Math.min(gpus!, owned[s]! - contracts.gpus.values[cell]!)
        contracts.gpus.values[cell]! += taken
        contracts.usdPerUpHour.values[cell]! += taken * usdPerGpuHour!
      }
      const begun = from! - start <= lastMonth
      if (begun && to! - start > lastMonth)
        contracts.penaltyUsd.values[lastMonth * batch.size + s]! += penaltyUsd!
    }
  }
  return contracts
}
