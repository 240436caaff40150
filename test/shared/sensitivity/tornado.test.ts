import { describe, expect, it } from 'vitest'
import { assumed } from '../../../shared/figure.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { tornadoOf } from '../../../shared/sensitivity/tornado.ts'
import { entriesOf, worked, workedCard, workedTokens } from '../economics/given.ts'

function answered(entries: InputEntries, metric: 'net' | 'npv' = 'net') {
  const tornado = tornadoOf(entries, metric)
  if (tornado.kind === 'unanswered') throw new Error(tornado.reason)
  return tornado
}
const rowOf = (entries: InputEntries, key: string, metric: 'net' | 'npv' = 'net') =>
  answered(entries, metric).rows.find((row) => row.key === key)

describe('SN5 what moves the answer', () => {
  it('a price of $0.50 by a fifth: 366 h x $0.10 x 0.9 = $32.94 to either side of $117.10', () => {
    const { baseUsd } = answered(entriesOf(worked))
    const price = rowOf(entriesOf(worked), 'priceUsdPerGpuHour')
    expect(baseUsd).toBeCloseTo(117.1, 9)
    expect(price?.widthUsd).toBeCloseTo(65.88, 9)
    expect(price).toMatchObject({ atLow: { usd: expect.closeTo(84.16, 9) as number }, value: 0.5 })
  })
  it('a cost lowers the answer at its high end', () => {
    const row = rowOf(entriesOf(worked), 'fixedOperatingUsdPerMonth')
    expect(row).toMatchObject({
      atLow: { usd: expect.closeTo(119.1, 9) as number },
      atHigh: { usd: expect.closeTo(115.1, 9) as number },
    })
  })
  it('the widest comes first', () => {
    const widths = answered(entriesOf(workedTokens), 'npv').rows.map(({ widthUsd }) => widthUsd)
    expect(widths.length).toBeGreaterThan(10)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  })
  it('what moves nothing is counted, not drawn; so is what stands at zero', () => {
    const { rows, unmovedCount, withoutSwingCount } = answered(entriesOf(worked))
    expect(rows.every(({ widthUsd }) => widthUsd > 0)).toBe(true)
    // Without a card's price neither failures, scrap value nor the cost of selling reach the net.
    expect(rows.map(({ key }) => key)).not.toContain('saleCostRatio')
    expect(unmovedCount).toBeGreaterThan(3)
    expect(withoutSwingCount).toBeGreaterThan(3)
  })
  it('only what applies is there: no pool without a token', () => {
    expect(rowOf(entriesOf(worked), 'poolFeeRatio', 'npv')).toBeUndefined()
    expect(rowOf(entriesOf(worked), 'tokenPriceUsd', 'npv')).toBeUndefined()
    const sold = { ...workedTokens, saleVenue: 'pool', poolQuoteReserveUsd: 10_000 }
    expect(rowOf(entriesOf(sold), 'poolQuoteReserveUsd')?.widthUsd).toBeGreaterThan(0)
  })
  it('an own range stands before any swing', () => {
    const entries = {
      ...entriesOf(worked),
      priceUsdPerGpuHour: { ...assumed(0.5, 'usdPerGpuHour'), low: 0.4, high: 0.5 },
    }
    const price = rowOf(entries, 'priceUsdPerGpuHour')
    expect(price?.ends.basis).toBe('own range')
    expect(price?.widthUsd).toBeCloseTo(32.94, 9)
  })
  it('an unknown term moves between its good and its bad end', () => {
    const { platformFeeRatio: _, ...open } = worked
    const row = rowOf(entriesOf(open), 'platformFeeRatio')
    // 366 h x $0.50 x 30 %
    expect(row?.widthUsd).toBeCloseTo(54.9, 9)
    expect(row?.ends.basis).toBe('unknown')
  })
  it('moving an input takes along what Idlewatt estimates from it, as typing it would', () => {
    const board = { ...worked, powerBasis: 'board', gpuBoardLimitWatts: 350, idleBoardWatts: 20 }
    expect(rowOf(entriesOf(board), 'gpuBoardLimitWatts')?.widthUsd).toBeGreaterThan(0)
  })
  it('an end that is refused says why and does not count to the width', () => {
    const board = { powerBasis: 'board', rentedBoardWatts: 300, idleBoardWatts: 20, psuRatedWatts: 400 }
    const row = rowOf(entriesOf({ ...worked, ...board }), 'psuRatedWatts')
    expect(row?.atLow).toEqual({ kind: 'refused', reason: 'The power supply would be overloaded.' })
    expect(row?.atHigh.kind).toBe('value')
  })
  it('NPV and net answer different questions: the discount rate moves only one', () => {
    expect(rowOf(entriesOf(workedCard), 'discountRatePerYear', 'npv')?.widthUsd).toBeGreaterThan(0)
    expect(rowOf(entriesOf(workedCard), 'discountRatePerYear', 'net')).toBeUndefined()
  })
  it('without a net it says why', () => {
    const { priceUsdPerGpuHour: _, ...open } = worked
    expect(tornadoOf(entriesOf(open), 'net')).toEqual({ kind: 'unanswered', reason: 'Price is not given.' })
    expect(tornadoOf(entriesOf({ ...worked, uptimeRatio: 7 }), 'net')).toMatchObject({ kind: 'unanswered' })
  })
})
