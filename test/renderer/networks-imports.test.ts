import { describe, expect, it } from 'vitest'
import {
  duplicateWords,
  packSentence,
  rejectedWords,
  statusWords,
} from '../../renderer/places/networks/imports/import-words.ts'
import { cardsIn } from '../../renderer/places/networks/imports/offer-cards.ts'
import { readFile } from '../../renderer/files/read-file.ts'
import {
  assumedPriceOf,
  sharePointOf,
  summarySentence,
} from '../../renderer/places/networks/imports/summary-words.ts'
import { importLimits } from '../../shared/imports/import-limits.ts'
import { guessOfferMapping } from '../../shared/imports/offer-mapping.ts'
import { offerSummary } from '../../shared/imports/offer-summary.ts'
import type { Offer } from '../../shared/imports/offers.ts'
import type { OfferSnapshotBody } from '../../shared/markets/market-book.ts'
import { pricePointSchema, utilizationPointSchema } from '../../shared/markets/market-schema.ts'

describe('A chosen file', () => {
  it('over the limit is refused before a byte of it is read, with what to do', async () => {
    let wasRead = false
    const reading = await readFile({
      name: 'dump.csv',
      size: importLimits.bytes + 1,
      arrayBuffer: async () => {
        wasRead = true
        return new ArrayBuffer(0)
      },
    })
    expect(wasRead).toBe(false)
    expect(reading).toEqual({
      kind: 'refused',
      message:
        '“dump.csv” is larger than 16,777,216 bytes: it has 16,777,217. Import a part of it: fewer lines, or only the columns that are needed.',
    })
  })

  it('of exactly the limit is read; an empty one and one that cannot be read are refused by name', async () => {
    const whole = await readFile({
      name: 'a.csv',
      size: importLimits.bytes,
      arrayBuffer: async () => new Uint8Array([0x78]).buffer,
    })
    expect(whole).toEqual({ kind: 'read', file: { name: 'a.csv', text: 'x' } })
    expect(await readFile(new File([], 'b.csv'))).toMatchObject({
      kind: 'refused',
      message: /“b\.csv” holds nothing/,
    })
    const gone = await readFile({
      name: 'c.csv',
      size: 3,
      arrayBuffer: () => Promise.reject(new Error('moved')),
    })
    expect(gone).toMatchObject({ kind: 'refused', message: /“c\.csv” could not be read/ })
  })

  it('that is not UTF-8 is refused by line; U+FFFD written as such is text like any other', async () => {
    const latin1 = new File([Buffer.from('city,ask\nM\xfcnchen,1', 'latin1')], 'd.csv')
    expect(await readFile(latin1)).toEqual({
      kind: 'refused',
      message: '“d.csv” is not UTF-8 text (line 2, column 2). Save it as UTF-8 and import it again.',
    })
    const utf16 = new File([Buffer.from('\ufeffgpu,ask', 'utf16le')], 'e.csv')
    expect(await readFile(utf16)).toMatchObject({ message: /“e\.csv” is not UTF-8 text/ })
    expect(await readFile(new File(['\ufeffgpu,\ufffd €'], 'f.csv'))).toEqual({
      kind: 'read',
      file: { name: 'f.csv', text: 'gpu,\ufffd €' },
    })
    // The place is that of the wrong byte, not of a U+FFFD before it.
    const both = new File(['\ufffd\n', new Uint8Array([0x61, 0xff])], 'g.csv')
    expect(await readFile(both)).toMatchObject({ message: /line 2, column 2/ })
  })
})

const market = (status: 'new' | 'changed' | 'same', changes = 0) => ({
  id: status,
  revision: 0,
  name: status,
  status,
  changes: Array.from({ length: changes }, () => ({
    path: 'name' as const,
    label: 'Name',
    before: null,
    after: 'x',
    isEdited: false,
  })),
})

describe('What a pack would bring, in words', () => {
  it('counts new, changed and same networks', () => {
    expect(packSentence({ compiledAt: '2026-11-20', markets: [market('new'), market('changed', 2)] })).toBe(
      '2 networks, compiled 2026-11-20: 1 new, 1 changed.',
    )
    expect(packSentence({ compiledAt: '2026-11-20', markets: [market('same')] })).toBe(
      '1 network, compiled 2026-11-20: 1 the same. There is nothing to import.',
    )
    expect(statusWords(market('changed', 1))).toBe('1 term changed')
  })

  it('names lines of CSV and entries of JSON', () => {
    expect(duplicateWords({ line: 4, sameAsLine: 2 }, 'line')).toBe('line 4 says the same as line 2')
    const rejected = { line: 5, column: 'price', found: '"cheap"', expected: 'a number' }
    expect(rejectedWords(rejected, 'entry')).toBe('entry 5, column “price”: found "cheap", expected a number')
    expect(rejectedWords({ ...rejected, column: null }, 'line')).toBe(
      'line 5: found "cheap", expected a number',
    )
  })
})

const offer = (gpuCount: number, askUsdPerGpuHour: number, rented: boolean | null): Offer => ({
  gpuName: 'RTX 4090',
  catalogueId: 'geforce-rtx-4090',
  gpuCount,
  askUsdPerGpuHour,
  rented,
  region: null,
  reliabilityRatio: null,
})

describe('What a listing says of a card', () => {
  const snapshot: OfferSnapshotBody = {
    schema: 1,
    name: 'Vast.ai, 2026-11-20',
    networkId: 'vast',
    seenOn: '2026-11-20',
    fileName: 'dump.csv',
    mapping: guessOfferMapping([]),
    offers: 3,
    rowsSha256: '',
  }
  // By hand: 3 GPUs rented of 4 whose state is told; of 5 GPUs the third cheapest is asked at $0.20.
  const summary = offerSummary(
    [offer(3, 0.2, true), offer(1, 0.5, false), offer(1, 0.6, null)],
    'geforce-rtx-4090',
  )

  it('is said in a sentence that keeps the untold apart', () => {
    expect(summarySentence(summary, 'GeForce RTX 4090', '2026-11-20').replaceAll('\u00a0', ' ')).toBe(
      '3 offers of GeForce RTX 4090 with 5 GPUs, seen 2026-11-20: half of them ask $0.20/GPU-h or less; 75 % of the 4 whose state is told are rented.',
    )
  })

  it('may become an own rented share, stated by the market itself on that day', () => {
    const share = sharePointOf(snapshot, summary)
    expect(share).toMatchObject({
      catalogueIds: ['geforce-rtx-4090'],
      rentalUtilizationRatio: { value: 0.75, class: 'third-party', asOf: '2026-11-20' },
      note: '3 of 4 GPUs were rented at one moment',
    })
    expect(utilizationPointSchema.safeParse(share).error).toBeUndefined()
    const untold = offerSummary([offer(1, 0.6, null)], 'geforce-rtx-4090')
    expect(sharePointOf(snapshot, untold)).toBeNull()
  })

  it('becomes a price by the person’s own assumption only', () => {
    const price = assumedPriceOf(snapshot, summary, 'GeForce RTX 4090')
    expect(price?.usdPerGpuHour).toMatchObject({ value: 0.2, class: 'assumption', asOf: '2026-11-20' })
    expect(pricePointSchema.safeParse(price).error).toBeUndefined()
    expect(assumedPriceOf(snapshot, offerSummary([], 'geforce-rtx-4090'), 'x')).toBeNull()
  })

  it('offers the cards that the catalogue knows, the most offered first', () => {
    const other = { catalogueId: 'b' }
    expect(cardsIn([{ catalogueId: null }, other, { catalogueId: 'c' }, other])).toEqual([
      { catalogueId: 'b', listings: 2 },
      { catalogueId: 'c', listings: 1 },
    ])
  })
})
