/** Twelve realistic scenarios, on which the engine, the second statement and the figures on file agree. */
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { Case } from './compare.ts'
import { differencesOf, pricesFound, tolerance } from './compare.ts'
import { entriesOf, goldenScenarios, kept } from './golden.ts'
import { openOracle, pythonVersion } from './oracle.ts'

const python = pythonVersion()
const scenarios = goldenScenarios()
const covered = new Set([
  'powerBasis',
  'baseline',
  'tariffCurrency',
  'tariffKind',
  'solarSurplus',
  'demandCharge',
  'coolingKind',
  'heatUse',
  'failureDowntime',
  'ownership',
  'emissionWork',
  'payoutCurrency',
  'usageDenomination',
  'saleVenue',
  'payoutCadence',
  'collateralKind',
  'serviceLevel',
  'loanKind',
  'taxTreatment',
  'lossTreatment',
  'depreciationMethod',
])

const given = (key: string, assumed: string) => scenarios.map(({ inputs }) => inputs[key] ?? assumed)

describe('the golden scenarios', () => {
  const rows = inputTable as readonly InputDefinition[]
  const choices = rows.filter((row) => row.kind === 'choice').filter(({ key }) => covered.has(key))

  it.each(choices.map((row) => [row.key, row] as const))('cover every %s', (key, row) => {
    const options = row.options.map(({ value }) => value)
    expect(new Set(given(key, row.assumed))).toEqual(new Set(options))
  })
  it.each(rows.filter((row) => row.kind === 'list').map(({ key }) => key))('fill the list %s', (key) => {
    expect(given(key, '').some((text) => text !== '')).toBe(true)
  })
})

describe.skipIf(python === null)(
  python === null
    ? 'the golden scenarios (SKIPPED: no python3 here)'
    : 'the golden scenarios, computed twice',
  () => {
    const cases = new Map<string, Case>()
    beforeAll(async () => {
      const oracle = openOracle()
      const asked = scenarios.map((scenario) => {
        const entries = entriesOf(scenario)
        const evaluation = evaluate(entries)
        if (evaluation.kind === 'refused')
          throw new Error(`${scenario.file}: ${evaluation.problems[0]?.message}`)
        const { answer } = evaluation
        if (answer === null) throw new Error(`${scenario.file}: there is no net`)
        return { name: scenario.name, entries, evaluation, answer, probes: pricesFound(evaluation) }
      })
      const answers = await oracle.ask(asked)
      oracle.close()
      asked.forEach((one, i) => cases.set(scenarios[i]!.file, { ...one, oracle: answers[i]! }))
    })

    it.each(scenarios.map(({ file, name, expected }) => [name, file, expected] as const))(
      'agree on: %s',
      (_, file, expected) => {
        const one = cases.get(file)!
        expect([...differencesOf(one).values()].flat().slice(0, 20)).toEqual([])
        const now = kept(one.oracle)
        expect(Object.keys(expected ?? {})).toEqual(Object.keys(now))
        for (const [key, figure] of Object.entries(expected!)) {
          if (figure === null || now[key] === null) expect(now[key], key).toBe(figure)
          else
            expect(Math.abs(now[key]! - figure), key).toBeLessThanOrEqual(
              tolerance * Math.max(1, Math.abs(figure)),
            )
        }
      },
    )
  },
)
