/**
 * From earned to banked, day by day: accrued, credited, paid, free to sell, banked.
 * @see SPEC.md B1 to B8
 */
import type { Income } from './income.ts'
import type { Batch } from './inputs.ts'
import type { PayoutTerms } from './payout-terms.ts'
import type { DailyPrices } from './payout-terms.ts'
import { dailyPrices, payoutDays, payoutTerms, saleUsd } from './payout-terms.ts'
import type { Table } from './table.ts'
import { emptyTable } from './table.ts'
import type { Timeline } from './timeline.ts'

export type Payouts = {
  /** Earned, at the value of the day it was earned. */
  readonly usageUsd: Table
  readonly subsidyUsd: Table
  readonly platformFeeUsd: Table
  readonly paymentFeeUsd: Table
  /** Caused by payouts and sales: fees per payout; slippage, pool and exchange fees. */
  readonly withdrawalFeeUsd: Table
  readonly saleCostUsd: Table
  /** Platform balance, held tokens and money under way, at the end of the month. */
  readonly pipelineUsd: Table
  readonly revaluationUsd: Table
  readonly lostUsd: Table
  /** Income that reached the account. */
  readonly bankedUsd: Table
  readonly tokensAccrued: Float64Array
  readonly tokensSold: Float64Array
  readonly tokensLost: Float64Array
  readonly tokensForFees: Float64Array
  /** Day number of the first money in the account; -1 where none ever arrives. */
  readonly firstCashDay: Int32Array
}

/** Runs every scenario through its days. @see SPEC.md B1 */
export function payoutsOf(batch: Batch, timeline: Timeline, income: Income): Payouts {
  const table = () => emptyTable(timeline.months.length, batch.size)
  const payouts: Payouts = {
    usageUsd: table(),
    subsidyUsd: table(),
    platformFeeUsd: table(),
    paymentFeeUsd: table(),
    withdrawalFeeUsd: table(),
    saleCostUsd: table(),
    pipelineUsd: table(),
    revaluationUsd: table(),
    lostUsd: table(),
    bankedUsd: table(),
    tokensAccrued: new Float64Array(batch.size),
    tokensSold: new Float64Array(batch.size),
    tokensLost: new Float64Array(batch.size),
    tokensForFees: new Float64Array(batch.size),
    firstCashDay: new Int32Array(batch.size).fill(-1),
  }
  const due = dueDays(timeline.days)
  const inTokens = batch.choices.payoutCurrency === 'token'
  let looksAt = payoutDays(batch.choices, 1, timeline)
  let monthDay = 1
  let prices: DailyPrices | null = null
  for (let scenario = 0; scenario < batch.size; scenario += 1) {
    const terms = payoutTerms(batch, scenario)
    if (terms.monthDay !== monthDay) {
      monthDay = terms.monthDay
      looksAt = payoutDays(batch.choices, monthDay, timeline)
    }
    for (const values of Object.values(due)) values.fill(0)
    if (prices === null || !prices.fits(terms)) prices = dailyPrices(terms, timeline.days)
    runScenario(scenario, batch.size, terms, inTokens, looksAt, prices.usd, timeline, income, payouts, due)
  }
  return payouts
}

/** What falls due on each day of one scenario. */
type Due = {
  readonly creditedUsd: Float64Array
  readonly creditedTokens: Float64Array
  readonly freeUsd: Float64Array
  readonly freeTokens: Float64Array
  readonly bankedUsd: Float64Array
}

function dueDays(days: number): Due {
  const column = () => new Float64Array(days)
  return {
    creditedUsd: column(),
    creditedTokens: column(),
    freeUsd: column(),
    freeTokens: column(),
    bankedUsd: column(),
  }
}

/**
 * One scenario, day by day: the hot loop of the engine, so its state is plain local numbers.
 * Within a day: the price moves, work is credited, a payout is made, what is free is sold or sent,
 * what was sent arrives, the day's work accrues. @see SPEC.md B2
 */
function runScenario(
  scenario: number,
  size: number,
  terms: PayoutTerms,
  inTokens: boolean,
  looksAt: Uint8Array,
  pricesUsd: Float64Array,
  timeline: Timeline,
  income: Income,
  payouts: Payouts,
  due: Due,
): void {
  const { horizonMonths, creditDelayDays, holdDays, transferDays, minimumUsd, withdrawalFeeUsd } = terms
  const platformFeeRatio = income.platformFeeRatio[scenario]!
  const afterPlatform = 1 - platformFeeRatio
  const keep = afterPlatform * (1 - income.paymentFeeRatio[scenario]!)
  const workDays = timeline.monthOfDay.lastIndexOf(horizonMonths - 1) + 1
  const lastCreditDay = workDays + creditDelayDays

  // On the platform: earned and not yet paid. Of it payable: credited.
  let platformUsd = 0
  let platformTokens = 0
  let payableUsd = 0
  let payableTokens = 0
  let heldUsd = 0
  let heldTokens = 0
  let underWayUsd = 0
  let priceUsd = terms.startPriceUsd
  let lastEventDay = lastCreditDay
  let day = 0

  for (let month = 0; month < timeline.months.length; month += 1) {
    const cell = month * size + scenario
    const { days } = timeline.months[month]!
    const usageUsd = income.usageUsd.values[cell]!
    const usageTokens = income.usageTokens.values[cell]!
    const subsidyUsd = income.subsidyUsd.values[cell]!
    const subsidyTokens = income.subsidyTokens.values[cell]!
    const usdPerDay = (usageUsd * keep + subsidyUsd) / days
    const tokensPerDay = (usageTokens * keep + subsidyTokens) / days
    let priceDays = 0

    for (let date = 0; date < days; date += 1, day += 1) {
      if (terms.yearlyChangeRatio !== 0) {
        const previousUsd = priceUsd
        priceUsd = pricesUsd[day]!
        payouts.revaluationUsd.values[cell]! += (platformTokens + heldTokens) * (priceUsd - previousUsd)
      }
      priceDays += priceUsd
      payableUsd += due.creditedUsd[day]!
      payableTokens += due.creditedTokens[day]!

      if (looksAt[day] === 1) {
        const valueUsd = payableUsd + payableTokens * priceUsd
        const pays = valueUsd > 0 && valueUsd >= minimumUsd && valueUsd > withdrawalFeeUsd
        const loses = !pays && valueUsd > 0 && day >= lastCreditDay
        if (pays || loses) {
          platformUsd -= payableUsd
          platformTokens -= payableTokens
          if (loses) {
            payouts.lostUsd.values[cell]! += valueUsd
            payouts.tokensLost[scenario]! += payableTokens
          } else if (inTokens) {
            const boughtTokens = payableUsd / priceUsd
            const feeTokens = withdrawalFeeUsd / priceUsd
            const tokens = payableTokens + boughtTokens - feeTokens
            payouts.tokensAccrued[scenario]! += boughtTokens
            payouts.tokensForFees[scenario]! += feeTokens
            payouts.withdrawalFeeUsd.values[cell]! += withdrawalFeeUsd
            heldTokens += tokens
            due.freeTokens[day + holdDays]! += tokens
          } else {
            payouts.withdrawalFeeUsd.values[cell]! += withdrawalFeeUsd
            heldUsd += valueUsd - withdrawalFeeUsd
            due.freeUsd[day + holdDays]! += valueUsd - withdrawalFeeUsd
          }
          payableUsd = 0
          payableTokens = 0
          lastEventDay = Math.max(lastEventDay, day + holdDays + transferDays)
        }
      }

      const freeUsd = due.freeUsd[day]!
      const freeTokens = due.freeTokens[day]!
      if (freeUsd > 0 || freeTokens > 0) {
        const proceedsUsd = freeTokens === 0 ? 0 : saleUsd(terms, freeTokens, priceUsd)
        heldUsd -= freeUsd
        heldTokens -= freeTokens
        underWayUsd += freeUsd + proceedsUsd
        due.bankedUsd[day + transferDays]! += freeUsd + proceedsUsd
        payouts.saleCostUsd.values[cell]! += freeTokens * priceUsd - proceedsUsd
        payouts.tokensSold[scenario]! += freeTokens
      }

      const arrivingUsd = due.bankedUsd[day]!
      if (arrivingUsd > 0) {
        underWayUsd -= arrivingUsd
        payouts.bankedUsd.values[cell]! += arrivingUsd
        if (payouts.firstCashDay[scenario] === -1) payouts.firstCashDay[scenario] = timeline.firstDay + day
      }

      if (day < workDays) {
        platformUsd += usdPerDay
        platformTokens += tokensPerDay
        due.creditedUsd[day + 1 + creditDelayDays] = usdPerDay
        due.creditedTokens[day + 1 + creditDelayDays] = tokensPerDay
      }
    }

    const usageValueUsd = usageUsd + (usageTokens / days) * priceDays
    payouts.usageUsd.values[cell] = usageValueUsd
    payouts.subsidyUsd.values[cell] = subsidyUsd + (subsidyTokens / days) * priceDays
    payouts.platformFeeUsd.values[cell] = usageValueUsd * platformFeeRatio
    payouts.paymentFeeUsd.values[cell] = usageValueUsd * (afterPlatform - keep)
    payouts.tokensAccrued[scenario]! += tokensPerDay * (day <= workDays ? days : 0)
    payouts.pipelineUsd.values[cell] =
      platformUsd + heldUsd + underWayUsd + (platformTokens + heldTokens) * priceUsd
    if (day > lastEventDay && payableUsd === 0 && payableTokens === 0) return
  }
}
