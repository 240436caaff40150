/** A file that the person chose, read in the page; its size is looked at before a byte of it is. */
import { counted, importLimits } from '../../shared/imports/import-limits.ts'
import { placeOfWrongByte } from '../../shared/imports/import-text.ts'

export type ChosenFile = { readonly name: string; readonly text: string }

export type FileReading = { readonly kind: 'read'; readonly file: ChosenFile } | FileRefusal
export type FileRefusal = { readonly kind: 'refused'; readonly message: string }

/** A file as text. What is not UTF-8 is refused by line: read as if it were, names would lose their letters unseen. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileReading> {
  if (file.size > importLimits.bytes)
    return {
      kind: 'refused',
      message:
        `“${file.name}” is larger than ${counted(importLimits.bytes)} bytes: it has ${counted(file.size)}. ` +
        'Import a part of it: fewer lines, or only the columns that are needed.',
    }
  if (file.size === 0)
    return { kind: 'refused', message: `“${file.name}” holds nothing. Choose a file with data in it.` }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return {
      kind: 'refused',
      message: `“${file.name}” could not be read. It may have been moved, or may not be yours to read: choose it again.`,
    }
  }
  try {
    return {
      kind: 'read',
      file: { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) },
    }
  } catch {
    const { line, column } = placeOfWrongByte(bytes, new TextDecoder('utf-8').decode(bytes))
    return {
      kind: 'refused',
      message: `“${file.name}” is not UTF-8 text (line ${line}, column ${column}). Save it as UTF-8 and import it again.`,
    }
  }
}
