import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifiedCopy } from '../../../electron/database/backup.ts'
import { openConnection, type Connection, type OpenKind } from '../../../electron/database/database.ts'
import { takeLock } from '../../../electron/database/lock.ts'
import { nowUtcMs } from './book-options.ts'
import { openBook } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

// The oracle is the promise itself (promises.md section 2), in the numbers that SQLite answers with: FULL is 2.
const promised = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
}

function settingsOf(connection: Connection) {
  return Object.fromEntries(
    Object.keys(promised).map((pragma) => [pragma, connection.pragma(pragma, { simple: true })]),
  )
}

function open(file: string, kind: OpenKind): Connection {
  const connection = openConnection(file, kind)
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

test('D1: every kind of open keeps the whole promise, the first time and the second', () => {
  const folder = temporaryFolder()
  openBook(folder).close()
  const file = join(folder, 'book.db')
  const first = open(file, 'write')
  const copy = verifiedCopy(first, file, { nowUtcMs })
  takeLock(join(folder, 'maintenance.lock.db'), 0)?.release()
  const opened = [
    first,
    open(file, 'write'),
    open(file, 'read-only'),
    open(copy, 'copy'),
    open(join(folder, 'maintenance.lock.db'), 'lock'),
  ]
  expect(opened.map(settingsOf)).toEqual(opened.map(() => promised))
  const { mmap_size: _, ...promisedInMemory } = promised
  expect(settingsOf(open(file, 'snapshot'))).toMatchObject(promisedInMemory)
  expect(settingsOf(open(file, 'empty'))).toMatchObject(promisedInMemory)
  expect(opened.slice(0, 3).map((each) => each.pragma('journal_mode', { simple: true }))).toEqual([
    'wal',
    'wal',
    'wal',
  ])
  expect(opened.map((each) => each.pragma('busy_timeout', { simple: true }))).toEqual(opened.map(() => 5000))
})

test('D1: a store has the promise on the connection that it writes with, after a restart too', () => {
  const folder = temporaryFolder()
  for (const store of [openBook(folder), openBook(folder)]) {
    const [row] = store.read((read) => read.all<{ synchronous: number }>('PRAGMA synchronous'))
    expect(row).toEqual({ synchronous: promised.synchronous })
  }
})

test('D1: settings that did not take refuse the open by name instead of going on', () => {
  // In memory a write-ahead log cannot be had, as on some network folders.
  expect(() => openConnection(':memory:', 'write')).toThrow(
    /did not take the settings that keep saved changes safe. \(mmap_size is undefined, not 0; journal_mode is memory, not wal\)/,
  )
})

test('D1: one file alone imports the database library, so no open can go past the promise', () => {
  const electron = join(import.meta.dirname, '../../../electron')
  const importers = readdirSync(electron, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /from 'better-sqlite3'|\('better-sqlite3'\)/.test(readFileSync(join(electron, file), 'utf8')),
    )
  expect(importers).toEqual([join('database', 'database.ts')])
})
