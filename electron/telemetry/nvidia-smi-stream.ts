import type { RigSample } from '../../shared/telemetry/gpu-sample.ts'
import { createLineSplitter, startTool } from './child.ts'
import * as failures from './nvidia-smi-failure.ts'
import { createCardReader } from './nvidia-smi-reader.ts'
import type { Attempt, NvidiaSmiOptions } from './nvidia-smi.ts'
import type { Publish } from './source.ts'

/** Longest remark kept of what the tool says beside its table. */
const longestRemark = 4_096

/** Runs the one child that prints all cards once a second, until it ends, misbehaves or is aborted. */
export function streamCards(
  path: string,
  fields: readonly string[],
  options: NvidiaSmiOptions,
  publish: Publish,
  signal: AbortSignal,
): Promise<Attempt> {
  const { clock, limits } = options
  return new Promise((resolve) => {
    let isOver = false
    let samples = 0
    let announced = ''
    let remark = ''
    let badLines = 0
    let windowStart = clock.monotonicMs()
    let windowCharacters = 0
    let watchdog = startWatchdog(limits.firstSampleMs)

    function finish(failure: failures.Failure): void {
      if (isOver) return
      isOver = true
      reader.closeInstant()
      clearTimeout(watchdog)
      signal.removeEventListener('abort', onAbort)
      tool.kill()
      resolve({ failure, samples, tool })
    }

    function startWatchdog(milliseconds: number): NodeJS.Timeout {
      return setTimeout(() => finish(failures.toolHangs(milliseconds / 1000)), milliseconds)
    }

    function takeSample(sample: RigSample, notes: readonly string[]): void {
      badLines = 0
      samples += 1
      clearTimeout(watchdog)
      if (!isOver) watchdog = startWatchdog(limits.silenceMs)
      const driverVersion = sample.gpus.find((gpu) => gpu.driverVersion !== null)?.driverVersion ?? null
      const state = { kind: 'live', tool: path, driverVersion, notes } as const
      if (announced !== JSON.stringify(state)) publish({ type: 'state', state })
      announced = JSON.stringify(state)
      publish({ type: 'sample', sample })
    }

    function takeRemark(text: string): void {
      if (remark.length < longestRemark) remark += ` ${text.slice(0, longestRemark)}`
    }

    const reader = createCardReader({
      clock,
      instantQuietMs: limits.instantQuietMs,
      onSample: takeSample,
      onBadLine: (line) => {
        takeRemark(line)
        badLines += 1
        if (badLines >= limits.badLinesInARow) finish(failures.toolNotUnderstood(remark))
      },
    })
    const takeLines = createLineSplitter(limits.longestLine, (line) => {
      if (!isOver) reader.addLine(line)
    })

    function isFlood(text: string): boolean {
      const monotonicMs = clock.monotonicMs()
      if (monotonicMs - windowStart >= 1000) {
        windowStart = monotonicMs
        windowCharacters = 0
      }
      windowCharacters += text.length
      return windowCharacters > limits.charactersPerSecond
    }

    const query = [`--query-gpu=${fields.join(',')}`, '--format=csv', '-lms', '1000']
    const tool = startTool(path, query, (from, text) => {
      if (isOver) return
      if (isFlood(text)) finish(failures.toolFloods)
      else if (from === 'stderr') takeRemark(text)
      else if (!takeLines(text)) finish(failures.toolFloods)
    })
    const onAbort = () => finish(failures.toolStopped)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
    void tool.ended.then((ending) => {
      reader.closeInstant()
      return finish(failures.toolEnded(ending, remark))
    })
  })
}
