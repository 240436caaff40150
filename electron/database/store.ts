/**
 * From a path to a store that can be read and written, read only with a reason, or a named error.
 * @see SPEC.md D2 to D6
 */
import { dirname, join } from 'node:path'
import type { BackupStep } from './backup.ts'
import { openConnection, type Connection } from './database.ts'
import { asDatabaseError, databaseError, type DatabaseError } from './database-error.ts'
import { writeHandle, type ReadHandle, type WriteHandle } from './handles.ts'
import type { Header } from './header.ts'
import { createPrivately, takeLock } from './lock.ts'
import { latestVersion, migrate, schemaVersion, type Migration } from './migrate.ts'
import { hasPendingLog, isNewer, newerReason, prepareFolder, recognise } from './recognise.ts'

export type Store = {
  readonly file: string
  /** Why nothing can be saved, in a sentence; null when everything can. */
  readonly readOnlyReason: () => string | null
  /** One consistent view for the whole of `work`. */
  readonly read: <T>(work: (handle: ReadHandle) => T) => T
  /** One short transaction: all of `work`, or nothing of it. */
  readonly write: <T>(work: (handle: WriteHandle) => T) => T
  /** Changes whenever anyone, here or in another process, changed the file. */
  readonly dataVersion: () => number
  readonly close: () => void
}

export type StoreOptions = {
  readonly file: string
  readonly applicationId: number
  readonly migrations: readonly Migration[]
  readonly nowUtcMs: () => number
  /** A large file is only looked through when it was not closed in good order. */
  readonly soundness: 'always' | 'after-unclean-stop'
  readonly beforeBackupStep?: (step: BackupStep) => void
}

const migrationWaitMs = 30_000

/** Throws a DatabaseError where the file cannot even be read. */
export function openStore(options: StoreOptions): Store {
  const { file } = options
  const unwritable = prepareFolder(file)
  const header = recognise(options)
  if (unwritable !== null) return openUnwritable(options, header, unwritable)
  if (isNewer(header, options)) return openReadOnly(options, newerReason(file))
  createPrivately(file)
  const isDue = options.soundness === 'always' || hasPendingLog(file)
  const connection = openConnection(file, 'write')
  try {
    if (isDue) assertSound(connection, file)
    if (schemaVersion(connection) < latestVersion(options.migrations)) {
      const failure = migrateUnderLock(connection, options)
      if (failure !== null) {
        if (schemaVersion(connection) === 0) throw failure
        connection.close()
        return openReadOnly(options, failure.message)
      }
    }
    return storeOn(connection, options, null)
  } catch (thrown) {
    connection.close()
    throw asDatabaseError(thrown, file)
  }
}

/** Stands in where a database cannot be opened at all: every use answers with the reason. */
export function unavailableStore(file: string, error: DatabaseError): Store {
  const refuse = () => {
    throw error
  }
  return {
    file,
    readOnlyReason: () => error.message,
    read: refuse,
    write: refuse,
    dataVersion: () => 0,
    close: () => undefined,
  }
}

function openReadOnly(options: StoreOptions, reason: string): Store {
  const connection = openConnection(options.file, 'read-only')
  assertSound(connection, options.file)
  return storeOn(connection, options, reason)
}

/** In a folder that cannot be written SQLite cannot keep its side files: it reads the file as it is. */
function openUnwritable(options: StoreOptions, header: Header, cause: DatabaseError): Store {
  if (header.kind === 'absent' || header.kind === 'empty') {
    const connection = openConnection(options.file, 'empty')
    migrate(connection, options.file, { ...options, nowUtcMs: options.nowUtcMs() })
    return storeOn(connection, options, cause.message)
  }
  // The file alone would be older than what was saved: then SQLite must read it with its log, or refuse.
  const connection = openConnection(options.file, hasPendingLog(options.file) ? 'read-only' : 'snapshot')
  assertSound(connection, options.file)
  return storeOn(connection, options, isNewer(header, options) ? newerReason(options.file) : cause.message)
}

function assertSound(connection: Connection, file: string): void {
  try {
    const verdict = connection.pragma('quick_check(1)', { simple: true })
    if (verdict === 'ok') return
    throw Object.assign(new Error(String(verdict)), { code: 'SQLITE_CORRUPT' })
  } catch (thrown) {
    connection.close()
    throw asDatabaseError(thrown, file)
  }
}

function migrateUnderLock(connection: Connection, options: StoreOptions): DatabaseError | null {
  const { file } = options
  try {
    const lock = takeLock(join(dirname(file), 'maintenance.lock.db'), migrationWaitMs)
    if (lock === null) throw Object.assign(new Error('another process migrates it'), { code: 'SQLITE_BUSY' })
    try {
      migrate(connection, file, { ...options, nowUtcMs: options.nowUtcMs() })
      return null
    } finally {
      lock.release()
    }
  } catch (thrown) {
    return asDatabaseError(thrown, file)
  }
}

function storeOn(connection: Connection, options: StoreOptions, readOnlyReason: string | null): Store {
  const { file } = options
  const handle = writeHandle(connection, file)
  const version = schemaVersion(connection)
  let reason = readOnlyReason
  let changes = 0
  let seen = connection.pragma('data_version', { simple: true })

  const named = (thrown: unknown): unknown => {
    if (!(thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_')))
      return thrown
    const error = asDatabaseError(thrown, file)
    if (error.problem.code === 'damaged') reason = error.message
    return error
  }
  const transaction = <T>(begin: string, work: () => T): T => {
    try {
      connection.exec(begin)
      const result = work()
      connection.exec('COMMIT')
      return result
    } catch (thrown) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw named(thrown)
    }
  }
  return {
    file,
    readOnlyReason: () => reason,
    read: (work) => transaction('BEGIN', () => work(handle)),
    write: (work) => {
      if (reason !== null) throw readOnlyError(file, reason)
      const result = transaction('BEGIN IMMEDIATE', () => {
        // Another process may have migrated the file since it was opened here.
        if (schemaVersion(connection) !== version) {
          reason = newerReason(file)
          throw readOnlyError(file, reason)
        }
        return work(handle)
      })
      changes += 1
      return result
    },
    dataVersion: () => {
      const now = connection.pragma('data_version', { simple: true })
      if (now !== seen) changes += 1
      seen = now
      return changes
    },
    close: () => connection.close(),
  }
}

function readOnlyError(file: string, reason: string): DatabaseError {
  return databaseError({
    code: 'read-only',
    file,
    what: 'Nothing can be saved.',
    cause: reason,
    whatToDo: 'What is stored can still be read and exported.',
  })
}
