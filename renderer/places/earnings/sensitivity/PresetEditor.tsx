import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { definitions } from '../../../../shared/economics/inputs.ts'
import type { AppliedChange } from '../../../../shared/sensitivity/apply-preset.ts'
import { numberInputOf } from '../../../../shared/sensitivity/cases.ts'
import type { Preset, PresetChange } from '../../../../shared/sensitivity/presets.ts'
import { unitForms } from '../../../../shared/unit-forms.ts'
import { formatFigure, readNumber } from '../../../../shared/units.ts'
import classes from './Sensitivity.module.css'

type PresetEditorProps = {
  readonly preset: Preset
  readonly changes: readonly AppliedChange[]
  readonly isPending: boolean
  readonly onChange: (preset: Preset) => void
  readonly onReset: () => void
}

/** What a preset changes, each with what became of it in this scenario. */
export function PresetEditor({ preset, changes, isPending, onChange, onReset }: PresetEditorProps) {
  const set = (index: number, value: number) =>
    onChange({
      ...preset,
      changes: preset.changes.map((each, i) => (i === index ? { ...each, value } : each)),
    })
  return (
    <div className={classes.preset}>
      <p className={classes.words}>
        <b>{preset.label}.</b> {preset.why}
        {isPending && ' Part of it the engine does not compute yet.'}
      </p>
      <ul className={classes.changes}>
        {changes.map(({ change, words, outcome }, index) => (
          <li key={`${preset.id} ${change.key}`} className={classes.change} data-outcome={outcome}>
            <ChangeField change={change} onChange={(value) => set(index, value)} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="default" onClick={onReset}>
        Back to Idlewatt’s magnitudes
      </Button>
    </div>
  )
}

const kindWords = { set: 'set to', multiply: 'times', add: 'plus' } as const

type ChangeFieldProps = { readonly change: PresetChange; readonly onChange: (value: number) => void }

function ChangeField({ change, onChange }: ChangeFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { key, kind, value } = change
  const unit = kind === 'multiply' || !definitions.has(key) ? 'count' : numberInputOf(key).unit
  const label = definitions.has(key) ? numberInputOf(key).label : key
  const leave = () => {
    if (draft === null) return
    const read = readNumber(draft, unit, { bareIsPercent: unitForms[unit].shownAs.inPercent })
    if (read.kind !== 'number') {
      return setProblem(read.kind === 'error' ? read.message : 'Write it without a thousands mark.')
    }
    setDraft(null)
    setProblem(null)
    onChange(read.value)
  }
  return (
    <TextInput
      aria-label={`${label}, ${kindWords[kind]}`}
      leftSection={<span className={classes.kind}>{kindWords[kind]}</span>}
      leftSectionWidth={44}
      w={150}
      value={draft ?? formatFigure(value, unit)}
      error={problem}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
