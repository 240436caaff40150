/** What a command is given to read: a file, or standard input. */
import { closeSync, openSync, readSync } from 'node:fs'

const standardInput = 0
const chunkBytes = 65_536
const waitMilliseconds = 5

/**
 * The bytes of a file, or of standard input for `-`; no more than one beyond `longest`, so that an endless input ends
 * and one that is too long can be refused. Throws as the system does, or says in words why it cannot be read.
 */
export function inputBytes(file: string, longest: number): Buffer {
  let descriptor = standardInput
  try {
    if (file !== '-') descriptor = openSync(file, 'r')
    const chunks: Buffer[] = []
    let left = longest + 1
    while (left > 0) {
      const chunk = nextChunk(descriptor, Math.min(left, chunkBytes))
      if (chunk.length === 0) break
      chunks.push(chunk)
      left -= chunk.length
    }
    return Buffer.concat(chunks)
  } catch (error) {
    const name = file === '-' ? 'standard input' : file
    throw new Error(`${name} cannot be read: ${whyUnreadable(error)}.`, { cause: error })
  } finally {
    if (descriptor !== standardInput) closeSync(descriptor)
  }
}

/** Empty at the end. A pipe that another program made non-blocking answers EAGAIN where nothing has come in yet. */
function nextChunk(descriptor: number, longest: number): Buffer {
  const chunk = Buffer.alloc(longest)
  for (;;) {
    try {
      return chunk.subarray(0, readSync(descriptor, chunk))
    } catch (error) {
      if (codeOf(error) === 'EOF') return chunk.subarray(0, 0)
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMilliseconds)
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : ''
}

function whyUnreadable(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES') return 'this account may not read it'
  return error instanceof Error ? error.message : String(error)
}
