/** Which column of a market's listing means what. @see SPEC.md IM5 */
import type { DecimalSign } from './table.ts'

/** What an offer may tell, in the order in which it is asked. */
export const offerFields = [
  { key: 'card', label: 'Card', isNeeded: true },
  { key: 'ask', label: 'Ask price', isNeeded: true },
  { key: 'rented', label: 'Rented or not', isNeeded: false },
  { key: 'gpus', label: 'GPUs', isNeeded: false },
  { key: 'region', label: 'Region', isNeeded: false },
  { key: 'reliability', label: 'Reliability', isNeeded: false },
  { key: 'id', label: 'Offer or machine id', isNeeded: false },
] as const

export type OfferField = (typeof offerFields)[number]['key']

export type AskIs = 'per GPU-hour' | 'per machine-hour'

export type OfferMapping = {
  /** The header of each field's column; null where the file does not tell it. */
  readonly columns: Readonly<Record<OfferField, string | null>>
  /** Null as long as nobody said it: the column's name may, else it is asked where it makes a difference. */
  readonly askIs: AskIs | null
  readonly decimalSign: DecimalSign
  /** In any case of letters. An empty cell is unknown; any other word rejects its line. */
  readonly rentedWords: readonly string[]
  readonly freeWords: readonly string[]
  readonly reliabilityIs: 'ratio' | 'percent'
}

/** Names of columns as dumps have them, the plainest first; words in lower case, one blank between them. */
const usualNames: Readonly<Record<OfferField, readonly string[]>> = {
  card: ['gpu name', 'gpu model', 'gpu type', 'card', 'gpu', 'graphics card', 'model', 'hardware'],
  ask: [
    'ask',
    'ask price',
    'price per gpu hour',
    'usd per gpu hour',
    'price usd per gpu hour',
    'price gpu hour',
    'price per hour',
    'price per machine hour',
    'usd per machine hour',
    'hourly price',
    'price hourly',
    'usd per hour',
    'dph total',
    'dph base',
    'dph',
    'price usd',
    'price',
    'rate',
  ],
  rented: ['rented', 'is rented', 'rental status', 'occupied', 'in use', 'status', 'state'],
  gpus: ['num gpus', 'gpu count', 'gpus', 'number of gpus', 'gpu num', 'count', 'quantity'],
  region: ['region', 'geolocation', 'location', 'country', 'country code', 'datacenter'],
  reliability: [
    'reliability',
    'reliability2',
    'reliability percent',
    'reliability pct',
    'uptime',
    'uptime percent',
  ],
  // Never a host's: it has many offers.
  id: ['offer id', 'id', 'uuid', 'machine id'],
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/**
 * What an ask is per, where its column's name plainly says one of the two; null where it says neither or both.
 * Example: `askToldByName('price_per_gpu_hour')` is `'per GPU-hour'`, of `'price_per_hour'` it is null. @see SPEC.md IM6
 */
export function askToldByName(name: string): AskIs | null {
  const words = plain(lastName(name))
  const isOfGpu = /\bgpu\b/.test(words)
  const isWhole = /\b(?:dph|total|machine)\b/.test(words)
  if (isOfGpu === isWhole) return null
  return isOfGpu ? 'per GPU-hour' : 'per machine-hour'
}

/**
 * What the columns of a listing mean, by their names alone; of columns inside others ("gpu.name") the last name
 * counts as well, but for ids ("host.id" is the host's). A guess to be shown and corrected: a field that no usual name tells is null.
 * Example: `guessOfferMapping(['gpu_name', 'dph_total', 'num_gpus', 'rented'])` has the ask in `'dph_total'`,
 * `'per machine-hour'`. @see SPEC.md IM5
 */
export function guessOfferMapping(header: readonly string[]): OfferMapping {
  const taken = new Set<string>()
  const columnOf = (field: OfferField): string | null => {
    for (const usual of usualNames[field]) {
      const found =
        header.find((name) => !taken.has(name) && plain(name) === usual) ??
        header.find((name) => field !== 'id' && !taken.has(name) && plain(lastName(name)) === usual)
      if (found === undefined) continue
      taken.add(found)
      return found
    }
    return null
  }
  const columns = {
    card: columnOf('card'),
    ask: columnOf('ask'),
    rented: columnOf('rented'),
    gpus: columnOf('gpus'),
    region: columnOf('region'),
    reliability: columnOf('reliability'),
    id: columnOf('id'),
  }
  return {
    columns,
    askIs: columns.gpus === null ? null : askToldByName(columns.ask ?? ''),
    decimalSign: null,
    rentedWords: ['true', 'yes', '1', 'rented', 'occupied', 'in use', 'busy'],
    freeWords: ['false', 'no', '0', 'free', 'available', 'idle', 'not rented'],
    reliabilityIs: /\b(?:percent|pct)\b|%/.test(
      (columns.reliability ?? '').toLowerCase().replaceAll('_', ' '),
    )
      ? 'percent'
      : 'ratio',
  }
}
