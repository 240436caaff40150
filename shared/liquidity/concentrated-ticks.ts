/**
 * Ticks of a pool of concentrated liquidity (Uniswap v3): tick i stands for the price 1.0001^i.
 * @see SPEC.md Q9
 */

export const minTick = -887_272
export const maxTick = 887_272

const bitsOfTick = 20

function integerSquareRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (root + value / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** 2^128 x 1.0001^(-2^k / 2) to the nearest integer, for each bit k of a tick. */
const factorsX128: readonly bigint[] = (() => {
  const precision = 512n
  const factors: bigint[] = []
  let factor = integerSquareRoot((10_000n << (2n * precision)) / 10_001n)
  for (let bit = 0; bit < bitsOfTick; bit += 1) {
    factors.push((((factor << 129n) >> precision) + 1n) >> 1n)
    factor = (factor * factor) >> precision
  }
  return factors
})()

/**
 * sqrtPriceX96 of a tick, `2^96 x 1.0001^(tick / 2)` with the contract's own roundings.
 * Throws a RangeError for a tick that is not an integer from -887272 to 887272.
 * Example: tick 0 is 2^96; the lowest is 4295128739. @see SPEC.md Q9
 */
export function sqrtPriceAtTick(tick: number): bigint {
  if (!(Number.isInteger(tick) && tick >= minTick && tick <= maxTick)) {
    throw new RangeError(`tick must be an integer from ${minTick} to ${maxTick}, but is ${tick}`)
  }
  const steps = Math.abs(tick)
  let ratioX128 = 1n << 128n
  for (let bit = 0; bit < bitsOfTick; bit += 1) {
    if ((steps >> bit) & 1) ratioX128 = (ratioX128 * factorsX128[bit]!) >> 128n
  }
  if (tick > 0) ratioX128 = ((1n << 256n) - 1n) / ratioX128
  return (ratioX128 + (1n << 32n) - 1n) >> 32n
}

export const minSqrtPriceX96 = sqrtPriceAtTick(minTick)
export const maxSqrtPriceX96 = sqrtPriceAtTick(maxTick)

/**
 * The highest tick whose price is not above the given one.
 * Throws a RangeError for a price below the lowest tick's, or from the highest tick's on.
 * Example: 2^96 is tick 0, one less is tick -1. @see SPEC.md Q9
 */
export function tickAtSqrtPrice(sqrtPriceX96: bigint): number {
  if (sqrtPriceX96 < minSqrtPriceX96 || sqrtPriceX96 >= maxSqrtPriceX96) {
    throw new RangeError(
      `sqrtPriceX96 must be from ${minSqrtPriceX96} to below ${maxSqrtPriceX96}, but is ${sqrtPriceX96}`,
    )
  }
  let below = minTick
  let above = maxTick
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (sqrtPriceAtTick(middle) <= sqrtPriceX96) below = middle
    else above = middle
  }
  return below
}
