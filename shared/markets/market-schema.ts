/** What a market profile must look like to be taken in: from the catalogue, from a pack, from a person. */
import { z } from 'zod'
import { dayNumber } from '../calendar.ts'
import { gpuSegments, gpuVendors } from '../catalogue-gpu.ts'
import { evidenceClasses, type Unit, units } from '../figure.ts'
import { isAddressOfTheApp } from './market-address.ts'
import {
  accessForms,
  collateralKinds,
  fits,
  joiningRules,
  type MarketPack,
  type MarketProfile,
  matchingRules,
  networkFactLabels,
  payoutCadences,
  payoutCurrencies,
  priceBases,
  pricingMechanisms,
  resourceKinds,
  workloads,
} from './market-profile.ts'

export const marketId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens')
  .refine((id) => !isAddressOfTheApp(id), {
    error: 'expected an id that is no address of the app, such as "my-network"',
  })
const words = (longest: number) => z.string().trim().min(1).max(longest)
/** A day of the calendar that a network can have said something on: nothing later on meets a date it cannot reckon with. MB12 */
function isReckonable(day: string): boolean {
  try {
    dayNumber(day)
    return day >= '1970' && day < '2200'
  } catch {
    return false
  }
}

const reckonable = 'that the calendar has, from 1970 to 2199'
export const isoDate = z
  .string()
  .refine((date) => isReckonable(date + ({ 4: '-01-01', 7: '-01' }[date.length] ?? '')), {
    error: `expected a date like 2026, 2026-03 or 2026-03-23 ${reckonable}`,
  })
export const isoDay = z
  .string()
  .refine(isReckonable, { error: `expected a day like 2026-03-23 ${reckonable}` })

const provenance = {
  source: words(500).nullable(),
  asOf: isoDate.nullable(),
  class: z.enum(evidenceClasses),
}

type Provenance = { readonly source: string | null; readonly asOf: string | null }
const isDated = ({ source, asOf }: Provenance): boolean => source !== null && asOf !== null
const dated = 'expected a source and a date with what is known'

/** A figure in one unit, within bounds, with source and date where it is known. @see SPEC.md MK1 */
export const figureOf = (unit: Unit, low = 0, high = 1e12) => {
  const bounded = z.number().min(low).max(high).nullable()
  return z
    .strictObject({ value: bounded, low: bounded, high: bounded, unit: z.enum(units), ...provenance })
    .refine((given) => given.unit === unit, { path: ['unit'], error: `expected "${unit}"` })
    .refine(
      ({ value, low: least, high: most, ...rest }) =>
        (value === null && least === null && most === null) || isDated(rest),
      { error: dated },
    )
    .refine(
      ({ value, low: least, high: most }) =>
        (least === null || most === null || least <= most) &&
        (value === null || ((least === null || least <= value) && (most === null || value <= most))),
      { error: 'expected low <= value <= high' },
    )
}

const ratio = figureOf('ratio', 0, 1)

export const factSchema = z
  .strictObject({ text: words(400).nullable(), ...provenance })
  .refine((given) => given.text === null || isDated(given), { error: dated })

const termOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z
    .strictObject({ value: z.enum(values).nullable(), text: words(400).nullable(), ...provenance })
    .refine((given) => given.value === null || isDated(given), { error: dated })

const catalogueId = z.string().max(80)

/** Null: nothing is said. None at all would take no rig. MB13 */
const someOf = <Word extends string>(word: z.ZodType<Word>, most: number) =>
  z.array(word).min(1, 'expected at least one entry, or null where nothing is said').max(most).nullable()

const feeStep = z.strictObject({
  from: isoDay.nullable(),
  payoutCurrency: z.enum(['cash', 'token', 'any']),
  platformFeeRatio: figureOf('ratio', 0, 0.95),
  paymentFeeRatio: figureOf('ratio', 0, 0.95),
  note: words(300).nullable(),
})

/** As many rows as the engine's list of later fees has. MB14 */
const mostFeeSteps = 60

export const pricePointSchema = z.strictObject({
  gpu: words(80),
  catalogueIds: z.array(catalogueId).max(40),
  usdPerGpuHour: figureOf('usdPerGpuHour', 0, 100),
  basis: z.enum(priceBases),
  note: words(300).nullable(),
})

export const utilizationPointSchema = z.strictObject({
  catalogueIds: z.array(catalogueId).max(200),
  rentalUtilizationRatio: ratio,
  note: words(300).nullable(),
})

export const marketProfileSchema = z.strictObject({
  schema: z.literal(1),
  id: marketId,
  name: words(80),
  homepage: z.url({ protocol: /^https$/ }).max(200),
  kind: factSchema,
  status: factSchema,
  whoMayJoin: termOf(joiningRules),
  resourceKind: termOf(resourceKinds),
  accessForm: termOf(accessForms),
  matching: termOf(matchingRules),
  pricing: termOf(pricingMechanisms),
  hardware: z.strictObject({
    vendors: someOf(z.enum(gpuVendors), gpuVendors.length),
    segments: someOf(z.enum(gpuSegments), gpuSegments.length),
    catalogueIds: someOf(catalogueId, 500),
    minimumMemoryGigabytes: figureOf('gigabytes', 0, 10_000),
    minimumGpuCount: figureOf('count', 0, 100_000),
    maximumGpuCount: figureOf('count', 1, 100_000),
  }),
  fees: z.array(feeStep).max(mostFeeSteps, `expected at most ${mostFeeSteps} fee steps`),
  payout: z.strictObject({
    currencies: termOf(payoutCurrencies),
    cadence: termOf(payoutCadences),
    creditDelayDays: figureOf('days', 0, 180),
    minimumUsd: figureOf('usd', 0, 100_000),
    withdrawalFeeUsd: figureOf('usd', 0, 10_000),
    holdDays: figureOf('days', 0, 1_000),
  }),
  collateral: z.strictObject({
    kind: termOf(collateralKinds),
    usdPerGpu: figureOf('usdPerGpu', 0, 10_000_000),
    tokensPerGpu: figureOf('count'),
    unbondingDays: figureOf('days', 0, 1_000),
  }),
  serviceLevel: z.strictObject({ promisedUptimeRatio: ratio, creditPerPointRatio: ratio }),
  verification: z.strictObject({
    stayedOnline: factSchema,
    outputRight: factSchema,
    isolated: factSchema,
    punished: factSchema,
  }),
  subsidy: z.strictObject({
    usdPerRentedGpuHour: figureOf('usdPerGpuHour', 0, 100),
    usdPerUpGpuHour: figureOf('usdPerGpuHour', 0, 100),
    tokensPerRentedGpuHour: figureOf('tokensPerGpuHour', 0, 1e9),
    tokensPerUpGpuHour: figureOf('tokensPerGpuHour', 0, 1e9),
  }),
  token: z.strictObject({ symbol: words(20).nullable(), priceUsd: figureOf('usdPerToken', 1e-9, 1e7) }),
  prices: z.array(pricePointSchema).max(500),
  utilizations: z.array(utilizationPointSchema).max(500),
  workloadFits: z
    .array(z.strictObject({ workload: z.enum(workloads), fit: termOf(fits) }))
    .max(workloads.length),
  facts: z.record(z.enum(networkFactLabels), factSchema),
}) satisfies z.ZodType<MarketProfile>

export const marketPackSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('idlewatt market pack'),
  compiledAt: isoDate,
  markets: z
    .array(marketProfileSchema)
    .min(1)
    .max(200)
    .refine((markets) => new Set(markets.map(({ id }) => id)).size === markets.length, {
      error: 'expected each id once',
    }),
}) satisfies z.ZodType<MarketPack>
