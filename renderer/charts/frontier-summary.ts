import type { Frontier } from '../../shared/markets/frontier.ts'
import { figureWords } from '../controls/figure-text.ts'

export type Drawn = Extract<Frontier, { kind: 'frontier' }>

const hour = (usd: number): string => figureWords(usd, 'usd', { decimals: usd < 1 ? 3 : 2 })
const month = (usd: number): string =>
  `${figureWords(Math.abs(usd), 'usd', { decimals: Math.abs(usd) >= 9.995 ? 0 : 2 })} a month`

/**
 * What the picture says in a sentence or two.
 * Example: "It nets most at $0.320 an hour, rented 38 %: $61 a month. From $0.250 to $0.450 it is at most 5 % less."
 */
export function frontierSummary(frontier: Drawn): string {
  const { best, bestAtEnd, points } = frontier
  const [first, last] = [points[0]!, points.at(-1)!]
  if (bestAtEnd === 'highest price')
    return `There is no best price: up to ${hour(last.priceUsdPerGpuHour)} an hour, the highest looked at, a higher one ${best.netUsdPerMonth < 0 ? 'loses less' : 'nets more'}.`
  if (bestAtEnd === 'lowest price')
    return `There is no best price: down to ${hour(first.priceUsdPerGpuHour)} an hour, the lowest looked at, a lower one ${best.netUsdPerMonth < 0 ? 'loses less' : 'nets more'}.`
  const share = figureWords(best.rentalUtilizationRatio, 'ratio', { decimals: 0 })
  const verb = best.netUsdPerMonth < 0 ? 'loses least' : 'nets most'
  return `It ${verb} at ${hour(best.priceUsdPerGpuHour)} an hour, rented ${share}: ${month(best.netUsdPerMonth)}. ${flatWords(frontier)}`
}

/** What the price that nets most is called: at an end of what was looked at it is no best. */
export function standoutWords({ bestAtEnd }: Drawn): string {
  if (bestAtEnd === null) return 'the best'
  return bestAtEnd === 'highest price' ? 'the highest looked at' : 'the lowest looked at'
}

/** How flat the top is: what may be asked without giving up more than a twentieth. */
function flatWords({ flatFromUsdPerGpuHour: from, flatToUsdPerGpuHour: to }: Drawn): string {
  return hour(from) === hour(to)
    ? 'The top is sharp: the next prices looked at give up more than 5\u00A0%.'
    : `From ${hour(from)} to ${hour(to)} it gives up at most 5\u00A0%.`
}

/** "Power floor $0.093 an hour, full cost $0.213." Below the floor each rented hour loses money. */
export function frontierFloors({ powerFloorUsdPerGpuHour, fullCostUsdPerGpuHour }: Drawn): string {
  const floor = `Power floor ${hour(powerFloorUsdPerGpuHour)} an hour`
  return fullCostUsdPerGpuHour === null
    ? `${floor}; the full-cost price is unknown.`
    : `${floor}, full cost ${hour(fullCostUsdPerGpuHour)}.`
}

/** What the picture shows; what it says stands above it in words. */
export function frontierSpan({ points }: Drawn): string {
  const [first, last] = [points[0]!, points.at(-1)!]
  return `Net and rented share at prices from ${hour(first.priceUsdPerGpuHour)} to ${hour(last.priceUsdPerGpuHour)} an hour.`
}
