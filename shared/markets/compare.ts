/**
 * One rig, many networks: what each nets on its own terms, how sure that is, or what is missing to say it.
 * @see SPEC.md MK5 to MK11
 */
import type { Evaluation } from '../economics/evaluate.ts'
import { evaluate } from '../economics/evaluate.ts'
import { definitionOf, type InputEntries, wordOf } from '../economics/inputs.ts'
import type { PricesAtUtilization } from '../economics/prices.ts'
import type { BreakEven } from '../economics/break-even.ts'
import type { Figure } from '../figure.ts'
import { outcomesOf } from '../sensitivity/cases.ts'
import { isEvidence, contradicting, pricesFor } from './evidence.ts'
import { type Eligibility, eligibilityOf, type RigCard } from './eligibility.ts'
import { marketEntries, marketTerms, type UnknownPolicy } from './market-entries.ts'
import type { MarketProfile, PriceBasis, PricePoint } from './market-profile.ts'
import type { UnknownTerm } from './term-entries.ts'

export type ComparisonQuestion = {
  /** The owner's scenario: rig, tariff, hours, horizon, tax; its terms count for its own network alone. */
  readonly owner: InputEntries
  /** The network that the scenario is about; null for none. */
  readonly ownNetworkId: string | null
  readonly cards: readonly RigCard[]
  readonly policy: UnknownPolicy
  readonly preferredCurrency: 'cash' | 'token'
}

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>
export type Answered = Evaluated & { readonly answer: NonNullable<Evaluated['answer']> }

export type MarketOutcome =
  /** `ranked`: price and rented share are evidence; else the net stands on what was typed. */
  | {
      readonly kind: 'ranked' | 'assumed'
      /** By the policy for unknown terms. */
      readonly netUsdPerMonth: number
      /** The lower and the higher of all unknown terms at their bad and at their good end. */
      readonly netLowUsdPerMonth: number
      readonly netHighUsdPerMonth: number
      readonly evaluation: Answered
    }
  | {
      readonly kind: 'needed'
      readonly missing: readonly ('price' | 'rented share')[]
      /** At the rented share that is known, else at 20, 40 and 60 %. */
      readonly prices: readonly PricesAtUtilization[]
      /** The rented share needed at the known price; null without one. */
      readonly utilizationNeeded: BreakEven | null
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ineligible'; readonly reason: string }

export type ComparedMarket = {
  readonly id: string
  readonly name: string
  readonly eligibility: Eligibility
  /** Everything that was computed with. */
  readonly entries: InputEntries
  readonly paidIn: 'cash' | 'token' | null
  readonly price: { readonly figure: Figure; readonly basis: PriceBasis } | null
  readonly utilization: Figure | null
  /** All price points for the card, caps, references and asks among them. */
  readonly shownPrices: readonly PricePoint[]
  readonly contradictions: readonly PricePoint[]
  readonly unknowns: readonly UnknownTerm[]
  readonly outcome: MarketOutcome
}

/**
 * Every network on the same rig: ranked nets first, highest on top, then nets on typed assumptions, then what is
 * needed, refused and ineligible; equals by id. The order in which networks are given changes nothing.
 * Example: see test/shared/markets/compare.test.ts, "two networks with receipts". @see SPEC.md MK5, MK7
 */
export function compareMarkets(
  question: ComparisonQuestion,
  markets: readonly MarketProfile[],
): readonly ComparedMarket[] {
  return inOrder(markets.map((market) => comparedMarket(question, market)))
}

/** Compared networks as `compareMarkets` gives them, for whoever computes them one at a time. @see SPEC.md MK7 */
export function inOrder(compared: readonly ComparedMarket[]): readonly ComparedMarket[] {
  return compared.toSorted(byOutcome)
}

/** One network on the rig: at the cost of one evaluation. @see SPEC.md MK5 */
export function comparedMarket(question: ComparisonQuestion, profile: MarketProfile): ComparedMarket {
  const { cards, owner, policy, preferredCurrency } = question
  const [card] = cards
  const catalogueId = cards.length === 1 ? (card?.gpu?.id ?? null) : null
  const gpuCount = gpuCountOf(question)
  const startMonth = startMonthOf(owner)
  const typed = profile.id === question.ownNetworkId ? owner : {}
  const termsBy = (each: UnknownPolicy) =>
    marketTerms(profile, { catalogueId, gpuCount, startMonth, preferredCurrency, policy: each, typed })
  const terms = termsBy(policy)
  const entriesBy = (each: UnknownPolicy) => marketEntries(owner, termsBy(each).entries)
  const entries = marketEntries(owner, terms.entries)
  const eligibility = eligibilityOf(profile, cards)
  const price = figureIn(entries, 'priceUsdPerGpuHour')
  return {
    id: profile.id,
    name: profile.name,
    eligibility,
    entries,
    paidIn: terms.paidIn,
    price: price === null ? null : { figure: price, basis: wordOf(entries, 'priceBasis') as PriceBasis },
    utilization: figureIn(entries, 'rentalUtilizationRatio'),
    shownPrices: pricesFor(profile, catalogueId),
    contradictions: terms.price === null ? [] : contradicting(profile, catalogueId, terms.price),
    unknowns: terms.unknowns,
    outcome:
      eligibility.kind === 'ineligible'
        ? { kind: 'ineligible', reason: eligibility.reason }
        : outcomeOf(entries, policy, entriesBy),
  }
}

function outcomeOf(
  entries: InputEntries,
  policy: UnknownPolicy,
  entriesBy: (policy: UnknownPolicy) => InputEntries,
): MarketOutcome {
  const evaluation = evaluate(entries)
  if (evaluation.kind === 'refused')
    return { kind: 'refused', reason: evaluation.problems[0]?.message ?? 'It is refused.' }
  const { answer } = evaluation
  if (answer === null) {
    return {
      kind: 'needed',
      missing: evaluation.asked.map((key) => (key === 'priceUsdPerGpuHour' ? 'price' : 'rented share')),
      prices: evaluation.prices,
      utilizationNeeded: evaluation.utilizationNeeded,
    }
  }
  const { firstCashDate, grossUsdPerMonth } = answer.headlines
  if (firstCashDate === null && grossUsdPerMonth > 0) return { kind: 'refused', reason: paysNothing(entries) }
  const own = answer.headlines.netUsdPerMonth
  const atGood = policy === 'leave out' ? own : answer.netUsdPerMonthAtBest
  const atWorst = policy === 'pessimistic' ? own : netUsdPerMonth(entriesBy('pessimistic'), own)
  const atBest = policy === 'leave out' ? own : netUsdPerMonth(entriesBy('leave out'), own)
  return {
    kind: isOnEvidence(entries) ? 'ranked' : 'assumed',
    netUsdPerMonth: policy === 'typical' ? (own + atGood) / 2 : own,
    // A dearer term can net more: a higher minimum means fewer payouts, each with its fee.
    netLowUsdPerMonth: Math.min(atWorst, atBest),
    netHighUsdPerMonth: Math.max(atWorst, atBest),
    evaluation: { ...evaluation, answer },
  }
}

/** What is earned and never arrives is no net. @see SPEC.md MK7 */
function paysNothing(entries: InputEntries): string {
  const minimum = figureIn(entries, 'minimumPayoutUsd')?.value ?? null
  const because = minimum === null ? 'with its unknown terms at their bad end' : 'below its minimum payout'
  return `Nothing is paid out within the horizon, ${because}.`
}

/** Refused only where the other corner was not: then that one stands. */
function netUsdPerMonth(entries: InputEntries, otherwise: number): number {
  const [outcome] = outcomesOf(entries, [{}], 'net')
  return outcome?.kind === 'value' ? outcome.usd : otherwise
}

/** Price and rented share are both of a class above claim. @see SPEC.md MK7 */
function isOnEvidence(entries: InputEntries): boolean {
  return (['priceUsdPerGpuHour', 'rentalUtilizationRatio'] as const).every((key) => {
    const figure = figureIn(entries, key)
    return figure !== null && isEvidence(figure)
  })
}

function figureIn(entries: InputEntries, key: string): Figure | null {
  const entry = entries[key]
  return entry === undefined || typeof entry === 'string' || entry.value === null ? null : entry
}

function gpuCountOf({ owner }: ComparisonQuestion): number {
  return figureIn(owner, 'gpuCount')?.value ?? 1
}

function startMonthOf(owner: InputEntries): string {
  const { startMonth } = owner
  if (typeof startMonth === 'string' && /^\d{4}-\d{2}$/.test(startMonth)) return startMonth
  throw new RangeError(`${definitionOf('startMonth').label} (startMonth) is needed to know which fees hold.`)
}

const order = ['ranked', 'assumed', 'needed', 'refused', 'ineligible'] as const

function byOutcome(a: ComparedMarket, b: ComparedMarket): number {
  const [own, other] = [a.outcome, b.outcome]
  const kinds = order.indexOf(own.kind) - order.indexOf(other.kind)
  if (kinds !== 0) return kinds
  const net = netOf(other) - netOf(own)
  if (net !== 0) return net
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function netOf(outcome: MarketOutcome): number {
  return 'netUsdPerMonth' in outcome ? outcome.netUsdPerMonth : 0
}
