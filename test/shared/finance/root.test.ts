import { describe, expect, it } from 'vitest'
import { refine } from '../../../shared/finance/root.ts'

/** How often a function is evaluated until its root is known to 1e-10. */
function evaluationsFor(f: (x: number) => number): number {
  let evaluations = 0
  refine(
    (x) => {
      evaluations += 1
      return f(x)
    },
    0,
    1,
    1e-10,
  )
  return evaluations
}

describe('Y5 refining a change of sign', () => {
  it('finds the root of a smooth function within the tolerance', () => {
    const crossing = refine((x) => x * x - 2, 0, 2, 1e-12)
    expect(crossing.kind).toBe('root')
    if (crossing.kind === 'root') expect(Math.abs(crossing.at - Math.SQRT2)).toBeLessThan(1e-12)
  })

  it.each([
    ['flat near the root', (x: number) => (x - 0.3) * (x - 0.3) * (x - 0.3), 0.3],
    ['steep', (x: number) => (x - 0.3) * 1e12, 0.3],
    ['falling', (x: number) => 0.7 - x, 0.7],
    ['far from straight', (x: number) => (x < 0.9 ? -1e-6 * (1.0001 - x) : 1e6 * (x - 0.9) - 1e-7), 0.9],
  ])('finds a root that is %s', (_, f, root) => {
    const crossing = refine(f, 0, 1, 1e-10)
    expect(crossing.kind).toBe('root')
    if (crossing.kind === 'root') expect(Math.abs(crossing.at - root)).toBeLessThan(1e-4)
    if (crossing.kind === 'root') expect(f(crossing.at - 1e-10) > 0).not.toBe(f(crossing.at + 1e-10) > 0)
  })

  it('needs few evaluations where the function is smooth and never many more than halving', () => {
    const halvings = 34 // the smallest n with 2^-n < 1e-10; two ends and one spare come on top
    expect(evaluationsFor((x) => x * x - 0.3)).toBeLessThan(20)
    for (const k of [3, 9, 31, 101]) {
      let power = 1
      const f = (x: number) => {
        power = 1
        for (let i = 0; i < k; i += 1) power *= x
        return power - 1e-9
      }
      expect(evaluationsFor(f)).toBeLessThanOrEqual(halvings + 3)
    }
  })

  it('gives a jump as the interval between two neighbouring numbers', () => {
    for (const low of [-1, -1e-3, -5e6]) {
      const crossing = refine((x) => (x < 0.3 ? low : 2), 0, 1, 1e-10)
      expect(crossing.kind).toBe('jump')
      if (crossing.kind !== 'jump') continue
      expect(crossing.high).toBe(0.3)
      expect(crossing.low).toBeLessThan(0.3)
      expect(crossing.high - crossing.low).toBeLessThan(1e-15)
    }
    expect(refine((x) => (x <= 0 ? -1 : 1), -1, 1, 1e-10).kind).toBe('jump')
  })

  it('takes an exact zero at either end or on the way', () => {
    expect(refine((x) => x, 0, 1, 1e-9)).toEqual({ kind: 'root', at: 0 })
    expect(refine((x) => x - 1, 0, 1, 1e-9)).toEqual({ kind: 'root', at: 1 })
    const plateau = refine((x) => (x < 0.2 ? -1 : x > 0.6 ? 1 : 0), 0, 1, 1e-9)
    expect(plateau.kind).toBe('root')
    if (plateau.kind === 'root') expect(plateau.at >= 0.2 && plateau.at <= 0.6).toBe(true)
  })

  it('refuses what cannot be answered', () => {
    expect(() => refine((x) => x + 5, 0, 1, 1e-9)).toThrow(/change of sign, but f\(0\) = 5 and f\(1\) = 6/)
    expect(() => refine((x) => x, 1, 0, 1e-9)).toThrow(/low <= high/)
    expect(() => refine((x) => x, -1, 1, 0)).toThrow(/tolerance above 0/)
    expect(() => refine((x) => x, -1, Number.POSITIVE_INFINITY, 1e-9)).toThrow(RangeError)
    expect(() => refine((x) => (x > 0.4 && x < 1 ? Number.NaN : x - 0.5), 0, 1, 1e-9)).toThrow(/no value at/)
  })
})
