import { describe, expect, it } from 'vitest'
import { readProof } from '../../../electron/proof.ts'
import { proofFunctions } from '../../../shared/proof/functions.ts'
import { corrupted, runProof, runVector } from '../../../shared/proof/run-proof.ts'
import { proofGroups, type ProofVector } from '../../../shared/proof/vector.ts'

const vectors = readProof()

const own: ProofVector = {
  id: 'sln',
  title: 'SLN',
  group: 'Spreadsheet functions',
  source: { name: 'formulajs', url: 'https://github.com/formulajs', licence: 'MIT', date: '2026-11-21' },
  function: 'SLN',
  arguments: [30_000, 7500, 10],
  expected: 2250,
  tolerance: 0,
}

describe('PR1 the bundled vectors', () => {
  it('are at least 300, each with a source, in every group, for every function that is offered', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(300)
    expect(new Set(vectors.map(({ group }) => group))).toEqual(new Set(proofGroups))
    expect(new Set(vectors.map((vector) => vector.function))).toEqual(new Set(Object.keys(proofFunctions)))
    for (const { source } of vectors) expect(source.name.length * source.licence.length).toBeGreaterThan(0)
  })

  it('hold refusals, big integers and lists beside plain numbers', () => {
    const kinds = vectors.map(({ expected }) =>
      Array.isArray(expected) ? 'list' : typeof expected === 'object' ? 'error' : typeof expected,
    )
    expect(new Set(kinds)).toEqual(new Set(['number', 'string', 'list', 'error']))
    expect(kinds.filter((kind) => kind === 'error').length).toBeGreaterThan(30)
  })
})

describe('PR2 running them', () => {
  it('all agree here', () => {
    const rows = runProof(vectors)
    expect(rows.map(({ id }) => id)).toEqual(vectors.map(({ id }) => id))
    expect(rows.filter(({ pass }) => !pass)).toEqual([])
  })

  it('gives the row of its docstring', () => {
    expect(runVector(own)).toMatchObject({ id: 'sln', pass: true, got: 2250, difference: 0 })
  })

  it('compares within tolerance x max(1, |expected|), and digits exactly', () => {
    expect(runVector({ ...own, expected: 2251, tolerance: 1e-3 }).pass).toBe(true)
    expect(runVector({ ...own, expected: 2253, tolerance: 1e-3 }).pass).toBe(false)
    const pool: ProofVector = {
      ...own,
      function: 'pool, amount out',
      arguments: ['1000000000000000000', '5000000000000000000', '10000000000000000000'],
      expected: '1662497915624478906', // Uniswap v2-core test/UniswapV2Pair.spec.ts
      tolerance: 1,
    }
    expect(runVector(pool).pass).toBe(true)
    expect(runVector({ ...pool, expected: '1662497915624478907' }).pass).toBe(false)
  })

  it('a refusal agrees by its name only; a fault of ours is a failure with words, not a crash', () => {
    const zero = { ...own, arguments: [30_000, 7500, 0] }
    expect(runVector({ ...zero, expected: { error: '#NUM!' } }).pass).toBe(true)
    expect(runVector({ ...zero, expected: { error: '#VALUE!' } }).pass).toBe(false)
    expect(runVector({ ...zero, expected: 0 })).toMatchObject({ pass: false, got: { error: '#NUM!' } })
    expect(runVector({ ...own, function: 'NOPE' }).got).toEqual({
      error: 'broken: no function is called "NOPE"',
    })
    expect(runVector({ ...own, function: 'constructor' }).pass).toBe(false)
    expect(runVector({ ...own, arguments: ['x'] }).got).toEqual({
      error: 'broken: argument 1 should be a number, but is "x"',
    })
  })

  it('lists agree only with the same length', () => {
    const list: ProofVector = {
      ...own,
      function: 'IRR, all roots',
      arguments: [[-100, 110]],
      tolerance: 1e-9,
    }
    expect(runVector({ ...list, expected: [0.1] }).pass).toBe(true)
    expect(runVector({ ...list, expected: [0.1, 0.1] }).pass).toBe(false)
    expect(runVector({ ...list, expected: 0.1 }).pass).toBe(false)
  })
})

describe('PR3 a corrupted figure', () => {
  it('is noticed, whichever of all it is, and it alone', () => {
    for (let position = 1; position <= vectors.length; position += 1) {
      const changed = corrupted(vectors, position)
      // The others are the very same vectors, of which the run above showed that they agree.
      const touched = changed.flatMap((vector, at) => (vector === vectors[at] ? [] : [at + 1]))
      expect(touched).toEqual([position])
      expect(runVector(changed[position - 1]!).pass, vectors[position - 1]!.id).toBe(false)
    }
  })

  it('fails in a whole run as the only one', () => {
    for (const position of [1, 77, vectors.length]) {
      const failed = runProof(corrupted(vectors, position)).flatMap(({ pass }, at) => (pass ? [] : [at + 1]))
      expect(failed).toEqual([position])
    }
  })

  it('must exist', () => {
    expect(() => corrupted(vectors, 0)).toThrow(/vectors 1 to \d+, but number 0/)
    expect(() => corrupted(vectors, vectors.length + 1)).toThrow(RangeError)
    expect(corrupted([own], 1)[0]!.expected).toBeCloseTo(2250.002_25, 9)
  })
})
