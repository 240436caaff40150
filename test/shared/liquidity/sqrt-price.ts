/** Square roots of prices as Uniswap's tests write them: price and root to 40 decimals, then down to 2^-96. */

const decimals = 10n ** 40n

/** The root to the nearest integer, halves up. */
function nearestRoot(value: bigint): bigint {
  let low = 0n
  let high = value + 1n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle <= value) low = middle
    else high = middle
  }
  return value - low * low > low ? low + 1n : low
}

export function sqrtPriceOf(token1: bigint, token0: bigint): bigint {
  const price = (2n * token1 * decimals + token0) / (2n * token0)
  return (nearestRoot(price * decimals) * 2n ** 96n) / decimals
}
