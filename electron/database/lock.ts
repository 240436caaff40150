/**
 * A lock between processes, held by the kernel on a tiny database of its own: a killed holder frees it at once
 * and leaves nothing stale behind.
 * @see SPEC.md D7
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { openConnection } from './database.ts'
import { asDatabaseError } from './database-error.ts'

export type Lock = { readonly release: () => void }

/** Waits up to `waitMs` for the lock; null when another holder kept it all that time. */
export function takeLock(file: string, waitMs: number): Lock | null {
  createPrivately(file)
  const connection = openConnection(file, 'lock')
  try {
    connection.pragma(`busy_timeout = ${waitMs}`)
    // Of such transactions a file has one at a time; whoever only looks, opening it, need not wait for it.
    connection.exec('BEGIN IMMEDIATE')
  } catch (thrown) {
    connection.close()
    const error = asDatabaseError(thrown, file)
    if (error.problem.code === 'busy') return null
    throw error
  }
  return { release: () => connection.close() }
}

/** An empty file only its owner can read; SQLite gives its side files the same permissions. */
export function createPrivately(file: string): void {
  if (existsSync(file)) return
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (thrown) {
    // Another process created it first: as good.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return
    throw asDatabaseError(thrown, file)
  }
}
