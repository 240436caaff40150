/** A recorded nvidia-smi output as a source: its instants in turn, once a second, over and over. */
import { readFile, stat } from 'node:fs/promises'
import type { SourceState } from '../../shared/telemetry/gpu-sample.ts'
import { parseRecording, type Recording } from '../../shared/telemetry/recording.ts'
import type { Clock } from '../backend.ts'
import { pause, type Source } from './source.ts'

type Absent = Extract<SourceState, { kind: 'absent' }>

export type Replay =
  | { readonly recording: Recording; readonly refusal: null }
  | { readonly recording: null; readonly refusal: Absent }

/** A day of eight cards once a second is about 100 MB; what is larger is hardly meant. */
const largestBytes = 256 * 1024 * 1024

const howToRecord =
  'Record one with: nvidia-smi --query-gpu=index,uuid,name,pci.bus_id,power.draw,power.limit,utilization.gpu,memory.used,memory.total,temperature.gpu --format=csv > rig.csv (or nvidia-smi -q -x > rig.xml).'

export async function readReplay(file: string): Promise<Replay> {
  const refuse = (message: string): Replay => ({
    recording: null,
    refusal: { kind: 'absent', message: `${file}${message}`, whatToDo: howToRecord },
  })
  let bytes: Buffer
  try {
    const found = await stat(file)
    if (!found.isFile()) return refuse(' is not a file.')
    if (found.size > largestBytes) return refuse(` is larger than ${largestBytes / 1024 / 1024} MiB.`)
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refuse(code === 'ENOENT' ? ' does not exist.' : ` cannot be read: ${String(error)}.`)
  }
  const text = decode(bytes)
  if (text === null) return refuse(' is not text (UTF-8 or UTF-16).')
  const { recording, problem } = parseRecording(text)
  if (recording) return { recording, refusal: null }
  return refuse(`, line ${problem.line}: expected ${problem.expected}, found "${problem.found}".`)
}

/** PowerShell's `>` writes UTF-16 with a mark. */
function decode(bytes: Buffer): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function createReplaySource(options: {
  readonly file: string
  readonly clock: Clock
  readonly intervalMs: number
}): Source {
  const { file, clock, intervalMs } = options
  return async (publish, signal) => {
    publish({ type: 'state', state: { kind: 'starting' } })
    const { recording, refusal } = await readReplay(file)
    if (signal.aborted) return
    if (refusal) {
      publish({ type: 'state', state: refusal })
      return
    }
    const { instants, problems } = recording
    publish({ type: 'state', state: { kind: 'replay', file, notes: problems } })
    for (let at = 0; !signal.aborted; at = (at + 1) % instants.length) {
      const gpus = instants[at] ?? []
      publish({
        type: 'sample',
        sample: { atUtcMs: clock.nowUtcMs(), monotonicMs: clock.monotonicMs(), gpus },
      })
      await pause(intervalMs, signal)
    }
  }
}
