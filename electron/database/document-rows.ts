/** The rows under a table of documents: SQL only, no rules. */
import type { ReadHandle, WriteHandle } from './handles.ts'

export type DocumentRow = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly bodyJson: string
}

export type DocumentRows = {
  readonly all: (read: ReadHandle) => DocumentRow[]
  readonly find: (read: ReadHandle, id: string) => DocumentRow | undefined
  readonly put: (write: WriteHandle, row: DocumentRow) => void
  readonly remove: (write: WriteHandle, id: string) => void
  /** The last revision under an id that is free again; 0 where none is remembered. */
  readonly freedRevision: (read: ReadHandle, id: string) => number
}

export type DocumentTableName =
  | 'scenarios'
  | 'rigs'
  | 'markets'
  | 'offer_snapshots'
  | 'price_series'
  | 'scorecards'
  | 'checklists'

/** Where an id comes again: a network is kept under its own name, a card comes back from its file. */
const freedIds: Partial<Record<DocumentTableName, string>> = {
  markets: 'freed_networks',
  scorecards: 'freed_scorecards',
}

export function documentRows(table: DocumentTableName): DocumentRows {
  const freed = freedIds[table]
  const select = `SELECT id, revision, updated_at_utc_ms AS updatedAtUtcMs, body_json AS bodyJson FROM ${table}`
  return {
    all: (read) => read.all<DocumentRow>(`${select} ORDER BY updated_at_utc_ms DESC, id`),
    find: (read, id) => read.all<DocumentRow>(`${select} WHERE id = ?`, id)[0],
    put: (write, row) => {
      write.run(
        `INSERT INTO ${table} (id, revision, updated_at_utc_ms, body_json) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
           updated_at_utc_ms = excluded.updated_at_utc_ms, body_json = excluded.body_json`,
        row.id,
        row.revision,
        row.updatedAtUtcMs,
        row.bodyJson,
      )
    },
    remove: (write, id) => {
      if (freed !== undefined)
        write.run(
          `INSERT INTO ${freed} SELECT id, revision FROM ${table} WHERE id = ?
           ON CONFLICT (id) DO UPDATE SET revision = excluded.revision`,
          id,
        )
      write.run(`DELETE FROM ${table} WHERE id = ?`, id)
    },
    freedRevision: (read, id) => {
      if (freed === undefined) return 0
      const [row] = read.all<{ revision: number }>(`SELECT revision FROM ${freed} WHERE id = ?`, id)
      return row?.revision ?? 0
    },
  }
}
