import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { energyByBucket } from '../../../electron/database/energy-by-bucket.ts'
import { openStore, type Store } from '../../../electron/database/store.ts'
import {
  telemetryApplicationId,
  telemetryMigrations,
  telemetryStore,
  type TelemetryStore,
} from '../../../electron/database/telemetry-store.ts'
import type { Reading, RigSample } from '../../../shared/telemetry/gpu-sample.ts'
import { temporaryFolder } from './temporary-folder.ts'

const start = Date.UTC(2026, 10, 20, 12)
const unknown: Reading = { value: null, reason: 'not-available', raw: '[N/A]' }

/** One card at a second since `start`; null is unknown. */
function sample(
  second: number,
  watts: number | null,
  uuid = 'GPU-a',
  atUtcMs = start + second * 1000,
): RigSample {
  return {
    atUtcMs,
    monotonicMs: second * 1000,
    gpus: [
      {
        uuid,
        index: 0,
        name: 'RTX 4090',
        pciBusId: null,
        driverVersion: null,
        boardWatts: watts === null ? unknown : { value: watts },
        boardLimitWatts: unknown,
        busyRatio: unknown,
        memoryUsedMebibytes: unknown,
        memoryTotalMebibytes: unknown,
        temperatureCelsius: unknown,
      },
    ],
  }
}

const seconds = (from: number, to: number, watts: (second: number) => number | null): RigSample[] =>
  Array.from({ length: to - from }, (_, index) => sample(from + index, watts(from + index)))

function openTelemetry(folder: string, nowUtcMs = start): TelemetryStore {
  const telemetry = telemetryStore({
    file: join(folder, 'telemetry.db'),
    nowUtcMs: () => nowUtcMs,
    intervalMs: 1000,
  })
  onTestFinished(() => telemetry.close())
  return telemetry
}

function openReader(folder: string): Store {
  const store = openStore({
    file: join(folder, 'telemetry.db'),
    applicationId: telemetryApplicationId,
    migrations: telemetryMigrations,
    nowUtcMs: () => start,
    soundness: 'always',
  })
  onTestFinished(() => store.close())
  return store
}

const rows = (folder: string, sql: string) => openReader(folder).read((read) => read.all(sql))

test('D13: a batch is summed by minute and hour: watts times measured seconds, across batches', () => {
  const folder = temporaryFolder()
  const telemetry = openTelemetry(folder)
  // 100 W for two minutes, in two batches that do not end with a minute. By hand: 100 W x 59 s, then x 60 s, then x 0 s.
  expect(telemetry.append(seconds(0, 90, () => 100))).toBe('stored')
  expect(telemetry.append(seconds(90, 120, () => 100))).toBe('stored')
  const sums = 'measured_seconds AS measured, unknown_seconds AS unknown, watt_seconds AS energy'
  expect(
    rows(
      folder,
      `SELECT ${sums}, lowest_watts AS low, highest_watts AS high FROM minutes ORDER BY start_utc_ms`,
    ),
  ).toEqual([
    { measured: 59, unknown: 0, energy: 5900, low: 100, high: 100 },
    { measured: 60, unknown: 0, energy: 6000, low: 100, high: 100 },
  ])
  expect(rows(folder, `SELECT ${sums} FROM hours`)).toEqual([{ measured: 119, unknown: 0, energy: 11_900 }])
  expect(rows(folder, 'SELECT count(*) AS readings FROM readings')).toEqual([{ readings: 120 }])
})

test('D13: unknown watts stay NULL, their seconds are counted, and zero stays zero', () => {
  const folder = temporaryFolder()
  const telemetry = openTelemetry(folder)
  telemetry.append(seconds(0, 60, () => null))
  telemetry.append(seconds(60, 120, () => 0))
  expect(
    rows(
      folder,
      'SELECT measured_seconds AS m, unknown_seconds AS u, watt_seconds AS e, lowest_watts AS low FROM minutes',
    ),
  ).toEqual([
    { m: 0, u: 59, e: null, low: null },
    { m: 59, u: 1, e: 0, low: 0 },
  ])
  expect(rows(folder, 'SELECT DISTINCT board_watts AS watts FROM readings ORDER BY watts')).toEqual([
    { watts: null },
    { watts: 0 },
  ])
})

test('D13: a gap adds neither measured nor unknown seconds', () => {
  const folder = temporaryFolder()
  openTelemetry(folder).append([sample(0, 100), sample(1, 100), sample(30, 100), sample(31, 100)])
  expect(
    rows(folder, 'SELECT measured_seconds AS m, unknown_seconds AS u, watt_seconds AS e FROM minutes'),
  ).toEqual([{ m: 2, u: 0, e: 200 }])
})

test('D13: readings that no card can give, NaN and Infinity among them, are stored as unknown', () => {
  const folder = temporaryFolder()
  openTelemetry(folder).append([-1, Number.NaN, Infinity, 1e9].map((watts, second) => sample(second, watts)))
  expect(rows(folder, 'SELECT DISTINCT board_watts AS watts FROM readings')).toEqual([{ watts: null }])
  expect(
    rows(folder, 'SELECT measured_seconds AS m, unknown_seconds AS u, watt_seconds AS e FROM hours'),
  ).toEqual([{ m: 0, u: 3, e: null }])
})

test('D13: a card keeps its own sums when it comes and goes', () => {
  const folder = temporaryFolder()
  openTelemetry(folder).append([sample(0, 100, 'GPU-a'), sample(1, 50, 'GPU-b'), sample(2, 50, 'GPU-b')])
  expect(
    rows(
      folder,
      'SELECT uuid, measured_seconds AS m, unknown_seconds AS u, watt_seconds AS e FROM minutes JOIN cards USING (card) ORDER BY uuid',
    ),
  ).toEqual([
    { uuid: 'GPU-a', m: 0, u: 2, e: null },
    { uuid: 'GPU-b', m: 1, u: 1, e: 50 },
  ])
})

test('D13: buckets add up to the whole, whatever the wall clock does', () => {
  // The wall clock jumps back by two minutes in the middle: the monotonic one decides, and nothing is counted twice.
  const samples = Array.from({ length: 300 }, (_, second) =>
    sample(second, 100 + second, 'GPU-a', start + second * 1000 - (second >= 150 ? 120_000 : 0)),
  )
  const total = (bucketMs: number) =>
    energyByBucket(samples, { bucketMs, intervalMs: 1000, previous: null }).reduce(
      (sum, bucket) => ({
        seconds: sum.seconds + bucket.measuredSeconds,
        energy: sum.energy + (bucket.wattSeconds ?? 0),
      }),
      { seconds: 0, energy: 0 },
    )
  // By hand: the mean of 100 W and 399 W over 299 s.
  for (const bucketMs of [60_000, 3_600_000]) {
    expect(total(bucketMs).seconds).toBeCloseTo(299, 9)
    expect(total(bucketMs).energy).toBeCloseTo(((100 + 399) / 2) * 299, 6)
  }
})

test('D14: of two processes on one folder only the holder of the lock stores, and a free lock is taken over', () => {
  const folder = temporaryFolder()
  const [first, second] = [openTelemetry(folder), openTelemetry(folder)]
  expect(first.append(seconds(0, 2, () => 100))).toBe('stored')
  expect(second.append(seconds(0, 2, () => 100))).toBe('elsewhere')
  first.close()
  // What the first has stored is not stored again: by hand, second 0 to 1 and second 2 to 3.
  expect(second.append(seconds(0, 4, () => 100))).toBe('stored')
  expect(rows(folder, 'SELECT measured_seconds AS m FROM minutes')).toEqual([{ m: 2 }])
})

test('D13: single readings are kept a day, minutes ninety, hours for good', () => {
  const folder = temporaryFolder()
  const first = openTelemetry(folder)
  first.append(seconds(0, 2, () => 100))
  first.close()
  const day = 86_400_000
  const later = openTelemetry(folder, start + 91 * day)
  later.append([sample(5, 100, 'GPU-a', start + 91 * day)])
  expect(rows(folder, 'SELECT count(*) AS n FROM readings')).toEqual([{ n: 1 }])
  expect(rows(folder, 'SELECT start_utc_ms AS at FROM minutes')).toEqual([{ at: start + 91 * day }])
  expect(rows(folder, 'SELECT count(*) AS n FROM hours')).toEqual([{ n: 2 }])
})
