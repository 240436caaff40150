import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isBookError } from '../../../electron/database/book-error.ts'
import { openConnection } from '../../../electron/database/database.ts'
import { packImportInWords } from '../../../electron/database/document-words.ts'
import { journalState } from '../../../electron/database/journal.ts'
import { markets } from '../../../electron/database/markets.ts'
import { scenarios } from '../../../electron/database/scenarios.ts'
import { readSettings, writeSettings } from '../../../electron/database/settings.ts'
import type { Store } from '../../../electron/database/store.ts'
import { redo, undo } from '../../../electron/database/undo.ts'
import { type MarketBody, noEdits } from '../../../shared/markets/market-edits.ts'
import { defaultSettings, type Settings } from '../../../shared/scenario.ts'
import { nowUtcMs } from './book-options.ts'
import { openBook, scenarioBody, stamp } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

const save = (book: Store, id: string | null, revision: number, name: string) =>
  book.write((write) => scenarios.save(write, { id, revision, body: scenarioBody(name) }, stamp))
const namesOf = (book: Store) =>
  book.read((read) => scenarios.list(read)).documents.map((document) => document.body.name)
const stateOf = (book: Store) => book.read((read) => journalState(read))

function refusalOf(work: () => unknown) {
  try {
    work()
  } catch (thrown) {
    if (isBookError(thrown)) return { code: thrown.code, message: thrown.message, current: thrown.current }
    throw thrown
  }
  throw new Error('It did not throw.')
}

test('D10: a save from an older revision is refused with the current one, and changes nothing', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Shed')
  const current = save(book, id, 1, 'Garage')
  expect(current.revision).toBe(2)
  const refusal = refusalOf(() => save(book, id, 1, 'Cellar'))
  expect(refusal).toMatchObject({ code: 'changed-elsewhere', current })
  expect(refusal.message).toContain(
    '“Garage” was changed elsewhere: it is at revision 2, your change was made from 1',
  )
  expect(namesOf(book)).toEqual(['Garage'])
  expect(refusalOf(() => book.write((write) => scenarios.remove(write, id, 1, stamp))).code).toBe(
    'changed-elsewhere',
  )
})

test('D10: saving what is already stored changes nothing and leaves nothing to undo', () => {
  const book = openBook(temporaryFolder())
  const first = save(book, null, 0, 'Shed')
  expect(save(book, first.id, 1, 'Shed')).toEqual(first)
  book.write((write) => undo(write, nowUtcMs))
  expect(stateOf(book).undo).toBeNull()
})

test('D10: a removed scenario is not found again, by save, remove or duplicate', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Shed')
  book.write((write) => scenarios.remove(write, id, 1, stamp))
  for (const work of [
    () => save(book, id, 1, 'Shed'),
    () => book.write((write) => scenarios.remove(write, id, 1, stamp)),
    () => book.write((write) => scenarios.duplicate(write, id, stamp)),
  ]) {
    expect(refusalOf(work).code).toBe('not-found')
  }
})

test('D10: copies get names that are free and short enough', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Shed')
  const copy = () => book.write((write) => scenarios.duplicate(write, id, stamp)).body.name
  expect([copy(), copy(), copy()]).toEqual(['Shed copy', 'Shed copy 2', 'Shed copy 3'])
  const long = save(book, null, 0, 'x'.repeat(120))
  const name = book.write((write) => scenarios.duplicate(write, long.id, stamp)).body.name
  expect(name).toBe(`${'x'.repeat(115)} copy`)
})

test('D10: a row that cannot be read is named, left as it is, and takes no other down', () => {
  const folder = temporaryFolder()
  const book = openBook(folder)
  save(book, null, 0, 'Shed')
  const rotten = save(book, null, 0, 'Rotten')
  const raw = openConnection(join(folder, 'book.db'), 'write')
  raw.prepare('UPDATE scenarios SET body_json = \'{"schema":1}\' WHERE id = ?').run(rotten.id)
  raw.close()
  const listing = book.read((read) => scenarios.list(read))
  expect(listing.documents.map((document) => document.body.name)).toEqual(['Shed'])
  expect(listing.unreadable).toEqual([
    {
      id: rotten.id,
      message: expect.stringContaining(`The scenario with the id ${rotten.id} cannot be read`),
    },
  ])
  expect(refusalOf(() => book.write((write) => scenarios.duplicate(write, rotten.id, stamp))).code).toBe(
    'unreadable',
  )
  expect(save(book, rotten.id, 1, 'Repaired').revision).toBe(2)
})

test('D11: undo and redo say in words what they will do, and bring back the exact text', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Shed')
  save(book, id, 1, 'Garage')
  book.write((write) => scenarios.remove(write, id, 2, stamp))
  expect(stateOf(book)).toEqual({ undo: 'Bring back the scenario “Garage”', redo: null })
  const step = (work: typeof undo) => book.write((write) => work(write, nowUtcMs))
  expect(step(undo)).toEqual({
    undo: 'Rename the scenario “Garage” back to “Shed”',
    redo: 'The removal of the scenario “Garage”',
  })
  expect(step(undo)).toEqual({
    undo: 'Remove the scenario “Shed”',
    redo: 'The renaming of the scenario “Shed” to “Garage”',
  })
  expect(step(undo)).toEqual({ undo: null, redo: 'The new scenario “Shed”' })
  expect(refusalOf(() => step(undo)).code).toBe('nothing-to-undo')
  expect(namesOf(book)).toEqual([])
  for (const names of [['Shed'], ['Garage'], []]) {
    step(redo)
    expect(namesOf(book)).toEqual(names)
  }
  expect(refusalOf(() => step(redo)).code).toBe('nothing-to-redo')
})

test('D11: bringing a scenario back raises its revision, so that an old page cannot overwrite it', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Shed')
  book.write((write) => undo(write, nowUtcMs))
  book.write((write) => redo(write, nowUtcMs))
  expect(refusalOf(() => save(book, id, 1, 'Old page'))).toMatchObject({
    code: 'changed-elsewhere',
    current: { revision: 2 },
  })
})

test('D11: undo of a change that something else overwrote is refused and overwrites nothing', () => {
  const folder = temporaryFolder()
  const book = openBook(folder)
  const { id } = save(book, null, 0, 'Shed')
  const raw = openConnection(join(folder, 'book.db'), 'write')
  raw
    .prepare('UPDATE scenarios SET body_json = ?, revision = 2 WHERE id = ?')
    .run(JSON.stringify(scenarioBody('Elsewhere')), id)
  raw.close()
  expect(refusalOf(() => book.write((write) => undo(write, nowUtcMs)))).toMatchObject({
    code: 'changed-elsewhere',
    message: expect.stringContaining('“Remove the scenario “Shed”” is no longer possible'),
    current: { body: { name: 'Elsewhere' } },
  })
  expect(namesOf(book)).toEqual(['Elsewhere'])
})

test('D11: the journal keeps the newest 500 changes', () => {
  const book = openBook(temporaryFolder())
  const { id } = save(book, null, 0, 'Name 0')
  book.write((write) => {
    for (let revision = 1; revision <= 510; revision += 1) {
      scenarios.save(write, { id, revision, body: scenarioBody(`Name ${revision}`) }, stamp)
    }
  })
  expect(book.read((read) => read.all('SELECT count(*) AS entries FROM journal'))).toEqual([{ entries: 500 }])
  book.write((write) => {
    for (let step = 0; step < 500; step += 1) undo(write, nowUtcMs)
  })
  expect(stateOf(book).undo).toBeNull()
  expect(namesOf(book)).toEqual(['Name 10'])
})

const network = (name: string): MarketBody => ({
  schema: 1,
  name,
  profile: null,
  packCompiledAt: null,
  edits: { ...noEdits, terms: { 'token.symbol': name } },
})
const keep = (book: Store, ids: readonly string[], revision: number, name: string) =>
  book.write((write) =>
    markets.keep(
      write,
      ids.map((id) => ({ id, revision, body: network(name) })),
      packImportInWords(ids),
      nowUtcMs,
    ),
  )
const networksOf = (book: Store) =>
  book.read((read) => markets.list(read)).documents.map(({ id, revision, body }) => [id, revision, body.name])

test('D11: a change of several networks is undone whole, and not at all where one of them was changed since', () => {
  const folder = temporaryFolder()
  const book = openBook(folder)
  keep(book, ['akash', 'vast'], 0, 'One')
  expect(stateOf(book).undo).toBe('Take back the import of 2 networks')
  const raw = openConnection(join(folder, 'book.db'), 'write')
  // The second of the two: the first is restored before it is found out.
  raw.prepare("UPDATE markets SET body_json = ? WHERE id = 'akash'").run(JSON.stringify(network('Elsewhere')))
  raw.close()
  const before = networksOf(book)
  expect(refusalOf(() => book.write((write) => undo(write, nowUtcMs))).code).toBe('changed-elsewhere')
  expect(networksOf(book)).toEqual(before)
  expect(stateOf(book).undo).toBe('Take back the import of 2 networks')
})

test('D11: a refusal of one of several networks leaves the others as they were', () => {
  const book = openBook(temporaryFolder())
  keep(book, ['akash'], 0, 'One')
  expect(refusalOf(() => keep(book, ['vast', 'akash'], 0, 'Two'))).toMatchObject({
    code: 'changed-elsewhere',
    current: { id: 'akash', revision: 1 },
  })
  expect(networksOf(book)).toEqual([['akash', 1, 'One']])
})

test('D11: the journal forgets a change of several networks whole', () => {
  const book = openBook(temporaryFolder())
  keep(book, ['akash', 'vast'], 0, 'One')
  const { id } = save(book, null, 0, 'Name 0')
  book.write((write) => {
    for (let revision = 1; revision <= 498; revision += 1)
      scenarios.save(write, { id, revision, body: scenarioBody(`Name ${revision}`) }, stamp)
  })
  const entries = () =>
    book.read((read) => read.all<{ entries: number }>('SELECT count(*) AS entries FROM journal'))
  // 501 entries: of the oldest change, one is too many, so both go.
  expect(entries()).toEqual([{ entries: 499 }])
})

test('settings come back as they were written, and undo leaves them alone', () => {
  const folder = temporaryFolder()
  const book = openBook(folder)
  expect(book.read((read) => readSettings(read))).toEqual(defaultSettings)
  const written: Settings = { role: 'operator', theme: 'dark', openScenarioId: 's-1', firstRunDone: true }
  expect(book.write((write) => writeSettings(write, written))).toEqual(written)
  expect(stateOf(book)).toEqual({ undo: null, redo: null })
  book.close()
  expect(openBook(folder).read((read) => readSettings(read))).toEqual(written)
})
