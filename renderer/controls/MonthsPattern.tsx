import { useId } from 'react'
import type { MonthsInput } from '../../shared/economics/input-definition.ts'
import { FieldFrame } from './FieldFrame.tsx'
import classes from './MonthsPattern.module.css'

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

type MonthsPatternProps = {
  readonly definition: MonthsInput
  /** 12 letters 0 or 1, January to December. */
  readonly given: string | null
  readonly onChange: (pattern: string | null) => void
}

export function MonthsPattern({ definition, given, onChange }: MonthsPatternProps) {
  const id = useId()
  const pattern = given ?? definition.assumed
  const toggle = (month: number) =>
    onChange(
      pattern
        .split('')
        .map((letter, each) => (each === month ? (letter === '1' ? '0' : '1') : letter))
        .join(''),
    )
  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      onReset={() => onChange(null)}
      isGroup
    >
      <div className={classes.months}>
        {months.map((name, month) => (
          <button
            key={name}
            type="button"
            className={classes.month}
            aria-pressed={pattern[month] === '1'}
            title={name}
            onClick={() => toggle(month)}
          >
            {name.slice(0, 3)}
          </button>
        ))}
      </div>
    </FieldFrame>
  )
}
