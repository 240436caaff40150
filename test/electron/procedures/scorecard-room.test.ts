/** Cards as large as a card may be, and what is checked of them twice. */
import { expect, test } from 'vitest'
import {
  appendEntries,
  beginEntries,
  type NewEntry,
  readChain,
} from '../../../electron/database/scorecard-entries.ts'
import type { EntryBody } from '../../../shared/diligence/entry.ts'
import { answer, begun, noon, openScorecards, type OpenedScorecards } from './scorecard-book.ts'

function note(text: string): EntryBody {
  return { kind: 'note', text, who: 'me' }
}

/** Past the procedures, as undo does. */
function filled(opened: OpenedScorecards, id: string, count: number, text: string): void {
  const entries = Array.from({ length: count }, (): NewEntry => ({ body: note(text), origin: null }))
  opened.book.write((write) => appendEntries(write, id, entries, noon))
}

test('DX9 a card takes no entry that its file has no room for, counting the one that takes it back', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  filled(opened, id, 19_997, 'x')
  expect((await opened.scorecard.append({ id, bodies: [note('the last')] })).entries).toHaveLength(19_999)
  const before = await opened.scorecard.exportCard({ id })
  await expect(opened.scorecard.append({ id, bodies: [note('one more')] })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message:
      'Nothing was added to the scorecard “Alpha”: it would have 20,001 entries, counting those that take these back; a file of a card has at most 20,000. Begin another card for what comes now.',
  })
  expect((await opened.scorecard.exportCard({ id })).text).toBe(before.text)
  const theirs = openScorecards()
  const other = await begun(theirs)
  await theirs.scorecard.append({ id: other.id, bodies: [answer('uptime', 'no')] })
  const { text } = await theirs.scorecard.exportCard({ id: other.id })
  const request = { text, as: 'theirs', intoId: id } as const
  const { headDigest } = await opened.scorecard.importPreview(request)
  await expect(opened.scorecard.importCard({ ...request, take: [], headDigest })).rejects.toThrow(
    'it would have 20,003 entries',
  )
  filled(opened, id, 2, 'past it')
  await expect(opened.scorecard.exportCard({ id })).rejects.toThrow(
    'cannot be put into a file: it has 20,001 entries; a file',
  )
})

test('DX9 nor one that makes its file larger than can be taken in', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  filled(opened, id, 1_630, '€'.repeat(3_333))
  const { text } = await opened.scorecard.exportCard({ id })
  // 16 MiB, less what one more such note has with its digests.
  const left = 16 * 1024 * 1024 - Buffer.byteLength(text)
  expect(left).toBeGreaterThan(300)
  const bodies = Array.from({ length: 1 + Math.floor(left / 10_000) }, () => note('x'.repeat(10_000)))
  await expect(opened.scorecard.append({ id, bodies })).rejects.toThrow(
    /its file would have 16,\d{3},\d{3} bytes; one of at most 16,777,216 can be taken in/,
  )
  expect((await opened.scorecard.exportCard({ id })).text).toBe(text)
})

test('DX2 what was checked is not checked again, and what came since is', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  const chain = () => opened.book.read((read) => readChain(read, id))
  const first = chain()
  expect(chain().links).toBe(first.links)
  await opened.scorecard.append({ id, bodies: [note('two')] })
  const second = chain()
  expect(second.links).toHaveLength(2)
  expect(second.links[0]).toBe(first.links[0])
  expect(() =>
    opened.book.write((write) => {
      appendEntries(write, id, [{ body: note('never'), origin: null }], noon)
      expect(readChain(write, id).links).toHaveLength(3)
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  filled(opened, id, 2, 'instead')
  const third = chain()
  expect(third.damage).toEqual([])
  expect(third.links.map(({ body }) => (body.kind === 'note' ? body.text : ''))).toEqual([
    '',
    'two',
    'instead',
    'instead',
  ])
  // A beginning that failed and another one in its place.
  const begin = (...texts: readonly string[]) =>
    opened.book.write((write) => {
      beginEntries(
        write,
        'again',
        texts.map((text) => ({ body: note(text), origin: null })),
        noon,
      )
      const { links, damage } = readChain(write, 'again')
      if (links.length === 1) throw new Error('taken back')
      return { links, damage }
    })
  expect(() => begin('never')).toThrow('taken back')
  expect(begin('one', 'two')).toMatchObject({
    links: [{ body: { text: 'one' } }, { body: { text: 'two' } }],
    damage: [],
  })
  opened.tamper(`UPDATE scorecard_entries SET recorded_at_utc_ms = 7 WHERE sequence = 2`)
  expect(chain().damage).toEqual([
    { sequence: 2, message: 'Entry 2 does not match its digest: it is left out.' },
  ])
})
