import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bookMigrations } from '../../electron/database/book.ts'
import { openConnection } from '../../electron/database/database.ts'
import { takeLock } from '../../electron/database/lock.ts'
import { openStore } from '../../electron/database/store.ts'
import { bookOptions } from '../electron/database/book-options.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'idlewatt-race-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function race(...args: readonly string[]): Promise<unknown> {
  const racer = spawn(process.execPath, [join(import.meta.dirname, 'database-racer.ts'), ...args])
  let output = ''
  let errors = ''
  racer.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  racer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise((resolve) => racer.on('close', resolve))
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  return JSON.parse(output)
}

test('D7: three processes that count in the same scenario lose no count', async () => {
  const folder = temporaryFolder()
  const book = openStore(bookOptions(folder))
  book.write((write) =>
    write.run(`INSERT INTO scenarios VALUES ('counter', 1, 0, '{"name":"counter","count":0}')`),
  )
  const racers = (await Promise.all([1, 2, 3].map(() => race('count', folder, '100')))) as {
    conflicts: number
  }[]
  const conflicts = racers.reduce((sum, racer) => sum + racer.conflicts, 0)
  const [row] = book.read((read) =>
    read.all<{ count: number; revision: number }>(
      "SELECT json_extract(body_json, '$.count') AS count, revision FROM scenarios",
    ),
  )
  console.log(`race: 3 x 100 counts, ${conflicts} saves refused and made again`)
  expect(row).toEqual({ count: 300, revision: 301 })
  // Without a single conflict it would not have been a race.
  expect(conflicts).toBeGreaterThan(0)
  book.close()
})

test('D7: of four processes that find an older book one migrates, with one copy, and all can write', async () => {
  const folder = temporaryFolder()
  openStore(bookOptions(folder)).close()
  const answers = await Promise.all([1, 2, 3, 4].map(() => race('open', folder)))
  expect(answers).toEqual([1, 2, 3, 4].map(() => ({ readOnly: null })))
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  const connection = openConnection(join(folder, 'book.db'), 'read-only')
  expect(connection.prepare('SELECT version FROM migration_log ORDER BY version').pluck().all()).toEqual([
    ...bookMigrations.map(({ version }) => version),
    bookMigrations.length + 1,
  ])
  connection.close()
})

test('D7: four processes that start on a fresh folder make one book, and all can write', async () => {
  const folder = temporaryFolder()
  const answers = await Promise.all([1, 2, 3, 4].map(() => race('open', folder)))
  expect(answers).toEqual([1, 2, 3, 4].map(() => ({ readOnly: null })))
})

test('D7: a lock is free again at once when its holder is killed', async () => {
  const file = join(temporaryFolder(), 'maintenance.lock.db')
  const lockModule = join(import.meta.dirname, '../../electron/database/lock.ts')
  const holder = spawn(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    `import { takeLock } from ${JSON.stringify(lockModule)}
     console.log(takeLock(process.argv[1], 0) === null ? 'not held' : 'held')
     setInterval(() => {}, 1000)`,
    file,
  ])
  const said = await new Promise<string>((resolve) =>
    holder.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  )
  expect(said).toBe('held')
  expect(takeLock(file, 0)).toBeNull()
  const ended = new Promise((resolve) => holder.on('close', resolve))
  holder.kill('SIGKILL')
  await ended
  const lock = takeLock(file, 0)
  expect(lock).not.toBeNull()
  lock?.release()
})
