/**
 * telemetry.db: batches of samples, each in one transaction together with its sums by minute and hour.
 * Of all processes on this data folder only the holder of the sampler's lock writes, so no second is counted twice.
 * @see SPEC.md D13, D14
 */
import { dirname, join } from 'node:path'
import type { Reading, RigSample } from '../../shared/telemetry/gpu-sample.ts'
import { energyByBucket, type BucketSum } from './energy-by-bucket.ts'
import type { WriteHandle } from './handles.ts'
import { takeLock, type Lock } from './lock.ts'
import type { Migration } from './migrate.ts'
import { telemetry1 } from './migrations/telemetry-1.ts'
import { openStore, type Store } from './store.ts'

/** "Idlt" in ASCII. */
export const telemetryApplicationId = 0x49_64_6c_74

export const telemetryMigrations: readonly Migration[] = [telemetry1]

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const readingsKeptMs = dayMs
const minutesKeptMs = 90 * dayMs

export type TelemetryStore = {
  /** `elsewhere`: another process holds the sampler's lock and stores them. */
  readonly append: (samples: readonly RigSample[]) => 'stored' | 'elsewhere'
  readonly close: () => void
}

export type TelemetryOptions = {
  readonly file: string
  readonly nowUtcMs: () => number
  readonly intervalMs: number
}

/** Nothing is opened or created before the first batch. */
export function telemetryStore(options: TelemetryOptions): TelemetryStore {
  let lock: Lock | null = null
  let store: Store | null = null
  let previous: RigSample | null = null
  let takingOver = true
  return {
    append: (samples) => {
      lock ??= takeLock(join(dirname(options.file), 'sampler.lock.db'), 0)
      if (lock === null) return 'elsewhere'
      store ??= openStore({
        ...options,
        applicationId: telemetryApplicationId,
        migrations: telemetryMigrations,
        soundness: 'after-unclean-stop',
      })
      const fresh = takingOver ? laterThan(newestReading(store), samples) : samples
      // Only what was stored counts as seen: a batch that failed comes again.
      store.write((write) => storeBatch(write, fresh, previous, options))
      previous = fresh.at(-1) ?? previous
      takingOver = false
      return 'stored'
    },
    close: () => {
      store?.close()
      lock?.release()
    },
  }
}

/** The process that stored before may have got further than the begin of our first batch. */
function laterThan(atUtcMs: number | null, samples: readonly RigSample[]): readonly RigSample[] {
  return atUtcMs === null ? samples : samples.filter((sample) => sample.atUtcMs > atUtcMs)
}

function newestReading(store: Store): number | null {
  const [row] = store.read((read) =>
    read.all<{ newest: number | null }>('SELECT max(at_utc_ms) AS newest FROM readings'),
  )
  return row?.newest ?? null
}

function storeBatch(
  write: WriteHandle,
  samples: readonly RigSample[],
  previous: RigSample | null,
  { intervalMs, nowUtcMs }: TelemetryOptions,
): void {
  const cards = new Map<string, number>()
  for (const sample of previous === null ? samples : [previous, ...samples]) {
    for (const gpu of sample.gpus)
      if (!cards.has(gpu.uuid)) cards.set(gpu.uuid, cardOf(write, gpu.uuid, gpu.name))
  }
  const cardNumber = (uuid: string): number => cards.get(uuid) ?? 0
  for (const sample of samples) {
    for (const gpu of sample.gpus) {
      write.run(
        'INSERT INTO readings (card, at_utc_ms, board_watts, busy_ratio, temperature_celsius) VALUES (?, ?, ?, ?, ?)',
        cardNumber(gpu.uuid),
        Math.round(sample.atUtcMs),
        within(gpu.boardWatts, wattsBounds),
        within(gpu.busyRatio, [0, 1]),
        within(gpu.temperatureCelsius, [-100, 1000]),
      )
    }
  }
  const plausible = samples.map(withPlausibleWatts)
  const before = previous === null ? null : withPlausibleWatts(previous)
  for (const sum of energyByBucket(plausible, { bucketMs: minuteMs, intervalMs, previous: before })) {
    addSum(write, 'minutes', cardNumber(sum.uuid), sum)
  }
  for (const sum of energyByBucket(plausible, { bucketMs: hourMs, intervalMs, previous: before })) {
    addSum(write, 'hours', cardNumber(sum.uuid), sum)
  }
  write.run('DELETE FROM readings WHERE at_utc_ms < ?', nowUtcMs() - readingsKeptMs)
  write.run('DELETE FROM minutes WHERE start_utc_ms < ?', nowUtcMs() - minutesKeptMs)
}

function cardOf(write: WriteHandle, uuid: string, name: string): number {
  write.run(
    'INSERT INTO cards (uuid, name) VALUES (?, ?) ON CONFLICT (uuid) DO UPDATE SET name = excluded.name WHERE name <> excluded.name',
    uuid,
    name,
  )
  const [row] = write.all<{ card: number }>('SELECT card FROM cards WHERE uuid = ?', uuid)
  if (row === undefined) throw new Error(`The card ${uuid} was stored but is not found.`)
  return row.card
}

function addSum(write: WriteHandle, table: 'minutes' | 'hours', card: number, sum: BucketSum): void {
  write.run(
    `INSERT INTO ${table} (card, start_utc_ms, measured_seconds, unknown_seconds, watt_seconds, lowest_watts, highest_watts)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (card, start_utc_ms) DO UPDATE SET
       measured_seconds = measured_seconds + excluded.measured_seconds,
       unknown_seconds = unknown_seconds + excluded.unknown_seconds,
       watt_seconds = CASE
         WHEN watt_seconds IS NULL THEN excluded.watt_seconds
         WHEN excluded.watt_seconds IS NULL THEN watt_seconds
         ELSE watt_seconds + excluded.watt_seconds END,
       lowest_watts = coalesce(min(lowest_watts, excluded.lowest_watts), lowest_watts, excluded.lowest_watts),
       highest_watts = coalesce(max(highest_watts, excluded.highest_watts), highest_watts, excluded.highest_watts)`,
    card,
    sum.startUtcMs,
    sum.measuredSeconds,
    sum.unknownSeconds,
    sum.wattSeconds,
    sum.lowestWatts,
    sum.highestWatts,
  )
}

const wattsBounds = [0, 100_000] as const

/** A reading outside what any card can do is unknown, not evidence. */
function within(reading: Reading, [low, high]: readonly [number, number]): number | null {
  const { value } = reading
  return value !== null && value >= low && value <= high ? value : null
}

function withPlausibleWatts(sample: RigSample): RigSample {
  return {
    ...sample,
    gpus: sample.gpus.map((gpu) =>
      gpu.boardWatts.value === null || within(gpu.boardWatts, wattsBounds) !== null
        ? gpu
        : { ...gpu, boardWatts: { value: null, reason: 'out-of-range', raw: String(gpu.boardWatts.value) } },
    ),
  }
}
