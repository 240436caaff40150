/** Numbers on their bounds and anywhere between, all at once: refused by name or computed, never NaN nor infinite. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { definitions } from '../../shared/economics/inputs.ts'
import { notFinite } from '../shared/economics/not-finite.ts'
import { forSeeds, isNightly } from './runs.ts'
import type { Reach } from './scenario-generator.ts'
import { scenarioFrom } from './scenario-generator.ts'

const cases = isNightly ? 5_000 : 400

function expectSound(reach: Reach): { evaluated: number; refused: number } {
  const count = { evaluated: 0, refused: 0 }
  forSeeds(reach, cases, 1, (seed) => {
    const evaluation = evaluate(
      scenarioFrom(seed, { reach, atMost: { horizonMonths: seed % 5 === 0 ? 120 : 24 } }),
    )
    count[evaluation.kind] += 1
    if (evaluation.kind === 'refused') {
      expect(evaluation.problems.length).toBeGreaterThan(0)
      for (const { key, label, message } of evaluation.problems) {
        expect(definitions.has(key), `seed ${seed}: ${key}`).toBe(true)
        expect(message).toContain(`${label} (${key})`)
      }
      return
    }
    const broken = notFinite(evaluation)
    if (broken.length > 0) expect.fail(`seed ${seed}: ${broken.slice(0, 5).join(', ')}`)
  })
  return count
}

describe('I2 A1 any combination of inputs', () => {
  it('that people have is computed', { timeout: 1_800_000 }, () => {
    expect(expectSound('usual')).toEqual({ evaluated: cases, refused: 0 })
  })
  it('on the bounds is refused by name or computed', { timeout: 1_800_000 }, () => {
    const { evaluated, refused } = expectSound('at bounds')
    expect(Math.min(evaluated, refused)).toBeGreaterThan(cases / 10)
  })
  it('anywhere within the bounds is refused by name or computed', { timeout: 1_800_000 }, () => {
    const { evaluated, refused } = expectSound('wide')
    expect(Math.min(evaluated, refused)).toBeGreaterThan(cases / 20)
  })
})
