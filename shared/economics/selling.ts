/** How often to sell the tokens that a scenario earns. @see SPEC.md Q10 */
import type { SellingCadence } from '../liquidity/selling-cadence.ts'
import { sellingCadence } from '../liquidity/selling-cadence.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf, column } from './batch.ts'
import { marketOf } from './payout-terms.ts'
import { firstYearMean, statementOf } from './statement.ts'

/** What the network pays out: both legs after its fees. */
const paidLines = ['usageUsd', 'subsidyUsd', 'platformFeeUsd', 'paymentFeeUsd'] as const

/**
 * The cost of each interval between sales for what the first year earns a day after the network's fees; null without a token, without its
 * volatility, or where nothing is earned. Example: see test/shared/economics/selling.test.ts. @see SPEC.md Q10
 */
export function sellingCadenceOf(inputs: ResolvedInputs): SellingCadence | null {
  const { tokenYearlySigmaRatio: sigmaYearlyRatio, tokenPriceUsd } = inputs.numbers
  if (inputs.asked.length > 0) return null
  if (inputs.choices.payoutCurrency !== 'token' || sigmaYearlyRatio === null || tokenPriceUsd === null)
    return null
  const batch = batchOf(inputs, 1)
  const statement = statementOf(batch)
  const earnedUsd = paidLines.reduce((sum, key) => sum + firstYearMean(statement, statement.lines[key], 0), 0)
  const valueUsdPerDay = (earnedUsd * 12) / 365
  if (valueUsdPerDay <= 0) return null
  return sellingCadence({
    market: marketOf(batch, 0),
    valueUsdPerDay,
    fixedFeesUsdPerSale: column(batch, 'withdrawalFeeUsd')[0]!,
    priceUsd: tokenPriceUsd,
    startPriceUsd: tokenPriceUsd,
    sigmaYearlyRatio,
    discountRateRatio: Math.max(0, column(batch, 'discountRatePerYear')[0]!),
    riskWeight: column(batch, 'riskWeightRatio')[0]!,
  })
}
