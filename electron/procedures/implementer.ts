/**
 * The contract, ready to be implemented: whatever a handler or a check throws leaves as one typed code
 * with a sentence that says what, where and what to do.
 */
import { ORPCError, ValidationError, implement } from '@orpc/server'
import { contract } from '../../shared/api.ts'
import { isBookError, type BookErrorCode } from '../database/book-error.ts'
import { isDatabaseError, type DatabaseErrorCode } from '../database/database-error.ts'

export const implementer = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    throw asProcedureError(thrown)
  }
})

export type Implementer = typeof implementer

const statusByBookError: Readonly<Record<BookErrorCode, { code: string; status: number }>> = {
  'changed-elsewhere': { code: 'CONFLICT', status: 409 },
  'not-found': { code: 'NOT_FOUND', status: 404 },
  unreadable: { code: 'BOOK_UNREADABLE', status: 503 },
  'nothing-to-undo': { code: 'NOT_FOUND', status: 404 },
  'nothing-to-redo': { code: 'NOT_FOUND', status: 404 },
}

const statusByDatabaseError: Partial<Record<DatabaseErrorCode, { code: string; status: number }>> = {
  'read-only': { code: 'READ_ONLY', status: 409 },
  'no-permission': { code: 'READ_ONLY', status: 409 },
  'disk-full': { code: 'DISK_FULL', status: 507 },
  'disk-failed': { code: 'DISK_FAILED', status: 503 },
  busy: { code: 'BUSY', status: 503 },
  'not-finite': { code: 'BAD_REQUEST', status: 400 },
}

/** @see SPEC.md D12 */
export function asProcedureError(thrown: unknown): unknown {
  if (isBookError(thrown)) {
    const { code, status } = statusByBookError[thrown.code]
    return new ORPCError(code, { status, message: thrown.message, data: { current: thrown.current } })
  }
  if (isDatabaseError(thrown)) {
    const { code, status } = statusByDatabaseError[thrown.problem.code] ?? {
      code: 'BOOK_UNREADABLE',
      status: 503,
    }
    return new ORPCError(code, { status, message: thrown.message, data: { ...thrown.problem } })
  }
  if (thrown instanceof ORPCError && thrown.cause instanceof ValidationError) {
    const problems = thrown.cause.issues.map((issue) => ({
      path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message: issue.message,
    }))
    const sentences = problems.map(({ path, message }) => `${path === '' ? 'the input' : path}: ${message}`)
    return new ORPCError('BAD_REQUEST', {
      status: 400,
      message: `This was not accepted, nothing was changed. ${sentences.join('; ')}.`,
      data: { problems },
    })
  }
  return thrown
}
