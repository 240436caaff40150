/**
 * The zero-appreciation gate: which kind of income it is.
 * @see SPEC.md V1 to V3
 */

export type Verdict = 'infrastructure income' | 'subsidised income' | 'token trade' | 'loss'

export type Gate = {
  readonly verdict: Verdict
  /** Neither leg nor payout touches a token. */
  readonly tokenInvolved: boolean
  /** NPV with the token flat and no subsidy. */
  readonly usageOnlyUsd: number
  /** What the subsidy adds at a flat token. */
  readonly subsidyUsd: number
  /** What the expected token path adds. */
  readonly tokenPathUsd: number
  /** Stands today, but not on the path that is expected. */
  readonly lossOnExpectedPath: boolean
  /** Resale and purchase are in; else the NPV is of the running flows alone. */
  readonly withCapital: boolean
}

/**
 * With a = NPV(token flat, no subsidy), b = NPV(flat, subsidy), c = NPV(expected path, subsidy), the first that
 * holds: a > 0 infrastructure income, b > 0 subsidised income, c > 0 token trade, else loss. Zero is not above zero.
 * Example: a -5, b 3, c -1: subsidised income, and a loss on the expected path. @see SPEC.md V1
 */
export function gateOf(
  npv: { readonly a: number; readonly b: number; readonly c: number },
  tokenInvolved: boolean,
  withCapital: boolean,
): Gate {
  const { a, b, c } = npv
  const verdict =
    a > 0 ? 'infrastructure income' : b > 0 ? 'subsidised income' : c > 0 ? 'token trade' : 'loss'
  return {
    verdict,
    tokenInvolved,
    usageOnlyUsd: a,
    subsidyUsd: b - a,
    tokenPathUsd: c - b,
    lossOnExpectedPath: (a > 0 || b > 0) && c <= 0,
    withCapital,
  }
}
