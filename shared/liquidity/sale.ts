/**
 * What one sale of tokens brings, in each of the markets that a token may have. A market is full again before each
 * own sale; what others trade between moves the day's price and nothing else.
 * @see SPEC.md Q2 to Q7
 */
import { poolProceedsUsd } from './constant-product.ts'

export type OrderBookLevel = {
  /** Price of the bid over the day's price, 1 or less. */
  readonly priceRatio: number
  /** USD that all bids of the level pay together. */
  readonly quantityUsd: number
}

export type SaleMarket =
  /** So deep that the sale does not move the price. */
  | { readonly kind: 'exchange' }
  /** A constant-product pool with this much USD on its quote side at the start price. */
  | { readonly kind: 'pool'; readonly quoteReserveUsd: number; readonly feeRatio: number }
  /** Bids worth `depthUsd` at the start price down to 2 % below it. */
  | { readonly kind: 'depth'; readonly depthUsd: number }
  /** A pool's liquidity that lies in one price range only. */
  | {
      readonly kind: 'concentrated'
      /** L x sqrt(start price): what a pool over all prices with the same depth would hold on its quote side. */
      readonly virtualQuoteReserveUsd: number
      /** Ends of the range, over the start price. */
      readonly lowerPriceRatio: number
      readonly upperPriceRatio: number
      readonly feeRatio: number
    }
  /** Bids, the dearest first. */
  | { readonly kind: 'order book'; readonly levels: readonly OrderBookLevel[] }
  /** The square-root law of market impact. */
  | {
      readonly kind: 'square-root'
      readonly dailyVolumeUsd: number
      /** Standard deviation of a day's return. */
      readonly dailySigmaRatio: number
      readonly alpha: number
    }

export type TokenSale = {
  /** Tokens offered in one sale. */
  readonly tokens: number
  /** USD per token at the time of the sale. */
  readonly priceUsd: number
  readonly startPriceUsd: number
}

export type Proceeds = {
  /** Before any exchange fee. */
  readonly proceedsUsd: number
  /** Below `tokens` where the market buys no more; the rest stays with the seller. */
  readonly soldTokens: number
}

/** Keeps every product and sum below the largest double. */
const largest = 1e300

const depthReserve = 1 / (1 - Math.sqrt(0.98))

/**
 * USD that a sale brings, and the tokens that it sells. With value v = tokens x price:
 * - exchange: v.
 * - pool: v k y / (v k + y), y = quote reserve x sqrt(price / start price), k = 1 - fee.
 * - depth D: a pool with the quote reserve D / (1 - sqrt(0.98)) and no fee, so that bids of D are used up exactly
 *   when the price is 2 % lower.
 * - concentrated: as a pool with the virtual reserve, from the price, or the range's upper end where that is lower,
 *   down to the lower end. Beyond it nothing is bought.
 * - order book: bid after bid until the tokens or the bids are gone. Ratios follow the price, amounts stay in USD.
 * - square-root: each further token fetches price x (1 - alpha sigma sqrt(q / daily volume)), q the value offered
 *   until then. That impact is of the price at the end of the sale, as Toth et al. measure it (2011,
 *   https://doi.org/10.1103/PhysRevX.1.021006); the average over the sale is 2/3 of it. At an impact of 1 the price
 *   is 0 and nothing more is sold.
 * A price of 0 brings 0. Throws a RangeError that names the field and its bounds.
 * Example: 1,000 tokens at $1 where bids of $100,000 lie down to 2 % below: $999.90; sold on an exchange: $1,000.
 * @see SPEC.md Q2 to Q7
 */
export function saleProceeds(market: SaleMarket, sale: TokenSale): Proceeds {
  const { tokens, priceUsd, startPriceUsd } = sale
  atLeastZero('tokens', tokens)
  atLeastZero('priceUsd', priceUsd)
  aboveZero('startPriceUsd', startPriceUsd)
  const valueUsd = tokens * priceUsd
  atLeastZero('tokens x priceUsd', valueUsd)

  switch (market.kind) {
    case 'exchange':
      return { proceedsUsd: valueUsd, soldTokens: tokens }
    case 'pool': {
      aboveZero('quoteReserveUsd', market.quoteReserveUsd)
      feeBelowOne(market.feeRatio)
      const reserveUsd = reserveAtUsd(market.quoteReserveUsd, priceUsd, startPriceUsd)
      return {
        proceedsUsd: poolProceedsUsd(valueUsd * (1 - market.feeRatio), reserveUsd),
        soldTokens: tokens,
      }
    }
    case 'depth': {
      aboveZero('depthUsd', market.depthUsd)
      const reserveUsd = reserveAtUsd(market.depthUsd * depthReserve, priceUsd, startPriceUsd)
      return { proceedsUsd: poolProceedsUsd(valueUsd, reserveUsd), soldTokens: tokens }
    }
    case 'concentrated':
      return sellInRange(market, sale)
    case 'order book':
      return sellIntoBook(market.levels, tokens, priceUsd)
    case 'square-root':
      return sellWithImpact(market, tokens, valueUsd)
  }
}

/** The quote side of a pool that keeps L = sqrt(x y) while others trade its price. */
function reserveAtUsd(startReserveUsd: number, priceUsd: number, startPriceUsd: number): number {
  const reserveUsd = startReserveUsd * Math.sqrt(priceUsd / startPriceUsd)
  atLeastZero('the quote reserve at priceUsd', reserveUsd)
  return reserveUsd
}

type MarketOf<Kind extends SaleMarket['kind']> = Extract<SaleMarket, { readonly kind: Kind }>

function sellInRange(market: MarketOf<'concentrated'>, sale: TokenSale): Proceeds {
  const { virtualQuoteReserveUsd, lowerPriceRatio, upperPriceRatio, feeRatio } = market
  aboveZero('virtualQuoteReserveUsd', virtualQuoteReserveUsd)
  aboveZero('lowerPriceRatio', lowerPriceRatio)
  if (!(upperPriceRatio > lowerPriceRatio && upperPriceRatio <= largest)) {
    refuse('upperPriceRatio', `above lowerPriceRatio (${lowerPriceRatio})`, upperPriceRatio)
  }
  feeBelowOne(feeRatio)

  const { tokens, startPriceUsd } = sale
  const lowerUsd = lowerPriceRatio * startPriceUsd
  const fromUsd = Math.min(sale.priceUsd, upperPriceRatio * startPriceUsd)
  if (fromUsd <= lowerUsd) return { proceedsUsd: 0, soldTokens: 0 }
  const reserveUsd = reserveAtUsd(virtualQuoteReserveUsd, fromUsd, startPriceUsd)
  // reserve x (sqrt(from / lower) - 1), written so that a price just above the lower end keeps its digits.
  const room = (fromUsd - lowerUsd) / lowerUsd / (Math.sqrt(fromUsd / lowerUsd) + 1)
  const roomUsd = reserveUsd * room
  const offeredUsd = tokens * fromUsd * (1 - feeRatio)
  if (offeredUsd <= roomUsd)
    return { proceedsUsd: poolProceedsUsd(offeredUsd, reserveUsd), soldTokens: tokens }
  return {
    proceedsUsd: poolProceedsUsd(roomUsd, reserveUsd),
    soldTokens: Math.min(tokens, roomUsd / fromUsd / (1 - feeRatio)),
  }
}

function sellIntoBook(levels: readonly OrderBookLevel[], tokens: number, priceUsd: number): Proceeds {
  if (priceUsd === 0) return { proceedsUsd: 0, soldTokens: tokens }
  let proceedsUsd = 0
  // Counted up: what is left of many tokens would not hold the digits of a few sold.
  let soldTokens = 0
  let previousRatio = 1
  for (const { priceRatio, quantityUsd } of levels) {
    if (!(priceRatio > 0 && priceRatio <= previousRatio)) {
      refuse('priceRatio', `above 0 and at most ${previousRatio}: dearest bid first`, priceRatio)
    }
    atLeastZero('quantityUsd', quantityUsd)
    previousRatio = priceRatio
    const bidUsd = priceUsd * priceRatio
    const wanted = quantityUsd / bidUsd
    if (tokens - soldTokens <= wanted) {
      return { proceedsUsd: proceedsUsd + (tokens - soldTokens) * bidUsd, soldTokens: tokens }
    }
    proceedsUsd += quantityUsd
    soldTokens += wanted
  }
  return { proceedsUsd, soldTokens }
}

function sellWithImpact(market: MarketOf<'square-root'>, tokens: number, valueUsd: number): Proceeds {
  const { dailyVolumeUsd, dailySigmaRatio, alpha } = market
  aboveZero('dailyVolumeUsd', dailyVolumeUsd)
  atLeastZero('dailySigmaRatio', dailySigmaRatio)
  atLeastZero('alpha', alpha)
  const impactOfADay = alpha * dailySigmaRatio
  const endImpact = impactOfADay * Math.sqrt(valueUsd / dailyVolumeUsd)
  if (endImpact <= 1) return { proceedsUsd: valueUsd * (1 - (2 / 3) * endImpact), soldTokens: tokens }
  const soldRatio = 1 / (endImpact * endImpact)
  return { proceedsUsd: (valueUsd * soldRatio) / 3, soldTokens: tokens * soldRatio }
}

function atLeastZero(field: string, value: number): void {
  if (!(value >= 0 && value <= largest)) refuse(field, 'from 0 to 1e300', value)
}

function aboveZero(field: string, value: number): void {
  if (!(value > 0 && value <= largest)) refuse(field, 'above 0, at most 1e300', value)
}

function feeBelowOne(feeRatio: number): void {
  if (!(feeRatio >= 0 && feeRatio < 1)) refuse('feeRatio', 'from 0 to below 1', feeRatio)
}

function refuse(field: string, expected: string, value: number): never {
  throw new RangeError(`${field} must be ${expected}, but is ${value}`)
}
