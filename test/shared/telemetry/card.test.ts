import { describe, expect, it } from 'vitest'
import {
  beginsNextInstant,
  isCompleteInstant,
  isFallbackKey,
  keyCards,
  readCount,
  readDriverVersion,
  readName,
  readPciBusId,
  readUuid,
  type CardRow,
} from '../../../shared/telemetry/card.ts'
import { unknownReading } from '../../../shared/telemetry/reading.ts'

const uuidA = 'GPU-11111111-aaaa-4bbb-8ccc-000000000001'
const uuidB = 'GPU-22222222-aaaa-4bbb-8ccc-000000000002'
const slotA = '00000000:01:00.0'
const slotB = '00000000:02:00.0'

function row(
  uuid: string | null,
  pciBusId: string | null,
  boardWatts = 10,
  cardsInRig: number | null = null,
): CardRow {
  const unknown = unknownReading('not-offered-by-driver', null)
  return {
    cardsInRig,
    uuid,
    card: {
      index: null,
      name: 'A card',
      pciBusId,
      driverVersion: null,
      boardWatts: { value: boardWatts },
      boardLimitWatts: unknown,
      busyRatio: unknown,
      memoryUsedMebibytes: unknown,
      memoryTotalMebibytes: unknown,
      temperatureCelsius: unknown,
    },
  }
}

describe('M3 a card is its UUID', () => {
  it('keys each card by its UUID', () => {
    const { gpus, problems } = keyCards([row(uuidA, slotA, 10), row(uuidB, slotB, 20)])
    expect(gpus.map((gpu) => [gpu.uuid, gpu.boardWatts])).toEqual([
      [uuidA, { value: 10 }],
      [uuidB, { value: 20 }],
    ])
    expect(problems).toEqual([])
  })

  it('falls back to the PCI slot where there is no UUID, and says so', () => {
    const { gpus, problems } = keyCards([row(null, slotA)])
    expect(gpus.map((gpu) => gpu.uuid)).toEqual([`pci:${slotA}`])
    expect(isFallbackKey(`pci:${slotA}`)).toBe(true)
    expect(isFallbackKey(uuidA)).toBe(false)
    expect(problems.join()).toContain('gives no UUID')
  })

  it('does not mix two cards that claim the same UUID', () => {
    const { gpus, problems } = keyCards([row(uuidA, slotA, 10), row(uuidA, slotB, 20)])
    expect(gpus.map((gpu) => gpu.uuid)).toEqual([`pci:${slotA}`, `pci:${slotB}`])
    expect(problems).toHaveLength(2)
    expect(problems.join()).toContain('shares its UUID')
  })

  it('leaves out what it cannot attribute', () => {
    expect(keyCards([row(null, null)]).gpus).toEqual([])
    expect(keyCards([row(null, slotA), row(null, slotA)]).gpus).toEqual([])
    expect(keyCards([row(null, null)]).problems.join()).toContain('left out')
  })

  it('follows its worked examples', () => {
    expect(readUuid('[N/A]')).toBeNull()
    expect(readUuid(uuidA)).toBe(uuidA)
    expect(readUuid(`${uuidA}0`)).toBeNull()
    expect(readPciBusId('00000000:2d:00.0')).toBe('00000000:2D:00.0')
    expect(readPciBusId('2d:00.0')).toBeNull()
    expect(readDriverVersion('N/A')).toBeNull()
    expect(readDriverVersion('595.71.05')).toBe('595.71.05')
    expect(readCount('8')).toBe(8)
    expect(readCount('8.5')).toBeNull()
    expect(readName('[N/A]')).toBe('NVIDIA GPU (name unknown)')
    expect(readName('Tesla T4\u0007')).toBe('Tesla T4')
  })
})

describe('M6 one sample is all cards at one instant', () => {
  it('ends an instant when a card comes up again', () => {
    expect(beginsNextInstant([row(uuidA, slotA)], row(uuidA, slotA))).toBe(true)
    expect(beginsNextInstant([row(uuidA, slotA)], row(uuidB, slotB))).toBe(false)
  })

  it('takes the same UUID in another slot as another card', () => {
    expect(beginsNextInstant([row(uuidA, slotA)], row(uuidA, slotB))).toBe(false)
  })

  it('ends an instant when as many cards are there as the tool counts', () => {
    expect(isCompleteInstant([row(uuidA, slotA, 10, 2)])).toBe(false)
    expect(isCompleteInstant([row(uuidA, slotA, 10, 2), row(uuidB, slotB, 10, 2)])).toBe(true)
    expect(isCompleteInstant([row(uuidA, slotA, 10, null)])).toBe(false)
  })
})
