/**
 * A network's terms in words: the figure with its unit, then where it comes from, when, and how far it is trusted.
 * @see SPEC.md MB3
 */
import type { Fact, Figure } from '../figure.ts'
import { formatFigure } from '../units.ts'
import type { LeafValue, MarketLeaf } from './market-leaves.ts'
import type { FeeStep, PricePoint, Term, UtilizationPoint, WorkloadFit } from './market-profile.ts'

type Provenance = Pick<Figure, 'source' | 'asOf' | 'class'>

/**
 * Where something comes from: "https://..., 2026-05, third party". Example: without source and date: `'assumption'`.
 */
export function provenanceWords({ source, asOf, class: evidence }: Provenance): string {
  return [source, asOf, evidence.replaceAll('-', ' ')].filter((each) => each !== null).join(', ')
}

/**
 * Value and range of a figure, without its source. Example: 0.04 of a ratio, from 0.03 to 0.05: `'4 % (3 % to 5 %)'`.
 */
export function amountWords({ value, low, high, unit }: Figure): string {
  const shown = (number: number | null) => (number === null ? '?' : formatFigure(number, unit))
  const range = low === null && high === null ? null : `${shown(low)} to ${shown(high)}`
  if (value === null) return range === null ? 'unknown' : `unknown, from ${range}`
  return range === null ? shown(value) : `${shown(value)} (${range})`
}

/** What a leaf says, source and date included; `'unknown'` where it says nothing. @see SPEC.md MB3 */
export function leafWords(leaf: MarketLeaf, value: LeafValue): string {
  if (value === null) return 'unknown'
  switch (leaf.kind) {
    case 'text':
      return value as string
    case 'list':
      return (value as readonly string[]).join(', ') || 'none'
    case 'figure': {
      const figure = value as Figure
      const amount = amountWords(figure)
      return amount === 'unknown' && figure.source === null ? amount : `${amount}, ${provenanceWords(figure)}`
    }
    case 'fact':
      return sentence(null, value as Fact)
    case 'term': {
      const term = value as Term<string>
      return sentence(term.value, term)
    }
  }
}

function sentence(word: string | null, fact: Fact): string {
  if (word === null && fact.text === null)
    return fact.source === null ? 'unknown' : `unknown, ${provenanceWords(fact)}`
  const said = [word, fact.text].filter((each) => each !== null).join(': ')
  return `${said}; ${provenanceWords(fact)}`
}

/** "from 2026-06-01, paid in cash: platform 20 %, payment unknown; ..." */
export function feeStepWords({
  from,
  payoutCurrency,
  platformFeeRatio,
  paymentFeeRatio,
  note,
}: FeeStep): string {
  const paid = payoutCurrency === 'any' ? '' : `, paid in ${payoutCurrency}`
  const fees = [
    ['platform', platformFeeRatio],
    ['payment', paymentFeeRatio],
  ] as const
  return [
    `${from === null ? 'from the beginning' : `from ${from}`}${paid}: ${fees
      .map(([name, fee]) => `${name} ${amountWords(fee)}`)
      .join(', ')}`,
    provenanceWords(platformFeeRatio.value === null ? paymentFeeRatio : platformFeeRatio),
    ...(note === null ? [] : [note]),
  ].join('; ')
}

/** "H100, buyer pays: $1.33/GPU-h; ..." */
export function pricePointWords({ gpu, basis, usdPerGpuHour, note }: PricePoint): string {
  return [
    `${gpu}, ${basis}: ${amountWords(usdPerGpuHour)}`,
    provenanceWords(usdPerGpuHour),
    ...(note === null ? [] : [note]),
  ].join('; ')
}

/** "all cards: 30 %; ..." */
export function utilizationPointWords({
  catalogueIds,
  rentalUtilizationRatio,
  note,
}: UtilizationPoint): string {
  return [
    `${catalogueIds.length === 0 ? 'all cards' : catalogueIds.join(', ')}: ${amountWords(rentalUtilizationRatio)}`,
    provenanceWords(rentalUtilizationRatio),
    ...(note === null ? [] : [note]),
  ].join('; ')
}

/** "rendering: good: ...; ..." */
export function fitWords({ workload, fit }: WorkloadFit): string {
  return `${workload}: ${sentence(fit.value, fit)}`
}
