/** The terms of a few networks in columns, in words. */
import type { NumberInput } from '../../../../shared/economics/input-definition.ts'
import { definitionOf } from '../../../../shared/economics/inputs.ts'
import type { NumberKey } from '../../../../shared/economics/input-table.ts'
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { hourPriceWords, needCellWords } from '../../../../shared/markets/needed-words.ts'
import { netRangeWords } from '../networks-words.ts'
import { eligibilityWord, feeWords, netWords } from './cell-words.ts'
import { answerOf } from './columns.ts'

export type SideRow = {
  readonly label: string
  readonly mark: string | null
  /** In the order of the networks; null is unknown. */
  readonly words: readonly (string | null)[]
  /** The same for all: it makes no difference. */
  readonly isSame: boolean
}

type RowDefinition = {
  readonly label: string
  readonly words: (market: ComparedMarket) => string | null
  /** What makes the row’s words no like for like; null where they are. */
  readonly mark?: (markets: readonly ComparedMarket[]) => string | null
}

/** "none" where the network is paid in a way that knows no such thing. */
const none = '–'

const rowDefinitions: readonly RowDefinition[] = [
  { label: 'Net a month', words: netOf },
  { label: 'NPV', words: (market) => money(answerOf(market)?.headlines.npvUsd) },
  { label: 'First cash', words: (market) => firstCashOf(market) },
  { label: 'Price an hour', words: priceOf, mark: basesMark },
  { label: 'Rented share', words: ({ utilization }) => shareOf(utilization?.value ?? null) },
  { label: 'Paid in', words: ({ paidIn }) => paidIn },
  term('platformFeeRatio', 'Platform fee'),
  term('paymentFeeRatio', 'Payment fee'),
  term('minimumPayoutUsd', 'Minimum payout'),
  term('withdrawalFeeUsd', 'Fee per payout'),
  term('holdDays', 'Held for'),
  term('collateralUsd', 'Collateral'),
  { label: 'Unknown terms', words: ({ unknowns }) => String(unknowns.length) },
  {
    label: 'Takes this rig',
    words: ({ eligibility }) => `${eligibilityWord(eligibility)}: ${eligibility.reason}`,
  },
]

export function sideRows(markets: readonly ComparedMarket[]): readonly SideRow[] {
  return rowDefinitions.map(({ label, words, mark }) => {
    const each = markets.map((market) => words(market))
    return {
      label,
      mark: mark?.(markets) ?? null,
      words: each,
      isSame: markets.length > 1 && each.every((one) => one === each[0]),
    }
  })
}

function term(key: NumberKey, label: string): RowDefinition {
  const { unit } = definitionOf(key) as NumberInput
  return {
    label,
    words: (market) => {
      const { entries, unknowns } = market
      const entry = entries[key]
      if (unknowns.some((unknown) => unknown.key === key)) return null
      if (entry === undefined || typeof entry === 'string' || entry.value === null)
        return key === 'collateralUsd' && !unknowns.some((unknown) => unknown.key === 'collateralKind')
          ? 'none'
          : null
      return key === 'platformFeeRatio' ? feeWords(market, entry.value) : figureWords(entry.value, unit)
    },
  }
}

function netOf(market: ComparedMarket): string {
  const { outcome } = market
  if (outcome.kind === 'refused' || outcome.kind === 'ineligible') return outcome.reason
  if (outcome.kind === 'needed') return needCellWords(market) ?? none
  const range = netRangeWords(outcome)
  const net = netWords(outcome.netUsdPerMonth)
  return range === null ? net : `${net} (${range})`
}

function firstCashOf(market: ComparedMarket): string {
  const answer = answerOf(market)
  return answer === null ? none : (answer.headlines.firstCashDate ?? 'never')
}

function priceOf({ price }: ComparedMarket): string | null {
  if (price === null || price.figure.value === null) return null
  return `${hourPriceWords(price.figure.value)} ${price.basis}`
}

/** What the buyer pays and what the host receives are two things: the fee lies between them. */
function basesMark(markets: readonly ComparedMarket[]): string | null {
  const bases = new Set(markets.flatMap(({ price }) => (price === null ? [] : [price.basis])))
  return bases.size > 1 ? 'not the same kind of price' : null
}

function shareOf(share: number | null): string | null {
  return share === null ? null : figureWords(share, 'ratio')
}

function money(usd: number | undefined): string {
  return usd === undefined ? none : netWords(usd)
}
