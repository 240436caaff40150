import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import type { ChoiceInput } from '../../shared/economics/input-definition.ts'
import { FieldFrame } from './FieldFrame.tsx'

type ChoiceFieldProps = {
  readonly definition: ChoiceInput
  readonly given: string | null
  readonly onChange: (value: string | null) => void
}

export function ChoiceField({ definition, given, onChange }: ChoiceFieldProps) {
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      onReset={() => onChange(null)}
    >
      <NativeSelect
        id={id}
        aria-describedby={`${id}-help`}
        value={given ?? definition.assumed}
        data={definition.options.map(({ value, label }) => ({ value, label }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
