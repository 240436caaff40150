import { oneLine } from '../../shared/diligence/report/visible.ts'
import type { BookStore } from '../book.ts'
import { landPendingEdits } from '../pending-edits.ts'
import { attempt, tell } from './attempt.ts'

export async function undoLast(store: BookStore): Promise<void> {
  await landPendingEdits()
  const done = await attempt('undo', async () => ({ what: await store.getState().undo() }))
  if (done !== null) tell(done.what === null ? 'Nothing to undo.' : `Undone: ${inSentence(done.what)}.`)
}

export async function redoLast(store: BookStore): Promise<void> {
  await landPendingEdits()
  const done = await attempt('do it again', async () => ({ what: await store.getState().redo() }))
  if (done !== null)
    tell(done.what === null ? 'Nothing to do again.' : `Done again: ${inSentence(done.what)}.`)
}

/** "Delete the rig “Attic”" as it stands within a sentence; a name in it turns round nothing. */
export function inSentence(words: string): string {
  return oneLine(words.charAt(0).toLowerCase() + words.slice(1))
}
