/** Reads the checklist, the permission sheet and the starter cards, and refuses a file that is not what it should be. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checklistSchema, permissionSheetFormSchema } from '../shared/diligence/checklist-schema.ts'
import type { Checklist } from '../shared/diligence/checklist.ts'
import { answerSchema } from '../shared/diligence/entry-schema.ts'
import type { DiligenceListing } from '../shared/diligence/scorecard.ts'
import { trustByClass } from '../shared/figure.ts'
import { isoDay, marketId } from '../shared/markets/market-schema.ts'

export type ShippedDiligence = Pick<DiligenceListing, 'shippedChecklist' | 'permissionSheet' | 'starters'>

const starterAnswer = answerSchema
  .refine((answer) => trustByClass[answer.class] <= trustByClass['project-document'], {
    path: ['class'],
    error: 'expected at most a project document: nobody has tested anything yet',
  })
  .refine((answer) => answer.computed === null, {
    path: ['computed'],
    error: 'expected null: nothing was computed',
  })

/** Cards whose answers are to questions of this checklist. */
const starterCardsFile = ({ items, circumstances }: Checklist) => {
  const asked = new Set([...items, ...circumstances].map(({ id }) => id))
  const answer = starterAnswer.refine(({ itemId }) => asked.has(itemId), {
    path: ['itemId'],
    error: 'expected an item or a circumstance of the checklist',
  })
  const card = z.strictObject({
    networkId: marketId,
    answers: z.array(answer).superRefine((answers, context) => {
      refuseTwice(
        context,
        answers.map(({ itemId }) => itemId),
        'itemId',
      )
    }),
  })
  return z.strictObject({
    schema: z.literal(1),
    compiledAt: isoDay,
    cards: z.array(card).superRefine((cards, context) => {
      refuseTwice(
        context,
        cards.map(({ networkId }) => networkId),
        'networkId',
      )
    }),
  })
}

function refuseTwice(context: z.RefinementCtx, ids: readonly string[], key: string): void {
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) < at)
      context.addIssue({
        code: 'custom',
        path: [at, key],
        message: `expected each once, found “${id}” again`,
      })
}

/** What the installation must hold; in the repository it lies beside electron/. */
const resourcesOfRepository = fileURLToPath(new URL('../resources', import.meta.url))

const remedy = 'It is part of Idlewatt: restore it from the installation or the repository.'

/**
 * What ships for diligence below `resourcesFolder`, each entry checked. Throws an error that names the file, the place
 * in it, what was expected and what to do. @see SPEC.md DG1
 */
export function readChecklists(resourcesFolder: string = resourcesOfRepository): ShippedDiligence {
  const inChecklists = (name: string): string => join(resourcesFolder, 'checklists', name)
  const shippedChecklist = parsed(inChecklists('compute-market.json'), checklistSchema)
  const permissionSheet = parsed(inChecklists('permission-sheet.json'), permissionSheetFormSchema)
  const { cards } = parsed(join(resourcesFolder, 'starter-cards.json'), starterCardsFile(shippedChecklist))
  return { shippedChecklist, permissionSheet, starters: cards }
}

function parsed<Content>(file: string, schema: z.ZodType<Content>): Content {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Cannot read ${file}: ${reason}. ${remedy}`, { cause: error })
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const more = result.error.issues.length - 1
  throw new Error(
    `${file} is not a part of diligence: ${issue!.path.join('.') || 'the file'}: ${issue!.message}${more > 0 ? `; and ${more} more` : ''}. ${remedy}`,
  )
}
