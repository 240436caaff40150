/**
 * A table of named documents (scenarios, rigs): validated JSON text, a revision, and every change in the journal.
 * @see SPEC.md D10
 */
import { bookError } from './book-error.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { appendToJournal, type JournalSubject } from './journal.ts'

export type Document<Body> = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: Body
}

/** A row whose text no longer fits: named, and left as it is. */
export type UnreadableRow = { readonly table: string; readonly id: string; readonly message: string }

export type Listing<Body> = {
  readonly documents: readonly Document<Body>[]
  readonly unreadable: readonly UnreadableRow[]
}

export type Stamp = { readonly nowUtcMs: number; readonly newId: () => string }

export type SaveRequest<Body> = { readonly id: string | null; readonly revision: number; readonly body: Body }

export type DocumentTable<Body> = {
  readonly list: (read: ReadHandle) => Listing<Body>
  readonly save: (write: WriteHandle, request: SaveRequest<Body>, stamp: Stamp) => Document<Body>
  readonly duplicate: (write: WriteHandle, id: string, stamp: Stamp) => Document<Body>
  readonly remove: (write: WriteHandle, id: string, revision: number, stamp: Stamp) => void
  /** Puts back an exact text (null: nothing); returns the last revision the document had or has. */
  readonly restore: (write: WriteHandle, change: Restoration) => number
}

export type Restoration = {
  readonly id: string
  readonly expectedJson: string | null
  readonly wantedJson: string | null
  readonly atLeastRevision: number
  readonly words: string
  readonly nowUtcMs: number
}

export type DocumentKind<Body> = {
  readonly table: 'scenarios' | 'rigs'
  readonly subject: JournalSubject
  /** Throws, with what is wrong, when the value is not a body. */
  readonly parse: (value: unknown) => Body
}

type Row = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly bodyJson: string
}

export function documentTable<Body extends { readonly name: string }>(
  kind: DocumentKind<Body>,
): DocumentTable<Body> {
  const { table, subject } = kind
  const select = `SELECT id, revision, updated_at_utc_ms AS updatedAtUtcMs, body_json AS bodyJson FROM ${table}`
  const find = (read: ReadHandle, id: string): Row | undefined =>
    read.all<Row>(`${select} WHERE id = ?`, id)[0]

  const documentOf = (row: Row): Document<Body> => ({
    id: row.id,
    revision: row.revision,
    updatedAtUtcMs: row.updatedAtUtcMs,
    body: kind.parse(JSON.parse(row.bodyJson)),
  })
  const readable = (row: Row): Document<Body> | UnreadableRow => {
    try {
      return documentOf(row)
    } catch (thrown) {
      const why =
        thrown instanceof Error ? thrown.message.replaceAll(/\s+/g, ' ').slice(0, 200) : String(thrown)
      return { table, id: row.id, message: `The ${subject} with the id ${row.id} cannot be read: ${why}` }
    }
  }
  const currentOrNull = (row: Row): Document<Body> | null => {
    const document = readable(row)
    return 'body' in document ? document : null
  }
  const nameOf = (row: Row): string => currentOrNull(row)?.body.name ?? row.id
  const gone = (id: string) =>
    bookError(
      'not-found',
      `There is no ${subject} with the id ${id}: it may have been removed elsewhere, and then undo brings it back.`,
    )
  const changed = (row: Row, made: number) =>
    bookError(
      'changed-elsewhere',
      `The ${subject} “${nameOf(row)}” was changed elsewhere: it is at revision ${row.revision}, your change was made from ${made}. Look at the current one and decide again.`,
      currentOrNull(row),
    )
  const existing = (write: WriteHandle, id: string, revision: number): Row => {
    const row = find(write, id)
    if (row === undefined) throw gone(id)
    if (row.revision !== revision) throw changed(row, revision)
    return row
  }
  const insert = (write: WriteHandle, row: Row): void => {
    write.run(
      `INSERT INTO ${table} (id, revision, updated_at_utc_ms, body_json) VALUES (?, ?, ?, ?)`,
      row.id,
      row.revision,
      row.updatedAtUtcMs,
      row.bodyJson,
    )
  }
  const update = (write: WriteHandle, row: Row): void => {
    write.run(
      `UPDATE ${table} SET revision = ?, updated_at_utc_ms = ?, body_json = ? WHERE id = ?`,
      row.revision,
      row.updatedAtUtcMs,
      row.bodyJson,
      row.id,
    )
  }
  const create = (write: WriteHandle, body: Body, stamp: Stamp, what: string): Document<Body> => {
    const row: Row = {
      id: stamp.newId(),
      revision: 1,
      updatedAtUtcMs: stamp.nowUtcMs,
      bodyJson: JSON.stringify(body),
    }
    insert(write, row)
    appendToJournal(
      write,
      {
        subject,
        subjectId: row.id,
        what,
        undoWords: `Remove the ${subject} “${body.name}”`,
        redoWords: `Bring back the ${subject} “${body.name}”`,
        beforeJson: null,
        afterJson: row.bodyJson,
        revision: row.revision,
      },
      stamp.nowUtcMs,
    )
    return documentOf(row)
  }

  return {
    list: (read) => {
      const rows = read.all<Row>(`${select} ORDER BY updated_at_utc_ms DESC, id`).map(readable)
      return {
        documents: rows.filter((row) => 'body' in row),
        unreadable: rows.filter((row) => 'message' in row),
      }
    },
    save: (write, request, stamp) => {
      const { id, body } = request
      if (id === null) return create(write, body, stamp, `Created the ${subject} “${body.name}”`)
      const before = existing(write, id, request.revision)
      const bodyJson = JSON.stringify(body)
      if (bodyJson === before.bodyJson) return documentOf(before)
      const row: Row = { id, revision: before.revision + 1, updatedAtUtcMs: stamp.nowUtcMs, bodyJson }
      update(write, row)
      appendToJournal(
        write,
        {
          subject,
          subjectId: id,
          ...changeInWords(subject, nameOf(before), body.name),
          beforeJson: before.bodyJson,
          afterJson: bodyJson,
          revision: row.revision,
        },
        stamp.nowUtcMs,
      )
      return documentOf(row)
    },
    duplicate: (write, id, stamp) => {
      const row = find(write, id)
      if (row === undefined) throw gone(id)
      const { body } = documentOf(row)
      const taken = new Set(read(write).map((each) => nameOf(each)))
      const name = freeCopyName(body.name, taken)
      return create(write, { ...body, name }, stamp, `Duplicated the ${subject} “${body.name}”`)
    },
    remove: (write, id, revision, stamp) => {
      const before = existing(write, id, revision)
      const name = nameOf(before)
      write.run(`DELETE FROM ${table} WHERE id = ?`, id)
      appendToJournal(
        write,
        {
          subject,
          subjectId: id,
          what: `Removed the ${subject} “${name}”`,
          undoWords: `Bring back the ${subject} “${name}”`,
          redoWords: `Remove the ${subject} “${name}”`,
          beforeJson: before.bodyJson,
          afterJson: null,
          revision: before.revision,
        },
        stamp.nowUtcMs,
      )
    },
    restore: (write, change) => {
      const row = find(write, change.id)
      if ((row?.bodyJson ?? null) !== change.expectedJson) {
        throw bookError(
          'changed-elsewhere',
          `“${change.words}” is no longer possible: the ${subject} was changed since by something outside the journal. Change it by hand instead.`,
          row === undefined ? null : currentOrNull(row),
        )
      }
      const revision = Math.max(change.atLeastRevision, row?.revision ?? 0)
      if (change.wantedJson === null) {
        write.run(`DELETE FROM ${table} WHERE id = ?`, change.id)
        return revision
      }
      const next: Row = {
        id: change.id,
        revision: revision + 1,
        updatedAtUtcMs: change.nowUtcMs,
        bodyJson: change.wantedJson,
      }
      if (row === undefined) insert(write, next)
      else update(write, next)
      return next.revision
    },
  }

  function read(handle: ReadHandle): Row[] {
    return handle.all<Row>(select)
  }
}

function changeInWords(subject: JournalSubject, before: string, after: string) {
  return before === after
    ? {
        what: `Changed the ${subject} “${after}”`,
        undoWords: `Take back the change of the ${subject} “${after}”`,
        redoWords: `Make the change of the ${subject} “${after}” again`,
      }
    : {
        what: `Renamed the ${subject} “${before}” to “${after}”`,
        undoWords: `Rename the ${subject} “${after}” back to “${before}”`,
        redoWords: `Rename the ${subject} “${before}” to “${after}” again`,
      }
}

const longestName = 120

/** "Rig" gives "Rig copy", then "Rig copy 2": short enough for a name, and not taken. */
function freeCopyName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? ' copy' : ` copy ${count}`
    const candidate = `${name.slice(0, longestName - suffix.length).trimEnd()}${suffix}`
    if (!taken.has(candidate)) return candidate
  }
}
