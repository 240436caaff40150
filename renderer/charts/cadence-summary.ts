import type { CadencePoint, SellingCadence } from '../../shared/liquidity/selling-cadence.ts'
import { figureWords } from '../controls/figure-text.ts'

/** A day, a week, two weeks, a month, two months, a quarter, half a year, a year. */
const usualDays = [1, 7, 14, 30, 61, 91, 182, 365]

/**
 * The picture in a sentence.
 * Example: "Selling every 43 days costs least, $85.44 a year; from every 32 to every 58 days it costs at most 5 % more."
 */
export function cadenceSummary({ best, flatFromDays, flatToDays }: SellingCadence): string {
  const every = best.days === 1 ? 'every day' : `every ${figureWords(best.days, 'days')}`
  const least = `Selling ${every} costs least, ${figureWords(best.totalUsd, 'usd')} a year`
  return flatFromDays === flatToDays
    ? `${least}; any other interval costs over 5\u00A0% more.`
    : `${least}; from every ${flatFromDays} to every ${figureWords(flatToDays, 'days')} it costs at most 5\u00A0% more.`
}

/** The intervals that the table tells: the usual ones, the best, and the ends of what is about as good. */
export function cadenceRows({ curve, best, flatFromDays, flatToDays }: SellingCadence): CadencePoint[] {
  const told = new Set([...usualDays, best.days, flatFromDays, flatToDays])
  return curve.filter(({ days }) => told.has(days))
}

/** Where the picture ends: selling daily can cost a hundred times the best, and would press the rest flat. */
export function highestDrawnUsd({ curve, best }: SellingCadence): number {
  const highestUsd = Math.max(...curve.map(({ totalUsd }) => totalUsd))
  return Math.min(highestUsd, best.totalUsd === 0 ? highestUsd : best.totalUsd * 4)
}
