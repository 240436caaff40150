import { describe, expect, it } from 'vitest'
import { isoDay, marketPackSchema, marketProfileSchema } from '../../../shared/markets/market-schema.ts'
import { monthAt } from '../../../shared/calendar.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import { listFault } from '../../../shared/economics/lists.ts'
import { feeStepsAfter } from '../../../shared/markets/fee-schedule.ts'
import { marketEditsSchema } from '../../../shared/markets/market-body-schema.ts'
import { noEdits } from '../../../shared/markets/market-edits.ts'
import { fee, known, knownProfile } from './profiles.ts'

const laterFees = inputTable.find((each) => each.key === 'platformFeeSteps')!

const monthly = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    fee(0.1, { from: `${monthAt('2027-01', index)}-01`, payoutCurrency: 'cash' }),
  )

const problemsOf = (value: unknown): readonly string[] => {
  const result = marketProfileSchema.safeParse(value)
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const pack = (ids: readonly string[]) =>
  marketPackSchema.safeParse({
    schema: 1,
    kind: 'idlewatt market pack',
    compiledAt: '2026-11-21',
    markets: ids.map((id) => knownProfile(id)),
  }).success

describe('MK1 a profile', () => {
  it('is taken when all of it is known or unknown', () => {
    expect(problemsOf(knownProfile('a'))).toEqual([])
  })

  it('is refused by place where a known figure lacks its date, its unit is another, or it is out of bounds', () => {
    const { payout } = knownProfile('a')
    const withHold = (change: object) =>
      problemsOf(knownProfile('a', { payout: { ...payout, holdDays: { ...known(3, 'days'), ...change } } }))
    expect(withHold({ asOf: null })).toEqual([
      'payout.holdDays: expected a source and a date with what is known',
    ])
    expect(withHold({ unit: 'hours' })).toEqual(['payout.holdDays.unit: expected "days"'])
    expect(withHold({ low: 4 })).toEqual(['payout.holdDays: expected low <= value <= high'])
    expect(withHold({ value: 2_000 })[0]).toMatch(/^payout\.holdDays\.value: Too big/)
  })

  it('MB12 has days of the calendar from 1970 to 2199 only, refused by place', () => {
    const day = 'expected a day like 2026-03-23 that the calendar has, from 1970 to 2199'
    const date = 'expected a date like 2026, 2026-03 or 2026-03-23 that the calendar has, from 1970 to 2199'
    for (const from of [
      '2027-13-01',
      '2027-00-20',
      '2026-02-29',
      '1969-12-31',
      '2200-01-01',
      '9999-12-20',
      '2026-3-1',
      '2026',
      '',
    ]) {
      expect(problemsOf(knownProfile('a', { fees: [fee(0.1, { from })] }))).toEqual([`fees.0.from: ${day}`])
      const edited = marketEditsSchema.safeParse({ ...noEdits, fees: [fee(0.1, { from })] })
      expect(edited.error?.issues.map(({ path }) => path.join('.'))).toEqual(['fees.0.from'])
    }
    for (const asOf of ['1969', '2200', '2026-13', '2026-00', '2027-00-20', '2026-02-30', '26'])
      expect(
        problemsOf(
          knownProfile('a', {
            prices: [
              { ...knownProfile('a').prices[0]!, usdPerGpuHour: known(1, 'usdPerGpuHour', 'claim', asOf) },
            ],
          }),
        ),
      ).toEqual([`prices.0.usdPerGpuHour.asOf: ${date}`])
    for (const given of ['1970-01-01', '2028-02-29', '2199-12-31'])
      expect(isoDay.safeParse(given).success).toBe(true)
    for (const asOf of ['1970', '2199', '2026-12', '2199-12-31'])
      expect(
        problemsOf(knownProfile('a', { kind: { text: 'x', source: 'y', asOf, class: 'claim' } })),
      ).toEqual([])
  })

  it('MB13 says nothing of vendors, segments or cards with null, never with a list of none', () => {
    const { hardware } = knownProfile('a')
    for (const list of ['vendors', 'segments', 'catalogueIds']) {
      expect(problemsOf(knownProfile('a', { hardware: { ...hardware, [list]: [] } }))).toEqual([
        `hardware.${list}: expected at least one entry, or null where nothing is said`,
      ])
      const edited = marketEditsSchema.safeParse({ ...noEdits, terms: { [`hardware.${list}`]: [] } })
      expect(edited.error?.issues.map(({ path }) => path.join('.'))).toEqual([`terms.hardware.${list}`])
    }
    const someCards = { ...hardware, vendors: ['NVIDIA'], segments: ['consumer'], catalogueIds: ['h200'] }
    expect(problemsOf({ ...knownProfile('a'), hardware: someCards })).toEqual([])
  })

  it('MB14 has as many fee steps as the engine takes, and not one more', () => {
    const problem = 'fees: expected at most 60 fee steps'
    expect(problemsOf(knownProfile('a', { fees: monthly(60) }))).toEqual([])
    expect(problemsOf(knownProfile('a', { fees: monthly(61) }))).toEqual([problem])
    const edited = marketEditsSchema.safeParse({ ...noEdits, fees: monthly(61) })
    expect(edited.error?.issues.map(({ message }) => `fees: ${message}`)).toEqual([problem])

    const rows = (count: number) =>
      feeStepsAfter(monthly(count), '2026-12-31', 'cash')
        .map(({ month }) => `${month} 0.1`)
        .join('; ')
    expect(listFault(laterFees, rows(60))).toBeNull()
    expect(listFault(laterFees, rows(61))).toBe('at most 60 rows')
  })

  it('MB11 has no id that is an address of the app', () => {
    for (const id of ['import', 'models', 'workloads', 'glossary', 'glossary-npv'])
      expect(problemsOf(knownProfile(id))).toEqual([
        'id: expected an id that is no address of the app, such as "my-network"',
      ])
    for (const id of ['imports', 'model', 'my-glossary']) expect(problemsOf(knownProfile(id))).toEqual([])
  })

  it('stands once in a pack', () => {
    expect(pack(['a', 'b'])).toBe(true)
    expect(pack(['a', 'a'])).toBe(false)
  })
})
