import { describe, expect, test } from 'vitest'
import { noEdits } from '../../../shared/markets/market-edits.ts'
import {
  asOthersWord,
  bodyWithProfile,
  packOf,
  packPreview,
  packText,
} from '../../../shared/markets/market-pack.ts'
import { marketPackSchema } from '../../../shared/markets/market-schema.ts'
import { known, knownProfile, priced, rented, silentProfile } from './profiles.ts'

const shipped = knownProfile('example')
const newer = knownProfile('example', { name: 'Newer' })
const edits = { ...noEdits, terms: { 'payout.holdDays': known(3, 'days') } }
const edited = { schema: 1, name: 'EXAMPLE', profile: null, packCompiledAt: null, edits } as const

const read = (text: string) => marketPackSchema.parse(JSON.parse(text))

describe('MB4 packs', () => {
  test('are told as new, changed or the same, against what stands beneath the edits', () => {
    const pack = packOf([shipped, knownProfile('other'), knownProfile('third', { name: 'X' })], '2026-11-20')
    const known = (id: string) => ({
      shipped: id === 'other' ? null : id === 'third' ? knownProfile('third') : shipped,
      body: id === 'example' ? edited : null,
      revision: id === 'example' ? 4 : 0,
    })
    expect(packPreview(pack, known)).toMatchObject({
      compiledAt: '2026-11-20',
      markets: [
        { id: 'example', revision: 4, status: 'same', changes: [] },
        { id: 'other', revision: 0, status: 'new' },
        { id: 'third', status: 'changed', changes: [{ path: 'name', before: 'THIRD', after: 'X' }] },
      ],
    })
  })

  test('leave the edits where they are', () => {
    expect(bodyWithProfile({ shipped, body: edited }, newer, '2026-11-20')).toEqual({
      schema: 1,
      name: 'Newer',
      profile: newer,
      packCompiledAt: '2026-11-20',
      edits,
    })
  })

  test('that bring what ships anyway give way to the catalogue, so that its newer ones show again', () => {
    const pinned = bodyWithProfile({ shipped, body: edited }, newer, '2026-11-20')
    expect(bodyWithProfile({ shipped, body: pinned }, structuredClone(shipped), '2026-11-21')).toEqual(edited)
    const only = bodyWithProfile({ shipped, body: null }, newer, '2026-11-20')
    expect(bodyWithProfile({ shipped, body: only }, shipped, '2026-11-21')).toBeNull()
  })

  test('are one JSON that reads back as itself, its keys in the order of the schema', () => {
    const text = packText(read(packText(packOf([shipped, knownProfile('other')], '2026-11-20'))))
    expect(packText(read(text))).toBe(text)
    expect(text.endsWith('}\n')).toBe(true)
  })
})

describe('MB16 a pack is somebody else’s word', () => {
  test('its own receipts, measurements and assumptions are claims; all else stays', () => {
    const classes = [
      'own-receipt',
      'own-measurement',
      'assumption',
      'third-party',
      'on-chain-record',
    ] as const
    const prices = classes.map((evidence) => priced(0.5, 'buyer pays', evidence))
    const utilizations = [rented(0.5, 'own-receipt')]
    const pack = packOf([knownProfile('a', { prices, utilizations })], '2026-11-20')
    const [taken] = asOthersWord(pack).markets
    expect(taken!.prices.map(({ usdPerGpuHour }) => usdPerGpuHour.class)).toEqual([
      'claim',
      'claim',
      'claim',
      'third-party',
      'on-chain-record',
    ])
    expect({ ...taken, prices: [], utilizations: [] }).toEqual({
      ...pack.markets[0],
      prices: [],
      utilizations: [],
    })
    expect(taken!.utilizations[0]!.rentalUtilizationRatio).toMatchObject({ value: 0.5, class: 'claim' })
  })

  test('what is unknown stays unknown', () => {
    const pack = packOf([silentProfile('a')], '2026-11-20')
    expect(asOthersWord(pack)).toEqual(pack)
  })
})
