import { describe, expect, it } from 'vitest'
import {
  calibrationOf,
  coolingRatio,
  efficiencyAt,
  rigEnergyKwh,
  wallPowerOf,
} from '../../../shared/economics/energy.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { hoursOf } from '../../../shared/economics/hours.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, entriesOf, worked } from './given.ts'

/** A 650 W Gold supply: 300 W of cards and 90 W of host lie at 60 % of it. */
const onBoard: Given = {
  ...worked,
  powerBasis: 'board',
  gpuCount: 2,
  rentedBoardWatts: 150,
  idleBoardWatts: 20,
  hostRentedWatts: 90,
  hostIdleWatts: 25,
  psuRatedWatts: 650,
  psuEfficiencyAt10Ratio: 0.8,
}
const watts = (given: Given) => wallPowerOf(batch({ ...onBoard, ...given }))

describe('E1 watts at the wall in two states', () => {
  it('divides what cards and host draw by the efficiency at that load', () => {
    const { rentedWatts, idleWatts } = watts({})
    expect(rentedWatts[0]).toBeCloseTo(390 / 0.894, 9) // 436.24 W
    expect(idleWatts[0]).toBeCloseTo(65 / 0.8, 9) // exactly at the 10 % point
  })
  it('applies slope and offset of the calibration, and never falls below 0', () => {
    const { rentedWatts, idleWatts } = watts({ calibrationSlopeRatio: 1.1, calibrationOffsetWatts: -100 })
    expect(rentedWatts[0]).toBeCloseTo((1.1 * 390) / 0.894 - 100, 9)
    expect(idleWatts[0]).toBe(0)
  })
  it('uses a figure taken at the wall as it is', () => {
    const { rentedWatts, idleWatts, overloadRatio } = wallPowerOf(batch(worked))
    expect([rentedWatts[0], idleWatts[0], overloadRatio[0]]).toEqual([400, 100, 0])
  })
})

describe('E2 efficiency of the supply', () => {
  it('is linear between its points and held outside of them', () => {
    const points = [
      { loadRatio: 0.2, efficiencyRatio: 0.87 },
      { loadRatio: 0.5, efficiencyRatio: 0.9 },
    ]
    const at = (load: number) => efficiencyAt(points, load)
    expect(at(0.35)).toBeCloseTo(0.885, 12)
    expect([at(0), at(0.2), at(0.5), at(1)]).toEqual([0.87, 0.87, 0.9, 0.9])
  })
  it('marks the watts as estimated where a state lies below the lowest known point', () => {
    const estimated = (given: Given) => {
      const evaluation = evaluate(entriesOf({ ...onBoard, ...given }))
      return evaluation.kind === 'evaluated' ? evaluation.wallEstimated : null
    }
    expect(estimated({})).toBe(false)
    expect(estimated({ hostIdleWatts: 24 })).toBe(true) // 64 W of 650 W
    expect(estimated({ hostIdleWatts: 90 })).toBe(false) // 130 W, the 20 % point
    const { psuEfficiencyAt10Ratio: _, ...without10 } = onBoard
    const held = evaluate(entriesOf({ ...without10, hostIdleWatts: 89 }))
    expect(held).toMatchObject({ wallEstimated: true }) // held from the 20 % point: 129 W
    expect(evaluate(entriesOf({ ...without10, hostIdleWatts: 90 }))).toMatchObject({ wallEstimated: false })
  })
})

const problem = (given: Given) => {
  const evaluation = evaluate(entriesOf({ ...onBoard, ...given }))
  return evaluation.kind === 'refused' ? evaluation.problems.map(({ message }) => message) : null
}

describe('E3 a load above the rating', () => {
  it('is refused by name, with the watts drawn, for either state', () => {
    expect(problem({ psuRatedWatts: 390 })).toBeNull()
    expect(problem({ psuRatedWatts: 389 })).toEqual([
      'Power supply rating (psuRatedWatts): expected at least the 390 W that the cards and the machine draw; given was 389 W.',
    ])
    expect(problem({ idleBoardWatts: 400 })?.[0]).toContain('at least the 825 W')
  })
})

const at = (computedWatts: number, meterWatts: number) => ({ computedWatts, meterWatts })

describe('E4 calibration by a wall meter', () => {
  it('takes the slope from one reading and the offset from a second', () => {
    const low = { computedWatts: 100, meterWatts: 120 }
    const high = { computedWatts: 400, meterWatts: 440 }
    expect(calibrationOf([low])).toEqual({ slopeRatio: 1.2, offsetWatts: 0 })
    const { slopeRatio, offsetWatts } = calibrationOf([low, high])
    expect(slopeRatio).toBeCloseTo(16 / 15, 12)
    expect(offsetWatts).toBeCloseTo(40 / 3, 9)
  })
  it('refuses two readings at one load, and a meter that falls while the load rises', () => {
    expect(() => calibrationOf([at(100, 120), at(100, 130)])).toThrow('two different loads')
    expect(() => calibrationOf([at(100, 120), at(400, 110)])).toThrow('two different loads')
    expect(() => calibrationOf([at(0, 120)])).toThrow(RangeError)
  })
})

const kwh = (given: Given) => {
  const one = batch({ ...worked, uptimeRatio: 500 / 720, rentalUtilizationRatio: 0.4, ...given })
  const timeline = timelineOf(one)
  const same = new Float64Array(timeline.months.length).fill(1)
  return seriesOf(rigEnergyKwh(one, hoursOf(one, timeline), wallPowerOf(one), same), 0)
}

describe('E5 kilowatt-hours of the rig', () => {
  it('takes 110 kWh in 500 up hours of which 40 % are rented, at 400 and 100 W', () => {
    expect(kwh({})[0]).toBeCloseTo(110, 9)
    expect(kwh({}).slice(2)).toEqual([0, 0])
  })
  it('charges only the increase over idle where the machine is on anyway', () => {
    expect(kwh({ baseline: 'on anyway' })[0]).toBeCloseTo(60, 9)
  })
})

const ratio = (given: Given) => {
  const one = batch({ ...worked, startMonth: '2026-05', ...given })
  return seriesOf(coolingRatio(one, timelineOf(one)), 0)
}

describe('E6 cooling is exactly one of four', () => {
  it('costs a third more in a room with COP 3, in cooling months only', () => {
    expect(ratio({ coolingKind: 'room' })).toEqual([0, 1 / 3, 1 / 3, 1 / 3])
    expect(ratio({ coolingKind: 'room', heatRemovedRatio: 0.5, coolingCop: 2 })[1]).toBe(0.25)
  })
  it('costs PUE - 1 at a site, and nothing where there is none or it is in the rent', () => {
    expect(ratio({ coolingKind: 'site' })[0]).toBeCloseTo(0.54, 12)
    expect(ratio({ coolingKind: 'none' })).toEqual([0, 0, 0, 0])
    expect(ratio({ coolingKind: 'included' })).toEqual([0, 0, 0, 0])
    expect(cellOf(coolingRatio(batch(worked), timelineOf(batch(worked))), 0, 0)).toBe(0)
  })
})

describe('E10 what replacements leave of the watts', () => {
  it('multiplies the kWh of their months', () => {
    const one = batch({ ...worked, uptimeRatio: 500 / 720, rentalUtilizationRatio: 0.4 })
    const timeline = timelineOf(one)
    const factors = Float64Array.of(0.5, 0, 1, 1)
    const table = rigEnergyKwh(one, hoursOf(one, timeline), wallPowerOf(one), factors)
    expect(cellOf(table, 0, 0)).toBeCloseTo(55, 9)
    expect(cellOf(table, 1, 0)).toBe(0)
  })
})
