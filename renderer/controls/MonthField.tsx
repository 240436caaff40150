import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { MonthInput } from '../../shared/economics/input-definition.ts'
import { FieldFrame } from './FieldFrame.tsx'

type MonthFieldProps = {
  readonly definition: MonthInput
  /** YYYY-MM */
  readonly given: string | null
  readonly inUse: string | null
  readonly onChange: (month: string | null) => void
}

export function MonthField({ definition, given, inUse, onChange }: MonthFieldProps) {
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      onReset={() => onChange(null)}
    >
      <TextInput
        id={id}
        type="month"
        min="1900-01"
        max="2199-12"
        aria-describedby={`${id}-help`}
        value={given ?? inUse ?? ''}
        onChange={(event) => {
          const month = event.currentTarget.value
          onChange(month === '' ? null : month)
        }}
      />
    </FieldFrame>
  )
}
