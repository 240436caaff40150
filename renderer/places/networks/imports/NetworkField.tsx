import { NativeSelect } from '@mantine/core'
import { useBook } from '../../../book.ts'

type NetworkFieldProps = {
  readonly value: string | null
  readonly onChange: (networkId: string | null) => void
}

export function NetworkField({ value, onChange }: NetworkFieldProps) {
  const markets = useBook((book) => book.markets)
  return (
    <NativeSelect
      label="Network"
      value={value ?? ''}
      data={[
        { value: '', label: 'choose' },
        ...markets.map(({ id, profile }) => ({ value: id, label: profile.name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
