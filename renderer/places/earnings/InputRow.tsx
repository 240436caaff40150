import { NativeSelect } from '@mantine/core'
import { memo } from 'react'
import type { InputDefinition } from '../../../shared/economics/input-definition.ts'
import type { EvidenceClass, Figure } from '../../../shared/figure.ts'
import type { InputEntry } from '../../../shared/scenario.ts'
import type { EntriesPatch } from '../../../shared/scenario-entries.ts'
import { ChoiceField } from '../../controls/ChoiceField.tsx'
import { InputField } from '../../controls/InputField.tsx'
import { ListField } from '../../controls/ListField.tsx'
import { MonthField } from '../../controls/MonthField.tsx'
import { MonthsPattern } from '../../controls/MonthsPattern.tsx'
import { WeekPattern } from '../../controls/WeekPattern.tsx'
import { offeredWeekPresets, tariffWeekPresets } from '../../controls/week-pattern.ts'
import classes from './Inputs.module.css'
import { typedFigure } from './typed-figure.ts'

type InputRowProps = {
  readonly definition: InputDefinition
  readonly entry: InputEntry | undefined
  readonly tariffCurrency: string
  readonly inUse: number | null
  readonly onPatch: (patch: EntriesPatch) => void
}

/** One row of the input table, drawn by its kind. Drawn again only when something of its own changes. */
export const InputRow = memo(function InputRow(props: InputRowProps) {
  const { definition, entry, tariffCurrency, inUse, onPatch } = props
  const { key } = definition
  const word = typeof entry === 'string' ? entry : null
  const give = (value: string | null) => onPatch({ [key]: value })
  switch (definition.kind) {
    case 'number':
    case 'integer': {
      const given = entry === undefined || typeof entry === 'string' ? null : entry.value
      const inTariffCurrency = definition.unit === 'currencyUnitsPerKwh' && tariffCurrency !== 'other'
      return (
        <>
          <InputField
            definition={definition}
            given={given}
            inUse={inUse}
            {...(inTariffCurrency ? { unitText: `${tariffCurrency}/kWh` } : {})}
            {...(definition.unit === 'currencyUnitsPerKwh'
              ? { onCurrency: (named) => onPatch({ tariffCurrency: named }) }
              : {})}
            onChange={(value) =>
              onPatch({ [key]: value === null ? null : typedFigure(value, definition.unit) })
            }
          />
          {definition.whenUnknown === 'asked' && given !== null && (
            <Evidence
              label={definition.label}
              figure={entry as Figure}
              onChange={(evidence) => onPatch({ [key]: typedFigure(given, definition.unit, evidence) })}
            />
          )}
        </>
      )
    }
    case 'choice':
      return <ChoiceField definition={definition} given={word} onChange={give} />
    case 'week':
      return (
        <WeekPattern
          definition={definition}
          given={word}
          presets={key === 'offeredWeek' ? offeredWeekPresets : tariffWeekPresets}
          onChange={give}
        />
      )
    case 'months':
      return <MonthsPattern definition={definition} given={word} onChange={give} />
    case 'list':
      return <ListField definition={definition} given={word} onChange={give} />
    case 'month':
      return <MonthField definition={definition} given={word} inUse={word} onChange={give} />
  }
})

const evidenceChoices: { value: EvidenceClass; label: string }[] = [
  { value: 'assumption', label: 'my assumption' },
  { value: 'claim', label: 'a claim without evidence' },
  { value: 'weak-third-party', label: 'one weak third party' },
  { value: 'third-party', label: 'a third party' },
  { value: 'project-document', label: 'the network’s own document' },
  { value: 'own-receipt', label: 'my own receipts' },
]

type EvidenceProps = {
  readonly label: string
  readonly figure: Figure
  readonly onChange: (evidence: EvidenceClass) => void
}

/** What the two figures that nobody publishes honestly rest on. */
function Evidence({ label, figure, onChange }: EvidenceProps) {
  return (
    <div className={classes.evidence}>
      <NativeSelect
        aria-label={`${label} rests on`}
        label="It rests on"
        value={figure.class}
        data={evidenceChoices}
        onChange={(event) => onChange(event.currentTarget.value as EvidenceClass)}
      />
    </div>
  )
}
