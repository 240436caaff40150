/**
 * The table of the undo journal: what was done in words, and the exact text before and after.
 * @see SPEC.md D11
 */
import type { Undoable } from '../../shared/api.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'

export type JournalSubject = 'scenario' | 'rig'

export type JournalEntry = {
  readonly subject: JournalSubject
  readonly subjectId: string
  /** What was done. */
  readonly what: string
  /** What undo would do, what redo would do. */
  readonly undoWords: string
  readonly redoWords: string
  /** The stored text, null where the thing did not exist. */
  readonly beforeJson: string | null
  readonly afterJson: string | null
  /** The last revision the thing had, so that bringing it back never repeats one. */
  readonly revision: number
}

export type StoredEntry = JournalEntry & { readonly position: number }

const longestJournal = 500

/** Remembers a change; what had been undone can no longer be redone. */
export function appendToJournal(write: WriteHandle, nowUtcMs: number, entry: JournalEntry): void {
  write.run('DELETE FROM journal WHERE undone = 1')
  write.run(
    `INSERT INTO journal (at_utc_ms, subject, subject_id, what, undo_words, redo_words, before_json, after_json, revision, undone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    nowUtcMs,
    entry.subject,
    entry.subjectId,
    entry.what,
    entry.undoWords,
    entry.redoWords,
    entry.beforeJson,
    entry.afterJson,
    entry.revision,
  )
  write.run(
    'DELETE FROM journal WHERE position <= (SELECT position FROM journal ORDER BY position DESC LIMIT 1 OFFSET ?)',
    longestJournal,
  )
}

const columns = `position, subject, subject_id AS subjectId, what, undo_words AS undoWords, redo_words AS redoWords,
  before_json AS beforeJson, after_json AS afterJson, revision`

export function lastDone(read: ReadHandle): StoredEntry | undefined {
  return read.all<StoredEntry>(
    `SELECT ${columns} FROM journal WHERE undone = 0 ORDER BY position DESC LIMIT 1`,
  )[0]
}

export function firstUndone(read: ReadHandle): StoredEntry | undefined {
  return read.all<StoredEntry>(`SELECT ${columns} FROM journal WHERE undone = 1 ORDER BY position LIMIT 1`)[0]
}

export function markEntry(write: WriteHandle, entry: StoredEntry, undone: boolean, revision: number): void {
  write.run(
    'UPDATE journal SET undone = ?, revision = ? WHERE position = ?',
    undone ? 1 : 0,
    revision,
    entry.position,
  )
}

export function journalState(read: ReadHandle): Undoable {
  return { undo: lastDone(read)?.undoWords ?? null, redo: firstUndone(read)?.redoWords ?? null }
}
