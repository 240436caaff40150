/** Real executables that behave like nvidia-smi, or badly. Each writes down every call it gets. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../../electron/backend.ts'
import { nvidiaSmiLimits, type NvidiaSmiLimits } from '../../../electron/telemetry/nvidia-smi.ts'
import { createSampler, type Sampler, type SamplerOptions } from '../../../electron/telemetry/sampler.ts'
import type { ToolSearch } from '../../../electron/telemetry/tool.ts'
import type { GpuSample, SourceState, TelemetryEvent } from '../../../shared/telemetry/gpu-sample.ts'
import { ownFixture } from '../../shared/telemetry/fixture.ts'

export const canRunScripts = process.platform === 'linux'
export const skippedAloud = canRunScripts
  ? ''
  : ' (SKIPPED: the fake tools are shell scripts, watched through /proc)'

export const header = 'index, uuid, name, pci.bus_id, driver_version, power.draw [W], utilization.gpu [%]'
export const uuidA = 'GPU-11111111-aaaa-4bbb-8ccc-000000000001'
export const uuidB = 'GPU-22222222-aaaa-4bbb-8ccc-000000000002'
export const rowA = `0, ${uuidA}, NVIDIA GeForce RTX 4070, 00000000:01:00.0, 570.12.03, 18.40 W, 0 %`
export const rowB = `1, ${uuidB}, NVIDIA GeForce RTX 3090, 00000000:02:00.0, 570.12.03, 231.75 W, 97 %`

/** Prints the rows over and over, far faster than once a second so that tests need not wait. */
export const printForever = (...rows: readonly string[]) =>
  `echo '${header}'; while :; do ${rows.map((row) => `echo '${row}'`).join('; ')}; sleep 0.05; done`

export const hang = 'exec sleep 1000'

export type FakeTool = {
  readonly path: string
  readonly folder: string
  readonly search: ToolSearch
  /** The arguments of each call, the process id before them. */
  readonly calls: () => readonly string[]
  readonly processIds: () => readonly number[]
}

export function makeFakeTool(body: string, onHelp = `cat "$folder/help"; exit 0`): FakeTool {
  const folder = makeFolder()
  const tool = path.join(folder, 'nvidia-smi')
  writeFileSync(path.join(folder, 'help'), ownFixture('help-query-gpu.txt'))
  const script = [
    '#!/bin/sh',
    `folder='${folder}'`,
    'echo "$$ $*" >> "$folder/calls"',
    `if [ "$1" = --help-query-gpu ]; then ${onHelp}; fi`,
    body,
  ]
  writeFileSync(tool, `${script.join('\n')}\n`)
  chmodSync(tool, 0o755)
  const file = path.join(folder, 'calls')
  const calls = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
  return {
    path: tool,
    folder,
    search: { candidates: [tool], refusal: async () => null },
    calls,
    processIds: () => calls().map((call) => Number(call.split(' ')[0])),
  }
}

export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'idlewatt-telemetry-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const realClock: Clock = { nowUtcMs: () => Date.now(), monotonicMs: () => performance.now() }

/** Quick to retry, slow to lose patience: nothing here depends on how fast the machine is. */
export const testLimits: Partial<NvidiaSmiLimits> = {
  firstRetryMs: 10,
  longestRetryMs: 50,
  firstSampleMs: 30_000,
  silenceMs: 30_000,
}

export function makeSampler(tool: FakeTool, options: Partial<SamplerOptions> = {}): Sampler {
  const sampler = createSampler({
    clock: realClock,
    replayFile: null,
    search: tool.search,
    ...options,
    limits: { ...nvidiaSmiLimits, ...testLimits, ...options.limits },
  })
  onTestFinished(() => sampler.close())
  return sampler
}

/** The first event that fits; the test's own time limit ends a wait in vain. */
export async function eventWhere(
  sampler: Sampler,
  fits: (event: TelemetryEvent) => boolean,
): Promise<TelemetryEvent> {
  for await (const event of sampler.live()) if (fits(event)) return event
  throw new Error('the stream ended before the event came')
}

export async function stateOfKind<Kind extends SourceState['kind']>(
  sampler: Sampler,
  kind: Kind,
): Promise<Extract<SourceState, { kind: Kind }>> {
  const event = await eventWhere(
    sampler,
    ({ type, ...rest }) => type === 'state' && 'state' in rest && rest.state.kind === kind,
  )
  if (event.type !== 'state') throw new Error('not a state')
  return event.state as Extract<SourceState, { kind: Kind }>
}

export async function cardsWhere(
  sampler: Sampler,
  fits: (gpus: readonly GpuSample[]) => boolean,
): Promise<readonly GpuSample[]> {
  const event = await eventWhere(sampler, (event) => event.type === 'sample' && fits(event.sample.gpus))
  return event.type === 'sample' ? event.sample.gpus : []
}

/** Whether a process runs; one that is dead but not reaped is a zombie. */
export function stateOfProcess(processId: number): 'gone' | 'zombie' | 'running' {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'Z' ? 'zombie' : 'running'
  } catch {
    return 'gone'
  }
}

/** What this process holds open towards others: Node's pipes to a child are sockets. A leaking child leaves two. */
export function openConnections(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${descriptor}`)
      return /^(?:pipe|socket):/.test(target) ? [target] : []
    } catch {
      return []
    }
  })
}
