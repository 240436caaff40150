/** Reads one import, or reviews one script, in a thread of its own, whose memory and time the caller bounds. */
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerRequest, WorkerResult } from './import-messages.ts'
import { readImport } from './read-import.ts'

async function answer(request: WorkerRequest): Promise<WorkerResult> {
  // A listing need not wait for the parser of scripts, nor for the shape of a card.
  if (request.kind === 'scorecard') return (await import('./read-scorecard.ts')).readScorecard(request.text)
  if (request.kind !== 'script') return readImport(request)
  const { reviewScript } = await import('../../shared/install-review/review.ts')
  return { kind: 'script', review: reviewScript(request.text) }
}

// The empty list: nothing is transferred, all is copied.
parentPort?.postMessage(await answer(workerData as WorkerRequest), [])
