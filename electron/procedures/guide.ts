/** The guide: the glossary, the models compared, what each kind of work asks for. */
import { ORPCError } from '@orpc/server'
import { readGuide } from '../guide.ts'
import type { Implementer } from './implementer.ts'

export function guideProcedures({ guide }: Implementer) {
  return {
    guide: guide.handler(() => {
      try {
        return readGuide()
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw new ORPCError('INSTALLATION_BROKEN', { status: 503, message })
      }
    }),
  }
}
