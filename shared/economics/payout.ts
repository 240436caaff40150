/**
 * From earned to banked, day by day: accrued, credited, paid, free to sell, banked.
 * @see SPEC.md B1 to B13
 */
import { saleProceeds } from '../liquidity/sale.ts'
import type { Income } from './income.ts'
import type { Batch } from './batch.ts'
import type { PayoutTerms } from './payout-terms.ts'
import type { DailyPrices } from './payout-terms.ts'
import { dailyPrices, payoutDays, payoutTerms } from './payout-terms.ts'
import { addLot, emptyLots, takeLots } from './lots.ts'
import type { Due, Payouts } from './payout-table.ts'
import { dueDays, emptyPayouts } from './payout-table.ts'
import type { Timeline } from './timeline.ts'
import { settlingMonth } from './timeline.ts'

/** What happened on a day of one scenario, for those who want to see it. Days count from the first day of work. */
export type PayoutEvent =
  | {
      readonly kind: 'paid'
      readonly day: number
      readonly usd: number
      readonly tokens: number
      readonly priceUsd: number
      readonly feeUsd: number
    }
  | {
      readonly kind: 'sold'
      readonly day: number
      readonly tokens: number
      readonly priceUsd: number
      readonly proceedsUsd: number
    }
  | { readonly kind: 'banked'; readonly day: number; readonly usd: number }
  | { readonly kind: 'lost'; readonly day: number; readonly usd: number }

/** Runs every scenario through its days. @see SPEC.md B1 */
export function payoutsOf(
  batch: Batch,
  timeline: Timeline,
  income: Income,
  trace: ((event: PayoutEvent) => void) | null = null,
): Payouts {
  const payouts = emptyPayouts(timeline.months.length, batch.size)
  const due = dueDays(timeline.days)
  const inTokens = batch.choices.payoutCurrency === 'token'
  let looksAt = payoutDays(batch.choices, 1, timeline)
  let monthDay = 1
  let prices: DailyPrices | null = null
  const lastMonths = settlingMonth(batch)
  for (let scenario = 0; scenario < batch.size; scenario += 1) {
    const terms = payoutTerms(batch, scenario)
    if (terms.monthDay !== monthDay) {
      monthDay = terms.monthDay
      looksAt = payoutDays(batch.choices, monthDay, timeline)
    }
    for (const values of Object.values(due)) values.fill(0)
    if (prices === null || !prices.fits(terms)) prices = dailyPrices(terms, timeline)
    const run = { scenario, size: batch.size, terms, inTokens, looksAt, pricesUsd: prices.usd, trace }
    runScenario({ ...run, lastMonth: lastMonths[scenario]!, timeline, income, payouts, due })
  }
  return payouts
}

type Run = {
  readonly scenario: number
  readonly size: number
  readonly terms: PayoutTerms
  readonly inTokens: boolean
  readonly looksAt: Uint8Array
  readonly pricesUsd: Float64Array
  /** The scenario's own last month, from 0. */
  readonly lastMonth: number
  readonly timeline: Timeline
  readonly income: Income
  readonly payouts: Payouts
  readonly due: Due
  readonly trace: ((event: PayoutEvent) => void) | null
}

/**
 * One scenario, day by day: the hot loop of the engine, so its state is plain local numbers.
 * Within a day: the price moves, work is credited, a payout is made, what is free is sold or sent,
 * what was sent arrives, the day's work accrues; at last the network may stop. @see SPEC.md B2, B9, B11
 */
function runScenario(run: Run): void {
  const { scenario, size, terms, inTokens, looksAt, pricesUsd, timeline, income, payouts, due, trace } = run
  const { horizonMonths, creditDelayDays, holdDays, transferDays, minimumUsd, withdrawalFeeUsd } = terms
  const { market, saleEveryDays, startPriceUsd, exchangeFeeRatio } = terms
  const afterPayment = 1 - income.paymentFeeRatio[scenario]!
  const workDays = timeline.monthOfDay.lastIndexOf(horizonMonths - 1) + 1
  const lastCreditDay = workDays + creditDelayDays
  const endDay = timeline.monthOfDay.lastIndexOf(run.lastMonth)
  const stopDay =
    terms.stopsAfterMonths > 0 && terms.stopsAfterMonths <= horizonMonths
      ? timeline.monthOfDay.lastIndexOf(terms.stopsAfterMonths - 1)
      : -1
  const lots = emptyLots()

  // On the platform: earned and not yet paid. Of it payable: credited. Of the held waiting: free to be sold.
  let platformUsd = 0
  let platformTokens = 0
  let payableUsd = 0
  let payableTokens = 0
  let heldUsd = 0
  let heldTokens = 0
  let waitingTokens = 0
  let underWayUsd = 0
  let priceUsd = startPriceUsd
  let lastEventDay = lastCreditDay
  let day = 0

  for (let month = 0; month <= run.lastMonth; month += 1) {
    const cell = month * size + scenario
    const { days } = timeline.months[month]!
    const platformFeeRatio = income.platformFeeRatio.values[cell]!
    const keep = (1 - platformFeeRatio) * afterPayment
    const usageUsd = income.usageUsd.values[cell]!
    const usageTokens = income.usageTokens.values[cell]!
    const subsidyUsd = income.subsidyUsd.values[cell]!
    const subsidyTokens = income.subsidyTokens.values[cell]!
    const usdPerDay = (usageUsd * keep + subsidyUsd) / days
    const tokensPerDay = (usageTokens * keep + subsidyTokens) / days
    let priceDays = 0

    for (let date = 0; date < days; date += 1, day += 1) {
      const previousUsd = priceUsd
      priceUsd = pricesUsd[day]!
      if (priceUsd !== previousUsd) {
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
            trace?.({ kind: 'lost', day, usd: valueUsd })
          } else {
            payouts.withdrawalFeeUsd.values[cell]! += withdrawalFeeUsd
            payouts.paidUsd.values[cell]! += valueUsd
            let tokens = 0
            if (inTokens) {
              const boughtTokens = payableUsd / priceUsd
              const feeTokens = withdrawalFeeUsd / priceUsd
              tokens = payableTokens + boughtTokens - feeTokens
              payouts.tokensAccrued[scenario]! += boughtTokens
              payouts.tokensForFees[scenario]! += feeTokens
              heldTokens += tokens
              due.freeTokens[day + holdDays]! += tokens
              addLot(lots, tokens, valueUsd - withdrawalFeeUsd)
            } else {
              heldUsd += valueUsd - withdrawalFeeUsd
              due.freeUsd[day + holdDays]! += valueUsd - withdrawalFeeUsd
            }
            trace?.({ kind: 'paid', day, usd: valueUsd, tokens, priceUsd, feeUsd: withdrawalFeeUsd })
          }
          payableUsd = 0
          payableTokens = 0
          lastEventDay = Math.max(lastEventDay, day + holdDays + transferDays)
        }
      }

      let sentUsd = due.freeUsd[day]!
      heldUsd -= sentUsd
      waitingTokens += due.freeTokens[day]!
      if (
        waitingTokens > 0 &&
        day + transferDays <= endDay &&
        (saleEveryDays === 0 || day % saleEveryDays === 0)
      ) {
        const sale = saleProceeds(market, { tokens: waitingTokens, priceUsd, startPriceUsd })
        const proceedsUsd = sale.proceedsUsd * (1 - exchangeFeeRatio)
        const gainUsd = proceedsUsd - takeLots(lots, sale.soldTokens)
        waitingTokens = sale.soldTokens >= waitingTokens ? 0 : waitingTokens - sale.soldTokens
        heldTokens -= sale.soldTokens
        sentUsd += proceedsUsd
        payouts.saleCostUsd.values[cell]! += sale.soldTokens * priceUsd - proceedsUsd
        payouts.tokensSold[scenario]! += sale.soldTokens
        payouts.saleGainUsd.values[cell]! += gainUsd
        payouts.fellUsd[scenario]! += Math.max(0, -gainUsd)
        lastEventDay = Math.max(lastEventDay, day + transferDays)
        trace?.({ kind: 'sold', day, tokens: sale.soldTokens, priceUsd, proceedsUsd })
      }
      if (sentUsd > 0) {
        underWayUsd += sentUsd
        due.bankedUsd[day + transferDays]! += sentUsd
      }

      const arrivingUsd = due.bankedUsd[day]!
      if (arrivingUsd > 0) {
        underWayUsd -= arrivingUsd
        payouts.bankedUsd.values[cell]! += arrivingUsd
        if (payouts.firstCashDay[scenario] === -1) payouts.firstCashDay[scenario] = timeline.firstDay + day
        trace?.({ kind: 'banked', day, usd: arrivingUsd })
      }

      if (day < workDays) {
        platformUsd += usdPerDay
        platformTokens += tokensPerDay
        due.creditedUsd[day + 1 + creditDelayDays] = usdPerDay
        due.creditedTokens[day + 1 + creditDelayDays] = tokensPerDay
      }

      const stops = day === stopDay
      if (stops || (day === endDay && waitingTokens > 0)) {
        // The network takes all that it holds; at the end only what nobody bought is left.
        const lostUsd = platformUsd + heldUsd + (platformTokens + heldTokens) * priceUsd
        payouts.lostUsd.values[cell]! += lostUsd
        payouts.tokensLost[scenario]! += platformTokens + heldTokens
        payouts.lostPaidUsd.values[cell]! += heldUsd + takeLots(lots, heldTokens)
        platformUsd = platformTokens = payableUsd = payableTokens = heldUsd = heldTokens = waitingTokens = 0
        for (const column of [due.creditedUsd, due.creditedTokens, due.freeUsd, due.freeTokens]) {
          column.fill(0, day + 1)
        }
        trace?.({ kind: 'lost', day, usd: lostUsd })
      }
    }

    const usageValueUsd = usageUsd + (usageTokens / days) * priceDays
    payouts.usageUsd.values[cell] = usageValueUsd
    payouts.subsidyUsd.values[cell] = subsidyUsd + (subsidyTokens / days) * priceDays
    payouts.platformFeeUsd.values[cell] = usageValueUsd * platformFeeRatio
    payouts.paymentFeeUsd.values[cell] = usageValueUsd * (1 - platformFeeRatio - keep)
    payouts.tokensAccrued[scenario]! += tokensPerDay * (day <= workDays ? days : 0)
    payouts.underWayUsd.values[cell] = underWayUsd
    payouts.pipelineUsd.values[cell] =
      platformUsd + heldUsd + underWayUsd + (platformTokens + heldTokens) * priceUsd
    if (day > lastEventDay && payableUsd === 0 && payableTokens === 0 && waitingTokens === 0) return
  }
}
