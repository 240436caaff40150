/** Uniswap's integers: v2 amounts, v3 steps, and v3 swaps through the pools of its own tests. */
import type { ProofArgument, ProofVector } from '../../shared/proof/vector.ts'
import {
  maxSqrtPriceX96,
  maxTick,
  minSqrtPriceX96,
  minTick,
} from '../../shared/liquidity/concentrated-ticks.ts'
import { sqrtPriceOf } from '../shared/liquidity/sqrt-price.ts'
import { type Draft, outside, sourceOf, vectorsOf } from './outside.ts'

type V2 = {
  get_amount_out: { amount_in: string; reserve_in: string; reserve_out: string; amount_out: string }[]
  get_amount_in: { amount_out: string; reserve_in: string; reserve_out: string; amount_in: string }[]
}

function v2(): readonly Draft[] {
  const file = outside('uniswap/v2_get_amount.json') as V2
  return [
    ...file.get_amount_out.map((one): Draft => ({
      title: `Amount out of ${one.amount_in} into ${one.reserve_in} : ${one.reserve_out}`,
      function: 'pool, amount out',
      arguments: [one.amount_in, one.reserve_in, one.reserve_out],
      expected: one.amount_out,
      tolerance: 0,
    })),
    ...file.get_amount_in.map((one): Draft => ({
      title: `Amount in for ${one.amount_out} out of ${one.reserve_in} : ${one.reserve_out}`,
      function: 'pool, amount in',
      arguments: [one.amount_out, one.reserve_in, one.reserve_out],
      expected: one.amount_in,
      tolerance: 0,
    })),
  ]
}

type Step = {
  name: string
  sqrtP: string
  target: string
  liquidity: string
  amount: string
  feePips: number
  amountIn: string
  feeAmount: string
  amountOut: string
}

/** A square root of a price, as digits or as `encodePriceSqrt(a,b)`. */
function sqrtPrice(text: string): string {
  const ratio = /^encodePriceSqrt\((\d+),(\d+)\)$/.exec(text)
  return ratio === null ? text : String(sqrtPriceOf(BigInt(ratio[1]!), BigInt(ratio[2]!)))
}

function steps(): readonly Draft[] {
  return (outside('uniswap/v3_swapmath.json') as { vectors: Step[] }).vectors.map((one): Draft => {
    const out = one.amount.startsWith('-')
    return {
      title: `One step: ${one.name}`,
      function: 'range, one step',
      arguments: [
        sqrtPrice(one.sqrtP),
        sqrtPrice(one.target),
        one.liquidity,
        out ? one.amount.slice(1) : one.amount,
        out ? 'out' : 'in',
        String(one.feePips),
      ],
      expected: [one.amountIn, one.feeAmount, one.amountOut],
      tolerance: 0,
    }
  })
}

type Pool = readonly [sqrtPrice: bigint, feePips: string, spacing: number, positions: ProofArgument]

const full = (spacing: number): readonly [number, number] => [
  Math.ceil(minTick / spacing) * spacing,
  Math.floor(maxTick / spacing) * spacing,
]

const [lowest, highest] = full(60)
const liquidity = '2000000000000000000'
const even = sqrtPriceOf(1n, 1n)
const everywhere = [lowest, highest, liquidity]
const around = [
  [lowest, -60, liquidity],
  [60, highest, liquidity],
]
const most = String((2n ** 128n - 1n) / BigInt((highest - lowest) / 60 + 1))

const medium = (price: bigint, ...positions: readonly (readonly (number | string)[])[]): Pool => [
  price,
  '3000',
  60,
  positions,
]

/** The set-ups of Uniswap/v3-core test/UniswapV3Pool.swaps.spec.ts, by the names in its snapshots. */
const pools: Readonly<Record<string, Pool>> = {
  'low fee, 1:1 price, 2e18 max range liquidity': [even, '500', 10, [[...full(10), liquidity]]],
  'medium fee, 1:1 price, 2e18 max range liquidity': medium(even, everywhere),
  'high fee, 1:1 price, 2e18 max range liquidity': [even, '10000', 200, [[...full(200), liquidity]]],
  'medium fee, 10:1 price, 2e18 max range liquidity': medium(sqrtPriceOf(10n, 1n), everywhere),
  'medium fee, 1:10 price, 2e18 max range liquidity': medium(sqrtPriceOf(1n, 10n), everywhere),
  'medium fee, 1:1 price, 0 liquidity, all liquidity around current price': medium(even, ...around),
  'medium fee, 1:1 price, additional liquidity around current price': medium(even, everywhere, ...around),
  'low fee, large liquidity around current price (stable swap)': [even, '500', 10, [[-10, 10, liquidity]]],
  'medium fee, token0 liquidity only': medium(even, [0, 120_000, liquidity]),
  'medium fee, token1 liquidity only': medium(even, [-120_000, 0, liquidity]),
  'close to max price': medium(sqrtPriceOf(2n ** 127n, 1n), everywhere),
  'close to min price': medium(sqrtPriceOf(1n, 2n ** 127n), everywhere),
  'max full range liquidity at 1:1 price with default fee': medium(even, [lowest, highest, most]),
  'initialized at the max ratio': medium(maxSqrtPriceX96 - 1n, everywhere),
  'initialized at the min ratio': medium(minSqrtPriceX96, everywhere),
}

const unit = '1000000000000000000'
const unlimited = String(2n ** 255n - 1n)
const half = String(sqrtPriceOf(1n, 2n))

/** Token sold, in or out, amount, limit. */
const swaps: Readonly<Record<string, readonly [string, string, string, string | null]>> = {
  'exactly 0.0000000000000010000 token0 for token1': ['token0', 'in', '1000', null],
  'exactly 1.0000 token0 for token1': ['token0', 'in', unit, null],
  'exactly 1.0000 token1 for token0': ['token1', 'in', unit, null],
  'token0 for exactly 0.0000000000000010000 token1': ['token0', 'out', '1000', null],
  'token0 for exactly 1.0000 token1 to price 0.50000': ['token0', 'out', unit, half],
  'token0 for token1 to price 2.5000': ['token0', 'in', unlimited, String(sqrtPriceOf(5n, 2n))],
  'token1 for exactly 1.0000 token0': ['token1', 'out', unit, null],
  'token1 for token0 to price 0.40000': ['token1', 'in', unlimited, String(sqrtPriceOf(2n, 5n))],
}

type Snapshot = {
  name: string
  swapError?: string
  amount0Delta: string
  amount1Delta: string
  tickAfter: number
}

const positive = (digits: string): string => digits.replace('-', '')

function wholePools(): readonly Draft[] {
  return (outside('uniswap/v3_pool_swaps_snapshots.json') as { snapshots: Snapshot[] }).snapshots.map(
    (one): Draft => {
      const name = one.name.replace(/^UniswapV3Pool swap tests /, '').replace(/ 1$/, '')
      const pool = Object.keys(pools).find((known) => name.startsWith(`${known} swap `))
      const swap = pool === undefined ? undefined : swaps[name.slice(`${pool} swap `.length)]
      if (pool === undefined || swap === undefined)
        throw new Error(`no pool and swap is known for "${one.name}"`)
      const [price, fee, spacing, positions] = pools[pool]!
      const sells0 = swap[0] === 'token0'
      return {
        title: `${pool}: ${name.slice(`${pool} swap `.length)}`,
        function: 'range, whole pool',
        arguments: [String(price), fee, spacing, positions, ...swap],
        expected:
          one.swapError === undefined
            ? [
                positive(sells0 ? one.amount0Delta : one.amount1Delta),
                positive(sells0 ? one.amount1Delta : one.amount0Delta),
                String(one.tickAfter),
              ]
            : { error: 'refused' },
        tolerance: 0,
      }
    },
  )
}

export function uniswapVectors(): readonly ProofVector[] {
  const v3 = 'https://github.com/Uniswap/v3-core/tree/d8b1c635c275d2a9450bd6a78f3fa2484fef73eb/test'
  return [
    ...vectorsOf(
      'uniswap-v2',
      'Constant-product pools',
      sourceOf(
        'Uniswap v2 core and periphery, tests at 00873c4a and 0197a36a',
        'https://github.com/Uniswap/v2-core',
        'numbers only; the project is GPL-3.0',
      ),
      v2(),
    ),
    ...vectorsOf(
      'uniswap-v3',
      'Concentrated liquidity',
      sourceOf('Uniswap v3 core, tests at d8b1c635', v3, 'numbers only; GPL-2.0-or-later'),
      [...steps(), ...wholePools()],
    ),
  ]
}
