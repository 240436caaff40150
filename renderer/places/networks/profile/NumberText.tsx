import { Button, TextInput } from '@mantine/core'
import type { NumberInput } from '../../../../shared/economics/input-definition.ts'
import { fieldDigits, fieldUnit, readTyped } from '../../../controls/number-field.ts'
import classes from './Editor.module.css'

type NumberTextProps = {
  readonly definition: NumberInput
  readonly text: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly onChange: (text: string) => void
}

/** A number as people write it. A text that means two numbers asks which, with both as buttons. */
export function NumberText({ definition, text, placeholder, autoFocus = false, onChange }: NumberTextProps) {
  const read = text.trim() === '' ? null : readTyped(text, definition)
  return (
    <div>
      <TextInput
        label={definition.label}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={text}
        data-autofocus={autoFocus || undefined}
        rightSection={<span className={classes.unit}>{fieldUnit(definition.unit)}</span>}
        rightSectionWidth={unitWidth(fieldUnit(definition.unit))}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {read?.kind === 'ambiguous' && (
        <p className={classes.question}>
          Which is meant?
          {read.readings.map(({ value, words }) => (
            <Button
              key={value}
              size="compact-xs"
              variant="default"
              onClick={() => onChange(plainly(fieldDigits(value, definition)))}
            >
              {words}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

/** Three decimals could be thousands; four cannot. */
const plainly = (digits: string): string => (/\.\d{3}$/.test(digits) ? `${digits}0` : digits)

const unitWidth = (unit: string): number => 16 + unit.length * 7
