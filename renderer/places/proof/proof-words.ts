import type { ProofRow, ProofValue } from '../../../shared/proof/vector.ts'
import type { ProofRun } from './store.ts'

/** The place's answer in words. */
export function proofSentence(run: ProofRun): string {
  switch (run.kind) {
    case 'reading':
      return 'Reading the figures to check against …'
    case 'running':
      return `Checking: ${run.done} of ${run.total} figures computed …`
    case 'stopped':
      return `Stopped after ${run.done} of ${run.total} figures: nothing is said of the rest.`
    case 'failed':
      return 'The self-check cannot run.'
    case 'finished': {
      const { length } = run.rows
      const agreeing = run.rows.filter(({ pass }) => pass).length
      if (agreeing === length) return `${agreeing} of ${length} agree with outside references.`
      const failures = length - agreeing
      return `${agreeing} of ${length} agree with outside references; ${failures} ${failures === 1 ? 'does' : 'do'} not.`
    }
  }
}

/** Twelve digits at most: what the references carry. */
function itemWords(item: number | string): string {
  const words = typeof item === 'number' ? String(Number(item.toPrecision(12))) : item
  return words.replace(/^-/, '\u2212')
}

/** A long list by its first three and how many there are. */
export function valueWords(value: ProofValue): string {
  if (typeof value === 'number' || typeof value === 'string') return itemWords(value)
  if (!Array.isArray(value)) return (value as { readonly error: string }).error
  const items = value as readonly (number | string)[]
  const first = items.slice(0, 3).map((item) => itemWords(item))
  return items.length > 3 ? `${first.join(', ')} … (${items.length} values)` : first.join(', ')
}

export function toleranceWords(tolerance: number): string {
  return tolerance === 0 ? 'exact' : smallWords(tolerance)
}

export function differenceWords({ difference, pass }: ProofRow): string {
  if (difference === null) return pass ? 'same' : 'differs'
  return difference === 0 ? '0' : smallWords(difference)
}

const smallWords = (value: number): string =>
  value.toExponential(1).replace('.0e', 'e').replace('e-', 'e\u2212')
