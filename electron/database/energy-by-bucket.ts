/**
 * Samples of a rig, as sums per card and minute or hour: each interval counts in the bucket where it ends,
 * so that buckets add up to the whole.
 * @see SPEC.md D13
 */
import { measuredEnergy, type PowerPoint } from '../../shared/telemetry/energy.ts'
import type { RigSample } from '../../shared/telemetry/gpu-sample.ts'

export type BucketSum = {
  readonly uuid: string
  readonly startUtcMs: number
  readonly measuredSeconds: number
  readonly unknownSeconds: number
  /** Of the measured seconds alone; null when there is none. */
  readonly wattSeconds: number | null
  readonly lowestWatts: number | null
  readonly highestWatts: number | null
}

export type BucketOptions = {
  readonly bucketMs: number
  /** The sampler's interval: three of them without a sample are a gap. */
  readonly intervalMs: number
  /** The last sample before these: it begins the first interval. */
  readonly previous: RigSample | null
}

/** A card may be summed more than once for the same bucket, when the wall clock went back. */
export function energyByBucket(samples: readonly RigSample[], options: BucketOptions): readonly BucketSum[] {
  const known = options.previous === null ? samples : [options.previous, ...samples]
  const uuids = new Set(known.flatMap((sample) => sample.gpus.map((gpu) => gpu.uuid)))
  return [...uuids].flatMap((uuid) => {
    const runs: { startUtcMs: number; points: PowerPoint[]; before: PowerPoint | null }[] = []
    let before: PowerPoint | null = options.previous === null ? null : powerAt(options.previous, uuid)
    for (const sample of samples) {
      const startUtcMs = bucketStart(sample.atUtcMs, options.bucketMs)
      const point = powerAt(sample, uuid)
      const run = runs.at(-1)
      if (run?.startUtcMs === startUtcMs) run.points.push(point)
      else runs.push({ startUtcMs, points: [point], before })
      before = point
    }
    return runs.map((run) => sumOf(uuid, run.startUtcMs, run.points, run.before, options.intervalMs))
  })
}

export function bucketStart(atUtcMs: number, bucketMs: number): number {
  return Math.floor(atUtcMs / bucketMs) * bucketMs
}

function sumOf(
  uuid: string,
  startUtcMs: number,
  points: readonly PowerPoint[],
  before: PowerPoint | null,
  intervalMs: number,
): BucketSum {
  const energy = measuredEnergy(before === null ? points : [before, ...points], intervalMs)
  const watts = points.map((point) => point.watts).filter((value) => value !== null)
  return {
    uuid,
    startUtcMs,
    measuredSeconds: energy.measuredSeconds,
    unknownSeconds: energy.unknownSeconds,
    wattSeconds: energy.wattHours === null ? null : energy.wattHours * 3600,
    lowestWatts: watts.length === 0 ? null : Math.min(...watts),
    highestWatts: watts.length === 0 ? null : Math.max(...watts),
  }
}

function powerAt(sample: RigSample, uuid: string): PowerPoint {
  const watts = sample.gpus.find((gpu) => gpu.uuid === uuid)?.boardWatts.value ?? null
  return { monotonicMs: sample.monotonicMs, watts }
}
