/** A gate by name and state, in words. */
import type { Gate } from '../../../../shared/diligence/gates.ts'

const names: Readonly<Record<Gate['id'], string>> = {
  'first-test': 'First test',
  provider: 'Provider gate',
  token: 'Token gate',
}

const states: Readonly<Record<Gate['state'], string>> = {
  open: 'open',
  half: 'half open',
  'open-until': 'open for a time',
  closed: 'closed',
  'not-needed': 'not needed',
}

/** Example: "Token gate: closed." */
export function gateStateWords({ id, state }: Pick<Gate, 'id' | 'state'>): string {
  return `${names[id]}: ${states[state]}.`
}
