/**
 * Random scenarios from one whole number: the same seed gives the same scenario on every machine.
 * fast-check draws the seeds, so a failure names the seed that brings it back.
 */
import type { Figure } from '../../shared/figure.ts'
import { assumed } from '../../shared/figure.ts'
import { monthAt } from '../../shared/calendar.ts'
import type {
  InputDefinition,
  ListColumn,
  ListInput,
  NumberInput,
} from '../../shared/economics/input-definition.ts'
import type { NumberKey } from '../../shared/economics/input-table.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { Batch } from '../../shared/economics/batch.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { batchOf } from '../../shared/economics/batch.ts'
import { applies, resolveInputs } from '../../shared/economics/inputs.ts'

/**
 * `usual`: numbers that people have, never refused. `wide`: anywhere within the bounds. `at bounds`: on the bounds
 * and next to them. The last two may overload the power supply and be refused for it.
 */
export type Reach = 'usual' | 'wide' | 'at bounds'

export type GeneratorOptions = {
  readonly reach?: Reach
  /** Price, rented share and every term with a range are given, so that there is a net and only one. */
  readonly complete?: boolean
  /** Lower highs than the table's, such as a short horizon. */
  readonly atMost?: Partial<Record<NumberKey, number>>
  /** Entries that are as they are in every scenario. */
  readonly fixed?: InputEntries
}

/** Numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type WordInput = Exclude<InputDefinition, NumberInput>
type PatternInput = Exclude<WordInput, ListInput>

const isWord = (row: InputDefinition): row is WordInput => row.kind !== 'number' && row.kind !== 'integer'
const rows = inputTable as readonly InputDefinition[]
const numberRows = rows.filter((row): row is NumberInput => !isWord(row))
const rowOf = new Map(numberRows.map((row) => [row.key, row]))

/** What `evaluate` takes. */
export function scenarioFrom(seed: number, options: GeneratorOptions = {}): InputEntries {
  const random = randomFrom(seed)
  const entries: Record<string, Figure | string> = {}
  for (const row of rows) {
    const fixed = options.fixed?.[row.key]
    if (fixed !== undefined) entries[row.key] = fixed
    else if (isWord(row) && row.kind !== 'list') entries[row.key] = wordFrom(random, row)
  }
  for (const row of rows) {
    if (row.kind !== 'list' || entries[row.key] !== undefined || !applies(entries, row.key)) continue
    entries[row.key] = listFrom(random, row, entries['startMonth'] as string)
  }
  for (const row of numberRows) {
    if (entries[row.key] !== undefined || !applies(entries, row.key)) continue
    if (!isGiven(random, row, options)) continue
    entries[row.key] = assumed(numberFrom(random, row, options), row.unit)
  }
  settleContradictions(entries, options)
  if (options.reach === undefined || options.reach === 'usual') keepWithinSupply(random, entries, options)
  if (options.reach !== 'at bounds') keepPricesNear(random, entries, options)
  return entries
}

/** Scenarios that share their choices and differ in numbers; all complete. */
export function batchFrom(seed: number, size: number, options: GeneratorOptions = {}): Batch {
  const entries = scenarioFrom(seed, { ...options, complete: true })
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') throw new Error(resolution.problems[0]!.message)
  const words = Object.entries(entries).filter(([, entry]) => typeof entry === 'string')
  const fixed = { ...Object.fromEntries(words), ...options.fixed }
  const columns: Partial<Record<NumberKey, number[]>> = {}
  for (let scenario = 0; scenario < size; scenario += 1) {
    const other = resolveInputs(
      scenarioFrom(seed + 7919 * (scenario + 1), { ...options, complete: true, fixed }),
    )
    if (other.kind === 'refused') throw new Error(other.problems[0]!.message)
    for (const [key, value] of Object.entries(resolution.inputs.numbers) as [NumberKey, number | null][]) {
      if (value !== null) (columns[key] ??= []).push(other.inputs.numbers[key] ?? value)
    }
  }
  return batchOf(resolution.inputs, size, columns)
}

function wordFrom(random: () => number, row: PatternInput): string {
  const oneOf = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!
  switch (row.kind) {
    case 'choice': {
      const words = row.options.map((option) => option.value)
      // A token collateral contradicts a payout in cash, and MACRS other lives than its own: see settleContradictions.
      if (row.group === 'risk' || row.group === 'loan') return random() < 0.5 ? row.assumed : oneOf(words)
      // A cap or a reference makes no net, so both are rare here.
      return row.key === 'priceBasis' && random() < 0.9 ? oneOf(words.slice(0, 2)) : oneOf(words)
    }
    case 'week': {
      if (random() < 0.3) return row.assumed
      const letters = row.letters.map((each) => each.letter)
      const day = () => Array.from({ length: 24 }, () => oneOf(letters)).join('')
      const week = random() < 0.5 ? day().repeat(7) : Array.from({ length: 7 }, day).join('')
      return row.key === 'offeredWeek' && !week.includes('O') ? row.assumed : week
    }
    case 'months':
      return random() < 0.3
        ? row.assumed
        : Array.from({ length: 12 }, () => (random() < 0.5 ? '0' : '1')).join('')
    case 'month': {
      const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
      return `${2015 + Math.floor(random() * 30)}-${month}`
    }
  }
}

/** Rows that ascend; months lie around the start, prices and factors near what people have. */
function listFrom(random: () => number, row: ListInput, startMonth: string): string {
  const needed = row.key === 'tariffTiers' || row.key === 'orderBook'
  const count = needed ? 1 + Math.floor(random() * 3) : random() < 0.5 ? 0 : 1 + Math.floor(random() * 3)
  let months = Math.floor(random() * 8) - 2
  let first = 0
  const texts: string[] = []
  for (let r = 0; r < count; r += 1) {
    const cells = row.columns.map((column, c) => {
      if (column.kind === 'month')
        return monthAt(startMonth, c === 0 ? months : months + Math.floor(random() * 20))
      const high = Math.min(column.high, usualTops[column.unit] ?? 1000)
      if (c > 0) return String(rounded(column, Math.max(column.low, random() * high)))
      first = r === 0 ? Math.max(column.low, row.key === 'tariffTiers' ? 0 : first) : first
      const cell = rounded(column, first)
      first += Math.max(1, Math.round(random() * 5)) * (row.key === 'orderBook' ? 0.01 : 1)
      if (row.key === 'tariffTiers') first += Math.round(random() * 400)
      return String(cell)
    })
    texts.push(cells.join(' '))
    months += 1 + Math.floor(random() * 10)
  }
  return texts.join('; ')
}

const usualTops: Readonly<Record<string, number>> = {
  ratio: 1.5,
  usdPerGpuHour: 1,
  usd: 2_000,
  hours: 200,
  kilowattHours: 900,
  currencyUnitsPerKwh: 0.6,
  count: 1,
}

function rounded(column: Exclude<ListColumn, { kind: 'month' }>, value: number): number {
  const within = Math.min(column.high, Math.max(column.low, value))
  return column.kind === 'integer' ? Math.round(within) : Number(within.toPrecision(6))
}

/** What would be refused together is taken back. */
function settleContradictions(entries: Record<string, Figure | string>, options: GeneratorOptions): void {
  const set = (key: string, entry: Figure | string) => {
    if (options.fixed?.[key] === undefined) entries[key] = entry
  }
  if (entries['collateralKind'] === 'token' && entries['payoutCurrency'] !== 'token') {
    set('collateralKind', 'none')
    for (const key of ['collateralUsd', 'unbondingDays', 'slashingEventsPerYear', 'slashedShareRatio']) {
      if (options.fixed?.[key] === undefined) delete entries[key]
    }
  }
  if (entries['depreciationMethod'] === 'macrs' && applies(entries, 'depreciationYears')) {
    const years = entries['depreciationYears']
    const given = typeof years === 'object' ? (years.value ?? 5) : 5
    set('depreciationYears', assumed([3, 5, 7, 15][Math.abs(Math.round(given)) % 4]!, 'years'))
  }
  const contracts = entries['contracts']
  if (typeof contracts !== 'string' || contracts === '') return
  // One card each: as many contracts as there are cards, or as many cards as contracts that are given.
  const rows = contracts.split('; ')
  const gpus = entries['gpuCount']
  const count = typeof gpus === 'object' ? (gpus.value ?? 1) : 1
  if (options.fixed?.['contracts'] === undefined) set('contracts', rows.slice(0, count).join('; '))
  else if (count < rows.length) set('gpuCount', assumed(rows.length, 'count'))
}

function isGiven(random: () => number, row: NumberInput, options: GeneratorOptions): boolean {
  const { whenUnknown } = row
  if (whenUnknown === 'needed' || row.key === 'gpuBoardLimitWatts') return true
  if (options.complete === true && (whenUnknown === 'asked' || whenUnknown === 'range')) return true
  return random() < (whenUnknown === 'asked' ? 0.85 : 0.7)
}

function numberFrom(random: () => number, row: NumberInput, options: GeneratorOptions): number {
  const { reach = 'usual', atMost = {} } = options
  const { low } = row
  const usualHigh = reach === 'usual' ? (row.sliderHigh ?? row.high) : row.high
  const high = Math.min(usualHigh, atMost[row.key as NumberKey] ?? usualHigh)
  const end = random()
  const share = random()
  let value = low + share * (high - low)
  if (reach === 'at bounds' && end < 0.8) value = end < 0.4 ? low : high
  else if (reach === 'wide' && low >= 0 && high > 1000 && end < 0.7) {
    // As many small values as large ones.
    value = low + 10 ** (share * (Math.log10(high) + 9) - 9)
  } else if (end < 0.05 && low <= 0) value = 0
  if (row.kind === 'integer') value = Math.round(value)
  return Math.min(high, Math.max(low, value))
}

/** A card sells in a year for a share of what it sells for today, or for somewhat more. */
function keepPricesNear(
  random: () => number,
  entries: Record<string, Figure | string>,
  options: GeneratorOptions,
): void {
  const key = 'resaleIn12MonthsUsdPerGpu' satisfies NumberKey
  const [today, later] = [entries['resaleTodayUsdPerGpu'], entries[key]]
  if (options.fixed?.[key] !== undefined || typeof today !== 'object' || typeof later !== 'object') return
  entries[key] = assumed(Math.min(rowOf.get(key)!.high, (today.value ?? 0) * (0.3 + random())), later.unit)
}

/** Chooses a power supply that carries both states. */
function keepWithinSupply(
  random: () => number,
  entries: Record<string, Figure | string>,
  options: GeneratorOptions,
): void {
  if (entries['powerBasis'] !== 'board') return
  const given = (key: NumberKey) => {
    const entry = entries[key]
    return typeof entry === 'object' ? entry.value : (rowOf.get(key)?.assumed ?? null)
  }
  const set = (key: NumberKey, value: number) => {
    if (options.fixed?.[key] === undefined) entries[key] = assumed(value, rowOf.get(key)!.unit)
  }
  const board = given('rentedBoardWatts') ?? 0.85 * (given('gpuBoardLimitWatts') ?? 0)
  set('idleBoardWatts', board * random() * 0.5)
  set('hostRentedWatts', (given('hostIdleWatts') ?? 0) + random() * 100)
  const directWatts = (given('gpuCount') ?? 1) * board + (given('hostRentedWatts') ?? 0)
  if (given('psuRatedWatts') !== null) set('psuRatedWatts', Math.max(50, directWatts * (1 + random() * 5)))
}
