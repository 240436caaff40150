import { describe, expect, it } from 'vitest'
import {
  chooseFields,
  parseCsv,
  parseCsvLine,
  readHeader,
  readRow,
} from '../../../shared/telemetry/nvidia-smi.ts'
import { ownFixture } from './fixture.ts'

const uuid = 'GPU-11111111-aaaa-4bbb-8ccc-000000000001'

function onlyCard(text: string) {
  const parsed = parseCsv(text)
  expect(parsed.problem).toBeNull()
  const card = parsed.instants?.[0]?.[0]?.card
  if (!card) throw new Error('no card was read')
  return card
}

describe('M5 fields go by name, and only what the driver offers is asked for', () => {
  it('chooses of the wanted fields those that the help text lists', () => {
    expect(chooseFields(ownFixture('help-query-gpu.txt'))).toEqual([
      'count',
      'index',
      'uuid',
      'name',
      'pci.bus_id',
      'driver_version',
      'power.draw',
      'power.draw.instant',
      'enforced.power.limit',
      'power.limit',
      'utilization.gpu',
      'memory.used',
      'memory.total',
      'temperature.gpu',
    ])
  })

  it('takes an alias where the driver knows only that', () => {
    expect(chooseFields('"gpu_uuid"\nThe card.\n\n"gpu.power.draw.instant"\nWatts.\n')).toEqual([
      'gpu_uuid',
      'gpu.power.draw.instant',
    ])
  })

  it('follows its worked examples', () => {
    expect(chooseFields('"uuid" or "gpu_uuid"\n...\n\n"power.draw"\n...')).toEqual(['uuid', 'power.draw'])
    expect(parseCsvLine('0, 12.5 W')).toEqual(['0', '12.5 W'])
    expect(readHeader('uuid, power.draw [W]')?.width).toBe(2)
  })

  it('chooses nothing from a text that lists nothing', () => {
    expect(
      chooseFields('NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'),
    ).toEqual([])
  })

  it('reads the same values whatever the order of the columns', () => {
    const forward = onlyCard(`uuid, power.draw [W], temperature.gpu\n${uuid}, 84.24 W, 46\n`)
    const backward = onlyCard(`temperature.gpu, power.draw [W], uuid\n46, 84.24 W, ${uuid}\n`)
    expect(backward).toEqual(forward)
    expect(forward.boardWatts).toEqual({ value: 84.24 })
    expect(forward.temperatureCelsius).toEqual({ value: 46 })
  })

  it('takes no reading from a column that is there twice', () => {
    const card = onlyCard(`uuid, power.draw [W], power.draw [W]\n${uuid}, 1.00 W, 2.00 W\n`)
    expect(card.boardWatts).toMatchObject({ value: null, reason: 'unreadable' })
  })

  it('takes no reading from a column in another unit', () => {
    const card = onlyCard(`uuid, power.draw [mW], power.limit [W]\n${uuid}, 84240 mW, 200.00 W\n`)
    expect(card.boardWatts).toMatchObject({ value: null, reason: 'unreadable' })
    expect(card.boardLimitWatts).toEqual({ value: 200 })
  })

  it('does not take a table of processes, which also names cards, for a table of cards', () => {
    expect(readHeader('timestamp, gpu_name, gpu_bus_id, gpu_serial, gpu_uuid, pid, process_name')).toBeNull()
    expect(readHeader('NVIDIA-SMI has failed, see uuid, name')).toBeNull()
  })

  it('reads a row only under a header of its own width', () => {
    const header = readHeader('uuid, power.draw [W]')
    if (!header) throw new Error('the header was not read')
    expect(readRow(header, `${uuid}, 0.00 W`, 'written')?.card.boardWatts).toEqual({ value: 0 })
    expect(readRow(header, `${uuid}, 84,24 W`, 'written')).toBeNull()
    expect(readRow(header, uuid, 'written')).toBeNull()
  })
})

describe('M4 board watts are the driver’s own choice first, and the limit is the one in force', () => {
  it('prefers power.draw, then the average, then the instant', () => {
    const header = 'uuid, power.draw [W], power.draw.average [W], power.draw.instant [W]'
    expect(onlyCard(`${header}\n${uuid}, 3.00 W, 2.00 W, 1.00 W\n`).boardWatts).toEqual({ value: 3 })
    expect(onlyCard(`${header}\n${uuid}, [N/A], 2.00 W, 1.00 W\n`).boardWatts).toEqual({ value: 2 })
    expect(onlyCard(`${header}\n${uuid}, [N/A], [N/A], 1.00 W\n`).boardWatts).toEqual({ value: 1 })
  })

  it('never takes a module for the board', () => {
    const card = onlyCard(`uuid, power.draw [W], module.power.draw.average [W]\n${uuid}, [N/A], 900.00 W\n`)
    expect(card.boardWatts).toEqual({ value: null, reason: 'not-available', raw: '[N/A]' })
  })

  it('prefers the enforced limit to the requested one', () => {
    const header = 'uuid, power.limit [W], enforced.power.limit [W]'
    expect(onlyCard(`${header}\n${uuid}, 300.00 W, 280.00 W\n`).boardLimitWatts).toEqual({ value: 280 })
    expect(onlyCard(`${header}\n${uuid}, 300.00 W, [N/A]\n`).boardLimitWatts).toEqual({ value: 300 })
  })
})

describe('M6 a looped table is cut into instants', () => {
  it('finds three instants of two cards, each with its own watts', () => {
    const { instants } = parseCsv(ownFixture('two-cards.csv'))
    // The figures stand in two-cards.csv, column power.draw [W].
    expect(instants?.map((rows) => rows.map(({ card }) => card.boardWatts.value))).toEqual([
      [18.4, 231.75],
      [18.55, 232.1],
      [0, 229.98],
    ])
  })

  it('finds the same first instant where units are left out', () => {
    const { instants } = parseCsv(ownFixture('two-cards.csv'))
    const { instants: withoutUnits } = parseCsv(ownFixture('two-cards-nounits.csv'))
    expect(withoutUnits).toEqual([instants?.[0]])
  })

  it('skips a header that comes again, and reads Windows line ends', () => {
    const text = ownFixture('two-cards.csv')
    const header = text.slice(0, text.indexOf('\n') + 1)
    const repeated = text.replaceAll('\n2, 0,', `\n${header}2, 0,`).replaceAll('\n', '\r\n')
    expect(parseCsv(repeated)).toEqual(parseCsv(text))
  })
})

describe('M1 real words for "no reading" stay unknown beside real zeros', () => {
  it('reads every card of a mixed rig', () => {
    const { instants } = parseCsv(ownFixture('unknowns.csv'))
    const values = instants?.[0]?.map(({ card }) => [
      card.boardWatts.value,
      card.boardLimitWatts.value,
      card.busyRatio.value,
      card.memoryUsedMebibytes.value,
      card.memoryTotalMebibytes.value,
      card.temperatureCelsius.value,
    ])
    // Read off unknowns.csv by eye, row by row.
    expect(values).toEqual([
      [61.25, 400, null, null, 40960, 31],
      [null, null, 0, 0, 2048, 29],
      [0, null, null, null, null, null],
      [null, null, null, null, null, null],
      [null, null, null, null, null, null],
    ])
    const liar = instants?.[0]?.[4]?.card
    expect(liar?.boardWatts).toEqual({ value: null, reason: 'out-of-range', raw: '99999.00 W' })
    expect(liar?.memoryUsedMebibytes).toEqual({ value: null, reason: 'unreadable', raw: 'NaN MiB' })
  })
})

describe('M8 a table that does not fit is refused by its line', () => {
  it.each([
    ['', 1, 'a header'],
    ['hello\n', 1, 'a header'],
    [`power.draw [W], power.limit [W]\n1 W, 2 W\n`, 1, 'uuid or pci.bus_id'],
    [`\nuuid, power.draw [W]\n`, 2, 'at least one line'],
    [`uuid, power.draw [W]\n${uuid}, 1.00 W, 2\n${uuid}, 1.00 W\n`, 2, '2 cells'],
    [
      `uuid, power.draw [W]\n${uuid}, 1.00 W\nUnable to determine the device handle\n${uuid}, 1 W\n`,
      3,
      '2 cells',
    ],
  ])('%j', (text, line, expected) => {
    const { problem } = parseCsv(text)
    expect(problem?.line).toBe(line)
    expect(problem?.expected).toContain(expected)
  })

  it('leaves out a last line that was cut off in writing', () => {
    const { instants } = parseCsv(`uuid, power.draw [W]\n${uuid}, 1.00 W\nGPU-1111`)
    expect(instants).toHaveLength(1)
  })
})
