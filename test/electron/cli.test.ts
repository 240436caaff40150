/** The command line: one command, one answer, exit code; JSON alone on the output with --json. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assumed } from '../../shared/figure.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type { ScenarioBody } from '../../shared/scenario.ts'
import { parseScenario } from '../../electron/commands/scenario-file.ts'
import { removeFolder, runHost, temporaryFolder } from './host-processes.ts'

let folder = ''
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => removeFolder(folder))

async function run(...given: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const host = runHost('electron/idlewatt.mjs', given)
  return { code: await host.ended, output: host.output(), errors: host.errors() }
}

const scenario: ScenarioBody = {
  schema: 1,
  name: 'One card at a flat tariff',
  rigId: null,
  networkId: null,
  inputs: {
    idleBoardWatts: assumed(20, 'watts'),
    rentedBoardWatts: assumed(320, 'watts'),
    flatTariffPerKwh: assumed(0.3, 'currencyUnitsPerKwh'),
    startMonth: '2026-12',
    priceUsdPerGpuHour: assumed(0.4, 'usdPerGpuHour'),
    rentalUtilizationRatio: assumed(0.5, 'ratio'),
  },
}

describe('evaluate', () => {
  it('prints the engine’s own figures, to the last digit', async () => {
    const file = join(folder, 'scenario.json')
    writeFileSync(file, JSON.stringify(scenario))
    const { code, output, errors } = await run('evaluate', file, '--json')
    expect([code, errors]).toEqual([0, ''])
    const engine = evaluate(scenario.inputs)
    expect(engine.kind).toBe('evaluated')
    expect(output).toBe(`${JSON.stringify({ name: scenario.name, ...engine }, null, 2)}\n`)
  })

  it('answers in sentences without --json', async () => {
    const file = join(folder, 'scenario.json')
    writeFileSync(file, JSON.stringify(scenario))
    const { code, output } = await run('evaluate', file)
    expect(code).toBe(0)
    expect(output).toMatch(
      /^On your assumption of 50.% rented at \$0\.40 an hour, it (?:nets|loses) \$[^{}]+\.\n$/u,
    )
  })

  it.each([
    ['no such file', null, /^Idlewatt: \S+ cannot be read: there is no such file\.\n$/],
    [
      'a comma too many',
      '{\n  "schema": 1,\n  "name": "x",\n}',
      /scenario\.json, line 4, column 1: this is not JSON\.\n$/u,
    ],
    ['a text cut off', '{"schema": 1, "na', /line 1, column 18: the file ends too early\.\n$/],
    ['a word in place of a number', '{"schema": 1, "name": x}', /line 1, column 23: this is not JSON\.\n$/],
    ['an empty file', '', /line 1, column 1: the file ends too early\.\n$/],
    ['no name', JSON.stringify({ ...scenario, name: undefined }), /is not a scenario\. name: /],
    ['a field nobody knows', JSON.stringify({ ...scenario, extra: 1 }), /is not a scenario\. [^\n]*"extra"/],
    [
      'a figure as a text',
      JSON.stringify({ ...scenario, inputs: { idleBoardWatts: 20 } }),
      /is not a scenario\. inputs\.idleBoardWatts: /,
    ],
    [
      'a number out of bounds',
      JSON.stringify({ ...scenario, inputs: { ...scenario.inputs, idleBoardWatts: assumed(-5, 'watts') } }),
      /\(idleBoardWatts\): expected a number from 0 to 3000; given was -5/,
    ],
  ])('refuses %s with file, place and what was expected', async (what, text, expected) => {
    const file = join(folder, what === 'no such file' ? 'missing.json' : 'scenario.json')
    if (text !== null) writeFileSync(file, text)
    const { code, output, errors } = await run('evaluate', file, '--json')
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(expected)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  it('finds the place where JSON breaks for every single character that is taken out or put in', () => {
    const right = '{"a": [1.5e3, true, null, "x\\n"], "b": {"c": "d"}}'
    for (let place = 0; place < right.length; place += 1) {
      const wrong = `${right.slice(0, place)}§${right.slice(place)}`
      let broken = true
      try {
        JSON.parse(wrong)
        broken = false
      } catch {
        // As it should be, outside of strings.
      }
      if (broken)
        expect(() => parseScenario(wrong, 'f')).toThrow(`f, line 1, column ${place + 1}: this is not JSON.`)
    }
  })
})

describe('rig', () => {
  it('prints JSON alone with --json', async () => {
    const { code, output } = await run('rig', '--json', '--data', folder)
    const rig = JSON.parse(output) as { state: { kind: string } }
    expect(['live', 'absent', 'failing']).toContain(rig.state.kind)
    expect(code).toBe(rig.state.kind === 'failing' ? 1 : 0)
  })

  it('says what is the matter with a recording that is not there', async () => {
    const { code, output, errors } = await run(
      'rig',
      '--replay',
      join(folder, 'missing.csv'),
      '--data',
      folder,
    )
    expect([code, output]).toEqual([1, ''])
    expect(errors).toContain('missing.csv')
  })
})

describe('open and what is unknown', () => {
  it('says that no server runs', async () => {
    const { code, output, errors } = await run('open', '--data', folder)
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(/^Idlewatt: No Idlewatt server runs on the data folder .*\.\n$/)
  })

  it('refuses a command that is none', async () => {
    const { code, errors } = await run('mine')
    expect(code).toBe(1)
    expect(errors).toContain("unknown command 'mine'")
  })
})
