/**
 * A pool of two reserves whose product stays the same in a swap (Uniswap v2), exact in integers, and as the projection uses it.
 * @see SPEC.md Q1 and Q2
 */

/** A share of the input that the pool keeps, as whole numbers: Uniswap v2's 0.3 % is 3 of 1000. */
export type IntegerFee = { readonly numerator: bigint; readonly denominator: bigint }

export const uniswapV2Fee: IntegerFee = { numerator: 3n, denominator: 1000n }

function mustHoldBoth(reserveIn: bigint, reserveOut: bigint): void {
  if (reserveIn <= 0n || reserveOut <= 0n) {
    throw new RangeError(
      `the pool is empty: both reserves must be above 0, but are ${reserveIn} and ${reserveOut}`,
    )
  }
}

function keptOf(fee: IntegerFee): bigint {
  if (fee.numerator < 0n || fee.numerator >= fee.denominator) {
    throw new RangeError(
      `the pool fee must be from 0 to below 1, but is ${fee.numerator} of ${fee.denominator}`,
    )
  }
  return fee.denominator - fee.numerator
}

/**
 * What a swap of `amountIn` gives, in the smallest unit of the token that comes out:
 * floor(k in Rout / (d Rin + k in)) with k = d - n for a fee of n/d; 997 and 1000 in Uniswap v2.
 * Throws a RangeError for an empty pool, a negative amount and a fee outside [0, 1).
 * Example: 10^18 into reserves 5 x 10^18 and 10^19 gives 1662497915624478906.
 * @see SPEC.md Q1
 */
export function amountOut(
  amountIn: bigint,
  reserveIn: bigint,
  reserveOut: bigint,
  fee: IntegerFee = uniswapV2Fee,
): bigint {
  mustHoldBoth(reserveIn, reserveOut)
  if (amountIn < 0n) throw new RangeError(`the amount put in must be 0 or more, but is ${amountIn}`)
  const amountInKept = amountIn * keptOf(fee)
  return (amountInKept * reserveOut) / (reserveIn * fee.denominator + amountInKept)
}

/**
 * What must be put in to take `amountOut` out: floor(d Rin out / (k (Rout - out))) + 1, k = d - n for a fee of n/d.
 * Throws a RangeError for an empty pool, an amount that is not above 0 and below the reserve, a fee outside [0, 1).
 * Example: 10^18 out of reserves 5 x 10^18 and 10^19 needs 557227237267357629.
 * @see SPEC.md Q1
 */
export function amountIn(
  amountOut: bigint,
  reserveIn: bigint,
  reserveOut: bigint,
  fee: IntegerFee = uniswapV2Fee,
): bigint {
  mustHoldBoth(reserveIn, reserveOut)
  if (amountOut <= 0n || amountOut >= reserveOut) {
    throw new RangeError(
      `the amount taken out must be above 0 and below the reserve ${reserveOut}, but is ${amountOut}`,
    )
  }
  return (reserveIn * amountOut * fee.denominator) / ((reserveOut - amountOut) * keptOf(fee)) + 1n
}

/**
 * USD that comes out for tokens worth `valueUsd` after the fee: v y / (v + y), y the quote side. Both 0 or more.
 * Example: $1,000 into $100,000: $990.10. @see SPEC.md Q2
 */
export function poolProceedsUsd(valueUsd: number, quoteReserveUsd: number): number {
  const smaller = Math.min(valueUsd, quoteReserveUsd)
  const larger = Math.max(valueUsd, quoteReserveUsd)
  // In this order no rounding can lift the proceeds above the value sold or above the reserve.
  return smaller === 0 ? 0 : smaller * (larger / (larger + smaller))
}
