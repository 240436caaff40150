/** `idlewatt workbook` in a process of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { removeFolder, runHost, temporaryFolder } from '../electron/host-processes.ts'
import { entriesOf, worked } from '../shared/economics/given.ts'

let folder = ''
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => removeFolder(folder))

async function run(...given: string[]): Promise<{ code: number | null; errors: string }> {
  const host = runHost('electron/idlewatt.mjs', given)
  return { code: await host.ended, errors: host.errors() }
}

function scenarioFile(inputs: unknown): string {
  const file = join(folder, 'scenario.json')
  writeFileSync(file, JSON.stringify({ schema: 1, name: 'One card', rigId: null, networkId: null, inputs }))
  return file
}

describe('idlewatt workbook', () => {
  it('writes a file that shows the engine’s net beside its formula', async () => {
    const output = join(folder, 'statement.xlsx')
    const { code, errors } = await run('workbook', scenarioFile(entriesOf(worked)), '--output', output)
    expect([code, errors]).toEqual([0, ''])
    const evaluation = evaluate(entriesOf(worked))
    if (evaluation.kind === 'refused') throw new Error('the worked example is refused')
    const sheet = read(readFileSync(output), { cellFormula: true }).Sheets['Headlines']!
    expect(sheet['A5']).toMatchObject({ v: 'Net' })
    expect(sheet['B5'].f).toContain('months_netUsd')
    expect(sheet['B5'].v).toBeCloseTo(evaluation.answer!.headlines.netUsdPerMonth, 9)
  })

  it('refuses what the engine refuses, and writes nothing', async () => {
    const output = join(folder, 'none.xlsx')
    const { code, errors } = await run(
      'workbook',
      scenarioFile({ ...entriesOf(worked), baseline: 'sleeping' }),
      '--output',
      output,
    )
    expect(code).not.toBe(0)
    expect(errors).toMatch(/\(baseline\)/)
    expect(existsSync(output)).toBe(false)
  })
})
