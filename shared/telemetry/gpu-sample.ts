/**
 * What one reading of one GPU is, whichever tool gave it.
 * @see SPEC.md M1 to M6
 */

/** A reading is a number, or unknown with the tool's own word for why. Unknown is never zero. */
export type Reading =
  | { readonly value: number }
  | { readonly value: null; readonly reason: UnknownReason; readonly raw: string | null }

export type UnknownReason = 'not-offered-by-driver' | 'not-available' | 'unreadable' | 'out-of-range'

export type GpuSample = {
  /** The card's UUID: the only key that survives re-indexing. `pci:<bus id>` where the driver gives none (`isFallbackKey`). */
  readonly uuid: string
  readonly index: number | null
  readonly name: string
  readonly pciBusId: string | null
  readonly driverVersion: string | null
  /** DC power of the whole board: not the wall's, and not a module's around it. */
  readonly boardWatts: Reading
  readonly boardLimitWatts: Reading
  /** The driver's busy share, 0 to 1. Not the rental utilization. */
  readonly busyRatio: Reading
  readonly memoryUsedMebibytes: Reading
  readonly memoryTotalMebibytes: Reading
  readonly temperatureCelsius: Reading
}

/** All cards read at one instant. `atUtcMs` labels it, `monotonicMs` measures intervals. */
export type RigSample = {
  readonly atUtcMs: number
  readonly monotonicMs: number
  readonly gpus: readonly GpuSample[]
}

export type SourceState =
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'live'
      readonly tool: string
      readonly driverVersion: string | null
      /** What the person should know though samples arrive, such as a card without a UUID. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'replay'; readonly file: string; readonly notes: readonly string[] }
  | { readonly kind: 'absent'; readonly message: string; readonly whatToDo: string }
  | {
      readonly kind: 'failing'
      readonly message: string
      readonly whatToDo: string
      readonly retryInSeconds: number
    }

/** One event of the live stream: a change of the source's state, or a sample. */
export type TelemetryEvent =
  | { readonly type: 'state'; readonly state: SourceState }
  | { readonly type: 'sample'; readonly sample: RigSample }

export type MachineFacts = {
  readonly operatingSystem: string | null
  readonly processor: string | null
  readonly board: string | null
  readonly memoryGibibytes: number | null
  /** Display adapters that the system lists but that no source of ours can measure yet. */
  readonly unmeasuredGpus: readonly string[]
  /** False where Idlewatt has not looked for such adapters: an empty list then says nothing. */
  readonly unmeasuredGpusLookedFor: boolean
}

export type DetectedRig = {
  readonly state: SourceState
  readonly sample: RigSample | null
  readonly machine: MachineFacts
}
