/** Checklists: the person's own as documents, and every one that a card was answered by under the digest of its text. */
import { canonicalJson } from '../../shared/diligence/canonical-json.ts'
import { checklistSchema } from '../../shared/diligence/checklist-schema.ts'
import type { Checklist } from '../../shared/diligence/checklist.ts'
import { documentTable, type DocumentTable } from './document-table.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { sha256 } from './sha256.ts'

export const checklists: DocumentTable<Checklist> = documentTable<Checklist>({
  table: 'checklists',
  subject: 'checklist',
  parse: (value) => checklistSchema.parse(value),
})

/** What a checklist is named by in entries and files. @see SPEC.md DX5 */
export function checklistSha256(checklist: Checklist): string {
  return sha256(canonicalJson(checklist))
}

/** Kept for good: old answers stay readable. One that was damaged is whole again. */
export function keepChecklist(write: WriteHandle, checklist: Checklist): string {
  const text = canonicalJson(checklist)
  const digest = sha256(text)
  write.run(
    'INSERT INTO kept_checklists (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET text = excluded.text',
    digest,
    text,
  )
  return digest
}

/** Those whose text still matches its digest; a card that misses one says so. @see SPEC.md DX2 */
export function keptChecklists(read: ReadHandle): Readonly<Record<string, Checklist>> {
  const rows = read.all<{ digest: string; text: string }>(
    'SELECT sha256 AS digest, text FROM kept_checklists',
  )
  return Object.fromEntries(
    rows.flatMap(({ digest, text }) => {
      if (sha256(text) !== digest) return []
      const checklist = checklistSchema.safeParse(JSON.parse(text))
      return checklist.success ? [[digest, checklist.data] as const] : []
    }),
  )
}
