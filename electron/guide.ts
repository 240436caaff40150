/** Reads the guide from resources/guide and refuses a file that is not what it should be, by name and place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { definitions } from '../shared/economics/inputs.ts'
import type { GlossaryTerm, Guide, ModelsComparison, WorkloadNote } from '../shared/guide.ts'
import { workloads } from '../shared/markets/market-profile.ts'

const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens')
const words = (longest: number) => z.string().trim().min(1).max(longest)
const head = {
  schema: z.literal(1),
  compiledAt: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-03-23'),
}

const term = z.strictObject({
  id,
  term: words(60),
  aliases: z.array(words(60)).max(12),
  meaning: words(300),
  notToBeMixedWith: z.array(z.strictObject({ id, why: words(200) })).max(4),
  related: z.array(id).max(8),
  rule: z
    .string()
    .regex(/^[A-Z]{1,2}\d{1,2}$/, 'expected a rule like H2')
    .nullable(),
  inputKey: z
    .string()
    .refine((key) => definitions.has(key), { error: 'expected an input of the calculator' })
    .nullable(),
}) satisfies z.ZodType<GlossaryTerm>

const glossaryFile = z
  .strictObject({ ...head, terms: z.array(term).min(1) })
  .superRefine(({ terms }, context) => {
    const known = new Set<string>()
    for (const [at, { id }] of terms.entries()) {
      if (known.has(id)) refuse(['terms', at, 'id'], `expected each id once, found "${id}" again`)
      known.add(id)
    }
    for (const [at, { id, related, notToBeMixedWith }] of terms.entries())
      for (const other of [...related, ...notToBeMixedWith.map((mixed) => mixed.id)])
        if (!known.has(other) || other === id)
          refuse(['terms', at], `expected the id of another term, found "${other}"`)

    function refuse(path: readonly (string | number)[], message: string): void {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
  })

const modelsFile = z
  .strictObject({
    ...head,
    models: z.array(z.strictObject({ id, name: words(60), termId: id })).min(1),
    questions: z.array(z.strictObject({ id, question: words(80), answers: z.record(id, words(160)) })).min(1),
    whichIsMine: z.array(words(200)).length(3),
  })
  .superRefine(({ models, questions }, context) => {
    const expected = models.map(({ id }) => id).join(', ')
    for (const [at, { answers }] of questions.entries())
      if (Object.keys(answers).join(', ') !== expected)
        context.addIssue({
          code: 'custom',
          path: ['questions', at, 'answers'],
          message: `expected an answer for each of ${expected}, in this order`,
        })
  }) satisfies z.ZodType<ModelsComparison>

const note = z.strictObject({
  workload: z.enum(workloads),
  label: words(60),
  meaning: words(200),
  whatToAsk: words(200),
}) satisfies z.ZodType<WorkloadNote>

const workloadsFile = z.strictObject({
  ...head,
  workloads: z
    .array(note)
    .refine((notes) => notes.map(({ workload }) => workload).join() === workloads.join(), {
      error: `expected each of ${workloads.join(', ')}, in this order`,
    }),
})

/** What the installation must hold; in the repository it lies beside electron/. */
const resourcesOfRepository = fileURLToPath(new URL('../resources', import.meta.url))

const remedy = 'It is part of Idlewatt: restore it from the installation or the repository.'

/**
 * The guide of `resourcesFolder`/guide, each entry and each link checked. Throws an error that names the file, the
 * place in it, what was expected and what to do. @see SPEC.md GD2
 */
export function readGuide(resourcesFolder: string = resourcesOfRepository): Guide {
  const read = <Content>(name: string, schema: z.ZodType<Content>): Content =>
    parsed(join(resourcesFolder, 'guide', name), schema)
  const { terms, compiledAt: glossaryAt } = read('glossary.json', glossaryFile)
  const { models, questions, whichIsMine, compiledAt: modelsAt } = read('models.json', modelsFile)
  const { workloads: notes, compiledAt: workloadsAt } = read('workloads.json', workloadsFile)
  const known = new Set(terms.map(({ id }) => id))
  const lost = models.find(({ termId }) => !known.has(termId))
  if (lost !== undefined)
    throw new Error(
      `${join(resourcesFolder, 'guide', 'models.json')} names the term "${lost.termId}", which glossary.json does not have. ${remedy}`,
    )
  const [compiledAt] = [glossaryAt, modelsAt, workloadsAt].toSorted()
  return { compiledAt: compiledAt!, terms, models: { models, questions, whichIsMine }, workloads: notes }
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
    `${file} is not a part of the guide: ${issue!.path.join('.') || 'the file'}: ${issue!.message}${more > 0 ? `; and ${more} more` : ''}. ${remedy}`,
  )
}
