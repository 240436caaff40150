/** Reads the vectors of the self-check from resources/proof and refuses a file that is not what it should be, by name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { proofFunctions } from '../shared/proof/functions.ts'
import { proofGroups, type ProofArgument, type ProofVector } from '../shared/proof/vector.ts'

const words = (longest: number) => z.string().trim().min(1).max(longest)
const digits = z.string().regex(/^-?\d+$/, 'expected a whole number in digits')

const argument: z.ZodType<ProofArgument> = z.lazy(() =>
  z.union([z.number(), z.string().max(400), z.null(), z.array(argument)]),
)

const vector = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens'),
  title: words(200),
  group: z.enum(proofGroups),
  source: z.strictObject({
    name: words(200),
    url: z.url({ protocol: /^https$/ }),
    licence: words(80),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2026-03-23'),
  }),
  function: words(60).refine((name) => Object.hasOwn(proofFunctions, name), {
    error: 'expected a function that the self-check knows',
  }),
  arguments: z.array(argument),
  expected: z.union([
    z.number(),
    digits,
    z.array(z.union([z.number(), digits])).min(1),
    z.strictObject({ error: words(40) }),
  ]),
  tolerance: z.number().min(0),
}) satisfies z.ZodType<ProofVector>

const file = z.strictObject({ schema: z.literal(1), vectors: z.array(vector).min(1) })

/** What the installation must hold; in the repository it lies beside electron/. */
const resourcesOfRepository = fileURLToPath(new URL('../resources', import.meta.url))

const remedy = 'It is part of Idlewatt: restore it from the installation or the repository.'

/**
 * Every vector of `resourcesFolder`/proof, by file name and line. Throws an error that names the file, the place in
 * it, what was expected and what to do. @see SPEC.md PR1
 */
export function readProof(resourcesFolder: string = resourcesOfRepository): readonly ProofVector[] {
  const folder = join(resourcesFolder, 'proof')
  const vectors = namesIn(folder).flatMap((name) => vectorsOf(join(folder, name)))
  const seen = new Set<string>()
  for (const { id } of vectors) {
    if (seen.has(id)) throw new Error(`${folder} has "${id}" twice: expected each id once. ${remedy}`)
    seen.add(id)
  }
  return vectors
}

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    if (names.length === 0) throw new Error('no vectors are in it')
    return names.toSorted()
  } catch (error) {
    throw new Error(`Cannot read ${folder}: ${reasonOf(error)}. ${remedy}`, { cause: error })
  }
}

function vectorsOf(path: string): readonly ProofVector[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${reasonOf(error)}. ${remedy}`, { cause: error })
  }
  const result = file.safeParse(json)
  if (result.success) return result.data.vectors
  const [issue] = result.error.issues
  throw new Error(
    `${path} holds no vectors for the self-check: ${issue!.path.join('.')}: ${issue!.message}. ${remedy}`,
  )
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
