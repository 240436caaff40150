/**
 * What a higher price costs in rented hours: net against the own price, and how flat its top is.
 * @see SPEC.md MK15, MK16
 */
import { batchOf } from '../economics/batch.ts'
import type { NumberKey } from '../economics/input-table.ts'
import type { InputEntries, ResolvedInputs } from '../economics/inputs.ts'
import { resolveInputs } from '../economics/inputs.ts'
import { powerFloorOf, pricesAt } from '../economics/prices.ts'
import { firstYearMean, statementOf } from '../economics/statement.ts'
import { crossingAt } from '../economics/words.ts'
import { pow } from '../math.ts'
import { unansweredReason } from '../sensitivity/cases.ts'

export type FrontierQuestion = {
  /** With price and rented share: the point that the frontier goes through. */
  readonly entries: InputEntries
  /** How many per cent the rented share falls for each per cent of price, 0 or more. */
  readonly elasticity: number
  /** Own part of all such cards on the market once they are offered, 0 to below 1. */
  readonly ownSupplyShareRatio: number
}

export type FrontierPoint = {
  readonly priceUsdPerGpuHour: number
  readonly rentalUtilizationRatio: number
  /** Mean of the first year. */
  readonly netUsdPerMonth: number
}

export type Frontier =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'frontier'
      readonly points: readonly FrontierPoint[]
      readonly best: FrontierPoint
      /** The best lies at an end of what was looked at: it is not a top. */
      readonly bestAtEnd: 'lowest price' | 'highest price' | null
      /** Prices around the best whose net is within 5 % of it, at the looked-at points. */
      readonly flatFromUsdPerGpuHour: number
      readonly flatToUsdPerGpuHour: number
      /** Mean floor of power against the rig switched off, and the full-cost price at the best rented share. */
      readonly powerFloorUsdPerGpuHour: number
      readonly fullCostUsdPerGpuHour: number | null
    }

/** Share of the best net that may be given up within the flat top. */
const flatnessRatio = 0.05

/** Prices looked at: even ratios from a quarter of the price to four times it. */
const pricesLookedAt = 97

/** As the input allows. */
const highestPriceUsd = 100

/**
 * `min(1, share x (price / base)^-elasticity) x (1 - own share of supply)`.
 * Example: 40 % at $0.50, elasticity 1, at $0.25, no own supply: 80 %. @see SPEC.md MK15
 */
export function utilizationAt(
  base: { readonly priceUsdPerGpuHour: number; readonly rentalUtilizationRatio: number },
  { elasticity, ownSupplyShareRatio }: Omit<FrontierQuestion, 'entries'>,
  priceUsdPerGpuHour: number,
): number {
  if (base.rentalUtilizationRatio === 0) return 0
  const demanded =
    base.rentalUtilizationRatio * pow(priceUsdPerGpuHour / base.priceUsdPerGpuHour, -elasticity)
  return Math.min(1, demanded) * (1 - ownSupplyShareRatio)
}

/**
 * Net at 97 prices around the given one, and the best of them refined to a millionth of the price.
 * Refused where there is no net, at a price of 0, and outside the bounds of elasticity (0 to 10) and own share.
 * Example: see test/shared/markets/frontier.test.ts, "at elasticity 2 the top lies at twice the hour's cost".
 * @see SPEC.md MK15, MK16
 */
export function frontierOf(question: FrontierQuestion): Frontier {
  const { entries, elasticity, ownSupplyShareRatio } = question
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return refused(resolution.problems[0]?.message ?? 'It is refused.')
  const { inputs } = resolution
  const reason = unansweredReason(inputs) ?? boundsFault(elasticity, ownSupplyShareRatio)
  if (reason !== null) return refused(reason)
  const priceUsdPerGpuHour = inputs.numbers.priceUsdPerGpuHour!
  const rentalUtilizationRatio = inputs.numbers.rentalUtilizationRatio!
  if (priceUsdPerGpuHour === 0) return refused('A price above 0 is needed to go up and down from.')

  const base = { priceUsdPerGpuHour, rentalUtilizationRatio }
  const netsAt = (prices: readonly number[]) => pointsAt(inputs, base, question, prices)
  const ladder = Array.from(
    { length: pricesLookedAt },
    (_, i) => priceUsdPerGpuHour * pow(4, (2 * i) / (pricesLookedAt - 1) - 1),
  )
  const within = ladder.filter((price) => price < highestPriceUsd)
  const points = netsAt(within.length === ladder.length ? ladder : [...within, highestPriceUsd])
  const at = points.reduce(
    (most, { netUsdPerMonth }, i) => (netUsdPerMonth > points[most]!.netUsdPerMonth ? i : most),
    0,
  )
  const best = refined(
    points[Math.max(0, at - 1)]!,
    points[at]!,
    points[Math.min(points.length - 1, at + 1)]!,
    netsAt,
  )
  const least = best.netUsdPerMonth - flatnessRatio * Math.abs(best.netUsdPerMonth)
  let [from, to] = [at, at]
  while (from > 0 && points[from - 1]!.netUsdPerMonth >= least) from -= 1
  while (to < points.length - 1 && points[to + 1]!.netUsdPerMonth >= least) to += 1
  const floor = powerFloorOf(inputs)
  const { fullCost } =
    best.rentalUtilizationRatio > 0
      ? pricesAt(inputs, best.rentalUtilizationRatio, floor)
      : { fullCost: null }
  return {
    kind: 'frontier',
    points,
    best,
    bestAtEnd: at === 0 ? 'lowest price' : at === points.length - 1 ? 'highest price' : null,
    flatFromUsdPerGpuHour: points[from]!.priceUsdPerGpuHour,
    flatToUsdPerGpuHour: points[to]!.priceUsdPerGpuHour,
    powerFloorUsdPerGpuHour: floor.againstOffUsdPerGpuHour.mean,
    fullCostUsdPerGpuHour: fullCost === null ? null : crossingAt(fullCost),
  }
}

function refused(reason: string): Frontier {
  return { kind: 'refused', reason }
}

function boundsFault(elasticity: number, ownSupplyShareRatio: number): string | null {
  if (!(elasticity >= 0 && elasticity <= 10))
    return `Elasticity: expected a number from 0 to 10; given was ${elasticity}.`
  if (!(ownSupplyShareRatio >= 0 && ownSupplyShareRatio < 1))
    return `Own share of supply: expected a number from 0 to below 1; given was ${ownSupplyShareRatio}.`
  return null
}

function pointsAt(
  inputs: ResolvedInputs,
  base: { readonly priceUsdPerGpuHour: number; readonly rentalUtilizationRatio: number },
  question: FrontierQuestion,
  prices: readonly number[],
): readonly FrontierPoint[] {
  const shares = prices.map((price) => utilizationAt(base, question, price))
  const columns: Partial<Record<NumberKey, Float64Array>> = {
    priceUsdPerGpuHour: Float64Array.from(prices),
    rentalUtilizationRatio: Float64Array.from(shares),
  }
  const statement = statementOf(batchOf(inputs, prices.length, columns))
  return prices.map((priceUsdPerGpuHour, s) => ({
    priceUsdPerGpuHour,
    rentalUtilizationRatio: shares[s]!,
    netUsdPerMonth: firstYearMean(statement, statement.netUsd, s),
  }))
}

const goldenRatio = (Math.sqrt(5) - 1) / 2

/** Golden section between the neighbours of the best point looked at; never worse than that point. */
function refined(
  below: FrontierPoint,
  best: FrontierPoint,
  above: FrontierPoint,
  netsAt: (prices: readonly number[]) => readonly FrontierPoint[],
): FrontierPoint {
  let [low, high] = [below.priceUsdPerGpuHour, above.priceUsdPerGpuHour]
  let top = best
  while (high - low > 1e-6 * best.priceUsdPerGpuHour) {
    const span = goldenRatio * (high - low)
    const [left, right] = netsAt([high - span, low + span]) as [FrontierPoint, FrontierPoint]
    for (const point of [left, right]) if (point.netUsdPerMonth > top.netUsdPerMonth) top = point
    if (left.netUsdPerMonth >= right.netUsdPerMonth) high = right.priceUsdPerGpuHour
    else low = left.priceUsdPerGpuHour
  }
  return top
}
