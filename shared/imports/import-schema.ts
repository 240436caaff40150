/** What a mapping of columns must look like to be taken in. */
import { z } from 'zod'
import { importLimits } from './import-limits.ts'
import { type OfferField, offerFields, type OfferMapping } from './offer-mapping.ts'
import type { PriceSeriesMapping } from './price-series.ts'

const header = z.string().max(importLimits.headerCharacters)
const decimalSign = z.enum(['.', ',']).nullable()
const stateWords = z.array(z.string().max(100)).max(50)

export const offerMappingSchema: z.ZodType<OfferMapping, OfferMapping> = z.strictObject({
  columns: z.record(z.enum(offerFields.map(({ key }): OfferField => key)), header.nullable()),
  askIs: z.enum(['per GPU-hour', 'per machine-hour']).nullable(),
  decimalSign,
  rentedWords: stateWords,
  freeWords: stateWords,
  reliabilityIs: z.enum(['ratio', 'percent']),
})

export const priceSeriesMappingSchema = z.strictObject({
  dateColumn: header,
  priceColumn: header,
  decimalSign,
  dateOrder: z.enum(['day first', 'month first']).nullable(),
}) satisfies z.ZodType<PriceSeriesMapping>
