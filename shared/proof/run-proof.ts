/**
 * Runs vectors from outside against Idlewatt's own functions.
 * @see SPEC.md PR1 to PR3
 */
import { proofFunctions, type ProofResult } from './functions.ts'
import type { ProofRow, ProofValue, ProofVector } from './vector.ts'

/** Whole numbers of any size travel as digits. */
function valueOf(result: ProofResult): ProofValue {
  if (typeof result === 'number') return result
  if (typeof result === 'bigint') return String(result)
  return result.map((item) => (typeof item === 'bigint' ? String(item) : item))
}

/** The name of a refusal: a spreadsheet's, or "refused" where it has none; anything else is a fault of ours. */
function nameOfError(thrown: unknown): string {
  if (!(thrown instanceof RangeError))
    return `broken: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  return /^#[A-Z]+!/.exec(thrown.message)?.[0] ?? 'refused'
}

function computed(vector: ProofVector): ProofValue {
  const compute = Object.hasOwn(proofFunctions, vector.function) ? proofFunctions[vector.function] : undefined
  if (compute === undefined) return { error: `broken: no function is called "${vector.function}"` }
  try {
    return valueOf(compute(vector.arguments))
  } catch (thrown) {
    return { error: nameOfError(thrown) }
  }
}

type Agreement = { readonly pass: boolean; readonly difference: number | null }

const differs: Agreement = { pass: false, difference: null }

function agreement(got: ProofValue, expected: ProofValue, tolerance: number): Agreement {
  if (typeof expected === 'number' && typeof got === 'number') {
    const difference = Math.abs(got - expected) / Math.max(1, Math.abs(expected))
    return { pass: difference <= tolerance, difference }
  }
  if (typeof expected === 'string' && typeof got === 'string') {
    return { pass: got === expected, difference: got === expected ? 0 : null }
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length || expected.length === 0) return differs
    const each = expected.map((item, at) => agreement(got[at] as ProofValue, item as ProofValue, tolerance))
    const differences = each.flatMap(({ difference }) => (difference === null ? [] : [difference]))
    return {
      pass: each.every(({ pass }) => pass),
      difference: differences.length === each.length ? Math.max(...differences) : null,
    }
  }
  if (isError(expected) && isError(got)) return { pass: got.error === expected.error, difference: null }
  return differs
}

function isError(value: ProofValue): value is { readonly error: string } {
  return typeof value === 'object' && !Array.isArray(value)
}

/**
 * What one vector gives here, beside what it should give. Never throws: a refusal is a result, and a fault of ours
 * is a row that does not pass. Example: the vector SLN(30,000; 7,500; 10) = 2,250 passes with difference 0.
 * @see SPEC.md PR2
 */
export function runVector(vector: ProofVector): ProofRow {
  const { id, title, group, source, tolerance, expected } = vector
  const got = computed(vector)
  return { id, title, group, source, tolerance, ...agreement(got, expected, tolerance), expected, got }
}

/**
 * `runVector` for each vector, in order.
 * Example: as many rows as vectors, the first one's id first.
 * @see SPEC.md PR2
 */
export function runProof(vectors: readonly ProofVector[]): readonly ProofRow[] {
  return vectors.map((vector) => runVector(vector))
}

function moved(value: number, tolerance: number): number {
  return value + Math.max(1, Math.abs(value)) * (4 * tolerance + 1e-6)
}

function corruptValue(value: ProofValue, tolerance: number): ProofValue {
  if (typeof value === 'number') return moved(value, tolerance)
  if (typeof value === 'string') return String(BigInt(value) + 1n)
  if (isError(value)) return 0
  return value.map((item, at) => (at > 0 ? item : (corruptValue(item, tolerance) as number | string)))
}

/**
 * The vectors with the expected value of the `position`-th (from 1) moved beyond its tolerance: a proof that is alive
 * then fails exactly there. Throws a RangeError where there is no such vector.
 * Example: `corrupted([{ ..., expected: 2250, tolerance: 0 }], 1)` expects 2250.00225.
 * @see SPEC.md PR3
 */
export function corrupted(vectors: readonly ProofVector[], position: number): readonly ProofVector[] {
  const chosen = vectors[position - 1]
  if (chosen === undefined) {
    throw new RangeError(`there are vectors 1 to ${vectors.length}, but number ${position} was asked for`)
  }
  const expected = corruptValue(chosen.expected, chosen.tolerance)
  return vectors.map((vector) => (vector === chosen ? { ...chosen, expected } : vector))
}
