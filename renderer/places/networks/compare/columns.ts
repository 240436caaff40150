/** What the table of networks can show, and by what each column is sorted. */
import type { Answered, ComparedMarket } from '../../../../shared/markets/compare.ts'

export type ColumnId =
  | 'rank'
  | 'network'
  | 'net'
  | 'paid in'
  | 'first cash'
  | 'price'
  | 'rented share'
  | 'unknowns'
  | 'eligibility'
  | 'gross'
  | 'npv'
  | 'irr'
  | 'payback'
  | 'fee'

export type Row = {
  readonly market: ComparedMarket
  /** 1 is the highest net on evidence; null for whatever is not ranked. */
  readonly rank: number | null
}

export type Column = {
  readonly id: ColumnId
  readonly label: string
  readonly isNumber: boolean
  /** Always there; `usual` until it is taken out; `optional` once it is asked for. */
  readonly presence: 'always' | 'usual' | 'optional'
  /** The most telling end first. */
  readonly firstDescending: boolean
  /** Null is unknown: it stands last, whichever way round. */
  readonly sortValue: (row: Row) => number | string | null
}

export function answerOf({ outcome }: ComparedMarket): Answered['answer'] | null {
  return 'evaluation' in outcome ? outcome.evaluation.answer : null
}

/** The platform fee that holds in the first month; null where nobody knows it. */
export function feeOf({ entries, unknowns }: ComparedMarket): number | null {
  const entry = entries['platformFeeRatio']
  if (entry === undefined || typeof entry === 'string') return null
  return unknowns.some(({ key }) => key === 'platformFeeRatio') ? null : entry.value
}

const eligibilityOrder = ['eligible', 'conditions', 'not said', 'ineligible'] as const

const text = (id: ColumnId, label: string, sortValue: Column['sortValue']): Column => ({
  id,
  label,
  isNumber: false,
  presence: 'usual',
  firstDescending: false,
  sortValue,
})

const number = (
  id: ColumnId,
  label: string,
  sortValue: Column['sortValue'],
  options: Partial<Pick<Column, 'presence' | 'firstDescending'>> = {},
): Column => ({ id, label, isNumber: true, presence: 'usual', firstDescending: true, ...options, sortValue })

const headline =
  (pick: (headlines: Answered['answer']['headlines']) => number | null): Column['sortValue'] =>
  ({ market }) => {
    const answer = answerOf(market)
    return answer === null ? null : pick(answer.headlines)
  }

export const columns: readonly Column[] = [
  number('rank', '#', ({ rank }) => rank, { presence: 'always', firstDescending: false }),
  { ...text('network', 'Network', ({ market }) => market.name.toLowerCase()), presence: 'always' },
  number(
    'net',
    'Net a month',
    ({ market: { outcome } }) => ('netUsdPerMonth' in outcome ? outcome.netUsdPerMonth : null),
    { presence: 'always' },
  ),
  text('paid in', 'Paid in', ({ market }) => market.paidIn),
  text('first cash', 'First cash', ({ market }) => answerOf(market)?.headlines.firstCashDate ?? null),
  number('price', 'Price an hour', ({ market }) => market.price?.figure.value ?? null),
  number('rented share', 'Rented', ({ market }) => market.utilization?.value ?? null),
  number('unknowns', 'Unknown', ({ market }) => market.unknowns.length, { firstDescending: false }),
  text('eligibility', 'Takes this rig', ({ market }) =>
    String(eligibilityOrder.indexOf(market.eligibility.kind)),
  ),
  number(
    'gross',
    'Gross a month',
    headline((headlines) => headlines.grossUsdPerMonth),
    { presence: 'optional' },
  ),
  number(
    'npv',
    'NPV',
    headline((headlines) => headlines.npvUsd),
    { presence: 'optional' },
  ),
  number(
    'irr',
    'IRR',
    headline(({ rateOfReturn }) => (rateOfReturn?.kind === 'rate' ? rateOfReturn.rate : null)),
    { presence: 'optional' },
  ),
  number(
    'payback',
    'Payback',
    headline((headlines) => headlines.paybackMonths),
    {
      presence: 'optional',
      firstDescending: false,
    },
  ),
  number('fee', 'Platform fee', ({ market }) => feeOf(market), {
    presence: 'optional',
    firstDescending: false,
  }),
]

export const usualColumns: readonly ColumnId[] = columns
  .filter(({ presence }) => presence === 'usual')
  .map(({ id }) => id)

/** In the order of the table. */
export function shownOf(chosen: readonly ColumnId[]): readonly Column[] {
  return columns.filter(({ id, presence }) => presence === 'always' || chosen.includes(id))
}
