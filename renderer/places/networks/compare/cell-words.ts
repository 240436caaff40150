/** What stands in the cells of the table of networks, in words. */
import { type InputEntries, wordOf } from '../../../../shared/economics/inputs.ts'
import type { EvidenceClass, Figure } from '../../../../shared/figure.ts'
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import type { Eligibility } from '../../../../shared/markets/eligibility.ts'
import type { UnknownTerm } from '../../../../shared/markets/term-entries.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { ageInDays, isOld } from '../profile/age.ts'
import { hourPriceWords } from '../../../../shared/markets/needed-words.ts'

const classWords: Readonly<Record<EvidenceClass, string>> = {
  'own-measurement': 'own measurement',
  'own-receipt': 'own receipt',
  'on-chain-record': 'on chain',
  'project-document': 'its own document',
  'third-party': 'third party',
  'weak-third-party': 'weak third party',
  claim: 'claim',
  cap: 'cap',
  assumption: 'assumption',
}

export type Provenance = { readonly text: string; readonly age: string | null; readonly isOld: boolean }

/**
 * Class and age in days; what is older than half a year is marked. Of a page without a date only the day on which it
 * was read is known. @see SPEC.md C2
 */
export function provenanceOf({ class: evidence, source, asOf }: Figure, today: string): Provenance {
  const text = classWords[evidence]
  const days = asOf === null ? null : ageInDays(asOf, today)
  if (days === null) return { text, age: null, isOld: false }
  const age = source?.endsWith('(undated page)') ? readWords(days) : daysWords(days)
  return isOld(asOf, today) ? { text, age: `old: ${age}`, isOld: true } : { text, age, isOld: false }
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
const readWords = (days: number): string => `undated, read ${days === 0 ? 'today' : `${daysWords(days)} ago`}`

/** What a network shows for the card although it makes no net: caps, references, asks. */
export function otherPricesWords({ shownPrices, price }: ComparedMarket): string | null {
  if (price !== null || shownPrices.length === 0) return null
  return shownPrices
    .map(({ basis, usdPerGpuHour: { value, low, high } }) => {
      const ends = [low, high].filter((end) => end !== null)
      const amount =
        value !== null ? hourPriceWords(value) : ends.map((end) => hourPriceWords(end)).join(' to ')
      return `${basis} ${amount === '' ? 'unknown' : amount}`
    })
    .join('; ')
}

/** "Another source says $0.680 to $0.880 (2026-05)."; of a price that was typed nothing, since it is nobody's fact. */
export function contradictionWords({ contradictions, price }: ComparedMarket): string | null {
  if (contradictions.length === 0 || price?.figure.class === 'assumption') return null
  const said = contradictions.map(({ usdPerGpuHour: { value, low, high, asOf } }) => {
    const amount =
      low !== null && high !== null
        ? `${hourPriceWords(low)} to ${hourPriceWords(high)}`
        : hourPriceWords(value ?? 0)
    return asOf === null ? amount : `${amount} (${asOf})`
  })
  return `Another source says ${said.join(', ')}.`
}

/** "Payout cadence: counted as weekly"; where the range comes from it: "Platform fee: 0 % to 33 %". */
export function unknownWords({ label, countedAs, inRange }: UnknownTerm): string {
  return inRange ? `${label}: ${countedAs}` : `${label}: counted as ${countedAs}`
}

const eligibilityWordsByKind: Readonly<Record<Eligibility['kind'], string>> = {
  eligible: 'yes',
  conditions: 'on conditions',
  'not said': 'not said',
  ineligible: 'no',
}

export function eligibilityWord({ kind }: Eligibility): string {
  return eligibilityWordsByKind[kind]
}

/** The platform fee; where the price is already what the host receives, that it is not taken from it. */
export function feeWords({ price }: Pick<ComparedMarket, 'price'>, platformFeeRatio: number): string {
  const fee = figureWords(platformFeeRatio, 'ratio')
  return price?.basis === 'host receives' ? `${fee}, not on this price` : fee
}

/** The payout currency that is counted with; where nobody knows it, that too. */
export function paidInWords({ paidIn }: ComparedMarket): string {
  return paidIn ?? 'unknown'
}

/** What a net is, and what is not in it. @see SPEC.md N1 */
export function netNote(owner: InputEntries): string {
  const tax = wordOf(owner, 'taxTreatment') === 'taxed' ? 'after tax' : 'before tax'
  return `Net: mean month of the first year, ${tax}, without the card’s loss of value. Ranges: unknown terms at both ends.`
}

export function netWords(usd: number): string {
  return figureWords(usd, 'usd', { decimals: Math.abs(usd) >= 9.995 ? 0 : 2 })
}
