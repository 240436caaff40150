/** Growth and its logarithm near 1, where `exp(x) - 1` and `log(1 + r)` would lose their digits. @see SPEC.md FN9 */
import { exp, log } from '../math.ts'

/** e^x - 1 without losing digits near 0: its series there. Example: `growthLessOne(1e-12)` is 1.0000000000005e-12. */
export function growthLessOne(x: number): number {
  if (Math.abs(x) > 0.05) return exp(x) - 1
  let total = 1
  for (let n = 9; n >= 2; n -= 1) total = 1 + (x / n) * total
  return x * total
}

/** log(1 + rate) without losing digits near 0 (Kahan). Example: `logOfGrowth(1e-12)` is 9.999999999995e-13. */
export function logOfGrowth(rate: number): number {
  const rounded = 1 + rate
  return rounded === 1 ? rate : (log(rounded) * rate) / (rounded - 1)
}
