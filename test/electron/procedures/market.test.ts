/** Networks in the book, through the procedures: a real book, the catalogue of the test's choice. */
import { createRouterClient } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore, type Store } from '../../../electron/database/store.ts'
import { implementer } from '../../../electron/procedures/implementer.ts'
import { journalProcedures } from '../../../electron/procedures/journal.ts'
import { marketProcedures } from '../../../electron/procedures/market.ts'
import type { Parts } from '../../../electron/procedures/parts.ts'
import type { Catalogue } from '../../../shared/catalogue.ts'
import { type MarketEdits, noEdits } from '../../../shared/markets/market-edits.ts'
import { packOf, packText } from '../../../shared/markets/market-pack.ts'
import type { MarketProfile } from '../../../shared/markets/market-profile.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { knownProfile, known, priced } from '../../shared/markets/profiles.ts'
import { bookOptions } from '../database/book-options.ts'
import { stamp } from '../database/sample-book.ts'
import { temporaryFolder } from '../database/temporary-folder.ts'

const hold = known(3, 'days', 'third-party')
const holdEdit: MarketEdits = { ...noEdits, terms: { 'payout.holdDays': hold } }
const alpha = knownProfile('alpha')
const beta = knownProfile('beta')

/** The same data folder may be opened again, with another catalogue: an update of the app. */
function open(networks: readonly MarketProfile[] = [alpha, beta], folder = temporaryFolder()) {
  const book = openStore(bookOptions(folder))
  onTestFinished(() => book.close())
  const catalogue: Catalogue = { ...shippedCatalogue, networks }
  // Neither a card nor word of the app is asked for here.
  const parts = { book, catalogue, stamp: () => stamp } as unknown as Parts
  const client = createRouterClient(
    { market: marketProcedures(implementer, parts), journal: journalProcedures(implementer, parts) },
    { context: {} },
  )
  return { book, folder, market: client.market, journal: client.journal }
}

type Opened = ReturnType<typeof open>

const entry = async ({ market }: Opened, id: string) =>
  (await market.list()).markets.find((each) => each.id === id)
const contentOf = (book: Store) =>
  book.read((read) =>
    ['markets', 'offer_snapshots', 'price_series', 'imported_rows', 'journal'].map((table) =>
      read.all(`SELECT * FROM ${table} ORDER BY 1`),
    ),
  )
const packed = (...markets: MarketProfile[]) => packText(packOf(markets, '2026-11-20'))

describe('MB2 edits of a network', () => {
  test('are listed on top, kept over a restart and over a newer catalogue, and undone and redone', async () => {
    const first = open()
    const saved = await first.market.edit({ id: 'alpha', revision: 0, edits: holdEdit })
    expect(saved).toMatchObject({ id: 'alpha', isShipped: true, isEdited: true, stored: { revision: 1 } })
    expect(saved.profile.payout.holdDays).toEqual(hold)
    first.book.close()
    const newer = { ...alpha, payout: { ...alpha.payout, minimumUsd: known(25, 'usd') } }
    const later = open([newer, beta], first.folder)
    const effective = (await entry(later, 'alpha'))!.profile.payout
    expect([effective.holdDays.value, effective.minimumUsd.value]).toEqual([3, 25])
    expect(await later.journal.undo()).toEqual({
      undo: null,
      redo: 'The change of the network “ALPHA”',
    })
    expect(await entry(later, 'alpha')).toMatchObject({ isEdited: false, stored: null })
    await later.journal.redo()
    expect((await entry(later, 'alpha'))!.profile.payout.holdDays).toEqual(hold)
  })

  test('are refused from an older revision, and a revision never comes twice', async () => {
    const opened = open()
    const { market, journal } = opened
    await market.edit({ id: 'alpha', revision: 0, edits: holdEdit })
    await expect(market.edit({ id: 'alpha', revision: 0, edits: noEdits })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('The network “ALPHA” was changed elsewhere: it is at revision 1'),
    })
    await journal.undo()
    const again = await market.edit({
      id: 'alpha',
      revision: 0,
      edits: { ...holdEdit, prices: [priced(0.3)] },
    })
    expect(again.stored?.revision).toBe(2)
    await expect(market.edit({ id: 'alpha', revision: 1, edits: noEdits })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('are taken back one by one or all; what says nothing any more is not kept', async () => {
    const opened = open()
    const { market, journal } = opened
    await market.edit({ id: 'alpha', revision: 0, edits: { ...holdEdit, prices: [priced(0.3)] } })
    const one = await market.reset({ id: 'alpha', revision: 1, path: 'payout.holdDays' })
    expect(one.profile.payout.holdDays).toEqual(alpha.payout.holdDays)
    expect(one.profile.prices).toHaveLength(2)
    const none = await market.reset({ id: 'alpha', revision: 2, path: null })
    expect(none).toMatchObject({ isEdited: false, stored: null })
    expect((await journal.state()).undo).toBe('Bring back your edits of the network “ALPHA”')
    await journal.undo()
    expect((await entry(opened, 'alpha'))?.profile.prices).toHaveLength(2)
    await expect(market.reset({ id: 'alpha', revision: 3, path: 'payout' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'A network has nothing called payout.',
    })
  })

  test.each([
    [
      'a path that there is not',
      { id: 'alpha', edits: { ...noEdits, terms: { 'payout.holdDay': hold } } },
      'payout.holdDay',
    ],
    [
      'a value out of bounds',
      { id: 'alpha', edits: { ...noEdits, terms: { 'payout.holdDays': known(-1, 'days') } } },
      'edits.terms.payout.holdDays.value',
    ],
    [
      'a network that nobody knows',
      { id: 'gamma', edits: holdEdit },
      'There is no network with the id gamma',
    ],
  ])('with %s are refused by name, and nothing is written', async (_, given, expected) => {
    const { market, book } = open()
    const before = contentOf(book)
    await expect(market.edit({ revision: 0, ...given } as Parameters<typeof market.edit>[0])).rejects.toThrow(
      expected,
    )
    expect(contentOf(book)).toEqual(before)
  })
})

describe('MB4 packs', () => {
  const other = knownProfile('gamma', { name: 'Gamma' })
  const renamed = { ...alpha, name: 'Alpha renamed' }

  test('come in all or none as one step of undo, beneath the edits', async () => {
    const opened = open()
    const { market, journal } = opened
    await market.edit({ id: 'alpha', revision: 0, edits: holdEdit })
    const text = packed(renamed, other, beta)
    const preview = await market.packPreview({ text })
    expect(preview.markets.map(({ id, status }) => [id, status])).toEqual([
      ['alpha', 'changed'],
      ['gamma', 'new'],
      ['beta', 'same'],
    ])
    const networks = [
      { id: 'alpha', revision: 1 },
      { id: 'gamma', revision: 0 },
    ]
    expect(preview.markets.map(({ id, revision }) => ({ id, revision })).slice(0, 2)).toEqual(networks)
    expect(await market.packImport({ text, networks })).toEqual({ ids: ['alpha', 'gamma'] })
    const listed = (await market.list()).markets
    expect(listed.map(({ id, profile, isShipped }) => [id, profile.name, isShipped])).toEqual([
      ['alpha', 'Alpha renamed', true],
      ['beta', 'BETA', true],
      ['gamma', 'Gamma', false],
    ])
    expect(listed[0]?.profile.payout.holdDays).toEqual(hold)
    expect(await journal.undo()).toEqual({
      undo: 'Take back the change of the network “ALPHA”',
      redo: 'The import of 2 networks',
    })
    expect((await market.list()).markets.map(({ profile }) => profile.name)).toEqual(['ALPHA', 'BETA'])
    expect((await entry(opened, 'alpha'))?.profile.payout.holdDays).toEqual(hold)
    await journal.redo()
    expect((await entry(opened, 'gamma'))?.profile).toEqual(other)
  })

  test('go again with what the book keeps of a network: the catalogue’s shows, another is gone', async () => {
    const opened = open()
    const { market } = opened
    const networks = ['alpha', 'gamma'].map((id) => ({ id, revision: 0 }))
    await market.packImport({ text: packed(renamed, other), networks })
    await market.remove({ id: 'alpha', revision: 1 })
    await market.remove({ id: 'gamma', revision: 1 })
    expect((await market.list()).markets.map(({ profile }) => profile.name)).toEqual(['ALPHA', 'BETA'])
    await opened.journal.undo()
    expect(await entry(opened, 'gamma')).toMatchObject({ isShipped: false, profile: { name: 'Gamma' } })
  })

  test.each([
    ['a text that is no JSON', '{"schema": 1,', 'line 1'],
    ['a key twice', '{"schema": 1, "schema": 1}', 'line 1'],
    ['another file', '{"schema": 1, "kind": "scenario"}', 'This is not a market pack'],
    [
      'a wrong unit',
      packed({ ...alpha, payout: { ...alpha.payout, holdDays: known(1, 'hours') } }),
      'alpha payout.holdDays.unit: expected "days"',
    ],
    ['the same network twice', packed(alpha, alpha), 'expected each id once'],
    ['a list beyond any pack', packed(...Array.from({ length: 501 }, () => alpha)), 'at most 500 entries'],
    ['one wrong network beside a right one', packed(beta, { ...alpha, id: 'Alpha' }), 'markets.1 id'],
    ['a network that it does not have', packed(beta), 'The pack has no network with the id alpha'],
  ])('with %s are refused by name, and nothing is written', async (_, text, expected) => {
    const { market, book } = open()
    const before = contentOf(book)
    await expect(market.packImport({ text, networks: [{ id: 'alpha', revision: 0 }] })).rejects.toMatchObject(
      {
        code: 'BAD_REQUEST',
        message: expect.stringContaining(expected),
      },
    )
    expect(contentOf(book)).toEqual(before)
  })

  const takenElsewhere = {
    'taken in meanwhile': async ({ market }: Opened) => {
      const networks = [{ id: 'gamma', revision: 0 }]
      await market.packImport({ text: packed({ ...other, name: 'Theirs' }), networks })
    },
    'edited meanwhile': async ({ market }: Opened) => {
      await market.edit({ id: 'alpha', revision: 0, edits: holdEdit })
    },
    'whose profile is gone meanwhile': async ({ market }: Opened) => {
      await market.remove({ id: 'beta', revision: 1 })
    },
  }

  test.each([
    ['taken in meanwhile', 'The network “Theirs” was changed elsewhere'],
    ['edited meanwhile', 'The network “ALPHA” was changed elsewhere'],
    ['whose profile is gone meanwhile', 'The network “Beta again” was changed elsewhere'],
  ] as const)('MB15 refuse a network %s, and nothing is written', async (what, expected) => {
    const opened = open()
    const { market, book } = opened
    await market.packImport({
      text: packed({ ...beta, name: 'Beta of a pack' }),
      networks: [{ id: 'beta', revision: 0 }],
    })
    const text = packed(renamed, { ...beta, name: 'Beta again' }, other)
    const preview = await market.packPreview({ text })
    const networks = preview.markets.map(({ id, revision }) => ({ id, revision }))
    expect(networks.map(({ revision }) => revision)).toEqual([0, 1, 0])
    await takenElsewhere[what](opened)
    const before = contentOf(book)
    await expect(market.packImport({ text, networks })).rejects.toMatchObject({
      code: 'CONFLICT',
      status: 409,
      message: expect.stringContaining(expected),
    })
    expect(contentOf(book)).toEqual(before)
    const again = await market.packPreview({ text })
    const now = again.markets.map(({ id, revision }) => ({ id, revision }))
    expect(await market.packImport({ text, networks: now })).toEqual({ ids: ['alpha', 'beta', 'gamma'] })
  })

  test('MB15 a network named twice is refused', async () => {
    const { market } = open()
    const networks = [0, 1].map((revision) => ({ id: 'gamma', revision }))
    await expect(market.packImport({ text: packed(other), networks })).rejects.toThrow(
      'networks: expected each id once',
    )
  })

  test('hand networks on as they effectively are, or without the edits', async () => {
    const { market } = open()
    await market.edit({ id: 'alpha', revision: 0, edits: holdEdit })
    const exported = async (withEdits: boolean) =>
      JSON.parse((await market.exportPack({ ids: ['alpha'], withEdits })).text) as {
        markets: MarketProfile[]
      }
    expect((await exported(true)).markets[0]?.payout.holdDays).toEqual(hold)
    expect((await exported(false)).markets[0]?.payout.holdDays).toEqual(alpha.payout.holdDays)
    await expect(market.exportPack({ ids: ['gamma'], withEdits: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('a row that cannot be read takes no network down', async () => {
    const opened = open()
    opened.book.write((write) => write.run(`INSERT INTO markets VALUES ('alpha', 7, 0, '{"schema": 2}')`))
    expect((await entry(opened, 'alpha'))?.profile).toEqual(alpha)
    await expect(opened.market.edit({ id: 'alpha', revision: 0, edits: holdEdit })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})
