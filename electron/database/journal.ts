/**
 * The table of the undo journal: what was done in words, and the exact text before and after.
 * @see SPEC.md D11
 */
import type { Undoable } from '../../shared/api.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'

export type JournalSubject =
  | 'scenario'
  | 'rig'
  | 'network'
  | 'offer snapshot'
  | 'price series'
  | 'scorecard'
  | 'scorecard entries'
  | 'checklist'

/** What was done; what undo would do, what redo would do. */
export type ChangeWords = { readonly what: string; readonly undoWords: string; readonly redoWords: string }

/** What happened to one thing in a change. */
export type JournalEntry = {
  readonly subject: JournalSubject
  readonly subjectId: string
  /** The stored text, null where the thing did not exist. */
  readonly beforeJson: string | null
  readonly afterJson: string | null
  /** The last revision the thing had, so that bringing it back never repeats one. */
  readonly revision: number
}

export type StoredEntry = JournalEntry & ChangeWords & { readonly position: number }

const longestJournal = 500

/** Remembers a change of one or several things; what had been undone can no longer be redone. */
export function appendToJournal(
  write: WriteHandle,
  nowUtcMs: number,
  words: ChangeWords,
  entries: readonly JournalEntry[],
): void {
  write.run('DELETE FROM journal WHERE undone = 1')
  const [last] = write.all<{ change: number | null }>('SELECT max(change) AS change FROM journal')
  const change = (last?.change ?? 0) + 1
  for (const entry of entries) {
    write.run(
      `INSERT INTO journal (change, at_utc_ms, subject, subject_id, what, undo_words, redo_words, before_json, after_json, revision, undone)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      change,
      nowUtcMs,
      entry.subject,
      entry.subjectId,
      words.what,
      words.undoWords,
      words.redoWords,
      entry.beforeJson,
      entry.afterJson,
      entry.revision,
    )
  }
  // A change is forgotten whole: half of one could not be undone.
  write.run(
    'DELETE FROM journal WHERE change <= (SELECT change FROM journal ORDER BY position DESC LIMIT 1 OFFSET ?)',
    longestJournal,
  )
}

const columns = `position, subject, subject_id AS subjectId, what, undo_words AS undoWords, redo_words AS redoWords,
  before_json AS beforeJson, after_json AS afterJson, revision`

/** The entries of the newest change that stands, the newest first; none without one. */
export function lastDone(read: ReadHandle): readonly StoredEntry[] {
  return read.all<StoredEntry>(
    `SELECT ${columns} FROM journal
     WHERE change = (SELECT max(change) FROM journal WHERE undone = 0) ORDER BY position DESC`,
  )
}

/** The entries of the oldest change that is undone, the oldest first; none without one. */
export function firstUndone(read: ReadHandle): readonly StoredEntry[] {
  return read.all<StoredEntry>(
    `SELECT ${columns} FROM journal
     WHERE change = (SELECT min(change) FROM journal WHERE undone = 1) ORDER BY position`,
  )
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
  return { undo: lastDone(read)[0]?.undoWords ?? null, redo: firstUndone(read)[0]?.redoWords ?? null }
}
