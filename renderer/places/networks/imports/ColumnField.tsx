import { NativeSelect } from '@mantine/core'
import type { Table } from '../../../../shared/imports/table.ts'

type ColumnFieldProps = {
  readonly label: string
  readonly table: Pick<Table, 'header' | 'rows'>
  readonly value: string | null
  /** Null: one of the columns it must be. */
  readonly without: string | null
  readonly onChange: (column: string | null) => void
}

/** Which column says it, with what stands in its first row. */
export function ColumnField({ label, table, value, without, onChange }: ColumnFieldProps) {
  const at = value === null ? -1 : table.header.indexOf(value)
  const sample = at < 0 ? '' : String(table.rows[0]?.cells[at] ?? '').slice(0, 40)
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: without ?? 'choose a column' },
        ...table.header.map((name) => ({ value: name, label: name })),
      ]}
      description={sample === '' ? ' ' : `first: ${sample}`}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
