/** No figure of an answer without a derivation, and none that does not give it. @see SPEC.md HW2 */
import { describe, expect, it } from 'vitest'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { statementLines } from '../../../shared/economics/statement.ts'
import { nameOf } from '../../../shared/explain/headline.ts'
import { headlines } from '../../../shared/explain/headlines.ts'
import { inputsOf, valueOf } from '../../../shared/explain/value.ts'
import type { Given } from '../economics/given.ts'
import { entriesOf, worked, workedCard } from '../economics/given.ts'
import { faultsOf } from './checked.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

function evaluated(given: Given): Evaluated {
  const evaluation = evaluate(entriesOf(given))
  if (evaluation.kind === 'refused') throw new Error(evaluation.problems[0]!.message)
  return evaluation
}

function derived(given: Given, name: string) {
  const headline = headlines(entriesOf(given), evaluated(given)).find((each) => each.name === name)
  const expression = headline?.derive() ?? null
  if (expression === null) throw new Error(`no derivation of ${name}`)
  return expression
}

/** Where the numbers of an answer stand. */
function numberPaths(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    numberPaths(each, path === '' ? key : `${path}.${key}`),
  )
}

/** Inputs that an answer repeats; everything else that is a number is a figure. */
const repeatedInputs = [
  /^assumptions\.\d+\.value$/,
  /^prices\.\d+\.rentalUtilizationRatio$/,
  /^underbid\.referenceUtilizationRatio$/,
  /^answer\.headlines\.decision\.horizonMonths$/,
]

/** With everything that an answer may hold: tokens, contracts, loan, tax, collateral, heat. */
const all: Given = {
  ...workedCard,
  horizonMonths: 14,
  payoutCurrency: 'token',
  tokenPriceUsd: 2,
  tokenYearlyChangeRatio: -0.3,
  tokenPriceJumps: '2027-02 1.4',
  exchangeFeeRatio: 0.01,
  saleVenue: 'depth',
  depthUsd: 4_000,
  saleEveryDays: 9,
  subsidyTokensPerRentedGpuHour: 0.02,
  emissionTokensPerMonth: 100_000,
  gpuCount: 2,
  contracts: '2026-12 2028-03 1 0.4 80',
  priceJumps: '2027-01 0.9',
  utilizationByMonth: '2027-03 0.8',
  platformFeeSteps: '2027-04 0.15',
  replacements: '2027-02 150 20 1.1',
  alternativeUsdPerIdleGpuHour: 0.02,
  storageTerabytes: 2,
  storageUsdPerTerabyteMonth: 3,
  heatUse: 'heats rooms',
  fuelUsdPerKwh: 0.1,
  coolingKind: 'site',
  pueRatio: 1.2,
  demandCharge: 'per kW',
  demandChargePerKw: 8,
  solarSurplus: 'used first',
  solarSurplusKwhByMonth: '4 40; 6 90',
  feedInPerKwh: 0.08,
  collateralKind: 'token',
  collateralUsd: 300,
  unbondingDays: 20,
  slashingEventsPerYear: 1,
  slashedShareRatio: 0.05,
  serviceLevel: 'credits',
  promisedUptimeRatio: 1,
  uptimeRatio: 0.97,
  defaultProbabilityPerYear: 0.05,
  networkStopsAfterMonths: 9,
  switchingCostUsd: 40,
  loanKind: 'annuity',
  loanUsd: 500,
  loanRatePerYear: 0.06,
  loanMonths: 24,
  taxTreatment: 'taxed',
  taxRateRatio: 0.3,
  taxBookUsdPerGpu: 500,
  depreciationMethod: 'double declining',
  depreciationYears: 3,
  teraflopsPerGpu: 80,
  labourHoursPerMonth: 1,
  labourUsdPerHour: 10,
}

describe('each number of an answer', () => {
  it.each([
    ['of the worked example', worked],
    ['with a card value', { ...workedCard, ownership: 'to buy', purchaseUsdPerGpu: 700 }],
    ['with everything in it', all],
    ['without a price', { ...worked, priceUsdPerGpuHour: 'none' }],
  ] as const)('has a derivation: %s', (_, { priceUsdPerGpuHour, ...given }: Given) => {
    const scenario =
      priceUsdPerGpuHour === 'none' ? given : { ...given, priceUsdPerGpuHour: priceUsdPerGpuHour! }
    const evaluation = evaluated(scenario)
    const entries = entriesOf(scenario)
    const paths = headlines(entries, evaluation).map(({ path }) => path)
    const bare = numberPaths(evaluation, '').filter(
      (path) =>
        !paths.some((each) => path === each || path.startsWith(`${each}.`)) &&
        !repeatedInputs.some((each) => each.test(path)),
    )
    expect(bare).toEqual([])
    expect(faultsOf(entries, evaluation)).toEqual([])
  })

  it('has a name of its own', () => {
    const names = headlines(entriesOf(all), evaluated(all)).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

it('every line of the statement is a headline, and one of each month', () => {
  const names = new Set(headlines(entriesOf(all), evaluated(all)).map(({ name }) => name))
  for (const { key } of statementLines) {
    expect(names).toContain(nameOf(key))
    expect(names).toContain(`${nameOf(key)}@2027-05`)
  }
})

it('the electricity of November comes from watts, hours, share and price: 720 h x 250 W x $0.20 are $36', () => {
  const electricity = derived(worked, 'electricity@2026-11')
  expect(valueOf(electricity)).toBeCloseTo(-36, 10)
  expect(inputsOf(electricity).map(({ key }) => key)).toEqual([
    'uptimeRatio',
    'wallIdleWatts',
    'rentalUtilizationRatio',
    'wallRentedWatts',
    'flatTariffPerKwh',
  ])
})

it('a leaf says whose number it is', () => {
  const [uptime, watts] = inputsOf(derived({ ...worked, uptimeRatio: 0.9 }, 'electricity@2026-11'))
  expect(uptime).toMatchObject({ key: 'uptimeRatio', value: 0.9, class: 'assumption' })
  expect(watts).toMatchObject({ key: 'wallIdleWatts', value: 100, unit: 'watts' })
  const { uptimeRatio: _, ...without } = worked
  expect(inputsOf(derived(without, 'electricity@2026-11'))[0]).toMatchObject({
    value: 0.98,
    source: 'assumed by Idlewatt',
  })
})

it('a break-even price is a root: at it the net before tax is nothing', () => {
  const price = derived(worked, 'cash-break-even')
  if (price.kind !== 'root') throw new Error('not a root')
  expect(Math.abs(valueOf(price.residual))).toBeLessThan(1e-6)
  expect(inputsOf(price).find(({ key }) => key === 'priceUsdPerGpuHour')).toMatchObject({
    value: price.found,
    source: 'the price that was found',
  })
  expect(inputsOf(price).find(({ key }) => key === 'rentalUtilizationRatio')?.source).toBeNull()
})

it('a payout is derived from the days of work that it carries', () => {
  // December's payout, on the 1st: 30 days of November, 360 rented hours x $0.50 x 0.9 = $162, less $2; it arrives
  // on the 3rd. Running costs of December: 744 h x 250 W x $0.20 = $37.20, and $10.
  expect(valueOf(derived(worked, 'banked@2026-12'))).toBeCloseTo(160 - 37.2 - 10, 10)
})
