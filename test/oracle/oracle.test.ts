/**
 * The engine against a second statement of the same rules: plain Python, written from SPEC.md alone, one scenario
 * and one day after the other. Whatever only one of the two understands differently shows here.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { scenarioFrom } from '../property/scenario-generator.ts'
import { isNightly } from '../property/runs.ts'
import type { Case } from './compare.ts'
import { differencesOf, pricesFound, topics } from './compare.ts'
import { openOracle, pythonVersion } from './oracle.ts'

const python = pythonVersion()
const scenarios = isNightly ? 10_000 : 200
const chunk = 100
const firstSeed = 20_261_101

function questions(from: number, count: number) {
  const asked: (Omit<Case, 'oracle'> & {
    readonly probes: ReturnType<typeof pricesFound>
    readonly seed: number
  })[] = []
  for (let seed = from; asked.length < count; seed += 1) {
    const entries = scenarioFrom(seed, { atMost: { horizonMonths: 40 } })
    const evaluation = evaluate(entries)
    if (evaluation.kind === 'refused') throw new Error(`seed ${seed}: ${evaluation.problems[0]?.message}`)
    const { answer } = evaluation
    if (answer === null) continue
    asked.push({ name: `seed ${seed}`, seed, entries, evaluation, answer, probes: pricesFound(evaluation) })
  }
  return asked
}

describe.skipIf(python === null)(
  python === null
    ? 'the second statement (SKIPPED: no python3 here)'
    : `the second statement, ${scenarios} scenarios`,
  () => {
    const found = new Map<string, string[]>()
    let [compared, probes] = [0, 0]
    beforeAll(async () => {
      const oracle = openOracle()
      for (let seed = firstSeed; compared < scenarios;) {
        const asked = questions(seed, Math.min(chunk, scenarios - compared))
        // oxlint-disable-next-line no-await-in-loop -- a chunk is forgotten before the next one is made
        const answers = await oracle.ask(asked)
        asked.forEach((one, i) => {
          for (const [topic, different] of differencesOf({ ...one, oracle: answers[i]! }))
            found.set(topic, [...(found.get(topic) ?? []), ...different])
          probes += Object.keys(one.probes).length
        })
        compared += asked.length
        seed = asked.at(-1)!.seed + 1
      }
      oracle.close()
    }, 4 * 3_600_000)

    it.each(Object.keys(topics))('agrees on %s', (topic) => {
      expect(found.get(topic)?.slice(0, 20)).toEqual([])
    })
    it('P2 P3 N11 has put in as many prices as it takes to say something', () => {
      expect(probes).toBeGreaterThan(scenarios / 2)
    })
  },
)
