import { NativeSelect } from '@mantine/core'
import type { DecimalSign } from '../../../../shared/imports/table.ts'

type DecimalFieldProps = {
  readonly value: DecimalSign
  readonly onChange: (sign: DecimalSign) => void
}

/** Shown once it was asked for. */
export function DecimalField({ value, onChange }: DecimalFieldProps) {
  return (
    <NativeSelect
      label="Decimal sign"
      value={value ?? ''}
      data={[
        { value: '', label: 'as the column shows' },
        { value: '.', label: 'a point: 1234.5' },
        { value: ',', label: 'a comma: 1234,5' },
      ]}
      onChange={(event) => {
        const sign = event.currentTarget.value
        onChange(sign === '.' || sign === ',' ? sign : null)
      }}
    />
  )
}
