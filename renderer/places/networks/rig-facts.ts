/** What is known of the rig of a scenario, as kinds of work ask for it. */
import { type InputEntries, resolveInputs } from '../../../shared/economics/inputs.ts'
import type { RigCard } from '../../../shared/markets/eligibility.ts'
import type { RigFacts } from '../../../shared/markets/workload-fit.ts'

/** The weakest card decides; what one card leaves open is open for the rig. */
export function rigFactsOf(cards: readonly RigCard[], entries: InputEntries): RigFacts {
  const resolution = resolveInputs(entries)
  const memories = cards.map(({ gpu }) => gpu?.memoryGigabytes.value ?? null)
  const [segment = null, ...others] = cards.map(({ gpu }) => gpu?.segment ?? null)
  const inputs = resolution.kind === 'resolved' ? resolution.inputs : null
  return {
    memoryGigabytesPerGpu:
      cards.length === 0 || memories.includes(null) ? null : Math.min(...memories.map(Number)),
    gpuCount: cards.length === 0 ? null : cards.reduce((count, card) => count + card.count, 0),
    segment: others.every((each) => each === segment) ? segment : null,
    offeredHoursPerWeek: inputs === null ? null : inputs.choices.offeredWeek.split('O').length - 1,
    uptimeRatio: inputs?.numbers.uptimeRatio ?? null,
  }
}
