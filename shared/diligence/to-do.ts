/** What to do next on a card, as pages, reports and the command line have it. @see SPEC.md DG15 */
import type { Role } from './checklist.ts'
import { firstActions, rolesWithoutTest } from './gates.ts'
import type { StandingCard } from './standing.ts'
import { longestToDoList, type ToFindOut } from './value-of-information.ts'

export type ToDo = {
  /** One for each role whose first test is missing. */
  readonly firstActions: readonly { readonly role: Role; readonly words: string }[]
  readonly next: readonly ToFindOut[]
}

/**
 * First tests that are missing, then the five questions most worth an own test. `findings` as findOutNext has them.
 * Example: an untested card of a buyer: one first action, then five questions. @see SPEC.md DG15
 */
export function toDoOf(standing: StandingCard, roles: readonly Role[], findings: readonly ToFindOut[]): ToDo {
  return {
    firstActions: rolesWithoutTest(standing, roles).map((role) => ({ role, words: firstActions[role] })),
    next: findings.slice(0, longestToDoList),
  }
}
