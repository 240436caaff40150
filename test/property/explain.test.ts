/** Every derivation, computed from its leaves, gives its figure. @see SPEC.md HW1, HW2 */
import { expect, test } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { faultsOf } from '../shared/explain/checked.ts'
import { forSeeds, isNightly } from './runs.ts'
import { scenarioFrom } from './scenario-generator.ts'

test(
  'the derivations of all headlines, lines and months give the figures of random complete scenarios',
  () => {
    let answered = 0
    forSeeds('derivations', isNightly ? 10_000 : 300, 1, (seed) => {
      const entries = scenarioFrom(seed, { complete: true, atMost: { horizonMonths: isNightly ? 40 : 16 } })
      const evaluation = evaluate(entries)
      if (evaluation.kind === 'refused') return
      if (evaluation.answer !== null) answered += 1
      expect(faultsOf(entries, evaluation)).toEqual([])
    })
    expect(answered).toBeGreaterThan(isNightly ? 5_000 : 150)
  },
  isNightly ? 7_200_000 : 300_000,
)

test('so do those of a scenario in which price or share are unknown', () => {
  forSeeds('derivations without a net', 40, 1, (seed) => {
    const entries = scenarioFrom(seed, { atMost: { horizonMonths: 12 } })
    const evaluation = evaluate(entries)
    if (evaluation.kind === 'evaluated') expect(faultsOf(entries, evaluation)).toEqual([])
  })
}, 300_000)
