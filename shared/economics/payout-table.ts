/** What the payouts of a batch are written into. @see SPEC.md B1 to B8 */
import type { Table } from './table.ts'
import { emptyTable } from './table.ts'

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
  /** What was paid, at its value on the paid day, before the fee per payout. */
  readonly paidUsd: Table
  /** Sales: proceeds less the value that their tokens had when they were paid, oldest first. */
  readonly saleGainUsd: Table
  /** Held tokens and money that were lost after they had been paid, at their value on the paid day. */
  readonly lostPaidUsd: Table
  /** The part of the sale losses, as a positive amount: what tokens fell by between payout and sale. */
  readonly fellUsd: Float64Array
  /** Money on its way to the account at the end of the month. */
  readonly underWayUsd: Table
  /** Day number of the first money in the account; -1 where none ever arrives. */
  readonly firstCashDay: Int32Array
}

/** All zero; no money has arrived. */
export function emptyPayouts(months: number, size: number): Payouts {
  const table = () => emptyTable(months, size)
  return {
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
    tokensAccrued: new Float64Array(size),
    tokensSold: new Float64Array(size),
    tokensLost: new Float64Array(size),
    tokensForFees: new Float64Array(size),
    paidUsd: table(),
    saleGainUsd: table(),
    lostPaidUsd: table(),
    fellUsd: new Float64Array(size),
    underWayUsd: table(),
    firstCashDay: new Int32Array(size).fill(-1),
  }
}

/** What falls due on each day of one scenario. */
export type Due = {
  readonly creditedUsd: Float64Array
  readonly creditedTokens: Float64Array
  readonly freeUsd: Float64Array
  readonly freeTokens: Float64Array
  readonly bankedUsd: Float64Array
}

export function dueDays(days: number): Due {
  const column = () => new Float64Array(days)
  return {
    creditedUsd: column(),
    creditedTokens: column(),
    freeUsd: column(),
    freeTokens: column(),
    bankedUsd: column(),
  }
}
