/** Pure parser of `nvidia-smi --query-gpu=... --format=csv`: fields by name, as the driver offers them. */
import {
  beginsNextInstant,
  isCompleteInstant,
  readCount,
  readDriverVersion,
  readName,
  readPciBusId,
  readUuid,
  type CardRow,
} from './card.ts'
import type { Reading } from './gpu-sample.ts'
import * as reading from './reading.ts'

/** What we ask for, each with the names that drivers have given it, the preferred first. */
const wantedFields = {
  count: ['count'],
  index: ['index'],
  uuid: ['uuid', 'gpu_uuid'],
  name: ['name', 'gpu_name'],
  pciBusId: ['pci.bus_id', 'gpu_bus_id'],
  driverVersion: ['kmd_version', 'driver_version'],
  powerDraw: ['power.draw'],
  powerDrawAverage: ['power.draw.average', 'gpu.power.draw.average'],
  powerDrawInstant: ['power.draw.instant', 'gpu.power.draw.instant'],
  enforcedPowerLimit: ['enforced.power.limit', 'gpu.power.current_limit'],
  powerLimit: ['power.limit', 'gpu.power.requested_limit'],
  utilization: ['utilization.gpu'],
  memoryUsed: ['memory.used'],
  memoryTotal: ['memory.total'],
  temperature: ['temperature.gpu'],
} as const

type WantedField = keyof typeof wantedFields

/** `csv` writes units behind the numbers, `csv,nounits` leaves them out; both name them in the header. */
export type CsvUnits = 'written' | 'left-out'

export type CsvHeader = {
  readonly width: number
  /** `ambiguous` where the tool printed the column twice. */
  readonly columns: ReadonlyMap<
    WantedField,
    { readonly column: number; readonly unit: string | null } | 'ambiguous'
  >
}

/**
 * Of the fields we want, the names that this driver offers, read from the text of `nvidia-smi --help-query-gpu`.
 * An unknown field makes the whole query fail, and offers differ by driver, so nothing is asked for that is not listed.
 * Empty when the text lists none of them.
 *
 * Example: `chooseFields('"uuid" or "gpu_uuid"\n...\n\n"power.draw"\n...')` is `['uuid', 'power.draw']`.
 * @see SPEC.md M5
 */
export function chooseFields(helpQueryGpuText: string): readonly string[] {
  const offered = new Set<string>()
  for (const line of helpQueryGpuText.split(/\r?\n/)) {
    if (!line.startsWith('"')) continue
    for (const match of line.matchAll(/"([\w.]{1,80})"/g)) offered.add(match[1] ?? '')
  }
  return Object.values(wantedFields).flatMap((names) => names.find((name) => offered.has(name)) ?? [])
}

/** The cells of one line. nvidia-smi quotes nothing, so a quote is a character like any other. Example: `parseCsvLine('0, 12.5 W')` is `['0', '12.5 W']`. @see SPEC.md M5 */
export function parseCsvLine(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim())
}

/**
 * Reads a header line such as `index, uuid, power.draw [W]`; null when the line is no header of a table of cards
 * (a table of processes, which also names cards, is none).
 *
 * Example: `readHeader('uuid, power.draw [W]')?.width` is 2.
 * @see SPEC.md M5
 */
export function readHeader(line: string): CsvHeader | null {
  const cells = parseCsvLine(line).map((cell) => /^([A-Za-z][\w.]*)(?: \[([^\]]{1,8})\])?$/.exec(cell))
  const names = cells.map((cell) => cell?.[1] ?? null)
  if (names.includes(null) || names.includes('pid')) return null
  const columns = new Map<WantedField, { column: number; unit: string | null } | 'ambiguous'>()
  for (const [field, aliases] of Object.entries(wantedFields) as [WantedField, readonly string[]][]) {
    const name = aliases.find((alias) => names.includes(alias))
    if (name === undefined) continue
    const column = names.indexOf(name)
    const isTwice = names.includes(name, column + 1)
    columns.set(field, isTwice ? 'ambiguous' : { column, unit: cells[column]?.[2] ?? null })
  }
  return columns.size >= 2 && (columns.has('uuid') || columns.has('pciBusId'))
    ? { width: names.length, columns }
    : null
}

/**
 * Reads one line of the table under `header`; null when it does not have the header's number of cells.
 * Example: under `uuid, power.draw [W]` the line `GPU-..., 0.00 W` has `boardWatts: { value: 0 }`.
 * @see SPEC.md M1, M2, M4, M5
 */
export function readRow(header: CsvHeader, line: string, units: CsvUnits): CardRow | null {
  const cells = parseCsvLine(line)
  if (cells.length !== header.width) return null
  const text = (field: WantedField): string | undefined => {
    const place = header.columns.get(field)
    return place === undefined || place === 'ambiguous' ? undefined : cells[place.column]
  }
  const number = (field: WantedField, measure: reading.Measure): Reading => {
    const place = header.columns.get(field)
    if (place === 'ambiguous') return reading.unknownReading('unreadable', 'the column is there twice')
    const raw = text(field)
    const hasExpectedUnit =
      place?.unit === measure.unit || (place?.unit === null && measure === reading.celsius)
    if (raw !== undefined && !hasExpectedUnit && !reading.saysNone(raw))
      return reading.unknownReading('unreadable', raw)
    return reading.readNumber(raw, measure, units === 'written' && place?.unit !== null)
  }
  return {
    cardsInRig: readCount(text('count')),
    uuid: readUuid(text('uuid')),
    card: {
      index: readCount(text('index')),
      name: readName(text('name')),
      pciBusId: readPciBusId(text('pciBusId')),
      driverVersion: readDriverVersion(text('driverVersion')),
      boardWatts: reading.firstOffered([
        number('powerDraw', reading.watts),
        number('powerDrawAverage', reading.watts),
        number('powerDrawInstant', reading.watts),
      ]),
      boardLimitWatts: reading.firstOffered([
        number('enforcedPowerLimit', reading.watts),
        number('powerLimit', reading.watts),
      ]),
      busyRatio: reading.asRatio(number('utilization', reading.percent)),
      memoryUsedMebibytes: number('memoryUsed', reading.mebibytes),
      memoryTotalMebibytes: number('memoryTotal', reading.mebibytes),
      temperatureCelsius: number('temperature', reading.celsius),
    },
  }
}

/** A line that could not be taken, for a message that names it. */
export type ParseProblem = { readonly line: number; readonly expected: string; readonly found: string }

export type ParsedInstants =
  | { readonly instants: readonly (readonly CardRow[])[]; readonly problem: null }
  | { readonly instants: null; readonly problem: ParseProblem }

/**
 * Reads a whole recorded table, header first, and groups its rows by instant. A header that comes again is skipped, a
 * last line that was cut off in writing is left out, any other line that does not fit is refused. Whether units are
 * written is told by the table itself: if no cell carries one, they were left out (`csv,nounits`).
 *
 * Example: `parseCsv('uuid, power.draw [W]\nGPU-..., 84.24 W\n').instants` holds one instant with one card.
 * @see SPEC.md M5, M6, M8
 */
export function parseCsv(text: string, firstLine = 1): ParsedInstants {
  const lines = text.split(/\r?\n/)
  const headerAt = lines.findIndex((line) => line.trim() !== '')
  const headerText = lines[headerAt] ?? ''
  const header = readHeader(headerText)
  const refuse = (at: number, expected: string): ParsedInstants => ({
    instants: null,
    problem: { line: firstLine + Math.max(at, 0), expected, found: reading.printable(lines[at] ?? '', 120) },
  })
  if (header === null) {
    return refuse(
      headerAt,
      'a header such as "index, uuid, name, power.draw [W]" that names uuid or pci.bus_id',
    )
  }
  const units = unitsOf(header, lines.slice(headerAt + 1))
  const instants: (readonly CardRow[])[] = []
  let open: readonly CardRow[] = []
  for (let at = headerAt + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || line.trim() === headerText.trim()) continue
    const row = readRow(header, line, units)
    if (row === null) {
      if (at === lines.length - 1 && instants.length + open.length > 0) break
      return refuse(at, `${header.width} cells, as the header on line ${firstLine + headerAt} has`)
    }
    if (beginsNextInstant(open, row)) {
      instants.push(open)
      open = []
    }
    open = [...open, row]
    if (!isCompleteInstant(open)) continue
    instants.push(open)
    open = []
  }
  if (open.length > 0) instants.push(open)
  if (instants.length === 0) return refuse(headerAt, 'at least one line of a card below the header')
  return { instants, problem: null }
}

function unitsOf(header: CsvHeader, lines: readonly string[]): CsvUnits {
  const places = [...header.columns.values()].flatMap((place) =>
    place === 'ambiguous' || place.unit === null ? [] : [place],
  )
  const isWritten = lines.some((line) => {
    const cells = parseCsvLine(line)
    return places.some((place) => cells[place.column]?.endsWith(` ${place.unit}`))
  })
  return isWritten ? 'written' : 'left-out'
}
