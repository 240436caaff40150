/** What a comparison says of one network, in a sentence. @see SPEC.md MK17 */
import type { BreakEven } from '../economics/break-even.ts'
import { crossingAt } from '../economics/words.ts'
import { formatFigure } from '../units.ts'
import type { ComparedMarket, MarketOutcome } from './compare.ts'

/**
 * One network on one rig, in a sentence. Example: "Clore.ai: nets $52.65 to $63.44 a month, 7 terms unknown." or
 * "Akash Network: price and rented share are not on record; it needs $0.29 an hour at 40 % rented."
 * @see SPEC.md MK17
 */
export function marketSentence({ name, outcome, unknowns }: ComparedMarket): string {
  const said = outcomeWords(outcome)
  if (outcome.kind === 'refused' || outcome.kind === 'ineligible' || unknowns.length === 0)
    return `${name}: ${said}.`
  return `${name}: ${said}, ${unknowns.length} term${unknowns.length === 1 ? '' : 's'} unknown.`
}

/** What the outcome comes to, without the network's name and the full stop. @see SPEC.md MK17 */
export function outcomeWords(outcome: MarketOutcome): string {
  switch (outcome.kind) {
    case 'ranked':
      return `nets ${netWords(outcome)} a month`
    case 'assumed':
      return `would net ${netWords(outcome)} a month on what you assume`
    case 'needed':
      return `${missingWords(outcome.missing)}; ${neededWords(outcome)}`
    case 'refused':
      return outcome.reason.replace(/\.$/, '')
    case 'ineligible':
      return `not for this rig: ${outcome.reason}`
  }
}

function netWords({
  netLowUsdPerMonth: low,
  netHighUsdPerMonth: high,
}: {
  readonly netLowUsdPerMonth: number
  readonly netHighUsdPerMonth: number
}): string {
  return dollars(low) === dollars(high) ? dollars(low) : `${dollars(low)} to ${dollars(high)}`
}

type Needed = Extract<MarketOutcome, { kind: 'needed' }>

function missingWords(missing: Needed['missing']): string {
  return missing.length === 1
    ? `its ${missing[0]} is not on record`
    : 'price and rented share are not on record'
}

/**
 * The price to beat leaving it off at the middle rented share, or the share needed at the known price.
 * Example: "it needs $0.23 an hour at 40 % rented". @see SPEC.md MK17
 */
export function neededWords({ missing, prices, utilizationNeeded }: Needed): string {
  if (!missing.includes('price')) return shareWords(utilizationNeeded)
  const middle = prices[Math.floor(prices.length / 2)]
  const price = middle === undefined ? null : crossingAt(middle.toBeatOff)
  if (middle === undefined || price === null) return 'no price up to $100 an hour makes up for its costs'
  const share = formatFigure(middle.rentalUtilizationRatio, 'ratio', 0)
  return `it needs ${formatFigure(price, 'usdPerGpuHour', 2)} at ${share} rented`
}

function shareWords(needed: BreakEven | null): string {
  const share = needed === null ? null : crossingAt(needed)
  if (share !== null) return `it needs ${formatFigure(share, 'ratio', 0)} rented at its price`
  if (needed?.everywhere === 'above') return 'its price is enough at any rented share'
  return 'its price is not enough, however often it is rented'
}

function dollars(amount: number): string {
  return formatFigure(amount, 'usd', Math.abs(amount) >= 10 ? 0 : 2)
}
