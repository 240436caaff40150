/** A computed answer cannot be flattered: not by leaving out, not by adding, not by a weaker source. @see SPEC.md DG18 */
import { expect, it } from 'vitest'
import { computedNet, type ComputedScenario } from '../../shared/diligence/computed-answer.ts'
import { decidedKeys, movedInputs } from '../../shared/diligence/computed-ranges.ts'
import { type InputEntries, resolveInputs } from '../../shared/economics/inputs.ts'
import {
  assumed,
  type EvidenceClass,
  evidenceClasses,
  type Figure,
  trustByClass,
} from '../../shared/figure.ts'
import { forSeeds, isNightly } from './runs.ts'
import { randomFrom, scenarioFrom } from './scenario-generator.ts'

const cases = isNightly ? 1_000 : 20

const scenarioOf = (entries: InputEntries): ComputedScenario => ({
  id: 's',
  name: 'Mine',
  revision: 1,
  entries,
})

type Drawn = { readonly entries: InputEntries; readonly random: () => number }

/** Every figure of a class of its own, most of them well attested; no lists but where a row needs one. */
function drawn(seed: number): Drawn {
  const random = randomFrom(seed ^ 0x5bd1e995)
  const fixed = {
    contracts: '',
    priceJumps: '',
    utilizationByMonth: '',
    platformFeeSteps: '',
    resaleCurve: '',
  }
  const plain = {
    replacements: '',
    solarSurplus: 'none',
    tariffKind: random() < 0.5 ? 'flat' : 'time-of-use',
  }
  const bare = { serviceLevel: 'none', collateralKind: 'none', loanKind: 'none', priceBasis: 'buyer pays' }
  const saleVenue = { saleVenue: 'exchange' }
  const resaleUsd = 300 + random() * 1_000
  const card = {
    purchaseUsdPerGpu: assumed(resaleUsd * (0.9 + random() * 0.4), 'usdPerGpu'),
    resaleTodayUsdPerGpu: assumed(resaleUsd, 'usdPerGpu'),
    resaleIn12MonthsUsdPerGpu: assumed(resaleUsd * (0.5 + random() * 0.5), 'usdPerGpu'),
  }
  const entries = scenarioFrom(seed, {
    complete: true,
    atMost: {
      horizonMonths: 24,
      gpuCount: 4,
      priceUsdPerGpuHour: 2,
      flatTariffPerKwh: 0.4,
      colocationUsdPerMonth: 40,
      insuranceUsdPerMonth: 10,
      fixedOperatingUsdPerMonth: 30,
      labourHoursPerMonth: 3,
      labourUsdPerHour: 20,
      fixedChargePerMonth: 10,
      trafficUsdPerGigabyte: 0.002,
      wallRentedWatts: 2_000,
      wallIdleWatts: 300,
      demandChargePerKw: 5,
      taxRateRatio: 0.4,
      discountRatePerYear: 0.2,
    },
    fixed: { ...fixed, ...plain, ...bare, ...saleVenue, ...card },
  })
  const classes = Object.entries(entries).map(([key, entry]) => {
    if (typeof entry === 'string') return [key, entry]
    const at = random() < 0.85 ? Math.floor(random() * 5) : Math.floor(random() * evidenceClasses.length)
    return [key, { ...entry, class: evidenceClasses[at] as EvidenceClass }]
  })
  return { entries: Object.fromEntries(classes) as InputEntries, random }
}

const figuresOf = (entries: InputEntries) =>
  Object.entries(entries).filter((each): each is [string, Figure] => typeof each[1] === 'object')

const trustIn = (answer: ReturnType<typeof computedNet>) =>
  answer.kind === 'unanswered' ? 0 : trustByClass[answer.class]

/** The change is no flattery: no more trusted, and no trusted "yes" out of a "no". */
function expectNoBetter(before: InputEntries, after: InputEntries, change: string): void {
  const was = computedNet(scenarioOf(before))
  const is = computedNet(scenarioOf(after))
  if (was.kind === 'unanswered' || is.kind === 'unanswered') return
  expect(trustIn(is), change).toBeLessThanOrEqual(trustIn(was))
  if (was.value === 'no' && is.value === 'yes') expect(trustIn(is), change).toBeLessThan(0.5)
}

const oneOf = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T

const rangeOf = (entries: InputEntries, key: string) => {
  const resolution = resolveInputs(entries)
  return resolution.kind === 'refused'
    ? undefined
    : movedInputs(entries, resolution.inputs).find((input) => input.key === key)
}

/** What Idlewatt takes for a figure that is not given reaches as far as the figure and its own range do. */
function isWithinBlank(entries: InputEntries, key: string, figure: Figure): boolean {
  const { [key]: _, ...blanked } = entries
  const own = rangeOf(entries, key)
  const blank = rangeOf(blanked, key)
  if (blank === undefined || figure.value === null) return resolveInputs(blanked).kind === 'resolved'
  const { low, high } = own ?? { low: figure.value, high: figure.value }
  return blank.low <= low && high <= blank.high
}

it('DG18 a weaker class of any figure makes no answer more trusted', () => {
  forSeeds('computed answer, weaker class', cases, 1, (seed) => {
    const { entries, random } = drawn(seed)
    for (let time = 0; time < 3; time += 1) {
      const [key, figure] = oneOf(random, figuresOf(entries))
      const weaker = evidenceClasses.filter((each) => trustByClass[each] < trustByClass[figure.class])
      if (weaker.length === 0) continue
      const to = oneOf(random, weaker)
      expectNoBetter(
        entries,
        { ...entries, [key]: { ...figure, class: to } },
        `${key} ${figure.class} to ${to}`,
      )
    }
  })
})

it('DG18 a blanked figure makes no answer more trusted, where Idlewatt’s range for it holds the figure', () => {
  forSeeds('computed answer, blanked', cases, 1, (seed) => {
    const { entries, random } = drawn(seed)
    for (let time = 0; time < 3; time += 1) {
      const [key, figure] = oneOf(random, figuresOf(entries))
      if (decidedKeys.has(key) || !isWithinBlank(entries, key, figure)) continue
      const { [key]: _, ...blanked } = entries
      expectNoBetter(entries, blanked, `${key} ${figure.value} blanked`)
    }
  })
})

const lists: Readonly<Record<string, (month: string, random: () => number) => string>> = {
  priceJumps: (month, random) => `${month} ${(random() * 30).toFixed(2)}`,
  utilizationByMonth: (month, random) => `${month} ${(random() * 30).toFixed(2)}`,
  platformFeeSteps: (month, random) => `${month} ${(random() * 0.5).toFixed(2)}`,
  contracts: (month, random) => `${month} ${month} 1 ${(random() * 30).toFixed(2)} 0`,
  replacements: (month, random) => `${month} ${Math.round(random() * 100)} 0 ${random().toFixed(2)}`,
  resaleCurve: (_, random) => `0 1; 24 ${(0.1 + random()).toFixed(2)}`,
}

it('DG18 a list makes an answer an assumption, and no other', () => {
  forSeeds('computed answer, with a list', cases, 1, (seed) => {
    const { entries, random } = drawn(seed)
    const [key, textOf] = oneOf(random, Object.entries(lists))
    const listed = { ...entries, [key]: textOf(entries['startMonth'] as string, random) }
    expectNoBetter(entries, listed, key)
    const answer = computedNet(scenarioOf(listed))
    if (answer.kind === 'computed') expect(answer.class).toBe('assumption')
  })
})

it('DG18 a typed price or rented share always gives an assumption', () => {
  forSeeds('computed answer, typed evidence', cases, 1, (seed) => {
    const { entries, random } = drawn(seed)
    const key = oneOf(random, ['priceUsdPerGpuHour', 'rentalUtilizationRatio'])
    const figure = entries[key] as Figure
    const answer = computedNet(scenarioOf({ ...entries, [key]: { ...figure, class: 'assumption' } }))
    if (answer.kind === 'unanswered') return
    expect(trustIn(answer)).toBe(0)
    expect(answer.basis.decisive.map((input) => input.key)).toContain(key)
  })
})

it('DG18 most of these scenarios are answered, of many classes: the properties above are of something', () => {
  const seen = new Map<string, number>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const answer = computedNet(scenarioOf(drawn(seed).entries))
    const what = answer.kind === 'unanswered' ? answer.kind : `${answer.value} ${trustByClass[answer.class]}`
    seen.set(what, (seen.get(what) ?? 0) + 1)
  }
  console.log(Object.fromEntries(seen))
  expect(seen.get('unanswered') ?? 0).toBeLessThan(20)
  for (const what of ['yes 1', 'no 1', 'yes 0']) expect(seen.get(what) ?? 0, what).toBeGreaterThan(1)
})
