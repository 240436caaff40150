/** `idlewatt proof` as a process: rows, exit codes, and a corrupted figure. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProof } from '../../../electron/proof.ts'
import type { ProofRow } from '../../../shared/proof/vector.ts'
import { removeFolder, runHost, temporaryFolder } from '../host-processes.ts'

async function proof(...given: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const host = runHost('electron/idlewatt.mjs', ['proof', ...given])
  return { code: await host.ended, output: host.output(), errors: host.errors() }
}

const failuresIn = (output: string): readonly number[] =>
  (JSON.parse(output) as ProofRow[]).flatMap(({ pass }, at) => (pass ? [] : [at + 1]))

describe('PR2 idlewatt proof', () => {
  it('prints a row for each vector and exits with 0', async () => {
    const { code, output } = await proof('--json')
    expect(code).toBe(0)
    const rows = JSON.parse(output) as ProofRow[]
    expect(rows.length).toBe(readProof().length)
    for (const row of rows) {
      expect(row.pass).toBe(true)
      expect([typeof row.id, typeof row.source.name, typeof row.tolerance]).toEqual([
        'string',
        'string',
        'number',
      ])
    }
  })

  it('says in a sentence how many agree', async () => {
    const { code, output } = await proof()
    const count = readProof().length
    expect(code).toBe(0)
    expect(output).toContain(`${count} of ${count} figures agree with outside references.`)
  })
})

describe('PR3 idlewatt proof --corrupt', () => {
  it('shows exactly one failure, the n-th, and exits with 1', async () => {
    for (const position of [1, 60, readProof().length]) {
      const { code, output } = await proof('--json', '--corrupt', String(position))
      expect(code).toBe(1)
      expect(failuresIn(output)).toEqual([position])
    }
  })

  it('refuses a position that is none', async () => {
    const beyond = await proof('--corrupt', '99999')
    expect([beyond.code, beyond.output]).toEqual([1, ''])
    expect(beyond.errors).toMatch(/there are vectors 1 to \d+, but number 99999 was asked for/)
    expect((await proof('--corrupt', 'x')).errors).toContain('expected a position from 1')
  })
})

const file = (...vectors: unknown[]) => JSON.stringify({ schema: 1, vectors })

/** What is said of a folder with one file of this content, or with none. */
const refused = (content: string | null): string => {
  const resources = temporaryFolder()
  try {
    mkdirSync(join(resources, 'proof'))
    if (content !== null) writeFileSync(join(resources, 'proof', 'one.json'), content)
    readProof(resources)
    return ''
  } catch (error) {
    return (error as Error).message
  } finally {
    removeFolder(resources)
  }
}

describe('PR1 reading the vectors', () => {
  it('refuses an empty folder, a broken file, a wrong one and an id twice, by name and remedy', () => {
    const [first] = readProof()
    expect(refused(null)).toMatch(/proof: no vectors are in it\. It is part of Idlewatt/)
    expect(refused('{')).toMatch(/one\.json: .*restore it/)
    expect(refused(file({ ...first, function: 'eval' }))).toMatch(/one\.json .*vectors\.0\.function/)
    expect(refused(file({ ...first, tolerance: -1 }))).toMatch(/vectors\.0\.tolerance/)
    expect(refused(file(first, first))).toMatch(/has "pyxirr-1" twice/)
    expect(refused(file(first))).toBe('')
  })
})
