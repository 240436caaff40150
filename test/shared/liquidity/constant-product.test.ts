import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  amountIn,
  amountOut,
  poolProceedsUsd,
  saleProceedsUsd,
} from '../../../shared/liquidity/constant-product.ts'

const sale = {
  tokens: 1000,
  poolQuoteReserveUsd: 100_000,
  startPriceUsd: 1,
  priceUsd: 1,
  poolFeeRatio: 0.003,
}

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
  it('gives the example of its docstring', () => {
    // 100000 x 997 / (100000 + 997), by Python decimal
    expect(saleProceedsUsd(sale)).toBeCloseTo(987.158_034_397_061_2, 9)
  })

  it('weighs what is sold and the reserve alike', () => {
    // 1000 x 100000 / 101000
    expect(poolProceedsUsd(1000, 100_000)).toBeCloseTo(990.099_009_900_99, 10)
    expect(poolProceedsUsd(100_000, 1000)).toBe(poolProceedsUsd(1000, 100_000))
  })

  it('lets the pool keep L as others move the price', () => {
    // At 4 times the price the quote side is doubled: 200000 x 3988 / (200000 + 3988)
    expect(saleProceedsUsd({ ...sale, priceUsd: 4 })).toBeCloseTo(3910.033_923_564_131, 9)
    // At a quarter of it, halved: 50000 x 249.25 / (50000 + 249.25)
    expect(saleProceedsUsd({ ...sale, priceUsd: 0.25 })).toBeCloseTo(248.013_651_945_053_9, 9)
  })

  it('brings nothing for no tokens and for tokens without a price', () => {
    expect(saleProceedsUsd({ ...sale, tokens: 0 })).toBe(0)
    expect(saleProceedsUsd({ ...sale, priceUsd: 0 })).toBe(0)
  })

  it('never brings more than the pool holds', () => {
    expect(saleProceedsUsd({ ...sale, tokens: 1e30 })).toBeLessThanOrEqual(100_000)
    expect(saleProceedsUsd({ ...sale, tokens: 1e300 })).toBeLessThanOrEqual(100_000)
  })

  it.each([
    [{ poolQuoteReserveUsd: 0 }, 'poolQuoteReserveUsd must be above 0: the pool is empty, but is 0'],
    [{ poolQuoteReserveUsd: -5 }, 'the pool is empty, but is -5'],
    [{ tokens: -1 }, 'tokens must be 0 or more, but is -1'],
    [{ tokens: Number.NaN }, 'tokens must be 0 or more, but is NaN'],
    [{ tokens: Number.POSITIVE_INFINITY }, 'but is Infinity'],
    [{ startPriceUsd: 0 }, 'startPriceUsd must be above 0, but is 0'],
    [{ priceUsd: -1 }, 'priceUsd must be 0 or more'],
    [{ poolFeeRatio: 1 }, 'poolFeeRatio must be from 0 to below 1, but is 1'],
  ])('refuses %o by name', (change, message) => {
    expect(() => saleProceedsUsd({ ...sale, ...change })).toThrow(message)
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
