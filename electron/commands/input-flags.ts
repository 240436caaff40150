/** One flag for each input of the table: `--price-usd-per-gpu-hour 0.45`, `--flat-tariff-per-kwh "0,31 €/kWh"`. */
import { type Command, Option } from 'commander'
import { type InputDefinition, inputGroups } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { assumed } from '../../shared/figure.ts'
import type { InputEntry } from '../../shared/scenario.ts'
import { readNumber } from '../../shared/units.ts'

const definitions: readonly InputDefinition[] = inputTable

export function addInputFlags(command: Command, isOffered: (key: string) => boolean = () => true): Command {
  for (const definition of definitions) {
    if (!isOffered(definition.key)) continue
    const group = inputGroups.find(({ id }) => id === definition.group)
    command.addOption(
      new Option(
        `--${flagOf(definition.key)} <value>`,
        `${definition.label} (${boundsOf(definition)})`,
      ).helpGroup(`${group?.label ?? definition.group}:`),
    )
  }
  return command
}

/** `priceUsdPerGpuHour` is `price-usd-per-gpu-hour`. */
export function flagOf(key: string): string {
  return key.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)
}

function boundsOf(definition: InputDefinition): string {
  switch (definition.kind) {
    case 'number':
    case 'integer':
      return `${definition.unit}, ${definition.low} to ${definition.high}`
    case 'choice':
      return definition.options.map(({ value }) => value).join(', ')
    case 'week':
      return `168 letters of ${definition.letters.map(({ letter }) => letter).join('')}`
    case 'months':
      return '12 letters 0 or 1'
    case 'month':
      return 'YYYY-MM'
    case 'list':
      return `rows parted by ;, each ${definition.columns.map(({ label }) => label).join(', ')}`
  }
}

/** The entries that the flags give. Throws a sentence naming the flag where one cannot be read. */
export function entriesFromFlags(options: Readonly<Record<string, unknown>>): InputEntries {
  const entries: Record<string, InputEntry> = {}
  for (const definition of definitions) {
    const text = options[definition.key]
    if (typeof text !== 'string') continue
    if (definition.kind !== 'number' && definition.kind !== 'integer') {
      entries[definition.key] = text
      continue
    }
    const { key, unit, low, high } = definition
    const read = readNumber(text, unit, { low, high })
    if (read.kind === 'error') throw new Error(`--${flagOf(key)}: ${read.message}`)
    if (read.kind === 'ambiguous')
      throw new Error(
        `--${flagOf(key)}: "${text}" is ${read.readings.join(' or ')}; write it without a thousands mark.`,
      )
    entries[key] = assumed(read.value, unit, 'typed on the command line')
    if (unit === 'currencyUnitsPerKwh' && read.currency !== null) entries['tariffCurrency'] = read.currency
  }
  return entries
}
