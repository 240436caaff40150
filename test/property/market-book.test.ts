/** MB4, promise M5: what the book keeps of networks outlives the book, to the byte. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packImportInWords } from '../../electron/database/document-words.ts'
import { markets } from '../../electron/database/markets.ts'
import { openStore, type Store } from '../../electron/database/store.ts'
import { effectiveMarket, type MarketBody, noEdits } from '../../shared/markets/market-edits.ts'
import { saysTheSame } from '../../shared/markets/market-leaves.ts'
import { bodyWithProfile, packOf, packPreview, packText } from '../../shared/markets/market-pack.ts'
import type { MarketPack, MarketProfile } from '../../shared/markets/market-profile.ts'
import { marketPackSchema } from '../../shared/markets/market-schema.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { bookOptions, nowUtcMs } from '../electron/database/book-options.ts'
import { temporaryFolder } from '../electron/database/temporary-folder.ts'
import { edits, profile } from '../shared/markets/market-values.ts'
import { isNightly } from './runs.ts'

const books = isNightly ? 1_000 : 60
const seed = Number(process.env['IDLEWATT_SEED'] ?? Math.floor(performance.timeOrigin) % 2_147_483_647)

const shipped = (id: string): MarketProfile | null =>
  shippedCatalogue.networks.find((network) => network.id === id) ?? null
const known = (book: Store) => (id: string) => {
  const stored = book.read((read) => markets.find(read, id))
  return { shipped: shipped(id), body: stored?.body ?? null, revision: stored?.revision ?? 0 }
}

function keep(book: Store, bodies: readonly (readonly [string, MarketBody | null])[]): void {
  book.write((write) => {
    const requests = bodies.map(([id, body]) => ({
      id,
      body,
      revision: markets.find(write, id)?.revision ?? 0,
    }))
    markets.keep(write, requests, packImportInWords(['any']), nowUtcMs)
  })
}

function exported(book: Store, ids: readonly string[]): string {
  const profiles = ids.map((id) => {
    const { shipped: base, body } = known(book)(id)
    return effectiveMarket(base, body)!
  })
  return packText(marketPackSchema.parse(packOf(profiles, '2026-11-20')))
}

function imported(book: Store, text: string): MarketPack {
  const pack = marketPackSchema.parse(JSON.parse(text))
  keep(
    book,
    pack.markets.map((each) => [each.id, bodyWithProfile(known(book)(each.id), each, pack.compiledAt)]),
  )
  return pack
}

/** Networks with a profile of a pack or none, a name of their own or a shipped one's, and edits or none. */
const bodies = fc.uniqueArray(
  fc
    .record({ profile, isOwn: fc.boolean(), isPacked: fc.boolean(), edits: fc.option(edits) })
    .map(({ profile: made, isOwn, isPacked, edits: own }): readonly [string, MarketBody] => {
      const id = isOwn ? `own-${made.id}` : made.id
      const packed = isOwn || isPacked ? { ...made, id } : null
      const packCompiledAt = packed === null ? null : '2026-11-01'
      return [id, { schema: 1, name: made.name, profile: packed, packCompiledAt, edits: own ?? noEdits }]
    }),
  { minLength: 1, maxLength: 4, selector: ([id]) => id },
)

test(`MB4: ${books} books of networks, exported, imported elsewhere and exported again, give the same bytes`, () => {
  console.log(`market books: ${books}, IDLEWATT_SEED=${seed}`)
  let edited = 0
  fc.assert(
    fc.property(bodies, (given) => {
      const [one, other] = [openStore(bookOptions(temporary())), openStore(bookOptions(temporary()))]
      try {
        const ids = given.map(([id]) => id)
        keep(one, given)
        const text = exported(one, ids)
        const pack = imported(other, text)
        expect(exported(other, ids)).toBe(text)
        // Taken in once, it brings nothing more; taken in where it comes from, it changes nothing that is shown.
        expect(packPreview(pack, known(other)).markets.map(({ status }) => status)).toEqual(
          ids.map(() => 'same'),
        )
        imported(one, text)
        expect(exported(one, ids)).toBe(text)
        for (const [id, body] of given) {
          const now = known(one)(id).body
          expect(saysTheSame(now?.edits ?? noEdits, body.edits)).toBe(true)
          if (!saysTheSame(body.edits, noEdits)) edited += 1
        }
      } finally {
        one.close()
        other.close()
      }
    }),
    { seed, numRuns: books },
  )
  expect(edited).toBeGreaterThan(books / 4)
})

const root = { folder: '', count: 0 }
function temporary(): string {
  if (root.folder === '') root.folder = temporaryFolder()
  root.count += 1
  return `${root.folder}/${root.count}`
}
