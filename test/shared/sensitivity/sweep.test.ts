import { describe, expect, it } from 'vitest'
import type { InputDefinition, NumberInput } from '../../../shared/economics/input-definition.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import { outcomesOf } from '../../../shared/sensitivity/cases.ts'
import { basisWords, drawnRange, endsOf, evenSteps } from '../../../shared/sensitivity/ranges.ts'
import { reasonAgainstSweep, sweepOf, sweptPoints } from '../../../shared/sensitivity/sweep.ts'
import { assumed } from '../../../shared/figure.ts'
import { entriesOf, resolved, worked } from '../economics/given.ts'

const row = (key: string) =>
  (inputTable as readonly InputDefinition[]).find((each) => each.key === key) as NumberInput
const given = entriesOf(worked)

describe('SN1 cases of one scenario', () => {
  it('the worked scenario nets $117.10, and $150.04 at $0.60: 366 h x $0.10 x 0.9 more', () => {
    const [base, dearer] = outcomesOf(given, [{}, { priceUsdPerGpuHour: 0.6 }], 'net')
    expect(base).toMatchObject({ kind: 'value' })
    expect(base?.kind === 'value' && base.usd).toBeCloseTo(117.1, 9)
    expect(dearer?.kind === 'value' && dearer.usd).toBeCloseTo(150.04, 9)
  })
  it('one that is refused has its reason, the others their numbers', () => {
    const outcomes = outcomesOf(given, [{ gpuCount: 1.5 }, { gpuCount: 2 }], 'npv')
    expect(outcomes[0]).toMatchObject({
      kind: 'refused',
      reason: /a whole number from 1/ as unknown as string,
    })
    expect(outcomes[1]?.kind).toBe('value')
  })
  it('an unknown price is no zero: the case says what is missing', () => {
    const { priceUsdPerGpuHour: _, ...open } = given
    expect(outcomesOf(open, [{}], 'net')).toEqual([{ kind: 'refused', reason: 'Price is not given.' }])
    expect(outcomesOf({ ...given, priceBasis: 'cap' }, [{}], 'net')).toEqual([
      { kind: 'refused', reason: 'A cap price makes no net.' },
    ])
  })
})

describe('SN2 the ends of an input', () => {
  it('are its own low and high where the figure has them', () => {
    const own = { ...assumed(0.5, 'usdPerGpuHour'), low: 0.3, high: 0.55 }
    const ends = endsOf(row('priceUsdPerGpuHour'), { priceUsdPerGpuHour: own }, 0.5, false)
    expect(ends).toEqual({ low: 0.3, high: 0.55, basis: 'own range' })
    const below = { ...own, high: null }
    expect(endsOf(row('priceUsdPerGpuHour'), { priceUsdPerGpuHour: below }, 0.5, false).high).toBe(0.5)
  })
  it('are a fifth to either side else, within the bounds, and say that Idlewatt assumes it', () => {
    const { low, high, basis } = endsOf(row('rentalUtilizationRatio'), {}, 0.41, false)
    expect([low, high]).toEqual([expect.closeTo(0.328, 12), expect.closeTo(0.492, 12)])
    expect(basisWords(basis)).toBe('±20 %, assumed by Idlewatt')
    expect(endsOf(row('uptimeRatio'), {}, 0.98, false).high).toBe(1)
  })
  it('of an integer are at least one away', () => {
    expect(endsOf(row('gpuCount'), {}, 2, false)).toEqual({ low: 1, high: 3, basis: 'one' })
    expect(endsOf(row('gpuCount'), {}, 1, false)).toMatchObject({ low: 1, high: 2 })
    expect(endsOf(row('horizonMonths'), {}, 36, false)).toEqual({ low: 29, high: 43, basis: 'share' })
  })
  it('of a yearly change are ten percentage points away, also from zero', () => {
    expect(endsOf(row('priceYearlyChangeRatio'), {}, 0, false)).toEqual({
      low: -0.1,
      high: 0.1,
      basis: 'points',
    })
    expect(basisWords('points')).toBe('±10 percentage points, assumed by Idlewatt')
  })
  it('of an unknown term are the range that stands for it', () => {
    expect(endsOf(row('platformFeeRatio'), {}, 0.3, true)).toEqual({ low: 0, high: 0.3, basis: 'unknown' })
  })
  it('“never” is no neighbour of “after one month”', () => {
    expect(endsOf(row('networkStopsAfterMonths'), {}, 0, false)).toMatchObject({ low: 0, high: 0 })
    expect(endsOf(row('networkStopsAfterMonths'), {}, 10, false)).toMatchObject({ low: 8, high: 12 })
  })
})

describe('SN3 what is drawn of an input', () => {
  it('reaches from nothing to twice the value, within the bounds', () => {
    expect(drawnRange(row('flatTariffPerKwh'), 0.31)).toEqual({ low: 0, high: 0.62 })
    expect(drawnRange(row('flatTariffPerKwh'), -0.1)).toEqual({ low: -0.2, high: 0 })
    expect(drawnRange(row('rentalUtilizationRatio'), 0.62)).toEqual({ low: 0, high: 1 })
    expect(drawnRange(row('tokenPriceUsd'), 2).low).toBe(0.000_000_001)
  })
  it('of an unknown value is the slider', () => {
    expect(drawnRange(row('priceUsdPerGpuHour'), null)).toEqual({ low: 0, high: 5 })
    expect(drawnRange(row('calibrationOffsetWatts'), 0)).toEqual({ low: 0, high: 1000 })
  })
  it('of a yearly change is half to either side', () => {
    expect(drawnRange(row('tokenYearlyChangeRatio'), -0.9)).toEqual({ low: -0.99, high: -0.4 })
  })
  it('of a whole number has more than one', () => {
    expect(drawnRange(row('gpuCount'), 1)).toEqual({ low: 1, high: 3 })
    expect(evenSteps(row('gpuCount'), 1, 4, 24)).toEqual([1, 2, 3, 4])
  })
  it('is walked in even steps to the very end', () => {
    expect(evenSteps(row('flatTariffPerKwh'), 0, 0.3, 4)).toEqual([
      0,
      expect.closeTo(0.1),
      expect.closeTo(0.2),
      0.3,
    ])
    expect(evenSteps(row('flatTariffPerKwh'), 0.3, 0.3, 4)).toEqual([0.3])
  })
})

describe('SN4 the sweep of an input', () => {
  it('fixed costs of $0, $117.10 and $200: 127.10, 10 and −72.90, turning at $127.10', () => {
    const { points, crossings } = sweepOf(
      resolved(worked),
      'fixedOperatingUsdPerMonth',
      'net',
      [0, 117.1, 200],
    )
    expect(points.map(({ usd }) => usd)).toEqual([
      expect.closeTo(127.1, 9),
      expect.closeTo(10, 9),
      expect.closeTo(-72.9, 9),
    ])
    expect(crossings).toEqual([{ kind: 'root', at: expect.closeTo(127.1, 6) as number }])
  })
  it('what overloads the power supply is a gap, not a zero', () => {
    const board = { powerBasis: 'board', rentedBoardWatts: 300, idleBoardWatts: 20, psuRatedWatts: 650 }
    const { points } = sweepOf(resolved({ ...worked, ...board }), 'gpuCount', 'npv', [1, 2, 3])
    expect(points.map(({ usd }) => usd === null)).toEqual([false, true, true])
  })
  it('the swept input may itself be open, another may not', () => {
    const { rentalUtilizationRatio: _, ...open } = worked
    const inputs = resolved(open)
    expect(sweepOf(inputs, 'rentalUtilizationRatio', 'net', [0, 1]).points).toHaveLength(2)
    expect(reasonAgainstSweep(inputs, 'priceUsdPerGpuHour')).toBe('Rented share of up hours is not given.')
    expect(() => sweepOf(inputs, 'priceUsdPerGpuHour', 'net')).toThrow(/cannot be swept: Rented share/)
  })
  it('has the value in use among its points, in order', () => {
    const points = sweptPoints(resolved({ ...worked, priceUsdPerGpuHour: 0.333 }), 'priceUsdPerGpuHour')
    expect(points).toContain(0.333)
    expect(points).toEqual(points.toSorted((a, b) => a - b))
  })
})
