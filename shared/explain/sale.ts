/** What one sale of tokens brings in its market, as expressions. @see SPEC.md Q2 to Q6 */
import type { Expression } from './expression.ts'
import { fact, greatest, least, minus, over, plus, rootOf, times, zero } from './expression.ts'
import { one } from './income.ts'
import type { Subject } from './subject.ts'
import { cell, choice, input, rows } from './subject.ts'

export type Sold = {
  /** Tokens that the market took. */
  readonly tokens: Expression
  /** Before the exchange fee. */
  readonly grossUsd: Expression
}

/** A sale of all that is offered, at the price of its day. */
export function offered(subject: Subject, tokens: Expression, price: Expression, date: string): Sold {
  const value = times([`Tokens at the price of ${date}`, 'usd'], tokens, price)
  switch (choice(subject, 'saleVenue') ?? 'exchange') {
    case 'pool': {
      const after = minus(['After the pool’s fee', 'ratio'], one, input(subject, 'poolFeeRatio'))
      const reserve = reserveAt(subject, input(subject, 'poolQuoteReserveUsd'), price)
      return { tokens, grossUsd: swapped(times(['Value less the fee', 'usd'], value, after), reserve) }
    }
    case 'depth': {
      const reserve = over(
        ['Dollar side that such bids mean', 'usd', 'Q3'],
        input(subject, 'depthUsd'),
        minus(
          ['Share of the pool down to 2 %', 'ratio'],
          one,
          rootOf(['Square root of 98 %', 'ratio'], fact('98 %', 0.98, 'ratio')),
        ),
      )
      return { tokens, grossUsd: swapped(value, reserveAt(subject, reserve, price)) }
    }
    case 'concentrated':
      return inRange(subject, tokens, price)
    case 'order book':
      return intoBook(subject, tokens, price)
    case 'square root':
      return withImpact(subject, tokens, value)
    default:
      return { tokens, grossUsd: value }
  }
}

function reserveAt(subject: Subject, start: Expression, price: Expression): Expression {
  const moved = rootOf(
    ['Square root of price over start', 'ratio'],
    over(['Price over start', 'ratio'], price, input(subject, 'tokenPriceUsd')),
  )
  return times(['Dollar side at that price', 'usd', 'Q2'], start, moved)
}

/** `v y / (v + y)`. */
function swapped(value: Expression, reserve: Expression): Expression {
  return over(
    ['Brought by the pool', 'usd', 'Q2'],
    times(['Value times dollar side', 'count'], value, reserve),
    plus(['Value plus dollar side', 'usd'], value, reserve),
  )
}

function inRange(subject: Subject, tokens: Expression, price: Expression): Sold {
  const start = input(subject, 'tokenPriceUsd')
  const lower = times(['Lower end of the range', 'usdPerToken'], input(subject, 'rangeLowRatio'), start)
  const upper = times(['Upper end of the range', 'usdPerToken'], input(subject, 'rangeHighRatio'), start)
  const from = least(['Price within the range', 'usdPerToken', 'Q4'], price, upper)
  const virtual = over(
    ['Dollar side of a pool over all prices', 'usd', 'Q4'],
    input(subject, 'poolQuoteReserveUsd'),
    minus(
      ['Part within the range', 'ratio'],
      one,
      rootOf(['Square root of the lower end', 'ratio'], input(subject, 'rangeLowRatio')),
    ),
  )
  const reserve = reserveAt(subject, virtual, from)
  const above = over(['Price over the lower end', 'ratio'], from, lower)
  const room = greatest(
    ['What the range still takes', 'usd', 'Q4'],
    zero('Never below', 'usd'),
    times(
      ['Dollar side times way down', 'usd'],
      reserve,
      over(
        ['Way down to the lower end', 'ratio'],
        minus(['Price over the lower end, less 1', 'ratio'], above, one),
        plus(
          ['Square root, plus 1', 'ratio'],
          rootOf(['Square root of price over the end', 'ratio'], above),
          one,
        ),
      ),
    ),
  )
  const after = minus(['After the pool’s fee', 'ratio'], one, input(subject, 'poolFeeRatio'))
  const perToken = times(['A token after the fee', 'usdPerToken'], from, after)
  const value = times(['Value less the fee', 'usd'], tokens, perToken)
  return {
    tokens: least(
      ['Tokens taken', 'count', 'Q4'],
      tokens,
      over(['Tokens that the range takes', 'count'], room, perToken),
    ),
    grossUsd: swapped(least(['Value taken', 'usd', 'Q4'], value, room), reserve),
  }
}

function intoBook(subject: Subject, tokens: Expression, price: Expression): Sold {
  let left = tokens
  const filled: Expression[] = []
  const taken: Expression[] = []
  for (const row of rows(subject, 'orderBook')) {
    const bid = times(
      ['Bid', 'usdPerToken', 'Q5'],
      minus(['Share of the price', 'ratio'], one, cell(subject, 'orderBook', row, 0, 'Below the price by')),
      price,
    )
    const wanted = over(['Tokens wanted', 'count'], cell(subject, 'orderBook', row, 1, 'Bids'), bid)
    const sold = least(['Tokens sold at this bid', 'count', 'Q5'], left, wanted)
    left = minus(['Tokens left', 'count'], left, sold)
    taken.push(sold)
    filled.push(times(['At this bid', 'usd'], sold, bid))
  }
  if (taken.length === 0) return { tokens: zero('No bids', 'count'), grossUsd: zero('No bids', 'usd') }
  return {
    tokens: plus(['Tokens taken', 'count', 'Q5'], ...taken),
    grossUsd: plus(['Brought by the bids', 'usd', 'Q5'], ...filled),
  }
}

function withImpact(subject: Subject, tokens: Expression, value: Expression): Sold {
  const impact = times(
    ['Impact at the end', 'ratio', 'Q6'],
    input(subject, 'impactAlpha'),
    input(subject, 'dailySigmaRatio'),
    rootOf(
      ['Square root of the share of a day’s volume', 'ratio'],
      over(['Share of a day’s volume', 'ratio'], value, input(subject, 'dailyVolumeUsd')),
    ),
  )
  const reached = greatest(['Impact, or 1 where it is less', 'ratio'], impact, one)
  const share = over(
    ['Share that is sold', 'ratio', 'Q6'],
    one,
    times(['Square of the impact', 'ratio'], reached, reached),
  )
  const average = times(
    ['Average shortfall', 'ratio', 'Q6'],
    fact('Two thirds', 2 / 3, 'ratio'),
    least(['Impact, at most 1', 'ratio'], impact, one),
  )
  return {
    tokens: times(['Tokens taken', 'count', 'Q6'], tokens, share),
    grossUsd: times(
      ['Brought by the market', 'usd', 'Q6'],
      value,
      share,
      minus(['Fetched', 'ratio'], one, average),
    ),
  }
}
