/** Books with damage anywhere in the file: what is read of the evidence is as it was written, or it is named. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { isBookError } from '../../electron/database/book-error.ts'
import { openConnection } from '../../electron/database/database.ts'
import { isDatabaseError } from '../../electron/database/database-error.ts'
import { openStore } from '../../electron/database/store.ts'
import { implementer } from '../../electron/procedures/implementer.ts'
import type { Parts } from '../../electron/procedures/parts.ts'
import { diligenceListing, scorecardNotices } from '../../electron/procedures/scorecard-known.ts'
import { scorecardProcedures } from '../../electron/procedures/scorecard.ts'
import type { DiligenceListing } from '../../shared/diligence/scorecard.ts'
import { bookOptions } from '../electron/database/book-options.ts'
import { temporaryFolder } from '../electron/database/temporary-folder.ts'
import { answer, checklist, noon, shipped } from '../electron/procedures/scorecard-book.ts'
import { isNightly } from '../property/runs.ts'

const copies = isNightly ? 100_000 : 10_000
const seed = Number(process.env['IDLEWATT_SEED'] ?? Date.now() % 1_000_000)
const pageBytes = 4_096
/** Where there is one, files cost no disk. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** mulberry32: a seeded generator, so that a failure can be run again. */
function generator(state: number): () => number {
  let now = state
  return () => {
    now = (now + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Three cards by a checklist of the person's own, as one file without a log beside it. */
async function bookOfCards(folder: string): Promise<{ bytes: Buffer; written: DiligenceListing }> {
  const book = openStore(bookOptions(folder))
  let count = 0
  const parts = {
    book,
    diligence: shipped,
    stamp: () => ({ nowUtcMs: noon, newId: () => `card-${(count += 1)}` }),
  } as unknown as Parts
  const client = createRouterClient({ scorecard: scorecardProcedures(implementer, parts) }, { context: {} })
  const own = await client.scorecard.saveChecklist({
    id: null,
    revision: 0,
    body: { ...checklist, id: 'own' },
  })
  for (const name of ['One', 'Two', 'Three']) {
    const { id } = await client.scorecard.begin({
      name,
      networkId: 'alpha',
      roles: ['buyer'],
      checklist: own.id,
    })
    for (let step = 0; step < 6; step += 1)
      await client.scorecard.append({
        id,
        bodies: [
          answer('uptime', 'no', { text: `Step ${step} of ${name}: nobody answered.`.repeat(1 + step) }),
          answer('price', 'partly', { quote: 'as listed' }),
          {
            kind: 'figure',
            metric: 'coverage',
            value: step / 7,
            class: 'claim',
            seenOn: '2026-11-01',
            link: null,
            text: '',
            who: 'me',
          },
        ],
      })
    await client.scorecard.append({ id, bodies: [{ kind: 'withdrawal', sequence: 4, who: 'me' }] })
  }
  const written = book.read((read) => diligenceListing(read, shipped, memoryFolder))
  book.close()
  // One file, as a book is that nobody has open, and of it as much evidence as there can be.
  const connection = openConnection(join(folder, 'book.db'), 'write')
  connection.exec('DELETE FROM journal; VACUUM')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  return { bytes: readFileSync(join(folder, 'book.db')), written }
}

type Kind = 'bits' | 'truncation' | 'zeroed pages' | 'swapped pages' | 'zeroed sector'
const kinds: readonly Kind[] = [
  'bits',
  'bits',
  'bits',
  'truncation',
  'zeroed pages',
  'swapped pages',
  'zeroed sector',
]

function damaged(bytes: Buffer, kind: Kind, random: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const below = (end: number) => Math.floor(random() * end)
  const pages = bytes.length / pageBytes
  switch (kind) {
    case 'bits':
      // Mostly in the content: the first page is the schema, whose damage is noticed at once.
      for (let flips = 1 + below(4); flips > 0; flips -= 1) {
        const at = random() < 0.9 ? pageBytes + below(bytes.length - pageBytes) : below(pageBytes)
        copy[at]! ^= 1 << below(8)
      }
      return copy
    case 'truncation':
      // A file of no bytes at all is a start that was killed half way, and is begun again: D2.
      return copy.subarray(
        0,
        random() < 0.5 ? (1 + below(pages - 1)) * pageBytes : 1 + below(bytes.length - 1),
      )
    case 'zeroed pages':
      for (let count = 1 + below(3); count > 0; count -= 1) {
        const start = below(pages) * pageBytes
        copy.fill(0, start, start + pageBytes)
      }
      return copy
    case 'swapped pages': {
      const [one, other] = [below(pages) * pageBytes, below(pages) * pageBytes]
      bytes.copy(copy, one, other, other + pageBytes)
      if (random() < 0.5) bytes.copy(copy, other, one, one + pageBytes)
      return copy
    }
    case 'zeroed sector': {
      const start = below(bytes.length / 512) * 512
      copy.fill(0, start, start + 512)
      return copy
    }
  }
}

type Outcome = 'refused by name' | 'damage named' | 'equal' | 'silently wrong'

/** Evidence: entries, in their order, under their card; and the checklists that ask. */
function outcomeOf(
  found: DiligenceListing,
  written: DiligenceListing,
  noticesOf: () => readonly string[],
): Outcome {
  let named = false
  for (const card of written.scorecards) {
    const same = found.scorecards.find(({ id }) => id === card.id)
    if (same === undefined) {
      if (!noticesOf().some((notice) => notice.includes(card.id))) return 'silently wrong'
      named = true
      continue
    }
    const original = new Map(card.entries.map((entry) => [entry.sequence, JSON.stringify(entry)]))
    if (same.entries.some((entry) => original.get(entry.sequence) !== JSON.stringify(entry)))
      return 'silently wrong'
    if (same.damage.length > 0) named = true
    else if (same.entries.length !== card.entries.length || same.headDigest !== card.headDigest)
      return 'silently wrong'
    else if (
      same.entries.some(
        ({ body }) =>
          body.kind === 'checklist' &&
          JSON.stringify(found.keptChecklists[body.sha256]) !==
            JSON.stringify(written.keptChecklists[body.sha256]),
      )
    )
      return 'silently wrong'
  }
  for (const card of found.scorecards)
    if (!written.scorecards.some(({ id }) => id === card.id)) {
      if (card.damage.length === 0) return 'silently wrong'
      named = true
    }
  return named ? 'damage named' : 'equal'
}

test(
  `D6 at a tenth: of ${copies} damaged books none shows evidence that was not written, and none ends the process`,
  { timeout: 1_800_000 },
  async () => {
    const folder = temporaryFolder(memoryFolder)
    const { bytes, written } = await bookOfCards(join(folder, 'whole'))
    expect([bytes.length % pageBytes, written.scorecards.length]).toEqual([0, 3])
    const random = generator(seed)
    const counts = new Map<string, number>()
    const wrong: string[] = []
    const place = join(folder, 'damaged')
    for (let copy = 0; copy < copies; copy += 1) {
      const kind = kinds[Math.floor(random() * kinds.length)]!
      rmSync(place, { recursive: true, force: true })
      mkdirSync(place)
      writeFileSync(join(place, 'book.db'), damaged(bytes, kind, random))
      const outcome = outcomeOfFile(place, written)
      counts.set(`${kind}: ${outcome}`, (counts.get(`${kind}: ${outcome}`) ?? 0) + 1)
      if (outcome === 'silently wrong' || outcome.startsWith('unnamed'))
        wrong.push(`copy ${copy}, ${kind}: ${outcome}`)
    }
    console.log(
      `${copies} damaged books, IDLEWATT_SEED=${seed}:`,
      Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    )
    expect(wrong.slice(0, 5)).toEqual([])
    // The test is about damage that gets past SQLite as well: enough of it must have.
    expect(counts.get('bits: damage named') ?? 0).toBeGreaterThan(copies / 20)
  },
)

function outcomeOfFile(folder: string, written: DiligenceListing): string {
  try {
    const book = openStore(bookOptions(folder))
    try {
      return book.read((read) =>
        outcomeOf(diligenceListing(read, shipped, memoryFolder), written, () =>
          scorecardNotices(read, shipped.shippedChecklist),
        ),
      )
    } finally {
      book.close()
    }
  } catch (thrown) {
    if (isDatabaseError(thrown) || isBookError(thrown)) return 'refused by name'
    return `unnamed: ${String(thrown)}`
  }
}
