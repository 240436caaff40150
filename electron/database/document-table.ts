/**
 * A table of named documents (scenarios, rigs, networks): validated JSON text, a revision, and every change in the journal.
 * @see SPEC.md D10
 */
import { bookError } from './book-error.ts'
import { documentRows, type DocumentRow, type DocumentTableName } from './document-rows.ts'
import { changeInWords, creationInWords, freeCopyName, removalInWords } from './document-words.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { appendToJournal, type ChangeWords, type JournalEntry, type JournalSubject } from './journal.ts'

export type Document<Body> = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: Body
}

/** A row whose text no longer fits: named, and left as it is. */
export type UnreadableRow = { readonly id: string; readonly message: string }

export type Listing<Body> = {
  readonly documents: readonly Document<Body>[]
  readonly unreadable: readonly UnreadableRow[]
}

export type Stamp = { readonly nowUtcMs: number; readonly newId: () => string }

export type SaveRequest<Body> = { readonly id: string | null; readonly revision: number; readonly body: Body }

/** Revision 0: nothing is there. Body null: nothing shall be. */
export type KeptUnderId<Body> = {
  readonly id: string
  readonly revision: number
  readonly body: Body | null
}

export type Restoration = {
  readonly id: string
  /** What must be there now, and what shall be; null for nothing. */
  readonly expectedJson: string | null
  readonly wantedJson: string | null
  /** The last revision that the document is known to have had. */
  readonly lastRevision: number
  readonly words: string
  readonly nowUtcMs: number
}

export type DocumentTable<Body> = {
  readonly list: (read: ReadHandle) => Listing<Body>
  /** Null where there is none, or none that can be read. */
  readonly find: (read: ReadHandle, id: string) => Document<Body> | null
  readonly save: (write: WriteHandle, request: SaveRequest<Body>, stamp: Stamp) => Document<Body>
  readonly duplicate: (write: WriteHandle, id: string, stamp: Stamp) => Document<Body>
  readonly remove: (write: WriteHandle, id: string, revision: number, stamp: Stamp) => void
  /** Several documents whose ids the caller knows, made, changed and removed as one step of the journal. */
  readonly keep: (
    write: WriteHandle,
    requests: readonly KeptUnderId<Body>[],
    words: ChangeWords,
    nowUtcMs: number,
    /** What else happened in that step. */
    others?: readonly JournalEntry[],
  ) => void
  /** Puts back an exact text; returns the last revision that the document has had now. */
  readonly restore: (write: WriteHandle, restoration: Restoration) => number
}

export type DocumentKind<Body> = {
  readonly table: DocumentTableName
  readonly subject: JournalSubject
  /** Throws, with what is wrong, when the value is not a body. */
  readonly parse: (value: unknown) => Body
}

export function documentTable<Body extends { readonly name: string }>(
  kind: DocumentKind<Body>,
): DocumentTable<Body> {
  const { subject } = kind
  const rows = documentRows(kind.table)

  const documentOf = (row: DocumentRow): Document<Body> => {
    const { id, revision, updatedAtUtcMs, bodyJson } = row
    return { id, revision, updatedAtUtcMs, body: kind.parse(JSON.parse(bodyJson)) }
  }
  const readable = (row: DocumentRow): Document<Body> | UnreadableRow => {
    try {
      return documentOf(row)
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message.replaceAll(/\s+/g, ' ') : String(thrown)
      return {
        id: row.id,
        message: `The ${subject} with the id ${row.id} cannot be read: ${why.slice(0, 200)}`,
      }
    }
  }
  const currentOrNull = (row: DocumentRow | undefined): Document<Body> | null => {
    const document = row && readable(row)
    return document && 'body' in document ? document : null
  }
  const nameOf = (row: DocumentRow): string => currentOrNull(row)?.body.name ?? row.id
  const existing = (write: WriteHandle, id: string): DocumentRow => {
    const row = rows.find(write, id)
    if (row !== undefined) return row
    throw bookError(
      'not-found',
      `There is no ${subject} with the id ${id}: it may have been removed elsewhere, and then undo brings it back.`,
    )
  }
  const unchanged = (write: WriteHandle, id: string, revision: number): DocumentRow => {
    const row = existing(write, id)
    if (row.revision === revision) return row
    throw bookError(
      'changed-elsewhere',
      `The ${subject} “${nameOf(row)}” was changed elsewhere: it is at revision ${row.revision}, your change was made from ${revision}. Look at the current one and decide again.`,
      currentOrNull(row),
    )
  }
  const create = (write: WriteHandle, body: Body, stamp: Stamp, what: string): Document<Body> => {
    const bodyJson = JSON.stringify(body)
    const row: DocumentRow = { id: stamp.newId(), revision: 1, updatedAtUtcMs: stamp.nowUtcMs, bodyJson }
    rows.put(write, row)
    appendToJournal(write, stamp.nowUtcMs, creationInWords(subject, what, body.name), [
      { subject, subjectId: row.id, beforeJson: null, afterJson: bodyJson, revision: row.revision },
    ])
    return documentOf(row)
  }

  /** Null where all is as it shall be. */
  const keptUnderId = (
    write: WriteHandle,
    { id, revision, body }: KeptUnderId<Body>,
    nowUtcMs: number,
  ): JournalEntry | null => {
    const found = rows.find(write, id)
    const before = found === undefined && revision === 0 ? null : unchanged(write, id, revision)
    const [beforeJson, afterJson] = [before?.bodyJson ?? null, body === null ? null : JSON.stringify(body)]
    if (beforeJson === afterJson) return null
    if (afterJson === null) {
      rows.remove(write, id)
      return { subject, subjectId: id, beforeJson, afterJson, revision }
    }
    // An id that is free again must not repeat a revision: a page may still hold one.
    const next = 1 + (before === null ? rows.freedRevision(write, id) : revision)
    rows.put(write, { id, revision: next, updatedAtUtcMs: nowUtcMs, bodyJson: afterJson })
    return { subject, subjectId: id, beforeJson, afterJson, revision: next }
  }

  return {
    list: (read) => {
      const all = rows.all(read).map(readable)
      return {
        documents: all.filter((row) => 'body' in row),
        unreadable: all.filter((row) => 'message' in row),
      }
    },

    find: (read, id) => currentOrNull(rows.find(read, id)),

    save: (write, { id, revision, body }, stamp) => {
      if (id === null) return create(write, body, stamp, `Created the ${subject} “${body.name}”`)
      const before = unchanged(write, id, revision)
      const bodyJson = JSON.stringify(body)
      if (bodyJson === before.bodyJson) return documentOf(before)
      const after: DocumentRow = { id, revision: revision + 1, updatedAtUtcMs: stamp.nowUtcMs, bodyJson }
      rows.put(write, after)
      appendToJournal(write, stamp.nowUtcMs, changeInWords(subject, nameOf(before), body.name), [
        {
          subject,
          subjectId: id,
          beforeJson: before.bodyJson,
          afterJson: bodyJson,
          revision: after.revision,
        },
      ])
      return documentOf(after)
    },

    duplicate: (write, id, stamp) => {
      const original = readable(existing(write, id))
      if ('message' in original) throw bookError('unreadable', original.message)
      const taken = new Set(rows.all(write).map(nameOf))
      const body = { ...original.body, name: freeCopyName(original.body.name, taken) }
      return create(write, body, stamp, `Duplicated the ${subject} “${original.body.name}”`)
    },

    remove: (write, id, revision, stamp) => {
      const before = unchanged(write, id, revision)
      rows.remove(write, id)
      appendToJournal(write, stamp.nowUtcMs, removalInWords(subject, nameOf(before)), [
        { subject, subjectId: id, beforeJson: before.bodyJson, afterJson: null, revision: before.revision },
      ])
    },

    keep: (write, requests, words, nowUtcMs, others = []) => {
      const kept = requests.flatMap((request) => keptUnderId(write, request, nowUtcMs) ?? [])
      const entries = [...kept, ...others]
      if (entries.length > 0) appendToJournal(write, nowUtcMs, words, entries)
    },

    restore: (write, { id, expectedJson, wantedJson, lastRevision, words, nowUtcMs }) => {
      const row = rows.find(write, id)
      if ((row?.bodyJson ?? null) !== expectedJson) {
        throw bookError(
          'changed-elsewhere',
          `“${words}” is no longer possible: the ${subject} was changed since by something outside the journal. Change it by hand instead.`,
          currentOrNull(row),
        )
      }
      const revision = Math.max(lastRevision, row?.revision ?? 0, rows.freedRevision(write, id))
      if (wantedJson === null) {
        rows.remove(write, id)
        return revision
      }
      rows.put(write, { id, revision: revision + 1, updatedAtUtcMs: nowUtcMs, bodyJson: wantedJson })
      return revision + 1
    },
  }
}
