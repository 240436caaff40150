/**
 * Levelized cost: what a unit (a kWh, a GPU-hour) must bring so that a project's costs are covered.
 * @see SPEC.md FN13
 */
import { npvFromPeriodZero } from './returns.ts'
import { mustBeNumbers, numError, numbered } from './spreadsheet-error.ts'

/**
 * The fixed-charge-rate method, in USD per unit: (rate x capital + fixed cost a year) / units a year + variable cost
 * per unit. Throws a RangeError: #VALUE! for what is not finite, #NUM! for units of 0 or less.
 * Example: capital 1,000, rate 0.1, fixed 50, variable 0.01, 1,000 units a year: 0.16.
 * @see SPEC.md FN13
 */
export function levelizedCostFixedCharge(given: {
  readonly capitalCostUsd: number
  readonly fixedOperatingUsdPerYear: number
  readonly variableOperatingUsdPerUnit: number
  readonly fixedChargeRate: number
  readonly unitsPerYear: number
}): number {
  const name = 'levelizedCostFixedCharge'
  mustBeNumbers(name, given)
  if (given.unitsPerYear <= 0)
    throw numError(name, `needs units above 0, but was given ${given.unitsPerYear}`)
  return numbered(
    name,
    () =>
      (given.fixedChargeRate * given.capitalCostUsd + given.fixedOperatingUsdPerYear) / given.unitsPerYear +
      given.variableOperatingUsdPerUnit,
  )
}

/**
 * The nominal rate of a real one: (1 + real) (1 + inflation) - 1.
 * Throws a RangeError (#VALUE!) for what is not finite. Example: `nominalDiscountRate(0.064, 0.025)` is 0.0906.
 * @see SPEC.md FN13
 */
export function nominalDiscountRate(realRate: number, inflationRate: number): number {
  mustBeNumbers('nominalDiscountRate', { realRate, inflationRate })
  return (1 + realRate) * (1 + inflationRate) - 1
}

export type LevelizedCost = {
  /** The same amount of money in every year. */
  readonly nominalUsdPerUnit: number
  /** In the money of year 0: it grows with inflation. */
  readonly realUsdPerUnit: number
}

/**
 * Levelized cost from a cash flow of years 0, 1, ...: PV(costs) / PV(units), costs always at the nominal rate; units at
 * the nominal rate for the nominal figure, at the real rate for the real one. Costs are positive, an income among them
 * negative. Throws a RangeError: #VALUE! for what is not finite, #NUM! for rates of -1 or less, lists of different
 * lengths, and units whose present value is not above 0.
 * Example: costs [100, 0], units [0, 10], real rate 0.1, no inflation: 11 both ways.
 * @see SPEC.md FN13
 */
export function levelizedCost(given: {
  readonly costsUsdByYear: readonly number[]
  readonly unitsByYear: readonly number[]
  readonly realRate: number
  readonly inflationRate: number
}): LevelizedCost {
  const name = 'levelizedCost'
  const { costsUsdByYear, unitsByYear, realRate, inflationRate } = given
  mustBeNumbers(name, {
    realRate,
    inflationRate,
    ...Object.fromEntries(costsUsdByYear.map((value, year) => [`the cost of year ${year}`, value])),
    ...Object.fromEntries(unitsByYear.map((value, year) => [`the units of year ${year}`, value])),
  })
  const nominalRate = nominalDiscountRate(realRate, inflationRate)
  if (realRate <= -1 || nominalRate <= -1) {
    throw numError(name, `needs rates above -1, but was given ${realRate} real, ${nominalRate} nominal`)
  }
  if (costsUsdByYear.length !== unitsByYear.length) {
    throw numError(
      name,
      `needs costs and units of the same years, but was given ${costsUsdByYear.length} and ${unitsByYear.length}`,
    )
  }
  const costsUsd = npvFromPeriodZero(nominalRate, costsUsdByYear)
  const perUnit = (rate: number) => {
    const units = npvFromPeriodZero(rate, unitsByYear)
    if (!(units > 0)) throw numError(name, `needs units whose present value is above 0, but it is ${units}`)
    return numbered(name, () => costsUsd / units)
  }
  return { nominalUsdPerUnit: perUnit(nominalRate), realUsdPerUnit: perUnit(realRate) }
}
