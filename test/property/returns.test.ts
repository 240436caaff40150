import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { irr, npvFromPeriodZero, xirr, xnpv } from '../../shared/finance/returns.ts'
import { refine } from '../../shared/finance/root.ts'
import { pow } from '../../shared/math.ts'

const numRuns = 100_000
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((micro) => micro / 100_000)
const flows = fc.array(
  fc.record({ dayNumber: fc.integer({ min: 20_000, max: 23_000 }), amountUsd: amount }),
  {
    minLength: 2,
    maxLength: 10,
  },
)

describe('Y3 for any flows', () => {
  it('XNPV at each rate found is 0 or changes its sign there', { timeout: 240_000 }, () => {
    let found = 0
    fc.assert(
      fc.property(flows, (given) => {
        const answer = xirr(given)
        for (const rate of answer.kind === 'rate' ? [answer.rate] : answer.roots) {
          found += 1
          const start = Math.min(...given.map((flow) => flow.dayNumber))
          const size = (at: number) =>
            given.reduce(
              (total, flow) => total + Math.abs(flow.amountUsd) / pow(1 + at, (flow.dayNumber - start) / 365),
              0,
            )
          const isZero = Math.abs(xnpv(rate, given)) <= 1e-9 * size(rate)
          const step = 1e-9 * (1 + rate)
          if (!isZero && xnpv(rate - step, given) > 0 === xnpv(rate + step, given) > 0) return false
        }
        return true
      }),
      { numRuns },
    )
    expect(found).toBeGreaterThan(numRuns / 4)
  })

  it('the order of the flows and the currency unit do not matter', () => {
    fc.assert(
      fc.property(flows, (given) => {
        const turned = xirr(given.toReversed())
        const scaled = xirr(given.map((flow) => ({ ...flow, amountUsd: flow.amountUsd * 1024 })))
        const answer = xirr(given)
        expect(scaled).toEqual(answer)
        expect(turned.kind).toBe(answer.kind)
      }),
      { numRuns: 5000 },
    )
  })

  it('a rate that was put there comes back', { timeout: 240_000 }, () => {
    const income = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(income, fc.double({ min: -0.9, max: 10, noNaN: true }), (amounts, rate) => {
        const worth = npvFromPeriodZero(rate, [0, ...amounts])
        fc.pre(worth > 1e-6 && amounts.some((each) => each > 1e-6))
        const answer = irr([-worth, ...amounts])
        return answer.kind === 'rate' && Math.abs(answer.rate - rate) < 1e-11 * (1 + rate)
      }),
      { numRuns },
    )
  })
})

describe('Y5 for any jump or root', () => {
  it('the answer stands beside the change of sign', () => {
    const point = fc.double({ min: -0.99, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(
        point,
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (at, leap, odd) => {
          const f = (x: number) => {
            let value = x - at
            for (let i = 0; i < odd; i += 1) value *= (x - at) * (x - at) * 4
            return value + (x >= at ? leap : 0)
          }
          fc.pre(f(1) > 0)
          const crossing = refine(f, -1, 1, 1e-10)
          const [low, high] =
            crossing.kind === 'root' ? [crossing.at, crossing.at] : [crossing.low, crossing.high]
          expect(f(low - 1e-10)).toBeLessThanOrEqual(0)
          expect(f(high + 1e-10)).toBeGreaterThanOrEqual(0)
          if (leap > 0.001) expect(crossing.kind === 'jump' || Math.abs(f(low)) < 1e-8).toBe(true)
        },
      ),
      { numRuns },
    )
  })
})
