import { describe, expect, it } from 'vitest'
import { entriesOf as scenarioOf, type Given, worked } from '../economics/given.ts'
import { computedExit, computedNet, exitSlippageRatio } from '../../../shared/diligence/computed-answer.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import type { NumberInput } from '../../../shared/economics/input-definition.ts'
import { definitionOf, type InputEntries } from '../../../shared/economics/inputs.ts'
import { type EvidenceClass, type Figure, trustByClass } from '../../../shared/figure.ts'

const classed = (entries: InputEntries, classes: Readonly<Record<string, EvidenceClass>>): InputEntries =>
  Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [
      key,
      typeof entry === 'string' ? entry : { ...entry, class: classes[key] ?? 'own-receipt' },
    ]),
  )

/** A card of $600 whose price in a year is anybody's guess, three years of work; all else that is given by receipt. */
const honest: Given = {
  ...worked,
  horizonMonths: 36,
  resaleTodayUsdPerGpu: 600,
  resaleIn12MonthsUsdPerGpu: 480,
}
const honestClasses: Readonly<Record<string, EvidenceClass>> = {
  wallRentedWatts: 'own-measurement',
  wallIdleWatts: 'own-measurement',
  platformFeeRatio: 'project-document',
  minimumPayoutUsd: 'project-document',
  withdrawalFeeUsd: 'project-document',
  holdDays: 'project-document',
  transferDays: 'assumption',
  horizonMonths: 'assumption',
  resaleTodayUsdPerGpu: 'third-party',
  resaleIn12MonthsUsdPerGpu: 'assumption',
}

const scenario = (classes: Readonly<Record<string, EvidenceClass>> = {}, given: Given = {}) => ({
  id: 's',
  name: 'Mine',
  revision: 1,
  entries: classed(scenarioOf({ ...honest, ...given }), { ...honestClasses, ...classes }),
})

const without = (keys: readonly string[], from: ReturnType<typeof scenario>) => ({
  ...from,
  entries: Object.fromEntries(Object.entries(from.entries).filter(([key]) => !keys.includes(key))),
})

const decisiveOf = (computed: ReturnType<typeof computedNet>) =>
  computed.kind === 'computed' ? computed.basis.decisive : []
const keysOf = (computed: ReturnType<typeof computedNet>) => decisiveOf(computed).map(({ key }) => key)

/** Rented so little that it does not pay: "no" by receipt. */
const empty: Given = { rentalUtilizationRatio: 0.01 }

describe('DG18 answers of the engine', () => {
  it('the net is the gate’s own leg', () => {
    const computed = computedNet(scenario())
    const evaluation = evaluate(scenario().entries)
    const usageOnly = evaluation.kind === 'evaluated' ? evaluation.answer?.gate.usageOnlyUsd : undefined
    expect(usageOnly).toBeGreaterThan(0)
    expect(computed).toMatchObject({ kind: 'computed', value: 'yes', basis: { usageOnlyUsd: usageOnly } })
  })

  it('a typed rented share decides whatever the rest is: it may be anything', () => {
    const computed = computedNet(scenario({ rentalUtilizationRatio: 'assumption' }))
    expect(computed).toMatchObject({ class: 'assumption', basis: { utilizationClass: 'assumption' } })
    expect(decisiveOf(computed).find(({ key }) => key === 'rentalUtilizationRatio')).toMatchObject({
      low: 0,
      high: 1,
    })
    expect((definitionOf('rentalUtilizationRatio') as NumberInput).high).toBe(1)
  })

  it('with receipts and nothing that turns the sign, it is as sure as a computation', () => {
    expect(computedNet(scenario())).toMatchObject({ class: 'own-measurement', basis: { decisive: [] } })
  })

  it('the least trusted input that turns the sign gives the class', () => {
    const { flatTariffPerKwh: tariff, ...rest } = scenario().entries
    const ranged = typeof tariff === 'object' ? { ...tariff, low: 0.1, high: 2 } : ''
    const entries = {
      ...rest,
      flatTariffPerKwh: { ...(ranged as Figure), class: 'weak-third-party' },
    } as const
    const computed = computedNet({ ...scenario(), entries })
    expect(computed).toMatchObject({
      value: 'yes',
      class: 'weak-third-party',
      basis: { decisive: [{ key: 'flatTariffPerKwh', low: 0.1, high: 2 }] },
    })
  })

  it('without a price, or refused, it is unanswered with the reason', () => {
    expect(computedNet(without(['priceUsdPerGpuHour'], scenario()))).toMatchObject({ kind: 'unanswered' })
    expect(computedNet(scenario({}, { wallRentedWatts: -1 }))).toMatchObject({ kind: 'unanswered' })
  })

  it('subsidies and the path of the token are left out', () => {
    const token = {
      payoutCurrency: 'token',
      tokenPriceUsd: 2,
      tokenYearlyChangeRatio: 5,
      subsidyTokensPerRentedGpuHour: 1,
    }
    const entries = scenario({}, token).entries
    const evaluation = evaluate(entries)
    const usageOnly = evaluation.kind === 'evaluated' ? evaluation.answer?.gate.usageOnlyUsd : undefined
    expect(usageOnly).toBeTypeOf('number')
    expect(computedNet({ ...scenario(), entries })).toMatchObject({ basis: { usageOnlyUsd: usageOnly } })
  })

  it('the exit is one sale of the whole into the pool', () => {
    const own = { sizeUsd: 1_000, depthUsd: 100_000, depthClass: 'third-party', poolFeeRatio: 0 } as const
    expect(exitSlippageRatio(own)).toBeCloseTo(0.00990099, 8)
    expect(computedExit({ ...own, slippageLimitRatio: 0.01 })).toMatchObject({
      value: 'yes',
      class: 'third-party',
    })
    expect(computedExit({ ...own, slippageLimitRatio: 0.009 })).toMatchObject({ value: 'no' })
    expect(computedExit({ ...own, sizeUsd: 0, slippageLimitRatio: 0.01 }).kind).toBe('unanswered')
    expect(() => exitSlippageRatio({ ...own, sizeUsd: 0 })).toThrow('above 0')
  })
})

describe('DG18 what the card is worth', () => {
  const toBuy: Given = { ownership: 'to buy', purchaseUsdPerGpu: 3_000 }

  it('a card that loses more than it brings is a no, and no answer without its price at the end', () => {
    expect(computedNet(scenario({}, { ...toBuy, horizonMonths: 12 }))).toMatchObject({ value: 'no' })
    const cleared = without(['resaleIn12MonthsUsdPerGpu'], scenario({}, { ...toBuy, horizonMonths: 12 }))
    expect(computedNet(cleared)).toEqual({
      kind: 'unanswered',
      reason:
        'What the card is worth at the end is not given (Resale in 12 months, per GPU): without it the net would leave the card’s value out.',
    })
  })

  it.each([
    ['purchaseUsdPerGpu', toBuy, 'What the card costs'],
    ['resaleTodayUsdPerGpu', toBuy, 'What the card sells for today'],
    ['resaleTodayUsdPerGpu', {}, 'What the card sells for today'],
    ['resaleIn12MonthsUsdPerGpu', {}, 'What the card is worth at the end'],
  ] as const)('without %s there is no answer', (key, given, words) => {
    const computed = computedNet(without([key], scenario({}, given)))
    expect(computed.kind === 'unanswered' && computed.reason).toMatch(words)
  })

  it('an owned card of which nothing is said is computed by its running flows, on assumption', () => {
    const keys = ['resaleTodayUsdPerGpu', 'resaleIn12MonthsUsdPerGpu']
    const computed = computedNet(without(keys, scenario()))
    expect(computed).toMatchObject({ kind: 'computed', value: 'yes', class: 'assumption' })
    expect(keysOf(computed)).toEqual(keys)
  })
})

describe('DG18 lists carry no class', () => {
  it.each([
    ['utilizationByMonth', '2026-11 100', { utilizationClass: 'assumption' }],
    ['priceJumps', '2026-11 20', { priceClass: 'assumption' }],
    ['contracts', '2026-11 2029-10 1 2 0', { priceClass: 'assumption', utilizationClass: 'assumption' }],
  ])('%s turns a no into a yes on assumption only', (key, list, basis) => {
    const before = computedNet(scenario({}, empty))
    expect(before).toMatchObject({ value: 'no', basis: { utilizationClass: 'own-receipt' } })
    const after = computedNet(scenario({}, { ...empty, [key]: list }))
    expect(after).toMatchObject({ value: 'yes', class: 'assumption', basis })
    expect(keysOf(after)).toContain(key)
  })

  it.each([
    ['platformFeeSteps', '2026-12 0'],
    ['resaleCurve', '0 1; 36 0.9'],
    ['replacements', '2027-01 0 0 0.1'],
  ])('%s makes the answer an assumption, price and share stay what they are', (key, list) => {
    expect(computedNet(scenario({}, { [key]: list }))).toMatchObject({
      class: 'assumption',
      basis: { priceClass: 'own-receipt', utilizationClass: 'own-receipt' },
    })
  })

  it('jumps of the token do not count: they are left out', () => {
    const token = { payoutCurrency: 'token', tokenPriceUsd: 2 }
    expect(computedNet(scenario({}, { ...token, tokenPriceJumps: '2027-01 5' }))).toEqual(
      computedNet(scenario({}, token)),
    )
  })
})

describe('DG18 what nobody stands behind', () => {
  it.each(['alternativeUsdPerIdleGpuHour', 'trafficIncomeUsdPerRentedGpuHour'])(
    'income typed as %s may be nothing',
    (key) => {
      const share = key.startsWith('traffic') ? { rentalUtilizationRatio: 0.1 } : empty
      expect(computedNet(scenario({}, share))).toMatchObject({ value: 'no' })
      const computed = computedNet(scenario({ [key]: 'assumption' }, { ...share, [key]: 5 }))
      expect(computed).toMatchObject({ value: 'yes', class: 'assumption' })
      expect(decisiveOf(computed).find((input) => input.key === key)).toMatchObject({ low: 0, high: 6 })
      expect(computedNet(scenario({}, { ...share, [key]: 5 }))).toMatchObject({
        value: 'yes',
        class: 'own-measurement',
      })
    },
  )

  it.each([
    ['flatTariffPerKwh', 0.6],
    ['withdrawalFeeUsd', 10],
    ['fixedOperatingUsdPerMonth', 3],
  ])('%s typed as zero has a range up to %d', (key, high) => {
    // Just above zero with the cost at nothing.
    const bare = { flatTariffPerKwh: 0.2, priceUsdPerGpuHour: 0.158, fixedOperatingUsdPerMonth: 0 }
    const computed = computedNet(scenario({ [key]: 'assumption' }, { ...bare, [key]: 0 }))
    expect(computed).toMatchObject({ value: 'yes', class: 'assumption' })
    expect(decisiveOf(computed).find((input) => input.key === key)).toMatchObject({ low: 0, high })
  })

  it('small costs that turn nothing alone turn it together', () => {
    const alone = computedNet(scenario())
    const usd = alone.kind === 'computed' ? alone.basis.usageOnlyUsd : 0
    expect(usd).toBeGreaterThan(0)
    const keys = keysOf(computedNet(scenario({}, { fixedOperatingUsdPerMonth: 65 })))
    expect(keys.length).toBeGreaterThan(1)
  })

  it('receipts for price and share, watts on a meter, a tariff by bill: answerable on evidence', () => {
    const computed = computedNet(scenario())
    expect(computed).toMatchObject({ kind: 'computed', value: 'yes', class: 'own-measurement' })
    expect(trustByClass[computed.kind === 'computed' ? computed.class : 'assumption']).toBe(1)
  })
})
