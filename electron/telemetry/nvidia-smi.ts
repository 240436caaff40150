/** Live cards through one nvidia-smi child; whatever the tool does, the source goes on and says what is the matter. */
import { chooseFields } from '../../shared/telemetry/nvidia-smi.ts'
import type { Clock } from '../backend.ts'
import { runOnce, type RunningTool } from './child.ts'
import * as failures from './nvidia-smi-failure.ts'
import { streamCards } from './nvidia-smi-stream.ts'
import { pause, settle, type Publish, type Source } from './source.ts'
import { findTool, type ToolSearch } from './tool.ts'

export type NvidiaSmiLimits = {
  readonly helpTimeoutMs: number
  readonly helpMaximumCharacters: number
  /** The first reading may wait for every card to wake. */
  readonly firstSampleMs: number
  readonly silenceMs: number
  /** How long to wait for the other cards of an instant when the tool does not count them right. */
  readonly instantQuietMs: number
  readonly longestLine: number
  readonly charactersPerSecond: number
  readonly badLinesInARow: number
  readonly firstRetryMs: number
  readonly longestRetryMs: number
  /** How long a stop waits for a killed process to be gone. */
  readonly reapMs: number
}

export const nvidiaSmiLimits: NvidiaSmiLimits = {
  helpTimeoutMs: 5_000,
  helpMaximumCharacters: 1_048_576,
  firstSampleMs: 20_000,
  silenceMs: 10_000,
  instantQuietMs: 300,
  longestLine: 65_536,
  charactersPerSecond: 262_144,
  badLinesInARow: 20,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  reapMs: 2_000,
}

export type NvidiaSmiOptions = {
  readonly clock: Clock
  readonly search: ToolSearch
  readonly limits: NvidiaSmiLimits
}

/** Samples after which a later failure counts as the first one again. */
const samplesOfHealth = 10

export type Attempt = {
  readonly failure: failures.Failure
  readonly samples: number
  readonly tool: RunningTool
}

export function createNvidiaSmiSource(options: NvidiaSmiOptions): Source {
  const { limits } = options
  return async (publish, signal) => {
    publish({ type: 'state', state: { kind: 'starting' } })
    let failuresInARow = 0
    while (!signal.aborted) {
      const found = await findTool(options.search)
      if (signal.aborted) return
      if (found.path === null) {
        publishMissing(found.refused, limits, publish)
        await pause(limits.longestRetryMs, signal)
        continue
      }
      const attempt = await readUntilItFails(found.path, options, publish, signal)
      if (!signal.aborted) {
        failuresInARow = attempt.samples >= samplesOfHealth ? 1 : failuresInARow + 1
        const retryMs = Math.min(limits.longestRetryMs, limits.firstRetryMs * 2 ** (failuresInARow - 1))
        publish({
          type: 'state',
          state: { kind: 'failing', ...attempt.failure, retryInSeconds: Math.ceil(retryMs / 1000) },
        })
        await pause(retryMs, signal)
      }
      // Never a second child beside one that does not die.
      await settle(attempt.tool.ended, signal, limits.reapMs)
    }
  }
}

function publishMissing(
  refused: { readonly path: string; readonly why: string } | null,
  limits: NvidiaSmiLimits,
  publish: Publish,
): void {
  if (refused === null) {
    publish({ type: 'state', state: failures.toolAbsent })
    return
  }
  const failure = failures.toolRefused(refused.path, refused.why)
  const retryInSeconds = Math.ceil(limits.longestRetryMs / 1000)
  publish({ type: 'state', state: { kind: 'failing', ...failure, retryInSeconds } })
}

async function readUntilItFails(
  path: string,
  options: NvidiaSmiOptions,
  publish: Publish,
  signal: AbortSignal,
): Promise<Attempt> {
  const { limits } = options
  const help = await runOnce(path, ['--help-query-gpu'], {
    timeoutMs: limits.helpTimeoutMs,
    maximumCharacters: limits.helpMaximumCharacters,
    signal,
  })
  const fail = (failure: failures.Failure): Attempt => ({ failure, samples: 0, tool: help.tool })
  const { outcome } = help
  if (outcome.kind === 'timeout') return fail(failures.toolHangs(limits.helpTimeoutMs / 1000))
  if (outcome.kind === 'flood') return fail(failures.toolFloods)
  const fields = chooseFields(help.stdout)
  if (fields.length === 0) {
    const said = `${help.stdout} ${help.stderr}`
    const isEnded = outcome.kind === 'unstartable' || outcome.code !== 0
    return fail(isEnded ? failures.toolEnded(outcome, said) : failures.toolNotUnderstood(said))
  }
  if (!fields.includes('uuid') && !fields.includes('pci.bus_id')) return fail(failures.noFieldsOffered)
  return streamCards(path, fields, options, publish, signal)
}
