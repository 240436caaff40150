import { describe, expect, it } from 'vitest'
import {
  type Drawn,
  frontierFloors,
  frontierSpan,
  frontierSummary,
  standoutWords,
} from '../../renderer/charts/frontier-summary.ts'

const at = (priceUsdPerGpuHour: number, rentalUtilizationRatio: number, netUsdPerMonth: number) => ({
  priceUsdPerGpuHour,
  rentalUtilizationRatio,
  netUsdPerMonth,
})

const drawn: Drawn = {
  kind: 'frontier',
  points: [at(0.1, 0.9, 20), at(0.32, 0.38, 61), at(1.6, 0.02, 5)],
  best: at(0.32, 0.38, 61),
  bestAtEnd: null,
  flatFromUsdPerGpuHour: 0.25,
  flatToUsdPerGpuHour: 0.45,
  powerFloorUsdPerGpuHour: 0.093,
  fullCostUsdPerGpuHour: 0.213,
}

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

describe('The frontier in a sentence', () => {
  it('names the best price, what it leaves rented, its net, and how flat the top is', () => {
    expect(plain(frontierSummary(drawn))).toBe(
      'It nets most at $0.320 an hour, rented 38 %: $61 a month. From $0.250 to $0.450 it gives up at most 5 %.',
    )
  })

  it('a top whose neighbours give up more is sharp', () => {
    const sharp = { ...drawn, flatFromUsdPerGpuHour: 0.32, flatToUsdPerGpuHour: 0.32 }
    expect(frontierSummary(sharp)).toContain('The top is sharp')
  })

  it('an end of what was looked at is no top', () => {
    const end = { ...drawn, best: drawn.points[2]!, bestAtEnd: 'highest price' as const }
    expect(frontierSummary(end)).toBe(
      'There is no best price: up to $1.60 an hour, the highest looked at, a higher one nets more.',
    )
    const loss = { ...end, best: at(1.6, 0.02, -5) }
    expect(frontierSummary(loss)).toMatch(/a higher one loses less\.$/)
    expect(frontierSummary({ ...end, bestAtEnd: 'lowest price' })).toMatch(
      /down to \$0\.100 an hour, the lowest looked at, a lower one nets more\.$/,
    )
  })

  it('in the table, too, an end is no best', () => {
    expect(standoutWords(drawn)).toBe('the best')
    expect(standoutWords({ ...drawn, bestAtEnd: 'highest price' })).toBe('the highest looked at')
    expect(standoutWords({ ...drawn, bestAtEnd: 'lowest price' })).toBe('the lowest looked at')
  })

  it('where everything loses the best loses least', () => {
    expect(frontierSummary({ ...drawn, best: at(0.32, 0.38, -4.5) })).toMatch(
      /^It loses least at \$0\.320 an hour, rented 38.%: \$4\.50 a month\./,
    )
  })

  it('says the floor, and the full cost where it is known', () => {
    expect(frontierFloors(drawn)).toBe('Power floor $0.093 an hour, full cost $0.213.')
    expect(frontierFloors({ ...drawn, fullCostUsdPerGpuHour: null })).toBe(
      'Power floor $0.093 an hour; the full-cost price is unknown.',
    )
  })

  it('the picture itself says what it spans', () => {
    expect(frontierSpan(drawn)).toBe('Net and rented share at prices from $0.100 to $1.60 an hour.')
  })
})
