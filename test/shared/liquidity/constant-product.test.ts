import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { amountIn, amountOut, poolProceedsUsd } from '../../../shared/liquidity/constant-product.ts'

describe('Q1 a constant-product swap in integers', () => {
  it('gives what Uniswap v2 gives', () => {
    // Uniswap/v2-core test/UniswapV2Pair.spec.ts and v2-periphery UniswapV2Router01.spec.ts (numbers only)
    expect(amountOut(10n ** 18n, 5n * 10n ** 18n, 10n ** 19n)).toBe(1_662_497_915_624_478_906n)
    expect(amountOut(10n ** 18n, 10n ** 21n, 10n ** 21n)).toBe(996_006_981_039_903_216n)
    expect(amountIn(10n ** 18n, 5n * 10n ** 18n, 10n ** 19n)).toBe(557_227_237_267_357_629n)
  })

  it('takes the fee that it is given', () => {
    expect(amountOut(1000n, 1000n, 1000n, { numerator: 0n, denominator: 1n })).toBe(500n)
    expect(amountOut(0n, 1000n, 1000n)).toBe(0n)
    expect(amountIn(500n, 1000n, 1000n, { numerator: 0n, denominator: 1n })).toBe(1001n)
  })

  it('refuses an empty pool, impossible amounts and fees by name', () => {
    expect(() => amountOut(1n, 0n, 5n)).toThrow(
      'the pool is empty: both reserves must be above 0, but are 0 and 5',
    )
    expect(() => amountIn(1n, 5n, 0n)).toThrow(/the pool is empty/)
    expect(() => amountOut(-1n, 5n, 5n)).toThrow(/put in must be 0 or more, but is -1/)
    expect(() => amountIn(5n, 5n, 5n)).toThrow(/below the reserve 5, but is 5/)
    expect(() => amountIn(0n, 5n, 5n)).toThrow(/above 0/)
    expect(() => amountOut(1n, 5n, 5n, { numerator: 1n, denominator: 1n })).toThrow(
      /fee must be from 0 to below 1/,
    )
  })
})

describe('Q2 the sale in a projection', () => {
  it('weighs what is sold and the reserve alike', () => {
    // 1000 x 100000 / 101000
    expect(poolProceedsUsd(1000, 100_000)).toBeCloseTo(990.099_009_900_99, 10)
    expect(poolProceedsUsd(100_000, 1000)).toBe(poolProceedsUsd(1000, 100_000))
    expect(poolProceedsUsd(0, 100_000)).toBe(0)
    expect(poolProceedsUsd(0, 0)).toBe(0)
  })

  it('never brings more than the pool holds', () => {
    expect(poolProceedsUsd(1e30, 100_000)).toBeLessThanOrEqual(100_000)
    expect(poolProceedsUsd(1e300, 100_000)).toBeLessThanOrEqual(100_000)
  })
})

const vectors = new URL('../../../../shared/vectors/uniswap/v2_get_amount.json', import.meta.url)
const present = existsSync(vectors)
const where = present ? '' : ' (skipped: ../shared/vectors is not beside the repository)'

/** An integer written out or as 1000e18. */
function whole(text: string): bigint {
  const [digits, zeros = '0'] = text.split('e') as [string, string?]
  return BigInt(digits) * 10n ** BigInt(zeros)
}

type Swap = { amount_in: string; reserve_in: string; reserve_out: string; amount_out: string }

describe.skipIf(!present)(`Q1 on Uniswap’s own vectors${where}`, () => {
  it('agrees to the last unit', () => {
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as {
      get_amount_out: Swap[]
      get_amount_in: Swap[]
      optimistic: { amount_in: string; amount_out_same_token: string }[]
      fee_growth_feeTo_on: { reserves: string[]; swap_in: string; out: string }
    }
    expect(file.get_amount_out.length + file.get_amount_in.length).toBe(5)
    for (const row of file.get_amount_out) {
      expect(amountOut(whole(row.amount_in), whole(row.reserve_in), whole(row.reserve_out))).toBe(
        whole(row.amount_out),
      )
    }
    for (const row of file.get_amount_in) {
      expect(amountIn(whole(row.amount_out), whole(row.reserve_in), whole(row.reserve_out))).toBe(
        whole(row.amount_in),
      )
    }
    const grown = file.fee_growth_feeTo_on
    const [reserveIn, reserveOut] = grown.reserves.map(whole) as [bigint, bigint]
    expect(amountOut(whole(grown.swap_in), reserveIn, reserveOut)).toBe(whole(grown.out))
  })
})
