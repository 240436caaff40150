import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clamp, exp, log, median, pow, sum } from '../../shared/math.ts'

const numRuns = 100_000
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('G1 for any number', () => {
  it('a result is finite or the call is refused', () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => {
        for (const call of [() => exp(x), () => log(x), () => pow(x, y)]) {
          try {
            expect(Number.isFinite(call())).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
        }
      }),
      { numRuns },
    )
  })

  it('exp undoes log', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => {
        fc.pre(x > 0)
        const power = log(x)
        expect(Math.abs(exp(power) - x)).toBeLessThanOrEqual(2.3e-16 * (2 + Math.abs(power)) * x + 1e-323)
      }),
      { numRuns },
    )
  })

  it('exp and log never fall as their argument rises', () => {
    const positive = fc.double({ min: 5e-324, max: 1.7e308, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: -745, max: 709, noNaN: true }), positive, (x, y) => {
        expect(exp(x + Math.abs(x) * 2 ** -52)).toBeGreaterThanOrEqual(exp(x))
        expect(log(y * (1 + 2 ** -52))).toBeGreaterThanOrEqual(log(y))
      }),
      { numRuns },
    )
  })

  it('pow(x, n) is the repeated product', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: -60, max: 60 }),
        (x, n) => {
          let product = 1
          for (let i = 0; i < Math.abs(n); i += 1) product *= x
          const expected = n < 0 ? 1 / product : product
          expect(Math.abs(pow(x, n) - expected)).toBeLessThanOrEqual(expected * 2.3e-16 * (Math.abs(n) + 2))
        },
      ),
      { numRuns },
    )
  })
})

describe('G2 for any list', () => {
  it('the sum of integers is exact, in any order', () => {
    const integers = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { maxLength: 60 })
    fc.assert(
      fc.property(integers, (values) => {
        const exact = Number(values.reduce((total, value) => total + BigInt(value), 0n))
        expect(sum(values)).toBe(exact)
        expect(sum(values.toReversed())).toBe(exact)
      }),
      { numRuns },
    )
  })

  it('cancelling pairs leave the rest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 1e20, noNaN: true }),
        (small, large) => {
          expect(sum([large, small, -large])).toBe(small)
        },
      ),
      { numRuns },
    )
  })
})

describe('G3 and G4 for any list', () => {
  it('half the values lie on each side of the median, and clamping keeps to the bounds', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 30 }), finite, finite, (values, one, other) => {
        const middle = median(values)
        expect(values.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(values.length)
        expect(values.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(values.length)
        const [low, high] = [Math.min(one, other), Math.max(one, other)] as const
        const clamped = clamp(middle, low, high)
        expect(
          clamped >= low && clamped <= high && (clamped === middle || middle < low || middle > high),
        ).toBe(true)
      }),
      { numRuns },
    )
  })
})
