import { describe, expect, it } from 'vitest'
import { addLot, emptyLots, takeLots } from '../../../shared/economics/lots.ts'

/** 10 tokens received at $20 together, then 10 at $40. */
const two = () => {
  const lots = emptyLots()
  addLot(lots, 10, 20)
  addLot(lots, 10, 40)
  return lots
}

describe('B12 lots of tokens, the oldest first', () => {
  it('were worth $40 when received, the first 15 of 10 at $20 and 10 at $40', () => {
    const lots = two()
    expect(takeLots(lots, 15)).toBeCloseTo(20 + 40 / 2, 12)
    expect(takeLots(lots, 5)).toBeCloseTo(20, 12)
  })
  it('leave of a lot what was not taken, at the same worth a token', () => {
    const lots = two()
    expect(takeLots(lots, 4)).toBeCloseTo(8, 12)
    expect(takeLots(lots, 4)).toBeCloseTo(8, 12)
    expect(takeLots(lots, 4)).toBeCloseTo(2 * 2 + 2 * 4, 12)
    expect(takeLots(lots, 8)).toBeCloseTo(32, 12)
  })
  it('are used up at exactly their size, and nothing is left of them', () => {
    const lots = two()
    expect(takeLots(lots, 10)).toBe(20)
    expect(lots.oldest).toBe(1)
    expect(takeLots(lots, 10)).toBe(40)
    expect(takeLots(lots, 10)).toBe(0)
  })
  it('leave no dust: less than a billionth of what was taken goes with it', () => {
    const lots = two()
    expect(takeLots(lots, 10 - 5e-9)).toBe(20)
    expect(lots.oldest).toBe(1)
    const others = two()
    expect(takeLots(others, 10 - 2e-8)).toBeLessThan(20)
    expect(others.oldest).toBe(0)
  })
  it('are worth nothing where nothing is taken, or none is there', () => {
    const lots = two()
    expect(takeLots(lots, 0)).toBe(0)
    expect(takeLots(lots, 20)).toBe(60)
    expect(takeLots(emptyLots(), 5)).toBe(0)
  })
})
