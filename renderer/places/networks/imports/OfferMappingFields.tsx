import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Question } from '../../../../shared/imports/import-limits.ts'
import { type AskIs, offerFields, type OfferMapping } from '../../../../shared/imports/offer-mapping.ts'
import type { Table } from '../../../../shared/imports/table.ts'
import { ColumnField } from './ColumnField.tsx'
import { DecimalField } from './DecimalField.tsx'
import classes from './Imports.module.css'

type OfferMappingFieldsProps = {
  readonly table: Pick<Table, 'header' | 'rows'>
  readonly mapping: OfferMapping
  readonly onChange: (mapping: OfferMapping) => void
}

/** The mapping once a question about it was answered. */
export function answered(mapping: OfferMapping, question: Question, choice: string): OfferMapping {
  return question.about === 'ask price'
    ? { ...mapping, askIs: choice === 'per machine-hour' ? 'per machine-hour' : 'per GPU-hour' }
    : { ...mapping, decimalSign: choice === ',' ? ',' : '.' }
}

/** What each column of a listing means. The guess, or what was said last time, stands there first. */
export function OfferMappingFields({ table, mapping, onChange }: OfferMappingFieldsProps) {
  const { columns } = mapping
  return (
    <fieldset className={classes.mapping}>
      <legend className={classes.legend}>What the columns mean</legend>
      <div className={classes.fields}>
        {offerFields.map(({ key, label, isNeeded }) => (
          <ColumnField
            key={key}
            label={label}
            table={table}
            value={columns[key]}
            without={isNeeded ? null : 'not in the file'}
            onChange={(column) => onChange({ ...mapping, columns: { ...columns, [key]: column } })}
          />
        ))}
        <NativeSelect
          label="The ask is"
          value={mapping.askIs ?? ''}
          data={[{ value: '', label: 'not said' }, 'per GPU-hour', 'per machine-hour']}
          onChange={(event) => {
            const said = event.currentTarget.value
            onChange({ ...mapping, askIs: said === '' ? null : (said as AskIs) })
          }}
        />
        {mapping.decimalSign !== null && (
          <DecimalField
            value={mapping.decimalSign}
            onChange={(decimalSign) => onChange({ ...mapping, decimalSign })}
          />
        )}
        {columns.reliability !== null && (
          <NativeSelect
            label="Reliability is"
            value={mapping.reliabilityIs}
            data={[
              { value: 'ratio', label: 'a ratio, 0 to 1' },
              { value: 'percent', label: 'per cent' },
            ]}
            onChange={(event) =>
              onChange({
                ...mapping,
                reliabilityIs: event.currentTarget.value as OfferMapping['reliabilityIs'],
              })
            }
          />
        )}
        {columns.rented !== null && (
          <>
            <WordsField
              label="Words for rented"
              words={mapping.rentedWords}
              onChange={(rentedWords) => onChange({ ...mapping, rentedWords })}
            />
            <WordsField
              label="Words for free"
              words={mapping.freeWords}
              onChange={(freeWords) => onChange({ ...mapping, freeWords })}
            />
          </>
        )}
      </div>
    </fieldset>
  )
}

type WordsFieldProps = {
  readonly label: string
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
}

/** Words with commas between them; told when the field is left. */
function WordsField({ label, words, onChange }: WordsFieldProps) {
  const [text, setText] = useState<string | null>(null)
  const told = words.join(', ')
  const leave = () => {
    setText(null)
    if (text === null || text === told) return
    onChange(
      text
        .split(',')
        .map((word) => word.trim().slice(0, 100))
        .filter((word) => word !== '')
        .slice(0, 50),
    )
  }
  return (
    <TextInput
      label={label}
      value={text ?? told}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
