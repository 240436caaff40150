/** What the facts found, with its source, date and class: a figure, a term or a fact of the catalogue. */
import type { EvidenceClass, Fact, Figure, Unit } from '../../shared/figure.ts'
import type { Term } from '../../shared/markets/market-profile.ts'
import type { Confidence, MarketFacts, MarketField } from './facts.ts'
import { ownDocuments } from './network-tables.ts'

/** Our own words for a network, keyed as in the facts. */
export type Wording = Readonly<Record<string, string>>

/** One of a term's words, the field of the facts that says so, and words where the field's own do not fit. */
export type TermChoice<Value extends string> = readonly [value: Value | null, field: string, words?: string]

type Provenance = Pick<Figure, 'source' | 'asOf' | 'class'>

export const unknownFact: Fact = { text: null, source: null, asOf: null, class: 'assumption' }

/** Behind a source whose page shows no date. */
export const undatedPage = ' (undated page)'

export function citation(source: string, asOfBasis: string | null): string {
  return asOfBasis?.includes('read on this day') || asOfBasis?.includes('undated')
    ? `${source}${undatedPage}`
    : source
}

export function evidenceClass(network: string, confidence: Confidence, source: string): EvidenceClass {
  if (confidence === 'low') return 'weak-third-party'
  const own = (ownDocuments[network] ?? []).some((prefix) => source.startsWith(prefix))
  return confidence === 'high' && own ? 'project-document' : 'third-party'
}

function fieldOf(market: MarketFacts, key: string): MarketField {
  const field = market.fields[key]
  if (!field) throw new Error(`${market.id}: the facts have no ${key}`)
  return field
}

/** Null where the facts found nothing. */
function provenanceOf(market: MarketFacts, key: string): Provenance | null {
  const { confidence, source, asOf, asOfBasis } = fieldOf(market, key)
  if (confidence === 'none' || source === null || asOf === null) return null
  return { source: citation(source, asOfBasis), asOf, class: evidenceClass(market.id, confidence, source) }
}

function provenanceFor(market: MarketFacts, key: string, wanted: string): Provenance {
  const provenance = provenanceOf(market, key)
  if (provenance === null) throw new Error(`${market.id}.${wanted}: rests on ${key}, where nothing was found`)
  return provenance
}

/** The words for a field; a field that was found has words, one that was not has none. */
export function fieldFact(market: MarketFacts, key: string, wording: Wording): Fact {
  const text = wording[key]
  const provenance = provenanceOf(market, key)
  if (provenance === null && text !== undefined)
    throw new Error(`${market.id}.${key}: worded, but nothing was found`)
  if (provenance === null) return unknownFact
  if (text === undefined) throw new Error(`${market.id}.${key}: found, but not worded`)
  return { text, ...provenance }
}

export function foundFact(
  market: MarketFacts,
  choice: readonly [words: string, field: string] | undefined,
): Fact {
  if (choice === undefined) return unknownFact
  const [text, key] = choice
  return { text, ...provenanceFor(market, key, text) }
}

export function foundTerm<Value extends string>(
  market: MarketFacts,
  choice: TermChoice<Value> | undefined,
  wording: Wording,
): Term<Value> {
  if (choice === undefined) return { value: null, ...unknownFact }
  const [value, key, words] = choice
  const text = words ?? wording[key]
  if (text === undefined) throw new Error(`${market.id}.${key}: found, but not worded`)
  return { value, text, ...provenanceFor(market, key, key) }
}

export type FigureChoice = {
  readonly value: number | null
  readonly low?: number
  readonly high?: number
  /** Of the facts. */
  readonly field: string
}

export function foundFigure(market: MarketFacts, unit: Unit, choice: FigureChoice | undefined): Figure {
  const { value, low = null, high = null, field } = choice ?? { value: null, field: null }
  const provenance =
    field === null
      ? ({ source: null, asOf: null, class: 'assumption' } as const)
      : provenanceFor(market, field, unit)
  return { value, low, high, unit, ...provenance }
}
