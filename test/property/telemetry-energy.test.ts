import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuredEnergy } from '../../shared/telemetry/energy.ts'

const schedule = fc.array(
  fc.record({
    elapsedMs: fc.oneof(
      fc.integer({ min: 900, max: 1100 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.integer({ min: 0, max: 30 * 86_400_000 }),
    ),
    centiwatts: fc.option(fc.integer({ min: 0, max: 500_000 }), { nil: null }),
  }),
  { maxLength: 60 },
)

describe('T3 energy is right whatever the clock does', () => {
  it('equals an exact integer sum over 10,000 schedules, and its seconds add up to the time that passed forwards', () => {
    fc.assert(
      fc.property(schedule, (steps) => {
        let monotonicMs = 1e9
        const points = steps.map(({ elapsedMs, centiwatts }) => {
          monotonicMs += elapsedMs
          return { monotonicMs, watts: centiwatts === null ? null : centiwatts / 100 }
        })
        // Oracle: twice the centiwatt-milliseconds in exact integers.
        let exact = 0n
        let measured = 0
        let forwards = 0
        for (let at = 1; at < steps.length; at += 1) {
          const [before, step] = [steps[at - 1]?.centiwatts ?? null, steps[at]]
          if (!step || step.elapsedMs <= 0) continue
          forwards += step.elapsedMs
          if (step.elapsedMs > 3000 || before === null || step.centiwatts === null) continue
          measured += step.elapsedMs
          exact += BigInt(before + step.centiwatts) * BigInt(step.elapsedMs)
        }
        const result = measuredEnergy(points, 1000)
        expect(result.measuredSeconds).toBe(measured / 1000)
        const seconds = result.measuredSeconds + result.gapSeconds + result.unknownSeconds
        expect(seconds).toBeCloseTo(forwards / 1000, 6)
        if (measured === 0) expect(result.wattHours).toBeNull()
        else expect(result.wattHours).toBeCloseTo(Number(exact) / 200 / 3_600_000, 9)
      }),
      { numRuns: 10_000, seed: 20_261_121 },
    )
  })
})
