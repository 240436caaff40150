/** The shape of a checklist from a file, a page or somebody else. @see SPEC.md DG1, DG3 */
import { z } from 'zod'
import { isoDay } from '../markets/market-schema.ts'
import {
  type Checklist,
  type ChecklistItem,
  computations,
  importances,
  parts,
  type PermissionSheetForm,
  roles,
  roleWeights,
} from './checklist.ts'

export const itemId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected small letters, digits and hyphens')
const sentence = z.string().trim().min(1).max(600)
const roleWeight = z.literal([...roleWeights])

export const checklistItemSchema: z.ZodType<ChecklistItem> = z
  .strictObject({
    id: itemId,
    part: z.enum(parts),
    topic: z.string().trim().min(1).max(60),
    question: sentence,
    why: sentence,
    howToCheck: sentence,
    evidenceThatCounts: sentence,
    importance: z.enum(importances),
    halfLifeDays: z.int().min(1).max(3650),
    redFlag: z.boolean(),
    exemption: z
      .strictObject({ words: sentence, circumstanceId: itemId, holdsWhen: z.enum(['yes', 'no']) })
      .nullable(),
    roleWeights: z.strictObject({ buyer: roleWeight, provider: roleWeight, investor: roleWeight }),
    computation: z.enum(computations).nullable(),
  })
  .refine((item) => !item.redFlag || roles.every((role) => item.roleWeights[role] > 0), {
    path: ['roleWeights'],
    error: 'expected more than 0 for every role: a red flag counts whoever looks',
  })

export const checklistSchema: z.ZodType<Checklist> = z
  .strictObject({
    schema: z.literal(1),
    id: itemId,
    version: z.int().min(1).max(1_000_000),
    name: z.string().trim().min(1).max(120),
    compiledAt: isoDay,
    circumstances: z.array(z.strictObject({ id: itemId, question: sentence, howToCheck: sentence })).max(60),
    items: z.array(checklistItemSchema).min(1).max(400),
  })
  .superRefine(({ circumstances, items }, context) => {
    const seen = new Set<string>()
    for (const [list, entries] of Object.entries({ circumstances, items })) {
      for (const [at, { id }] of entries.entries()) {
        if (seen.has(id))
          context.addIssue({
            code: 'custom',
            path: [list, at, 'id'],
            message: `expected each id once, “${id}” stands twice`,
          })
        seen.add(id)
      }
    }
    for (const [at, { exemption }] of items.entries()) {
      if (exemption !== null && circumstances.every(({ id }) => id !== exemption.circumstanceId))
        context.addIssue({
          code: 'custom',
          path: ['items', at, 'exemption', 'circumstanceId'],
          message: `expected a circumstance of this checklist, there is no “${exemption.circumstanceId}”`,
        })
    }
    for (const computation of computations) {
      if (items.filter((item) => item.computation === computation).length > 1)
        context.addIssue({
          code: 'custom',
          path: ['items'],
          message: `expected at most one item computed as “${computation}”`,
        })
    }
  })

export const permissionSheetFormSchema: z.ZodType<PermissionSheetForm> = z.strictObject({
  schema: z.literal(1),
  permissions: z
    .array(z.strictObject({ id: itemId, question: sentence, why: sentence, ifGranted: sentence }))
    .min(1)
    .max(60),
  steps: z
    .array(z.strictObject({ id: itemId, group: z.enum(['wallet', 'domain']), step: sentence, why: sentence }))
    .max(60),
})
