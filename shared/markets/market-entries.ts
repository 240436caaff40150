/**
 * From a network's terms to the engine's inputs. What nobody knows is left to the input table's own rule for
 * unknowns, and named.
 * @see SPEC.md MK5 to MK11
 */
import { definitionOf, type InputEntries, numberOf } from '../economics/inputs.ts'
import type { NumberInput } from '../economics/input-definition.ts'
import type { InputKey } from '../economics/input-table.ts'
import { type Figure, type Unit, assumed } from '../figure.ts'
import type { InputEntry } from '../scenario.ts'
import type { EntriesPatch } from '../scenario-entries.ts'
import { formatFigure } from '../units.ts'
import { countedPrice, countedUtilization } from './evidence.ts'
import { feeStepOn, feeStepsAfter, feeUnknownFrom } from './fee-schedule.ts'
import type { MarketProfile, PayoutCadence, PricePoint, UtilizationPoint } from './market-profile.ts'
import { ownersOf, termsOf } from './market-terms.ts'
import {
  collateralEntries,
  counted,
  point,
  serviceEntries,
  subsidyEntries,
  tokenEntries,
  type UnknownTerm,
  whole,
} from './term-entries.ts'

/**
 * What happens to terms that nobody knows: their bad end counts, the middle of both ends, or nothing is charged
 * for them. The range is shown in every case. @see SPEC.md MK10
 */
export const unknownPolicies = ['pessimistic', 'typical', 'leave out'] as const
export type UnknownPolicy = (typeof unknownPolicies)[number]

export type MarketTerms = {
  /** Terms alone, those typed among them. */
  readonly entries: InputEntries
  readonly paidIn: 'cash' | 'token' | null
  readonly price: PricePoint | null
  readonly utilization: UtilizationPoint | null
  readonly unknowns: readonly UnknownTerm[]
}

export type TermsQuestion = {
  /** The one kind of card in the rig; null where it is not known or where there are several. */
  readonly catalogueId: string | null
  readonly gpuCount: number
  /** First month of work, YYYY-MM: the fees of its first day hold. */
  readonly startMonth: string
  /** What is taken where a network leaves the choice. */
  readonly preferredCurrency: 'cash' | 'token'
  readonly policy: UnknownPolicy
  /** Terms typed into a scenario for this very network: they stand before the profile's. */
  readonly typed: InputEntries
}

const cadenceWords: Readonly<Record<PayoutCadence, string>> = {
  hourly: 'daily',
  'per job': 'daily',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
}

/**
 * The inputs that a network's terms decide, and which of its terms nobody knows.
 * Example: Hyperbolic's fee of 10 % gives `platformFeeRatio` 0.1; a minimum payout that was not found gives no
 * entry and one unknown term. @see SPEC.md MK5
 */
export function marketTerms(profile: MarketProfile, question: TermsQuestion): MarketTerms {
  const { payout } = profile
  const typed = typedTerms(profile, question.typed)
  const paidIn = typedCurrency(typed) ?? paidInOf(profile, question.preferredCurrency)
  const countsAs = paidIn ?? 'cash'
  const tokenPriceUsd = numberOf(typed, 'tokenPriceUsd') ?? profile.token.priceUsd.value
  const price = countedPrice(profile, question.catalogueId)
  const utilization = countedUtilization(profile, question.catalogueId)
  const step = feeStepOn(profile.fees, `${question.startMonth}-01`, countsAs)
  const figures: CostFigures = {
    platformFeeRatio: step?.platformFeeRatio ?? null,
    paymentFeeRatio: step?.paymentFeeRatio ?? null,
    minimumPayoutUsd: payout.minimumUsd,
    withdrawalFeeUsd: payout.withdrawalFeeUsd,
    holdDays: payout.holdDays,
  }
  const unknowns: UnknownTerm[] = []
  if (paidIn === null) unknowns.push(counted('payoutCurrency', 'Payout currency', 'cash'))

  const entries: Record<string, InputEntry | null> = {
    priceUsdPerGpuHour: price === null ? null : point(price.usdPerGpuHour),
    // A typed price has its own basis, or the table's.
    priceBasis: typed['priceUsdPerGpuHour'] === undefined ? (price?.basis ?? 'buyer pays') : null,
    rentalUtilizationRatio: utilization === null ? null : point(utilization.rentalUtilizationRatio),
    payoutCurrency: countsAs,
    payoutCadence: payout.cadence.value === null ? null : cadenceWords[payout.cadence.value],
    creditDelayDays: whole(payout.creditDelayDays),
    ...feeEntries(profile, question, countsAs, unknowns),
    ...entriesByPolicy(figures, question.policy),
    ...collateralEntries(profile, question.gpuCount, countsAs, tokenPriceUsd, unknowns),
    ...serviceEntries(profile),
    ...subsidyEntries(profile, countsAs, tokenPriceUsd),
    ...tokenEntries(profile, countsAs, tokenPriceUsd, unknowns),
    ...typed,
  }
  if (payout.cadence.value === null) unknowns.push(counted('payoutCadence', 'Payout cadence', 'weekly'))
  const paysFee = (entries['priceBasis'] ?? 'buyer pays') === 'buyer pays'
  for (const key of costKeys) {
    const isCharged = key !== 'platformFeeRatio' || paysFee
    if (!isCharged) continue
    const documented = figures[key] === null ? null : documentedRange(figures[key], question.policy)
    if (documented !== null) unknowns.push(documentedTerm(key, figures[key]!))
    else if ((entries[key] ?? null) === null) unknowns.push(unknownCost(key, question.policy, entries))
  }
  return {
    entries: given(entries),
    paidIn,
    price,
    utilization,
    unknowns: unknowns.filter(({ key }) => typed[key] === undefined),
  }
}

/** The owner's inputs with a network's terms. @see SPEC.md MK5 */
export function marketEntries(owner: InputEntries, terms: InputEntries): InputEntries {
  return { ...ownersOf(owner), ...terms }
}

/**
 * What was typed into a scenario for its network, without what was only taken over from the network's own terms: a
 * figure so marked, a word that the profile knows itself, and what belongs to another entry that was not typed.
 * An unknown figure is as if it had not been typed. @see SPEC.md MK5
 */
function typedTerms(profile: MarketProfile, given: InputEntries): InputEntries {
  const typed = Object.fromEntries(
    Object.entries(termsOf(given)).filter(
      ([, entry]) => typeof entry === 'string' || (entry.value !== null && !isTakenOver(entry)),
    ),
  )
  const { currencies, cadence } = profile.payout
  const isLeftOpen =
    currencies.value === null || (currencies.value === 'cash or token' && typed['payoutCurrency'] === 'token')
  if (!isLeftOpen) delete typed['payoutCurrency']
  if (cadence.value !== null) delete typed['payoutCadence']
  if (typed['priceUsdPerGpuHour'] === undefined) delete typed['priceBasis']
  if (typed['platformFeeRatio'] === undefined && profile.fees.length > 0) delete typed['platformFeeSteps']
  if (serviceEntries(profile)['serviceLevel'] !== undefined) delete typed['serviceLevel']
  return typed
}

const takenOver = 'terms of '

/** Marks a figure that a scenario takes over from a network, so that it is not held for the person's own word. */
function asTakenOver(figure: Figure, networkName: string): Figure {
  const source = `${takenOver}${networkName}${figure.source === null ? '' : `; ${figure.source}`}`
  return { ...figure, source: source.slice(0, longestSource) }
}

/** As the stored scenario allows. */
const longestSource = 500

function isTakenOver({ source }: Figure): boolean {
  return source?.startsWith(takenOver) ?? false
}

function typedCurrency({ payoutCurrency }: InputEntries): 'cash' | 'token' | null {
  return payoutCurrency === 'cash' || payoutCurrency === 'token' ? payoutCurrency : null
}

/** Terms that cost, of which less is better. */
const costKeys = [
  'platformFeeRatio',
  'paymentFeeRatio',
  'minimumPayoutUsd',
  'withdrawalFeeUsd',
  'holdDays',
] as const
type CostKey = (typeof costKeys)[number]
type CostFigures = Readonly<Record<CostKey, Figure | null>>

function entriesByPolicy(figures: CostFigures, policy: UnknownPolicy): Record<string, InputEntry | null> {
  return Object.fromEntries(
    costKeys.map((key) => {
      const figure = figures[key]
      if (figure === null) return [key, null]
      const counted = figure.value === null ? documentedRange(figure, policy) : point(figure)
      return [key, counted === null || key !== 'holdDays' ? counted : whole(counted)]
    }),
  )
}

/**
 * A cost of which only the range is documented, by the policy for unknown terms: its high end, its middle, or its low
 * end. Null where it is known, or nothing is. Example: 0 to 15 %, pessimistic: 15 %. @see SPEC.md MK10
 */
export function documentedRange(figure: Figure, policy: UnknownPolicy): Figure | null {
  const { value, low, high } = figure
  if (value !== null || low === null || high === null) return null
  const counted = policy === 'pessimistic' ? high : policy === 'typical' ? (low + high) / 2 : low
  return { ...figure, value: counted, low: null, high: null }
}

function documentedTerm(key: CostKey, { low, high, unit }: Figure): UnknownTerm {
  return { key, label: definitionOf(key).label, countedAs: rangeWords(low!, high!, unit), inRange: true }
}

/** Without a range of the table's (I3) it counts as nothing. */
function unknownCost(
  key: CostKey,
  policy: UnknownPolicy,
  entries: Record<string, InputEntry | null>,
): UnknownTerm {
  const { label, unit, range } = definitionOf(key) as NumberInput
  if (range === undefined) return counted(key, label, 'none')
  const { good, bad } = range
  if (policy !== 'leave out') return { key, label, countedAs: rangeWords(good, bad, unit), inRange: true }
  entries[key] = assumed(good, unit, 'not known, left out')
  return { key, label, countedAs: 'left out', inRange: true }
}

function rangeWords(good: number, bad: number, unit: Unit): string {
  return `${formatFigure(good, unit)} to ${formatFigure(bad, unit)}`
}

function paidInOf(profile: MarketProfile, preferred: 'cash' | 'token'): 'cash' | 'token' | null {
  const { value } = profile.payout.currencies
  return value === 'cash or token' ? preferred : value
}

function feeEntries(
  profile: MarketProfile,
  { startMonth }: TermsQuestion,
  paidIn: 'cash' | 'token',
  unknowns: UnknownTerm[],
): Record<string, InputEntry | null> {
  const day = `${startMonth}-01`
  const later = feeStepsAfter(profile.fees, day, paidIn)
  const unknownFrom = feeUnknownFrom(profile.fees, day, paidIn)
  if (unknownFrom !== null)
    unknowns.push(counted('platformFeeSteps', `Platform fee from ${unknownFrom}`, 'as before'))
  return {
    platformFeeSteps:
      later
        .filter(({ step: each }) => each.platformFeeRatio.value !== null)
        .map(({ month, step: each }) => `${month} ${each.platformFeeRatio.value}`)
        .join('; ') || null,
  }
}

function given(entries: Record<string, InputEntry | null>): InputEntries {
  return Object.fromEntries(
    Object.entries(entries).filter((each): each is [string, InputEntry] => each[1] !== null),
  )
}

/** What a network decides in a scenario that is made for it; never a price, a rented share or a token's price. */
const filledKeys = [
  'platformFeeRatio',
  'paymentFeeRatio',
  'platformFeeSteps',
  'payoutCurrency',
  'payoutCadence',
  'creditDelayDays',
  'minimumPayoutUsd',
  'withdrawalFeeUsd',
  'holdDays',
  'serviceLevel',
  'promisedUptimeRatio',
  'creditPerPointRatio',
] as const satisfies readonly InputKey[]

/**
 * A network's terms for a scenario, marked as taken over: what it does not say is taken back, so that its range
 * applies. Where it pays in cash or token, cash. Example: Hyperbolic gives `platformFeeRatio` 0.1 and takes `minimumPayoutUsd` back.
 * @see SPEC.md I6
 */
export function entriesFromNetwork(network: MarketProfile, startMonth: string | null): EntriesPatch {
  const { entries, paidIn } = marketTerms(network, {
    catalogueId: null,
    gpuCount: 1,
    // Without a month the newest fees are the likeliest.
    startMonth: startMonth ?? '9999-12',
    preferredCurrency: 'cash',
    policy: 'pessimistic',
    typed: {},
  })
  return Object.fromEntries(
    filledKeys.map((key) => {
      const entry = paidIn === null && key === 'payoutCurrency' ? undefined : entries[key]
      return [
        key,
        entry === undefined || typeof entry === 'string' ? (entry ?? null) : asTakenOver(entry, network.name),
      ]
    }),
  )
}
