/** What a network without a net would have to bring, in words. */
import type { BreakEven } from '../economics/break-even.ts'
import { crossingAt } from '../economics/words.ts'
import type { ComparedMarket, MarketOutcome } from './compare.ts'
import { formatFigure } from '../units.ts'

export type Needed = Extract<MarketOutcome, { kind: 'needed' }>

/** The share at which a price is asked for while nobody knows how often cards are rented. */
const usualShareRatio = 0.4

/** What it takes at one rented share: dollars, or one of the ends at which the price decides nothing. */
export type Need = { readonly shareRatio: number; readonly usd: number | 'nothing' | 'over $100' }

/** A price in dollars an hour, with a third decimal below a dollar. */
export function hourPriceWords(usd: number): string {
  return formatFigure(usd, 'usd', usd < 1 ? 3 : 2)
}

/** At the known rented share, else at 40 %. */
export function needOf({ prices }: Needed): Need | null {
  const at =
    prices.length === 1
      ? prices[0]
      : prices.find(({ rentalUtilizationRatio }) => rentalUtilizationRatio === usualShareRatio)
  return at === undefined ? null : { shareRatio: at.rentalUtilizationRatio, usd: priceIn(at.toBeatOff) }
}

/** Those of the networks whose price is asked for at 40 %. */
export function needs(networks: readonly ComparedMarket[]): readonly Need[] {
  return networks.flatMap(({ outcome }) => {
    const need = outcome.kind === 'needed' ? needOf(outcome) : null
    return need?.shareRatio === usualShareRatio ? [need] : []
  })
}

/** "At 40 % rented an hour must bring $0.079 to $0.109, by network, to beat leaving it off"; null without a need. */
export function neededPriceWords(all: readonly Need[]): string | null {
  if (all.length === 0) return null
  const at = `At ${formatFigure(usualShareRatio, 'ratio')} rented`
  const known = all.flatMap(({ usd }) => (typeof usd === 'number' ? [usd] : []))
  if (known.length === 0)
    return all.every(({ usd }) => usd === 'nothing')
      ? `${at} any price beats leaving it off`
      : `${at} no price up to $100 an hour beats leaving it off`
  const low = hourPriceWords(Math.min(...known))
  const high = hourPriceWords(Math.max(...known))
  const bring = low === high ? low : `${low} to ${high}, by network,`
  return `${at} an hour must bring ${bring} to beat leaving it off`
}

/** Of the networks whose price is known the one that needs to be rented least: "at the $0.192 of Nosana (host receives) it must be rented 11 % of its up hours". */
export function neededShareWords(networks: readonly ComparedMarket[]): string | null {
  const known = networks
    .flatMap((market) => {
      const { outcome, price } = market
      if (outcome.kind !== 'needed' || outcome.utilizationNeeded === null || price === null) return []
      const share = shareIn(outcome.utilizationNeeded)
      return [{ name: market.name, usd: price.figure.value ?? 0, basis: price.basis, share }]
    })
    .toSorted((a, b) => orderOf(a.share) - orderOf(b.share))
  const [least] = known
  if (least === undefined) return null
  const at = `at the ${hourPriceWords(least.usd)} of ${least.name} (${least.basis})`
  switch (least.share) {
    case 'any':
      return `${at} any rented share beats leaving it off`
    case 'none':
      return `${at} no rented share beats leaving it off`
    default:
      return `${at} it must be rented ${formatFigure(least.share, 'ratio', 0)} of its up hours`
  }
}

/** In the table: "needs $0.109/h at 40 %", "needs 11 % rented at $0.192". */
export function needCellWords({ outcome, price }: ComparedMarket): string | null {
  if (outcome.kind !== 'needed') return null
  if (outcome.utilizationNeeded !== null && price !== null) {
    const share = shareIn(outcome.utilizationNeeded)
    const at = `at ${hourPriceWords(price.figure.value ?? 0)}`
    if (share === 'any') return `pays ${at}, however seldom rented`
    return share === 'none' ? `never pays ${at}` : `needs ${formatFigure(share, 'ratio', 0)} rented ${at}`
  }
  const need = needOf(outcome)
  if (need === null) return null
  const at = `at ${formatFigure(need.shareRatio, 'ratio', 0)}`
  if (need.usd === 'nothing') return `pays at any price ${at} rented`
  return need.usd === 'over $100' ? `needs over $100/h ${at}` : `needs ${hourPriceWords(need.usd)}/h ${at}`
}

function priceIn(toBeatOff: BreakEven): Need['usd'] {
  return crossingAt(toBeatOff) ?? (toBeatOff.everywhere === 'above' ? 'nothing' : 'over $100')
}

function shareIn(needed: BreakEven): number | 'any' | 'none' {
  return crossingAt(needed) ?? (needed.everywhere === 'above' ? 'any' : 'none')
}

function orderOf(share: number | 'any' | 'none'): number {
  return share === 'any' ? -1 : share === 'none' ? 2 : share
}
