/** What scorecards call things, in pages, reports and on the command line alike. @see SPEC.md RP1 */
import type { EvidenceClass } from '../figure.ts'
import type { Role } from './checklist.ts'
import type { Gate, GateState } from './gates.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  buyer: 'buyer',
  provider: 'provider',
  investor: 'investor',
}

/** Example: `aRole('investor')` is `'an investor'`. */
export function aRole(role: Role): string {
  return `${role === 'investor' ? 'an' : 'a'} ${roleWords[role]}`
}

export const gateLabels: Readonly<Record<Gate['id'], string>> = {
  'first-test': 'First test',
  provider: 'Provider gate',
  token: 'Token gate',
}

/** What a gate stands in front of. */
export const behindGate: Readonly<Record<Gate['before'], string>> = {
  economics: 'economics',
  token: 'the token',
  holding: 'holding the token',
}

export const gateStateWords: Readonly<Record<GateState, string>> = {
  open: 'open',
  half: 'open on assumption',
  'open-until': 'open until its date',
  closed: 'closed',
  'not-needed': 'not needed',
}

/** How a gate stands, with its date where it has one. Example: a dated path: `'open until 2027-03-01'`. @see SPEC.md DG13 */
export function gateStands({ state, until }: Pick<Gate, 'state' | 'until'>): string {
  return state === 'open-until' && until !== null ? `open until ${until}` : gateStateWords[state]
}

/** Who stands behind an answer, as in "no, by a third party". */
export const evidenceWords: Readonly<Record<EvidenceClass, string>> = {
  'own-measurement': 'own test',
  'own-receipt': 'own receipt',
  'on-chain-record': 'on-chain record',
  'project-document': 'the project’s document',
  'third-party': 'a third party',
  'weak-third-party': 'one weak third party',
  claim: 'a claim without evidence',
  cap: 'a cap, not a price',
  assumption: 'an assumption',
}
