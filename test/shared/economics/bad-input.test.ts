/** Refused by name or computed right, never NaN: each row of the input table at, on and beyond its bounds. */
import { describe, expect, it } from 'vitest'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import type { InputDefinition, NumberInput } from '../../../shared/economics/input-definition.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import { applies } from '../../../shared/economics/inputs.ts'
import { assumed } from '../../../shared/figure.ts'
import { notFinite } from './not-finite.ts'
import type { Given } from './given.ts'
import { entriesOf, workedCard } from './given.ts'

const rows = (inputTable as readonly InputDefinition[]).filter(
  (row): row is NumberInput => row.kind === 'number' || row.kind === 'integer',
)

const card: Given = { ...workedCard, ownership: 'to buy', purchaseUsdPerGpu: 700 }
const inTokens: Given = { ...card, payoutCurrency: 'token', tokenPriceUsd: 2 }
/** Complete scenarios in which each number of the table is read: by choices and by what they need. */
const settings: readonly Given[] = [
  { ...card, coolingKind: 'room', coolingMonths: '111111111111' },
  { ...card, coolingKind: 'site', priceBasis: 'host receives', payoutCadence: 'daily' },
  {
    ...card,
    powerBasis: 'board',
    gpuBoardLimitWatts: 300,
    rentedBoardWatts: 250,
    idleBoardWatts: 20,
    psuRatedWatts: 1_000_000,
    tariffKind: 'time-of-use',
    lowTariffPerKwh: 0.1,
    middleTariffPerKwh: 0.2,
    highTariffPerKwh: 0.3,
    tariffCurrency: 'EUR',
    tariffCurrencyUsd: 1.1,
  },
  {
    ...card,
    payoutCurrency: 'token',
    usageDenomination: 'token',
    tokenPriceUsd: 2,
    saleVenue: 'pool',
    poolQuoteReserveUsd: 1e6,
    payoutCadence: 'weekly',
    subsidyTokensPerUpGpuHour: 0.1,
    collateralKind: 'token',
    collateralUsd: 500,
  },
  {
    ...card,
    ownership: 'owned',
    tariffKind: 'tiered',
    tariffTiers: '0 0.2; 300 0.3',
    houseKwhByMonth: '1 250; 7 310',
    solarSurplus: 'used first',
    solarSurplusKwhByMonth: '6 120',
    feedInPerKwh: 0.08,
    demandCharge: 'per kW',
    demandChargePerKw: 9,
    heatUse: 'heats rooms',
    fuelUsdPerKwh: 0.1,
    failureDowntime: 'separate',
    serviceLevel: 'credits',
    taxTreatment: 'taxed',
    taxRateRatio: 0.3,
    depreciationMethod: 'double declining',
    taxBookUsdPerGpu: 900,
    loanKind: 'annuity',
    loanUsd: 400,
    loanRatePerYear: 0.06,
    loanMonths: 24,
  },
  { ...inTokens, saleVenue: 'concentrated', poolQuoteReserveUsd: 1e6 },
  { ...inTokens, saleVenue: 'depth', depthUsd: 1e5 },
  { ...inTokens, saleVenue: 'order book', orderBook: '0 5000; 0.02 90000' },
  { ...inTokens, saleVenue: 'square root', dailyVolumeUsd: 1e6 },
]
const settingOf = (row: NumberInput) => settings.find((given) => applies(entriesOf(given), row.key))!
const at = (row: NumberInput, value: number) =>
  evaluate({ ...entriesOf(settingOf(row)), [row.key]: assumed(value, row.unit) })
const named = (evaluation: Evaluation) =>
  evaluation.kind === 'refused' ? evaluation.problems.map(({ key }) => key) : []

/** Inputs whose bounds contradict the rest of the scenario, and what is refused then. */
const contradicted: Readonly<Record<string, { readonly low?: string; readonly high?: string }>> = {
  psuRatedWatts: { low: 'psuRatedWatts' },
  gpuCount: {},
  resaleTodayUsdPerGpu: { low: 'resaleIn12MonthsUsdPerGpu' },
  resaleIn12MonthsUsdPerGpu: { high: 'resaleIn12MonthsUsdPerGpu' },
}

describe('I2 every number of the table', () => {
  it('is read in one of the settings', () => {
    expect(rows.filter((row) => settingOf(row) === undefined).map((row) => row.key)).toEqual([])
    for (const given of settings) {
      const evaluation = evaluate(entriesOf(given))
      expect(evaluation.kind === 'evaluated' && evaluation.answer !== null).toBe(true)
      expect(notFinite(evaluation)).toEqual([])
    }
  })
  it('is computed at both of its bounds, or contradicts the others by name; nothing is NaN or infinite', () => {
    for (const row of rows) {
      for (const end of ['low', 'high'] as const) {
        const evaluation = at(row, row[end])
        const refused = contradicted[row.key]?.[end]
        expect(named(evaluation), `${row.key} at ${row[end]}`).toEqual(refused === undefined ? [] : [refused])
        expect(notFinite(evaluation), `${row.key} at ${row[end]}`).toEqual([])
      }
    }
  })
  it('is refused by its name beyond them, and where it is not a number', () => {
    for (const row of rows) {
      const beyond = Math.max(1, Math.abs(row.high)) * 1e-6
      for (const value of [row.low - beyond, row.high + beyond, Number.NaN, Infinity, -Infinity]) {
        const evaluation = at(row, value)
        expect(named(evaluation), `${row.key} at ${value}`).toEqual([row.key])
        if (evaluation.kind !== 'refused') continue
        const [problem] = evaluation.problems
        expect(problem!.message).toContain(row.label)
        expect(problem!.expected).toContain(`from ${row.low} to ${row.high}`)
        expect(problem!.given).toBe(String(value))
      }
    }
  })
  it('is refused in another unit', () => {
    for (const row of rows) {
      const unit = row.unit === 'count' ? 'ratio' : 'count'
      const evaluation = evaluate({ ...entriesOf(settingOf(row)), [row.key]: assumed(row.low, unit) })
      expect(named(evaluation), row.key).toEqual([row.key])
    }
  })
})

describe('A1 what is odd but possible is computed', () => {
  it('a start in the past is a month like any other', () => {
    const past = evaluate(entriesOf({ ...workedCard, startMonth: '1999-11' }))
    const now = evaluate(entriesOf(workedCard))
    if (past.kind === 'refused' || now.kind === 'refused') throw new Error('refused')
    expect(past.answer!.months[0]).toMatchObject({ month: '1999-11', netUsd: now.answer!.months[0]!.netUsd })
  })
  it('the first and the last month that may be a start', () => {
    for (const startMonth of ['1900-01', '2199-12']) {
      const evaluation = evaluate(entriesOf({ ...workedCard, startMonth, horizonMonths: 120 }))
      expect(evaluation.kind).toBe('evaluated')
      expect(notFinite(evaluation)).toEqual([])
    }
  })
  it('a negative tariff turns the power floor negative, and running earns more the more it burns', () => {
    const evaluation = evaluate(entriesOf({ ...workedCard, flatTariffPerKwh: -0.2 }))
    if (evaluation.kind === 'refused') throw new Error('refused')
    expect(evaluation.powerFloor.againstIdleUsdPerGpuHour.mean).toBeCloseTo((-0.3 * 0.2) / 0.9, 9)
    expect(evaluation.answer!.headlines.lineUsdPerMonth.electricityUsd).toBeCloseTo(36.6, 9)
  })
  it('a rig that is never up', () => {
    const evaluation = evaluate(entriesOf({ ...workedCard, uptimeRatio: 0 }))
    if (evaluation.kind === 'refused') throw new Error('refused')
    expect(notFinite(evaluation)).toEqual([])
    expect(evaluation.answer!.headlines).toMatchObject({ netUsdPerMonth: -10, marginRatio: null })
  })
  it('numbers too small to divide by', () => {
    for (const key of ['uptimeRatio', 'rentalUtilizationRatio', 'priceUsdPerGpuHour']) {
      for (const tiny of [5e-324, 1e-310, 1e-200]) {
        expect(notFinite(evaluate(entriesOf({ ...workedCard, [key]: tiny }))), `${key} ${tiny}`).toEqual([])
      }
    }
  })
})

const refused = (given: Given) => named(evaluate(entriesOf({ ...workedCard, ...given })))

describe('A1 what is impossible is refused by name', () => {
  it('0 GPUs, horizon 0, an impossible month, a mask without hours', () => {
    expect(refused({ gpuCount: 0 })).toEqual(['gpuCount'])
    expect(refused({ horizonMonths: 0 })).toEqual(['horizonMonths'])
    expect(refused({ startMonth: '2026-13' })).toEqual(['startMonth'])
    expect(refused({ offeredWeek: '-'.repeat(168) })).toEqual(['offeredWeek'])
  })
  it('an empty pool, a pool of unknown depth, a token without a price, a currency without a rate', () => {
    const pool = { payoutCurrency: 'token', saleVenue: 'pool' }
    expect(refused({ ...pool, tokenPriceUsd: 2, poolQuoteReserveUsd: 0 })).toEqual(['poolQuoteReserveUsd'])
    expect(refused({ ...pool, tokenPriceUsd: 2 })).toEqual(['poolQuoteReserveUsd'])
    expect(refused({ payoutCurrency: 'token' })).toEqual(['tokenPriceUsd'])
    expect(refused({ tariffCurrency: 'other' })).toEqual(['tariffCurrencyUsd'])
  })
  it('several at once', () => {
    expect(refused({ gpuCount: 0, horizonMonths: 0 }).toSorted()).toEqual(['gpuCount', 'horizonMonths'])
  })
})

/** Every figure that any choice may need; what does not apply is not read. */
const everything: Given = {
  ...card,
  gpuCount: 2,
  gpuBoardLimitWatts: 300,
  rentedBoardWatts: 250,
  idleBoardWatts: 20,
  psuRatedWatts: 2000,
  tariffCurrencyUsd: 1.1,
  lowTariffPerKwh: 0.1,
  middleTariffPerKwh: 0.2,
  highTariffPerKwh: 0.3,
  tariffTiers: '0 0.2; 300 0.3',
  houseKwhByMonth: '1 250',
  feedInPerKwh: 0.08,
  solarSurplusKwhByMonth: '6 120',
  demandChargePerKw: 9,
  fuelUsdPerKwh: 0.1,
  tokenPriceUsd: 2,
  poolQuoteReserveUsd: 1e6,
  depthUsd: 1e5,
  orderBook: '0 5000',
  dailyVolumeUsd: 1e6,
  collateralUsd: 500,
  loanUsd: 400,
  loanRatePerYear: 0.06,
  loanMonths: 24,
  taxRateRatio: 0.3,
  taxBookUsdPerGpu: 900,
}
const bases: readonly Given[] = [
  everything,
  {
    ...everything,
    payoutCurrency: 'token',
    tariffKind: 'tiered',
    taxTreatment: 'taxed',
    depreciationMethod: 'declining',
  },
]
const choices = (inputTable as readonly InputDefinition[]).filter((row) => row.kind === 'choice')

describe('A1 every option of every choice', () => {
  it('is computed, or contradicts the others by name; nothing is NaN or infinite', () => {
    for (const base of bases) {
      for (const { key, options } of choices) {
        for (const { value } of options) {
          const evaluation = evaluate(entriesOf({ ...base, [key]: value }))
          const contradicts =
            key === 'collateralKind' && value === 'token' && base.payoutCurrency === undefined
          expect(named(evaluation), `${key} ${value}`).toEqual(contradicts ? [key] : [])
          expect(notFinite(evaluation), `${key} ${value}`).toEqual([])
        }
      }
    }
  })
  it('is refused by name where it is no option, or a figure', () => {
    for (const { key, options } of choices) {
      for (const entry of ['', 'nonsense', `${options[0]!.value} `, assumed(1, 'ratio')]) {
        const evaluation = evaluate({ ...entriesOf(everything), [key]: entry })
        expect(named(evaluation), key).toEqual([key])
        if (evaluation.kind !== 'refused') continue
        expect(evaluation.problems[0]!.expected).toBe(
          `one of ${options.map(({ value }) => value).join(', ')}`,
        )
      }
    }
  })
})

const lists = (inputTable as readonly InputDefinition[]).filter((row) => row.kind === 'list')
const readsList = (key: string): Given =>
  [
    everything,
    { ...everything, tariffKind: 'tiered' },
    { ...everything, solarSurplus: 'used first' },
    { ...everything, payoutCurrency: 'token', saleVenue: 'order book' },
  ].find((given) => applies(entriesOf(given), key))!

describe('I7 every list', () => {
  it('is computed with each of its cells at both ends; nothing is NaN or infinite', () => {
    for (const { key, columns } of lists) {
      for (const end of ['low', 'high'] as const) {
        columns.forEach((_, c) => {
          const row = columns.map((column, at) =>
            column.kind === 'month' ? '2026-12' : String(at === c ? column[end] : column.low),
          )
          const firstTier = key === 'tariffTiers' && !row[0]!.startsWith('0') ? '0 0.2; ' : ''
          const evaluation = evaluate(entriesOf({ ...readsList(key), [key]: firstTier + row.join(' ') }))
          const tooMany = key === 'contracts' && row[2] === '10000'
          expect(named(evaluation), `${key} ${row.join(' ')}`).toEqual(tooMany ? [key] : [])
          expect(notFinite(evaluation), `${key} ${row.join(' ')}`).toEqual([])
        })
      }
    }
  })
  it('is computed, or refused by its name, with 60 rows at the same end', () => {
    for (const { key, columns } of lists) {
      if (columns[0]!.kind !== 'month' || key === 'contracts') continue
      for (const end of ['low', 'high'] as const) {
        const cells = columns.slice(1).map((column) => (column.kind === 'month' ? '' : String(column[end])))
        const rows = Array.from({ length: 60 }, (_, r) => `${1967 + r}-01 ${cells.join(' ')}`).join('; ')
        for (const horizonMonths of [2, 120]) {
          const given = { ...readsList(key), payoutCurrency: 'token', horizonMonths, [key]: rows }
          const evaluation = evaluate(entriesOf(given))
          expect(evaluation.kind === 'evaluated' || named(evaluation)[0] === key, `${key} ${end}`).toBe(true)
          expect(notFinite(evaluation), `${key} at ${end}, ${horizonMonths} months`).toEqual([])
        }
      }
    }
  })
})

describe('I2 patterns and months', () => {
  it('are refused by name where they are broken', () => {
    for (const { key, kind } of inputTable as readonly InputDefinition[]) {
      if (kind !== 'week' && kind !== 'months' && kind !== 'month') continue
      for (const entry of ['', '1', 'x'.repeat(168), assumed(1, 'ratio')]) {
        expect(named(evaluate({ ...entriesOf(everything), [key]: entry })), key).toEqual([key])
      }
    }
  })
})
