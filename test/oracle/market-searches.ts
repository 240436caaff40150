/** The prices and shares that the engine searched, beside the second statement's own. */
import type { BreakEven } from '../../shared/economics/break-even.ts'
import type { ComparedMarket } from '../../shared/markets/compare.ts'
import type { Found, OracleNetwork } from './market-answers.ts'
import { searchTolerance } from './market-answers.ts'

/** Just below and just above a price that was found. */
export function around(price: number | null): readonly number[] {
  return price === null ? [] : [Math.max(0, price - searchTolerance), price + searchTolerance]
}

/** A price or a share that the engine searched, and what the second statement is to be asked about it. */
type Search = {
  readonly id: string
  readonly target: 'cashBreakEven' | 'toBeatOff'
  readonly key: 'priceUsdPerGpuHour' | 'rentalUtilizationRatio'
  readonly share: number | null
  readonly found: BreakEven
  /** Just below and just above each crossing. */
  readonly at: readonly number[]
}

export function searchesOf({ id, outcome }: ComparedMarket): readonly Search[] {
  if (outcome.kind !== 'needed') return []
  const search = (target: Search['target'], key: Search['key'], share: number | null, found: BreakEven) => {
    const at = found.crossings.flatMap((crossing) => {
      const [low, high] =
        crossing.kind === 'root' ? [crossing.at, crossing.at] : [crossing.low, crossing.high]
      return [Math.max(0, low - searchTolerance), high + searchTolerance]
    })
    return { id, target, key, share, found, at }
  }
  return outcome.utilizationNeeded === null
    ? outcome.prices.flatMap(({ rentalUtilizationRatio: share, cashBreakEven, toBeatOff }) => [
        search('cashBreakEven', 'priceUsdPerGpuHour', share, cashBreakEven),
        search('toBeatOff', 'priceUsdPerGpuHour', share, toBeatOff),
      ])
    : [search('toBeatOff', 'rentalUtilizationRatio', null, outcome.utilizationNeeded)]
}

/**
 * The second statement's own crossing is the engine's, or, where leaps of payouts make several, each crossing of the
 * engine is one there too.
 */
export function checkSearch(
  { target, share, found: { crossings }, id, at }: Search,
  needed: NonNullable<NonNullable<OracleNetwork['needed']>['bad']>,
  values: readonly number[],
  where: string,
  found: Found,
): void {
  const prices = needed.prices?.find((each) => each.share === share)
  const own = share === null ? needed.shares?.[target] : prices?.[target]
  const text = () =>
    `${where}, ${id} ${target} at ${share}: ${JSON.stringify(crossings)}, ${own}; ${values.join(' ')}`
  const exists = own !== undefined && (own === null || crossings.length > 0)
  const isOwn = crossings.some(
    (_, i) => own !== null && own !== undefined && own >= at[2 * i]! && own <= at[2 * i + 1]!,
  )
  const areTrue = crossings.every((_, i) => values[2 * i]! <= 0 !== values[2 * i + 1]! <= 0)
  found('P2 price or share needed', exists && (isOwn || areTrue), text)
}
