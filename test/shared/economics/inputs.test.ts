import { describe, expect, it } from 'vitest'
import { batchOf, column, columnOr } from '../../../shared/economics/batch.ts'
import {
  applies,
  checkInputs,
  definitionOf,
  numberOf,
  resolveInputs,
  wordOf,
} from '../../../shared/economics/inputs.ts'
import { assumed, unknownFigure } from '../../../shared/figure.ts'
import type { Given } from './given.ts'
import { entriesOf, messages, resolved, worked } from './given.ts'

const refusals = (given: Given) => messages(resolveInputs(entriesOf({ ...worked, ...given })))
const without = (...keys: string[]): Given =>
  Object.fromEntries(Object.entries(worked).filter(([key]) => !keys.includes(key)))

describe('I1 the table says what an input is', () => {
  it('by its key, and refuses a key that it does not have', () => {
    expect(definitionOf('gpuCount').label).toBe('GPUs')
    expect(() => definitionOf('gpus')).toThrow('There is no input "gpus".')
  })
  it('gives the word of a choice, the table’s where none is given', () => {
    expect(wordOf({}, 'baseline')).toBe('off')
    expect(wordOf({ baseline: 'on anyway' }, 'baseline')).toBe('on anyway')
    expect(wordOf({}, 'startMonth')).toBeNull()
  })
  it('gives a number only where one was given', () => {
    expect(numberOf({}, 'uptimeRatio')).toBeNull()
    expect(numberOf({ uptimeRatio: assumed(0.5, 'ratio') }, 'uptimeRatio')).toBe(0.5)
  })
})

const fault = (key: string, value: number, unit = 'ratio') =>
  checkInputs({ [key]: assumed(value, unit as 'ratio') })[0]?.expected

const expected = (key: string, entry: string) => checkInputs({ [key]: entry })[0]?.expected

const refused = (today: number, later: number) =>
  refusals({ resaleTodayUsdPerGpu: today, resaleIn12MonthsUsdPerGpu: later })

describe('I2 an impossible input is refused with name, bounds and what was given', () => {
  it('says a whole number from 1 to 10000 for 0 GPUs', () => {
    const [problem] = checkInputs({ gpuCount: assumed(0, 'count') })
    expect(problem).toEqual({
      key: 'gpuCount',
      label: 'GPUs',
      given: '0',
      expected: 'a whole number from 1 to 10000',
      message: 'GPUs (gpuCount): expected a whole number from 1 to 10000; given was 0.',
    })
  })
  it('refuses what is no number, no whole one, out of bounds, or in another unit', () => {
    expect(fault('uptimeRatio', Number.NaN)).toBe('a number from 0 to 1')
    expect(fault('uptimeRatio', Number.POSITIVE_INFINITY)).toBe('a number from 0 to 1')
    expect(fault('uptimeRatio', -0.001)).toBe('a number from 0 to 1')
    expect(fault('uptimeRatio', 1.001)).toBe('a number from 0 to 1')
    expect(fault('gpuCount', 1.5, 'count')).toBe('a whole number from 1 to 10000')
    expect(fault('uptimeRatio', 0.5, 'count')).toBe('the unit ratio, not count')
    expect(checkInputs({ uptimeRatio: '0.5' })[0]?.expected).toBe('a number from 0 to 1')
  })
  it('looks at the range of a figure too, and lets an unknown one pass', () => {
    const figure = { ...assumed(0.5, 'ratio'), high: 1.5 }
    expect(checkInputs({ uptimeRatio: figure })).toHaveLength(1)
    expect(checkInputs({ uptimeRatio: unknownFigure('ratio') })).toEqual([])
  })
  it('refuses a broken pattern, an unknown word, an impossible month, an unknown key', () => {
    expect(expected('offeredWeek', 'O'.repeat(167))).toBe('168 letters of OU-, Monday 0 h to Sunday 23 h')
    expect(expected('offeredWeek', `${'O'.repeat(167)}X`)).toContain('168 letters')
    expect(expected('coolingMonths', '01')).toBe('12 letters 0 or 1, January to December')
    expect(expected('baseline', 'on')).toBe('one of off, on anyway')
    for (const month of ['2026-13', '2026-00', '2026-1', '26-11', '2026-11-01', '', '1899-12', '2200-01']) {
      expect(expected('startMonth', month), month).toBe('a month as YYYY-MM')
    }
    expect(checkInputs(JSON.parse('{"__proto__": "x", "toString": "y"}')).map(({ key }) => key)).toEqual([
      '__proto__',
      'toString',
    ])
  })
  it('refuses a mask without offered hours', () => {
    expect(refusals({ offeredWeek: 'U'.repeat(168) })).toEqual([
      'Hours it may run (offeredWeek): expected at least one offered hour; given was a week without an offered hour.',
    ])
  })
  it('refuses a card that would be worth more than 1,000 times as much in a year', () => {
    expect(refused(5e-324, 1e7)).toEqual([
      'Resale in 12 months, per GPU (resaleIn12MonthsUsdPerGpu): expected at most 1000 times the $5e-324 of today; given was $10000000.',
    ])
    expect(refused(0, 600)).toHaveLength(1)
    expect(refused(0, 0)).toEqual([])
    expect(refused(1, 1000)).toEqual([])
  })
})

describe('I3 what nobody has given', () => {
  it('is refused by name where it is needed', () => {
    expect(messages(resolveInputs({})).map((message) => message.split(':')[0])).toEqual([
      'Board power while idle, per GPU (idleBoardWatts) is needed',
      'Electricity (flatTariffPerKwh) is needed',
      'Start month (startMonth) is needed',
    ])
  })
  it('is asked for price and rented share', () => {
    expect(resolved(without('priceUsdPerGpuHour', 'rentalUtilizationRatio')).asked).toEqual([
      'priceUsdPerGpuHour',
      'rentalUtilizationRatio',
    ])
  })
  it('takes the bad end of its range: 30 %, $100, 30 days, $10', () => {
    const { ranged, numbers } = resolved(
      without('platformFeeRatio', 'minimumPayoutUsd', 'holdDays', 'withdrawalFeeUsd'),
    )
    expect(ranged).toEqual(['platformFeeRatio', 'minimumPayoutUsd', 'withdrawalFeeUsd', 'holdDays'])
    expect(ranged.map((key) => numbers[key])).toEqual([0.3, 100, 10, 30])
  })
  it('is left out and reported', () => {
    expect(resolved(worked).leftOut).toEqual([
      'resaleTodayUsdPerGpu',
      'resaleIn12MonthsUsdPerGpu',
      'wearPer1000LoadHoursRatio',
      'replacementUsdPerGpu',
    ])
    expect(resolved({ ...worked, ownership: 'to buy' }).leftOut).toContain('purchaseUsdPerGpu')
  })
  it('is assumed and marked where the table has an assumption', () => {
    const { assumptions, numbers } = resolved(without('uptimeRatio'))
    expect(numbers.uptimeRatio).toBe(0.98)
    expect(assumptions.find(({ key }) => key === 'uptimeRatio')).toEqual({
      key: 'uptimeRatio',
      label: 'Uptime',
      value: 0.98,
      unit: 'ratio',
      source: 'assumed by Idlewatt',
    })
  })
  it('is an unknown figure as much as a missing one', () => {
    const entries = { ...entriesOf(worked), uptimeRatio: unknownFigure('ratio') }
    const resolution = resolveInputs(entries)
    expect(resolution).toMatchObject({ kind: 'resolved', inputs: { numbers: { uptimeRatio: 0.98 } } })
  })
})

const board: Given = { ...worked, powerBasis: 'board', gpuCount: 2, idleBoardWatts: 20, hostRentedWatts: 100 }

describe('I4 estimates, each marked', () => {
  it('takes 85 % of the limit, and a supply that 60 % of is the rented load', () => {
    const { numbers, assumptions } = resolved({
      ...board,
      gpuBoardLimitWatts: 200,
      psuEfficiencyAt20Ratio: 0.8,
    })
    expect(numbers.rentedBoardWatts).toBe(170)
    expect(numbers.psuRatedWatts).toBeCloseTo(440 / 0.6, 9)
    expect(numbers.psuEfficiencyAt10Ratio).toBe(0.8)
    const marked = assumptions.map(({ key }) => key)
    for (const key of ['rentedBoardWatts', 'psuRatedWatts', 'psuEfficiencyAt10Ratio'])
      expect(marked).toContain(key)
  })
  it('never sizes a supply below the smallest of the table', () => {
    expect(resolved({ ...board, rentedBoardWatts: 0, hostRentedWatts: 0 }).numbers.psuRatedWatts).toBe(50)
  })
  it('refuses a rig of which neither the watts nor the limit are known', () => {
    expect(messages(resolveInputs(entriesOf(board)))).toEqual([
      'Board power while rented, per GPU (rentedBoardWatts) is needed: the watts while rented, or the board power limit.',
    ])
  })
  it('replaces a card at its resale price', () => {
    const { numbers, assumptions } = resolved({ ...worked, resaleTodayUsdPerGpu: 700 })
    expect(numbers.replacementUsdPerGpu).toBe(700)
    expect(assumptions.at(-1)).toMatchObject({
      key: 'replacementUsdPerGpu',
      source: 'the resale price today',
    })
  })
})

describe('I5 an input applies where its choices hold', () => {
  it('says no to a PUE without a site, and to a pool in cash', () => {
    expect(applies({}, 'pueRatio')).toBe(false)
    expect(applies({ coolingKind: 'site' }, 'pueRatio')).toBe(true)
    expect(applies({ saleVenue: 'pool' }, 'poolQuoteReserveUsd')).toBe(false)
    expect(applies({ saleVenue: 'pool', payoutCurrency: 'token' }, 'poolQuoteReserveUsd')).toBe(true)
  })
  it('is not read where it does not apply', () => {
    expect(resolved({ ...worked, pueRatio: 3 }).numbers.pueRatio).toBeNull()
    expect(resolved({ ...worked, priceBasis: 'host receives' }).numbers.platformFeeRatio).toBeNull()
  })
})

describe('S4 the batch', () => {
  it('repeats one scenario, with some numbers replaced', () => {
    const three = batchOf(resolved(worked), 3, { uptimeRatio: [0.1, 0.2, 0.3] })
    expect([...three.columns.uptimeRatio!]).toEqual([0.1, 0.2, 0.3])
    expect([...three.columns.flatTariffPerKwh!]).toEqual([0.2, 0.2, 0.2])
    expect(three.columns.pueRatio).toBeNull()
  })
  it('has no column of what does not apply: reading it is a fault, unless another value is named', () => {
    const two = batchOf(resolved(worked), 2)
    expect(() => column(two, 'pueRatio')).toThrow('Input pueRatio was read but is unknown or does not apply.')
    expect([...columnOr(two, 'pueRatio', 7)]).toEqual([7, 7])
    expect([...columnOr(two, 'uptimeRatio', 7)]).toEqual([1, 1])
  })
})

describe('I5 I7 lists among the inputs', () => {
  it('are empty where nothing was given, and where they do not apply', () => {
    const tiers = { tariffTiers: '0 0.2', houseKwhByMonth: '1 250' }
    expect(resolved(worked).choices).toMatchObject({ contracts: '', tariffTiers: '', priceJumps: '' })
    expect(resolved({ ...worked, ...tiers }).choices).toMatchObject({ tariffTiers: '', houseKwhByMonth: '' })
    expect(resolved({ ...worked, ...tiers, tariffKind: 'tiered' }).choices).toMatchObject(tiers)
    const fees = { ...worked, platformFeeSteps: '2027-01 0.2' }
    expect(resolved(fees).choices.platformFeeSteps).toBe('2027-01 0.2')
    expect(resolved({ ...fees, priceBasis: 'host receives' }).choices.platformFeeSteps).toBe('')
  })
  it('are refused where they are wrong even though they do not apply', () => {
    expect(refusals({ tariffTiers: '0' })).toHaveLength(1)
  })
})

describe('W5 I3 a resale curve', () => {
  it('leaves nothing out for want of a price in 12 months', () => {
    const given = { ...worked, resaleTodayUsdPerGpu: 600, wearPer1000LoadHoursRatio: 0 }
    expect(resolved(given).leftOut).toEqual(['resaleIn12MonthsUsdPerGpu'])
    expect(resolved({ ...given, resaleCurve: '0 1; 12 0.7' }).leftOut).toEqual([])
    expect(resolved({ ...worked, resaleCurve: '0 1' }).leftOut).toContain('resaleTodayUsdPerGpu')
  })
})

describe('I3 what is optional', () => {
  it('is neither needed nor reported as missing', () => {
    const { leftOut, assumptions, numbers } = resolved(worked)
    for (const key of [
      'teraflopsPerGpu',
      'circuitWatts',
      'coolingCapacityWatts',
      'defaultProbabilityPerYear',
    ] as const) {
      expect(numbers[key], key).toBeNull()
      expect(leftOut, key).not.toContain(key)
      expect(
        assumptions.map((assumption) => assumption.key),
        key,
      ).not.toContain(key)
    }
  })
})
