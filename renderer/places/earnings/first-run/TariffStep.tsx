import { definitionOf, type InputEntries, numberOf, wordOf } from '../../../../shared/economics/inputs.ts'
import type { ChoiceInput, NumberInput } from '../../../../shared/economics/input-definition.ts'
import type { EntriesPatch } from '../../../../shared/scenario-entries.ts'
import { ChoiceField } from '../../../controls/ChoiceField.tsx'
import { InputField } from '../../../controls/InputField.tsx'
import { TariffFiller } from '../fillers.tsx'
import { typedFigure } from '../typed-figure.ts'
import { Step } from './Step.tsx'

type TariffStepProps = {
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

/** A place's household average, or the number on the bill; a foreign currency needs today's rate. */
export function TariffStep({ entries, onPatch }: TariffStepProps) {
  const currency = wordOf(entries, 'tariffCurrency') ?? 'USD'
  const tariff = definitionOf('flatTariffPerKwh') as NumberInput
  const rate = definitionOf('tariffCurrencyUsd') as NumberInput
  return (
    <Step number={3} title="What does electricity cost?">
      <TariffFiller onPatch={onPatch} />
      <InputField
        definition={tariff}
        given={numberOf(entries, 'flatTariffPerKwh')}
        inUse={null}
        unitText={currency === 'other' ? 'per kWh' : `${currency}/kWh`}
        onCurrency={(named) => onPatch({ tariffCurrency: named })}
        onChange={(value) =>
          onPatch({
            tariffKind: 'flat',
            flatTariffPerKwh: value === null ? null : typedFigure(value, tariff.unit),
          })
        }
      />
      <ChoiceField
        definition={definitionOf('tariffCurrency') as ChoiceInput}
        given={typeof entries.tariffCurrency === 'string' ? entries.tariffCurrency : null}
        onChange={(value) => onPatch({ tariffCurrency: value })}
      />
      {currency !== 'USD' && (
        <InputField
          definition={rate}
          given={numberOf(entries, 'tariffCurrencyUsd')}
          inUse={null}
          onChange={(value) =>
            onPatch({ tariffCurrencyUsd: value === null ? null : typedFigure(value, rate.unit) })
          }
        />
      )}
    </Step>
  )
}
