/** Reads the shipped catalogue from resources/ and refuses a file that is not what it should be, by name and place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { figureSchema } from '../shared/api.ts'
import { type CatalogueGpu, gpuSegments, gpuVendors } from '../shared/catalogue-gpu.ts'
import { marketProfileSchema } from '../shared/markets/market-schema.ts'
import type { Catalogue, CatalogueTariff, PsuCurve } from '../shared/catalogue.ts'
import type { Unit } from '../shared/figure.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens')
const words = (longest: number) => z.string().trim().min(1).max(longest)
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date like 2026, 2026-03 or 2026-03-23')

type Provenance = { readonly source: string | null; readonly asOf: string | null }

const isDated = ({ source, asOf }: Provenance): boolean =>
  source !== null && source.trim() !== '' && isoDate.safeParse(asOf).success

const figure = (unit: Unit) =>
  figureSchema
    .refine((given) => given.unit === unit, { path: ['unit'], error: `expected "${unit}"` })
    .refine(
      (given) => (given.value === null && given.low === null && given.high === null) || isDated(given),
      {
        error: 'expected a source and a date with a known figure',
      },
    )
    .refine((given) => given.low === null || given.high === null || given.low <= given.high, {
      error: 'expected low to be at most high',
    })

const gpu = z.strictObject({
  id,
  name: words(80),
  vendor: z.enum(gpuVendors),
  segment: z.enum(gpuSegments),
  launchYear: figure('years'),
  memoryGigabytes: figure('gigabytes'),
  boardLimitWatts: figure('watts'),
  idleBoardWatts: figure('watts'),
}) satisfies z.ZodType<CatalogueGpu>

const tariff = z.strictObject({
  id,
  place: words(80),
  currency: z.enum(['USD', 'EUR']),
  pricePerKwh: figure('currencyUnitsPerKwh'),
  period: words(60),
  note: words(300).nullable(),
}) satisfies z.ZodType<CatalogueTariff>

const share = z.number().gt(0).lte(1)

const psuCurve = z.strictObject({
  id,
  label: words(80),
  points: z
    .array(z.strictObject({ loadRatio: share, efficiencyRatio: share }))
    .min(2)
    .refine(
      (points) => points.every((point, at) => at === 0 || point.loadRatio > points[at - 1]!.loadRatio),
      {
        error: 'expected points in ascending order of load',
      },
    ),
  source: words(500),
  asOf: isoDate,
}) satisfies z.ZodType<PsuCurve>

const listOf = <Entry extends { readonly id: string }>(entry: z.ZodType<Entry>) =>
  z
    .array(entry)
    .min(1)
    .superRefine((entries, context) => {
      const seen = new Set<string>()
      for (const [at, { id }] of entries.entries()) {
        if (seen.has(id))
          context.addIssue({
            code: 'custom',
            path: [at, 'id'],
            message: `expected each id once, found "${id}" again`,
          })
        seen.add(id)
      }
    })

const head = { schema: z.literal(1), compiledAt: isoDate }

/** What the installation must hold; in the repository it lies beside electron/. */
const resourcesOfRepository = fileURLToPath(new URL('../resources', import.meta.url))

/**
 * The catalogue of `resourcesFolder`, each entry checked. Throws an error that names the file, the place in it,
 * what was expected and what to do. @see SPEC.md C10
 */
export function readCatalogue(resourcesFolder: string = resourcesOfRepository): Catalogue {
  const read = <Content>(name: string, schema: z.ZodType<Content>): Content =>
    parsed(join(resourcesFolder, name), schema)
  const gpus = read('gpus.json', z.strictObject({ ...head, gpus: listOf(gpu) }))
  const networks = read('networks.json', z.strictObject({ ...head, networks: listOf(marketProfileSchema) }))
  const tariffs = read('tariffs.json', z.strictObject({ ...head, tariffs: listOf(tariff) }))
  const psuCurves = read('psu-curves.json', z.strictObject({ ...head, psuCurves: listOf(psuCurve) }))
  const [oldest] = [gpus, networks, tariffs, psuCurves].map(({ compiledAt }) => compiledAt).toSorted()
  return {
    compiledAt: oldest!,
    gpus: gpus.gpus,
    networks: networks.networks,
    tariffs: tariffs.tariffs,
    psuCurves: psuCurves.psuCurves,
  }
}

const remedy = 'It is part of Idlewatt: restore it from the installation or the repository.'

function parsed<Content>(file: string, schema: z.ZodType<Content>): Content {
  const text = orRefuse(
    () => readFileSync(file, 'utf8'),
    (reason) => `Cannot read ${file}: ${reason}. ${remedy}`,
  )
  const json = orRefuse(
    (): unknown => JSON.parse(text),
    (reason) => `${file} is not JSON: ${reason}. ${remedy}`,
  )
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const shown = result.error.issues.slice(0, 3).map((issue) => `${pathInWords(issue.path)}: ${issue.message}`)
  const more = result.error.issues.length - shown.length
  throw new Error(
    `${file} is not a catalogue: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}. ${remedy}`,
  )
}

function orRefuse<Value>(attempt: () => Value, sentence: (reason: string) => string): Value {
  try {
    return attempt()
  } catch (error) {
    throw new Error(sentence(error instanceof Error ? error.message : String(error)), { cause: error })
  }
}

/** `gpus[3].boardLimitWatts.unit` */
function pathInWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file'
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('')
}
