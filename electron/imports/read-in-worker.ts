/**
 * Reads an import in a worker thread with a memory limit and a time limit, so that no file from outside can stop or
 * fill the backend. @see SPEC.md IM9
 */
import { Worker } from 'node:worker_threads'
import { importLimits } from '../../shared/imports/import-limits.ts'
import type { Refusal } from '../../shared/imports/import-limits.ts'
import { tooLarge } from '../../shared/imports/import-text.ts'
import type {
  ImportRequest,
  ImportResult,
  ScorecardResult,
  ScriptResult,
  WorkerRequest,
  WorkerResult,
} from './import-messages.ts'

const longestMilliseconds = 10_000
const mostMegabytes = 160

/** Packed, the worker is one file beside the backend's; in the repository Node runs its TypeScript. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.mjs',
  import.meta.url,
)

const tooMuch = (kind: WorkerRequest['kind'], what: string): Refusal => ({
  kind: 'refused',
  message:
    kind === 'script'
      ? `Reading the script, from line 1 on, took more than ${what}. Nothing is said about it: look at a part of it.`
      : `Reading the file, from line 1 on, took more than ${what}. Import a part of it: fewer lines, or only the columns that are needed.`,
  line: 1,
  column: null,
})

export type ReadInWorkerOptions = {
  /** Ends the worker; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  readonly longestMilliseconds?: number
  /** Of the worker's heap, beside its young objects. */
  readonly mostMegabytes?: number
}

/**
 * What an import would bring; nothing is changed anywhere. A text over the limits, or one that takes more time or
 * memory than there is for it, is a refusal in a sentence; so is everything that the file itself has wrong.
 * Rejects only when aborted, or when Idlewatt itself is at fault. @see SPEC.md IM9
 */
export async function readInWorker(
  request: ImportRequest,
  options: ReadInWorkerOptions = {},
): Promise<ImportResult> {
  const result = await inWorker(request, options)
  if (result.kind !== 'script' && result.kind !== 'scorecard') return result
  throw new Error(`An import of ${request.kind} was read as a ${result.kind}.`)
}

/** A card from its file, under the same limits. @see SPEC.md IM9 */
export async function readScorecardInWorker(
  text: string,
  options: ReadInWorkerOptions = {},
): Promise<ScorecardResult> {
  const result = await inWorker({ kind: 'scorecard', text }, options)
  if (result.kind === 'scorecard' || result.kind === 'refused') return result
  throw new Error(`A scorecard was read as ${result.kind}.`)
}

/** What a script would do, under the same limits. @see SPEC.md IM9 */
export async function reviewInWorker(text: string, options: ReadInWorkerOptions = {}): Promise<ScriptResult> {
  const result = await inWorker({ kind: 'script', text }, options)
  if (result.kind === 'script' || result.kind === 'refused') return result
  throw new Error(`A script was read as ${result.kind}.`)
}

async function inWorker(request: WorkerRequest, options: ReadInWorkerOptions): Promise<WorkerResult> {
  const { signal } = options
  signal?.throwIfAborted()
  // A character has at least one byte: what is plainly too large is not even copied into the worker.
  if (request.text.length > importLimits.bytes) return tooLarge(request.text.length)
  const worker = new Worker(workerFile, {
    workerData: request,
    resourceLimits: {
      maxOldGenerationSizeMb: options.mostMegabytes ?? mostMegabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    env: {},
    execArgv: [],
  })
  const limit = options.longestMilliseconds ?? longestMilliseconds
  let clock: NodeJS.Timeout | undefined
  let onAbort: (() => void) | undefined
  try {
    return await new Promise<WorkerResult>((resolve, reject) => {
      clock = setTimeout(() => resolve(tooMuch(request.kind, `${limit / 1000} seconds`)), limit)
      onAbort = () => reject(signal?.reason as Error)
      signal?.addEventListener('abort', onAbort, { once: true })
      worker.on('message', (result: WorkerResult) => resolve(result))
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve(tooMuch(request.kind, 'the memory that there is for it'))
        else reject(error)
      })
      worker.on('exit', (code) =>
        reject(new Error(`the worker that reads imports ended with ${code}, without a result`)),
      )
    })
  } finally {
    clearTimeout(clock)
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}
