import { describe, expect, it } from 'vitest'
import { sellingCadenceOf } from '../../../shared/economics/selling.ts'
import { resolveInputs } from '../../../shared/economics/inputs.ts'
import { entriesOf, resolved, worked, workedTokens } from './given.ts'

const tokens = { ...workedTokens, tokenYearlySigmaRatio: 0.8, withdrawalFeeUsd: 5, discountRatePerYear: 0.1 }

describe('Q10 how often to sell what a scenario earns', () => {
  it('weighs the fee per payout against risk and waiting for what is paid a day', () => {
    const cadence = sellingCadenceOf(resolved(tokens))!
    // Two months, half of 61 days rented at $0.50 less 10 %: $329.40 paid over two months, $5.4148 a day.
    const valueUsdPerDay = (((162 + 167.4) / 2) * 12) / 365
    const cost = (t: number) => {
      const value = valueUsdPerDay * t
      const waiting = 0.1 * 0.8 * Math.sqrt(t / 365) + (0.1 * t) / 365
      return (365 / t) * (5 + value * waiting)
    }
    for (const point of [cadence.curve[0]!, cadence.curve[29]!, cadence.best]) {
      expect(point.totalUsd).toBeCloseTo(cost(point.days), 9)
    }
    const cheapest = Array.from({ length: 365 }, (_, i) => i + 1).reduce((best, t) =>
      cost(t) < cost(best) ? t : best,
    )
    expect(cadence.best.days).toBe(cheapest)
  })
  it('is not answered while the rented share is unknown', () => {
    const { rentalUtilizationRatio: _, ...others } = entriesOf(tokens)
    const resolution = resolveInputs(others)
    expect(resolution.kind === 'resolved' ? sellingCadenceOf(resolution.inputs) : 'refused').toBeNull()
  })
  it('is not answered without a token, without its volatility, or without income', () => {
    expect(sellingCadenceOf(resolved(worked))).toBeNull()
    expect(sellingCadenceOf(resolved(workedTokens))).toBeNull()
    expect(sellingCadenceOf(resolved({ ...tokens, rentalUtilizationRatio: 0 }))).toBeNull()
  })
})
