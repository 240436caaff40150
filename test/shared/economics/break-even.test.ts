import { describe, expect, it } from 'vitest'
import { breakEvenOf, breakEvensOf, statementAt, targetValues } from '../../../shared/economics/break-even.ts'
import type { NumberKey } from '../../../shared/economics/input-table.ts'
import type { Given } from './given.ts'
import { resolved, worked, workedCard, workedTokens } from './given.ts'

const net = (given: Given, key: NumberKey) =>
  breakEvenOf(resolved({ ...worked, ...given }), key, 'first-year net')
const roots = (given: Given, key: NumberKey) =>
  net(given, key).crossings.map((crossing) => (crossing.kind === 'root' ? crossing.at : null))

describe('X1 where the answer turns', () => {
  it('a cost that grows by $1 a month: the net of $127.10 without it is used up at $127.10', () => {
    const { crossings, everywhere } = net({}, 'fixedOperatingUsdPerMonth')
    expect(everywhere).toBeNull()
    expect(crossings).toHaveLength(1)
    // To 1e-10 of an interval of $10,000,000 / 64.
    expect(roots({}, 'fixedOperatingUsdPerMonth')[0]).toBeCloseTo(127.1, 4)
  })
  it('the rented share: idle power, fixed cost and payout fee over what a rented hour brings', () => {
    // 1464 h x 0.1 kW x $0.20 + $20 + $2 over 1464 h x ($0.45 - 0.3 kW x $0.20)
    expect(roots({}, 'rentalUtilizationRatio')[0]).toBeCloseTo(51.28 / 570.96, 9)
  })
  it('an integer: the smallest on the other side', () => {
    // n cards bring 329.4 n, the rig costs 73.2 + 1000 + 2: above zero from the fourth card on.
    expect(roots({ fixedOperatingUsdPerMonth: 500 }, 'gpuCount')).toEqual([4])
  })
  it('a leap: above $329.40 the minimum is never reached', () => {
    const { crossings } = breakEvenOf(resolved(worked), 'minimumPayoutUsd', 'npv')
    expect(crossings).toHaveLength(1)
    const [leap] = crossings
    if (leap?.kind !== 'jump') throw new Error('expected a jump')
    expect(leap.low).toBeLessThanOrEqual(329.4 + 1e-9)
    expect(leap.high).toBeGreaterThanOrEqual(329.4 - 1e-9)
    expect(leap.high - leap.low).toBeLessThan(1e-9)
  })
  it('nowhere: the sign everywhere', () => {
    expect(net({ subsidyUsdPerUpGpuHour: 5 }, 'priceUsdPerGpuHour').everywhere).toBe('above')
    expect(net({ rentalUtilizationRatio: 0 }, 'priceUsdPerGpuHour').everywhere).toBe('below')
    const free = { rentalUtilizationRatio: 0, flatTariffPerKwh: 0, fixedOperatingUsdPerMonth: 0 }
    expect(net(free, 'priceUsdPerGpuHour')).toMatchObject({ crossings: [], everywhere: 'zero' })
  })
  it('two crossings: the nearer to the current value first', () => {
    // Half a year of costs before the first cash, and losses at the end: worth something only at rates between.
    const given = { ...worked, holdDays: 180, priceYearlyChangeRatio: -0.7, horizonMonths: 36 }
    const rates = (discountRatePerYear: number) =>
      breakEvenOf(resolved({ ...given, discountRatePerYear }), 'discountRatePerYear', 'npv').crossings
    const [low, high] = rates(0)
    expect(rates(0)).toHaveLength(2)
    expect(rates(5)).toEqual([high, low])
    expect(low).not.toEqual(high)
  })
  it('several targets share the same points', () => {
    const inputs = resolved(workedCard)
    const targets = ['first-year net and wear', 'first-year net'] as const
    expect(breakEvensOf(inputs, 'priceUsdPerGpuHour', targets)).toEqual(
      targets.map((target) => breakEvenOf(inputs, 'priceUsdPerGpuHour', target)),
    )
  })
  it('takes the wear of unknown prices as none', () => {
    const inputs = resolved(worked)
    const at = (target: 'first-year net' | 'first-year net and wear') =>
      targetValues(statementAt(inputs, 'uptimeRatio', [0.5, 1], false), target)
    expect(at('first-year net and wear')).toEqual(at('first-year net'))
    expect(at('first-year net')[1]).toBeCloseTo(117.1, 9)
  })
})

describe('X2 points by even ratios', () => {
  it('find a token price of cents between a billionth and ten millions', () => {
    const given = { ...workedTokens, priceUsdPerGpuHour: 0, subsidyTokensPerUpGpuHour: 1 }
    // 1,464 tokens pay $73.20 + $20 + $2.
    expect(roots(given, 'tokenPriceUsd')[0]).toBeCloseTo(95.2 / 1464, 9)
  })
})

describe('X3 values that overload the power supply', () => {
  const board: Given = {
    powerBasis: 'board',
    rentedBoardWatts: 300,
    idleBoardWatts: 20,
    hostRentedWatts: 0,
    hostIdleWatts: 0,
    psuRatedWatts: 650,
  }
  it('are not looked at', () => {
    const inputs = resolved({ ...worked, ...board })
    const heights = targetValues(statementAt(inputs, 'gpuCount', [1, 2, 3], false), 'first-year net')
    expect(heights.map((height) => height === null)).toEqual([false, false, true])
  })
  it('leave nothing to say where all do', () => {
    const inputs = resolved({ ...worked, ...board, psuRatedWatts: 200 })
    expect(breakEvenOf(inputs, 'priceUsdPerGpuHour', 'first-year net')).toMatchObject({
      crossings: [],
      everywhere: null,
    })
  })
})
