import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gpuSegments } from '../../../shared/catalogue-gpu.ts'
import {
  type EvidenceClass,
  evidenceClasses,
  type Fact,
  type Figure,
  type Unit,
  unknownFigure,
} from '../../../shared/figure.ts'
import {
  accessForms,
  type Fit,
  joiningRules,
  type MarketProfile,
  matchingRules,
  resourceKinds,
  type Term,
  type Workload,
  workloads,
} from '../../../shared/markets/market-profile.ts'
import { fitOf, type FitVerdict, type RigFacts, rigFitOf } from '../../../shared/markets/workload-fit.ts'
import { workloadRules } from '../../../shared/markets/workload-rules.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'

const shown = { source: 'the test', asOf: '2026-11-01', class: 'project-document' } as const
const said = (text: string, evidence: EvidenceClass = shown.class): Fact => ({
  text,
  source: shown.source,
  asOf: shown.asOf,
  class: evidence,
})
const silent: Fact = { text: null, source: null, asOf: null, class: 'assumption' }
const known = (value: number, unit: Unit, evidence: EvidenceClass = shown.class): Figure => ({
  ...shown,
  value,
  low: null,
  high: null,
  unit,
  class: evidence,
})
const term = <Value extends string>(value: Value, evidence?: EvidenceClass): Term<Value> => ({
  value,
  ...said(value, evidence),
})
const noTerm = { value: null, ...silent }

/** A shipped network with everything that bears on a fit taken away. */
const [anyNetwork] = shippedCatalogue.networks
const silentNetwork: MarketProfile = {
  ...anyNetwork!,
  resourceKind: noTerm,
  accessForm: noTerm,
  whoMayJoin: noTerm,
  matching: noTerm,
  hardware: {
    ...anyNetwork!.hardware,
    minimumMemoryGigabytes: unknownFigure('gigabytes'),
    minimumGpuCount: unknownFigure('count'),
    maximumGpuCount: unknownFigure('count'),
  },
  serviceLevel: { promisedUptimeRatio: unknownFigure('ratio'), creditPerPointRatio: unknownFigure('ratio') },
  verification: { stayedOnline: silent, outputRight: silent, isolated: silent, punished: silent },
  workloadFits: [],
}
const containers: MarketProfile = { ...silentNetwork, resourceKind: term('container') }
const withMemory = (network: MarketProfile, minimumMemoryGigabytes: Figure): MarketProfile => ({
  ...network,
  hardware: { ...network.hardware, minimumMemoryGigabytes },
})

const gpusOf = (network: MarketProfile, workload: Workload) =>
  fitOf(network, workload).because.find(({ about }) => about === 'GPUs together')

const promising = (promised: number): MarketProfile => ({
  ...withMemory(silentNetwork, known(80, 'gigabytes')),
  resourceKind: term('virtual machine'),
  whoMayJoin: term('professional sites'),
  hardware: {
    ...silentNetwork.hardware,
    minimumMemoryGigabytes: known(80, 'gigabytes'),
    maximumGpuCount: known(8, 'count'),
  },
  verification: { ...silentNetwork.verification, isolated: said('One virtual machine per tenant') },
  serviceLevel: { ...silentNetwork.serviceLevel, promisedUptimeRatio: known(promised, 'ratio') },
})

describe('WF1 the fit of a market', () => {
  test('a network that rents out containers and says nothing else is possible for batch', () => {
    expect(fitOf(containers, 'batch')).toMatchObject({
      fit: 'possible',
      caveat: 'Not known: memory of the smallest card.',
    })
  })

  test('a network of which nothing is known is unknown for everything and good for nothing', () => {
    for (const workload of workloads) {
      const { fit, caveat } = fitOf(silentNetwork, workload)
      expect([workload, fit]).toEqual([workload, 'unknown'])
      expect(caveat).toMatch(/^Not known: what is rented/)
    }
  })

  test('a market is unknown for work of which more is unknown than known', () => {
    // Rendering asks what is rented, for memory, and whether the output is right: one known of three, then two.
    expect(fitOf(containers, 'rendering')).toMatchObject({
      fit: 'unknown',
      caveat: 'Not known: memory of the smallest card; whether the output is right.',
    })
    expect(fitOf(withMemory(containers, known(8, 'gigabytes')), 'rendering')).toMatchObject({
      fit: 'possible',
      caveat:
        'Memory of the smallest card: 8 GB, where larger jobs want 16 GB. Not known: whether the output is right.',
    })
  })

  test('is good where everything that the work asks for is shown', () => {
    const good = fitOf(withMemory(containers, known(24, 'gigabytes')), 'inference')
    expect(good).toMatchObject({ fit: 'good', caveat: null, isOverride: false })
    expect(good.because.map(({ about, known, standing }) => [about, known, standing])).toEqual([
      ['what is rented', 'container', 'met'],
      ['memory of the smallest card', '24 GB', 'met'],
    ])
    expect(good.because[1]).toMatchObject(shown)
  })

  test('is poor where what is rented does not carry the work', () => {
    expect(fitOf({ ...silentNetwork, resourceKind: term('rendering job') }, 'notebooks')).toMatchObject({
      fit: 'poor',
      caveat: 'What is rented is “rendering job”, which does not carry this work.',
    })
  })

  test('knows the memory where the buyer picks the card', () => {
    const picked = { ...containers, matching: term('buyer picks a listing') }
    expect(fitOf(picked, 'inference').fit).toBe('good')
    expect(fitOf(picked, 'inference').because[1]).toMatchObject({ known: 'the buyer picks the card' })
    // A least memory that is enough says more.
    expect(fitOf(withMemory(picked, known(24, 'gigabytes')), 'inference').because[1]).toMatchObject({
      known: '24 GB',
    })
  })

  test('asks for GPUs together only where the work may want several, and a cluster has them', () => {
    expect(gpusOf(containers, 'batch')).toBeUndefined()
    expect(gpusOf(containers, 'enterprise hosting')).toMatchObject({ known: null, standing: 'unknown' })
    expect(gpusOf({ ...silentNetwork, resourceKind: term('cluster') }, 'HPC and simulation')).toMatchObject({
      known: 'a cluster',
      standing: 'met',
    })
  })

  test('takes the low end of a range, not its middle', () => {
    const range = { ...known(24, 'gigabytes'), low: 8, high: 40 }
    expect(fitOf(withMemory(containers, range), 'inference')).toMatchObject({
      fit: 'possible',
      caveat: 'Memory of the smallest card: 8 GB, where larger jobs want 24 GB.',
    })
  })

  test('a check that is said not to exist counts as lacking, one that is named as met', () => {
    const rendering = { ...withMemory(containers, known(24, 'gigabytes')) }
    const checkedBy = (words: string) =>
      fitOf(
        { ...rendering, verification: { ...rendering.verification, outputRight: said(words) } },
        'rendering',
      )
    expect(checkedBy('Frames are rendered again by a second host').fit).toBe('good')
    expect(checkedBy('None.')).toMatchObject({
      fit: 'poor',
      caveat: 'Whether the output is right: None.',
    })
    expect(checkedBy('Notaries compare two runs').fit).toBe('good')
    expect(fitOf(rendering, 'rendering').caveat).toBe('Not known: whether the output is right.')
  })

  test('a promise below what the work cannot do without makes it poor, however good the rest is', () => {
    expect(fitOf(promising(0.98), 'enterprise hosting')).toMatchObject({
      fit: 'poor',
      caveat: 'Promised uptime: 98 %, and it takes 99 %.',
    })
    expect(fitOf(promising(0.995), 'enterprise hosting').fit).toBe('possible')
    expect(fitOf(promising(0.999), 'enterprise hosting').fit).toBe('good')
  })
})

describe('WF3 what nobody tells', () => {
  test('regulated data, frontier training and mission-critical work are never good by the rules', () => {
    for (const workload of ['regulated data', 'frontier training', 'mission-critical'] as const)
      fc.assert(
        fc.property(profiles, rigs, (profile, rig) => {
          expect(fitOf({ ...profile, workloadFits: [] }, workload).fit).not.toBe('good')
          expect(rigFitOf(rig, workload).fit).not.toBe('good')
        }),
        { numRuns: 200 },
      )
  })

  test('a claim makes nothing good', () => {
    const claimed = withMemory(containers, known(24, 'gigabytes', 'claim'))
    expect(fitOf(claimed, 'inference')).toMatchObject({
      fit: 'possible',
      caveat: 'Memory of the smallest card is only claimed or assumed.',
    })
  })
})

describe('WF5 a word of the profile’s own', () => {
  test('wins over the rules and is marked, whatever the rules say', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...workloads), fits, (profile, workload, fit) => {
        const given = { ...profile, workloadFits: [{ workload, fit: { ...term(fit), text: 'My own try' } }] }
        const bare = fitOf({ ...profile, workloadFits: [] }, workload)
        expect(fitOf(given, workload)).toEqual({
          ...bare,
          fit,
          caveat: 'My own try',
          isOverride: true,
          byRules: bare.fit,
        })
      }),
    )
  })

  test('speaks of its own kind of work only, and an unknown one says nothing', () => {
    const fit = { ...term('good' as const), text: null }
    const network = { ...containers, workloadFits: [{ workload: 'rendering', fit } as const] }
    expect(fitOf(network, 'rendering')).toMatchObject({ fit: 'good', caveat: null, byRules: 'unknown' })
    expect(fitOf(network, 'batch')).toMatchObject({ fit: 'possible', isOverride: false })
    const withdrawn = { ...containers, workloadFits: [{ workload: 'batch', fit: noTerm } as const] }
    expect(fitOf(withdrawn, 'batch').isOverride).toBe(false)
  })

  test('without a note a fit that is not good still has a caveat', () => {
    const fit = { ...term('poor' as const), text: null }
    expect(fitOf({ ...containers, workloadFits: [{ workload: 'batch', fit }] }, 'batch').caveat).toBe(
      'Set in the profile without a note.',
    )
  })
})

describe('WF6 the fit of a rig', () => {
  const home: RigFacts = {
    memoryGigabytesPerGpu: 24,
    gpuCount: 1,
    segment: 'consumer',
    offeredHoursPerWeek: 168,
    uptimeRatio: 0.98,
  }

  test('one consumer card of 24 GB, always up, is good for inference and poor for frontier training', () => {
    expect(rigFitOf(home, 'inference')).toMatchObject({ fit: 'good', caveat: null })
    expect(rigFitOf(home, 'frontier training')).toMatchObject({
      fit: 'poor',
      caveat: 'Memory per GPU: 24 GB, and it takes 40 GB.',
    })
  })

  test('offered at night only it is possible for inference, and the hours are named', () => {
    expect(rigFitOf({ ...home, offeredHoursPerWeek: 56 }, 'inference')).toMatchObject({
      fit: 'possible',
      caveat: 'Hours offered a week: 56, where larger jobs want 168.',
    })
  })

  test('the least that the work takes is enough to be possible, anything below is poor', () => {
    expect(rigFitOf({ ...home, memoryGigabytesPerGpu: 8 }, 'inference').fit).toBe('possible')
    expect(rigFitOf({ ...home, memoryGigabytesPerGpu: 7.9 }, 'inference').fit).toBe('poor')
  })

  test('without its memory it is unknown', () => {
    expect(rigFitOf({ ...home, memoryGigabytesPerGpu: null }, 'batch')).toMatchObject({
      fit: 'unknown',
      caveat: 'Not known: memory per GPU.',
    })
  })

  test('nothing known is never good', () => {
    const nothing: RigFacts = {
      memoryGigabytesPerGpu: null,
      gpuCount: null,
      segment: null,
      offeredHoursPerWeek: null,
      uptimeRatio: null,
    }
    for (const workload of workloads) expect(rigFitOf(nothing, workload).fit).toBe('unknown')
  })
})

const order: Readonly<Record<FitVerdict['fit'], number>> = { poor: 0, unknown: 1, possible: 2, good: 3 }

const complete = ({ fit, caveat, because, isOverride }: FitVerdict) => {
  expect(because.length).toBeGreaterThan(0)
  if (isOverride) expect(fit === 'good' || caveat !== null).toBe(true)
  else if (fit !== 'good') expect(caveat).toMatch(/^\p{Lu}.*[^.]\.$/su)
  else expect(because.every(({ standing }) => standing === 'met')).toBe(true)
}

describe('WF4 in every combination', () => {
  test('every fit but a good one has a caveat, a good one rests on met facts alone', () => {
    fc.assert(
      fc.property(profiles, rigs, fc.constantFrom(...workloads), (profile, rig, workload) => {
        complete(fitOf(profile, workload))
        complete(rigFitOf(rig, workload))
      }),
      { numRuns: 500 },
    )
  })

  test('more memory, cards, hours or uptime never worsen the fit of a rig', () => {
    const amounts = ['memoryGigabytesPerGpu', 'gpuCount', 'offeredHoursPerWeek', 'uptimeRatio'] as const
    fc.assert(
      fc.property(
        rigs,
        fc.constantFrom(...workloads),
        fc.constantFrom(...amounts),
        fc.double({ min: 0, max: 2_000, noNaN: true }),
        (rig, workload, amount, more) => {
          const before = rig[amount]
          if (before === null) return
          const better = { ...rig, [amount]: before + more }
          expect(order[rigFitOf(better, workload).fit]).toBeGreaterThanOrEqual(
            order[rigFitOf(rig, workload).fit],
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('more memory or more cards together never worsen the fit of a market', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom(...workloads),
        fc.constantFrom('minimumMemoryGigabytes' as const, 'maximumGpuCount' as const),
        fc.double({ min: 0, max: 2_000, noNaN: true }),
        (profile, workload, amount, more) => {
          const figure = profile.hardware[amount]
          if (figure.value === null) return
          const better = {
            ...profile,
            hardware: { ...profile.hardware, [amount]: { ...figure, value: figure.value + more } },
          }
          expect(order[fitOf(better, workload).fit]).toBeGreaterThanOrEqual(
            order[fitOf(profile, workload).fit],
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('every shipped network and every kind of work has an answer', () => {
    for (const network of shippedCatalogue.networks)
      for (const workload of workloads) {
        const { fit, caveat } = fitOf(network, workload)
        expect([network.id, workload, fit === 'good' || caveat !== null]).toEqual([
          network.id,
          workload,
          true,
        ])
      }
  })
})

describe('WF2 the rules', () => {
  test('want no less than they need at least, of every kind of work', () => {
    for (const workload of workloads) {
      const rule = workloadRules[workload]
      for (const span of [rule.memoryGigabytes, rule.gpuCount, rule.offeredHoursPerWeek, rule.uptimeRatio])
        expect([workload, span.least > 0 && span.least <= span.wanted]).toEqual([workload, true])
      expect(rule.offeredHoursPerWeek.wanted).toBeLessThanOrEqual(168)
      expect(rule.uptimeRatio.wanted).toBeLessThan(1)
    }
  })
})

const classOf = fc.constantFrom(...evidenceClasses)
const fits = fc.constantFrom<Fit>('good', 'possible', 'poor')
const termsOf = <Value extends string>(values: readonly Value[]): fc.Arbitrary<Term<Value>> =>
  fc.oneof(
    fc.constant(noTerm),
    fc.tuple(fc.constantFrom(...values), classOf).map(([value, evidence]) => term(value, evidence)),
  )
const factOf = fc.oneof(
  fc.constant(silent),
  fc
    .tuple(fc.constantFrom('No check.', 'none', 'Repeated by a second host', 'Notes are kept'), classOf)
    .map(([text, evidence]) => said(text, evidence)),
)
const figureOf = (unit: Unit, most: number) =>
  fc.oneof(
    fc.constant(unknownFigure(unit)),
    fc
      .tuple(fc.double({ min: 0, max: most, noNaN: true }), classOf)
      .map(([value, evidence]) => known(value, unit, evidence)),
  )

const saidOfMarket = fc.record({
  resourceKind: termsOf(resourceKinds),
  accessForm: termsOf(accessForms),
  whoMayJoin: termsOf(joiningRules),
  matching: termsOf(matchingRules),
  memory: figureOf('gigabytes', 100),
  cards: figureOf('count', 2_000),
  uptime: figureOf('ratio', 1),
  isolated: factOf,
  outputRight: factOf,
  workloadFits: fc.uniqueArray(
    fc.record({
      workload: fc.constantFrom(...workloads),
      fit: termsOf(['good', 'possible', 'poor'] as const),
    }),
    { selector: ({ workload }) => workload, maxLength: 4 },
  ),
})

type SaidOfMarket = typeof saidOfMarket extends fc.Arbitrary<infer Said> ? Said : never

function profileOf({ memory, cards, uptime, isolated, outputRight, ...terms }: SaidOfMarket): MarketProfile {
  return {
    ...silentNetwork,
    ...terms,
    hardware: { ...silentNetwork.hardware, minimumMemoryGigabytes: memory, maximumGpuCount: cards },
    serviceLevel: { ...silentNetwork.serviceLevel, promisedUptimeRatio: uptime },
    verification: { ...silentNetwork.verification, isolated, outputRight },
  }
}
const profiles = saidOfMarket.map(profileOf)

const orUnknown = (least: number, most: number) =>
  fc.option(fc.double({ min: least, max: most, noNaN: true }), { nil: null })
const rigs: fc.Arbitrary<RigFacts> = fc.record({
  memoryGigabytesPerGpu: orUnknown(0, 200),
  gpuCount: fc.option(fc.integer({ min: 1, max: 4_000 }), { nil: null }),
  segment: fc.option(fc.constantFrom(...gpuSegments), { nil: null }),
  offeredHoursPerWeek: orUnknown(0, 168),
  uptimeRatio: orUnknown(0, 1),
})
