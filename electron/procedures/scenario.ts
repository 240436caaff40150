/** Scenarios: list, save, duplicate, remove. */
import { ORPCError } from '@orpc/server'
import { checkInputs } from '../../shared/economics/inputs.ts'
import type { ScenarioBody } from '../../shared/scenario.ts'
import { scenarios } from '../database/scenarios.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'

export function scenarioProcedures({ scenario }: Implementer, { book, stamp }: Parts) {
  return {
    list: scenario.list.handler(() => [...book.read((read) => scenarios.list(read)).documents]),
    save: scenario.save.handler(({ input }) => {
      refuseImpossibleInputs(input.body)
      return book.write((write) => scenarios.save(write, input, stamp()))
    }),
    duplicate: scenario.duplicate.handler(({ input }) =>
      book.write((write) => scenarios.duplicate(write, input.id, stamp())),
    ),
    remove: scenario.remove.handler(({ input }) => {
      book.write((write) => scenarios.remove(write, input.id, input.revision, stamp()))
      return { id: input.id }
    }),
  }
}

/** A missing input may be stored: it is asked for on screen. An impossible one may not. */
function refuseImpossibleInputs(body: ScenarioBody): void {
  const problems = checkInputs(body.inputs)
  if (problems.length === 0) return
  throw new ORPCError('BAD_REQUEST', {
    message: `The scenario “${body.name}” was not saved. ${problems.map((problem) => problem.message).join(' ')}`,
    data: { problems },
  })
}
