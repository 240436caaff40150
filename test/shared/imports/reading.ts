import type { ReadingOrQuestion } from '../../../shared/imports/import-limits.ts'

/** What was read; fails the test with the refusal or the question otherwise. */
export function valueOf<Value>(reading: ReadingOrQuestion<Value>): Value {
  if (reading.kind === 'read') return reading.value
  throw new Error(reading.kind === 'asks' ? reading.question : reading.message)
}
