import type { RigSample } from './gpu-sample.ts'

/** Power of one card at one instant; `watts: null` is unknown. */
export type PowerPoint = { readonly monotonicMs: number; readonly watts: number | null }

export type MeasuredEnergy = {
  /** Energy of the measured seconds alone, in watt-hours; null when not one interval was measured. */
  readonly wattHours: number | null
  readonly measuredSeconds: number
  /** Time between two samples too far apart to say anything about. */
  readonly gapSeconds: number
  /** Time between two samples of which one has no watts. */
  readonly unknownSeconds: number
}

/**
 * Energy by the trapezoid rule over the monotonic clock: `sum of (watts[i] + watts[i + 1]) / 2 x dt / 3,600,000`, dt in
 * milliseconds. Nothing is ever interpolated: an interval longer than three times `intervalMs` is a gap, one with an
 * unknown end is unknown, and neither adds energy. Where the clock stands still or goes back (another start of the
 * machine) a new run of samples begins and no time is counted.
 *
 * The trapezoid rule is exact for power that changes linearly between samples, and for long runs equals the mean of the
 * one-second averages that newer cards report.
 *
 * Example: 100 W at 0 ms, 200 W at 1,000 ms give 150 W for a second: 150 / 3600 = 0.041666... Wh, measured 1 s.
 * @see SPEC.md M7
 */
export function measuredEnergy(points: readonly PowerPoint[], intervalMs: number): MeasuredEnergy {
  let wattMs = 0
  let measuredMs = 0
  let gapMs = 0
  let unknownMs = 0
  for (const [at, next] of points.entries()) {
    const point = points[at - 1]
    const elapsedMs = point ? next.monotonicMs - point.monotonicMs : 0
    if (!point || !(elapsedMs > 0)) continue
    if (elapsedMs > 3 * intervalMs) gapMs += elapsedMs
    else if (point.watts === null || next.watts === null) unknownMs += elapsedMs
    else {
      wattMs += ((point.watts + next.watts) / 2) * elapsedMs
      measuredMs += elapsedMs
    }
  }
  return {
    wattHours: measuredMs === 0 ? null : wattMs / 3_600_000,
    measuredSeconds: measuredMs / 1000,
    gapSeconds: gapMs / 1000,
    unknownSeconds: unknownMs / 1000,
  }
}

/**
 * The power of one card through samples of the whole rig, by its UUID; where the card is missing its watts are unknown.
 * Example: a card that is at another index in the second sample keeps its own watts.
 * @see SPEC.md M3, M7
 */
export function powerOfCard(samples: readonly RigSample[], uuid: string): readonly PowerPoint[] {
  return samples.map((sample) => ({
    monotonicMs: sample.monotonicMs,
    watts: sample.gpus.find((gpu) => gpu.uuid === uuid)?.boardWatts.value ?? null,
  }))
}
