import { describe, expect, it } from 'vitest'
import { gateOf } from '../../../shared/economics/verdict.ts'

const gate = (a: number, b: number, c: number) => gateOf({ a, b, c }, true, true)

describe('V1 the zero-appreciation gate', () => {
  it('names the first leg that carries: usage, subsidy, token path, none', () => {
    expect(gate(1, 1, 1).verdict).toBe('infrastructure income')
    expect(gate(-1, 1, 1).verdict).toBe('subsidised income')
    expect(gate(-2, -1, 1).verdict).toBe('token trade')
    expect(gate(-2, -1, -1).verdict).toBe('loss')
  })
  it('does not take zero for above zero', () => {
    expect(gate(0, 0, 0)).toMatchObject({ verdict: 'loss', lossOnExpectedPath: false })
    expect(gate(0, 1, 1).verdict).toBe('subsidised income')
    expect(gate(0, 0, 1).verdict).toBe('token trade')
    expect(gate(1, 1, 0).lossOnExpectedPath).toBe(true)
  })
  it('says where it becomes a loss on the expected path: -5, 3, -1', () => {
    expect(gate(-5, 3, -1)).toEqual({
      verdict: 'subsidised income',
      tokenInvolved: true,
      usageOnlyUsd: -5,
      subsidyUsd: 8,
      tokenPathUsd: -4,
      lossOnExpectedPath: true,
      withCapital: true,
    })
    expect(gate(-5, -3, -1).lossOnExpectedPath).toBe(false)
  })
})

describe('V2 without capital', () => {
  it('is said', () => {
    expect(gateOf({ a: 1, b: 1, c: 1 }, false, false)).toMatchObject({
      withCapital: false,
      tokenInvolved: false,
    })
  })
})
