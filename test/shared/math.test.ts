/* oxlint-disable oxc/approx-constant -- the digits themselves are under test */
import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { clamp, exp, log, median, pow, sum } from '../../shared/math.ts'

/** The double nearest to the true value, from Python 3.11's `decimal` at 60 digits of the double's exact value. */
const expReferences: readonly (readonly [x: number, result: number])[] = [
  [-745.0, 5e-324],
  [-708.5, 2.006132305331306e-308],
  [-100.25, 2.897198083210148e-44],
  [-20.7, 1.0235385977594162e-9],
  [-1.5, 0.22313016014842982],
  [-0.8165244102478028, 0.4419650774819238],
  [-0.1, 0.9048374180359595],
  [-1e-9, 0.999999999],
  [1e-17, 1.0],
  [1e-5, 1.00001000005],
  [0.0054, 1.0054146062794678],
  [0.3465735902799726, 1.414213562373095],
  [0.5, 1.6487212707001282],
  [1.0, 2.718281828459045],
  [2.302585092994046, 10.000000000000002],
  [10.0, 22026.465794806718],
  [37.5, 1.9321599304402836e16],
  [100.0, 2.6881171418161356e43],
  [500.125, 1.5904783503965786e217],
  [709.78, 1.7928227943945155e308],
]

/** From the same oracle. */
const logReferences: readonly (readonly [x: number, result: number])[] = [
  [5e-324, -744.4400719213812],
  [1e-310, -713.8013788281542],
  [2.2250738585072014e-308, -708.3964185322641],
  [1e-100, -230.25850929940458],
  [1e-6, -13.815510557964274],
  [0.1, -2.3025850929940455],
  [0.5, -0.6931471805599453],
  [0.7071067811865475, -0.34657359027997275],
  [0.7071067811865476, -0.3465735902799726],
  [0.9, -0.10536051565782628],
  [0.9999999999999999, -1.1102230246251565e-16],
  [1.0000000000000002, 2.2204460492503128e-16],
  [1.00001, 9.999950000398841e-6],
  [1.1, 0.09531017980432493],
  [1.4142135623730951, 0.3465735902799727],
  [2.0, 0.6931471805599453],
  [2.718281828459045, 1.0],
  [10.0, 2.302585092994046],
  [365.0, 5.8998973535824915],
  [1000000.0, 13.815510557964274],
  [1.7976931348623157e308, 709.782712893384],
]

/** From the same oracle, as exp(exponent * ln(base)). */
const powReferences: readonly (readonly [base: number, exponent: number, result: number])[] = [
  [1.1, 0.09863013698630137, 1.0094447791544479],
  [1.1, 3.0027, 1.3313425602680717],
  [0.9, 12.0, 0.2824295364810001],
  [1.1, 0.08333333333333333, 1.0079741404289038],
  [1.000001, 500000000.0, 1.4032413061709337e217],
  [0.5, 0.5, 0.7071067811865476],
  [2.0, 0.5, 1.4142135623730951],
  [1e-6, -30.0, 1.0000000000000014e180],
  [1000000.0, 51.3, 6.309573444801685e307],
  [1.0001, 1000000.0, 2.6747109931126854e43],
  [0.9999, -1000000.0, 2.7015922856304025e43],
  [3.7, -2.25, 0.05266791437639254],
  [1.7976931348623157e308, 0.999, 8.840174632999172e307],
  [5e-324, 0.5, 2.2227587494850775e-162],
  [1e-300, 1.06, 1e-318],
  [0.3333333333333333, 100.0, 1.940325217482622e-48],
  [1.4142135623730951, 2.0, 2.0000000000000004],
  [123.456, 7.89, 3.1771028258180936e16],
]

const oracle = `
import json, math, sys
from decimal import Decimal, getcontext
context = getcontext(); context.prec = 60; context.Emax = 9999; context.Emin = -9999
worst = {}
for name, x, y, got in json.load(sys.stdin):
    x, y, got = Decimal(float(x)), Decimal(float(y)), Decimal(float(got))
    true = x.exp() if name == 'exp' else x.ln() if name == 'log' else (y * x.ln()).exp()
    worst[name] = max(worst.get(name, 0.0), float(abs(got - true) / Decimal(math.ulp(float(true)))))
print(json.dumps(worst))`

/** Numbers from 0 to below 1, the same on every run (a linear congruence of 31 bits). */
function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Row = readonly [name: string, x: number, y: number, got: number]

function samples(count: number): Row[] {
  const draw = uniform(20_261_121)
  const rows: Row[] = []
  const power = (base: number, exponent: number) => rows.push(['pow', base, exponent, pow(base, exponent)])
  for (let i = 0; i < count; i += 1) {
    for (const x of [draw() * 1417 - 708, draw() * 4 - 2, (draw() - 0.5) * 1e-6])
      rows.push(['exp', x, 0, exp(x)])
    for (const x of [
      draw() + 0.5,
      1 + (draw() - 0.5) * 1e-4,
      (draw() + 1e-12) * 1e9,
      (draw() + 1e-9) * 1e-290,
    ]) {
      rows.push(['log', x, 0, log(x)])
    }
    power(draw() * 3 + 1e-6, draw() * 120 - 60)
    power(1 + draw() * 1e-3, draw() * 1e6 - 5e5)
    power((draw() + 0.01) * 1e90, draw() * 6 - 3)
    const near = draw() + 0.5
    if (near !== 1) power(near, (draw() * 1400 - 700) / log(near))
  }
  return rows
}

const python = spawnSync('python3', ['-c', 'from decimal import Decimal']).status === 0

describe('G1 exp, log and pow have the same digits everywhere', () => {
  it('gives the examples of its docstrings', () => {
    expect(exp(1)).toBe(2.718281828459045)
    expect(log(10)).toBe(2.302585092994046)
    expect(pow(1.1, 0.5)).toBe(1.0488088481701516)
  })

  it('gives the nearest double for each frozen reference', () => {
    for (const [x, result] of expReferences) expect(exp(x), `exp(${x})`).toBe(result)
    for (const [x, result] of logReferences) expect(log(x), `log(${x})`).toBe(result)
    for (const [x, y, result] of powReferences) expect(pow(x, y), `pow(${x}, ${y})`).toBe(result)
  })

  it.skipIf(!python)(
    `lies within 0.52 units of the last place of 60 digits by Python${python ? '' : ' (skipped: no python3 here)'}`,
    () => {
      const rows = samples(1000)
      const answer = execFileSync('python3', ['-c', oracle], {
        input: JSON.stringify(rows),
        encoding: 'utf8',
      })
      const worst = JSON.parse(answer) as Record<'exp' | 'log' | 'pow', number>
      expect(worst.exp).toBeLessThan(0.51)
      expect(worst.log).toBeLessThan(0.51)
      expect(worst.pow).toBeLessThan(0.52)
    },
  )

  it('has the digits that it had when they were frozen', () => {
    // FNV-1a over the bits of 11,000 results; the oracle is this code in Node 20.20, Node 24.21 and Chromium 156.
    const bits = new DataView(new ArrayBuffer(8))
    let hash = 0x811c9dc5
    for (const row of samples(1000)) {
      bits.setFloat64(0, row[3])
      for (let i = 0; i < 8; i += 1) hash = Math.imul(hash ^ bits.getUint8(i), 0x01000193)
    }
    expect((hash >>> 0).toString(16)).toBe('f38b34a9')
  })

  it('never asks the engine for a transcendental function', async () => {
    const { readFile } = await import('node:fs/promises')
    const source = await readFile(new URL('../../shared/math.ts', import.meta.url), 'utf8')
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(
      code
        .match(/Math\.\w+/g)
        ?.filter((used) => !['Math.floor', 'Math.abs', 'Math.min', 'Math.max', 'Math.SQRT2'].includes(used)),
    ).toEqual([])
    expect(code).not.toContain('**')
  })

  it('gives exact powers where a double can hold them', () => {
    for (let n = 0; n <= 22; n += 1) expect(pow(10, n)).toBe(Number(`1e${n}`))
    for (let n = 0; n <= 33; n += 1) expect(pow(3, n)).toBe(Number(3n ** BigInt(n)))
    for (let n = -1074; n <= 1023; n += 1) expect(log(pow(2, n)) / Math.LN2).toBeCloseTo(n, 9)
    expect(pow(2, -1074)).toBe(Number.MIN_VALUE)
    expect(pow(-2, 3)).toBe(-8)
    expect(pow(-2, -2)).toBe(0.25)
    expect(pow(0.25, 0.5)).toBe(0.5)
  })

  it('keeps the identities of powers', () => {
    for (const x of [1e-300, 0.3, 1, 7, 1e300, -4]) expect(pow(x, 0)).toBe(1)
    for (const y of [-1e300, -0.1, 0, 5, 1e300]) expect(pow(1, y)).toBe(1)
    for (const x of [-3.7, 5e-324, 1.1, 1e300]) expect(pow(x, 1)).toBe(x)
    expect(pow(0, 0.1)).toBe(0)
    expect(exp(0)).toBe(1)
    expect(log(1)).toBe(0)
  })

  it('goes to 0 below the smallest double and refuses above the largest', () => {
    expect(exp(-746)).toBe(0)
    expect(exp(-1e300)).toBe(0)
    expect(exp(-745)).toBe(Number.MIN_VALUE)
    expect(pow(10, -400)).toBe(0)
    expect(pow(0.5, 1e308)).toBe(0)
    expect(exp(709.78)).toBeLessThan(Number.MAX_VALUE)
    expect(() => exp(709.79)).toThrow(/exp\(709\.79\) is larger/)
    expect(() => pow(10, 309)).toThrow(/pow\(10, 309\) is larger/)
    expect(() => pow(1 + 2 ** -52, 1e300)).toThrow(/larger/)
  })

  it('refuses by name what has no answer, and never returns NaN', () => {
    expect(() => log(0)).toThrow(/log needs a number above 0, but was given 0/)
    expect(() => log(-1)).toThrow(RangeError)
    expect(() => pow(-2, 0.5)).toThrow(/negative base needs a whole exponent/)
    expect(() => pow(0, -1)).toThrow(/pow\(0, -1\) divides by zero/)
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => exp(bad)).toThrow(/exp needs finite numbers/)
      expect(() => log(bad)).toThrow(/log needs finite numbers/)
      expect(() => pow(bad, 0)).toThrow(/pow needs finite numbers/)
      expect(() => pow(1, bad)).toThrow(/pow needs finite numbers/)
    }
  })
})

describe('G2 sums', () => {
  it('carry the rounding errors along', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(sum([])).toBe(0)
  })

  it('refuse values that are not finite', () => {
    expect(() => sum([1, Number.NaN])).toThrow(/sum needs finite numbers/)
    expect(() => sum([1, Number.POSITIVE_INFINITY])).toThrow(/sum needs finite numbers/)
    expect(() => sum([1e308, 1e308])).toThrow(/sum needs finite numbers/)
  })
})

describe('G3 median', () => {
  it('is the middle value or the mean of the middle two', () => {
    expect(median([3, 1, 2, 10])).toBe(2.5)
    expect(median([3, 1, 2])).toBe(2)
    expect(median([10, 9, 100])).toBe(10)
    expect(median([1.7e308, 1.7e308])).toBe(1.7e308)
  })

  it('needs values, and leaves the given ones in their order', () => {
    const given = [3, 1, 2]
    median(given)
    expect(given).toEqual([3, 1, 2])
    expect(() => median([])).toThrow(/at least one/)
    expect(() => median([1, Number.NaN])).toThrow(/NaN/)
  })
})

describe('G4 clamp', () => {
  it('is the value or the bound that it passes', () => {
    expect([clamp(1.2, 0, 1), clamp(-3, 0, 1), clamp(0.4, 0, 1)]).toEqual([1, 0, 0.4])
    expect(() => clamp(Number.NaN, 0, 1)).toThrow(/clamp\(NaN, 0, 1\)/)
    expect(() => clamp(0, 1, 0)).toThrow(/ascending/)
  })
})
