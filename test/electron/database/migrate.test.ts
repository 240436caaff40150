import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { attachments } from '../../../electron/database/attachments.ts'
import { backupSteps, rowCounts } from '../../../electron/database/backup.ts'
import { bookMigrations } from '../../../electron/database/book.ts'
import { checklists, keptChecklists } from '../../../electron/database/checklists.ts'
import { openConnection } from '../../../electron/database/database.ts'
import { createPrivately } from '../../../electron/database/lock.ts'
import { latestVersion, migrationSha256, type Migration } from '../../../electron/database/migrate.ts'
import { rowsOf } from '../../../electron/database/imported-rows.ts'
import { markets } from '../../../electron/database/markets.ts'
import { offerSnapshots } from '../../../electron/database/offer-snapshots.ts'
import { priceSeries } from '../../../electron/database/price-series.ts'
import { scenarios } from '../../../electron/database/scenarios.ts'
import { readChain } from '../../../electron/database/scorecard-entries.ts'
import { lostScorecards, scorecards } from '../../../electron/database/scorecards.ts'
import { readSettings } from '../../../electron/database/settings.ts'
import type { Store } from '../../../electron/database/store.ts'
import { telemetryApplicationId, telemetryMigrations } from '../../../electron/database/telemetry-store.ts'
import { undo } from '../../../electron/database/undo.ts'
import { nowUtcMs } from './book-options.ts'
import { openBook } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

const next = latestVersion(bookMigrations) + 1

/** A step as a later version might ship it: a table is rebuilt, its rows kept. */
const nextStep: Migration = {
  version: next,
  name: 'rigs get a note',
  sql: `
    ALTER TABLE rigs RENAME TO rigs_before;
    CREATE TABLE rigs (id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, updated_at_utc_ms INTEGER NOT NULL,
      body_json TEXT NOT NULL, note TEXT) STRICT;
    INSERT INTO rigs SELECT *, NULL FROM rigs_before;
    DROP TABLE rigs_before;`,
}
const failingStep: Migration = {
  version: next + 1,
  name: 'refers to nothing',
  sql: `CREATE TABLE notes (rig TEXT NOT NULL REFERENCES rigs (id)) STRICT; INSERT INTO notes VALUES ('nobody');`,
}

function goldenBook(version = 1): string {
  const folder = temporaryFolder()
  const file = join(folder, 'book.db')
  createPrivately(file)
  const connection = openConnection(file, 'write')
  connection.exec(readFileSync(join(import.meta.dirname, `golden/book-v${version}.sql`), 'utf8'))
  connection.close()
  return folder
}

const schemaOf = (store: Store) =>
  store
    .read((read) =>
      read.all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY type DESC, name'),
    )
    .map(({ sql }) => `${sql};`)
    .join('\n\n')

const shippedAs = (migrations: readonly Migration[]) =>
  migrations.map((migration) => [migration.version, migrationSha256(migration)])

const backupsOf = (folder: string) => {
  try {
    return readdirSync(join(folder, 'backups'))
  } catch {
    return []
  }
}

test('D9: a migration that has shipped is never edited: its SHA-256 stands here forever', () => {
  expect(shippedAs(bookMigrations)).toEqual([
    [1, 'b6536182c63f29ba98b8ec85ef831c60be79704d63c4e1a5aa2e6aa52adf0d6a'],
    [2, '59ae8225f63bf2079c6a3839e4596d9c33d9c51f33b35ccbd61aff1f6a6e7295'],
    [3, '9298976cd4db7a60cf5e88e041fcff18474d6333257022bd9bf25818899f1c7e'],
  ])
  expect(shippedAs(telemetryMigrations)).toEqual([
    [1, 'ee3f07c211b6527a9a389084cde04b979921ddee35073d64161f47b7f9ebe6e8'],
  ])
})

test('D9: the schema of a fresh book and of fresh telemetry is the one under review', async () => {
  const book = openBook(temporaryFolder())
  await expect(`${schemaOf(book)}\n`).toMatchFileSnapshot('schema/book.sql')
  const folder = temporaryFolder()
  const telemetry = openBook(folder, {
    file: join(folder, 'telemetry.db'),
    applicationId: telemetryApplicationId,
    migrations: telemetryMigrations,
  })
  await expect(`${schemaOf(telemetry)}\n`).toMatchFileSnapshot('schema/telemetry.sql')
})

test('D9: a book of version 1, brought up to date, has the schema of a fresh one and all its content', () => {
  const upgraded = openBook(goldenBook())
  expect(upgraded.readOnlyReason()).toBeNull()
  expect(schemaOf(upgraded)).toBe(schemaOf(openBook(temporaryFolder())))
  expect(upgraded.read((read) => scenarios.list(read))).toMatchObject({
    documents: [{ id: 's-1', revision: 3, body: { name: 'Garage' } }],
    unreadable: [],
  })
  expect(upgraded.read((read) => readSettings(read))).toMatchObject({ role: 'owner', openScenarioId: 's-1' })
  upgraded.write((write) => undo(write, nowUtcMs))
  expect(upgraded.read((read) => scenarios.list(read)).documents).toMatchObject([
    { revision: 4, body: { name: 'Shed' } },
  ])
})

test('D8: a book of version 1 is copied once, and the copy is the book as it was', () => {
  const folder = goldenBook()
  openBook(folder)
  const [copy, ...others] = backupsOf(folder)
  expect(others).toEqual([])
  expect(copy).toMatch(/^book-v1-/)
  const connection = openConnection(join(folder, 'backups', copy ?? ''), 'copy')
  expect(rowCounts(connection)).toEqual({ journal: 1, migration_log: 1, rigs: 1, scenarios: 1, settings: 1 })
  connection.close()
})

test('D9: a book of version 2, brought up to date, has the schema of a fresh one, its networks and their undo', () => {
  const upgraded = openBook(goldenBook(2))
  expect(upgraded.readOnlyReason()).toBeNull()
  expect(schemaOf(upgraded)).toBe(schemaOf(openBook(temporaryFolder())))
  const networks = () => upgraded.read((read) => markets.list(read)).documents
  expect(networks()).toMatchObject([
    { id: 'akash', revision: 1, body: { edits: { terms: { 'payout.holdDays': { value: 3 } } } } },
  ])
  upgraded.read((read) => {
    const [snapshot] = offerSnapshots.list(read).documents
    expect(rowsOf(read, snapshot!.body.rowsSha256)).toMatchObject([{ askUsdPerGpuHour: 0.35 }])
    const [series] = priceSeries.list(read).documents
    expect(rowsOf(read, series!.body.rowsSha256)).toEqual([{ date: '2026-10-01', priceUsd: 1.5 }])
  })
  for (let step = 0; step < 3; step += 1) upgraded.write((write) => undo(write, nowUtcMs))
  // A revision that "vast" has had before does not come again.
  expect(networks().map(({ id, revision }) => [id, revision])).toEqual([
    ['akash', 1],
    ['vast', 2],
  ])
  upgraded.write((write) => undo(write, nowUtcMs))
  expect(networks()).toEqual([])
})

test('D9: a book of version 3 has the schema of a fresh one, its scorecards with a sound chain, and their undo', () => {
  const opened = openBook(goldenBook(3))
  expect(opened.readOnlyReason()).toBeNull()
  expect(schemaOf(opened)).toBe(schemaOf(openBook(temporaryFolder())))
  const chain = () => opened.read((read) => readChain(read, 'g-2'))
  expect(chain()).toMatchObject({
    damage: [],
    headDigest: 'b942453d923e3985b6762a2680a27ebc65fcc0e53c5a617f05701dbb12c69e68',
    links: [
      { body: { kind: 'checklist' } },
      { body: { kind: 'answer', value: 'no' } },
      { body: { kind: 'answer', value: 'yes' } },
      { body: { kind: 'withdrawal', sequence: 3 } },
    ],
  })
  opened.read((read) => {
    expect(Object.values(keptChecklists(read))).toEqual([checklists.find(read, 'g-1')!.body])
    expect(attachments(read)).toMatchObject([{ fileName: 'bill.pdf', bytes: 6 }])
    expect(lostScorecards(read)).toEqual([])
  })
  for (let step = 0; step < 3; step += 1) opened.write((write) => undo(write, nowUtcMs))
  expect(opened.read((read) => scorecards.list(read)).documents.map(({ id }) => id)).toEqual(['g-2'])
  expect(chain()).toMatchObject({
    damage: [],
    links: { length: 5, 4: { body: { kind: 'withdrawal', sequence: 2 } } },
  })
})

test('D8: before a step the book is copied, and the copy is whole, private, durable and named for what it is', () => {
  const folder = goldenBook()
  const book = openBook(folder, { migrations: [...bookMigrations, nextStep] })
  expect(book.readOnlyReason()).toBeNull()
  const [copy, ...others] = backupsOf(folder)
  expect(others).toEqual([])
  expect(copy).toMatch(new RegExp(`^book-v1-20261120T120000Z-[0-9a-f]{8}\\.db$`))
  const path = join(folder, 'backups', copy ?? '')
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  const connection = openConnection(path, 'copy')
  expect(connection.pragma('journal_mode', { simple: true })).toBe('delete')
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(connection.pragma('user_version', { simple: true })).toBe(1)
  expect(rowCounts(connection)).toEqual({ journal: 1, migration_log: 1, rigs: 1, scenarios: 1, settings: 1 })
  connection.close()
  expect(
    book.read((read) =>
      read.all<{ backup: string }>(`SELECT backup FROM migration_log WHERE version = ${next}`),
    ),
  ).toEqual([{ backup: path }])
  expect(book.read((read) => read.all('SELECT id, note FROM rigs'))).toEqual([{ id: 'r-1', note: null }])
})

test('D8: a fresh book has nothing to lose and makes no copy', () => {
  const folder = temporaryFolder()
  openBook(folder, { migrations: [...bookMigrations, nextStep] })
  expect(backupsOf(folder)).toEqual([])
})

test('D8: a fault at any step of the copy means that the migration does not start and nothing half stays', () => {
  for (const faulty of backupSteps) {
    const folder = goldenBook()
    const book = openBook(folder, {
      migrations: [...bookMigrations, nextStep],
      beforeBackupStep: (step) => {
        if (step === faulty) throw Object.assign(new Error('i/o error'), { code: 'EIO' })
      },
    })
    expect(book.readOnlyReason()).toContain('could not be made and verified')
    expect(book.read((read) => read.all('PRAGMA user_version'))).toEqual([{ user_version: 1 }])
    expect(book.read((read) => scenarios.list(read)).documents).toHaveLength(1)
    expect(backupsOf(folder).filter((file) => basename(file).startsWith('tmp-'))).toEqual([])
    book.close()
    expect(openBook(folder, { migrations: [...bookMigrations, nextStep] }).readOnlyReason()).toBeNull()
  }
})

test('D8: a copy that is not what the book is, is not believed', () => {
  const folder = goldenBook()
  const book = openBook(folder, {
    migrations: [...bookMigrations, nextStep],
    beforeBackupStep: (step) => {
      if (step !== 'check') return
      const [temporary] = backupsOf(folder)
      const copy = openConnection(join(folder, 'backups', temporary ?? ''), 'lock')
      copy.exec('DELETE FROM rigs')
      copy.close()
    },
  })
  expect(book.readOnlyReason()).toContain('other row counts')
  expect(book.read((read) => read.all('PRAGMA user_version'))).toEqual([{ user_version: 1 }])
})

test('D8: a file where the backups folder belongs stops the migration, in words', () => {
  const folder = goldenBook()
  writeFileSync(join(folder, 'backups'), 'in the way')
  const book = openBook(folder, { migrations: [...bookMigrations, nextStep] })
  expect(book.readOnlyReason()).toMatch(/EEXIST|ENOTDIR/)
  expect(book.read((read) => read.all('PRAGMA user_version'))).toEqual([{ user_version: 1 }])
})

test('D9: a change by somebody else after the copy was made stops the migration', () => {
  const folder = goldenBook()
  const other = openConnection(join(folder, 'book.db'), 'write')
  const book = openBook(folder, {
    migrations: [...bookMigrations, nextStep],
    beforeBackupStep: (step) => {
      if (step === 'rename') other.exec("UPDATE settings SET theme = 'light'")
    },
  })
  other.close()
  expect(book.readOnlyReason()).toContain('another process changed the database')
  expect(book.read((read) => readSettings(read)).theme).toBe('light')
})

test('D9: a step that fails takes itself back; those before it stand, and the reason names the copy', () => {
  const folder = goldenBook()
  const book = openBook(folder, { migrations: [...bookMigrations, nextStep, failingStep] })
  expect(book.readOnlyReason()).toContain('1 rows would refer to rows that do not exist')
  expect(book.readOnlyReason()).toContain(join(folder, 'backups', backupsOf(folder)[0] ?? ''))
  expect(book.read((read) => read.all('PRAGMA user_version'))).toEqual([{ user_version: next }])
  expect(book.read((read) => read.all("SELECT name FROM sqlite_schema WHERE name = 'notes'"))).toEqual([])
  expect(book.read((read) => read.all('SELECT id FROM rigs'))).toEqual([{ id: 'r-1' }])
})

test('D9: a first step that fails leaves no half book: the start is refused by name', () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  expect(() =>
    openBook(folder, { migrations: [{ version: 1, name: 'broken', sql: 'CREATE TABLE' }] }),
  ).toThrow(/could not be brought from version 0 to 1/)
  expect(openBook(folder).readOnlyReason()).toBeNull()
})
