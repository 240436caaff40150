/**
 * Rates that a spreadsheet finds or converts: RATE, MIRR, RRI, PDURATION, EFFECT, NOMINAL, FVSCHEDULE, ISPMT,
 * and two values at a later date. A rate is a ratio (0.1 is 10 %).
 * @see SPEC.md FN11
 */
import { type DatedFlow, npvFromPeriodOne, xnpv } from './returns.ts'
import { refine } from './root.ts'
import { exp, log, pow } from '../math.ts'
import type { Due } from './annuity.ts'
import { growthLessOne } from './growth.ts'
import { mustBeNumbers, numError, numbered } from './spreadsheet-error.ts'

/** Growth in logarithms between which RATE is looked for: -0.999999 to 1e6, narrow around 0. */
const grid: readonly number[] = Array.from({ length: 401 }, (_, i) => {
  const side = (i - 200) / 200
  return side < 0 ? side * side * log(1e-6) : side * side * log(1e6 + 1)
})

/**
 * The balance equation of `annuity.ts` at growth e^u, discounted where u > 0 so that no power overflows;
 * at u = 0 it is present + payment n + future.
 */
function balanceAt(
  u: number,
  periods: number,
  payment: number,
  present: number,
  future: number,
  due: Due,
): number {
  if (u === 0) return present + payment * periods + future
  const rate = growthLessOne(u)
  const paid = due === 'start' ? payment * (1 + rate) : payment
  const shrunk = exp(-periods * Math.abs(u))
  const paidOverRate = (-paid * growthLessOne(-periods * Math.abs(u))) / rate
  return u > 0 ? present + paidOverRate + future * shrunk : present * shrunk - paidOverRate + future
}

/**
 * The rate per period (RATE) at which `present`, `payment` in each of `periods` and `future` balance; of two such rates
 * the one nearer to `guess`. Looked for from -0.999999 to 1e6.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for periods of 0 or less, and where no rate balances.
 * Example: `rate(10, 0, -3_500, 10_000)` is 0.1107.
 * @see SPEC.md FN11
 */
export function rate(
  periods: number,
  payment: number,
  present: number,
  future: number = 0,
  due: Due = 'end',
  guess: number = 0.1,
): number {
  mustBeNumbers('rate', { periods, payment, present, future, guess })
  if (periods <= 0) throw numError('rate', `needs a number of periods above 0, but was given ${periods}`)
  if (guess <= -1) throw numError('rate', `needs a guess above -1, but was given ${guess}`)
  const value = (u: number) => balanceAt(u, periods, payment, present, future, due)
  const found: number[] = []
  let before = { at: 0, value: 0 }
  for (const at of grid) {
    const here = { at, value: value(at) }
    if (here.value === 0) found.push(growthLessOne(at))
    else if (before.value !== 0 && before.value > 0 !== here.value > 0) {
      const crossing = refine(value, before.at, at, 1e-15)
      found.push(growthLessOne(crossing.kind === 'root' ? crossing.at : crossing.low))
    }
    before = here
  }
  const [nearest] = found.toSorted((one, other) => Math.abs(one - guess) - Math.abs(other - guess))
  if (nearest === undefined || found.length === grid.length) {
    throw numError('rate', 'finds no rate at which present, payments and future value balance')
  }
  return nearest
}

/**
 * Modified internal rate of return (MIRR) of one amount per period, the first today: costs are discounted at
 * `financeRate`, returns grow at `reinvestRate`:
 * (-NPV(reinvest, returns) (1 + reinvest)^n / (NPV(finance, costs) (1 + finance)))^(1 / (n - 1)) - 1.
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for rates of -1 or less and without both a cost and a return.
 * Example: `mirr([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], 0.1, 0.12)` is 0.1261.
 * @see SPEC.md FN11
 */
export function mirr(amounts: readonly number[], financeRate: number, reinvestRate: number): number {
  mustBeNumbers('mirr', { financeRate, reinvestRate, ...Object.fromEntries(amounts.entries()) })
  if (financeRate <= -1 || reinvestRate <= -1) {
    throw numError('mirr', `needs rates above -1, but was given ${financeRate} and ${reinvestRate}`)
  }
  if (!amounts.some((amount) => amount > 0) || !amounts.some((amount) => amount < 0)) {
    throw numError('mirr', 'needs at least one cost and one return')
  }
  const n = amounts.length
  return numbered('mirr', () => {
    const returns = npvFromPeriodOne(
      reinvestRate,
      amounts.map((amount) => Math.max(0, amount)),
    )
    const costs = npvFromPeriodOne(
      financeRate,
      amounts.map((amount) => Math.min(0, amount)),
    )
    return pow((-returns * pow(1 + reinvestRate, n)) / (costs * (1 + financeRate)), 1 / (n - 1)) - 1
  })
}

/**
 * Growth per period (RRI): (future / present)^(1 / periods) - 1. Throws a RangeError: #VALUE! for what is not finite,
 * #NUM! for no periods, nothing at the start, and values of different signs.
 * Example: `rri(8, 10_000, 11_000)` is 0.01199.
 * @see SPEC.md FN11
 */
export function rri(periods: number, present: number, future: number): number {
  mustBeNumbers('rri', { periods, present, future })
  if (periods <= 0 || present === 0) {
    throw numError(
      'rri',
      `needs periods above 0 and a value at the start, but was given ${periods}, ${present}`,
    )
  }
  return numbered('rri', () => pow(future / present, 1 / periods) - 1)
}

/**
 * Periods until `present` has grown to `future` (PDURATION): log(future / present) / log(1 + rate).
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for a rate or a value of 0 or less.
 * Example: `pduration(0.025, 2_000, 2_200)` is 3.86.
 * @see SPEC.md FN11
 */
export function pduration(rate: number, present: number, future: number): number {
  mustBeNumbers('pduration', { rate, present, future })
  if (rate <= 0 || present <= 0 || future <= 0) {
    throw numError(
      'pduration',
      `needs a rate and values above 0, but was given ${rate}, ${present}, ${future}`,
    )
  }
  return numbered('pduration', () => log(future / present) / log(1 + rate))
}

function mustBeCompounding(name: string, rate: number, periodsPerYear: number): number {
  mustBeNumbers(name, { rate, periodsPerYear })
  if (rate <= 0 || periodsPerYear < 1) {
    throw numError(
      name,
      `needs a rate above 0 and at least 1 period a year, but was given ${rate}, ${periodsPerYear}`,
    )
  }
  return Math.floor(periodsPerYear)
}

/**
 * Effective yearly rate (EFFECT) of a nominal one: (1 + rate / n)^n - 1, n whole (the rest is cut off, as spreadsheets
 * do). Throws a RangeError: #VALUE! for what is not finite, #NUM! for a rate of 0 or less and less than one period.
 * Example: `effect(0.1, 4)` is 0.10381.
 * @see SPEC.md FN11
 */
export function effect(nominalRate: number, periodsPerYear: number): number {
  const n = mustBeCompounding('effect', nominalRate, periodsPerYear)
  return numbered('effect', () => pow(1 + nominalRate / n, n) - 1)
}

/**
 * Nominal yearly rate (NOMINAL) of an effective one: n ((1 + rate)^(1 / n) - 1). Throws as `effect` does.
 * Example: `nominal(0.1, 4)` is 0.09645.
 * @see SPEC.md FN11
 */
export function nominal(effectiveRate: number, periodsPerYear: number): number {
  const n = mustBeCompounding('nominal', effectiveRate, periodsPerYear)
  return numbered('nominal', () => n * (pow(1 + effectiveRate, 1 / n) - 1))
}

/**
 * Future value at a rate that changes every period (FVSCHEDULE): principal x the product of (1 + rate).
 * Throws a RangeError (#VALUE!) for what is not finite. Example: `fvSchedule(100, [0.09, 0.1, 0.11])` is 133.089.
 * @see SPEC.md FN11
 */
export function fvSchedule(principal: number, rates: readonly number[]): number {
  mustBeNumbers('fvSchedule', { principal, ...Object.fromEntries(rates.entries()) })
  return numbered('fvSchedule', () => rates.reduce((value, rate) => value * (1 + rate), principal))
}

/**
 * Interest of a loan repaid in equal amounts of principal (ISPMT): principal x rate x (period / periods - 1).
 * Throws a RangeError: #VALUE! for what is not finite, #NUM! for no periods.
 * Example: `ispmt(0.1 / 12, 6, 24, 100_000)` is -625.
 * @see SPEC.md FN11
 */
export function ispmt(rate: number, period: number, periods: number, principal: number): number {
  mustBeNumbers('ispmt', { rate, period, periods, principal })
  if (periods === 0) throw numError('ispmt', 'needs a number of periods other than 0')
  return numbered('ispmt', () => principal * rate * (period / periods - 1))
}

/**
 * Value of dated flows on the day of the latest one: `xnpv` x (1 + rate)^((latest - earliest) / 365).
 * Throws as `xnpv` does. Example: 100 on a day and 10 on the 365th day after it, at 0.1: 120.
 * @see SPEC.md FN11
 */
export function xnfv(rate: number, flows: readonly DatedFlow[]): number {
  const present = xnpv(rate, flows)
  const days = flows.map((flow) => flow.dayNumber)
  const span = Math.max(...days) - Math.min(...days)
  return numbered('xnfv', () => present * pow(1 + rate, span / 365))
}
