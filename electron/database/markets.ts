/** What the book keeps of networks: edits, and profiles from packs; each under the network's id. */
import { marketBodySchema } from '../../shared/markets/market-body-schema.ts'
import type { MarketBody } from '../../shared/markets/market-edits.ts'
import { documentTable, type DocumentTable } from './document-table.ts'

export const markets: DocumentTable<MarketBody> = documentTable<MarketBody>({
  table: 'markets',
  subject: 'network',
  parse: (value) => marketBodySchema.parse(value),
})
