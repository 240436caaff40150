/** The rows under their headings. What is known and what is not is never sorted into one another. */
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import type { Sorting } from '../store.ts'
import { columns, type Row } from './columns.ts'

const groupDefinitions = [
  { id: 'ranked', label: 'On evidence', kinds: ['ranked'] },
  { id: 'assumed', label: 'On your assumption', kinds: ['assumed'] },
  { id: 'needed', label: 'Without a net: what it would take', kinds: ['needed'] },
  { id: 'refused', label: 'Refused', kinds: ['refused'] },
  { id: 'ineligible', label: 'Not for this rig', kinds: ['ineligible'] },
] as const

export type RowGroup = { readonly id: string; readonly label: string; readonly rows: readonly Row[] }

/** `compared` is in the order of `compareMarkets`. */
export function rankedRows(compared: readonly ComparedMarket[]): readonly Row[] {
  return compared.map((market, at) => ({ market, rank: market.outcome.kind === 'ranked' ? at + 1 : null }))
}

/** Groups without a row are left out. */
export function groupedRows(rows: readonly Row[], sorting: Sorting): readonly RowGroup[] {
  return groupDefinitions
    .map(({ id, label, kinds }) => ({
      id,
      label,
      rows: sorted(
        rows.filter(({ market }) => (kinds as readonly string[]).includes(market.outcome.kind)),
        sorting,
      ),
    }))
    .filter((group) => group.rows.length > 0)
}

/** By one column; what it does not know stands last, equals stay as they are ranked. */
export function sorted(rows: readonly Row[], { by, descending }: Sorting): readonly Row[] {
  const column = columns.find(({ id }) => id === by)
  if (column === undefined) return rows
  return rows.toSorted((one, other) => {
    const [a, b] = [column.sortValue(one), column.sortValue(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const order = a < b ? -1 : a > b ? 1 : 0
    return descending ? -order : order
  })
}
