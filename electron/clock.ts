/** The clock that hosts pass to the backend: labels from the wall, intervals from the monotonic clock. */
import { performance } from 'node:perf_hooks'
import type { Clock } from './backend.ts'

export const systemClock: Clock = { nowUtcMs: () => Date.now(), monotonicMs: () => performance.now() }
