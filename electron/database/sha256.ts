import { createHash } from 'node:crypto'

/** In hexadecimal, of UTF-8 or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
