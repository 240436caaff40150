/**
 * A swap within one price range of a pool of concentrated liquidity (Uniswap v3), exact to its integers.
 * The price is that of token0 in token1. It is held as sqrtPriceX96 = floor(2^96 sqrt(price)), and within the range
 * the pool behaves like a constant product with the reserves x = L / sqrt(price) and y = L sqrt(price).
 * Whatever does not come out even goes to the pool: what is paid in is rounded up, what comes out down.
 * @see SPEC.md Q8
 */

export const x96 = 1n << 96n
const word = 1n << 256n
const million = 1_000_000n

/** Which of the two amounts of a swap is the given one. */
export type Exact = 'in' | 'out'

export type SwapStep = {
  readonly sqrtPriceX96: bigint
  /** Where the range, or the wish to trade, ends. At or below the price: token0 is sold; above it: token1. */
  readonly targetSqrtPriceX96: bigint
  /** L of the range. */
  readonly liquidity: bigint
  /** Smallest units of the token put in (its fee included) or taken out. */
  readonly amount: bigint
  readonly exact: Exact
  /** Fee in millionths of what is put in. */
  readonly feePips: bigint
}

export type SwapStepResult = {
  readonly sqrtPriceX96: bigint
  /** Without the fee. */
  readonly amountIn: bigint
  readonly amountOut: bigint
  readonly feeAmount: bigint
}

export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}

/**
 * Token0 between two prices: `L 2^96 (b - a) / (a b)`.
 * Example: L = 10^18 between sqrt prices 2^96 and 2^97 is half of L: 5 x 10^17. @see SPEC.md Q8
 */
export function amount0Between(one: bigint, other: bigint, liquidity: bigint, up: boolean): bigint {
  const [lower, upper] = one < other ? [one, other] : [other, one]
  const product = liquidity * x96 * (upper - lower)
  return up ? divideUp(product, upper * lower) : product / (upper * lower)
}

/**
 * Token1 between two prices: `L (b - a) / 2^96`.
 * Example: L = 10^18 between sqrt prices 2^96 and 2^97 is all of L: 10^18. @see SPEC.md Q8
 */
export function amount1Between(one: bigint, other: bigint, liquidity: bigint, up: boolean): bigint {
  const product = liquidity * (one < other ? other - one : one - other)
  return up ? divideUp(product, x96) : product / x96
}

/** The price after token0 came in (`change` above 0) or went out: L P / (L + change P), up, so that none is given away. */
function priceAfterToken0(sqrtPriceX96: bigint, liquidity: bigint, change: bigint): bigint {
  const shifted = liquidity * x96
  const divisor = shifted + change * sqrtPriceX96
  // The contract's words have 256 bits: where they would overflow it divides first, and so rounds otherwise.
  const overflows = change > 0n && (change * sqrtPriceX96 >= word || divisor >= word)
  return overflows
    ? divideUp(shifted, shifted / sqrtPriceX96 + change)
    : divideUp(shifted * sqrtPriceX96, divisor)
}

/** The price after token1 came in (`change` above 0) or went out: P + change / L, down. */
function priceAfterToken1(sqrtPriceX96: bigint, liquidity: bigint, change: bigint): bigint {
  return change >= 0n
    ? sqrtPriceX96 + (change * x96) / liquidity
    : sqrtPriceX96 - divideUp(-change * x96, liquidity)
}

function refuseImpossible(step: SwapStep): void {
  const refuse = (field: keyof SwapStep, expected: string) => {
    throw new RangeError(`${field} must be ${expected}, but is ${step[field]}`)
  }
  if (step.sqrtPriceX96 <= 0n) refuse('sqrtPriceX96', 'above 0')
  if (step.targetSqrtPriceX96 <= 0n) refuse('targetSqrtPriceX96', 'above 0')
  if (step.liquidity < 0n) refuse('liquidity', '0 or more')
  if (step.amount < 0n) refuse('amount', '0 or more')
  if (step.feePips < 0n || step.feePips >= million) refuse('feePips', 'from 0 to below 1000000')
}

/**
 * Swaps until the amount is used up or the price has reached its target, as Uniswap v3's computeSwapStep.
 * Units: smallest units of the tokens. Throws a RangeError that names the field.
 * Example: 10^18 in at a price of 1, L = 2 x 10^18, fee 600 pips, target price 1.01: the target is reached with
 * 9975124224178055 in, 5988667735148 fee and 9925619580021728 out.
 * @see SPEC.md Q8
 */
export function swapStep(step: SwapStep): SwapStepResult {
  refuseImpossible(step)
  const { sqrtPriceX96: price, targetSqrtPriceX96: target, liquidity, amount, feePips } = step
  const sells0 = price >= target
  const exactIn = step.exact === 'in'
  const inBetween = sells0 ? amount0Between : amount1Between
  const outBetween = sells0 ? amount1Between : amount0Between
  const priceAfterIn = sells0 ? priceAfterToken0 : priceAfterToken1
  const priceAfterOut = sells0 ? priceAfterToken1 : priceAfterToken0

  const amountAfterFee = exactIn ? (amount * (million - feePips)) / million : amount
  const toTarget = exactIn
    ? inBetween(price, target, liquidity, true)
    : outBetween(price, target, liquidity, false)
  const reaches = amountAfterFee >= toTarget
  const end = reaches
    ? target
    : exactIn
      ? priceAfterIn(price, liquidity, amountAfterFee)
      : priceAfterOut(price, liquidity, -amount)

  const amountIn = inBetween(price, end, liquidity, true)
  const fullOut = outBetween(price, end, liquidity, false)
  // A rounded price can hold one unit more than was asked for.
  const amountOut = !exactIn && fullOut > amount ? amount : fullOut
  // What is left of an amount that did not reach the target is all fee.
  const feeAmount =
    exactIn && end !== target ? amount - amountIn : divideUp(amountIn * feePips, million - feePips)
  return { sqrtPriceX96: end, amountIn, amountOut, feeAmount }
}
