import { expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { inputGroups } from '../../shared/economics/input-definition.ts'
import { statementLines } from '../../shared/economics/statement.ts'
import { groupEffectUsd, linesOfGroup } from '../../renderer/places/earnings/group-effects.ts'
import { entriesOf, workedCard } from '../shared/economics/given.ts'

it('every line of the statement belongs to exactly one group of inputs', () => {
  const claimed = Object.values(linesOfGroup).flat()
  expect(claimed.toSorted()).toEqual(statementLines.map(({ key }) => key).toSorted())
})

it('the groups of inputs together make the whole net', () => {
  const evaluation = evaluate(
    entriesOf({
      ...workedCard,
      coolingKind: 'site',
      subsidyUsdPerUpGpuHour: 0.1,
      alternativeUsdPerIdleGpuHour: 0.02,
      taxTreatment: 'taxed',
      taxRateRatio: 0.3,
    }),
  )
  if (evaluation.kind !== 'evaluated' || evaluation.answer === null) throw new Error('no answer')
  const { answer } = evaluation
  const total = inputGroups.reduce((sum, { id }) => sum + (groupEffectUsd(answer, id) ?? 0), 0)
  expect(total).toBeCloseTo(answer.headlines.netUsdPerMonth, 9)
  // 720 and 744 h, half rented at $0.50 less 10 %: $162 and $167.40.
  expect(groupEffectUsd(answer, 'income')).toBeCloseTo((162 + 167.4) / 2, 9)
  expect(groupEffectUsd(answer, 'hours')).toBeNull()
})
