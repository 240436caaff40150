import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Runs a command with a disk of 2 MB mounted on the folder, seen by that command alone. */
function onTinyDisk(folder: string, command: readonly string[]) {
  const script = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, folder, ...command], { encoding: 'utf8' })
}

const canMount = process.platform === 'linux' && onTinyDisk(tmpdir(), ['true']).status === 0

test.skipIf(!canMount)(
  `D6: a full disk is one named error; what was saved stays, and saving goes on when there is room${
    canMount ? '' : ' (SKIPPED: no user namespace to mount a tiny disk in)'
  }`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'idlewatt-full-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const child = join(import.meta.dirname, 'database-full-disk.ts')
    const { stdout, stderr } = onTinyDisk(folder, [process.execPath, child, folder])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      code: 'disk-full',
      lostWhenFull: 0,
      lost: 0,
      savedBeforeFull: true,
      integrity: [{ integrity_check: 'ok' }],
      readOnly: null,
    })
  },
)
