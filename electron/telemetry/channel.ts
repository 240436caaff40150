/** One listener's queue: bounded, so that a slow one loses pictures and holds nobody up. */
import type { TelemetryEvent } from '../../shared/telemetry/gpu-sample.ts'

export type Channel = {
  readonly push: (event: TelemetryEvent) => void
  readonly end: () => void
  readonly events: AsyncIterableIterator<TelemetryEvent>
}

export function createChannel(options: {
  readonly longest: number
  readonly signal: AbortSignal | undefined
  /** Called at the first `next`, so that an iterator nobody reads starts nothing. */
  readonly onOpen: (channel: Channel) => void
  readonly onEnd: (channel: Channel) => void
}): Channel {
  const queue: TelemetryEvent[] = []
  const waiting: ((result: IteratorResult<TelemetryEvent>) => void)[] = []
  let phase: 'new' | 'open' | 'ended' = 'new'

  function push(event: TelemetryEvent): void {
    if (phase !== 'open') return
    const next = waiting.shift()
    if (next) {
      next({ done: false, value: event })
      return
    }
    queue.push(event)
    if (queue.length <= options.longest) return
    const oldestSample = queue.findIndex((queued) => queued.type === 'sample')
    queue.splice(Math.max(oldestSample, 0), 1)
  }

  function end(): void {
    if (phase === 'ended') return
    const wasOpen = phase === 'open'
    phase = 'ended'
    queue.length = 0
    options.signal?.removeEventListener('abort', end)
    for (const next of waiting.splice(0)) next({ done: true, value: undefined })
    if (wasOpen) options.onEnd(channel)
  }

  function open(): void {
    if (phase !== 'new') return
    if (options.signal?.aborted) return end()
    phase = 'open'
    options.signal?.addEventListener('abort', end, { once: true })
    options.onOpen(channel)
  }

  const events: AsyncIterableIterator<TelemetryEvent> = {
    [Symbol.asyncIterator]: () => events,
    next: () => {
      open()
      const event = queue.shift()
      if (event) return Promise.resolve({ done: false, value: event })
      if (phase === 'ended') return Promise.resolve({ done: true, value: undefined })
      return new Promise((resolve) => waiting.push(resolve))
    },
    return: () => {
      end()
      return Promise.resolve({ done: true, value: undefined })
    },
  }
  const channel: Channel = { push, end, events }
  return channel
}
