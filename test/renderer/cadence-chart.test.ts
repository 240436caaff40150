import { describe, expect, it } from 'vitest'
import { cadenceRows, cadenceSummary, highestDrawnUsd } from '../../renderer/charts/cadence-summary.ts'
import type { SellingTerms } from '../../shared/liquidity/selling-cadence.ts'
import { sellingCadence } from '../../shared/liquidity/selling-cadence.ts'

const terms: SellingTerms = {
  market: { kind: 'exchange' },
  valueUsdPerDay: 10,
  fixedFeesUsdPerSale: 5,
  priceUsd: 1,
  startPriceUsd: 1,
  sigmaYearlyRatio: 0,
  discountRateRatio: 0.1,
  riskWeight: 0.1,
}
const cadence = sellingCadence(terms)
const free = sellingCadence({ ...terms, fixedFeesUsdPerSale: 0 })

describe('The best selling interval in a sentence', () => {
  it('names the best, what it costs, and what is about as good', () => {
    expect(cadenceSummary(cadence)).toBe(
      'Selling every 43\u00A0days costs least, $85.44 a year; from every 32 to every 58\u00A0days it costs at most 5\u00A0% more.',
    )
  })

  it('says so where no other interval comes near', () => {
    expect(cadenceSummary(free)).toBe(
      'Selling every day costs least, $1.00 a year; any other interval costs over 5\u00A0% more.',
    )
  })
})

describe('The picture of the selling intervals', () => {
  it('has a row for each usual interval, the best and its neighbours, in order', () => {
    expect(cadenceRows(cadence).map(({ days }) => days)).toEqual([1, 7, 14, 30, 32, 43, 58, 61, 91, 182, 365])
  })

  it('ends at four times the best, so that daily fees do not press it flat', () => {
    expect(highestDrawnUsd(cadence)).toBe(cadence.best.totalUsd * 4)
    const flat = sellingCadence({ ...terms, fixedFeesUsdPerSale: 0, discountRateRatio: 0 })
    expect(highestDrawnUsd(flat)).toBe(0)
  })
})
