/**
 * How often to sell: seldom saves fees, often saves slippage, risk and waiting.
 * @see SPEC.md Q10
 */
import type { SaleMarket } from './sale.ts'
import { saleProceeds } from './sale.ts'

export type SellingTerms = {
  readonly market: SaleMarket
  /** What the tokens earned in a day are worth. */
  readonly valueUsdPerDay: number
  /** Fees that one sale costs whatever its size: payout, transfer, network. */
  readonly fixedFeesUsdPerSale: number
  /** USD per token when sold, and at the start; their ratio tells how deep a pool is by then. */
  readonly priceUsd: number
  readonly startPriceUsd: number
  /** Standard deviation of the token's yearly return. */
  readonly sigmaYearlyRatio: number
  /** Yearly. */
  readonly discountRateRatio: number
  /** Cost of a standard deviation of value: 0.1 takes 10 cents for a dollar at risk. */
  readonly riskWeight: number
}

/** All USD a year. */
export type CadencePoint = {
  readonly days: number
  readonly fixedFeesUsd: number
  readonly slippageUsd: number
  readonly riskUsd: number
  readonly discountUsd: number
  readonly totalUsd: number
}

export type SellingCadence = {
  /** One point for each interval of 1 to 365 days. */
  readonly curve: readonly CadencePoint[]
  /** The cheapest; of equal ones the shortest. */
  readonly best: CadencePoint
  /** Every interval from the one to the other costs at most 5 % more than the best. */
  readonly flatFromDays: number
  readonly flatToDays: number
}

const daysPerYear = 365
const flatRatio = 1.05

/**
 * The yearly cost of selling every t days, for t of 1 to 365, with a sale's value `v = value per day x t`:
 * `365 / t x (fixed fees + slippage(v) + v x (riskWeight x sigma x sqrt(t / 365) + discount x t / 365))`.
 * All of a sale is taken to have waited t days, as its oldest token has, so the answer errs on the side of selling
 * soon. Slippage is what the sale brings below `v x (1 - pool fee)`, tokens that nobody buys included: fees in
 * proportion to the value cost the same at every interval and are left out.
 * Throws a RangeError that names the field.
 * Example: $10 a day, $5 per sale, no slippage, no volatility, discount 10 %: best is every 43 days, $85.44 a year;
 * from 32 to 58 days it costs at most 5 % more.
 * @see SPEC.md Q10
 */
export function sellingCadence(terms: SellingTerms): SellingCadence {
  const curve: CadencePoint[] = []
  for (let days = 1; days <= daysPerYear; days += 1) curve.push(cadencePoint(terms, days))
  const best = curve.reduce((cheapest, point) => (point.totalUsd < cheapest.totalUsd ? point : cheapest))
  const isFlat = (days: number) => curve[days - 1]!.totalUsd <= best.totalUsd * flatRatio
  let flatFromDays = best.days
  while (flatFromDays > 1 && isFlat(flatFromDays - 1)) flatFromDays -= 1
  let flatToDays = best.days
  while (flatToDays < daysPerYear && isFlat(flatToDays + 1)) flatToDays += 1
  return { curve, best, flatFromDays, flatToDays }
}

const mustBeFrom0 = [
  'valueUsdPerDay',
  'fixedFeesUsdPerSale',
  'sigmaYearlyRatio',
  'discountRateRatio',
  'riskWeight',
] as const

/**
 * The cost of one interval in its four parts. Throws a RangeError that names the field; a price must be above 0.
 * Example: $10 a day, $5 per sale, every 73 days: 5 sales, $25 a year of fixed fees. @see SPEC.md Q10
 */
export function cadencePoint(terms: SellingTerms, days: number): CadencePoint {
  for (const field of mustBeFrom0) {
    if (!(terms[field] >= 0 && terms[field] < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${field} must be 0 or more, but is ${terms[field]}`)
    }
  }
  const { market, priceUsd, startPriceUsd } = terms
  if (!(priceUsd > 0)) throw new RangeError(`priceUsd must be above 0, but is ${priceUsd}`)
  if (!(days > 0 && days <= daysPerYear)) {
    throw new RangeError(`days must be above 0 and at most ${daysPerYear}, but is ${days}`)
  }

  const valueUsd = terms.valueUsdPerDay * days
  const salesPerYear = daysPerYear / days
  const yearlyValueUsd = terms.valueUsdPerDay * daysPerYear
  const years = days / daysPerYear
  const feeRatio = market.kind === 'pool' || market.kind === 'concentrated' ? market.feeRatio : 0
  const { proceedsUsd } = saleProceeds(market, { tokens: valueUsd / priceUsd, priceUsd, startPriceUsd })

  const fixedFeesUsd = salesPerYear * terms.fixedFeesUsdPerSale
  const slippageUsd = salesPerYear * Math.max(0, valueUsd * (1 - feeRatio) - proceedsUsd)
  const riskUsd = yearlyValueUsd * terms.riskWeight * terms.sigmaYearlyRatio * Math.sqrt(years)
  const discountUsd = yearlyValueUsd * terms.discountRateRatio * years
  const totalUsd = fixedFeesUsd + slippageUsd + riskUsd + discountUsd
  return { days, fixedFeesUsd, slippageUsd, riskUsd, discountUsd, totalUsd }
}
