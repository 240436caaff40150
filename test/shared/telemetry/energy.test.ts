import { describe, expect, it } from 'vitest'
import { measuredEnergy, powerOfCard } from '../../../shared/telemetry/energy.ts'
import type { RigSample } from '../../../shared/telemetry/gpu-sample.ts'
import { parseRecording } from '../../../shared/telemetry/recording.ts'

const at = (monotonicMs: number, watts: number | null) => ({ monotonicMs, watts })

describe('M7 energy is what was measured, and nothing between', () => {
  it('follows its worked example', () => {
    // (100 W + 200 W) / 2 for 1 s = 150 Ws = 150 / 3600 Wh, by hand.
    expect(measuredEnergy([at(0, 100), at(1000, 200)], 1000)).toEqual({
      wattHours: 150 / 3600,
      measuredSeconds: 1,
      gapSeconds: 0,
      unknownSeconds: 0,
    })
  })

  it('gives a steady 300 W for an hour as 300 Wh', () => {
    const hour = Array.from({ length: 3601 }, (_, second) => at(second * 1000, 300))
    expect(measuredEnergy(hour, 1000)).toEqual({
      wattHours: 300,
      measuredSeconds: 3600,
      gapSeconds: 0,
      unknownSeconds: 0,
    })
  })

  it('does not bridge a gap, which begins beyond three intervals', () => {
    expect(measuredEnergy([at(0, 100), at(3000, 100)], 1000)).toMatchObject({
      measuredSeconds: 3,
      gapSeconds: 0,
    })
    expect(measuredEnergy([at(0, 100), at(3001, 100)], 1000)).toEqual({
      wattHours: null,
      measuredSeconds: 0,
      gapSeconds: 3.001,
      unknownSeconds: 0,
    })
  })

  it('does not bridge a suspended day', () => {
    const { wattHours, gapSeconds } = measuredEnergy([at(0, 360), at(1000, 360), at(86_401_000, 360)], 1000)
    expect(wattHours).toBe(0.1)
    expect(gapSeconds).toBe(86_400)
  })

  it('counts unknown watts as unknown time, not as zero', () => {
    expect(measuredEnergy([at(0, 100), at(1000, null), at(2000, 100), at(3000, 100)], 1000)).toEqual({
      wattHours: 100 / 3600,
      measuredSeconds: 1,
      gapSeconds: 0,
      unknownSeconds: 2,
    })
  })

  it('keeps a measured zero apart from nothing measured', () => {
    expect(measuredEnergy([at(0, 0), at(1000, 0)], 1000).wattHours).toBe(0)
    expect(measuredEnergy([at(0, 50)], 1000).wattHours).toBeNull()
    expect(measuredEnergy([], 1000).wattHours).toBeNull()
  })

  it('begins anew where the monotonic clock stands still or goes back', () => {
    const restarted = [at(500_000, 100), at(500_000, 900), at(1000, 900), at(2000, 900)]
    expect(measuredEnergy(restarted, 1000)).toEqual({
      wattHours: 900 / 3600,
      measuredSeconds: 1,
      gapSeconds: 0,
      unknownSeconds: 0,
    })
  })
})

describe('M3 a card keeps its watts through a new index', () => {
  it('follows a card by its UUID, and knows nothing of it while it is away', () => {
    const uuidA = 'GPU-11111111-aaaa-4bbb-8ccc-000000000001'
    const uuidB = 'GPU-22222222-aaaa-4bbb-8ccc-000000000002'
    const header = 'index, uuid, power.draw [W]'
    const tables = [
      `0, ${uuidA}, 10.00 W\n1, ${uuidB}, 200.00 W`,
      `0, ${uuidB}, 201.00 W`,
      `0, ${uuidB}, 202.00 W\n1, ${uuidA}, 12.00 W`,
    ]
    const samples: RigSample[] = tables.map((table, second) => {
      const gpus = parseRecording(`${header}\n${table}\n`).recording?.instants[0] ?? []
      return { atUtcMs: 0, monotonicMs: second * 1000, gpus }
    })
    expect(powerOfCard(samples, uuidA).map((point) => point.watts)).toEqual([10, null, 12])
    expect(powerOfCard(samples, uuidB).map((point) => point.watts)).toEqual([200, 201, 202])
  })
})
