/** What a comparison says of one network, in a sentence. @see SPEC.md MK17 */
import { formatFigure } from '../units.ts'
import type { ComparedMarket } from './compare.ts'
import { needCellWords } from './needed-words.ts'

/**
 * One network on one rig, in a sentence. Example: "Clore.ai: nets $53 to $63 a month, 7 terms unknown." or
 * "Akash Network: price and rented share are not on record; needs $0.291/h at 40 % rented, 7 terms unknown."
 * @see SPEC.md MK17
 */
export function marketSentence(market: ComparedMarket): string {
  const { name, outcome, unknowns } = market
  const said = outcomeWords(market)
  if (outcome.kind === 'refused' || outcome.kind === 'ineligible' || unknowns.length === 0)
    return `${name}: ${said}.`
  return `${name}: ${said}, ${unknowns.length} term${unknowns.length === 1 ? '' : 's'} unknown.`
}

function outcomeWords(market: ComparedMarket): string {
  const { outcome } = market
  switch (outcome.kind) {
    case 'ranked':
    case 'assumed': {
      const low = dollars(outcome.netLowUsdPerMonth)
      const high = dollars(outcome.netHighUsdPerMonth)
      const net = low === high ? low : `${low} to ${high}`
      return outcome.kind === 'ranked' ? `nets ${net} a month` : `would net ${net} a month on what you assume`
    }
    case 'needed': {
      const missing =
        outcome.missing.length === 1
          ? `its ${outcome.missing[0]} is not on record`
          : 'price and rented share are not on record'
      const need = needCellWords(market) ?? 'what it needs is not known'
      return `${missing}; ${need}${need.endsWith('%') ? ' rented' : ''}`
    }
    case 'refused':
      return outcome.reason.replace(/\.$/, '')
    case 'ineligible':
      return `not for this rig: ${outcome.reason}`
  }
}

function dollars(amount: number): string {
  return formatFigure(amount, 'usd', Math.abs(amount) >= 10 ? 0 : 2)
}
