/** What is known of attached files; a file from somebody else's card may be known by name alone. */
import type { KeptAttachment } from '../../shared/diligence/scorecard.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'

const columns = 'sha256, file_name AS fileName, bytes, added_at_utc_ms AS addedAtUtcMs'

export function attachments(read: ReadHandle): readonly KeptAttachment[] {
  return read.all<KeptAttachment>(`SELECT ${columns} FROM attachments ORDER BY added_at_utc_ms, sha256`)
}

export function findAttachment(read: ReadHandle, sha256: string): KeptAttachment | null {
  return read.all<KeptAttachment>(`SELECT ${columns} FROM attachments WHERE sha256 = ?`, sha256)[0] ?? null
}

/** The name that its content was first attached under stays; `first` says that until now there was a name alone. */
export function keepAttachment(
  write: WriteHandle,
  { sha256, fileName, bytes, addedAtUtcMs }: KeptAttachment,
  first = false,
): void {
  write.run(
    `INSERT INTO attachments (sha256, file_name, bytes, added_at_utc_ms) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) ${
      first
        ? `DO UPDATE SET file_name = excluded.file_name, bytes = excluded.bytes, added_at_utc_ms = excluded.added_at_utc_ms`
        : 'DO NOTHING'
    }`,
    sha256,
    fileName,
    bytes,
    addedAtUtcMs,
  )
}
