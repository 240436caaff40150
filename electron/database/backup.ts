/**
 * A verified copy of a database: written aside, opened, checked against the original, made durable,
 * and only then given its name.
 * @see SPEC.md D8
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openConnection, type Connection } from './database.ts'
import { asDatabaseError, databaseError } from './database-error.ts'
import { createPrivately } from './lock.ts'

export const backupSteps = [
  'folder',
  'space',
  'copy',
  'check',
  'counts',
  'flush',
  'rename',
  'flush-folder',
] as const
export type BackupStep = (typeof backupSteps)[number]

export type BackupOptions = {
  readonly nowUtcMs: number
  /** Called before each step; a throw is a failure of that step. */
  readonly beforeStep?: (step: BackupStep) => void
}

const spaceFactor = 2.2

/** Returns the path of the copy; throws `backup-failed` and leaves no half copy behind. */
export function verifiedCopy(connection: Connection, file: string, options: BackupOptions): string {
  const folder = join(dirname(file), 'backups')
  const begin = options.beforeStep ?? (() => undefined)
  const version = Number(connection.pragma('user_version', { simple: true }))
  const temporary = join(folder, `tmp-${basename(file)}-${process.pid}-${options.nowUtcMs}`)
  try {
    begin('folder')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    begin('space')
    assertSpace(connection, folder)
    begin('copy')
    createPrivately(temporary)
    connection.prepare('VACUUM INTO ?').run(temporary)
    verify(connection, temporary, begin)
    begin('flush')
    flush(temporary)
    begin('rename')
    const copy = join(folder, backupName(file, version, options.nowUtcMs, sha256(temporary)))
    renameSync(temporary, copy)
    begin('flush-folder')
    flushFolder(folder)
    return copy
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw databaseError({
      code: 'backup-failed',
      file,
      what: 'A copy of the database could not be made and verified, so nothing was changed.',
      cause: asDatabaseError(thrown, temporary).message,
      whatToDo: 'Make room in the data folder and see that it can be written, then start Idlewatt again.',
    })
  }
}

/** Rows of each table, as the copy and the original must agree on. */
export function rowCounts(connection: Connection): Record<string, number> {
  const tables = connection
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      connection
        .prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`)
        .get()?.rows ?? 0,
    ]),
  )
}

function verify(original: Connection, copyFile: string, begin: (step: BackupStep) => void): void {
  const copy = openConnection(copyFile, 'copy')
  try {
    begin('check')
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`the copy failed its integrity check: ${String(verdict)}`)
    begin('counts')
    const wanted = JSON.stringify(rowCounts(original))
    const found = JSON.stringify(rowCounts(copy))
    if (found !== wanted) throw new Error(`the copy has other row counts: ${found}, not ${wanted}`)
  } finally {
    copy.close()
  }
}

function assertSpace(connection: Connection, folder: string): void {
  const pages = Number(connection.pragma('page_count', { simple: true }))
  const wantedBytes = Math.ceil(
    pages * Number(connection.pragma('page_size', { simple: true })) * spaceFactor,
  )
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < wantedBytes) {
    throw new Error(`${bavail * bsize} bytes are free, ${wantedBytes} are needed`)
  }
}

function backupName(file: string, version: number, nowUtcMs: number, digest: string): string {
  const stamp = new Date(nowUtcMs).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${basename(file, '.db')}-v${version}-${stamp}-${digest.slice(0, 8)}.db`
}

/** Reads the copy's bytes: safe, since SQLite has closed it and nobody else knows its name. */
function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a rename in it durable. */
export function flushFolder(folder: string): void {
  // Windows cannot open a folder; it makes the rename durable by itself.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
