/** What this Idlewatt is, what ships with it, and word of changes. */
import { changesOf } from '../database/changes.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'

export function aboutProcedures(implementer: Implementer, { about, book, catalogue, closing }: Parts) {
  return {
    about: implementer.about.handler(() => about()),
    catalogue: implementer.catalogue.handler(() => catalogue),
    changes: implementer.changes.handler(async function* changes({ signal }) {
      yield* changesOf(book, AbortSignal.any(signal === undefined ? [closing] : [closing, signal]))
    }),
  }
}
