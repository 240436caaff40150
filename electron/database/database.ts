/**
 * The only file that opens a database. Every open, of whatever kind, sets the same settings and asserts
 * that they took: better-sqlite3 starts with synchronous=NORMAL, which a power cut turns into lost changes.
 * @see SPEC.md D1
 */
import Database from 'better-sqlite3'
import { readFileSync, statSync } from 'node:fs'
import { asDatabaseError, databaseError } from './database-error.ts'

export type Connection = Database.Database

/**
 * `copy`: a backup, self-contained and read only. `lock`: holds a lock, stores nothing.
 * `snapshot`: the file's bytes in memory, where its folder cannot be written; `empty`: nothing, in memory.
 */
export type OpenKind = 'write' | 'read-only' | 'copy' | 'lock' | 'snapshot' | 'empty'

const full = 2
const everyConnection: readonly (readonly [string, number])[] = [
  ['synchronous', full],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['busy_timeout', 5000],
  // They act on macOS alone, where a plain fsync leaves data in the drive's cache.
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
]

const openHere = new Map<string, number>()

/** True while this process has the file open in SQLite: its bytes must then not be read in any other way. */
export function isOpenHere(file: string): boolean {
  const key = identity(file)
  return key !== null && (openHere.get(key) ?? 0) > 0
}

export function openConnection(file: string, kind: OpenKind): Connection {
  let connection: Connection | null = null
  try {
    connection = connect(file, kind)
    for (const [pragma, value] of everyConnection) connection.pragma(`${pragma} = ${value}`)
    if (kind === 'write') connection.pragma('journal_mode = WAL')
    assertSettings(connection, kind, file)
    return isInMemory(kind) ? connection : countOpen(connection, file)
  } catch (thrown) {
    connection?.close()
    throw asDatabaseError(thrown, file)
  }
}

function connect(file: string, kind: OpenKind): Connection {
  switch (kind) {
    case 'write':
    case 'lock':
      return new Database(file, { fileMustExist: true })
    case 'read-only':
    case 'copy':
      return new Database(file, { readonly: true, fileMustExist: true })
    case 'snapshot':
      return new Database(snapshotOf(file), { readonly: true })
    case 'empty':
      return new Database(':memory:')
  }
}

/** SQLite needs side files to read a file that was written with a log, unless its header says otherwise. */
function snapshotOf(file: string): Buffer {
  const bytes = readFileSync(file)
  const [writeVersionAt, readVersionAt, withoutLog] = [18, 19, 1]
  bytes.writeUInt8(withoutLog, writeVersionAt)
  bytes.writeUInt8(withoutLog, readVersionAt)
  return bytes
}

/** The settings of a connection that differ from the promise, in words; none on a good day. */
export function settingsNotTaken(connection: Connection, kind: OpenKind): string[] {
  // Memory has no file to map, and says so by having no such setting.
  const wrong = everyConnection
    .filter(([pragma]) => !(isInMemory(kind) && pragma === 'mmap_size'))
    .map(([pragma, wanted]) => ({ pragma, wanted, found: connection.pragma(pragma, { simple: true }) }))
    .filter(({ wanted, found }) => found !== wanted)
    .map(({ pragma, wanted, found }) => `${pragma} is ${String(found)}, not ${wanted}`)
  // A reader cannot choose the mode, and a lock is not to be waited for.
  if (kind !== 'write') return wrong
  const journalMode = connection.pragma('journal_mode', { simple: true })
  if (journalMode !== 'wal') wrong.push(`journal_mode is ${String(journalMode)}, not wal`)
  return wrong
}

function assertSettings(connection: Connection, kind: OpenKind, file: string): void {
  const wrong = settingsNotTaken(connection, kind)
  if (wrong.length === 0) return
  throw databaseError({
    code: 'pragma-not-taken',
    file,
    what: 'The database did not take the settings that keep saved changes safe.',
    cause: wrong.join('; '),
    whatToDo:
      'Put the data folder on a local disk: network and synchronised folders often cannot keep this promise.',
  })
}

function isInMemory(kind: OpenKind): boolean {
  return kind === 'snapshot' || kind === 'empty'
}

function countOpen(connection: Connection, file: string): Connection {
  const key = identity(file)
  if (key === null) return connection
  openHere.set(key, (openHere.get(key) ?? 0) + 1)
  const close = connection.close.bind(connection)
  let open = true
  connection.close = () => {
    if (open) openHere.set(key, (openHere.get(key) ?? 1) - 1)
    open = false
    return close()
  }
  return connection
}

function identity(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`
}
