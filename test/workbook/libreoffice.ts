/** Drives LibreOffice through its Python bridge: one process for all workbooks and changes. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Value } from '../../shared/workbook/cells.ts'
import type { Edit } from '../shared/workbook/changes.ts'
import type { Readable } from '../shared/workbook/differences.ts'

/** Debian's own: its python knows the bridge. */
const python = '/usr/bin/python3'
const script = fileURLToPath(new URL('recalculate.py', import.meta.url))

export type Job = {
  readonly file: string
  readonly read: readonly string[]
  readonly changes: readonly (readonly Edit[])[]
}

type Read = Readonly<Record<string, Value | readonly Value[]>>

/** Why it cannot be asked here, else null. */
export function libreOfficeMissing(): string | null {
  if (!existsSync('/usr/bin/soffice')) return 'no LibreOffice is installed: libreoffice-calc-nogui'
  const { status } = spawnSync(python, ['-c', 'import uno'])
  return status === 0 ? null : 'LibreOffice’s bridge to Python is not installed: python3-uno'
}

/** For each job what LibreOffice says: first of the workbook as it is, then after each change alone. */
export function recalculated(jobs: readonly Job[]): readonly (readonly Readable[])[] {
  const { status, stdout, stderr } = spawnSync(python, [script], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`LibreOffice could not be asked: ${stderr}`)
  const answers = JSON.parse(stdout) as Read[][]
  return answers.map((reads) => reads.map(asReadable))
}

function asReadable(read: Read): Readable {
  return {
    headline: (name) => read[name] as Value,
    month: (key, month) => (read[`months_${key}`] as readonly Value[])[month] ?? null,
  }
}
