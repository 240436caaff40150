/** What the book's own listings and series look like, checked when they are read back. */
import { z } from 'zod'
import { offerMappingSchema, priceSeriesMappingSchema } from '../imports/import-schema.ts'
import type { OfferSnapshotBody, PriceSeriesBody } from './market-book.ts'
import { priceBases } from './market-profile.ts'
import { isoDay, marketId } from './market-schema.ts'

const kept = {
  schema: z.literal(1),
  name: z.string().min(1).max(200),
  networkId: marketId,
  fileName: z.string().max(200),
  rowsSha256: z.string().regex(/^[0-9a-f]{64}$/),
}

export const offerSnapshotBodySchema = z.strictObject({
  ...kept,
  seenOn: isoDay,
  mapping: offerMappingSchema,
  offers: z.int().min(0),
}) satisfies z.ZodType<OfferSnapshotBody>

export const priceSeriesBodySchema = z.strictObject({
  ...kept,
  catalogueId: z.string().max(80).nullable(),
  basis: z.enum(priceBases).nullable(),
  mapping: priceSeriesMappingSchema,
  points: z.int().min(1),
  firstDate: isoDay,
  lastDate: isoDay,
}) satisfies z.ZodType<PriceSeriesBody>
