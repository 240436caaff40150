/** Listings of offers, one document for each import; the offers themselves are kept as imported rows. */
import { offerSnapshotBodySchema } from '../../shared/markets/market-book-schema.ts'
import type { OfferSnapshotBody } from '../../shared/markets/market-book.ts'
import { documentTable, type DocumentTable } from './document-table.ts'

export const offerSnapshots: DocumentTable<OfferSnapshotBody> = documentTable<OfferSnapshotBody>({
  table: 'offer_snapshots',
  subject: 'offer snapshot',
  parse: (value) => offerSnapshotBodySchema.parse(value),
})
