import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookMigrations } from '../../../electron/database/book.ts'
import { openConnection } from '../../../electron/database/database.ts'
import { isDatabaseError, type DatabaseProblem } from '../../../electron/database/database-error.ts'
import { scenarios } from '../../../electron/database/scenarios.ts'
import { openBook, scenarioBody, stamp } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

function problemOf(work: () => unknown): DatabaseProblem {
  try {
    work()
  } catch (thrown) {
    if (isDatabaseError(thrown)) return thrown.problem
    throw thrown
  }
  throw new Error('It did not throw.')
}

const permissions = (file: string) => (statSync(file).mode & 0o777).toString(8)

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A closed book with one scenario, altered as its bytes by `alter`. */
function bookOnDisk(alter: (file: string) => void = () => undefined): string {
  const folder = temporaryFolder()
  const book = openBook(folder)
  book.write((write) => scenarios.save(write, { id: null, revision: 0, body: scenarioBody('Garage') }, stamp))
  book.close()
  alter(join(folder, 'book.db'))
  return folder
}

function zeroSecondPage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0, 4096, 8192)
  writeFileSync(file, bytes)
}

/** As after a kill: the scenario is in the log only. */
function bookKilledWithALog(): string {
  const alive = temporaryFolder()
  const book = openBook(alive)
  book.write((write) => scenarios.save(write, { id: null, revision: 0, body: scenarioBody('Garage') }, stamp))
  const folder = temporaryFolder()
  for (const file of ['book.db', 'book.db-wal'])
    writeFileSync(join(folder, file), readFileSync(join(alive, file)))
  return folder
}

function names(folder: string): string[] {
  return openBook(folder)
    .read((read) => scenarios.list(read))
    .documents.map((document) => document.body.name)
}

test('D2: a new book is readable by its owner alone, its folder too, and is stamped as ours', () => {
  const folder = join(temporaryFolder(), 'new', 'folder')
  const book = openBook(folder)
  expect(permissions(folder)).toBe('700')
  expect(readdirSync(folder).map((file) => [file, permissions(join(folder, file))])).toEqual([
    ['book.db', '600'],
    ['book.db-shm', '600'],
    ['book.db-wal', '600'],
    ['maintenance.lock.db', '600'],
  ])
  book.close()
  // "Idlb" at byte 68, as anyone can see with `file` or a hex dump.
  expect(readFileSync(join(folder, 'book.db')).subarray(68, 72).toString('latin1')).toBe('Idlb')
})

test('D4: a file of somebody else is refused by name and keeps every byte', () => {
  for (const alter of [
    (file: string) => writeFileSync(file, 'name,price\nrig,12\n'),
    (file: string) => writeFileSync(file, 'x'.repeat(8192)),
    (file: string) => writeFileSync(file, 'SQLite format 3\0'),
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.writeUInt32BE(0x1234_5678, 68)
      writeFileSync(file, bytes)
    },
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.writeUInt32BE(0, 68)
      writeFileSync(file, bytes)
    },
  ]) {
    const folder = bookOnDisk(alter)
    const before = sha256(join(folder, 'book.db'))
    const problem = problemOf(() => openBook(folder))
    expect(problem).toMatchObject({ code: 'not-ours', file: join(folder, 'book.db') })
    expect(problem.whatToDo).toContain('Move it away')
    expect(sha256(join(folder, 'book.db'))).toBe(before)
  }
})

test('D4: a newer file is only read, refuses every write, and keeps every byte through a session', () => {
  for (const versionsAhead of [1, 2, 3, 4, 5]) {
    const folder = bookOnDisk((file) => {
      const connection = openConnection(file, 'write')
      connection.pragma(`user_version = ${bookMigrations.length + versionsAhead}`)
      connection.exec('CREATE TABLE from_the_future (a TEXT) STRICT')
      connection.close()
    })
    const before = sha256(join(folder, 'book.db'))
    const book = openBook(folder)
    expect(book.readOnlyReason()).toContain('written by a newer Idlewatt')
    expect(book.read((read) => scenarios.list(read)).documents.map(({ body }) => body.name)).toEqual([
      'Garage',
    ])
    const problem = problemOf(() =>
      book.write((write) => scenarios.save(write, { id: null, revision: 0, body: scenarioBody('x') }, stamp)),
    )
    expect(problem.code).toBe('read-only')
    book.close()
    expect(sha256(join(folder, 'book.db'))).toBe(before)
  }
})

test('D4: a newer version that only the log knows yet is seen all the same', () => {
  const folder = bookOnDisk()
  const file = join(folder, 'book.db')
  // Kept open, so that its change stays in the log and the file still says the old version.
  const newer = openConnection(file, 'write')
  newer.pragma(`user_version = ${bookMigrations.length + 1}`)
  expect(readFileSync(file).readUInt32BE(60)).toBe(bookMigrations.length)
  expect(openBook(folder).readOnlyReason()).toContain('written by a newer Idlewatt')
  newer.close()
})

test('D4: a book that another process migrates while it is open here is not written any more', () => {
  const folder = bookOnDisk()
  const book = openBook(folder)
  const newer = openConnection(join(folder, 'book.db'), 'write')
  newer.pragma(`user_version = ${bookMigrations.length + 1}`)
  newer.close()
  const problem = problemOf(() =>
    book.write((write) => scenarios.save(write, { id: null, revision: 0, body: scenarioBody('x') }, stamp)),
  )
  expect(problem.code).toBe('read-only')
  expect(book.readOnlyReason()).toContain('written by a newer Idlewatt')
})

test('D6: a damaged file, a folder in its place and a log without its file are each named, with what to do', () => {
  const cases: [DatabaseProblem['code'], string][] = [
    ['damaged', bookOnDisk(zeroSecondPage)],
    ['damaged', bookOnDisk((file) => writeFileSync(file, readFileSync(file).subarray(0, 6000)))],
    [
      'damaged',
      bookOnDisk((file) => {
        writeFileSync(file, '')
        writeFileSync(`${file}-wal`, 'x'.repeat(5000))
      }),
    ],
    [
      'not-a-file',
      (() => {
        const folder = temporaryFolder()
        mkdirSync(join(folder, 'book.db'))
        return folder
      })(),
    ],
  ]
  for (const [code, folder] of cases) {
    const problem = problemOf(() => openBook(folder))
    expect(problem).toMatchObject({ code, file: join(folder, 'book.db') })
    expect(problem.whatToDo).not.toBe('')
  }
})

test('D2: a start that was killed between creating the file and its tables is simply finished', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'book.db'), '')
  expect(names(folder)).toEqual([])
  const begun = temporaryFolder()
  writeFileSync(join(begun, 'book.db'), '')
  openConnection(join(begun, 'book.db'), 'write').close()
  expect(statSync(join(begun, 'book.db')).size).toBeGreaterThan(0)
  expect(names(begun)).toEqual([])
})

test('D6: where nothing can be written the book is still read, and says why nothing is saved', () => {
  const folder = bookOnDisk()
  const fresh = temporaryFolder()
  const killed = bookKilledWithALog()
  for (const each of [folder, fresh, killed]) chmodSync(each, 0o555)
  const script = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/database/store.ts'))}
    import { scenarios } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/database/scenarios.ts'))}
    import { bookOptions } from ${JSON.stringify(join(import.meta.dirname, 'book-options.ts'))}
    for (const folder of process.argv.slice(1)) try {
      const book = openStore(bookOptions(folder))
      const listing = book.read((read) => scenarios.list(read))
      let refused = null
      try { book.write(() => undefined) } catch (error) { refused = error.problem.code }
      console.log(JSON.stringify({ names: listing.documents.map((each) => each.body.name), reason: book.readOnlyReason(), refused }))
    } catch (error) {
      console.log(JSON.stringify(error.problem.code))
    }`
  // Root may write anywhere, so the reader is somebody else.
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    for (const each of [folder, killed]) {
      for (const file of readdirSync(each)) chownSync(join(each, file), 65_534, 65_534)
    }
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', script, folder, fresh, killed],
    { encoding: 'utf8', ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) },
  )
  expect(stderr).toBe('')
  const [stored, empty, olderThanItsLog] = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(stored).toEqual({
    names: ['Garage'],
    reason: expect.stringContaining('EACCES'),
    refused: 'read-only',
  })
  expect(empty).toEqual({ names: [], reason: expect.stringContaining('EACCES'), refused: 'read-only' })
  expect(readdirSync(fresh)).toEqual([])
  // Its file alone would show less than what was saved.
  expect(olderThanItsLog).toBe('no-permission')
  for (const each of [folder, fresh, killed]) chmodSync(each, 0o755)
})

const kernelListsLocks = existsSync('/proc/locks')

test.skipIf(!kernelListsLocks)(
  `D4: opening a book a second time does not drop the lock of the first, as reading its bytes would${
    kernelListsLocks ? '' : ' (SKIPPED: this system has no /proc/locks to see it by)'
  }`,
  () => {
    const folder = bookOnDisk()
    openBook(folder)
    openBook(folder).close()
    const { ino } = statSync(join(folder, 'book.db'))
    const locks = readFileSync('/proc/locks', 'utf8').split('\n')
    expect(
      locks.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)),
    ).toHaveLength(1)
  },
)
