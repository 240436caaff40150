/**
 * Where a function of one number changes its sign.
 * @see SPEC.md Y5
 */

export type Crossing =
  | { readonly kind: 'root'; readonly at: number }
  /** The function leaps over zero between `low` and `high`, two numbers as near as doubles allow. */
  | { readonly kind: 'jump'; readonly low: number; readonly high: number }

/** One end of a bracket. */
type End = { readonly at: number; readonly value: number }

function evaluate(f: (x: number) => number, at: number): End {
  const value = f(at)
  if (Number.isNaN(value)) throw new RangeError(`the function has no value at ${at}`)
  return { at, value }
}

/**
 * The point in [low, high] where `f` crosses zero: within `tolerance` of a true sign change, or exactly on a zero.
 * ITP (Oliveira and Takahashi 2020, https://doi.org/10.1145/3423597): interpolates like the false position, yet never
 * needs more than one evaluation above bisection. If `f` still leaps when the bracket cannot shrink any more
 * (by over a millionth of the larger end value), the answer is that bracket: a jump.
 * Throws a RangeError when both ends have the same sign, a bound or the tolerance is unusable, or `f` gives NaN.
 * Example: `refine((x) => x * x - 2, 0, 2, 1e-12)` is a root at 1.414213562373.
 * @see SPEC.md Y5
 */
export function refine(f: (x: number) => number, low: number, high: number, tolerance: number): Crossing {
  if (!(low <= high) || !Number.isFinite(high - low) || !(tolerance > 0)) {
    throw new RangeError(
      `refine needs low <= high and a tolerance above 0, but was given ${low}, ${high}, ${tolerance}`,
    )
  }
  let a = evaluate(f, low)
  let b = evaluate(f, high)
  if (a.value === 0) return { kind: 'root', at: low }
  if (b.value === 0) return { kind: 'root', at: high }
  if (a.value > 0 === b.value > 0) {
    throw new RangeError(
      `refine needs a change of sign, but f(${low}) = ${a.value} and f(${high}) = ${b.value}`,
    )
  }
  const scale = Math.max(Math.abs(a.value), Math.abs(b.value))
  const stretch = 0.2 / (high - low)
  let allowance = tolerance * 2 // one evaluation more than halving needs
  while (allowance < high - low) allowance *= 2

  /** Takes x into the bracket; the outcome says whether the bracket became narrower. */
  const narrow = (x: number): boolean => {
    if (!(x > a.at && x < b.at)) return false
    const end = evaluate(f, x)
    if (end.value === 0) a = b = end
    else if (end.value > 0 === b.value > 0) b = end
    else a = end
    return true
  }

  while (b.at - a.at > tolerance) {
    const middle = a.at + (b.at - a.at) / 2
    const straight = a.at + (b.at - a.at) * (a.value / (a.value - b.value))
    const towards = straight < middle ? 1 : -1
    const nudge = stretch * (b.at - a.at) * (b.at - a.at)
    const truncated = nudge <= Math.abs(middle - straight) ? straight + towards * nudge : middle
    const radius = Math.max(0, allowance / 2 - (b.at - a.at) / 2)
    const projected = Math.abs(truncated - middle) <= radius ? truncated : middle - towards * radius
    if (!narrow(projected) && !narrow(middle)) break
    allowance /= 2
  }
  if (Math.min(Math.abs(a.value), Math.abs(b.value)) > scale * 1e-9) {
    while (narrow(a.at + (b.at - a.at) / 2)) if (b.at - a.at < (high - low) * 1e-17) break
    if (Math.abs(b.value - a.value) > scale * 1e-6) return { kind: 'jump', low: a.at, high: b.at }
  }
  return { kind: 'root', at: Math.abs(a.value) <= Math.abs(b.value) ? a.at : b.at }
}
