/**
 * exp, log, pow and sums that give the same digits in every JavaScript engine.
 * `Math.exp`, `Math.log` and `Math.pow` differ in the last digit between Node and Chromium; + - * / and sqrt do not.
 * Everything here is made of those, in a fixed order; values that need more than 53 bits are carried as an
 * unevaluated pair high + low ("double-double": Dekker 1971, https://doi.org/10.1007/BF01397083).
 * @see SPEC.md G1 to G4
 */

type Pair = readonly [high: number, low: number]

const splitter = 134_217_729 // 2^27 + 1: cuts a double into two halves of 26 bits
const bits = new DataView(new ArrayBuffer(8))

/** The rounding error of `product = a * b`, exactly; |a|, |b| < 2^996. */
function productError(a: number, b: number, product: number): number {
  const aCut = splitter * a
  const aHigh = aCut - (aCut - a)
  const aLow = a - aHigh
  const bCut = splitter * b
  const bHigh = bCut - (bCut - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/** The rounding error of `total = a + b`, exactly (Knuth, TAOCP 2, 4.2.2 theorem B). */
function sumError(a: number, b: number, total: number): number {
  const bSeen = total - a
  return a - (total - bSeen) + (b - bSeen)
}

function addPairs(a: Pair, b: Pair): Pair {
  const total = a[0] + b[0]
  const low = sumError(a[0], b[0], total) + a[1] + b[1]
  const high = total + low
  return [high, low - (high - total)]
}

function multiplyPairs(a: Pair, b: Pair): Pair {
  const product = a[0] * b[0]
  const low = productError(a[0], b[0], product) + a[0] * b[1] + a[1] * b[0]
  const high = product + low
  return [high, low - (high - product)]
}

function dividePairs(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0]
  const taken = multiplyPairs([first, 0], b)
  const rest = addPairs(a, [-taken[0], -taken[1]])
  const second = rest[0] / b[0]
  const high = first + second
  return [high, second - (high - first)]
}

/** log((1 + s) / (1 - s)) = 2 (s + s^3/3 + s^5/5 + ...) for |s| <= 1/3, to about 100 bits. */
function logFromRatio(ratio: Pair): Pair {
  const square = multiplyPairs(ratio, ratio)
  let total: Pair = [0, 0]
  for (let odd = 71; odd >= 1; odd -= 2) {
    total = addPairs(dividePairs([1, 0], [odd, 0]), multiplyPairs(square, total))
  }
  const half = multiplyPairs(ratio, total)
  return [2 * half[0], 2 * half[1]]
}

/** A number with its last bits cut off (`cutter` is 2^bits + 1): products with a small integer are then exact. */
function withoutLastBits(value: number, cutter: number): number {
  return value * cutter - (value * cutter - value)
}

const ln2: Pair = logFromRatio(dividePairs([1, 0], [3, 0]))
const ln2High = withoutLastBits(ln2[0], 8_193)
const ln2Low = ln2[0] - ln2High + ln2[1]

/** log(i / 128) for i / 128 in about [1/sqrt 2, sqrt 2], as pairs; entry 128 is exactly 0. */
const firstLog = 91
const logHigh = new Float64Array(91)
const logLow = new Float64Array(91)
for (let entry = 0; entry < logHigh.length; entry += 1) {
  const i = firstLog + entry
  const pair = logFromRatio(dividePairs([i - 128, 0], [i + 128, 0]))
  logHigh[entry] = pair[0]
  logLow[entry] = pair[1]
}

/** 2^(j/64) as pairs: exp by its series in double-double, the argument ln2 j/64. */
const stepHigh = withoutLastBits(ln2[0] / 64, 1_048_577)
const stepLow = ln2[0] / 64 - stepHigh + ln2[1] / 64
const powerHigh = new Float64Array(64)
const powerLow = new Float64Array(64)
for (let j = 0; j < 64; j += 1) {
  const argument = multiplyPairs([j / 64, 0], ln2)
  let total: Pair = [1, 0]
  for (let n = 30; n >= 1; n -= 1) {
    total = addPairs([1, 0], multiplyPairs(dividePairs(argument, [n, 0]), total))
  }
  powerHigh[j] = total[0]
  powerLow[j] = total[1]
}

/** The second half of what `logPair` returns. Written and read at once; it spares an object per call. */
let lowOfLog = 0

/**
 * log(x) for x > 0 as high (returned) + low (`lowOfLog`), right to about 2^-68 of itself.
 * x = 2^k m, m in [1/sqrt 2, sqrt 2), c = the nearest i/128, s = (m - c)/(m + c):
 * log x = k ln 2 + log c + 2 (s + s^3/3 + s^5/5 + ...), |s| < 2^-8.5.
 */
function logPair(x: number): number {
  const subnormal = x < 2.2250738585072014e-308
  bits.setFloat64(0, subnormal ? x * 18_014_398_509_481_984 : x)
  const top = bits.getUint32(0)
  let exponent = (top >>> 20) - 1023 - (subnormal ? 54 : 0)
  bits.setUint32(0, (top & 0xf_ff_ff) | 0x3f_f0_00_00)
  let m = bits.getFloat64(0)
  if (m >= Math.SQRT2) {
    m /= 2
    exponent += 1
  }
  const i = Math.floor(m * 128 + 0.5)
  const c = i / 128
  const rise = m - c
  const run = m + c
  const runError = sumError(m, c, run)
  const s = rise / run
  const back = s * run
  const sLow = (rise - back - productError(s, run, back) - s * runError) / run
  const square = s * s
  const tail = s * square * (1 / 3 + square * (1 / 5 + square * (1 / 7)))
  const whole = exponent * ln2High
  const tableHigh = logHigh[i - firstLog] as number
  const coarse = whole + tableHigh
  const high = coarse + 2 * s
  const low =
    sumError(coarse, 2 * s, high) +
    sumError(whole, tableHigh, coarse) +
    (exponent * ln2Low + (logLow[i - firstLog] as number) + 2 * (sLow + tail))
  const total = high + low
  lowOfLog = low - (total - high)
  return total
}

/** 2^k for -1022 <= k <= 1023. */
function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

/**
 * exp(high + low), |low| far below |high|. Infinity where it is too large, 0 where too small.
 * n = the nearest integer to 64 x / ln 2, r = x - n ln2/64: exp x = 2^(n/64) (1 + r + r^2/2 + ...), |r| < 0.0055.
 */
function expOfPair(high: number, low: number): number {
  if (high > 710) return Number.POSITIVE_INFINITY
  if (high < -746) return 0
  const n = Math.floor((high * 64) / ln2[0] + 0.5)
  const r = high - n * stepHigh - n * stepLow + low
  const grown = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)))))
  const j = n & 63
  const base = powerHigh[j] as number
  const fraction = base + (base * grown + (powerLow[j] as number))
  const k = n >> 6
  return k < -1021
    ? fraction * powerOfTwo(k + 100) * 7.888_609_052_210_118e-31
    : fraction * powerOfTwo(k - 1) * 2
}

function mustBeFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} needs finite numbers, but was given ${value}`)
}

/**
 * e to the power x, within 0.51 units of the last place (1 below 2.3e-308), rounded towards 0 below 5e-324.
 * Throws a RangeError for NaN, infinities and results above 1.8e308 (x > 709.78).
 * Example: `exp(1)` is `2.718281828459045`.
 * @see SPEC.md G1
 */
export function exp(x: number): number {
  mustBeFinite(x, 'exp')
  const result = expOfPair(x, 0)
  if (result === Number.POSITIVE_INFINITY) throw new RangeError(`exp(${x}) is larger than any number here`)
  return result
}

/**
 * Natural logarithm, within 0.51 units of the last place.
 * Throws a RangeError for NaN, infinities, zero and below.
 * Example: `log(10)` is `2.302585092994046`.
 * @see SPEC.md G1
 */
export function log(x: number): number {
  mustBeFinite(x, 'log')
  if (x <= 0) throw new RangeError(`log needs a number above 0, but was given ${x}`)
  return logPair(x)
}

/**
 * `base` to the power `exponent`, within 0.52 units of the last place; exact where the true result is a double.
 * `pow(x, 0) = 1` and `pow(1, y) = 1`; `pow(0, y) = 0` for y > 0; a negative base takes whole exponents only.
 * Throws a RangeError for NaN, infinities, 0 to a negative power, a negative base to a broken power,
 * and results above 1.8e308. Example: `pow(1.1, 0.5)` is `1.0488088481701516`.
 * @see SPEC.md G1
 */
export function pow(base: number, exponent: number): number {
  mustBeFinite(base, 'pow')
  mustBeFinite(exponent, 'pow')
  if (exponent === 0 || base === 1) return 1
  if (exponent === 1) return base
  if (base === 0) {
    if (exponent > 0) return 0
    throw new RangeError(`pow(0, ${exponent}) divides by zero`)
  }
  if (base < 0 && !Number.isInteger(exponent)) {
    throw new RangeError(`pow(${base}, ${exponent}): a negative base needs a whole exponent`)
  }
  const high = logPair(Math.abs(base))
  const product = exponent * high
  let size: number
  if (product > 800 || product < -800) size = product > 0 ? Number.POSITIVE_INFINITY : 0
  else size = expOfPair(product, productError(exponent, high, product) + exponent * lowOfLog)
  if (size === Number.POSITIVE_INFINITY) {
    throw new RangeError(`pow(${base}, ${exponent}) is larger than any number here`)
  }
  return base < 0 && Math.abs(exponent) % 2 === 1 ? -size : size
}

/**
 * The total of `values` in their order, with the rounding errors carried along and added at the end (Neumaier 1974),
 * so that 0.1 added ten times is 1 and large amounts that cancel leave the small ones. The unit is the values'.
 * Throws a RangeError when a value is not finite. Example: `sum([1, 1e100, 1, -1e100])` is `2`.
 * @see SPEC.md G2
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  let error = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    const next = total + value
    error += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  const result = total + error
  mustBeFinite(result, 'sum')
  return result
}

/**
 * The middle value, or the mean of the two middle ones. The unit is the values'.
 * Throws a RangeError for no values and for NaN. Example: `median([3, 1, 2, 10])` is `2.5`.
 * @see SPEC.md G3
 */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('median needs at least one value')
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] as number)
  const total = lower + upper
  const result = Number.isFinite(total) ? total / 2 : lower / 2 + upper / 2
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError('median was given NaN')
  return result
}

/**
 * `value`, or the bound that it passes. Throws a RangeError for NaN and for bounds in the wrong order.
 * Example: `clamp(1.2, 0, 1)` is `1`.
 * @see SPEC.md G4
 */
export function clamp(value: number, low: number, high: number): number {
  if (!(low <= high) || Number.isNaN(value)) {
    throw new RangeError(`clamp(${value}, ${low}, ${high}) needs a number and bounds in ascending order`)
  }
  return Math.min(Math.max(value, low), high)
}
