import { describe, expect, it } from 'vitest'
import { marketPackSchema, marketProfileSchema } from '../../../shared/markets/market-schema.ts'
import { known, knownProfile } from './profiles.ts'

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
