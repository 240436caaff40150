/**
 * The headless backend: wires the book, the telemetry and the procedures behind one router.
 * Hosts (Electron, server, command line, tests) only carry messages to it.
 */
export type BackendOptions = {
  readonly dataFolder: string
  readonly host: 'electron' | 'server' | 'cli'
  /** A recorded nvidia-smi output to read instead of a live card. */
  readonly replayFile: string | null
  readonly clock: Clock
}

export type Clock = { readonly nowUtcMs: () => number; readonly monotonicMs: () => number }
