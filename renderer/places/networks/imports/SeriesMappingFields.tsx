import { NativeSelect } from '@mantine/core'
import type { Question } from '../../../../shared/imports/import-limits.ts'
import type { PriceSeriesMapping } from '../../../../shared/imports/price-series.ts'
import type { Table } from '../../../../shared/imports/table.ts'
import { useState } from 'react'
import { ColumnField } from './ColumnField.tsx'
import { DecimalField } from './DecimalField.tsx'
import classes from './Imports.module.css'

type SeriesMappingFieldsProps = {
  readonly table: Pick<Table, 'header' | 'rows'>
  readonly mapping: PriceSeriesMapping | null
  readonly onChange: (mapping: PriceSeriesMapping) => void
}

/** The mapping once a question about it was answered. */
export function answered(
  mapping: PriceSeriesMapping,
  question: Question,
  choice: string,
): PriceSeriesMapping {
  return question.about === 'decimal sign'
    ? { ...mapping, decimalSign: choice === ',' ? ',' : '.' }
    : { ...mapping, dateOrder: choice === 'day first' ? 'day first' : 'month first' }
}

/** Which column is the date and which the price; what else is ambiguous is asked when it is. */
export function SeriesMappingFields({ table, mapping, onChange }: SeriesMappingFieldsProps) {
  // Until both are known, the one that was chosen waits here.
  const [chosen, setChosen] = useState<{ readonly date: string | null; readonly price: string | null }>({
    date: null,
    price: null,
  })
  const date = mapping?.dateColumn ?? chosen.date
  const price = mapping?.priceColumn ?? chosen.price
  const choose = (dateColumn: string | null, priceColumn: string | null) => {
    setChosen({ date: dateColumn, price: priceColumn })
    if (dateColumn === null || priceColumn === null) return
    onChange({ ...(mapping ?? { decimalSign: null, dateOrder: null }), dateColumn, priceColumn })
  }
  return (
    <fieldset className={classes.mapping}>
      <legend className={classes.legend}>What the columns mean</legend>
      <div className={classes.fields}>
        <ColumnField
          label="Date"
          table={table}
          value={date}
          without={null}
          onChange={(column) => choose(column, price)}
        />
        <ColumnField
          label="Price"
          table={table}
          value={price}
          without={null}
          onChange={(column) => choose(date, column)}
        />
        {mapping !== null && mapping.decimalSign !== null && (
          <DecimalField
            value={mapping.decimalSign}
            onChange={(decimalSign) => onChange({ ...mapping, decimalSign })}
          />
        )}
        {mapping !== null && mapping.dateOrder !== null && (
          <NativeSelect
            label="First in a date is"
            value={mapping.dateOrder}
            data={[
              { value: 'day first', label: 'the day: 31/12/2026' },
              { value: 'month first', label: 'the month: 12/31/2026' },
            ]}
            onChange={(event) =>
              onChange({
                ...mapping,
                dateOrder: event.currentTarget.value === 'day first' ? 'day first' : 'month first',
              })
            }
          />
        )}
      </div>
    </fieldset>
  )
}
