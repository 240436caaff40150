/** What the book takes in of a network: edits whose every path and value is known, and the profile beneath. */
import { z } from 'zod'
import type { MarketBody, MarketEdits } from './market-edits.ts'
import { type LeafValue, marketLeaves, type MarketPath } from './market-leaves.ts'
import { isoDate, marketProfileSchema } from './market-schema.ts'

/** The schema of one leaf is the profile's own: bounds and words are said in one place. */
function schemaAt(path: MarketPath): z.ZodType<LeafValue> {
  const dot = path.indexOf('.')
  const steps = dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)]
  let schema: unknown = marketProfileSchema
  for (const step of steps)
    schema =
      schema instanceof z.ZodObject ? schema.shape[step] : schema instanceof z.ZodRecord && schema.valueType
  if (!(schema instanceof z.ZodType)) throw new Error(`The market profile has no "${path}".`)
  return schema as z.ZodType<LeafValue>
}

const terms = z.strictObject(
  Object.fromEntries(marketLeaves.map(({ path }) => [path, schemaAt(path).optional()])),
) as unknown as z.ZodType<MarketEdits['terms'], MarketEdits['terms']>

const { fees, prices, utilizations, workloadFits } = marketProfileSchema.shape

/** Own points are fewer than a profile may have, so that there is room for both. */
const mostOwnPoints = 200

export const marketEditsSchema: z.ZodType<MarketEdits, MarketEdits> = z.strictObject({
  terms,
  fees: fees.nullable(),
  prices: prices.max(mostOwnPoints),
  utilizations: utilizations.max(mostOwnPoints),
  workloadFits: workloadFits.refine(
    (given) => new Set(given.map(({ workload }) => workload)).size === given.length,
    { error: 'expected each kind of work once' },
  ),
})

export const marketBodySchema = z
  .strictObject({
    schema: z.literal(1),
    name: marketProfileSchema.shape.name,
    profile: marketProfileSchema.nullable(),
    packCompiledAt: isoDate.nullable(),
    edits: marketEditsSchema,
  })
  .refine(({ profile, packCompiledAt }) => (profile === null) === (packCompiledAt === null), {
    path: ['packCompiledAt'],
    error: 'expected the date of the pack with its profile, and neither without the other',
  }) satisfies z.ZodType<MarketBody>
