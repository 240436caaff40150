import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { marketEditsSchema } from '../../../shared/markets/market-body-schema.ts'
import {
  editedPaths,
  effectiveMarket,
  isMarketPath,
  type MarketBody,
  type MarketEdits,
  marketLists,
  noEdits,
  withEdits,
  withoutEdit,
} from '../../../shared/markets/market-edits.ts'
import { leafAt, marketLeaves } from '../../../shared/markets/market-leaves.ts'
import { marketProfileSchema } from '../../../shared/markets/market-schema.ts'
import { edits as anyEdits, profile as anyProfile } from './market-values.ts'
import { knownProfile, known, priced, rented, said, silentProfile } from './profiles.ts'

const body = (edits: Partial<MarketEdits>, change: Partial<MarketBody> = {}): MarketBody => ({
  schema: 1,
  name: 'Example',
  profile: null,
  packCompiledAt: null,
  edits: { ...noEdits, ...edits },
  ...change,
})

describe('MB1 what may be edited', () => {
  test('is every single thing that a profile says, each under one path', () => {
    const paths: string[] = []
    for (const [group, branch] of Object.entries(silentProfile('example'))) {
      const isBranch = typeof branch === 'object' && !Array.isArray(branch) && !('class' in branch)
      if (isBranch) paths.push(...Object.keys(branch as object).map((key) => `${group}.${key}`))
      else paths.push(group)
    }
    const head = ['schema', 'id', 'name', 'homepage']
    expect([...marketLeaves.map(({ path }) => path), ...marketLists, ...head].toSorted()).toEqual(
      paths.toSorted(),
    )
  })

  test('is read at its path, as it stands in the profile', () => {
    const profile = knownProfile('example')
    expect(leafAt(profile, 'payout.holdDays')).toBe(profile.payout.holdDays)
    expect(leafAt(profile, 'facts.Slashing')).toBe(profile.facts.Slashing)
    expect(leafAt(profile, 'whoMayJoin')).toBe(profile.whoMayJoin)
  })

  test('takes every value that a profile may have there, and the result is a profile again', () => {
    fc.assert(
      fc.property(anyProfile, anyEdits, (base, edits) => {
        expect(marketEditsSchema.parse(edits)).toEqual(edits)
        expect(marketProfileSchema.parse(withEdits(base, edits))).toEqual(withEdits(base, edits))
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['a path that there is not', { 'payout.holdDay': known(1, 'days') }, 'payout.holdDay'],
    ['a path of a whole', { payout: known(1, 'days') }, 'payout'],
    ['another unit', { 'payout.holdDays': known(1, 'hours') }, 'expected "days"'],
    ['more than there may be', { 'payout.holdDays': known(1_001, 'days') }, '1000'],
    [
      'a figure without source',
      { 'payout.holdDays': { ...known(1, 'days'), source: null } },
      'a source and a date',
    ],
    ['a word that is none of the term', { 'collateral.kind': said('gold') }, '"none"|"cash"|"token"'],
    ['a term in place of a fact', { 'facts.Slashing': said('none') }, 'value'],
    ['a key that leads to the prototype', JSON.parse('{"__proto__": {"value": 1}}') as object, '__proto__'],
  ])('refuses %s by name', (_, terms, expected) => {
    const { error } = marketEditsSchema.safeParse({ ...noEdits, terms })
    const said =
      error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') ?? 'accepted'
    expect(said).toContain(expected)
    expect(said).toContain(Object.keys(terms)[0])
  })

  test('refuses two fits for the same kind of work', () => {
    const fit = { workload: 'rendering', fit: said('good') } as const
    expect(
      marketEditsSchema.safeParse({ ...noEdits, workloadFits: [fit, fit] }).error?.issues[0]?.message,
    ).toBe('expected each kind of work once')
  })

  test('is counted path by path, and taken back one by one', () => {
    const edits: MarketEdits = {
      ...noEdits,
      terms: { 'payout.holdDays': known(3, 'days'), kind: said('x') },
      fees: [],
      prices: [priced(0.3)],
    }
    expect(editedPaths(noEdits)).toEqual([])
    expect(editedPaths(edits)).toEqual(['kind', 'payout.holdDays', 'fees', 'prices'])
    expect(editedPaths(withoutEdit(edits, 'payout.holdDays'))).toEqual(['kind', 'fees', 'prices'])
    expect(editedPaths(withoutEdit(edits, 'fees'))).toEqual(['kind', 'payout.holdDays', 'prices'])
    expect(editedPaths(withoutEdit(edits, 'prices'))).toEqual(['kind', 'payout.holdDays', 'fees'])
    expect(['payout.holdDays', 'fees', 'payout', 'toString'].map(isMarketPath)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('MB2 edits lie on top', () => {
  const hold = known(3, 'days', 'own-receipt')
  const own = { ...priced(0.3), note: 'mine' }
  const edited = body({
    terms: { 'payout.holdDays': hold },
    prices: [own],
    utilizations: [rented(0.7)],
    workloadFits: [{ workload: 'rendering', fit: said('poor') }],
  })

  test('a newer catalogue changes what lies beneath and nothing that the person said', () => {
    const today = knownProfile('example', { workloadFits: [{ workload: 'rendering', fit: said('good') }] })
    const newer = knownProfile('example', {
      payout: { ...today.payout, holdDays: known(30, 'days'), minimumUsd: known(25, 'usd') },
      prices: [priced(0.9)],
      workloadFits: [
        { workload: 'rendering', fit: said('good') },
        { workload: 'batch', fit: said('good') },
      ],
    })
    for (const shipped of [today, newer]) {
      const effective = effectiveMarket(shipped, edited)!
      expect(effective.payout.holdDays).toBe(hold)
      expect(effective.payout.minimumUsd).toBe(shipped.payout.minimumUsd)
      expect(effective.prices).toEqual([own, ...shipped.prices])
      expect(effective.utilizations).toEqual([rented(0.7), ...shipped.utilizations])
      expect(effective.workloadFits[0]?.fit.value).toBe('poor')
      expect(effective.workloadFits).toHaveLength(shipped.workloadFits.length)
      expect(effective.fees).toBe(shipped.fees)
    }
  })

  test('an unknown that the person set stands over a known figure, and an empty schedule over a full one', () => {
    const unknown = { ...hold, value: null }
    const effective = effectiveMarket(
      knownProfile('example'),
      body({ terms: { 'payout.holdDays': unknown, 'hardware.vendors': null }, fees: [] }),
    )!
    expect([effective.payout.holdDays.value, effective.fees]).toEqual([null, []])
  })

  test('a profile from a pack stands in place of the catalogue’s; of neither there is nothing', () => {
    const packed = knownProfile('example', { name: 'From a pack' })
    const withPack = body({}, { profile: packed, packCompiledAt: '2026-10-01' })
    expect(effectiveMarket(knownProfile('example'), withPack)?.name).toBe('From a pack')
    expect(effectiveMarket(null, withPack)).toEqual(packed)
    expect(effectiveMarket(null, edited)).toBeNull()
    expect(effectiveMarket(null, null)).toBeNull()
    const [shipped] = shippedCatalogue.networks
    expect(effectiveMarket(shipped!, null)).toBe(shipped)
  })

  test('on top of a network that already has them they change nothing more', () => {
    fc.assert(
      fc.property(anyProfile, anyEdits, (base, edits) => {
        const once = withEdits(base, edits)
        expect(withEdits(once, edits)).toEqual(once)
      }),
      { numRuns: 200 },
    )
  })
})
