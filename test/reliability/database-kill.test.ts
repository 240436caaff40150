import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../../electron/database/store.ts'
import { bookOptions } from '../electron/database/book-options.ts'

const kills = Number(process.env['IDLEWATT_KILLS'] ?? 100)
const seed = Number(process.env['IDLEWATT_SEED'] ?? Date.now() % 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'idlewatt-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** mulberry32: a seeded generator, so that a failure can be run again. */
function generator(state: number): () => number {
  let now = state
  return () => {
    now = (now + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs a writer until it is killed; answers the ids that it acknowledged. */
async function writeUntilKilled(prefix: string, killAfterMs: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'database-writer.ts'), folder, prefix])
  let output = ''
  let errors = ''
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  writer.stdout.on('data', (chunk: Buffer) => {
    if (output === '') setTimeout(() => writer.kill('SIGKILL'), killAfterMs)
    output += chunk.toString()
  })
  const signal = await new Promise((resolve) => writer.on('close', (_, by) => resolve(by)))
  expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' })
  return output.split('\n').slice(0, -1)
}

test(
  `D3: killed at ${kills} random instants, no acknowledged change is lost and none is half there`,
  { timeout: 600_000 },
  async () => {
    const random = generator(seed)
    const acknowledged: string[] = []
    // Two writers at a time on the same book: the one's kill must not harm the other either.
    for (let killed = 0; killed < kills; killed += 2) {
      const writers = [0, 1].map((which) => writeUntilKilled(`k${killed + which}`, random() * 60))
      acknowledged.push(...(await Promise.all(writers)).flat())
    }
    const book = openStore(bookOptions(folder))
    const stored = new Set(
      book.read((read) => read.all<{ id: string }>('SELECT id FROM scenarios')).map((row) => row.id),
    )
    // The journal is bounded: its newest entries must each have their scenario, and the other way round.
    const journal = book.read((read) =>
      read.all<{ id: string }>('SELECT subject_id AS id FROM journal ORDER BY position'),
    )
    const counts = {
      lost: acknowledged.filter((id) => !stored.has(id)).length,
      half: journal.filter((row) => !stored.has(row.id)).length,
      integrity: book.read((read) => read.all('PRAGMA integrity_check')),
      readOnly: book.readOnlyReason(),
    }
    console.log(
      `kill test: seed ${seed}, ${kills} kills, ${acknowledged.length} acknowledged, ${JSON.stringify(counts)}`,
    )
    expect(counts).toEqual({ lost: 0, half: 0, integrity: [{ integrity_check: 'ok' }], readOnly: null })
    expect(journal.length).toBe(Math.min(500, stored.size))
    expect(acknowledged.length).toBeGreaterThan(kills)
    book.close()
  },
)
