import { wordOf, type InputEntries } from '../../../../shared/economics/inputs.ts'
import type { EntriesPatch } from '../../../../shared/scenario-entries.ts'
import { offeredWeekPresets } from '../../../controls/week-pattern.ts'
import classes from './FirstRun.module.css'
import { Step } from './Step.tsx'

type HoursStepProps = {
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

/** When it may run. Any other pattern can be painted in the calculator. */
export function HoursStep({ entries, onPatch }: HoursStepProps) {
  const chosen = entries.offeredWeek === undefined ? null : wordOf(entries, 'offeredWeek')
  return (
    <Step number={4} title="Which hours may it run?">
      <div className={classes.choices}>
        {offeredWeekPresets.map(({ label, pattern }) => (
          <button
            key={label}
            type="button"
            className={classes.choice}
            aria-pressed={chosen === pattern}
            onClick={() => onPatch({ offeredWeek: pattern })}
          >
            <span className={classes.choiceLabel}>{label}</span>
            <span className={classes.choiceNote}>{pattern.replaceAll(/[^O]/g, '').length} hours a week</span>
          </button>
        ))}
      </div>
    </Step>
  )
}
