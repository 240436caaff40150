/**
 * What a database file says of itself, read before SQLite touches it.
 * @see SPEC.md D4
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'

export type Header =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'sqlite'; readonly applicationId: number; readonly userVersion: number }

const magic = Buffer.from('SQLite format 3\0', 'latin1')
const headerBytes = 100
const userVersionOffset = 60
const applicationIdOffset = 68

/**
 * Never call this on a file that this process has open in SQLite: closing any descriptor of a file
 * drops all POSIX locks that the process holds on it.
 */
export function peekHeader(file: string): Header {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return { kind: 'absent' }
  if (!stat.isFile()) return { kind: 'folder' }
  if (stat.size === 0) return { kind: 'empty' }
  const head = Buffer.alloc(headerBytes)
  const descriptor = openSync(file, 'r')
  try {
    const read = readSync(descriptor, head, 0, headerBytes, 0)
    if (read < headerBytes || !head.subarray(0, magic.length).equals(magic)) return { kind: 'foreign' }
  } finally {
    closeSync(descriptor)
  }
  return {
    kind: 'sqlite',
    applicationId: head.readUInt32BE(applicationIdOffset),
    userVersion: head.readUInt32BE(userVersionOffset),
  }
}
