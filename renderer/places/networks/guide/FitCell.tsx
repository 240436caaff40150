import { IconCircleDashed, IconCircleFilled, IconCircleHalf, IconCircleX } from '@tabler/icons-react'
import type { FitVerdict } from '../../../../shared/markets/workload-fit.ts'
import classes from './WorkloadFitMap.module.css'

const marks = {
  good: IconCircleFilled,
  possible: IconCircleHalf,
  poor: IconCircleX,
  unknown: IconCircleDashed,
} as const

/** A fit by mark and word, so that it does not hang on a colour. */
export function FitMark({ fit }: { readonly fit: FitVerdict['fit'] }) {
  const Icon = marks[fit]
  return (
    <span className={classes.mark} data-fit={fit}>
      <Icon size={13} stroke={1.8} aria-hidden />
      {fit}
    </span>
  )
}

type FitCellProps = {
  /** "row column", by which the keyboard finds it. */
  readonly place: string
  readonly label: string
  readonly verdict: FitVerdict
  readonly isRig: boolean
  /** The one cell of the table that the tab key reaches. */
  readonly isCursor: boolean
  readonly onLook: () => void
  readonly onFocus: () => void
  readonly onOpen: () => void
}

export function FitCell({ place, label, verdict, isRig, isCursor, onLook, onFocus, onOpen }: FitCellProps) {
  const { fit, isOverride } = verdict
  return (
    <td data-rig={isRig || undefined}>
      <button
        type="button"
        className={classes.cell}
        data-cell={place}
        tabIndex={isCursor ? 0 : -1}
        aria-label={`${label}: ${fit}${isOverride ? ', set by hand' : ''}`}
        onPointerEnter={onLook}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <FitMark fit={fit} />
        {isOverride && <span className={classes.set}>set</span>}
      </button>
    </td>
  )
}
