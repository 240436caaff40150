/** Bytes as the contract carries them, and a file that becomes an attachment. */
import { reasonOf } from '../../../frame/attempt.ts'
import { counted } from '../../../../shared/imports/import-limits.ts'
import { shown } from '../shown.ts'

export const longestAttachmentBytes = 10 * 1024 * 1024

export function base64Of(bytes: Uint8Array): string {
  let letters = ''
  // All at once would be more arguments than a call can have.
  for (let at = 0; at < bytes.length; at += 32_768)
    letters += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(letters)
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64)
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

export type AttachmentReading =
  | { readonly kind: 'read'; readonly name: string; readonly base64: string }
  | { readonly kind: 'refused'; readonly message: string }

/** A file of any kind; its size is looked at before a byte of it is. */
export async function readAttachment(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<AttachmentReading> {
  if (file.size === 0)
    return {
      kind: 'refused',
      message: `“${shown(file.name)}” holds nothing. Choose the file with the record in it.`,
    }
  if (file.size > longestAttachmentBytes)
    return {
      kind: 'refused',
      message:
        `“${shown(file.name)}” is larger than ${counted(longestAttachmentBytes)} bytes: it has ${counted(file.size)}. ` +
        'Keep the page with the figures, or a smaller picture of it.',
    }
  try {
    return {
      kind: 'read',
      name: file.name.slice(-255),
      base64: base64Of(new Uint8Array(await file.arrayBuffer())),
    }
  } catch (failure) {
    return {
      kind: 'refused',
      message: `“${shown(file.name)}” could not be read: ${reasonOf(failure)} Choose it again.`,
    }
  }
}
