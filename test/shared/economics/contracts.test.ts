import { describe, expect, it } from 'vitest'
import { contractsOf } from '../../../shared/economics/contracts.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, resolved, worked } from './given.ts'

/** Two cards in November and December 2026; the tail is January and February. */
const contracts = (rows: string, given: Given = {}) => {
  const one = batch({ ...worked, gpuCount: 2, ...given, contracts: rows })
  const { gpus, usdPerUpHour, penaltyUsd } = contractsOf(one, timelineOf(one))
  return [seriesOf(gpus, 0), seriesOf(usdPerUpHour, 0), seriesOf(penaltyUsd, 0)] as const
}

describe('H5 cards under contract', () => {
  it('are 1 card at $0.40 an up hour, and $50 are due, where a horizon of 1 month ends first', () => {
    const [gpus, usdPerUpHour, penaltyUsd] = contracts('2026-11 2026-12 1 0.4 50', { horizonMonths: 1 })
    expect([gpus[0], usdPerUpHour[0], penaltyUsd[0]]).toEqual([1, 0.4, 50])
    expect([...gpus.slice(1), ...usdPerUpHour.slice(1), ...penaltyUsd.slice(1)]).toEqual([0, 0, 0, 0, 0, 0])
  })
  it('are those of all rows, first and last month included', () => {
    const [gpus, usdPerUpHour] = contracts('2026-11 2026-12 1 0.4 50; 2026-12 2026-12 1 0.75 0')
    expect(gpus).toEqual([1, 2, 0, 0])
    expect(usdPerUpHour).toEqual([0.4, 1.15, 0, 0])
  })
  it('bring their price for each card', () => {
    const [gpus, usdPerUpHour] = contracts('2026-11 2026-11 2 0.4 0')
    expect([gpus, usdPerUpHour]).toEqual([
      [2, 0, 0, 0],
      [0.8, 0, 0, 0],
    ])
  })
  it('may have begun before the start, and end with the work', () => {
    expect(contracts('2026-01 2026-11 1 0.4 50')).toEqual([
      [1, 0, 0, 0],
      [0.4, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(contracts('2026-01 2026-10 1 0.4 50')).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(contracts('2026-12 2027-02 1 0.4 0')[0]).toEqual([0, 1, 0, 0])
  })
  it('are at most the cards of the rig, the first rows first', () => {
    const inputs = resolved({
      ...worked,
      gpuCount: 3,
      contracts: '2026-11 2026-11 2 0.4 0; 2026-11 2026-11 1 1 0',
    })
    const three = batchOf(inputs, 3, { gpuCount: [1, 2, 3] })
    const { gpus, usdPerUpHour } = contractsOf(three, timelineOf(three))
    expect([0, 1, 2].map((s) => seriesOf(gpus, s)[0])).toEqual([1, 2, 3])
    expect([0, 1, 2].map((s) => seriesOf(usdPerUpHour, s)[0])).toEqual([0.4, 0.8, 1.8])
  })
  it('are none without a row', () => {
    expect(contracts('')).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
  })
})

describe('R9 a contract that outlasts the work', () => {
  it('costs its penalty in the last month of work, whenever it began', () => {
    expect(contracts('2026-01 2027-01 1 0.4 50; 2026-12 2029-12 1 0.4 7')[2]).toEqual([0, 57, 0, 0])
  })
  it('costs nothing where it ends with the last month of work, or has not begun', () => {
    expect(contracts('2026-11 2026-12 1 0.4 50; 2027-01 2027-03 1 0.4 7')[2]).toEqual([0, 0, 0, 0])
  })
  it('is due in each scenario by its own horizon', () => {
    const inputs = resolved({ ...worked, horizonMonths: 3, contracts: '2026-11 2027-01 1 0.4 50' })
    const three = batchOf(inputs, 3, { horizonMonths: [1, 2, 3] })
    const { penaltyUsd, gpus } = contractsOf(three, timelineOf(three))
    expect([0, 1, 2].map((s) => seriesOf(penaltyUsd, s).slice(0, 3))).toEqual([
      [50, 0, 0],
      [0, 50, 0],
      [0, 0, 0],
    ])
    expect([0, 1, 2].map((s) => seriesOf(gpus, s).slice(0, 3))).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
    ])
  })
})
