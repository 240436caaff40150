/** What the place calls things, and how it says what a card says. */
import type { Part, Pillar, Role } from '../../../shared/diligence/checklist.ts'
import { ageInDays } from '../../../shared/diligence/certainty.ts'
import type { AnswerValue } from '../../../shared/diligence/entry.ts'
import type { Gate } from '../../../shared/diligence/gates.ts'
import type { PillarScore } from '../../../shared/diligence/score.ts'
import { outward } from '../../../shared/diligence/report/words.ts'
import { evidenceWords, gateLabels, gateStands, roleWords } from '../../../shared/diligence/words.ts'
import type { EvidenceClass } from '../../../shared/figure.ts'

export const pillarLabels: Readonly<Record<Pillar, string>> = {
  service: 'Service',
  economics: 'Economics',
  token: 'Token',
}

export const partLabels: Readonly<Record<Part, string>> = { ...pillarLabels, demand: 'Demand' }

export const roleLabels: Readonly<Record<Role, string>> = {
  buyer: started(roleWords.buyer),
  provider: started(roleWords.provider),
  investor: started(roleWords.investor),
}

export const valueLabels: Readonly<Record<AnswerValue, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'not-applicable': 'Does not apply',
  unknown: 'Unknown',
}

/** In the order of the keys 1 to 7: the surest first. A cap is said of figures, and an assumption of nothing here. */
export const evidenceKeys = (
  [
    'own-measurement',
    'own-receipt',
    'on-chain-record',
    'project-document',
    'third-party',
    'weak-third-party',
    'claim',
  ] as const satisfies readonly EvidenceClass[]
).map((each) => ({ class: each, label: evidenceWords[each] }))

/** Whether nothing of a token is to be judged: that there is none is shown. */
export function isWithoutToken(gates: readonly Gate[]): boolean {
  return gates.some(({ id, state }) => id === 'token' && state === 'not-needed')
}

/** Whole points, rounded outward: "12 to 88", or one number where both ends are the same. */
export function rangePoints(range: Pick<PillarScore, 'low' | 'high'>): string {
  const { low, high } = outward(range, 1)
  return low === high ? `${low}` : `${low} to ${high}`
}

/** "today", "12 days ago", "3 months ago", "2 years ago". */
export function seenWords(seenOn: string, today: string): string {
  const days = ageInDays(seenOn, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 61) return `${days} days ago`
  if (days < 731) return `${Math.floor(days / 30.44)} months ago`
  return `${Math.floor(days / 365.25)} years ago`
}

/** The same for a narrow column: "today", "12 d", "3 mo", "2 y". */
export function shortAge(seenOn: string, today: string): string {
  const days = ageInDays(seenOn, today)
  if (days === 0) return 'today'
  if (days < 61) return `${days} d`
  if (days < 731) return `${Math.floor(days / 30.44)} mo`
  return `${Math.floor(days / 365.25)} y`
}

/** "First test: closed. No payout arrived with its record kept." */
export function gateWords(gate: Gate): string {
  return `${gateLabels[gate.id]}: ${gateStandsAndWhy(gate)}`
}

/** How it stands and why; where the reason begins with how it stands, that is said once. */
export function gateStandsAndWhy(gate: Gate): string {
  const { reason } = gate
  const words = gateStands(gate)
  return reason.toLowerCase().startsWith(words)
    ? `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
    : `${words}. ${reason}`
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "buyer and investor" */
export function rolesWords(roles: readonly Role[]): string {
  return roles.map((role) => roleWords[role]).join(' and ')
}

export function started(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
