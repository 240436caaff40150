import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { WorkloadNote } from '../../../../shared/guide.ts'
import type { Fit, MarketProfile, Workload } from '../../../../shared/markets/market-profile.ts'
import { fitOf, type RigFacts, rigFitOf } from '../../../../shared/markets/workload-fit.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import tables from '../../../controls/Table.module.css'
import { FitCell } from './FitCell.tsx'
import { FitPanel } from './FitPanel.tsx'
import { columnOf, type FitColumn, fitSentence, verdictSentence } from './fit-words.ts'
import classes from './WorkloadFitMap.module.css'

export type WorkloadFitMapProps = {
  /** What each kind of work is, from the guide; one row each, in this order. */
  readonly notes: readonly WorkloadNote[]
  /** The chosen rig; null where none is chosen. */
  readonly rig: { readonly label: string; readonly facts: RigFacts } | null
  readonly networks: readonly MarketProfile[]
  /** A person's own word on a cell, null for what the rules say. Null: nothing can be kept now. */
  readonly onEdit: ((networkId: string, workload: Workload, fit: Fit | null) => void) | null
}

type Place = { readonly row: number; readonly column: number }

const rigColumnId = 'this rig'

/** What each market, and the rig, is fit for: a word and a mark in each cell, and why below it. */
export function WorkloadFitMap({ notes, rig, networks, onEdit }: WorkloadFitMapProps) {
  const columns = useMemo<readonly FitColumn[]>(
    () => [
      ...(rig === null
        ? []
        : [columnOf(rigColumnId, rig.label, true, (workload) => rigFitOf(rig.facts, workload))]),
      ...networks.map((network) =>
        columnOf(network.id, network.name, false, (workload) => fitOf(network, workload)),
      ),
    ],
    [rig, networks],
  )
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 })
  const [hovered, setHovered] = useState<Place | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const panel = useRef<HTMLElement>(null)
  const cursor = within(chosen, notes.length, columns.length)
  const looked = within(hovered ?? cursor, notes.length, columns.length)
  const [note, chosenNote] = [notes[looked.row], notes[cursor.row]]
  const [column, chosenColumn] = [columns[looked.column], columns[cursor.column]]
  if (note === undefined || column === undefined || chosenNote === undefined || chosenColumn === undefined)
    return (
      <EmptyState
        kind="empty"
        isPage
        title="There is neither a rig nor a network to fit."
        whatToDo="Build a rig in Rig, or take a network in, and the map fills."
      />
    )

  const focusCell = ({ row, column: at }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${at}"]`)?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, cursor, notes.length, columns.length)
    if (target === null) return
    event.preventDefault()
    setHovered(null)
    setChosen(target)
    focusCell(target)
  }
  /** The pointer is for looking only, and not while a person is at the words of the chosen cell. */
  const look = (place: Place) => {
    if (panel.current?.contains(document.activeElement) !== true) setHovered(place)
  }
  const open = (place: Place) => {
    setHovered(null)
    setChosen(place)
    // The panel shows this place only after the next picture.
    requestAnimationFrame(() =>
      (panel.current?.querySelector<HTMLElement>('select') ?? panel.current)?.focus(),
    )
  }

  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={fitSentence(columns, (workload) => labelOf(notes, workload))}
        aside="Judged by stated rules from what is known: what is rented, memory, access, promises, checks. What is not known never makes a fit good. The numbers behind the rules are Idlewatt’s assumptions; your own word wins."
      />
      <div className={tables.scroller}>
        <table
          ref={table}
          role="grid"
          aria-label="Fit of each kind of work"
          className={`${tables.table} ${classes.table}`}
          onKeyDown={onKeyDown}
          onPointerLeave={() => setHovered(null)}
        >
          <thead>
            <tr>
              <th scope="col">Kind of work</th>
              {columns.map(({ id, label, isRig }) => (
                <th key={id} scope="col" data-rig={isRig || undefined}>
                  {shortName(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notes.map(({ workload, label }, row) => (
              <tr key={workload}>
                <th scope="row">{label}</th>
                {columns.map((each, at) => (
                  <FitCell
                    key={each.id}
                    place={`${row} ${at}`}
                    label={`${each.label}, ${label}`}
                    verdict={each.verdicts[workload]}
                    isRig={each.isRig}
                    isCursor={row === cursor.row && at === cursor.column}
                    onLook={() => look({ row, column: at })}
                    onFocus={() => {
                      setHovered(null)
                      setChosen({ row, column: at })
                    }}
                    onOpen={() => open({ row, column: at })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.hidden} aria-live="polite">
        {verdictSentence(chosenColumn, chosenNote)}
      </p>
      <FitPanel
        ref={panel}
        note={note}
        column={column}
        isLook={note !== chosenNote || column !== chosenColumn}
        onEdit={onEdit}
        onFocus={() => setHovered(null)}
        onClose={() => {
          setHovered(null)
          focusCell(cursor)
        }}
      />
    </div>
  )
}

const labelOf = (notes: readonly WorkloadNote[], workload: Workload): string =>
  notes.find((note) => note.workload === workload)?.label ?? workload

/** "Salad (SaladCloud)" is "Salad" in a heading; the panel has it in full. */
const shortName = (label: string): string => label.replace(/ \(.*\)$/, '')

function within({ row, column }: Place, rows: number, columns: number): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) }
}

function targetOf(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  const targets: Readonly<Record<string, Place>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }
  const target = targets[key]
  return target === undefined ? null : within(target, rows, columns)
}
