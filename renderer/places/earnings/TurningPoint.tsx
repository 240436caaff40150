import { NativeSelect } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { type BreakEven, breakEvensOf } from '../../../shared/economics/break-even.ts'
import type { NumberInput } from '../../../shared/economics/input-definition.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import type { NumberKey } from '../../../shared/economics/input-table.ts'
import {
  applies,
  definitionOf,
  type InputEntries,
  resolveInputs,
  wordOf,
} from '../../../shared/economics/inputs.ts'
import { figureWords } from '../../controls/figure-text.ts'
import classes from './Section.module.css'

/** At which value of any one input, all else as it is, does the first year or the whole horizon turn? */
export function TurningPoint({ entries }: { readonly entries: InputEntries }) {
  const [key, setKey] = useState<NumberKey>('flatTariffPerKwh')
  const choices = inputTable.filter(
    (row) => (row.kind === 'number' || row.kind === 'integer') && applies(entries, row.key),
  )
  const shown = choices.some((row) => row.key === key) ? key : ('priceUsdPerGpuHour' as const)
  // The answer itself comes first; this search may follow a moving slider a frame later.
  const settled = useDeferredValue(entries)
  const found = useMemo(() => {
    const resolution = resolveInputs(settled)
    if (resolution.kind === 'refused') return null
    return breakEvensOf(resolution.inputs, shown, ['first-year net', 'npv'])
  }, [settled, shown])
  if (found === null) return null
  const currency = wordOf(entries, 'tariffCurrency') ?? ''
  const [month, horizon] = found as [BreakEven, BreakEven]
  return (
    <section className={classes.section} aria-labelledby="turning-title">
      <h2 id="turning-title" className={classes.title}>
        Where it turns
      </h2>
      <div className={classes.row}>
        <NativeSelect
          label="All else as it is, change"
          value={shown}
          data={choices.map((row) => ({ value: row.key, label: row.label }))}
          onChange={(event) => setKey(event.currentTarget.value as NumberKey)}
        />
      </div>
      <p className={classes.words}>
        The first year {turnsAt(month, currency)} The whole horizon {turnsAt(horizon, currency)}
      </p>
    </section>
  )
}

/** "turns at $0.21.", "earns at every value from 0 to 5." */
function turnsAt({ key, crossings, everywhere }: BreakEven, currency: string): string {
  const { unit, low, high } = definitionOf(key) as NumberInput
  const suffix = unit === 'currencyUnitsPerKwh' ? ` ${currency}/kWh` : undefined
  const words = (value: number) => figureWords(value, unit, { suffix })
  if (everywhere === 'zero') return 'neither earns nor loses whatever the value.'
  if (everywhere !== null)
    return `${everywhere === 'above' ? 'earns' : 'loses'} at every value from ${words(low)} to ${words(high)}.`
  const points = crossings.map((each) =>
    each.kind === 'root' ? words(each.at) : `between ${words(each.low)} and ${words(each.high)}, in one leap`,
  )
  return `turns at ${points.join('; ')}.`
}
