/**
 * Present value and rate of return, dated (as XNPV and XIRR) and periodic (as NPV and IRR).
 * @see SPEC.md Y1 to Y4
 */
import { exp, log, pow, sum } from '../math.ts'
import { refine } from './root.ts'

/** Money in (+) or out (-) on a day (days since 1970-01-01). */
export type DatedFlow = { readonly dayNumber: number; readonly amountUsd: number }

export type RateOfReturn =
  | { readonly kind: 'rate'; readonly rate: number }
  | {
      readonly kind: 'not-meaningful'
      readonly reason: 'no-root' | 'several-roots' | 'one-sign'
      /** Every rate found, ascending: none, or two and more. */
      readonly roots: readonly number[]
    }

/** An amount after `time` years or periods. */
type TimedAmount = { readonly time: number; readonly amount: number }

const logOfLowestGrowth = log(1e-6) // rate -0.999999
const logOfHighestGrowth = log(1e6 + 1) // rate 1e6

function mustBeRate(rate: number): void {
  if (!(rate > -1) || !Number.isFinite(rate)) {
    throw new RangeError(`a discount rate is a number above -1 (0.1 is 10 %), but was given ${rate}`)
  }
}

function earliestDay(flows: readonly DatedFlow[]): number {
  let earliest = Number.POSITIVE_INFINITY
  for (const flow of flows) {
    if (!Number.isInteger(flow.dayNumber) || !Number.isFinite(flow.amountUsd)) {
      throw new RangeError(
        `a flow needs a whole day number and a finite amount, but was given ${flow.dayNumber}, ${flow.amountUsd}`,
      )
    }
    earliest = Math.min(earliest, flow.dayNumber)
  }
  if (flows.length === 0) throw new RangeError('expected at least one flow, but was given none')
  return earliest
}

/**
 * Net present value in USD of dated flows, in any order: sum of amount / (1 + rate)^((day - earliest day) / 365).
 * Throws a RangeError for a rate of -1 or below, no flows, broken days, amounts that are not finite.
 * Example: -100 on a day and 110 on the 365th day after it, at 0.1: 0.
 * @see SPEC.md Y1
 */
export function xnpv(rate: number, flows: readonly DatedFlow[]): number {
  mustBeRate(rate)
  const start = earliestDay(flows)
  return sum(flows.map((flow) => flow.amountUsd / pow(1 + rate, (flow.dayNumber - start) / 365)))
}

/**
 * Net present value of one amount per period, the first at the end of period 1 as in spreadsheets' NPV:
 * sum of amount_i / (1 + rate)^i, i from 1. In the amounts' unit. Throws a RangeError for a rate of -1 or below.
 * Example: `npvFromPeriodOne(0.1, [110])` is 100.
 * @see SPEC.md Y2
 */
export function npvFromPeriodOne(rate: number, amounts: readonly number[]): number {
  mustBeRate(rate)
  return sum(amounts.map((amount, i) => amount / pow(1 + rate, i + 1)))
}

/**
 * Net present value of one amount per period, the first today (period 0) as in numpy:
 * sum of amount_i / (1 + rate)^i, i from 0. In the amounts' unit. Throws a RangeError for a rate of -1 or below.
 * Example: `npvFromPeriodZero(0.1, [-100, 110])` is 0.
 * @see SPEC.md Y2
 */
export function npvFromPeriodZero(rate: number, amounts: readonly number[]): number {
  mustBeRate(rate)
  return sum(amounts.map((amount, i) => amount / pow(1 + rate, i)))
}

/** Amounts in order of time, those of one time added, zeros dropped. */
function inOrder(flows: readonly TimedAmount[]): TimedAmount[] {
  const merged: TimedAmount[] = []
  for (const flow of [...flows].sort((one, other) => one.time - other.time)) {
    const last = merged.at(-1)
    if (last?.time === flow.time) {
      merged[merged.length - 1] = { time: last.time, amount: last.amount + flow.amount }
    } else merged.push(flow)
  }
  return merged.filter((flow) => flow.amount !== 0)
}

/** Logarithms of growth between which roots are looked for: narrow steps around 0, wider ones further out. */
function gridOfLogGrowth(): number[] {
  const grid: number[] = []
  const steps = (from: number, to: number, perUnit: number) => {
    for (let step = from * perUnit; step < to * perUnit; step += 1) grid.push(step / perUnit)
  }
  grid.push(logOfLowestGrowth)
  steps(-13, -3, 5)
  steps(-3, -1, 20)
  steps(-1, 1, 100)
  steps(1, 3, 20)
  steps(3, 14, 5)
  return [...grid.filter((u) => u < logOfHighestGrowth), logOfHighestGrowth]
}

const fineGrid = gridOfLogGrowth()
const coarseGrid = [logOfLowestGrowth, -3, -1, -0.4, -0.1, 0, 0.1, 0.4, 1, 3, logOfHighestGrowth]

/** `exp(-|log growth| x gap)` over the fine grid, by gap in days: the months of all cash flows share a few gaps. */
const factorsByGap = new Map<number, Float64Array>()

function factorsOfGap(years: number): Float64Array {
  const days = years * 365
  // Gaps that differ by rounding alone are one.
  const key = Math.abs(days - Math.round(days)) < 1e-9 ? Math.round(days) : days
  const known = factorsByGap.get(key)
  if (known !== undefined) return known
  if (factorsByGap.size >= 256) factorsByGap.clear()
  const factors = Float64Array.from(fineGrid, (logGrowth) => exp((-Math.abs(logGrowth) * key) / 365))
  factorsByGap.set(key, factors)
  return factors
}

/** The value of the flows at each point of the fine grid by Horner's rule, to about 1e-12 of all that flows. */
function valuesOnFineGrid(times: Float64Array, amounts: Float64Array): Float64Array {
  const factors = Array.from(times, (time, i) => (i === 0 ? noFactors : factorsOfGap(time - times[i - 1]!)))
  const last = amounts.length - 1
  return Float64Array.from(fineGrid, (logGrowth, point) => {
    let total = 0
    if (logGrowth < 0) {
      total = amounts[0]!
      for (let i = 1; i <= last; i += 1) total = total * factors[i]![point]! + amounts[i]!
      return total
    }
    for (let i = last; i > 0; i -= 1) total = (total + amounts[i]!) * factors[i]![point]!
    return total + amounts[0]!
  })
}

const noFactors = new Float64Array()

/** Every rate at which the present value is zero. */
function rateOfReturn(given: readonly TimedAmount[]): RateOfReturn {
  const flows = inOrder(given)
  let turns = 0
  for (let i = 1; i < flows.length; i += 1) {
    if ((flows[i] as TimedAmount).amount > 0 !== (flows[i - 1] as TimedAmount).amount > 0) turns += 1
  }
  if (turns === 0) return { kind: 'not-meaningful', reason: 'one-sign', roots: [] }

  const start = (flows[0] as TimedAmount).time
  const times = Float64Array.from(flows, (flow) => flow.time - start)
  const amounts = Float64Array.from(flows, (flow) => flow.amount)
  const duration = times[times.length - 1] as number
  const terms = new Float64Array(flows.length)
  /** Present value for growth >= 1, value at the last date below: same sign and zeros, and no term can overflow. */
  const value = (logGrowth: number): number => {
    const atDate = logGrowth < 0 ? duration : 0
    for (let i = 0; i < terms.length; i += 1) {
      terms[i] = (amounts[i] as number) * exp(logGrowth * (atDate - (times[i] as number)))
    }
    return sum(terms)
  }

  const size = amounts.reduce((total, amount) => total + Math.abs(amount), 0)

  // One turn of sign allows one root at most (Laguerre's extension of Descartes' rule): a coarse grid finds it.
  const grid = turns === 1 ? coarseGrid : fineGrid
  const rough = turns === 1 ? null : valuesOnFineGrid(times, amounts)
  const roots: number[] = []
  let before = { at: 0, value: 0 }
  for (const [point, at] of grid.entries()) {
    // The sign is what counts here: where rounding could turn it, the careful value decides.
    const near = rough?.[point] ?? 0
    const here = { at, value: Math.abs(near) > 1e-9 * size ? near : value(at) }
    if (here.value === 0 && at > logOfLowestGrowth && at < logOfHighestGrowth) roots.push(at)
    else if (before.value !== 0 && before.value > 0 !== here.value > 0) {
      const crossing = refine(value, before.at, at, 1e-15)
      roots.push(crossing.kind === 'root' ? crossing.at : crossing.low)
    }
    before = here
    if (turns === 1 && roots.length === 1) break
  }
  const rates = roots.map((logGrowth) => exp(logGrowth) - 1)
  if (rates.length === 1) return { kind: 'rate', rate: rates[0] as number }
  return { kind: 'not-meaningful', reason: rates.length === 0 ? 'no-root' : 'several-roots', roots: rates }
}

/**
 * Yearly rate of return of dated flows: the rate in (-0.999999, 1e6) at which `xnpv` is 0.
 * None or several such rates are "not meaningful", with all of them; so are flows of one sign only.
 * Two rates nearer to each other than 1 % of growth (5 % beyond growth 1/e or e, 20 % beyond 1/20 or 20) may be
 * missed together.
 * Throws a RangeError for no flows, broken days, amounts that are not finite.
 * Example: -100 on a day and 110 on the 365th day after it: rate 0.1.
 * @see SPEC.md Y3
 */
export function xirr(flows: readonly DatedFlow[]): RateOfReturn {
  const start = earliestDay(flows)
  return rateOfReturn(flows.map((flow) => ({ time: (flow.dayNumber - start) / 365, amount: flow.amountUsd })))
}

/**
 * Rate of return per period of one amount per period, the first in period 0; else as `xirr`.
 * Throws a RangeError for no amounts and for amounts that are not finite.
 * Example: `irr([-100, 110])` is the rate 0.1.
 * @see SPEC.md Y4
 */
export function irr(amounts: readonly number[]): RateOfReturn {
  earliestDay(amounts.map((amountUsd, dayNumber) => ({ dayNumber, amountUsd })))
  return rateOfReturn(amounts.map((amount, time) => ({ time, amount })))
}
