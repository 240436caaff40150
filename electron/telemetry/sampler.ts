/** One source for all who watch: starts with the first listener, rests when nobody watches, hands batches on. */
import type {
  DetectedRig,
  RigSample,
  SourceState,
  TelemetryEvent,
} from '../../shared/telemetry/gpu-sample.ts'
import type { Clock } from '../backend.ts'
import { createChannel, type Channel } from './channel.ts'
import { describeMachine, readMachine } from './machine.ts'
import { createNvidiaSmiSource, nvidiaSmiLimits, type NvidiaSmiLimits } from './nvidia-smi.ts'
import { createReplaySource } from './replay.ts'
import type { Source } from './source.ts'
import { nvidiaSmiSearch, type ToolSearch } from './tool.ts'

export type SamplerOptions = {
  readonly clock: Clock
  /** A recorded nvidia-smi output to read instead of live cards. */
  readonly replayFile: string | null
  /** Takes the samples of the last `batchMs` at most; when it throws, they come again with the next batch. */
  readonly onBatch?: (samples: readonly RigSample[]) => void
  readonly batchMs?: number
  /** How long nvidia-smi goes on after the last listener left: it keeps a laptop's card awake. */
  readonly idleMs?: number
  readonly intervalMs?: number
  readonly search?: ToolSearch
  readonly limits?: Partial<NvidiaSmiLimits>
}

export type Sampler = {
  readonly detect: () => Promise<DetectedRig>
  readonly live: (signal?: AbortSignal) => AsyncIterable<TelemetryEvent>
  readonly close: () => Promise<void>
}

const longestQueue = 16
/** Ten minutes of samples that nobody could store; older ones are given up. */
const longestBacklog = 600

export function createSampler(options: SamplerOptions): Sampler {
  const source = chooseSource(options)
  const { onBatch, batchMs = 30_000, idleMs = 30_000 } = options
  const listeners = new Set<Channel>()
  let state: SourceState = { kind: 'starting' }
  let lastSample: RigSample | null = null
  let backlog: RigSample[] = []
  let batchTimer: NodeJS.Timeout | undefined
  let idleTimer: NodeJS.Timeout | undefined
  let run: { readonly stop: AbortController; readonly done: Promise<void> } | null = null
  let lastRun: Promise<void> = Promise.resolve()
  let isClosed = false

  function publish(event: TelemetryEvent): void {
    if (event.type === 'state') {
      if (JSON.stringify(state) === JSON.stringify(event.state)) return
      state = event.state
      if (state.kind !== 'live' && state.kind !== 'replay') lastSample = null
    } else {
      lastSample = event.sample
      remember(event.sample)
    }
    for (const listener of listeners) listener.push(event)
  }

  function remember(sample: RigSample): void {
    if (!onBatch) return
    backlog.push(sample)
    if (backlog.length > longestBacklog) backlog.shift()
    batchTimer ??= setTimeout(handBatchOn, batchMs)
  }

  function handBatchOn(): void {
    clearTimeout(batchTimer)
    batchTimer = undefined
    if (backlog.length === 0) return
    try {
      onBatch?.(backlog)
      backlog = []
    } catch {
      // Whoever stores knows and says what is wrong there; the samples wait for the next batch.
    }
  }

  function start(): void {
    clearTimeout(idleTimer)
    if (run) return
    const stop = new AbortController()
    const publishUnlessStopped = (event: TelemetryEvent) => {
      if (!stop.signal.aborted) publish(event)
    }
    const done = lastRun
      .then(() => (stop.signal.aborted ? undefined : source(publishUnlessStopped, stop.signal)))
      .catch((error: unknown) => {
        const whatToDo = 'Restart Idlewatt; if it comes again, please report this.'
        const message = `Reading the cards failed: ${String(error)}.`
        publishUnlessStopped({ type: 'state', state: { kind: 'absent', message, whatToDo } })
      })
    run = { stop, done }
    lastRun = done
  }

  function rest(): void {
    clearTimeout(idleTimer)
    run?.stop.abort()
    run = null
    state = { kind: 'starting' }
    lastSample = null
    handBatchOn()
  }

  function listen(signal: AbortSignal | undefined): Channel {
    return createChannel({
      longest: longestQueue,
      signal,
      onOpen: (channel) => {
        if (isClosed) return channel.end()
        start()
        listeners.add(channel)
        channel.push({ type: 'state', state })
        if (lastSample) channel.push({ type: 'sample', sample: lastSample })
      },
      onEnd: (channel) => {
        listeners.delete(channel)
        if (isClosed || listeners.size > 0) return
        clearTimeout(idleTimer)
        idleTimer = setTimeout(rest, idleMs)
        idleTimer.unref()
      },
    })
  }

  async function firstAnswer(): Promise<{ readonly state: SourceState; readonly sample: RigSample | null }> {
    let answer: SourceState = state
    for await (const event of listen(undefined).events) {
      if (event.type === 'sample') return { state: answer, sample: event.sample }
      answer = event.state
      if (answer.kind === 'absent' || answer.kind === 'failing') break
    }
    return { state: answer, sample: null }
  }

  return {
    detect: async () => {
      if (isClosed) throw new Error('The sampler is closed.')
      const [answer, machine] = await Promise.all([firstAnswer(), readMachine(process.platform)])
      return { ...answer, machine: describeMachine(machine, answer.sample) }
    },
    live: (signal) => ({ [Symbol.asyncIterator]: () => listen(signal).events }),
    close: async () => {
      isClosed = true
      for (const listener of listeners) listener.end()
      rest()
      await lastRun
    },
  }
}

function chooseSource(options: SamplerOptions): Source {
  const { clock, replayFile, intervalMs = 1_000 } = options
  if (replayFile !== null) return createReplaySource({ file: replayFile, clock, intervalMs })
  return createNvidiaSmiSource({
    clock,
    search: options.search ?? nvidiaSmiSearch(process.platform),
    limits: { ...nvidiaSmiLimits, ...options.limits },
  })
}
