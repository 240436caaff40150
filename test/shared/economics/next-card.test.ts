import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { nextCardOf } from '../../../shared/economics/next-card.ts'
import { statementOf } from '../../../shared/economics/statement.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import type { Given } from './given.ts'
import { entriesOf, resolved, worked } from './given.ts'

/** One card of 300 W and 90 W of host on a supply that is 90 % efficient at every load. */
const onBoard: Given = {
  ...worked,
  powerBasis: 'board',
  rentedBoardWatts: 300,
  idleBoardWatts: 20,
  hostRentedWatts: 90,
  hostIdleWatts: 25,
  psuRatedWatts: 1000,
  psuEfficiencyAt10Ratio: 0.9,
  psuEfficiencyAt20Ratio: 0.9,
  psuEfficiencyAt50Ratio: 0.9,
  psuEfficiencyAt100Ratio: 0.9,
}
const nextCard = (given: Given) => {
  const inputs = resolved({ ...onBoard, ...given })
  return nextCardOf(inputs, statementOf(batchOf(inputs, 1)))
}
const limit = (given: Given) => (nextCard(given) as { limit?: string } | null)?.limit
/** What two cards and the host draw at the wall. */
const twoWatts = 690 / 0.9

describe('N10 the next card', () => {
  it('does not fit a supply of 650 W that carries one card of 300 W and 90 W of host: it takes 690 W', () => {
    const card = nextCard({ psuRatedWatts: 650 })
    expect(card).toMatchObject({ kind: 'does not fit', limit: 'power supply', limitWatts: 650 })
    expect(card?.kind === 'does not fit' && card.needsWatts).toBeCloseTo(690, 9)
    expect(nextCard({ psuRatedWatts: 690 })?.kind).toBe('fits')
    expect(nextCard({ psuRatedWatts: 689.9 })?.kind).toBe('does not fit')
  })
  it('adds what it earns less the power that it takes, host and supply as they are', () => {
    // Mean month 732 h, half rented at $0.50 less 10 %: 164.70; (0.5 x 300 + 0.5 x 20) / 0.9 W at $0.20: 26.03
    const card = nextCard({})
    expect(card?.kind === 'fits' && card.netUsdPerMonth).toBeCloseTo(
      732 * 0.25 * 0.9 - (732 * 160 * 0.2) / 900,
      8,
    )
    expect(nextCard({ gpuCount: 2 })).toMatchObject({ kind: 'fits' })
  })
  it('sizes a supply anew that was an estimate', () => {
    const { psuRatedWatts: _, psuEfficiencyAt10Ratio: __, ...unrated } = onBoard
    const gold = { psuEfficiencyAt20Ratio: 0.87, psuEfficiencyAt100Ratio: 0.87 }
    const inputs = resolved({ ...unrated, ...gold })
    const card = nextCardOf(inputs, statementOf(batchOf(inputs, 1)))
    // Rented at 60 % of 650 and of 1,150 W, where 0.9 and 0.87 give 0.894; idle below 10 %, where 0.87 is held.
    const rentedWatts = (690 - 390) / 0.894
    const idleWatts = (65 - 45) / 0.87
    expect(card?.kind === 'fits' && card.netUsdPerMonth).toBeCloseTo(
      732 * 0.25 * 0.9 - (732 * 0.5 * (rentedWatts + idleWatts) * 0.2) / 1000,
      8,
    )
  })
  it('fits what is exactly its size', () => {
    const lossless = { psuEfficiencyAt20Ratio: 1, psuEfficiencyAt50Ratio: 1, psuEfficiencyAt100Ratio: 1 }
    for (const limit of ['circuitWatts', 'coolingCapacityWatts']) {
      expect(nextCard({ ...lossless, [limit]: 690 })?.kind, limit).toBe('fits')
      expect(nextCard({ ...lossless, [limit]: 689.9 })?.kind, limit).toBe('does not fit')
    }
  })
  it('does not fit a circuit that its wall watts, cooling included, would overload', () => {
    const card = nextCard({ circuitWatts: 766 })
    expect(card).toMatchObject({ kind: 'does not fit', limit: 'circuit', limitWatts: 766 })
    expect(card?.kind === 'does not fit' && card.needsWatts).toBeCloseTo(twoWatts, 9) // 766.67 W
    expect(nextCard({ circuitWatts: 767 })?.kind).toBe('fits')
    const cooled = nextCard({ circuitWatts: 1149, coolingKind: 'site', pueRatio: 1.5 })
    expect(cooled?.kind === 'does not fit' && cooled.needsWatts).toBeCloseTo(1150, 9)
    expect(nextCard({ circuitWatts: 1151, coolingKind: 'site', pueRatio: 1.5 })?.kind).toBe('fits')
  })
  it('counts an air conditioner by the months in which both work', () => {
    const room = { circuitWatts: 1000, coolingKind: 'room', coolingCop: 2 }
    expect(nextCard({ ...room, coolingMonths: '000000000001' })?.kind).toBe('does not fit') // 1150 W in December
    expect(nextCard({ ...room, coolingMonths: '100000000000' })?.kind).toBe('fits') // no work in January
  })
  it('does not fit a room that its heat would overload, whatever carries the heat away', () => {
    const card = nextCard({ coolingCapacityWatts: 766, coolingKind: 'site', pueRatio: 1.5 })
    expect(card).toMatchObject({ kind: 'does not fit', limit: 'room', limitWatts: 766 })
    expect(card?.kind === 'does not fit' && card.needsWatts).toBeCloseTo(twoWatts, 9)
    expect(nextCard({ coolingCapacityWatts: 767 })?.kind).toBe('fits')
  })
  it('names the supply first, then the circuit, then the room', () => {
    const all = { psuRatedWatts: 650, circuitWatts: 1, coolingCapacityWatts: 1 }
    expect(limit(all)).toBe('power supply')
    expect(limit({ ...all, psuRatedWatts: 1000 })).toBe('circuit')
    expect(limit({ ...all, psuRatedWatts: 1000, circuitWatts: 10_000 })).toBe('room')
  })
  it('cannot be known from wall readings, and is none beyond 10,000 cards', () => {
    expect(nextCard({ powerBasis: 'wall' })).toBeNull()
    const many = { rentedBoardWatts: 9, idleBoardWatts: 1, psuRatedWatts: 1_000_000 }
    expect(nextCard({ ...many, gpuCount: 10_000 })).toBeNull()
    expect(nextCard({ ...many, gpuCount: 9_999 })?.kind).toBe('fits')
  })
  it('is in the answer', () => {
    const evaluation = evaluate(entriesOf({ ...onBoard, psuRatedWatts: 650 }))
    expect(evaluation.kind === 'evaluated' && evaluation.answer?.nextCard).toMatchObject({
      limit: 'power supply',
    })
  })
})
