import { NativeSelect } from '@mantine/core'
import {
  inputGroups,
  type InputDefinition,
  type NumberInput,
} from '../../../../shared/economics/input-definition.ts'
import { inputTable } from '../../../../shared/economics/input-table.ts'
import type { NumberKey } from '../../../../shared/economics/input-table.ts'
import { applies, type InputEntries, wordOf } from '../../../../shared/economics/inputs.ts'
import type { Metric } from '../../../../shared/sensitivity/cases.ts'
import { numberInputOf } from '../../../../shared/sensitivity/cases.ts'
import { figureWords } from '../../../controls/figure-text.ts'

export const metricWords: Readonly<Record<Metric, { readonly label: string; readonly unit: string }>> = {
  net: { label: 'Net a month', unit: 'a month, mean of the first year' },
  npv: { label: 'NPV', unit: 'of the whole horizon' },
}

type MetricPickerProps = { readonly metric: Metric; readonly onChoose: (metric: Metric) => void }

export function MetricPicker({ metric, onChoose }: MetricPickerProps) {
  return (
    <NativeSelect
      label="Looked at"
      value={metric}
      data={Object.entries(metricWords).map(([value, { label }]) => ({ value, label }))}
      onChange={(event) => onChoose(event.currentTarget.value as Metric)}
    />
  )
}

type InputPickerProps = {
  readonly label: string
  readonly entries: InputEntries
  readonly chosen: NumberKey
  /** Not offered: it lies on the other axis. */
  readonly except?: NumberKey
  readonly onChoose: (key: NumberKey) => void
}

/** Every number that applies, by group. */
export function InputPicker({ label, entries, chosen, except, onChoose }: InputPickerProps) {
  const rows = numberInputs(entries).filter(({ key }) => key !== except)
  const groups = inputGroups
    .map(({ id, label }) => ({ id, label, rows: rows.filter(({ group }) => group === id) }))
    .filter((group) => group.rows.length > 0)
  return (
    <NativeSelect
      label={label}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value as NumberKey)}
    >
      {groups.map((group) => (
        <optgroup key={group.id} label={group.label}>
          {group.rows.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}

function numberInputs(entries: InputEntries): NumberInput[] {
  return (inputTable as readonly InputDefinition[]).filter(
    (row): row is NumberInput =>
      (row.kind === 'number' || row.kind === 'integer') && applies(entries, row.key),
  )
}

/** The chosen input while it applies, else another that always does. */
export function applying(entries: InputEntries, chosen: NumberKey, otherwise: NumberKey): NumberKey {
  return applies(entries, chosen) ? chosen : otherwise
}

/** Values of one input in words; a tariff in its own currency. */
export function valueWords(entries: InputEntries, key: NumberKey): (value: number) => string {
  const { unit } = numberInputOf(key)
  const suffix =
    unit === 'currencyUnitsPerKwh' ? ` ${wordOf(entries, 'tariffCurrency') ?? ''}/kWh` : undefined
  return (value) => figureWords(value, unit, { suffix })
}
