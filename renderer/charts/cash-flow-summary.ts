import { figureWords } from '../controls/figure-text.ts'

export type CashFlowMonth = {
  /** YYYY-MM */
  readonly month: string
  /** What reached or left the account in the month. */
  readonly bankedUsd: number
  /** All of it so far, from the first month. */
  readonly cumulativeUsd: number
}

/**
 * The picture in a sentence. Example: two months of $10 each: "After 2 months $20.00 is banked; it stays at or above
 * zero from 2026-01 on. The first money arrives on 2026-01-08."
 */
export function cashFlowSummary(months: readonly CashFlowMonth[], firstCashDate: string | null): string {
  const last = months.at(-1)
  if (last === undefined) return 'No months to draw.'
  const over = `After ${figureWords(months.length, 'months')} ${figureWords(last.cumulativeUsd, 'usd')} is banked`
  const lastBelow = months.findLastIndex(({ cumulativeUsd }) => cumulativeUsd < 0)
  const firstAbove = months[lastBelow + 1]
  const turn =
    firstAbove === undefined
      ? 'it is below zero at the end'
      : `it stays at or above zero from ${firstAbove.month} on`
  const first =
    firstCashDate === null ? 'No money ever arrives.' : `The first money arrives on ${firstCashDate}.`
  return `${over}; ${turn}. ${first}`
}
