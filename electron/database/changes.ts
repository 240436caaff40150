/**
 * Tells listeners that the book changed, here or in another process. Looks only while someone listens.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from './store.ts'

const lookEveryMs = 250

/** Yields the version now, so that nothing is missed since the page last read, then each further one. */
export async function* changesOf(store: Store, signal: AbortSignal): AsyncGenerator<{ dataVersion: number }> {
  let seen: number | null = null
  while (!signal.aborted) {
    const dataVersion = store.dataVersion()
    if (dataVersion !== seen) yield { dataVersion }
    seen = dataVersion
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}
