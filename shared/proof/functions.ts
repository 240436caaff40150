/**
 * What the vectors call, by name: spreadsheet functions, project finance, tax tables, pools, power.
 * Each is a thin reading of arguments in front of a function that the engine itself uses or offers.
 * @see SPEC.md PR1
 */
import { efficiencyAt } from '../economics/energy.ts'
import { levelizedCost, levelizedCostFixedCharge } from '../finance/levelized-cost.ts'
import { loanSchedule } from '../finance/loan.ts'
import { macrsPercentages, type MacrsConvention } from '../finance/macrs.ts'
import { amountIn, amountOut } from '../liquidity/constant-product.ts'
import { swapStep } from '../liquidity/concentrated.ts'
import { swapThroughPool } from '../liquidity/concentrated-pool.ts'
import { type Given, list, number, numbers, text, whole } from './arguments.ts'
import { engineFunctions } from './engine-functions.ts'
import { spreadsheetFunctions } from './spreadsheet-functions.ts'

export type ProofResult = number | bigint | readonly (number | bigint)[]

const exactOf = (given: Given, at: number): 'in' | 'out' => (text(given, at) === 'out' ? 'out' : 'in')

/** Yearly payments: the same rule as a monthly loan with twelve times the rate. */
const loanByPeriod = (given: Given) =>
  loanSchedule({
    principalUsd: number(given, 0),
    ratePerYear: number(given, 1) * 12,
    months: number(given, 2),
  })

const levelized = (given: Given) =>
  levelizedCost({
    costsUsdByYear: numbers(given, 0),
    unitsByYear: numbers(given, 1),
    realRate: number(given, 2),
    inflationRate: number(given, 3),
  })

export const proofFunctions: Readonly<Record<string, (given: Given) => ProofResult>> = {
  ...spreadsheetFunctions,
  ...engineFunctions,
  'levelized cost, fixed charge': (given) =>
    levelizedCostFixedCharge({
      capitalCostUsd: number(given, 0),
      fixedOperatingUsdPerYear: number(given, 1),
      variableOperatingUsdPerUnit: number(given, 2),
      fixedChargeRate: number(given, 3),
      unitsPerYear: number(given, 4),
    }),
  'levelized cost, nominal': (given) => levelized(given).nominalUsdPerUnit,
  'levelized cost, real': (given) => levelized(given).realUsdPerUnit,
  'loan, interest': (given) => loanByPeriod(given).map(({ interestUsd }) => interestUsd),
  'loan, principal': (given) => loanByPeriod(given).map(({ principalUsd }) => principalUsd),
  'loan, balance': (given) => loanByPeriod(given).map(({ balanceUsd }) => balanceUsd),
  MACRS: (given) => macrsPercentages(number(given, 0), text(given, 1) as MacrsConvention),
  'MACRS allowance': (given) => macrsPercentages(number(given, 1)).map((share) => share * number(given, 0)),
  'pool, amount out': (given) => amountOut(whole(given, 0), whole(given, 1), whole(given, 2)),
  'pool, amount in': (given) => amountIn(whole(given, 0), whole(given, 1), whole(given, 2)),
  /** Square roots of price, liquidity, amount, in or out, fee: in, fee, out, and the price reached. */
  'range, one step': (given) => {
    const step = swapStep({
      sqrtPriceX96: whole(given, 0),
      targetSqrtPriceX96: whole(given, 1),
      liquidity: whole(given, 2),
      amount: whole(given, 3),
      exact: exactOf(given, 4),
      feePips: whole(given, 5),
    })
    return [step.amountIn, step.feeAmount, step.amountOut]
  },
  /** Price, fee, spacing, positions, token sold, in or out, amount, limit or null: in, out, and the tick reached. */
  'range, whole pool': (given) => {
    const positions = list(given, 3).map((_, at) => {
      const position = list(list(given, 3), at)
      return {
        lowerTick: number(position, 0),
        upperTick: number(position, 1),
        liquidity: whole(position, 2),
      }
    })
    const limit = given[7] === null ? {} : { limitSqrtPriceX96: whole(given, 7) }
    const result = swapThroughPool(
      { sqrtPriceX96: whole(given, 0), feePips: whole(given, 1), tickSpacing: number(given, 2), positions },
      {
        sells: text(given, 4) === 'token0' ? 'token0' : 'token1',
        exact: exactOf(given, 5),
        amount: whole(given, 6),
        ...limit,
      },
    )
    return [result.amountIn, result.amountOut, BigInt(result.tick)]
  },
  /** Efficiency at 10, 20, 50, 100 % of the rating, then the load. */
  'supply efficiency': (given) => {
    const loads = [0.1, 0.2, 0.5, 1]
    const points = list(given, 0).flatMap((efficiency, at) =>
      typeof efficiency === 'number' ? [{ loadRatio: loads[at]!, efficiencyRatio: efficiency }] : [],
    )
    return efficiencyAt(points, number(given, 1))
  },
}
