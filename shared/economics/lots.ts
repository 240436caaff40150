/** Lots of tokens, each with what it was worth when it was received; the oldest goes first. @see SPEC.md B12 */

export type Lots = {
  readonly tokens: number[]
  readonly valueUsd: number[]
  /** Lots before this one are used up. */
  oldest: number
}

export function emptyLots(): Lots {
  return { tokens: [], valueUsd: [], oldest: 0 }
}

/** One more lot, the youngest. */
export function addLot(lots: Lots, tokens: number, valueUsd: number): void {
  lots.tokens.push(tokens)
  lots.valueUsd.push(valueUsd)
}

/**
 * Takes tokens from the oldest lots and says what they were worth when they were received. A lot is used up when less
 * than a billionth of the tokens taken would be left of it.
 * Example: lots of 10 tokens at $20 and 10 at $40: the first 15 taken were worth $40. @see SPEC.md B12
 */
export function takeLots(lots: Lots, tokens: number): number {
  let left = tokens
  let valueUsd = 0
  const dust = tokens * 1e-9
  while (lots.oldest < lots.tokens.length && left > 0) {
    const lot = lots.oldest
    const has = lots.tokens[lot]!
    if (has - left > dust) {
      const part = lots.valueUsd[lot]! * (left / has)
      lots.tokens[lot] = has - left
      lots.valueUsd[lot]! -= part
      return valueUsd + part
    }
    valueUsd += lots.valueUsd[lot]!
    left -= has
    lots.oldest += 1
  }
  return valueUsd
}
