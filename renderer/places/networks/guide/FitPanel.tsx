import { NativeSelect } from '@mantine/core'
import type { Ref } from 'react'
import type { WorkloadNote } from '../../../../shared/guide.ts'
import { type Fit, fits, type Workload } from '../../../../shared/markets/market-profile.ts'
import type { FitReason, Standing } from '../../../../shared/markets/workload-fit.ts'
import { classInWords } from '../../../controls/figure-text.ts'
import { FitMark } from './FitCell.tsx'
import { caveatWords, type FitColumn } from './fit-words.ts'
import classes from './WorkloadFitMap.module.css'

type FitPanelProps = {
  readonly ref: Ref<HTMLElement>
  readonly note: WorkloadNote
  readonly column: FitColumn
  /** The cell under the pointer, not the chosen one: to be read, not to be set. */
  readonly isLook: boolean
  readonly onEdit: ((networkId: string, workload: Workload, fit: Fit | null) => void) | null
  readonly onFocus: () => void
  readonly onClose: () => void
}

/** Why a cell says what it says, what it rests on, and the place for a person's own word. */
export function FitPanel({ ref, note, column, isLook, onEdit, onFocus, onClose }: FitPanelProps) {
  const { fit, because, isOverride, byRules } = column.verdicts[note.workload]
  return (
    <section
      ref={ref}
      className={classes.panel}
      aria-label="The cell in words"
      tabIndex={0}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className={classes.said}>
        <h2 className={classes.panelTitle}>
          {column.label}, {note.label} <FitMark fit={fit} />
          {isOverride && <span className={classes.set}>set by hand; the rules say {byRules}</span>}
        </h2>
        <p className={classes.caveat}>{caveatWords(column.verdicts[note.workload])}</p>
        <p className={classes.note}>
          {note.meaning} To ask: {note.whatToAsk.charAt(0).toLowerCase() + note.whatToAsk.slice(1)}
        </p>
      </div>
      <ul className={classes.reasons} aria-label="What it rests on">
        {because.map((reason) => (
          <Reason key={reason.about} reason={reason} />
        ))}
      </ul>
      {column.isRig ? null : onEdit === null ? (
        <p className={classes.note}>Nothing can be kept now, so the cell cannot be set.</p>
      ) : (
        <NativeSelect
          label="Your own word"
          className={classes.own}
          disabled={isLook}
          value={isOverride ? fit : ''}
          data={[{ value: '', label: `As the rules say: ${byRules}` }, ...fits]}
          onChange={({ currentTarget: { value } }) =>
            onEdit(column.id, note.workload, fits.find((each) => each === value) ?? null)
          }
        />
      )}
    </section>
  )
}

const standingWords: Readonly<Record<Standing, string>> = {
  met: 'met',
  partly: 'partly',
  lacking: 'lacking',
  unknown: 'not known',
}

function Reason({ reason }: { readonly reason: FitReason }) {
  const { about, known, standing, source, asOf } = reason
  return (
    <li>
      <span className={classes.about}>{about}</span>{' '}
      {known === null ? <i>not known</i> : `${known}, ${standingWords[standing]}`}
      {reason.class !== null && source !== null && (
        <span className={classes.source}>
          {' '}
          {classInWords(reason.class)}
          {asOf === null ? '' : `, ${asOf}`}: {source}
        </span>
      )}
    </li>
  )
}
