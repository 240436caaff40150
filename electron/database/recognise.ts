/**
 * Is this file ours, and of which version? Answered before SQLite may write to it.
 * @see SPEC.md D4
 */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isOpenHere, openConnection } from './database.ts'
import { asDatabaseError, databaseError, type DatabaseError } from './database-error.ts'
import { peekHeader, type Header } from './header.ts'
import { latestVersion, schemaVersion, type Migration } from './migrate.ts'

export type Recognised = {
  readonly file: string
  readonly applicationId: number
  readonly migrations: readonly Migration[]
}

/** Makes the folder; answers why the file or its folder cannot be written, or null. */
export function prepareFolder(file: string): DatabaseError | null {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    accessSync(dirname(file), constants.W_OK)
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) accessSync(file, constants.W_OK)
    return null
  } catch (thrown) {
    return asDatabaseError(thrown, file)
  }
}

/** Refuses what is not ours before SQLite touches it; what only the log beside the file knows, SQLite is asked. */
export function recognise(options: Recognised): Header {
  const { file, applicationId } = options
  const pendingLog = hasPendingLog(file)
  const header: Header = isOpenHere(file) ? look(file) : peekHeader(file)
  switch (header.kind) {
    case 'folder':
      throw asDatabaseError(Object.assign(new Error('it is a folder'), { code: 'EISDIR' }), file)
    case 'foreign':
      throw notOurs(file, 'it does not begin like a database')
    case 'absent':
    case 'empty':
      if (!pendingLog) return header
      throw asDatabaseError(
        Object.assign(new Error('the file is gone or empty, its -wal is not'), { code: 'SQLITE_CORRUPT' }),
        file,
      )
    case 'sqlite': {
      const known = pendingLog || header.applicationId === 0 ? look(file) : header
      if (known.kind === 'sqlite' && known.applicationId !== applicationId) {
        throw notOurs(file, `its application id is ${known.applicationId}, not ${applicationId}`)
      }
      return known
    }
  }
}

/** Changes that are saved but not yet in the file itself. */
export function hasPendingLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** The header as SQLite sees it, log included. A file that was only just begun counts as empty. */
function look(file: string): Header {
  const connection = openConnection(file, 'read-only')
  try {
    const applicationId = Number(connection.pragma('application_id', { simple: true }))
    const userVersion = schemaVersion(connection)
    const begun = connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined
    return applicationId === 0 && userVersion === 0 && !begun
      ? { kind: 'empty' }
      : { kind: 'sqlite', applicationId, userVersion }
  } catch (thrown) {
    throw asDatabaseError(thrown, file)
  } finally {
    connection.close()
  }
}

function notOurs(file: string, cause: string): DatabaseError {
  return databaseError({
    code: 'not-ours',
    file,
    what: 'This file is not a database of Idlewatt, or its beginning is damaged.',
    cause,
    whatToDo: 'Nothing was changed. Move it away, or choose another data folder; then start Idlewatt again.',
  })
}

export function isNewer(header: Header, options: Recognised): boolean {
  return header.kind === 'sqlite' && header.userVersion > latestVersion(options.migrations)
}

export function newerReason(file: string): string {
  return `${file} was written by a newer Idlewatt, so this one only reads it. Update Idlewatt to change anything.`
}
