/** One import from its text to what it would bring; runs in the worker. */
import type { Reading } from '../../shared/imports/import-limits.ts'
import { readJsonText } from '../../shared/imports/json-text.ts'
import { readListing } from '../../shared/imports/listing.ts'
import { guessOfferMapping } from '../../shared/imports/offer-mapping.ts'
import { readOffers } from '../../shared/imports/offers.ts'
import { guessPriceSeriesMapping, readPriceSeries } from '../../shared/imports/price-series.ts'
import type { PriceSeriesMapping, PriceSeriesPreview } from '../../shared/imports/price-series.ts'
import type { Table } from '../../shared/imports/table.ts'
import type { ImportRequest, ImportResult, TableHead } from './import-messages.ts'

/** Rows that a person sees while mapping columns. */
const rowsShown = 5

const headOf = ({ format, delimiter, header, rows }: Table): TableHead => ({
  format,
  delimiter,
  header,
  rows: rows.slice(0, rowsShown),
})

const withoutColumns: Reading<PriceSeriesPreview> = {
  kind: 'refused',
  message: 'No column of line 1, the header, is plainly the date and the price. Choose both.',
  line: 1,
  column: null,
}

export function readImport(request: ImportRequest): ImportResult {
  if (request.kind === 'market pack') {
    const reading = readJsonText(request.text)
    return reading.kind === 'refused' ? reading : { kind: 'market pack', value: reading.value }
  }
  const reading = readListing(request.text)
  if (reading.kind === 'refused') return reading
  const table = reading.value
  if (request.kind === 'offers') {
    const mapping = request.mapping ?? guessOfferMapping(table.header)
    return {
      kind: 'offers',
      table: headOf(table),
      mapping,
      reading: readOffers(table, mapping, request.catalogue),
    }
  }
  const mapping: PriceSeriesMapping | null = request.mapping ?? guessPriceSeriesMapping(table.header)
  return {
    kind: 'price series',
    table: headOf(table),
    mapping,
    reading: mapping === null ? withoutColumns : readPriceSeries(table, mapping),
  }
}
