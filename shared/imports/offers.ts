/** Offers of a market, read from its own listing. An ask is what a host wants, never what somebody paid. @see SPEC.md IM6 */
import type { Catalogue } from '../catalogue.ts'
import type { Unit } from '../figure.ts'
import { quoted } from '../units.ts'
import { decimalSignOf, numberInCell } from './column-numbers.ts'
import { counted } from './import-limits.ts'
import type {
  DuplicateLine,
  Preview,
  Question,
  ReadingOrQuestion,
  Refusal,
  RejectedLine,
} from './import-limits.ts'
import { rowInWords } from './listing.ts'
import { askIsOf } from './offer-ask.ts'
import { findOfferGpu } from './offer-gpu.ts'
import { offerFields } from './offer-mapping.ts'
import type { AskIs, OfferField, OfferMapping } from './offer-mapping.ts'
import { raggedLines } from './table.ts'
import type { Cell, DecimalSign, Table, TableRow } from './table.ts'

export type Offer = {
  /** As the market writes it. */
  readonly gpuName: string
  /** The card of the catalogue that the name means; null where it can mean none or several. */
  readonly catalogueId: string | null
  readonly gpuCount: number
  readonly askUsdPerGpuHour: number
  /** Null where the listing does not say. */
  readonly rented: boolean | null
  readonly region: string | null
  readonly reliabilityRatio: number | null
}

export type OfferPreview = Preview<Offer>

const mostUsdPerGpuHour = 100
const mostGpus = 10_000

/** Where each field's cell stands in a row, and the decimal signs of the columns with numbers. */
type Columns = {
  readonly at: Readonly<Partial<Record<OfferField, number>>>
  readonly signs: Readonly<Partial<Record<OfferField, DecimalSign>>>
  readonly askIs: AskIs
}

/** One cell that cannot be taken. */
type Unfit = { readonly field: OfferField; readonly expected: string }
const unfit = (field: OfferField, expected: string): Unfit => ({ field, expected })
const isUnfit = (value: unknown): value is Unfit =>
  typeof value === 'object' && value !== null && 'expected' in value

const askUnit = (askIs: AskIs) =>
  askIs === 'per GPU-hour' ? ('usdPerGpuHour' as const) : ('usdPerHour' as const)

function refusedMapping(message: string): Refusal {
  return { kind: 'refused', message, line: 1, column: null }
}

function findColumns(table: Table, mapping: OfferMapping): Columns | Question | Refusal {
  const at: Partial<Record<OfferField, number>> = {}
  for (const { key, label, isNeeded } of offerFields) {
    const name = mapping.columns[key]
    const index = name === null ? -1 : table.header.indexOf(name)
    if (index >= 0) at[key] = index
    else if (name !== null)
      return refusedMapping(
        `${label}: line 1, the header, has no column ${quoted(name)}. Choose another column.`,
      )
    else if (isNeeded)
      return refusedMapping(
        `${label}: no column is chosen. Choose one of the columns that line 1, the header, names.`,
      )
  }
  if (mapping.askIs === 'per machine-hour' && at.gpus === undefined)
    return refusedMapping(
      'Ask price: it is per machine-hour, but no column of line 1, the header, is chosen for GPUs. Choose the column that counts them.',
    )
  const signs: Partial<Record<OfferField, DecimalSign>> = {}
  const settle = (field: OfferField, unit: Unit): Question | Refusal | null => {
    const column = at[field]
    if (column === undefined) return null
    const found = decimalSignOf(table, column, unit, mapping.decimalSign)
    if (found.kind !== 'sign') return found
    signs[field] = found.sign
    return null
  }
  const unsettled = settle('gpus', 'count') ?? settle('reliability', 'ratio')
  if (unsettled !== null) return unsettled
  const askIs = askIsOf(table, { ask: at.ask!, gpus: at.gpus }, signs.gpus ?? null, mapping.askIs)
  if (typeof askIs !== 'string') return askIs
  return settle('ask', askUnit(askIs)) ?? { at, signs, askIs }
}

/**
 * The offers of a table as a mapping tells its columns. Every row is in exactly one of the three lists, and so is
 * every ragged line. A row of which all cells are alike is a duplicate; one that has an earlier id with other cells is
 * rejected.
 * Nothing is filled in: an empty cell of an optional field is null, but a row without its GPUs is rejected where that
 * column is mapped; without such a column each offer counts as one GPU. Asks lie above $0 and up to $100 per GPU-hour.
 * Refused: a mapping that the header does not bear. Asks: which decimal sign, where a column can mean both; whose price
 * the ask is, where a row has several GPUs and nothing says it.
 *
 * Example: a row `RTX 4090, "0,31", yes` gives the ask 0.31 of a rented `geforce-rtx-4090`. @see SPEC.md IM6
 */
export function readOffers(
  table: Table,
  mapping: OfferMapping,
  catalogue: Pick<Catalogue, 'gpus'>,
): ReadingOrQuestion<OfferPreview> {
  const columns = findColumns(table, mapping)
  if ('kind' in columns) return columns
  const accepted: Offer[] = []
  const duplicates: DuplicateLine[] = []
  const rejected: RejectedLine[] = raggedLines(table)
  const earlierOf = new Map<string, TableRow>()
  const idOfName = new Map<string, string | null>()
  const words = new Map([
    ...mapping.freeWords.map((word) => [plainWord(word), false] as const),
    ...mapping.rentedWords.map((word) => [plainWord(word), true] as const),
  ])
  const catalogueIdOf = (name: string): string | null => {
    const known = idOfName.get(name)
    if (known !== undefined) return known
    const id = findOfferGpu(catalogue, name)?.id ?? null
    idOfName.set(name, id)
    return id
  }

  for (const row of table.rows) {
    const { line, cells } = row
    const offer = offerOf(cells, columns, mapping, words, catalogueIdOf)
    if (isUnfit(offer)) {
      const column = mapping.columns[offer.field]
      rejected.push({
        line,
        column,
        found: quoted(String(cells[columns.at[offer.field]!])),
        expected: offer.expected,
      })
      continue
    }
    const id = columns.at.id === undefined ? '' : textIn(cells[columns.at.id]!)
    const key = JSON.stringify(id === '' ? cells : id)
    const earlier = earlierOf.get(key)
    if (earlier === undefined) {
      earlierOf.set(key, row)
      accepted.push(offer)
      continue
    }
    const other = cells.findIndex((cell, at) => cell !== earlier.cells[at])
    if (other < 0) duplicates.push({ line, sameAsLine: earlier.line })
    else
      rejected.push({
        line,
        column: mapping.columns.id,
        found: quoted(id),
        expected: `an id of its own: ${rowInWords(table, earlier.line)} has it with another ${quoted(table.header[other]!)}. Where it names a host or a machine, choose no id`,
      })
  }
  return {
    kind: 'read',
    value: { accepted, duplicates, rejected: rejected.toSorted((a, b) => a.line - b.line) },
  }
}

const textIn = (cell: Cell): string => String(cell).trim()
const plainWord = (word: string): string => word.trim().toLowerCase()

function offerOf(
  cells: readonly Cell[],
  { at, signs, askIs }: Columns,
  mapping: OfferMapping,
  words: ReadonlyMap<string, boolean>,
  catalogueIdOf: (name: string) => string | null,
): Offer | Unfit {
  const cellOf = (field: OfferField): Cell => (at[field] === undefined ? '' : cells[at[field]]!)
  const gpuName = textIn(cellOf('card'))
  if (gpuName === '') return unfit('card', 'the name of a card')

  const gpuCount = at.gpus === undefined ? 1 : numberInCell(cellOf('gpus'), 'count', signs.gpus ?? null)
  if (typeof gpuCount !== 'number' || !Number.isInteger(gpuCount) || gpuCount < 1 || gpuCount > mostGpus)
    return unfit('gpus', `a whole number from 1 to ${counted(mostGpus)}`)

  const ask = numberInCell(cellOf('ask'), askUnit(askIs), signs.ask ?? null)
  if (typeof ask !== 'number') return unfit('ask', ask.expected)
  const askUsdPerGpuHour = askIs === 'per GPU-hour' ? ask : ask / gpuCount
  if (!(askUsdPerGpuHour > 0 && askUsdPerGpuHour <= mostUsdPerGpuHour))
    return unfit('ask', `a price above $0 and up to $${mostUsdPerGpuHour} per GPU-hour`)

  const state = plainWord(String(cellOf('rented')))
  const rented = state === '' ? null : words.get(state)
  if (rented === undefined)
    return unfit(
      'rented',
      `one of the words for rented (${mapping.rentedWords.join(', ')}) or free (${mapping.freeWords.join(', ')}), or nothing`,
    )

  const reliability = cellOf('reliability')
  const reliabilityRatio =
    textIn(reliability) === ''
      ? null
      : numberInCell(reliability, 'ratio', signs.reliability ?? null, {
          bareIsPercent: mapping.reliabilityIs === 'percent',
        })
  if (
    reliabilityRatio !== null &&
    (typeof reliabilityRatio !== 'number' || reliabilityRatio < 0 || reliabilityRatio > 1)
  )
    return unfit(
      'reliability',
      mapping.reliabilityIs === 'percent' ? 'from 0 to 100 per cent' : 'a ratio from 0 to 1',
    )

  return {
    gpuName,
    catalogueId: catalogueIdOf(gpuName),
    gpuCount,
    askUsdPerGpuHour,
    rented,
    region: textIn(cellOf('region')) === '' ? null : textIn(cellOf('region')),
    reliabilityRatio,
  }
}
