/** What the book refuses although the database is well: named, in words, with what the page needs to go on. */
export type BookErrorCode =
  | 'changed-elsewhere'
  | 'not-found'
  | 'unreadable'
  | 'nothing-to-undo'
  | 'nothing-to-redo'

export type BookError = Error & { readonly code: BookErrorCode; readonly current: unknown }

export function bookError(code: BookErrorCode, message: string, current: unknown = null): BookError {
  return Object.assign(new Error(message), { name: 'BookError', code, current })
}

export function isBookError(thrown: unknown): thrown is BookError {
  return thrown instanceof Error && thrown.name === 'BookError'
}
