/** A file's bytes as text, before anything reads it. */
import type { Reading } from '../../shared/imports/import-limits.ts'
import { importLimits } from '../../shared/imports/import-limits.ts'
import { placeOfWrongByte, tooLarge } from '../../shared/imports/import-text.ts'

/** The text of UTF-8 bytes; more bytes than the limit and bytes that are no UTF-8 are refused. @see SPEC.md IM1 */
export function textOfBytes(bytes: Uint8Array): Reading<string> {
  if (bytes.length > importLimits.bytes) return tooLarge(bytes.length)
  try {
    return { kind: 'read', value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const { line, column } = placeOfWrongByte(bytes, lenient)
    return {
      kind: 'refused',
      message: `The file is not UTF-8 text (line ${line}, column ${column}). Save it as UTF-8 and import it again.`,
      line,
      column,
    }
  }
}
