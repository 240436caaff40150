import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SwapStep } from '../../../shared/liquidity/concentrated.ts'
import { amount0Between, amount1Between, swapStep, x96 } from '../../../shared/liquidity/concentrated.ts'
import { sqrtPriceOf } from './sqrt-price.ts'

const step: SwapStep = {
  sqrtPriceX96: sqrtPriceOf(1n, 1n),
  targetSqrtPriceX96: sqrtPriceOf(101n, 100n),
  liquidity: 2n * 10n ** 18n,
  amount: 10n ** 18n,
  exact: 'in',
  feePips: 600n,
}

describe('Q8 a swap within one range', () => {
  it('gives the example of its docstring', () => {
    // Uniswap/v3-core test/SwapMath.spec.ts (numbers only)
    expect(swapStep(step)).toEqual({
      sqrtPriceX96: sqrtPriceOf(101n, 100n),
      amountIn: 9_975_124_224_178_055n,
      feeAmount: 5_988_667_735_148n,
      amountOut: 9_925_619_580_021_728n,
    })
  })

  it('holds half of its liquidity in token0, and all of it in token1, between a price of 1 and of 4', () => {
    // L (1 / 1 - 1 / 2) and L (2 - 1)
    expect(amount0Between(x96, 2n * x96, 10n ** 18n, true)).toBe(5n * 10n ** 17n)
    expect(amount1Between(2n * x96, x96, 10n ** 18n, false)).toBe(10n ** 18n)
  })

  it('rounds what comes in up and what goes out down', () => {
    expect(amount0Between(x96, x96 + 1n, 1n, true)).toBe(1n)
    expect(amount0Between(x96, x96 + 1n, 1n, false)).toBe(0n)
    expect(amount1Between(x96, x96 + 1n, 1n, true)).toBe(1n)
    expect(amount1Between(x96, x96 + 1n, 1n, false)).toBe(0n)
  })

  it('gives out exactly what was asked for, in either direction', () => {
    for (const targetSqrtPriceX96 of [sqrtPriceOf(1n, 100n), sqrtPriceOf(100n, 1n)]) {
      expect(swapStep({ ...step, targetSqrtPriceX96, amount: 12_345n, exact: 'out' }).amountOut).toBe(12_345n)
    }
  })

  it('keeps all that is left of a swap that ends within the range as its fee', () => {
    for (const targetSqrtPriceX96 of [sqrtPriceOf(1n, 100n), sqrtPriceOf(100n, 1n)]) {
      const { amountIn, feeAmount } = swapStep({ ...step, targetSqrtPriceX96, amount: 1000n })
      expect(amountIn + feeAmount).toBe(1000n)
    }
  })

  it('ends on its target, and not a unit beyond, with exactly the amount that leads there', () => {
    const exactly = { ...step, amount: 9_975_124_224_178_055n, feePips: 0n }
    expect(swapStep(exactly).sqrtPriceX96).toBe(step.targetSqrtPriceX96)
    expect(swapStep({ ...exactly, amount: exactly.amount - 1n }).sqrtPriceX96).toBeLessThan(
      step.targetSqrtPriceX96,
    )
  })

  it('divides first where the contract’s words of 256 bits would overflow', () => {
    // Python: ceil(n / (floor(n / P) + amount)), n = L 2^96. The other order would end in ...208 and ...680704.
    const deep = { ...step, targetSqrtPriceX96: 1n, feePips: 0n }
    // amount x P is above 2^256
    const product = { sqrtPriceX96: 3n * 2n ** 157n + 1n, liquidity: 2n ** 110n, amount: 2n ** 98n }
    expect(swapStep({ ...deep, ...product }).sqrtPriceX96).toBe(324_518_553_658_426_534_629_571_919_435_890n)
    // amount x P lies just below 2^256, and n + amount x P above
    const total = {
      sqrtPriceX96: 2n ** 159n + 1n,
      liquidity: 2n ** 126n,
      amount: 158_456_325_028_528_675_187_087_900_671n,
    }
    expect(swapStep({ ...deep, ...total }).sqrtPriceX96).toBe(
      42_535_295_862_641_427_854_495_180_567_777_116_160n,
    )
  })

  it('goes to the target at no cost where there is no liquidity', () => {
    expect(swapStep({ ...step, liquidity: 0n })).toEqual({
      sqrtPriceX96: step.targetSqrtPriceX96,
      amountIn: 0n,
      amountOut: 0n,
      feeAmount: 0n,
    })
  })

  it.each([
    [{ sqrtPriceX96: 0n }, 'sqrtPriceX96 must be above 0, but is 0'],
    [{ targetSqrtPriceX96: 0n }, 'targetSqrtPriceX96 must be above 0, but is 0'],
    [{ liquidity: -1n }, 'liquidity must be 0 or more, but is -1'],
    [{ amount: -1n }, 'amount must be 0 or more, but is -1'],
    [{ feePips: 1_000_000n }, 'feePips must be from 0 to below 1000000, but is 1000000'],
    [{ feePips: -1n }, 'feePips must be from 0 to below 1000000, but is -1'],
  ])('refuses %o by name', (change, message) => {
    expect(() => swapStep({ ...step, ...change })).toThrow(message)
  })
})

const vectors = new URL('../../../../shared/vectors/uniswap/v3_swapmath.json', import.meta.url)
const present = existsSync(vectors)
const where = present ? '' : ' (skipped: ../shared/vectors is not beside the repository)'

type Vector = {
  name: string
  sqrtP: string
  target: string
  liquidity: string
  amount: string
  feePips: number
  amountIn: string
  feeAmount: string
  amountOut: string
  sqrtQ?: string
}

/** A square root of a price, as a number or as `encodePriceSqrt(a,b)`. */
function sqrtPriceIn(text: string): bigint {
  const ratio = /^encodePriceSqrt\((\d+),(\d+)\)$/.exec(text)
  return ratio === null ? BigInt(text) : sqrtPriceOf(BigInt(ratio[1]!), BigInt(ratio[2]!))
}

describe.skipIf(!present)(`Q8 on Uniswap’s own vectors${where}`, () => {
  it('agrees to the last unit', () => {
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as { vectors: Vector[] }
    expect(file.vectors.length).toBeGreaterThan(0)
    for (const row of file.vectors) {
      const amount = BigInt(row.amount)
      const { sqrtPriceX96, ...amounts } = swapStep({
        sqrtPriceX96: sqrtPriceIn(row.sqrtP),
        targetSqrtPriceX96: sqrtPriceIn(row.target),
        liquidity: BigInt(row.liquidity),
        amount: amount < 0n ? -amount : amount,
        exact: amount < 0n ? 'out' : 'in',
        feePips: BigInt(row.feePips),
      })
      expect(amounts, row.name).toEqual({
        amountIn: BigInt(row.amountIn),
        feeAmount: BigInt(row.feeAmount),
        amountOut: BigInt(row.amountOut),
      })
      if (row.sqrtQ !== undefined) expect(sqrtPriceX96, row.name).toBe(BigInt(row.sqrtQ))
    }
  })
})
