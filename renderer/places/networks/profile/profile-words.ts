/** The sentence that a network's page opens with, and words that several of its parts share. */
import type { EvidenceClass, Figure } from '../../../../shared/figure.ts'
import type { Eligibility } from '../../../../shared/markets/eligibility.ts'
import type { MarketProfile } from '../../../../shared/markets/market-profile.ts'
import type { DecidingTerm } from './deciding-terms.ts'

/** What it is, whether it is alive, and how many of the terms that decide a net are unknown. */
export function profileSentence(profile: MarketProfile, terms: readonly DecidingTerm[]): string {
  const { name, kind, status } = profile
  const what =
    kind.text === null ? `${name}: what it is was not found.` : `${name}: ${ended(inSentence(kind.text))}`
  const alive = status.text === null ? 'Whether it is alive was not found.' : ended(status.text)
  const unknown = terms.filter(({ isKnown }) => !isKnown).length
  const unknownPart =
    unknown === 0
      ? `All ${terms.length} terms that decide a net are known.`
      : `${unknown} of ${terms.length} terms that decide a net are unknown.`
  return `${what} ${alive} ${unknownPart}`
}

/** "Unknown: price, rented share, payment fee." or nothing. */
export function unknownWords(terms: readonly DecidingTerm[]): string | null {
  const labels = terms.filter(({ isKnown }) => !isKnown).map(({ label }) => inSentence(label))
  return labels.length === 0 ? null : `Unknown: ${labels.join(', ')}.`
}

export function eligibilityWords({ kind, reason }: Eligibility, cards: string): string {
  const rig = `Your rig (${cards})`
  switch (kind) {
    case 'eligible':
      return `${rig} is taken: ${ended(reason)}`
    case 'conditions':
      return `${rig} is taken under a condition: ${ended(reason)}`
    case 'ineligible':
      return `${rig} is not taken: ${ended(reason)}`
    case 'not said':
      return `Whether ${rig.charAt(0).toLowerCase()}${rig.slice(1)} is taken is not said: ${ended(reason)}`
  }
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** A capital at the beginning goes, unless the word is a name of several capitals ("GPU", "ACT"). */
export function inSentence(text: string): string {
  return /^[A-Z][a-z]*(?:[ ,-]|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** What a person may say that a term rests on. */
export const evidenceChoices: readonly { readonly value: EvidenceClass; readonly label: string }[] = [
  { value: 'assumption', label: 'my assumption' },
  { value: 'own-receipt', label: 'my own receipt' },
  { value: 'own-measurement', label: 'my own measurement' },
  { value: 'on-chain-record', label: 'an on-chain record' },
  { value: 'project-document', label: 'the network’s own document' },
  { value: 'third-party', label: 'a third party' },
  { value: 'weak-third-party', label: 'one weak third party' },
  { value: 'claim', label: 'a claim without evidence' },
  { value: 'cap', label: 'a cap, not a price' },
]

/** Sources that state two numbers: a range without a value. */
export function isContradictory({ value, low, high }: Figure): boolean {
  return value === null && low !== null && high !== null && low !== high
}
