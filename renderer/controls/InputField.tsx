import { Button, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import type { NumberInput } from '../../shared/economics/input-definition.ts'
import type { Currency } from '../../shared/units.ts'
import { FieldFrame } from './FieldFrame.tsx'
import classes from './InputField.module.css'
import {
  fieldDigits,
  fieldUnit,
  readTyped,
  sliderShare,
  sliderTop,
  stepped,
  type Typed,
} from './number-field.ts'

export type InputFieldProps = {
  readonly definition: NumberInput
  /** What the person gave; null while nothing was given. */
  readonly given: number | null
  /** What is computed with while nothing was given: assumed, derived, or the end of a range; null where nothing is. */
  readonly inUse: number | null
  /** In the empty field, instead of the table's word for an unknown input. */
  readonly emptyText?: string
  /** The unit where it depends on another input: "€ per kWh". */
  readonly unitText?: string
  /** Told when a typed or pasted text names its currency ("0,31 €/kWh"). */
  readonly onCurrency?: (currency: Currency) => void
  /** Null takes the given value back. */
  readonly onChange: (value: number | null) => void
}

/** Label, slider, number field, unit, changed mark and reset of one number of the input table. */
export function InputField(props: InputFieldProps) {
  const { definition, given, inUse, onChange } = props
  const id = useId()
  const [draft, setDraft] = useState<{ readonly text: string; readonly before: number | null } | null>(null)
  const [question, setQuestion] = useState<Exclude<Typed, { kind: 'number' }> | null>(null)
  const unit = props.unitText ?? fieldUnit(definition.unit)
  const shown = given ?? inUse

  const change = (value: number | null) => {
    setQuestion(null)
    onChange(value)
  }
  const settle = (value: number | null) => {
    setDraft(null)
    change(value)
  }
  const type = (text: string) => {
    setDraft({ text, before: draft === null ? given : draft.before })
    if (text.trim() === '') return change(null)
    const read = readTyped(text, definition)
    if (read.kind !== 'number') return
    change(read.value)
    if (read.currency !== null) props.onCurrency?.(read.currency)
  }
  const leave = () => {
    if (draft !== null && draft.text.trim() !== '') {
      const read = readTyped(draft.text, definition)
      if (read.kind !== 'number') return setQuestion(read)
    }
    setQuestion(null)
    setDraft(null)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') leave()
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      settle(draft.before)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const steps = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1)
      settle(stepped(definition, shown, steps))
    }
  }

  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      problem={question === null ? null : <Question question={question} onAnswer={settle} />}
      onReset={() => settle(null)}
    >
      <div className={classes.pair}>
        <input
          type="range"
          className={classes.slider}
          aria-label={`${definition.label}, slider`}
          aria-valuetext={shown === null ? 'not given' : `${fieldDigits(shown, definition)} ${unit}`}
          data-unknown={shown === null || undefined}
          min={definition.low}
          max={sliderTop(definition)}
          step={definition.step}
          value={shown ?? definition.low}
          style={{ '--share': `${100 * sliderShare(shown, definition)}%` } as React.CSSProperties}
          onChange={(event) => settle(Number(event.currentTarget.value))}
        />
        <Tooltip
          label={definition.help}
          events={{ hover: false, focus: true, touch: false }}
          position="bottom-end"
        >
          <span className={classes.field} data-given={given !== null || undefined}>
            <input
              id={id}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              spellCheck={false}
              className={classes.text}
              value={draft?.text ?? (shown === null ? '' : fieldDigits(shown, definition))}
              placeholder={props.emptyText ?? emptyText(definition)}
              aria-describedby={`${id}-help${question === null ? '' : ` ${id}-problem`}`}
              aria-invalid={question !== null || undefined}
              onChange={(event) => type(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              onBlur={leave}
              onKeyDown={onKey}
            />
            <span className={classes.unit}>{unit}</span>
          </span>
        </Tooltip>
      </div>
    </FieldFrame>
  )
}

type QuestionProps = {
  readonly question: Exclude<Typed, { kind: 'number' }>
  readonly onAnswer: (value: number) => void
}

function Question({ question, onAnswer }: QuestionProps) {
  if (question.kind === 'problem') return question.message
  return (
    <span className={classes.question}>
      Which is meant?
      {question.readings.map(({ value, words }) => (
        <Button key={value} size="compact-xs" variant="default" onClick={() => onAnswer(value)}>
          {words}
        </Button>
      ))}
    </span>
  )
}

function emptyText(definition: NumberInput): string {
  const { range, whenUnknown = 'left out' } = definition
  if (whenUnknown !== 'range' || range === undefined) return emptyWords[whenUnknown]
  const ends = [range.good, range.bad].toSorted((one, other) => one - other)
  return ends.map((end) => fieldDigits(end, definition)).join(' to ')
}

const emptyWords = {
  needed: 'needed',
  asked: 'open',
  range: 'a range',
  estimated: 'estimated',
  'left out': 'not given',
  optional: 'not given',
} as const
