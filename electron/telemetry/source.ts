import { setTimeout as wait } from 'node:timers/promises'
import type { TelemetryEvent } from '../../shared/telemetry/gpu-sample.ts'

export type Publish = (event: TelemetryEvent) => void

/** Publishes states and samples until aborted; fulfilled when all that it started has ended. */
export type Source = (publish: Publish, signal: AbortSignal) => Promise<void>

/** Waits, or returns early when aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => {})
}

/** Waits for `done`, but once aborted no longer than `graceMs`: a process that hangs in a driver may never end. */
export async function settle(done: Promise<unknown>, signal: AbortSignal, graceMs: number): Promise<void> {
  const grace = new AbortController()
  const aborted = new Promise<void>((resolve) => {
    const onAbort = () => resolve(pause(graceMs, grace.signal))
    signal.addEventListener('abort', onAbort, { once: true })
    grace.signal.addEventListener('abort', () => signal.removeEventListener('abort', onAbort), { once: true })
    if (signal.aborted) onAbort()
  })
  await Promise.race([done, aborted])
  grace.abort()
}
