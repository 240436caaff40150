import { chmodSync, chownSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findTool,
  nvidiaSmiSearch,
  refusalUnlessOnlyRootCanChange,
  toolEnvironment,
} from '../../../electron/telemetry/tool.ts'
import { canRunScripts, makeFolder, skippedAloud } from './fake-tool.ts'

const isRoot = process.getuid?.() === 0

function makeFile(mode: number): string {
  const file = path.join(makeFolder(), 'nvidia-smi')
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, mode)
  return realpathSync(file)
}

const refuseBad = async (realPath: string) => (realPath.endsWith('bad') ? 'is bad' : null)

describe.skipIf(!canRunScripts)(`only a file that root alone can change is run${skippedAloud}`, () => {
  it('a program of the system may be run', async () => {
    expect(await refusalUnlessOnlyRootCanChange(realpathSync('/bin/sh'))).toBeNull()
  })

  it('a file that others can write may not', async () => {
    expect(await refusalUnlessOnlyRootCanChange(makeFile(0o757))).toContain(
      isRoot ? 'can be changed by others than root' : 'does not belong to root',
    )
  })

  it('a good file in a folder that others can write may not, for it could be replaced', async () => {
    const refusal = await refusalUnlessOnlyRootCanChange(makeFile(0o755))
    expect(refusal).toContain(isRoot ? 'which can be changed by others than root' : 'does not belong to root')
  })

  it.skipIf(!isRoot)(
    `a user’s own file may not${isRoot ? '' : ' (SKIPPED: only root can give files away)'}`,
    async () => {
      const file = makeFile(0o755)
      chownSync(file, 65534, 65534)
      expect(await refusalUnlessOnlyRootCanChange(file)).toBe('does not belong to root')
    },
  )

  it('a folder or a file that is not executable may not', async () => {
    expect(await refusalUnlessOnlyRootCanChange('/usr/bin')).toBe('is not a file')
    expect(await refusalUnlessOnlyRootCanChange(makeFile(0o644))).toBe('is not executable')
  })
})

describe.skipIf(!canRunScripts)(`a tool is found only where it is allowed to be${skippedAloud}`, () => {
  it('takes the first that exists and follows its links before judging it', async () => {
    const folder = makeFolder()
    const real = path.join(folder, 'real')
    const link = path.join(folder, 'link')
    writeFileSync(real, '')
    symlinkSync(real, link)
    const judged: string[] = []
    const refusal = async (realPath: string) => {
      judged.push(realPath)
      return null
    }
    const found = await findTool({ candidates: [path.join(folder, 'missing'), link], refusal })
    expect(found).toEqual({ path: realpathSync(real) })
    expect(judged).toEqual([realpathSync(real)])
  })

  it('goes on behind a refused one, and tells of it when there is no other', async () => {
    const folder = makeFolder()
    for (const name of ['bad', 'good']) writeFileSync(path.join(folder, name), '')
    const refusal = refuseBad
    const [bad, good] = [path.join(folder, 'bad'), path.join(folder, 'good')]
    expect(await findTool({ candidates: [bad, good], refusal })).toEqual({ path: realpathSync(good) })
    expect(await findTool({ candidates: [bad], refusal })).toEqual({
      path: null,
      refused: { path: bad, why: 'is bad' },
    })
    expect(await findTool({ candidates: [], refusal })).toEqual({ path: null, refused: null })
  })

  it('looks only at absolute paths of the system', () => {
    expect(nvidiaSmiSearch('linux').candidates.every((candidate) => /^\/(usr|run)\//.test(candidate))).toBe(
      true,
    )
    expect(
      nvidiaSmiSearch('win32').candidates.every((candidate) =>
        /^C:\\(Windows|Program Files)\\/.test(candidate),
      ),
    ).toBe(true)
  })

  it('refuses on Windows whatever lies outside the system’s folders', async () => {
    const folder = makeFolder()
    mkdirSync(path.join(folder, 'x'))
    expect(await nvidiaSmiSearch('win32').refusal(String.raw`C:\Users\me\nvidia-smi.exe`)).toContain(
      'outside',
    )
    expect(await nvidiaSmiSearch('win32').refusal(String.raw`C:\Windows\System32\nvidia-smi.exe`)).toBeNull()
  })

  it('gives Windows its SystemRoot and nothing else more', () => {
    expect(Object.keys(toolEnvironment('win32'))).toEqual(['LC_ALL', 'PATH', 'SystemRoot'])
    expect(Object.keys(toolEnvironment('linux'))).toEqual(['LC_ALL', 'PATH'])
  })
})
