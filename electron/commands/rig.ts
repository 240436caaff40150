/** `idlewatt rig`: the cards of this machine, or of a recording. */
import { Command } from 'commander'
import { createRouterClient } from '@orpc/server'
import type { DetectedRig, GpuSample, Reading } from '../../shared/telemetry/gpu-sample.ts'
import { systemClock } from '../clock.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { dataFolderFor } from '../host-options.ts'

export function rigCommand(): Command {
  return new Command('rig')
    .description('what was detected: cards, watts, machine')
    .option('--replay <file>', 'read a recorded nvidia-smi output instead of the cards')
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async ({ replay, data, json }: { replay?: string; data?: string; json?: true }) => {
      const rig = await detectRig(dataFolderFor(data), replay ?? null)
      const failed = rig.state.kind === 'failing' || (replay !== undefined && rig.state.kind !== 'replay')
      if (failed) process.exitCode = 1
      if (json === true) console.log(JSON.stringify(rig, null, 2))
      else if (failed) console.error(`Idlewatt: ${describeRig(rig)}`)
      else console.log(describeRig(rig))
    })
}

async function detectRig(dataFolder: string, replayFile: string | null): Promise<DetectedRig> {
  prepareDataFolder(dataFolder)
  const { createBackend } = await import('../backend.ts')
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile, clock: systemClock })
  try {
    return await createRouterClient(backend.router).rig.detect()
  } finally {
    await backend.close()
  }
}

function describeRig({ state, sample, machine }: DetectedRig): string {
  const cards = sample?.gpus ?? []
  const lines = [describeState(state), ...cards.map(describeCard)]
  if (machine.unmeasuredGpus.length > 0)
    lines.push(`Not yet measured by Idlewatt: ${machine.unmeasuredGpus.join(', ')}.`)
  return lines.join('\n')
}

function describeState(state: DetectedRig['state']): string {
  switch (state.kind) {
    case 'starting':
      return 'No card has answered yet.'
    case 'live':
      return [`Read with ${state.tool}, driver ${state.driverVersion ?? 'unknown'}.`, ...state.notes].join(
        '\n',
      )
    case 'replay':
      return [`Read from the recording ${state.file}.`, ...state.notes].join('\n')
    case 'absent':
    case 'failing':
      return `${state.message} ${state.whatToDo}`
  }
}

function describeCard({ index, name, uuid, boardWatts, boardLimitWatts, busyRatio }: GpuSample): string {
  const busy = busyRatio.value === null ? 'unknown' : `${Math.round(busyRatio.value * 100)} %`
  return `${index ?? '-'}  ${name}  ${inWatts(boardWatts)} of ${inWatts(boardLimitWatts)}, busy ${busy}  (${uuid})`
}

function inWatts({ value }: Reading): string {
  return value === null ? 'unknown' : `${value} W`
}
