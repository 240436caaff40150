/** Reads one import in a thread of its own, whose memory and time the caller bounds. */
import { parentPort, workerData } from 'node:worker_threads'
import { readImport } from './read-import.ts'
import type { ImportRequest } from './import-messages.ts'

// The empty list: nothing is transferred, all is copied.
parentPort?.postMessage(readImport(workerData as ImportRequest), [])
