/** Undo and redo, for every window and process alike: the book has one journal. */
import { journalState } from '../database/journal.ts'
import { redo, undo } from '../database/undo.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'

export function journalProcedures({ journal }: Implementer, { book, stamp }: Parts) {
  return {
    state: journal.state.handler(() => book.read((read) => journalState(read))),
    undo: journal.undo.handler(() => book.write((write) => undo(write, stamp().nowUtcMs))),
    redo: journal.redo.handler(() => book.write((write) => redo(write, stamp().nowUtcMs))),
  }
}
