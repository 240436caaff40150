import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookMigrations } from '../../../electron/database/book.ts'
import { openConnection } from '../../../electron/database/database.ts'
import { openBook } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('D5: a query that writes is refused at run time, and nothing is written', () => {
  const book = openBook(temporaryFolder())
  for (const sql of [
    'DELETE FROM journal RETURNING position',
    'PRAGMA user_version = 9',
    'DROP TABLE rigs',
  ]) {
    expect(() => book.read((read) => read.all(sql))).toThrow(/A query tried to write/)
  }
  expect(book.read((read) => read.all('PRAGMA user_version'))).toEqual([
    { user_version: bookMigrations.length },
  ])
})

test('D5: NaN and Infinity never reach the database, in any column, by a query or by a change', () => {
  const book = openBook(temporaryFolder())
  for (const value of [Number.NaN, Infinity, -Infinity]) {
    expect(() => book.read((read) => read.all('SELECT ? AS a', value))).toThrow(/not finite/)
    expect(() => book.write((write) => write.run('UPDATE journal SET revision = ?', value))).toThrow(
      /not finite/,
    )
  }
})

test('D5: where NaN goes past the handle, the last wall is the table: NOT NULL refuses it', () => {
  const folder = temporaryFolder()
  openBook(folder).close()
  const connection = openConnection(join(folder, 'book.db'), 'write')
  const insert = connection.prepare(
    "INSERT INTO scenarios (id, revision, updated_at_utc_ms, body_json) VALUES ('a', ?, 1, '{}')",
  )
  expect(() => insert.run(Number.NaN)).toThrow(/NOT NULL/)
  expect(() => insert.run(Infinity)).toThrow(/cannot store REAL value/)
  connection.close()
})

test('D5: a change that fails half way leaves nothing behind', () => {
  const book = openBook(temporaryFolder())
  expect(() =>
    book.write((write) => {
      write.run("INSERT INTO scenarios VALUES ('a', 1, 1, '{}')")
      throw new Error('half way')
    }),
  ).toThrow('half way')
  expect(book.read((read) => read.all('SELECT * FROM scenarios'))).toEqual([])
  expect(book.write((write) => write.run("INSERT INTO scenarios VALUES ('a', 1, 1, '{}')"))).toBe(1)
})

test('D5: the compiler refuses a query handler that writes, and accepts one that reads', () => {
  const folder = temporaryFolder()
  const root = join(import.meta.dirname, '../../..')
  const probes = {
    reads: "book.read((read) => read.all<{ id: string }>('SELECT id FROM rigs'))",
    writes: "book.read((read) => read.run('DELETE FROM rigs'))",
    passes: 'book.read((read) => writeSettings(read, defaultSettings))',
  }
  for (const [name, work] of Object.entries(probes)) {
    writeFileSync(
      join(folder, `${name}.ts`),
      `import type { Store } from '${root}/electron/database/store.ts'
       import { writeSettings } from '${root}/electron/database/settings.ts'
       import { defaultSettings } from '${root}/shared/scenario.ts'
       export const probe = (book: Store): unknown => [${work}, writeSettings, defaultSettings]`,
    )
  }
  const flags = '--ignoreConfig --noEmit --strict --skipLibCheck --allowImportingTsExtensions --target ES2023'
  const { stdout } = spawnSync(
    'npx',
    [
      'tsc',
      ...flags.split(' '),
      '--module',
      'NodeNext',
      '--types',
      'node',
      '--typeRoots',
      'node_modules/@types',
    ].concat(Object.keys(probes).map((name) => join(folder, `${name}.ts`))),
    { encoding: 'utf8', cwd: root },
  )
  expect(stdout).not.toContain('reads.ts')
  expect(stdout).toMatch(/writes\.ts.*Property 'run' does not exist on type 'ReadHandle'/)
  expect(stdout).toMatch(/passes\.ts.*'ReadHandle' is not assignable to parameter of type 'WriteHandle'/)
})
