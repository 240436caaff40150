/**
 * A swap through all price ranges of a pool of concentrated liquidity (Uniswap v3), exact to its integers.
 * @see SPEC.md Q9
 */
import type { Exact } from './concentrated.ts'
import { swapStep } from './concentrated.ts'
import {
  maxSqrtPriceX96,
  maxTick,
  minSqrtPriceX96,
  minTick,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from './concentrated-ticks.ts'

export type Position = {
  /** Multiples of the pool's tick spacing; the liquidity serves prices from the lower to below the upper. */
  readonly lowerTick: number
  readonly upperTick: number
  readonly liquidity: bigint
}

export type ConcentratedPool = {
  readonly sqrtPriceX96: bigint
  readonly feePips: bigint
  readonly tickSpacing: number
  readonly positions: readonly Position[]
}

export type PoolSwap = {
  readonly sells: 'token0' | 'token1'
  readonly exact: Exact
  readonly amount: bigint
  /** The swap ends here at the latest; without it, at the end of the scale. */
  readonly limitSqrtPriceX96?: bigint
}

export type PoolSwapResult = {
  /** Fee included. */
  readonly amountIn: bigint
  readonly amountOut: bigint
  readonly sqrtPriceX96: bigint
  readonly tick: number
}

/** One word of the contract's bitmap: a search for the next position's end never looks further, and a step ends there. */
const ticksPerWord = 256

function nextTick(tick: number, spacing: number, ends: ReadonlyMap<number, bigint>, down: boolean): number {
  const compressed = Math.floor(tick / spacing)
  const first = down ? compressed : compressed + 1
  const wordStart = Math.floor(first / ticksPerWord) * ticksPerWord
  const last = down ? wordStart : wordStart + ticksPerWord - 1
  const by = down ? -1 : 1
  let next = first
  while (next !== last && !ends.has(next * spacing)) next += by
  return Math.min(maxTick, Math.max(minTick, next * spacing))
}

/** Liquidity that a rising price gains at each end of a position. */
function gainsByTick({ positions, tickSpacing }: ConcentratedPool): ReadonlyMap<number, bigint> {
  const gains = new Map<number, bigint>()
  for (const { lowerTick, upperTick, liquidity } of positions) {
    if (lowerTick % tickSpacing !== 0 || upperTick % tickSpacing !== 0 || lowerTick >= upperTick) {
      throw new RangeError(
        `a position must run from a lower to a higher multiple of ${tickSpacing} ticks, but runs from ${lowerTick} to ${upperTick}`,
      )
    }
    gains.set(lowerTick, (gains.get(lowerTick) ?? 0n) + liquidity)
    gains.set(upperTick, (gains.get(upperTick) ?? 0n) - liquidity)
  }
  return gains
}

/**
 * Swaps range after range until the amount is used up or the price is at its limit.
 * Throws a RangeError for a limit that lies on the wrong side of the price or off the scale (the contract's "SPL"),
 * and for positions that do not lie on the tick spacing.
 * Example: 1,000 of token0 into a pool at 1 with L = 2 x 10^18 over all prices and a fee of 500 pips: 998 out.
 * @see SPEC.md Q9
 */
export function swapThroughPool(pool: ConcentratedPool, swap: PoolSwap): PoolSwapResult {
  const down = swap.sells === 'token0'
  const limit = swap.limitSqrtPriceX96 ?? (down ? minSqrtPriceX96 + 1n : maxSqrtPriceX96 - 1n)
  let price = pool.sqrtPriceX96
  if (down ? limit >= price || limit <= minSqrtPriceX96 : limit <= price || limit >= maxSqrtPriceX96) {
    throw new RangeError(
      `the limit must be ${down ? 'below' : 'above'} the price ${price} and on the scale, but is ${limit}`,
    )
  }
  const gains = gainsByTick(pool)
  let tick = tickAtSqrtPrice(price)
  let liquidity = 0n
  for (const [end, gain] of gains) if (end <= tick) liquidity += gain

  let left = swap.amount
  let amountIn = 0n
  let amountOut = 0n
  while (left > 0n && price !== limit) {
    const next = nextTick(tick, pool.tickSpacing, gains, down)
    const nextPrice = sqrtPriceAtTick(next)
    const limitComesFirst = down ? nextPrice < limit : nextPrice > limit
    const step = swapStep({
      sqrtPriceX96: price,
      targetSqrtPriceX96: limitComesFirst ? limit : nextPrice,
      liquidity,
      amount: left,
      exact: swap.exact,
      feePips: pool.feePips,
    })
    amountIn += step.amountIn + step.feeAmount
    amountOut += step.amountOut
    left -= swap.exact === 'in' ? step.amountIn + step.feeAmount : step.amountOut
    const moved = step.sqrtPriceX96 !== price
    price = step.sqrtPriceX96
    if (price === nextPrice) {
      const gain = gains.get(next) ?? 0n
      liquidity += down ? -gain : gain
      tick = down ? next - 1 : next
    } else if (moved) {
      // A price that stands on a tick just left downwards keeps the tick below it.
      tick = tickAtSqrtPrice(price)
    }
  }
  return { amountIn, amountOut, sqrtPriceX96: price, tick }
}
