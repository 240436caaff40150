/** A file that the person chose, read in the page; its size is looked at before a byte of it is. */
import { counted, importLimits } from '../../../../shared/imports/import-limits.ts'

export type ChosenFile = { readonly name: string; readonly text: string }

export type FileReading = { readonly kind: 'read'; readonly file: ChosenFile } | FileRefusal
export type FileRefusal = { readonly kind: 'refused'; readonly message: string }

/** What is not UTF-8 becomes U+FFFD and is refused, by line, by whoever reads the text. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<FileReading> {
  if (file.size > importLimits.bytes)
    return {
      kind: 'refused',
      message:
        `“${file.name}” is larger than ${counted(importLimits.bytes)} bytes: it has ${counted(file.size)}. ` +
        'Import a part of it: fewer lines, or only the columns that are needed.',
    }
  if (file.size === 0)
    return { kind: 'refused', message: `“${file.name}” holds nothing. Choose a file with data in it.` }
  try {
    return { kind: 'read', file: { name: file.name, text: await file.text() } }
  } catch {
    return {
      kind: 'refused',
      message: `“${file.name}” could not be read. It may have been moved, or may not be yours to read: choose it again.`,
    }
  }
}
