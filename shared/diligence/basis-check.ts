/** Whether what an answer says was computed is what the engine computes. @see SPEC.md DG6, DX9 */
import { canonicalJson } from './canonical-json.ts'
import type { Computation } from './checklist.ts'
import { type ComputedAnswer, computedExit, computedNet, type ComputedScenario } from './computed-answer.ts'
import type { Answer, ComputedBasis } from './entry.ts'

/** The book's scenario of an id; null where there is none. */
export type ScenarioOf = (scenarioId: string) => ComputedScenario | null

/**
 * Why a computed answer is refused; null where it fits, or where nothing was computed. `computation` is the item's.
 * Example: an exit whose slippage was typed and not computed is refused. @see SPEC.md DX9
 */
export function misfitOfBasis(
  answer: Answer,
  computation: Computation | null,
  scenarioOf: ScenarioOf,
): string | null {
  const { computed } = answer
  if (computed?.by !== 'net') return misfitWithoutBook(answer, computation)
  if (computation !== 'net') return wrongItem(answer.itemId, computed)
  const scenario = scenarioOf(computed.scenarioId)
  return scenario?.revision === computed.scenarioRevision
    ? difference(answer, computedNet(scenario))
    : 'the scenario was changed or is gone: compute it again'
}

/**
 * The same without the book that it was computed in, as for a file: of a net only whether its value follows from its
 * figure. Example: "yes" where usage alone is worth less than nothing is refused. @see SPEC.md DX9
 */
export function misfitWithoutBook(answer: Answer, computation: Computation | null): string | null {
  const { itemId, computed, value } = answer
  if (computed === null) return null
  if (computation !== computed.by) return wrongItem(itemId, computed)
  if (computed.by === 'exit') return difference(answer, computedExit(computed))
  return value === (computed.usageOnlyUsd > 0 ? 'yes' : 'no')
    ? null
    : `“${value}” does not follow from the figure that it names`
}

function wrongItem(itemId: string, { by }: ComputedBasis): string {
  return `“${itemId}” is not an item that is computed as “${by}”`
}

function difference(answer: Answer, computed: ComputedAnswer<ComputedBasis['by']>): string | null {
  if (computed.kind === 'unanswered') return `nothing can be computed: ${computed.reason}`
  if (answer.value !== computed.value)
    return `the engine computes “${computed.value}” and not “${answer.value}”: compute it again`
  if (answer.class !== computed.class)
    return `what is computed is of the class “${computed.class}” and not “${answer.class}”: compute it again`
  return canonicalJson(answer.computed) === canonicalJson(computed.basis)
    ? null
    : 'what it rests on is not what the engine computes: compute it again'
}
