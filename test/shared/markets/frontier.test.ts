import { describe, expect, it } from 'vitest'
import { frontierOf, utilizationAt } from '../../../shared/markets/frontier.ts'
import { entriesOf, type Given, worked } from '../economics/given.ts'

const base = { priceUsdPerGpuHour: 0.5, rentalUtilizationRatio: 0.4 }

function frontier(change: Given = {}, elasticity = 2, ownSupplyShareRatio = 0) {
  const found = frontierOf({ entries: entriesOf({ ...worked, ...change }), elasticity, ownSupplyShareRatio })
  if (found.kind !== 'frontier') throw new Error(found.reason)
  return found
}

const ask = (change: Given, elasticity = 1, ownSupplyShareRatio = 0) =>
  frontierOf({ entries: entriesOf({ ...worked, ...change }), elasticity, ownSupplyShareRatio })

describe('MK15 occupancy against price', () => {
  it('40 % at $0.50, elasticity 1: 80 % at $0.25, never above all hours', () => {
    const question = { elasticity: 1, ownSupplyShareRatio: 0 }
    expect(utilizationAt(base, question, 0.25)).toBeCloseTo(0.8, 12)
    expect(utilizationAt(base, question, 0.1)).toBe(1)
    expect(utilizationAt(base, { elasticity: 0, ownSupplyShareRatio: 0 }, 3)).toBeCloseTo(0.4, 12)
  })

  it('own supply takes its share of the hours', () => {
    expect(utilizationAt(base, { elasticity: 1, ownSupplyShareRatio: 0.25 }, 0.5)).toBeCloseTo(0.3, 12)
  })

  it('goes through the given point', () => {
    const { points } = frontier()
    const middle = points[48]!
    expect(middle.priceUsdPerGpuHour).toBeCloseTo(0.5, 12)
    // The worked example of SPEC.
    expect(middle.netUsdPerMonth).toBeCloseTo(117.1, 2)
    expect(points[0]!.priceUsdPerGpuHour).toBeCloseTo(0.125, 12)
    expect(points.at(-1)!.priceUsdPerGpuHour).toBeCloseTo(2, 12)
  })
})

describe('MK16 the best price', () => {
  it('at elasticity 2 the top lies at twice the hour’s cost', () => {
    // An hour rented costs 0.3 kW x $0.20 = $0.06 more than an idle one; net of 10 % fee p x 0.9 - 0.06, and
    // share ~ p^-2: the top is at p = 2 x 0.06 / 0.9. A low share keeps all hours from being rented there.
    const { best, bestAtEnd } = frontier({ rentalUtilizationRatio: 0.02, priceUsdPerGpuHour: 0.3 })
    expect(bestAtEnd).toBeNull()
    expect(best.priceUsdPerGpuHour).toBeCloseTo(0.12 / 0.9, 5)
  })

  it('where nobody minds the price the best is the highest looked at, and said not to be a top', () => {
    const { best, bestAtEnd } = frontier({}, 0)
    expect(bestAtEnd).toBe('highest price')
    expect(best.priceUsdPerGpuHour).toBeCloseTo(2, 9)
  })

  it('from $100 on only $100 is looked at, and it is no top', () => {
    const { points, bestAtEnd, best } = frontier({ priceUsdPerGpuHour: 30 }, 0.2)
    expect(points.filter(({ priceUsdPerGpuHour }) => priceUsdPerGpuHour >= 100)).toHaveLength(1)
    expect([best.priceUsdPerGpuHour, bestAtEnd]).toEqual([100, 'highest price'])
  })

  it('the flat top holds the best, and every point of it is within 5 %', () => {
    const { points, best, flatFromUsdPerGpuHour, flatToUsdPerGpuHour } = frontier({
      rentalUtilizationRatio: 0.02,
      priceUsdPerGpuHour: 0.3,
      fixedOperatingUsdPerMonth: 0,
      withdrawalFeeUsd: 0,
      wallIdleWatts: 0,
    })
    expect(flatFromUsdPerGpuHour).toBeLessThan(best.priceUsdPerGpuHour)
    expect(flatToUsdPerGpuHour).toBeGreaterThan(best.priceUsdPerGpuHour)
    const within = points.filter(
      ({ priceUsdPerGpuHour }) =>
        priceUsdPerGpuHour >= flatFromUsdPerGpuHour && priceUsdPerGpuHour <= flatToUsdPerGpuHour,
    )
    expect(within.length).toBeGreaterThan(3)
    expect(within.length).toBeLessThan(points.length)
    for (const { netUsdPerMonth } of within)
      expect(netUsdPerMonth).toBeGreaterThanOrEqual(
        best.netUsdPerMonth - 0.05 * Math.abs(best.netUsdPerMonth),
      )
  })

  it('draws in the power floor, and the full-cost price where the card’s value is known', () => {
    const bare = frontier()
    // (0.4 kW x $0.20) / 0.9
    expect(bare.powerFloorUsdPerGpuHour).toBeCloseTo(0.08 / 0.9, 9)
    expect(bare.fullCostUsdPerGpuHour).toBeNull()
    const withCard = frontier({ resaleTodayUsdPerGpu: 600, resaleIn12MonthsUsdPerGpu: 480 })
    expect(withCard.fullCostUsdPerGpuHour).toBeGreaterThan(bare.powerFloorUsdPerGpuHour)
  })

  it('refuses by name what has no frontier', () => {
    expect(ask({}, 11)).toEqual({
      kind: 'refused',
      reason: 'Elasticity: expected a number from 0 to 10; given was 11.',
    })
    expect(ask({}, NaN).kind).toBe('refused')
    expect(ask({}, 1, 1)).toMatchObject({ reason: expect.stringContaining('Own share of supply') })
    expect(ask({ priceUsdPerGpuHour: 0 })).toMatchObject({ reason: expect.stringContaining('above 0') })
    expect(ask({ priceBasis: 'cap' })).toMatchObject({ reason: 'A cap price makes no net.' })
  })
})
