import { describe, expect, it } from 'vitest'
import { createCardReader } from '../../electron/telemetry/nvidia-smi-reader.ts'
import type { GpuSample, Reading } from '../../shared/telemetry/gpu-sample.ts'
import { parseRecording } from '../../shared/telemetry/recording.ts'
import { ownFixture, realFixture, realFixturesArePresent } from '../shared/telemetry/fixture.ts'
import { mutate, seededRandom } from './telemetry-mutation.ts'

const mutationsPerSeed = 5_000
const fixedSeed = 20_261_121
const freshSeed = Math.floor(Math.random() * 2 ** 31)

const ownTexts = [
  'two-cards.csv',
  'two-cards-nounits.csv',
  'unknowns.csv',
  'two-logs.xml',
  'old-log.xml',
  'capture.txt',
]
const realTexts = [
  'nvsmi_query_csv__exporter_testdata.txt',
  'telegraf_nvsmi__gtx-1070-ti.xml',
  'telegraf_nvsmi__rtx-3060-v12.xml',
]

type Field = {
  readonly reading: Reading
  readonly unit: string
  readonly scale: number
  readonly names: readonly string[]
}

function fieldsOf(gpu: GpuSample): readonly Field[] {
  const draw = [
    'power.draw',
    'power.draw.average',
    'gpu.power.draw.average',
    'power.draw.instant',
    'gpu.power.draw.instant',
  ]
  const limit = [
    'enforced.power.limit',
    'gpu.power.current_limit',
    'power.limit',
    'gpu.power.requested_limit',
  ]
  return [
    {
      reading: gpu.boardWatts,
      unit: 'W',
      scale: 1,
      names: [...draw, 'power_draw', 'average_power_draw', 'instant_power_draw'],
    },
    {
      reading: gpu.boardLimitWatts,
      unit: 'W',
      scale: 1,
      names: [
        ...limit,
        'enforced_power_limit',
        'power_limit',
        'current_power_limit',
        'requested_power_limit',
      ],
    },
    { reading: gpu.busyRatio, unit: '%', scale: 100, names: ['utilization.gpu', 'gpu_util'] },
    { reading: gpu.memoryUsedMebibytes, unit: 'MiB', scale: 1, names: ['memory.used', 'used'] },
    { reading: gpu.memoryTotalMebibytes, unit: 'MiB', scale: 1, names: ['memory.total', 'total'] },
    { reading: gpu.temperatureCelsius, unit: 'C', scale: 1, names: ['temperature.gpu', 'gpu_temp'] },
  ]
}

/** What stands in the text for one field of one card, found without any of our parsers. */
function standingIn(text: string, gpu: GpuSample, field: Field): readonly string[] {
  if (text.includes('<nvidia_smi_log')) {
    const ofOtherParts =
      /<(module_power_readings|gpu_memory_power_readings|bar1_memory_usage|mig_devices)>[\s\S]*?<\/\1\s*>/g
    const boards = text.replaceAll(ofOtherParts, '')
    return field.names.flatMap((name) =>
      [...boards.matchAll(new RegExp(`<${name}[^>]*>\\s*([^<]*?)\\s*<`, 'g'))].map((match) => match[1] ?? ''),
    )
  }
  const key = gpu.uuid.replace('pci:', '').toLowerCase()
  const tables = text.split('\n').map((line) => line.split(',').map((cell) => cell.trim()))
  return tables.flatMap((cells, at) => {
    if (!cells.some((cell) => cell.toLowerCase() === key)) return []
    const headers = tables
      .slice(0, at)
      .filter((other) => other.some((cell) => /^(uuid|pci\.bus_id|gpu_uuid|gpu_bus_id)$/.test(cell)))
    return headers.flatMap((header) =>
      header.flatMap((cell, column) =>
        field.names.includes(cell.replace(/ \[.*\]$/, '')) ? (cells[column] ?? []) : [],
      ),
    )
  })
}

function inventedIn(text: string, gpus: readonly GpuSample[]): readonly string[] {
  return gpus.flatMap((gpu) =>
    fieldsOf(gpu).flatMap((field) => {
      const { value } = field.reading
      if (value === null) return []
      const isThere = standingIn(text, gpu, field).some((cell) => {
        const [digits, unit, ...more] = cell.split(' ')
        return (
          /^[0-9]+(\.[0-9]+)?$/.test(digits ?? '') &&
          (unit === undefined || unit === field.unit) &&
          more.length === 0 &&
          Number(digits) / field.scale === value
        )
      })
      return isThere && value >= 0 && Number.isFinite(value) ? [] : [`${gpu.uuid} ${field.names[0]} ${value}`]
    }),
  )
}

function readLive(text: string): readonly GpuSample[] {
  const gpus: GpuSample[] = []
  const reader = createCardReader({
    clock: { nowUtcMs: () => 0, monotonicMs: () => 0 },
    instantQuietMs: 1_000,
    onSample: (sample) => gpus.push(...sample.gpus),
    onBadLine: () => {},
  })
  for (const line of text.split('\n')) reader.addLine(line)
  reader.closeInstant()
  return gpus
}

describe('T1 unknown is never zero: whatever a tool prints, no watt is invented', () => {
  const texts = [...ownTexts.map(ownFixture), ...(realFixturesArePresent ? realTexts.map(realFixture) : [])]

  it('the oracle itself finds an invented watt', () => {
    const [gpu] = parseRecording(ownFixture('two-cards.csv')).recording?.instants[0] ?? []
    if (!gpu) throw new Error('no card was read')
    expect(inventedIn(ownFixture('two-cards.csv'), [gpu])).toEqual([])
    expect(inventedIn(ownFixture('two-cards.csv'), [{ ...gpu, boardWatts: { value: 18.41 } }])).toHaveLength(
      1,
    )
    expect(inventedIn(ownFixture('unknowns.csv'), [{ ...gpu, boardWatts: { value: 18.4 } }])).not.toEqual([])
  })

  it.each([
    ['the fixed seed', fixedSeed],
    ['a fresh seed', freshSeed],
  ])(`in ${mutationsPerSeed.toLocaleString('en')} mutated outputs, %s %i`, (_, seed) => {
    const random = seededRandom(seed)
    let numbers = 0
    for (let run = 0; run < mutationsPerSeed; run += 1) {
      const text = mutate(texts[run % texts.length] ?? '', random)
      const read = [...readLive(text), ...(parseRecording(text).recording?.instants.flat() ?? [])]
      const invented = inventedIn(text, read)
      if (invented.length > 0) expect.fail(`seed ${seed}, run ${run}: ${invented.join('; ')} in\n${text}`)
      numbers += read.flatMap(fieldsOf).filter((field) => field.reading.value !== null).length
    }
    // Mutations that leave nothing to read would prove nothing.
    expect(numbers).toBeGreaterThan(mutationsPerSeed)
  })
})
