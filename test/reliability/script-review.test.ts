/** A review executes, fetches and writes nothing: watched from outside by strace, and by what it imports. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewScript } from '../../shared/install-review/review.ts'
import { baseCommands } from '../shared/install-review/base-commands.ts'
import { transformations } from '../shared/install-review/transformations.ts'
import { importsOf } from '../architecture/imports.ts'

const root = join(import.meta.dirname, '../..')
const scripts = baseCommands.flatMap(({ script }) =>
  transformations.flatMap(({ of }) => {
    const changed = of(script)
    return changed === null ? [] : [changed]
  }),
)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'idlewatt-strace-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
const watched =
  'execve,execveat,connect,bind,sendto,sendmsg,open,openat,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,chmod,fchmod,fchmodat,symlink,link,truncate,ftruncate'

/** System calls by name; writes are opens for writing, and all that changes a folder. */
function traced(command: readonly string[]) {
  const log = join(folder, 'trace')
  const run = spawnSync(
    'strace',
    ['-f', '-qq', '-o', log, '-e', `trace=${watched}`, process.execPath, ...command],
    {
      cwd: root,
      maxBuffer: 1e9,
    },
  )
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => /^\d+ +(\w+\(.*)/.exec(line)?.[1] ?? [])
  return {
    status: run.status,
    output: run.stdout.toString(),
    executed: calls.filter((call) => call.startsWith('execve')),
    network: calls.filter((call) => /^(?:connect|bind|sendto|sendmsg)\(/.test(call) && /AF_INET/.test(call)),
    written: calls.filter(
      (call) =>
        (/^(?:open|openat|creat)\(/.test(call) &&
          /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(call) &&
          !/"\/dev\/(?:null|tty)"/.test(call)) ||
        /^(?:unlink|rename|mkdir|chmod|fchmod|symlink|link|truncate|ftruncate)/.test(call),
    ),
  }
}

describe('SR1 Pasted scripts are never run (S1)', () => {
  it('over 2,000 scripts in one process: no execve, no connection, no file opened for writing', ({
    skip,
  }) => {
    if (!hasStrace) {
      console.warn('SKIPPED: strace is not installed here, or may not trace')
      skip()
    }
    const all = [...scripts, ...scripts.map((script) => `set -e\n${script}`)]
    expect(all.length).toBeGreaterThanOrEqual(2_000)
    const list = join(folder, 'scripts.json')
    writeFileSync(list, JSON.stringify(all))
    const program = join(folder, 'review-all.ts')
    const review = join(root, 'shared/install-review/review.ts')
    writeFileSync(
      program,
      `import { readFileSync } from 'node:fs'
import { reviewScript } from ${JSON.stringify(review)}
const scripts = JSON.parse(readFileSync(${JSON.stringify(list)}, 'utf8'))
console.log(scripts.reduce((sum, script) => sum + reviewScript(script).findings.length, 0))`,
    )
    const { status, output, executed, network, written } = traced([program])
    expect(status).toBe(0)
    expect(Number(output)).toBe(all.reduce((sum, script) => sum + reviewScript(script).findings.length, 0))
    console.log(
      `strace over ${all.length} scripts: ${executed.length - 1} execve, ${network.length} connections, ${written.length} writes`,
    )
    expect({ executed: executed.length, network, written }).toEqual({ executed: 1, network: [], written: [] })
  })

  it('idlewatt review of all of them in one script starts nothing and writes nothing either', ({ skip }) => {
    if (!hasStrace) {
      console.warn('SKIPPED: strace is not installed here, or may not trace')
      skip()
    }
    const file = join(folder, 'all.sh')
    writeFileSync(file, baseCommands.map(({ script }) => script).join('\n'))
    const { status, output, executed, network, written } = traced([
      'electron/idlewatt.mjs',
      'review',
      file,
      '--json',
    ])
    expect(status).toBe(0)
    expect((JSON.parse(output) as { findings: unknown[] }).findings.length).toBeGreaterThan(40)
    expect({ executed: executed.length, network, written }).toEqual({ executed: 1, network: [], written: [] })
  })

  it('the watch itself notices a program that runs another and writes a file', ({ skip }) => {
    if (!hasStrace) {
      console.warn('SKIPPED: strace is not installed here, or may not trace')
      skip()
    }
    const program = join(folder, 'writes.mjs')
    writeFileSync(
      program,
      `import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(join(folder, 'made'))}, execFileSync('true'))`,
    )
    const { executed, written } = traced([program])
    expect(executed.length).toBeGreaterThan(1)
    expect(written.join('\n')).toContain('made')
  })

  it('what reviews imports the parser and its own folder, nothing that could execute, fetch or write', () => {
    const files = readdirSync(join(root, 'shared/install-review')).map(
      (name) => `shared/install-review/${name}`,
    )
    const imported = files.flatMap((file) => importsOf(file).map(({ to }) => to))
    expect(imported.length).toBeGreaterThan(40)
    expect(imported.filter((to) => to !== 'unbash' && !to.startsWith('shared/install-review/'))).toEqual([])
  })
})
