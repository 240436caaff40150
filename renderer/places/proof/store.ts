import { create } from 'zustand'
import { runVector } from '../../../shared/proof/run-proof.ts'
import type { ProofRow } from '../../../shared/proof/vector.ts'
import type { Client } from '../../client.ts'
import { reasonOf } from '../../frame/attempt.ts'

export type ProofRun =
  | { readonly kind: 'reading' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'stopped'; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly rows: readonly ProofRow[] }
  | { readonly kind: 'failed'; readonly reason: string }

type ProofPlace = { readonly run: ProofRun; readonly shown: 'all' | 'failures' }

export const useProofPlace = create<ProofPlace>()(() => ({ run: { kind: 'reading' }, shown: 'all' }))

/** Half of a frame at 60 pictures a second: the rest is the page's. */
const sliceMs = 8

let stopping: AbortController | null = null

/** Runs every vector in slices with the page's frames between them; a run under way gives way to a new one. */
export async function runInSlices(client: Client): Promise<void> {
  stopping?.abort()
  const { signal } = (stopping = new AbortController())
  const show = (run: ProofRun) => {
    if (!signal.aborted) useProofPlace.setState({ run })
  }
  show({ kind: 'reading' })
  try {
    const vectors = await client.proof()
    const rows: ProofRow[] = []
    while (rows.length < vectors.length) {
      const until = performance.now() + sliceMs
      do rows.push(runVector(vectors[rows.length]!))
      while (rows.length < vectors.length && performance.now() < until)
      show({ kind: 'running', done: rows.length, total: vectors.length })
      await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted) return
    }
    show({ kind: 'finished', rows })
  } catch (failure) {
    show({ kind: 'failed', reason: reasonOf(failure) })
  }
}

export function stopRun(): void {
  stopping?.abort()
  const { run } = useProofPlace.getState()
  if (run.kind === 'running') useProofPlace.setState({ run: { ...run, kind: 'stopped' } })
}

/** On opening: once, and again where it was left undone. */
export function runUnlessDone(client: Client): void {
  const { kind } = useProofPlace.getState().run
  if (kind !== 'finished' && kind !== 'running') void runInSlices(client)
}
