import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { unitForms } from '../../../../shared/unit-forms.ts'
import { formatFigure, readNumber } from '../../../../shared/units.ts'
import { numberAsTyped, type NumberFieldDefinition } from './field-values.ts'
import classes from './Fields.module.css'

type NumberFieldProps = {
  readonly definition: NumberFieldDefinition
  readonly text: string
  readonly onChange: (text: string) => void
}

/** A number as people write it. A text that means two numbers asks which, with both as buttons. */
export function NumberField({ definition, text, onChange }: NumberFieldProps) {
  const { label, unit, low = 0, high } = definition
  const { prefix, many } = unitForms[unit].shownAs
  const unitWords = definition.suffix ?? prefix + many.trim()
  // Who typed the unit sees it once.
  const suffix = unitWords !== '' && text.includes(unitWords) ? '' : unitWords
  const read = text.trim() === '' ? null : readNumber(text, unit, { low, high })
  return (
    <div>
      <TextInput
        label={label}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        placeholder="unknown"
        value={text}
        {...(suffix === ''
          ? {}
          : {
              rightSection: <span className={classes.unit}>{suffix}</span>,
              rightSectionWidth: 16 + suffix.length * 7,
            })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {read?.kind === 'ambiguous' && (
        <p className={classes.question}>
          Which is meant?
          {read.readings.map((value) => (
            <Button key={value} size="compact-xs" variant="default" onClick={() => onChange(plainly(value))}>
              {formatFigure(value, unit)}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

/** Three decimals could be thousands; four cannot. */
function plainly(value: number): string {
  const digits = numberAsTyped(value)
  return /\.\d{3}$/.test(digits) ? `${digits}0` : digits
}

type WordsFieldProps = {
  readonly label: string
  readonly text: string
  readonly longest: number
  readonly placeholder?: string
  readonly description?: string
  readonly onChange: (text: string) => void
}

export function WordsField({ label, text, longest, placeholder, description, onChange }: WordsFieldProps) {
  return (
    <TextInput
      label={label}
      value={text}
      maxLength={longest}
      autoComplete="off"
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Sentences: grows with what is written. */
export function SentencesField({
  label,
  text,
  longest,
  placeholder,
  description,
  onChange,
}: WordsFieldProps) {
  return (
    <Textarea
      label={label}
      size="xs"
      autosize
      minRows={2}
      maxRows={8}
      maxLength={longest}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

type DayFieldProps = {
  readonly label: string
  readonly day: string
  readonly earliest?: string
  readonly latest?: string
  readonly onChange: (day: string) => void
}

export function DayField({ label, day, earliest, latest, onChange }: DayFieldProps) {
  return (
    <TextInput
      label={label}
      type="date"
      min={earliest ?? '1970-01-01'}
      max={latest ?? '2199-12-31'}
      value={day}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

type SelectFieldProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

export function SelectField<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: SelectFieldProps<Value>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    />
  )
}
