/** The figures from outside that the self-check runs; the page computes, so that it is the user's machine that agrees. */
import { ORPCError } from '@orpc/server'
import { readProof } from '../proof.ts'
import type { Implementer } from './implementer.ts'

export function proofProcedures({ proof }: Implementer) {
  return {
    proof: proof.handler(() => {
      try {
        return [...readProof()]
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw new ORPCError('INSTALLATION_BROKEN', { status: 503, message })
      }
    }),
  }
}
