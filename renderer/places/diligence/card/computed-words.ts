/** On what a computed answer rests, and whether that is still so. */
import type { ComputedBasis } from '../../../../shared/diligence/entry.ts'
import type { Scenario } from '../../../../shared/scenario.ts'
import { formatFigure } from '../../../../shared/units.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { shown } from '../shown.ts'

/** `on`: the day on which it was computed. */
export function basisWords(basis: ComputedBasis, on: string): string {
  if (basis.by === 'exit')
    return `Computed on ${on}: selling ${formatFigure(basis.sizeUsd, 'usd', 0)} into ${formatFigure(basis.depthUsd, 'usd', 0)} on that side loses ${formatFigure(basis.slippageRatio, 'ratio', 2)}, the limit is ${formatFigure(basis.slippageLimitRatio, 'ratio', 2)}.`
  const decisive =
    basis.decisive.length === 0
      ? 'No input within its range turns that.'
      : `Within their ranges these turn it: ${basis.decisive.map((each) => `${shown(each.label)} (${evidenceWords[each.class]})`).join(', ')}.`
  return `Computed on ${on}, from revision ${basis.scenarioRevision} of “${shown(basis.scenarioName)}”: usage alone is worth ${formatFigure(basis.usageOnlyUsd, 'usd', 0)}. ${decisive}`
}

/** Why what was computed is no longer what the book holds, in a sentence; null where it is. */
export function staleWords(
  basis: ComputedBasis | null,
  scenarios: readonly Pick<Scenario, 'id' | 'revision'>[],
): string | null {
  if (basis?.by !== 'net') return null
  const scenario = scenarios.find(({ id }) => id === basis.scenarioId)
  if (scenario === undefined) return 'That scenario is not in this book: compute it from one that is.'
  return scenario.revision === basis.scenarioRevision
    ? null
    : 'The scenario has changed since: compute it again.'
}
