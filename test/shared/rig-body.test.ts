import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../electron/catalogue.ts'
import {
  cardFromCatalogue,
  cardsFromSample,
  cardsInWords,
  gpuCount,
  type RigCard,
  rigBody,
} from '../../shared/rig-body.ts'
import { rigBodySchema } from '../../shared/api.ts'
import { assumed, type Figure, unknownFigure } from '../../shared/figure.ts'
import type { GpuSample, Reading } from '../../shared/telemetry/gpu-sample.ts'

const catalogue = readCatalogue()

function card(name: string, count: number, limit: Figure, idle: Figure = assumed(20, 'watts')): RigCard {
  return { uuid: null, catalogueId: null, name, count, boardLimitWatts: limit, idleBoardWatts: idle }
}

const measured = (value: number): Figure => ({
  ...assumed(value, 'watts', 'driver'),
  class: 'own-measurement',
  asOf: '2026-11-21',
})

describe('A rig from cards', () => {
  it('of the catalogue is one that the backend accepts, for every card that ships', () => {
    for (const gpu of catalogue.gpus) {
      const body = rigBody('a rig', [cardFromCatalogue(gpu, 2, catalogue)])
      expect(rigBodySchema.safeParse(body).error).toBeUndefined()
    }
  })

  it('of one kind keeps the figure with its source as it is', () => {
    const body = rigBody('two', [card('A', 2, measured(320))])
    expect(body.boardLimitWatts).toEqual(measured(320))
  })

  it('of two kinds has the mean per GPU, as trusted as its least trusted part', () => {
    const body = rigBody('mixed', [
      card('A', 2, measured(350)),
      card('B', 1, assumed(320, 'watts', 'a guess')),
    ])
    // 2 x 350 + 320 over 3 GPUs
    expect(body.boardLimitWatts.value).toBe(340)
    expect(body.boardLimitWatts.class).toBe('assumption')
    expect(body.boardLimitWatts.source).toBe('mean over 3 GPUs: driver; a guess')
  })

  it('has unknown watts as soon as one card’s are: a mean over some would pass for the rig’s', () => {
    const body = rigBody('mixed', [card('A', 2, measured(350)), card('B', 1, unknownFigure('watts'))])
    expect(body.boardLimitWatts.value).toBeNull()
  })

  it('never claims what the cards draw while rented', () => {
    expect(rigBody('x', [card('A', 1, measured(320))]).rentedBoardWatts.value).toBeNull()
  })

  it('is named by its cards, equal ones counted together', () => {
    const cards = [card('A', 2, measured(1)), card('B', 1, measured(1)), card('A', 1, measured(1))]
    expect(cardsInWords(cards)).toBe('3 × A, B')
    expect(gpuCount(cards)).toBe(4)
  })
})

const cardOf = (gpu: GpuSample) =>
  cardsFromSample({ atUtcMs: Date.UTC(2026, 10, 21), monotonicMs: 0, gpus: [gpu] }, catalogue)[0]

describe('A detected card', () => {
  const silent: Reading = { value: null, reason: 'not-offered-by-driver', raw: '[N/A]' }
  const detected = (name: string, limit: Reading): GpuSample => ({
    uuid: 'GPU-1',
    index: 0,
    name,
    pciBusId: null,
    driverVersion: null,
    boardWatts: silent,
    boardLimitWatts: limit,
    busyRatio: silent,
    memoryUsedMebibytes: silent,
    memoryTotalMebibytes: { value: 16_376 },
    temperatureCelsius: silent,
  })
  it('takes the limit that its driver reports, as measured on that day', () => {
    const limit = cardOf(detected('NVIDIA GeForce RTX 4080 SUPER', { value: 300 }))?.boardLimitWatts
    expect(limit).toMatchObject({ value: 300, class: 'own-measurement', asOf: '2026-11-21' })
  })

  it('takes the catalogue’s limit where the driver reports none', () => {
    const found = cardOf(detected('NVIDIA GeForce RTX 4080 SUPER', silent))
    expect(found?.catalogueId).toBe('geforce-rtx-4080-super')
    expect(found?.boardLimitWatts).toEqual(
      catalogue.gpus.find(({ id }) => id === 'geforce-rtx-4080-super')?.boardLimitWatts,
    )
  })

  it('that nobody knows stays unknown', () => {
    const found = cardOf(detected('Some Other GPU', silent))
    expect(found?.catalogueId).toBeNull()
    expect(found?.boardLimitWatts.value).toBeNull()
    expect(found?.idleBoardWatts.value).toBeNull()
  })
})
