import { useCallback, useContext } from 'react'
import type { Checklist } from '../../../../shared/diligence/checklist.ts'
import type { OwnChecklist } from '../../../../shared/diligence/scorecard.ts'
import { BookContext } from '../../../book.ts'
import { attempt, reasonOf } from '../../../frame/attempt.ts'
import { readDiligence } from '../use-diligence.ts'
import { refusedFields } from './own-checklist.ts'

/** The contract's inputs are mutable types; the stored ones are not. */
type Editable<T> = { -readonly [K in keyof T]: Editable<T[K]> }

export function editable<T>(value: T): Editable<T> {
  return structuredClone<Editable<T>>(value)
}

/** Keeps another version of an own checklist; what is wrong with it, by field, or null where it is kept. */
export function useSaveChecklist(own: OwnChecklist): (body: Checklist) => Promise<string | null> {
  const book = useContext(BookContext)
  const { id, revision } = own
  return useCallback(
    async (body) => {
      if (book === null) return 'The book is not open.'
      try {
        await book.getState().client.scorecard.saveChecklist({ id, revision, body: editable(body) })
        return null
      } catch (failure) {
        return refusedFields(failure, body.items) ?? reasonOf(failure)
      } finally {
        await attempt('read the book again', () => book.getState().refresh())
        await readDiligence(book)
      }
    },
    [book, id, revision],
  )
}
