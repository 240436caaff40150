import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { type Pillar, pillars } from '../../../../shared/diligence/checklist.ts'
import type { GateState } from '../../../../shared/diligence/gates.ts'
import { gateStateWords } from '../../../../shared/diligence/words.ts'
import { gridTarget } from '../../../controls/grid-keys.ts'
import tables from '../../../controls/Table.module.css'
import { goTo } from '../../../frame/frame-store.ts'
import { formatRoute } from '../../../route.ts'
import { cardDetail, networkDetail } from '../address.ts'
import { useBeginCard } from '../begin-card.ts'
import { GateForm, GateMark } from '../GateMark.tsx'
import { PillarRange } from '../PillarRange.tsx'
import { type MatrixOrder, sortMatrixBy, useDiligencePlace } from '../store.ts'
import { useReadOnlyReason, useLocalDay } from '../use-diligence.ts'
import { counted, pillarLabels, seenWords, shortAge } from '../words.ts'
import classes from './Matrix.module.css'
import type { MatrixRow } from './matrix-rows.ts'
import { shown } from '../shown.ts'

type Sorting = { readonly by: MatrixOrder; readonly descending: boolean }
type MatrixTableProps = { readonly rows: readonly MatrixRow[]; readonly sorting: Sorting }

/** Arrows move, Enter opens, N begins a card. */
export function MatrixTable({ rows, sorting }: MatrixTableProps) {
  const focused = useDiligencePlace((place) => place.focusedRow)
  const begin = useBeginCard()
  const readOnly = useReadOnlyReason(null) !== null
  const table = useRef<HTMLTableElement>(null)
  const tabStop = rows.some(({ key }) => key === focused) ? focused : (rows[0]?.key ?? null)
  // Who comes back from a card goes on where the table was left.
  useEffect(() => {
    const { activeElement, body } = document
    const key = useDiligencePlace.getState().focusedRow
    if (key === null || (activeElement !== body && activeElement?.id !== 'content')) return
    table.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(key)}"]`)?.focus()
  }, [])
  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const { target, currentTarget, key } = event
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.find((each) => each.key === target.closest<HTMLElement>('tr[data-row]')?.dataset['row'])
    if (row !== undefined && key === 'Enter' && target.closest('button') === null)
      goTo('diligence', detailOf(row))
    else if (row !== undefined && key.toLowerCase() === 'n' && !readOnly) void begin(row.name, row.networkId)
    else {
      const next = gridTarget(currentTarget, target, key)
      if (next === null) return
      next.focus()
    }
    event.preventDefault()
  }
  return (
    <div>
      <div className={classes.notes}>
        <p id="matrix-keys">Enter opens a market, N begins a card of it.</p>
        <Legend />
      </div>
      <div className={classes.scroller}>
        <table
          ref={table}
          className={`${tables.table} ${classes.table}`}
          role="grid"
          aria-label="Markets and what is known of them"
          aria-describedby="matrix-keys"
          onKeyDown={onKey}
        >
          <thead>
            <tr>
              <Heading by="name" label="Market" sorting={sorting} />
              {pillars.map((pillar) => (
                <Heading key={pillar} by={pillar} label={pillarLabels[pillar]} sorting={sorting} />
              ))}
              <th scope="col">Gates</th>
              <Heading by="age" label="Newest" sorting={sorting} />
              <th scope="col" data-number>
                Answered
              </th>
              <th scope="col">
                <VisuallyHidden>Alarms, and what can be done</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MarketRow
                key={row.key}
                row={row}
                isTabStop={row.key === tabStop}
                onBegin={readOnly ? null : begin}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function detailOf({ cardId, networkId }: MatrixRow): string {
  return cardId === null ? networkDetail(networkId ?? '') : cardDetail(cardId)
}

type HeadingProps = { readonly by: MatrixOrder; readonly label: string; readonly sorting: Sorting }

function Heading({ by, label, sorting }: HeadingProps) {
  const isSorted = sorting.by === by
  const direction = sorting.descending ? 'descending' : 'ascending'
  const isPillar = by !== 'name' && by !== 'age'
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'} data-column={isPillar ? 'pillar' : by}>
      <button type="button" className={classes.sort} onClick={() => sortMatrixBy(by, isPillar)}>
        {label}
        <span className={classes.arrow} aria-hidden>
          {isSorted ? (sorting.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}

type MarketRowProps = {
  readonly row: MatrixRow
  readonly isTabStop: boolean
  readonly onBegin: ((name: string, networkId: string | null) => Promise<void>) | null
}

const MarketRow = memo(function MarketRow({ row, isTabStop, onBegin }: MarketRowProps) {
  const { key, name, networkId, cardId, scoredOn, answered, asked } = row
  const { scored, gates, greyed } = scoredOn
  return (
    <tr
      data-row={key}
      data-kind={cardId === null ? 'starter' : 'card'}
      tabIndex={isTabStop ? 0 : -1}
      className={classes.row}
      onFocus={() => useDiligencePlace.setState({ focusedRow: key })}
    >
      <th scope="row">
        <a
          href={formatRoute({ place: 'diligence', detail: detailOf(row) })}
          tabIndex={-1}
          className={classes.link}
          title={shown(name)}
        >
          {shown(name)}
        </a>
        {cardId === null && row.newestSeenOn !== null && (
          <span className={classes.from}>catalogue, {row.newestSeenOn}</span>
        )}
      </th>
      {pillars.map((pillar: Pillar) => (
        <td key={pillar} data-column="pillar">
          <PillarRange score={scored.pillars[pillar]} greyedBy={greyed[pillar]} gates={gates} />
        </td>
      ))}
      <td className={classes.gates}>
        {gates.map((gate) => (
          <GateMark key={gate.id} gate={gate} />
        ))}
      </td>
      <td>
        <Newest seenOn={row.newestSeenOn} isStarter={cardId === null} />
      </td>
      <td data-number>
        {answered} <span className={classes.of}>of {asked}</span>
      </td>
      <td className={classes.last}>
        {cardId === null ? (
          onBegin !== null && (
            <button
              type="button"
              tabIndex={-1}
              data-more
              className={classes.begin}
              aria-label={`Begin a card of ${shown(name)}`}
              onClick={() => void onBegin(name, networkId)}
            >
              Begin
            </button>
          )
        ) : (
          <Alarms row={row} />
        )}
      </td>
    </tr>
  )
})

function Newest({ seenOn, isStarter }: { readonly seenOn: string | null; readonly isStarter: boolean }) {
  const today = useLocalDay()
  if (seenOn === null) return <span className={classes.none}>none</span>
  return (
    <span title={`${isStarter ? 'from the catalogue, ' : 'seen '}${seenOn}`}>
      <span aria-hidden>{shortAge(seenOn, today)}</span>
      <VisuallyHidden>{seenWords(seenOn, today)}</VisuallyHidden>
    </span>
  )
}

function Alarms({ row: { redTripwires, redFlags, isDamaged } }: { readonly row: MatrixRow }) {
  return (
    <>
      {isDamaged && <span className={classes.alarm}>damaged</span>}
      {redFlags > 0 && <span className={classes.alarm}>{counted(redFlags, 'red flag', 'red flags')}</span>}
      {redTripwires > 0 && (
        <span className={classes.alarm}>{counted(redTripwires, 'tripwire', 'tripwires')}</span>
      )}
    </>
  )
}

const gateStates: readonly GateState[] = ['open', 'half', 'open-until', 'closed', 'not-needed']

function Legend() {
  return (
    <p className={classes.legend}>
      <span>Gates, from left: first test, provider gate, token gate.</span>
      {gateStates.map((state) => (
        <span key={state}>
          <GateForm state={state} /> {gateStateWords[state]}
        </span>
      ))}
      <span>A pillar behind a closed gate is dashed.</span>
    </p>
  )
}
