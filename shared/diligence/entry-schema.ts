/** The shape of an entry before it is appended: from a page, the command line or somebody else's card. @see SPEC.md DG4, DG6 */
import { z } from 'zod'
import { evidenceClasses } from '../figure.ts'
import { isoDay } from '../markets/market-schema.ts'
import { checklistItemSchema, itemId } from './checklist-schema.ts'
import { answerValues, type Answer, type EntryBody } from './entry.ts'

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in 64 hexadecimal digits')
const who = z.string().trim().min(1).max(80)
const text = (longest: number) => z.string().max(longest)
const words = (longest: number) => z.string().trim().min(1).max(longest)
const name = words(200)
const link = z.string().trim().min(1).max(2_000).nullable()
const finite = z.number()
const usd = z.number().min(0).max(1e12)
const minutes = z.number().min(0).max(10_000_000).nullable()
const ratio = z.number().min(0).max(1)
const evidenceClass = z.enum(evidenceClasses)

/** A limit above it would call any loss an exit. */
const mostSlippageLimitRatio = 0.2

const computedBasis = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('net'),
    scenarioId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
    scenarioName: words(120),
    scenarioRevision: z.int().min(0),
    usageOnlyUsd: finite,
    priceClass: evidenceClass,
    utilizationClass: evidenceClass,
    decisive: z
      .array(
        z.strictObject({
          key: words(64),
          label: words(200),
          class: evidenceClass,
          low: finite,
          high: finite,
        }),
      )
      .max(200),
  }),
  z.strictObject({
    by: z.literal('exit'),
    sizeUsd: usd,
    depthUsd: usd,
    depthClass: evidenceClass,
    poolFeeRatio: ratio,
    slippageRatio: ratio,
    slippageLimitRatio: z.number().min(0).max(mostSlippageLimitRatio),
  }),
])

export const answerSchema: z.ZodType<Answer> = z
  .strictObject({
    kind: z.literal('answer'),
    itemId,
    value: z.enum(answerValues),
    class: evidenceClass,
    text: text(4_000),
    link,
    fileSha256: sha256Hex.nullable(),
    seenOn: isoDay,
    quote: text(4_000).nullable(),
    who,
    computed: computedBasis.nullable(),
  })
  .refine((answer) => answer.value !== 'not-applicable' || answer.text.trim() !== '', {
    path: ['text'],
    error: 'expected the reason why it does not apply',
  })

const plainBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('test-job'),
    jobId: itemId,
    name,
    ranOn: isoDay,
    quotedUsd: usd.nullable(),
    billedUsd: usd.nullable(),
    successfulJobs: z.int().min(0).max(1_000_000),
    failedAttempts: z.int().min(0).max(1_000_000),
    failedAttemptsUsd: usd.nullable(),
    setUpMinutes: minutes,
    minutesToStart: minutes,
    minutesToFinish: minutes,
    outputCheck: z.enum(['matched', 'differed', 'not-checked']),
    interruptions: z.int().min(0).max(1_000_000).nullable(),
    whatFailed: text(4_000).nullable(),
    supportQuestion: text(4_000).nullable(),
    supportAnswerHours: z.number().min(0).max(100_000).nullable(),
    dataThatLeft: text(4_000).nullable(),
    cloudName: text(200).nullable(),
    cloudUsd: usd.nullable(),
    billSha256: sha256Hex.nullable(),
    who,
  }),
  z.strictObject({
    kind: z.literal('payout'),
    amount: z.string().regex(/^\d{1,18}(\.\d{1,18})?$/, 'expected an amount such as 12.50'),
    currency: words(20),
    receivedOn: isoDay,
    reference: words(500),
    fileSha256: sha256Hex.nullable(),
    who,
  }),
  z.strictObject({
    kind: z.literal('record'),
    of: z.enum(['paid-usage', 'holder-revenue']),
    usd: z.number().gt(0).max(1e12),
    from: isoDay,
    to: isoDay,
    transaction: words(500),
    link: words(2_000),
    who,
  }),
  z.strictObject({ kind: z.literal('dated-path'), text: words(4_000), until: isoDay, link, who }),
  z.strictObject({
    kind: z.literal('tripwire'),
    tripwireId: itemId,
    words: words(400),
    metric: itemId,
    condition: z.discriminatedUnion('when', [
      z.strictObject({ when: z.enum(['below', 'above']), threshold: finite, by: isoDay.nullable() }),
      z.strictObject({ when: z.literal('nothing-new'), days: z.int().min(1).max(3_650) }),
    ]),
    who,
  }),
  z.strictObject({
    kind: z.literal('figure'),
    metric: itemId,
    value: finite,
    class: evidenceClass,
    seenOn: isoDay,
    link,
    text: text(4_000),
    who,
  }),
  z.strictObject({
    kind: z.literal('permissions'),
    jobId: itemId,
    permissions: z
      .array(
        z.strictObject({
          permissionId: itemId,
          value: z.enum(['granted', 'refused', 'unknown']),
          note: text(1_000),
        }),
      )
      .max(60),
    stepsDone: z.array(z.strictObject({ stepId: itemId, doneOn: isoDay })).max(60),
    who,
  }),
  z.strictObject({ kind: z.literal('note'), text: words(10_000), who }),
  z.strictObject({ kind: z.literal('checklist'), sha256: sha256Hex, who }),
  z.strictObject({ kind: z.literal('own-item'), item: checklistItemSchema, who }),
  z.strictObject({ kind: z.literal('withdrawal'), sequence: z.int().min(1), who }),
])

export const entryBodySchema: z.ZodType<EntryBody> = z.union([answerSchema, plainBody])

export const originSchema = z.strictObject({
  cardId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  cardName: words(120),
  sequence: z.int().min(1),
  recordedAtUtcMs: z.int(),
  digest: sha256Hex,
  aside: z.boolean(),
})
