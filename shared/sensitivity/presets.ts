/**
 * Named scenarios as editable data. Every magnitude is an assumption of Idlewatt's, there to be changed: none is a
 * forecast.
 * @see SPEC.md SN8
 */
import { definitions } from '../economics/inputs.ts'

export type PresetChange = {
  /** A key of the input table; one that is not in it leaves the preset pending. */
  readonly key: string
  readonly kind: 'set' | 'multiply' | 'add'
  /** For `set` and `add` in the unit of the input, for `multiply` a factor. */
  readonly value: number
}

export type Preset = {
  readonly id: string
  readonly label: string
  readonly why: string
  readonly changes: readonly PresetChange[]
}

const times = (value: number, ...keys: readonly string[]): readonly PresetChange[] =>
  keys.map((key) => ({ key, kind: 'multiply', value }))
const plus = (key: string, value: number): PresetChange => ({ key, kind: 'add', value })
const set = (key: string, value: number): PresetChange => ({ key, kind: 'set', value })

/** Every price per kWh of any kind of tariff, as far as the table has one. */
const tariffKeys = [...definitions.keys()].filter((key) => key.endsWith('TariffPerKwh'))

export const presets: readonly Preset[] = [
  {
    id: 'bull',
    label: 'Sector bull',
    why: 'Demand for compute outgrows supply: better rents and more rented hours, a token that rises.',
    changes: [
      ...times(1.2, 'priceUsdPerGpuHour', 'rentalUtilizationRatio'),
      plus('priceYearlyChangeRatio', 0.05),
      plus('tokenYearlyChangeRatio', 0.3),
      ...times(1.1, 'resaleIn12MonthsUsdPerGpu'),
    ],
  },
  { id: 'base', label: 'Sector base', why: 'Your own inputs, as they are.', changes: [] },
  {
    id: 'bear',
    label: 'Sector bear',
    why: 'Supply outgrows demand: lower rents that go on falling, fewer rented hours, a token that falls.',
    changes: [
      ...times(0.75, 'priceUsdPerGpuHour', 'rentalUtilizationRatio'),
      plus('priceYearlyChangeRatio', -0.15),
      plus('tokenYearlyChangeRatio', -0.4),
      ...times(0.8, 'resaleIn12MonthsUsdPerGpu'),
    ],
  },
  {
    id: 'rent-crash',
    label: 'Rent crash',
    why: 'A new generation of cards or a price war: the rent halves and goes on falling by a fifth a year.',
    changes: [...times(0.5, 'priceUsdPerGpuHour'), plus('priceYearlyChangeRatio', -0.2)],
  },
  {
    id: 'token-halves',
    label: 'Token −50 %',
    why: 'The token halves; the dollar side of a constant-product pool falls about with its square root.',
    changes: [...times(0.5, 'tokenPriceUsd'), ...times(0.71, 'poolQuoteReserveUsd')],
  },
  {
    id: 'pool-depth',
    label: 'Pool depth −80 %',
    why: 'Liquidity leaves: your own sale moves the price further.',
    changes: times(0.2, 'poolQuoteReserveUsd'),
  },
  {
    id: 'tariff',
    label: 'Tariff +30 %',
    why: 'Electricity as it rose in many places within a year.',
    changes: times(1.3, ...tariffKeys),
  },
  {
    id: 'gpu-dies',
    label: 'A GPU dies',
    why: 'One card fewer from the start, not replaced; the rest of the machine runs on.',
    changes: [plus('gpuCount', -1)],
  },
  {
    id: 'demand-halves',
    label: 'Demand halves',
    why: 'The network loses its customers faster than its hosts.',
    changes: times(0.5, 'rentalUtilizationRatio'),
  },
  {
    id: 'demand-spike',
    label: 'Demand spike',
    why: 'A rush for compute: rents double, every hour that can be rented is, the token triples; new cards follow and make yours obsolete sooner.',
    changes: [
      ...times(2, 'priceUsdPerGpuHour'),
      set('rentalUtilizationRatio', 0.95),
      ...times(3, 'tokenPriceUsd'),
      ...times(0.7, 'resaleIn12MonthsUsdPerGpu'),
    ],
  },
  {
    id: 'network-stops',
    label: 'Network stops',
    why: 'It stops after a year: balance, held tokens and collateral are lost, and moving elsewhere costs.',
    changes: [set('networkStopsAfterMonths', 12), set('switchingCostUsd', 300)],
  },
]

/** Keys of a preset that the engine does not know yet. Example: of the first preset none. @see SPEC.md SN8 */
export function pendingKeys({ changes }: Preset): readonly string[] {
  return changes.map(({ key }) => key).filter((key) => !definitions.has(key))
}
