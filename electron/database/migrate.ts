/**
 * Forward-only, numbered migrations: a verified copy first, then one transaction per step, all or nothing.
 * The caller holds the maintenance lock.
 * @see SPEC.md D9
 */
import { createHash } from 'node:crypto'
import { verifiedCopy, type BackupStep } from './backup.ts'
import type { Connection } from './database.ts'
import { asDatabaseError, databaseError } from './database-error.ts'

export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

export type MigrateOptions = {
  readonly applicationId: number
  readonly migrations: readonly Migration[]
  readonly nowUtcMs: number
  readonly beforeBackupStep?: (step: BackupStep) => void
}

export type Migrated = { readonly from: number; readonly to: number; readonly backup: string | null }

export function migrate(connection: Connection, file: string, options: MigrateOptions): Migrated {
  const from = schemaVersion(connection)
  const pending = options.migrations.filter((migration) => migration.version > from)
  const dataVersion = connection.pragma('data_version', { simple: true })
  // An empty file has nothing to lose.
  const backup =
    from === 0 || pending.length === 0
      ? null
      : verifiedCopy(connection, file, {
          nowUtcMs: options.nowUtcMs,
          ...(options.beforeBackupStep === undefined ? {} : { beforeStep: options.beforeBackupStep }),
        })
  // A table can only be rebuilt with its references unchecked; each step checks them before it commits.
  connection.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) step(connection, migration, options, backup, dataVersion)
  } catch (thrown) {
    throw databaseError({
      code: 'migration-failed',
      file,
      what: `The database could not be brought from version ${schemaVersion(connection)} to ${latestVersion(options.migrations)}.`,
      cause: asDatabaseError(thrown, file).message,
      whatToDo:
        backup === null
          ? 'Nothing was changed. Report this with this sentence.'
          : `Nothing was lost; a verified copy from before is ${backup}. Report this with this sentence.`,
    })
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  return { from, to: schemaVersion(connection), backup }
}

function step(
  connection: Connection,
  migration: Migration,
  options: MigrateOptions,
  backup: string | null,
  dataVersionOfBackup: unknown,
): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    if (connection.pragma('data_version', { simple: true }) !== dataVersionOfBackup) {
      throw new Error('another process changed the database after the copy was made')
    }
    connection.exec(migration.sql)
    const orphans = connection.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) {
      throw new Error(`${orphans.length} rows would refer to rows that do not exist`)
    }
    connection
      .prepare('INSERT INTO migration_log (version, name, sha256, at_utc_ms, backup) VALUES (?, ?, ?, ?, ?)')
      .run(migration.version, migration.name, migrationSha256(migration), options.nowUtcMs, backup)
    connection.pragma(`application_id = ${options.applicationId}`)
    connection.pragma(`user_version = ${migration.version}`)
    connection.exec('COMMIT')
  } catch (thrown) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw thrown
  }
}

export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

export function latestVersion(migrations: readonly Migration[]): number {
  return Math.max(...migrations.map((migration) => migration.version))
}

/** What a shipped migration is known by; a test holds these forever. */
export function migrationSha256(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}
