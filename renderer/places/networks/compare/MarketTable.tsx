import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef } from 'react'
import { goTo } from '../../../frame/frame-store.ts'
import tables from '../../../controls/Table.module.css'
import { formatRoute } from '../../../route.ts'
import { type Sorting, sortBy, toggleSelected, useNetworks } from '../store.ts'
import { Cell } from './Cells.tsx'
import classes from './Compare.module.css'
import type { Column, Row } from './columns.ts'
import { gridTarget } from '../../../controls/grid-keys.ts'
import type { RowGroup } from './groups.ts'

type MarketTableProps = {
  readonly groups: readonly RowGroup[]
  readonly columns: readonly Column[]
  readonly sorting: Sorting
  readonly today: string
  readonly isBusy: boolean
}

/** Networks in rows: arrows move, Space takes into the comparison, Enter opens the network. */
export function MarketTable({ groups, columns, sorting, today, isBusy }: MarketTableProps) {
  const selected = useNetworks((place) => place.selected)
  const focusedId = useNetworks((place) => place.focusedId)
  const rows = groups.flatMap((group) => group.rows)
  const tabStop = rows.some(({ market }) => market.id === focusedId)
    ? focusedId
    : (rows[0]?.market.id ?? null)
  const domain = domainOf(rows)
  const label = 'Networks on this rig'
  const table = useRef<HTMLTableElement>(null)
  // Who comes back from a network goes on where the table was left, unless something else has the focus by now.
  useEffect(() => {
    const { activeElement, body } = document
    const id = useNetworks.getState().focusedId
    if (id === null || (activeElement !== body && activeElement?.id !== 'content')) return
    table.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`)?.focus()
  }, [])
  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        className={`${tables.table} ${classes.table}`}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-busy={isBusy}
        aria-describedby="networks-keys"
        onKeyDown={onKey}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={classes.group}>
                <span className={classes.groupLabel}>
                  {group.label} <span className={classes.groupCount}>{group.rows.length}</span>
                </span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <NetworkRow
                key={row.market.id}
                row={row}
                columns={columns}
                today={today}
                low={domain[0]}
                high={domain[1]}
                isTabStop={row.market.id === tabStop}
                taken={selected.indexOf(row.market.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Heading({ column, sorting }: { readonly column: Column; readonly sorting: Sorting }) {
  const { id, label, isNumber, firstDescending } = column
  const isSorted = sorting.by === id
  const direction = sorting.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      data-column={id}
      data-number={isNumber || undefined}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => sortBy(id, firstDescending)}>
        {id === 'rank' ? <span aria-label="Rank">{label}</span> : label}
        <span className={classes.arrow} aria-hidden>
          {isSorted ? (sorting.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}

type NetworkRowProps = {
  readonly row: Row
  readonly columns: readonly Column[]
  readonly today: string
  readonly low: number
  readonly high: number
  readonly isTabStop: boolean
  /** Its place in the comparison; -1 where it is not in it. */
  readonly taken: number
}

const NetworkRow = memo(function NetworkRow(props: NetworkRowProps) {
  const { row, columns, today, low, high, isTabStop, taken } = props
  const { id, name } = row.market
  return (
    <tr
      data-row={id}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={taken !== -1}
      className={classes.row}
      onFocus={() => useNetworks.setState({ focusedId: id })}
      onClick={(event) => onRowClick(event, id)}
    >
      {columns.map((column) =>
        column.id === 'network' ? (
          <th key={column.id} scope="row" data-column={column.id}>
            <span className={classes.name}>
              <span className={classes.mark} aria-hidden>
                {taken === -1 ? '' : taken + 1}
              </span>
              <a
                href={formatRoute({ place: 'networks', detail: id })}
                tabIndex={-1}
                className={classes.link}
                title={name}
              >
                {name}
              </a>
            </span>
          </th>
        ) : (
          <td key={column.id} data-column={column.id} data-number={column.isNumber || undefined}>
            <Cell column={column.id} row={row} today={today} domain={[low, high]} />
          </td>
        ),
      )}
    </tr>
  )
})

/** A click on the name opens the network, anywhere else in the row it takes it into the comparison. */
function onRowClick(event: MouseEvent<HTMLElement>, id: string): void {
  if (event.target instanceof Element && event.target.closest('a') !== null) return
  toggleSelected(id)
}

function onKey(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return
  const row = target.closest<HTMLElement>('tr[data-row]')
  const id = row?.dataset['row']
  if (id !== undefined && key === ' ') toggleSelected(id)
  else if (id !== undefined && key === 'Enter') goTo('networks', id)
  else {
    const next = gridTarget(currentTarget, target, key)
    if (next === null) return
    next.focus()
  }
  event.preventDefault()
}

/** Every range on one scale, zero within it. */
function domainOf(rows: readonly Row[]): readonly [number, number] {
  const ends = rows.flatMap(({ market: { outcome } }) =>
    'netUsdPerMonth' in outcome ? [outcome.netLowUsdPerMonth, outcome.netHighUsdPerMonth] : [],
  )
  return [Math.min(0, ...ends), Math.max(0, ...ends)]
}
