/**
 * Rows of imports, kept once under the digest of their text. Documents and the journal name them by it, so a removed
 * import comes back with undo, and rows that neither names any more are dropped.
 * @see SPEC.md D15
 */
import { createHash } from 'node:crypto'
import { bookError } from './book-error.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'

export function putRows(write: WriteHandle, rows: readonly unknown[]): string {
  const text = JSON.stringify(rows)
  const sha256 = createHash('sha256').update(text).digest('hex')
  write.run(
    'INSERT INTO imported_rows (sha256, rows_json) VALUES (?, ?) ON CONFLICT DO NOTHING',
    sha256,
    text,
  )
  return sha256
}

export function rowsOf(read: ReadHandle, sha256: string): unknown {
  const [row] = read.all<{ text: string }>(
    'SELECT rows_json AS text FROM imported_rows WHERE sha256 = ?',
    sha256,
  )
  if (row === undefined)
    throw bookError(
      'unreadable',
      'The rows of this import are not in the book any more. Import the file again.',
    )
  return JSON.parse(row.text) as unknown
}

/** Called with each import and removal, after the journal has its entry. */
export function dropUnnamedRows(write: WriteHandle): void {
  write.run(`DELETE FROM imported_rows WHERE sha256 NOT IN (
    SELECT json_extract(body_json, '$.rowsSha256') FROM offer_snapshots
    UNION SELECT json_extract(body_json, '$.rowsSha256') FROM price_series
    UNION SELECT json_extract(coalesce(before_json, after_json), '$.rowsSha256') FROM journal
      WHERE subject IN ('offer snapshot', 'price series'))`)
}
