/**
 * The only file that opens a database. Every open, of whatever kind, sets the same settings and asserts
 * that they took: better-sqlite3 starts with synchronous=NORMAL, which a power cut turns into lost changes.
 * @see SPEC.md D1
 */
import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { asDatabaseError, databaseError } from './database-error.ts'

export type Connection = Database.Database

/**
 * `copy`: a backup, self-contained and read only. `lock`: holds a lock, stores nothing.
 * `memory`: an empty book where nothing can be written.
 */
export type OpenKind = 'write' | 'read-only' | 'copy' | 'lock' | 'memory'

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
  const readonly = kind === 'read-only' || kind === 'copy'
  let connection: Connection | null = null
  try {
    connection = new Database(file, { readonly, fileMustExist: true, timeout: 5000 })
    for (const [pragma, value] of everyConnection) connection.pragma(`${pragma} = ${value}`)
    if (kind === 'write') connection.pragma('journal_mode = WAL')
    if (kind === 'lock') connection.pragma('journal_mode = DELETE')
    assertSettings(connection, kind, file)
    return countOpen(connection, file)
  } catch (thrown) {
    connection?.close()
    throw asDatabaseError(thrown, file)
  }
}

/** The settings of a connection that differ from the promise, in words; none on a good day. */
export function settingsNotTaken(connection: Connection, kind: OpenKind): string[] {
  const wrong = everyConnection
    .map(([pragma, wanted]) => ({ pragma, wanted, found: connection.pragma(pragma, { simple: true }) }))
    .filter(({ wanted, found }) => found !== wanted)
    .map(({ pragma, wanted, found }) => `${pragma} is ${String(found)}, not ${wanted}`)
  const journalMode = connection.pragma('journal_mode', { simple: true })
  // A reader cannot choose the mode: the file says it.
  if (kind === 'write' && journalMode !== 'wal') wrong.push(`journal_mode is ${String(journalMode)}, not wal`)
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
