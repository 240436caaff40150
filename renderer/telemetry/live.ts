import { create } from 'zustand'
import type { GpuSample, RigSample, SourceState } from '../../shared/telemetry/gpu-sample.ts'
import type { Client } from '../client.ts'
import { followStream, pauseOnTimer, type StreamConnection } from '../stream.ts'
import { emptyHistory, type WattsHistory, withSample } from './watts-history.ts'

type Live = {
  readonly connection: StreamConnection
  readonly state: SourceState
  readonly sample: RigSample | null
  readonly history: WattsHistory
}

/** What the cards say now. Filled by one stream for the whole page, so that no place loses its picture. */
export const useLive = create<Live>()(() => ({
  connection: { kind: 'opening' },
  state: { kind: 'starting' },
  sample: null,
  history: emptyHistory,
}))

export function followLive(client: Client, signal: AbortSignal): Promise<void> {
  return followStream({
    open: (streamSignal) => client.rig.live(undefined, { signal: streamSignal }),
    onEvent: (event) => {
      if (event.type === 'state') useLive.setState({ state: event.state })
      else
        useLive.setState((before) => ({
          sample: event.sample,
          history: withSample(before.history, event.sample),
        }))
    },
    onConnection: (connection) => useLive.setState({ connection }),
    pause: pauseOnTimer,
    signal,
  })
}

export type WattsTotal = {
  /** Null where not one card tells its watts. */
  readonly watts: number | null
  readonly cardsCounted: number
  readonly cards: number
}

/** The sum over the cards that tell it, and how many those are: a silent card is never counted as zero. */
export function totalWatts(
  gpus: readonly GpuSample[],
  reading: 'boardWatts' | 'boardLimitWatts',
): WattsTotal {
  const known = gpus.flatMap((gpu) => gpu[reading].value ?? [])
  return {
    watts: known.length === 0 ? null : known.reduce((sum, watts) => sum + watts, 0),
    cardsCounted: known.length,
    cards: gpus.length,
  }
}
