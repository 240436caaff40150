import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { amount0Between, amount1Between } from '../../../shared/liquidity/concentrated.ts'
import type { ConcentratedPool, PoolSwap } from '../../../shared/liquidity/concentrated-pool.ts'
import { swapThroughPool } from '../../../shared/liquidity/concentrated-pool.ts'
import {
  maxSqrtPriceX96,
  maxTick,
  minSqrtPriceX96,
  minTick,
  sqrtPriceAtTick,
  tickAtSqrtPrice,
} from '../../../shared/liquidity/concentrated-ticks.ts'
import { sqrtPriceOf } from './sqrt-price.ts'

const feeTiers = {
  low: { feePips: 500n, tickSpacing: 10 },
  medium: { feePips: 3000n, tickSpacing: 60 },
  high: { feePips: 10_000n, tickSpacing: 200 },
} as const

const ends = ({ tickSpacing }: { readonly tickSpacing: number }) => ({
  lowerTick: Math.ceil(minTick / tickSpacing) * tickSpacing,
  upperTick: Math.floor(maxTick / tickSpacing) * tickSpacing,
})

const liquidity = 2n * 10n ** 18n
const one = sqrtPriceOf(1n, 1n)
const { low, medium, high } = feeTiers
const all = { ...ends(medium), liquidity }
const below = { lowerTick: ends(medium).lowerTick, upperTick: -60, liquidity }
const above = { lowerTick: 60, upperTick: ends(medium).upperTick, liquidity }
const mostLiquidity = (2n ** 128n - 1n) / BigInt((all.upperTick - all.lowerTick) / 60 + 1)

/** The pools of Uniswap/v3-core test/UniswapV3Pool.swaps.spec.ts, by the names in its snapshots. */
const pools: { readonly [name: string]: ConcentratedPool } = {
  'low fee, 1:1 price, 2e18 max range liquidity': {
    ...low,
    sqrtPriceX96: one,
    positions: [{ ...ends(low), liquidity }],
  },
  'medium fee, 1:1 price, 2e18 max range liquidity': { ...medium, sqrtPriceX96: one, positions: [all] },
  'high fee, 1:1 price, 2e18 max range liquidity': {
    ...high,
    sqrtPriceX96: one,
    positions: [{ ...ends(high), liquidity }],
  },
  'medium fee, 10:1 price, 2e18 max range liquidity': {
    ...medium,
    sqrtPriceX96: sqrtPriceOf(10n, 1n),
    positions: [all],
  },
  'medium fee, 1:10 price, 2e18 max range liquidity': {
    ...medium,
    sqrtPriceX96: sqrtPriceOf(1n, 10n),
    positions: [all],
  },
  'medium fee, 1:1 price, 0 liquidity, all liquidity around current price': {
    ...medium,
    sqrtPriceX96: one,
    positions: [below, above],
  },
  'medium fee, 1:1 price, additional liquidity around current price': {
    ...medium,
    sqrtPriceX96: one,
    positions: [all, below, above],
  },
  'low fee, large liquidity around current price (stable swap)': {
    ...low,
    sqrtPriceX96: one,
    positions: [{ lowerTick: -10, upperTick: 10, liquidity }],
  },
  'medium fee, token0 liquidity only': {
    ...medium,
    sqrtPriceX96: one,
    positions: [{ lowerTick: 0, upperTick: 120_000, liquidity }],
  },
  'medium fee, token1 liquidity only': {
    ...medium,
    sqrtPriceX96: one,
    positions: [{ lowerTick: -120_000, upperTick: 0, liquidity }],
  },
  'close to max price': { ...medium, sqrtPriceX96: sqrtPriceOf(2n ** 127n, 1n), positions: [all] },
  'close to min price': { ...medium, sqrtPriceX96: sqrtPriceOf(1n, 2n ** 127n), positions: [all] },
  'max full range liquidity at 1:1 price with default fee': {
    ...medium,
    sqrtPriceX96: one,
    positions: [{ ...ends(medium), liquidity: mostLiquidity }],
  },
  'initialized at the max ratio': { ...medium, sqrtPriceX96: maxSqrtPriceX96 - 1n, positions: [all] },
  'initialized at the min ratio': { ...medium, sqrtPriceX96: minSqrtPriceX96, positions: [all] },
}

describe('Q9 ticks', () => {
  it('stand for powers of 1.0001 with the contract’s roundings', () => {
    // Uniswap/v3-core: the ends of its scale; one tick up is 2^96 x sqrt(1.0001) = 79232123823359799118286999567.7...
    expect(sqrtPriceAtTick(0)).toBe(2n ** 96n)
    expect(sqrtPriceAtTick(1)).toBe(79_232_123_823_359_799_118_286_999_568n)
    expect(minSqrtPriceX96).toBe(4_295_128_739n)
    expect(maxSqrtPriceX96).toBe(1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n)
  })

  it('have factors that are rounded, not cut off', () => {
    // Python, with the contract's twenty factors as published; cut off they give others at 20,070 ticks.
    expect(sqrtPriceAtTick(193_407)).toBe(1_254_438_145_716_537_915_468_852_558_246_390n)
    expect(sqrtPriceAtTick(469_505)).toBe(1_240_341_844_573_971_710_500_429_588_161_833_668_417n)
  })

  it('are found again from their price, and from anything up to the next one', () => {
    for (let tick = minTick; tick < maxTick; tick += 3571) {
      expect(tickAtSqrtPrice(sqrtPriceAtTick(tick))).toBe(tick)
      expect(tickAtSqrtPrice(sqrtPriceAtTick(tick + 1) - 1n)).toBe(tick)
    }
    expect(tickAtSqrtPrice(2n ** 96n - 1n)).toBe(-1)
    expect(tickAtSqrtPrice(maxSqrtPriceX96 - 1n)).toBe(maxTick - 1)
  })

  it('end somewhere', () => {
    expect(() => sqrtPriceAtTick(maxTick + 1)).toThrow('from -887272 to 887272, but is 887273')
    expect(() => sqrtPriceAtTick(0.5)).toThrow('must be an integer')
    expect(() => tickAtSqrtPrice(minSqrtPriceX96 - 1n)).toThrow('but is 4295128738')
    expect(() => tickAtSqrtPrice(maxSqrtPriceX96)).toThrow('sqrtPriceX96 must be from 4295128739')
  })
})

describe('Q9 a swap through several ranges', () => {
  const pool = pools['low fee, 1:1 price, 2e18 max range liquidity']!

  it('gives the example of its docstring', () => {
    // Uniswap/v3-core, snapshot "low fee, 1:1 price ... swap exactly 0.000000000000001 token0"
    const { amountOut, tick } = swapThroughPool(pool, { sells: 'token0', exact: 'in', amount: 1000n })
    expect([amountOut, tick]).toEqual([998n, -1])
  })

  it('refuses a limit on the wrong side or off the scale, and a position off the spacing', () => {
    const swap = { sells: 'token0', exact: 'in', amount: 1000n } as const
    expect(() => swapThroughPool(pool, { ...swap, limitSqrtPriceX96: one })).toThrow(/limit must be below/)
    expect(() => swapThroughPool(pool, { ...swap, sells: 'token1', limitSqrtPriceX96: one })).toThrow(
      /limit must be above/,
    )
    const lowest = { ...swap, limitSqrtPriceX96: minSqrtPriceX96 }
    const highest = { ...swap, sells: 'token1', limitSqrtPriceX96: maxSqrtPriceX96 } as const
    expect(() => swapThroughPool(pool, lowest)).toThrow(/on the scale, but is 4295128739$/)
    expect(() => swapThroughPool(pool, highest)).toThrow(/on the scale, but is 14614467/)
    for (const change of [{ lowerTick: 5 }, { upperTick: 5 }, { lowerTick: 10, upperTick: 10 }]) {
      const positions = [{ lowerTick: 0, upperTick: 10, liquidity, ...change }]
      expect(() => swapThroughPool({ ...pool, positions }, swap)).toThrow(/multiple of 10 ticks/)
    }
  })
})

const file = new URL('../../../../shared/vectors/uniswap/v3_pool_swaps_snapshots.json', import.meta.url)
const present = existsSync(file)
const where = present ? '' : ' (skipped: ../shared/vectors is not beside the repository)'

type Snapshot =
  | { name: string; swapError: string; poolBalance0: string; poolBalance1: string; tickBefore: number }
  | {
      name: string
      swapError?: never
      amount0Before: string
      amount0Delta: string
      amount1Before: string
      amount1Delta: string
      tickBefore: number
      tickAfter: number
    }

const snapshots = present
  ? (JSON.parse(readFileSync(file, 'utf8')) as { snapshots: Snapshot[] }).snapshots
  : []

const unit = 10n ** 18n
const half = sqrtPriceOf(1n, 2n)
const unlimited = 2n ** 255n - 1n
const swaps: { readonly [words: string]: PoolSwap } = {
  'exactly 0.0000000000000010000 token0 for token1': { sells: 'token0', exact: 'in', amount: 1000n },
  'exactly 1.0000 token0 for token1': { sells: 'token0', exact: 'in', amount: unit },
  'exactly 1.0000 token1 for token0': { sells: 'token1', exact: 'in', amount: unit },
  'token0 for exactly 0.0000000000000010000 token1': { sells: 'token0', exact: 'out', amount: 1000n },
  'token0 for exactly 1.0000 token1 to price 0.50000': {
    sells: 'token0',
    exact: 'out',
    amount: unit,
    limitSqrtPriceX96: half,
  },
  'token0 for token1 to price 2.5000': {
    sells: 'token0',
    exact: 'in',
    amount: unlimited,
    limitSqrtPriceX96: sqrtPriceOf(5n, 2n),
  },
  'token1 for exactly 1.0000 token0': { sells: 'token1', exact: 'out', amount: unit },
  'token1 for token0 to price 0.40000': {
    sells: 'token1',
    exact: 'in',
    amount: unlimited,
    limitSqrtPriceX96: sqrtPriceOf(2n, 5n),
  },
}

/** What the minters of the positions paid in. */
function balances({ sqrtPriceX96, positions }: ConcentratedPool): readonly [bigint, bigint] {
  let balance0 = 0n
  let balance1 = 0n
  for (const { lowerTick, upperTick, liquidity } of positions) {
    const lower = sqrtPriceAtTick(lowerTick)
    const upper = sqrtPriceAtTick(upperTick)
    const price = sqrtPriceX96 < lower ? lower : sqrtPriceX96 > upper ? upper : sqrtPriceX96
    balance0 += amount0Between(price, upper, liquidity, true)
    balance1 += amount1Between(lower, price, liquidity, true)
  }
  return [balance0, balance1]
}

describe.skipIf(!present)(`Q9 on Uniswap’s own pools${where}`, () => {
  it('knows the pool and the swap of every snapshot', () => {
    expect(snapshots.length).toBe(Object.keys(pools).length * Object.keys(swaps).length)
  })

  it.each(snapshots)('$name', (snapshot) => {
    const [, poolName, swapName] = /^UniswapV3Pool swap tests (.*?) swap (.*) 1$/.exec(
      snapshot.name.replace('stable swap', 'stable_swap'),
    ) as unknown as [string, string, string]
    const pool = pools[poolName.replace('stable_swap', 'stable swap')]!
    const swap = swaps[swapName]!
    expect(tickAtSqrtPrice(pool.sqrtPriceX96)).toBe(snapshot.tickBefore)
    if (snapshot.swapError !== undefined) {
      expect(snapshot.swapError).toContain('SPL')
      expect(balances(pool)).toEqual([BigInt(snapshot.poolBalance0), BigInt(snapshot.poolBalance1)])
      expect(() => swapThroughPool(pool, swap)).toThrow(/the limit must be/)
      return
    }
    expect(balances(pool)).toEqual([BigInt(snapshot.amount0Before), BigInt(snapshot.amount1Before)])
    const { amountIn, amountOut, tick } = swapThroughPool(pool, swap)
    const [amount0, amount1] = swap.sells === 'token0' ? [amountIn, -amountOut] : [-amountOut, amountIn]
    expect({ amount0: String(amount0), amount1: String(amount1), tick }).toEqual({
      amount0: snapshot.amount0Delta,
      amount1: snapshot.amount1Delta,
      tick: snapshot.tickAfter,
    })
  })
})
