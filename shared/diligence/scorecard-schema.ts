/** The shape of a card, in the book and as a file from elsewhere. @see SPEC.md DX5 */
import { z } from 'zod'
import { dayNumber } from '../calendar.ts'
import { marketId } from '../markets/market-schema.ts'
import { checklistSchema } from './checklist-schema.ts'
import { roles } from './checklist.ts'
import { entryBodySchema, originSchema, sha256Hex } from './entry-schema.ts'
import type { ScorecardBody, ScorecardFile } from './scorecard.ts'

export const scorecardName = z.string().trim().min(1).max(120)
export const scorecardRoles = z
  .array(z.enum(roles))
  .min(1)
  .max(2)
  .refine((given) => new Set(given).size === given.length, { error: 'expected each role once' })

const body = {
  schema: z.literal(1),
  name: scorecardName,
  networkId: marketId.nullable(),
  roles: scorecardRoles,
}

export const scorecardBodySchema: z.ZodType<ScorecardBody> = z.strictObject(body)

/** No instant after 2199 has a day that the app reckons with. */
const instant = z
  .int()
  .min(0)
  .max(dayNumber('2200-01-01') * 86_400_000 - 1)

const longestFileName = 255
export const mostAttachmentBytes = 10 * 1024 * 1024
export const attachmentName = z.string().min(1).max(longestFileName)

export const mostEntries = 20_000

export const scorecardFileSchema: z.ZodType<ScorecardFile> = z.strictObject({
  kind: z.literal('idlewatt-scorecard'),
  schema: z.literal(1),
  card: z.strictObject({ id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/), ...body }),
  checklists: z.record(sha256Hex, checklistSchema),
  entries: z
    .array(
      z.strictObject({
        sequence: z.int().min(1),
        recordedAtUtcMs: instant,
        body: entryBodySchema,
        origin: originSchema.nullable(),
        previousDigest: sha256Hex.nullable(),
        digest: sha256Hex,
      }),
    )
    .min(1)
    .max(mostEntries),
  attachments: z
    .array(
      z.strictObject({
        sha256: sha256Hex,
        fileName: attachmentName,
        bytes: z.int().min(0).max(mostAttachmentBytes),
      }),
    )
    .max(mostEntries),
})
