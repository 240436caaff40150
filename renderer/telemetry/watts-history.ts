import type { GpuSample, RigSample } from '../../shared/telemetry/gpu-sample.ts'

/** The last readings of board power, oldest first. A `null` is a reading that does not exist, never a zero. */
export type WattsHistory = {
  readonly cards: readonly { readonly uuid: string; readonly label: string }[]
  readonly rows: readonly HistoryRow[]
}

export type HistoryRow = {
  readonly atUtcMs: number
  readonly monotonicMs: number
  /** By the card's UUID; a row without entries is a gap in the readings. */
  readonly watts: ReadonlyMap<string, number | null>
}

export const emptyHistory: WattsHistory = { cards: [], rows: [] }

export const historyRows = 600

/** A pause longer than this many usual intervals is drawn as a gap. */
const gapIntervals = 3

export function withSample(history: WattsHistory, sample: RigSample): WattsHistory {
  const last = history.rows.at(-1)
  const restarted = last !== undefined && sample.monotonicMs < last.monotonicMs
  if (last !== undefined && !restarted && sample.monotonicMs === last.monotonicMs) return history
  const earlier = restarted ? [] : history.rows
  const row: HistoryRow = {
    atUtcMs: sample.atUtcMs,
    monotonicMs: sample.monotonicMs,
    watts: new Map(sample.gpus.map((gpu) => [gpu.uuid, gpu.boardWatts.value])),
  }
  const gap = gapBefore(earlier, row)
  const rows = (gap === null ? [...earlier, row] : [...earlier, gap, row]).slice(-historyRows)
  return { cards: sameCards(history, sample) ? history.cards : cardLabels(sample.gpus), rows }
}

export function cardLabels(gpus: readonly GpuSample[]): WattsHistory['cards'] {
  return gpus.map((gpu, position) => ({
    uuid: gpu.uuid,
    label: gpus.length === 1 ? gpu.name : `${gpu.index ?? position}: ${gpu.name}`,
  }))
}

function gapBefore(rows: readonly HistoryRow[], next: HistoryRow): HistoryRow | null {
  const last = rows.at(-1)
  const beforeLast = rows.at(-2)
  if (last === undefined || beforeLast === undefined || last.watts.size === 0) return null
  const usual = last.monotonicMs - beforeLast.monotonicMs
  if (next.monotonicMs - last.monotonicMs <= gapIntervals * usual) return null
  return { atUtcMs: last.atUtcMs + 1, monotonicMs: last.monotonicMs + 1, watts: new Map() }
}

function sameCards(history: WattsHistory, sample: RigSample): boolean {
  return (
    history.cards.length === sample.gpus.length &&
    sample.gpus.every((gpu, position) => history.cards[position]?.uuid === gpu.uuid)
  )
}
