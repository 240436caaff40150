/**
 * Which of a network's price points and rented shares counts for a card, and what speaks against it.
 * @see SPEC.md MK6 to MK8
 */
import { type Figure, trustOf } from '../figure.ts'
import type { MarketProfile, PricePoint, UtilizationPoint } from './market-profile.ts'

/** What buyers paid or hosts received; a cap, a reference or an ask is shown, never counted. */
function isCountable({ basis, usdPerGpuHour }: PricePoint): boolean {
  return (basis === 'buyer pays' || basis === 'host receives') && isCountableFigure(usdPerGpuHour)
}

/** Evidence, or what the user typed as an assumption. */
function isCountableFigure(figure: Figure): boolean {
  return figure.value !== null && (figure.class === 'assumption' || isEvidence(figure))
}

/** Class above claim, cap and assumption. @see SPEC.md MK7 */
export function isEvidence(figure: Figure): boolean {
  return trustOf(figure) > 0
}

/** The price points of a network for a card, as they stand. Without a card: none. */
export function pricesFor(profile: MarketProfile, catalogueId: string | null): readonly PricePoint[] {
  if (catalogueId === null) return []
  return profile.prices.filter(({ catalogueIds }) => catalogueIds.includes(catalogueId))
}

/**
 * The price that counts: own receipts and records, else what the user assumes, else the most trusted; then the newest, the first;
 * null where none is of basis "buyer pays" or "host receives".
 * Example: $0.35 of a third party beside $0.30 of a weak one: $0.35. @see SPEC.md MK6
 */
export function countedPrice(profile: MarketProfile, catalogueId: string | null): PricePoint | null {
  return best(pricesFor(profile, catalogueId).filter(isCountable), ({ usdPerGpuHour }) => usdPerGpuHour)
}

/** The rented share that counts for a card, chosen as a price is; a share without cards holds for all. @see SPEC.md MK6 */
export function countedUtilization(
  profile: MarketProfile,
  catalogueId: string | null,
): UtilizationPoint | null {
  const fitting = profile.utilizations.filter(
    ({ catalogueIds, rentalUtilizationRatio }) =>
      isCountableFigure(rentalUtilizationRatio) &&
      (catalogueIds.length === 0 || (catalogueId !== null && catalogueIds.includes(catalogueId))),
  )
  return best(fitting, ({ rentalUtilizationRatio }) => rentalUtilizationRatio)
}

/**
 * Countable points of the same basis, trusted as much, whose range does not meet the counted one's.
 * Example: $0.31 to 0.45 beside $0.68 to 0.88. @see SPEC.md MK8
 */
export function contradicting(
  profile: MarketProfile,
  catalogueId: string | null,
  counted: PricePoint,
): readonly PricePoint[] {
  const own = rangeOf(counted.usdPerGpuHour)
  return pricesFor(profile, catalogueId).filter((point) => {
    if (point === counted || !isCountable(point) || point.basis !== counted.basis) return false
    if (trustOf(point.usdPerGpuHour) < trustOf(counted.usdPerGpuHour)) return false
    const other = rangeOf(point.usdPerGpuHour)
    return other.low > own.high || other.high < own.low
  })
}

function rangeOf({ value, low, high }: Figure): { readonly low: number; readonly high: number } {
  return { low: low ?? value ?? 0, high: high ?? value ?? 0 }
}

function best<Point>(points: readonly Point[], figureOf: (point: Point) => Figure): Point | null {
  const rank = (point: Point) => {
    const figure = figureOf(point)
    const trust = trustOf(figure)
    if (trust === 1) return 3
    return figure.class === 'assumption' ? 2 : trust
  }
  const [first] = points.toSorted(
    (a, b) => rank(b) - rank(a) || compareText(figureOf(b).asOf ?? '', figureOf(a).asOf ?? ''),
  )
  return first ?? null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
