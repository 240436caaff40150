/** Series of prices, one document for each import; the points themselves are kept as imported rows. */
import { priceSeriesBodySchema } from '../../shared/markets/market-book-schema.ts'
import type { PriceSeriesBody } from '../../shared/markets/market-book.ts'
import { documentTable, type DocumentTable } from './document-table.ts'

export const priceSeries: DocumentTable<PriceSeriesBody> = documentTable<PriceSeriesBody>({
  table: 'price_series',
  subject: 'price series',
  parse: (value) => priceSeriesBodySchema.parse(value),
})
