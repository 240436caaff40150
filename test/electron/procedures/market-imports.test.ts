/** Listings of offers and series of prices in the book: taken in, read again, removed, brought back. */
import { createRouterClient } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dropUnnamedRows, putRows } from '../../../electron/database/imported-rows.ts'
import { openStore } from '../../../electron/database/store.ts'
import { implementer } from '../../../electron/procedures/implementer.ts'
import { journalProcedures } from '../../../electron/procedures/journal.ts'
import { marketProcedures } from '../../../electron/procedures/market.ts'
import type { Parts } from '../../../electron/procedures/parts.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { knownProfile } from '../../shared/markets/profiles.ts'
import { bookOptions } from '../database/book-options.ts'
import { stamp } from '../database/sample-book.ts'
import { temporaryFolder } from '../database/temporary-folder.ts'

function open() {
  const book = openStore(bookOptions(temporaryFolder()))
  onTestFinished(() => book.close())
  const catalogue = { ...shippedCatalogue, networks: [knownProfile('alpha'), knownProfile('beta')] }
  // Neither a card nor word of the app is asked for here.
  const parts = { book, catalogue, stamp: () => stamp } as unknown as Parts
  const client = createRouterClient(
    { market: marketProcedures(implementer, parts), journal: journalProcedures(implementer, parts) },
    { context: {} },
  )
  const kept = () =>
    book.read((read) =>
      ['offer_snapshots', 'price_series', 'imported_rows', 'journal'].map(
        (table) => read.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows,
      ),
    )
  return { book, kept, market: client.market, journal: client.journal }
}

const listing = `Model;Price per GPU hour;Rented
RTX 4090;0,35;yes
RTX 4090;0,40;no
RTX 4090;what;no
`
const prices = `Date,Price
2026-10-01,1.5
2026-10-02,1.25
`

async function withListing(opened: ReturnType<typeof open>) {
  const { mapping } = await opened.market.offersPreview({ networkId: 'alpha', text: listing, mapping: null })
  const given = {
    networkId: 'alpha',
    seenOn: '2026-11-20',
    fileName: 'dump.csv',
    text: listing,
    mapping: mapping!,
  }
  return { given, snapshot: await opened.market.offersImport(given) }
}

describe('MB5 offers', () => {
  test('are previewed line by line, and nothing is kept of it', async () => {
    const { market, kept } = open()
    const preview = await market.offersPreview({ networkId: 'alpha', text: listing, mapping: null })
    expect(preview.mapping?.columns.card).toBe('Model')
    expect(preview.outcome).toMatchObject({
      kind: 'read',
      accepted: { count: 2, first: [{ gpuName: 'RTX 4090', askUsdPerGpuHour: 0.35, rented: true }, {}] },
      duplicates: { count: 0 },
      rejected: { count: 1, first: [{ line: 4, found: '"what"' }] },
    })
    expect(kept()).toEqual([0, 0, 0, 0])
  })

  test('are kept with day, file and mapping, which is remembered for the network where it fits', async () => {
    const opened = open()
    const { market } = opened
    const { given, snapshot } = await withListing(opened)
    expect(snapshot.body).toMatchObject({
      name: 'ALPHA, 2026-11-20',
      networkId: 'alpha',
      fileName: 'dump.csv',
      offers: 2,
    })
    expect(await market.offers({ id: snapshot.id })).toMatchObject([
      { catalogueId: 'geforce-rtx-4090', askUsdPerGpuHour: 0.35, rented: true },
      { catalogueId: 'geforce-rtx-4090', askUsdPerGpuHour: 0.4, rented: false },
    ])
    expect((await market.list()).snapshots).toEqual([snapshot])
    const percent = { ...given.mapping, reliabilityIs: 'percent' } as const
    await market.offersImport({ ...given, seenOn: '2026-11-21', mapping: percent })
    const mappingFor = async (networkId: string, text: string) =>
      (await market.offersPreview({ networkId, text, mapping: null })).mapping?.reliabilityIs
    expect(await mappingFor('alpha', listing)).toBe('percent')
    expect(await mappingFor('beta', listing)).toBe('ratio')
    expect(await mappingFor('alpha', listing.replace('Model', 'GPU'))).toBe('ratio')
  })

  test('are removed and brought back to the last row', async () => {
    const opened = open()
    const { market, journal, kept } = opened
    const { snapshot } = await withListing(opened)
    const rows = await market.offers({ id: snapshot.id })
    await market.offersRemove({ id: snapshot.id, revision: 1 })
    await expect(market.offers({ id: snapshot.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await journal.state()).undo).toBe('Bring back the offer snapshot “ALPHA, 2026-11-20”')
    await journal.undo()
    expect(await market.offers({ id: snapshot.id })).toEqual(rows)
    expect(kept()).toEqual([1, 0, 1, 2])
  })

  test('that neither a snapshot nor the journal names any more leave no row behind', () => {
    const { book } = open()
    const digests = book.write((write) => [putRows(write, [1]), putRows(write, [1]), putRows(write, [2])])
    expect(new Set(digests).size).toBe(2)
    book.write((write) => {
      write.run(`INSERT INTO offer_snapshots VALUES ('s-1', 1, 0, json_object('rowsSha256', ?))`, digests[0]!)
      dropUnnamedRows(write)
    })
    expect(book.read((read) => read.all('SELECT sha256, rows_json FROM imported_rows'))).toEqual([
      { sha256: digests[0], rows_json: '[1]' },
    ])
  })

  test.each([
    ['a network that nobody knows', { networkId: 'gamma' }, 'There is no network with the id gamma'],
    [
      'a day that there is not',
      { seenOn: '2026-02-30' },
      'seenOn: expected a day like 2026-03-23 that the calendar has',
    ],
    ['a file that is no table', { text: '' }, 'Nothing was changed'],
    [
      'a file of which no line can be taken',
      { text: 'Model;Price per GPU hour;Rented\nRTX 4090;x;no\n' },
      'No line of the file can be taken',
    ],
    ['columns that the file does not have', { text: 'a;b\n1;2\n' }, 'Model'],
  ])('of %s are refused by name, and nothing is written', async (_, change, expected) => {
    const opened = open()
    const { given } = await withListing(opened)
    const before = opened.kept()
    await expect(opened.market.offersImport({ ...given, ...change })).rejects.toThrow(expected)
    expect(opened.kept()).toEqual(before)
  })
})

describe('MB5 price series', () => {
  const mapping = { dateColumn: 'Date', priceColumn: 'Price', decimalSign: '.', dateOrder: null } as const
  const given = {
    networkId: 'alpha',
    catalogueId: null,
    basis: null,
    fileName: 'p.csv',
    text: prices,
    mapping,
  }

  test('of the token or of a card are kept, read again, removed and brought back', async () => {
    const { market, journal } = open()
    const preview = await market.seriesPreview({ text: prices, mapping: null })
    expect(preview).toMatchObject({ mapping: { dateColumn: 'Date' }, outcome: { accepted: { count: 2 } } })
    const token = await market.seriesImport(given)
    const card = await market.seriesImport({ ...given, catalogueId: 'geforce-rtx-4090', basis: 'buyer pays' })
    expect([token.body.name, card.body.name]).toEqual(['ALPHA, token', 'ALPHA, GeForce RTX 4090'])
    expect(token.body).toMatchObject({ points: 2, firstDate: '2026-10-01', lastDate: '2026-10-02' })
    const points = [
      { date: '2026-10-01', priceUsd: 1.5 },
      { date: '2026-10-02', priceUsd: 1.25 },
    ]
    expect(await market.series({ id: token.id })).toEqual(points)
    await market.seriesRemove({ id: token.id, revision: 1 })
    expect((await market.list()).series).toEqual([card])
    await journal.undo()
    expect(await market.series({ id: token.id })).toEqual(points)
  })

  test.each([
    ['a card without basis', { catalogueId: 'geforce-rtx-4090' }, 'expected a basis with a card'],
    [
      'a card that nobody knows',
      { catalogueId: 'nothing', basis: 'ask' },
      'The catalogue has no card with the id nothing',
    ],
    ['a network that nobody knows', { networkId: 'gamma' }, 'There is no network with the id gamma'],
    [
      'a day long before any network',
      { text: 'Date,Price\n0202-10-01,1.5\n2026-10-02,1.25\n' },
      'The file has a price of 0202-10-01: expected days from 1970 to 2199. Nothing was changed.',
    ],
    ['no price at all', { text: 'Date,Price\n2026-10-01,\n' }, 'No line of the file can be taken'],
  ] as const)('of %s are refused by name, and nothing is written', async (_, change, expected) => {
    const { market, kept } = open()
    await expect(market.seriesImport({ ...given, ...change })).rejects.toThrow(expected)
    expect(kept()).toEqual([0, 0, 0, 0])
  })
})
