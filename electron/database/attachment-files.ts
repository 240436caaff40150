/**
 * Attached files in the data folder, each named by the SHA-256 of its content: what a person calls them never becomes a
 * path.
 * @see SPEC.md DX3
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { mostAttachmentBytes } from '../../shared/diligence/scorecard-schema.ts'
import { flushFolder } from './backup.ts'
import { bookError } from './book-error.ts'
import { asDatabaseError } from './database-error.ts'
import { sha256 } from './sha256.ts'

export function attachmentsFolder(bookFile: string): string {
  return join(dirname(bookFile), 'attachments')
}

/** Durable before it has its name; one that is there and unchanged is left alone. Returns the digest. */
export function writeAttachment(folder: string, bytes: Uint8Array, newId: () => string): string {
  const digest = sha256(bytes)
  const file = join(folder, digest)
  if (contentOf(file)?.digest === digest) return digest
  const temporary = join(folder, `tmp-${newId()}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
    flushFolder(folder)
    return digest
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw asDatabaseError(thrown, file)
  }
}

/** Throws by name where the file is gone or is not what it was. */
export function readAttachment(folder: string, digest: string, fileName: string): Buffer {
  const found = contentOf(join(folder, digest))
  if (found === null)
    throw bookError(
      'not-found',
      `The attached file “${fileName}” is not in the data folder (attachments/${digest}). Attach it again if you still have it.`,
    )
  if (found.digest === digest) return found.bytes
  throw bookError(
    'unreadable',
    `The attached file “${fileName}” was changed or damaged since it was attached (attachments/${digest}): it is not shown. Attach the original again.`,
  )
}

export function isAttachmentThere(folder: string, digest: string): boolean {
  return contentOf(join(folder, digest))?.digest === digest
}

/** Whether there is a file of that name; what it holds is checked when it is read. */
export function isAttachmentListed(folder: string, digest: string): boolean {
  return lstatSync(join(folder, digest), { throwIfNoEntry: false })?.isFile() === true
}

/** Null where there is no such file; a link or a longer file is none of ours. */
function contentOf(file: string): { readonly bytes: Buffer; readonly digest: string } | null {
  let descriptor: number
  try {
    // Windows has no such flag, and needs a privilege to make a link.
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    )
  } catch {
    return null
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return null
    const bytes = stat.size > mostAttachmentBytes ? Buffer.alloc(0) : readFileSync(descriptor)
    return { bytes, digest: sha256(bytes) }
  } finally {
    closeSync(descriptor)
  }
}
