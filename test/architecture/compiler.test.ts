import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './imports.ts'

describe('The compiler refuses', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'idlewatt-arrows-'))
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')

  /** `tsc -b` over the real tsconfig files with these sources beside two that are allowed. */
  const build = (sources: Readonly<Record<string, string>>) => {
    const all = {
      'shared/ground.ts': 'export const ground = 1\n',
      'electron/host.ts':
        "import { ground } from '../shared/ground.ts'\nexport const host: number = ground\n",
      'renderer/page.ts':
        "import { ground } from '../shared/ground.ts'\nexport const page: number = ground\n",
      'test/seen.ts':
        "import { host } from '../electron/host.ts'\nimport { page } from '../renderer/page.ts'\nexport const seen = host + page\n",
      ...sources,
    }
    for (const [file, text] of Object.entries(all)) writeFileSync(path.join(project, file), text)
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false'], {
      cwd: project,
      encoding: 'utf8',
    })
    for (const file of Object.keys(sources)) rmSync(path.join(project, file))
    return { status, errors: stdout.split('\n').filter((line) => line.includes('error TS')) }
  }

  beforeAll(() => {
    for (const folder of ['shared', 'electron', 'renderer', 'test']) {
      mkdirSync(path.join(project, folder))
      cpSync(path.join(root, folder, 'tsconfig.json'), path.join(project, folder, 'tsconfig.json'))
    }
    for (const file of ['tsconfig.json', 'tsconfig.base.json', 'package.json'])
      cpSync(path.join(root, file), path.join(project, file))
    symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction')
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  it('nothing that is allowed', () => {
    expect(build({})).toEqual({ status: 0, errors: [] })
  })

  it.each([
    ['shared/', 'process', 'shared/probe.ts', 'export const probe = process.pid\n', 'TS2591'],
    ['shared/', 'document', 'shared/probe.ts', 'export const probe = document.title\n', 'TS2584'],
    ['shared/', 'window', 'shared/probe.ts', 'export const probe = window.name\n', 'TS2304'],
    ['shared/', 'setTimeout', 'shared/probe.ts', 'setTimeout(() => {}, 1)\nexport {}\n', 'TS2304'],
    ['shared/', 'fetch', 'shared/probe.ts', "export const probe = fetch('x')\n", 'TS2304'],
    [
      'shared/',
      'node:fs',
      'shared/probe.ts',
      "import fs from 'node:fs'\nexport const probe: unknown = fs\n",
      'TS2591',
    ],
    [
      'shared/',
      'electron/',
      'shared/probe.ts',
      "import { host } from '../electron/host.ts'\nexport const probe: number = host\n",
      'TS6307',
    ],
    [
      'shared/',
      'renderer/',
      'shared/probe.ts',
      "import { page } from '../renderer/page.ts'\nexport const probe: number = page\n",
      'TS6307',
    ],
    ['electron/', 'document', 'electron/probe.ts', 'export const probe = document.title\n', 'TS2584'],
    [
      'electron/',
      'renderer/',
      'electron/probe.ts',
      "import { page } from '../renderer/page.ts'\nexport const probe: number = page\n",
      'TS6307',
    ],
    ['renderer/', 'process', 'renderer/probe.ts', 'export const probe = process.pid\n', 'TS2591'],
    [
      'renderer/',
      'node:fs',
      'renderer/probe.ts',
      "import fs from 'node:fs'\nexport const probe: unknown = fs\n",
      'TS2591',
    ],
    [
      'renderer/',
      'electron/',
      'renderer/probe.ts',
      "import { host } from '../electron/host.ts'\nexport const probe: number = host\n",
      'TS6307',
    ],
    [
      'renderer/',
      'a type of electron/',
      'renderer/probe.ts',
      "import type { host } from '../electron/host.ts'\nexport type Probe = typeof host\n",
      'TS6307',
    ],
  ])('%s reaching for %s', (_, __, file, text, code) => {
    const { status, errors } = build({ [file]: text })
    expect(status).not.toBe(0)
    expect(errors.join('\n')).toContain(code)
    expect(errors.every((line) => line.startsWith(`${file}(`))).toBe(true)
  })
})
