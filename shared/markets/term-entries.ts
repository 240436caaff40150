/** Single groups of a network's terms as inputs, and what of them nobody knows. @see SPEC.md MK10, MK11 */
import type { InputKey } from '../economics/input-table.ts'
import { type Figure, assumed } from '../figure.ts'
import type { InputEntry } from '../scenario.ts'
import type { MarketProfile } from './market-profile.ts'

export type UnknownTerm = {
  readonly key: InputKey
  readonly label: string
  /** What stands in its place, in words. */
  readonly countedAs: string
  /** Whether the shown range comes from it. */
  readonly inRange: boolean
}

export function counted(key: InputKey, label: string, countedAs: string): UnknownTerm {
  return { key, label, countedAs, inRange: false }
}

export function collateralEntries(
  { collateral }: MarketProfile,
  gpuCount: number,
  paidIn: 'cash' | 'token',
  tokenPriceUsd: number | null,
  unknowns: UnknownTerm[],
): Record<string, InputEntry | null> {
  const { kind, usdPerGpu, tokensPerGpu, unbondingDays } = collateral
  if (kind.value === 'none') return {}
  const isPriced = tokensPerGpu.value !== null && tokenPriceUsd !== null
  const perGpuUsd = usdPerGpu.value ?? (isPriced ? tokensPerGpu.value * tokenPriceUsd : null)
  if (kind.value === null || perGpuUsd === null) {
    unknowns.push(counted('collateralKind', 'Collateral', 'none'))
    return {}
  }
  const source = usdPerGpu.value === null ? tokensPerGpu : usdPerGpu
  if (unbondingDays.value === null) unknowns.push(counted('unbondingDays', 'Unbonding', 'no days'))
  return {
    collateralKind: kind.value === 'token' && paidIn === 'token' ? 'token' : 'cash',
    collateralUsd: { ...source, value: perGpuUsd * gpuCount, low: null, high: null, unit: 'usd' },
    unbondingDays: whole(unbondingDays),
  }
}

export function serviceEntries({ serviceLevel }: MarketProfile): Record<string, InputEntry | null> {
  const { promisedUptimeRatio, creditPerPointRatio } = serviceLevel
  if (promisedUptimeRatio.value === null || creditPerPointRatio.value === null) return {}
  return {
    serviceLevel: 'credits',
    promisedUptimeRatio: point(promisedUptimeRatio),
    creditPerPointRatio: point(creditPerPointRatio),
  }
}

export function subsidyEntries(
  { subsidy }: MarketProfile,
  paidIn: 'cash' | 'token',
  tokenPriceUsd: number | null,
): Record<string, InputEntry | null> {
  const inCash = {
    subsidyUsdPerRentedGpuHour: known(subsidy.usdPerRentedGpuHour),
    subsidyUsdPerUpGpuHour: known(subsidy.usdPerUpGpuHour),
  }
  if (paidIn === 'cash' || tokenPriceUsd === null) return inCash
  return {
    ...inCash,
    subsidyTokensPerRentedGpuHour: known(subsidy.tokensPerRentedGpuHour),
    subsidyTokensPerUpGpuHour: known(subsidy.tokensPerUpGpuHour),
  }
}

/**
 * While the buyer's price is in dollars and the token keeps its price, the level of that price cancels out of
 * every dollar: it stands as 1 where nobody gave it, and what is paid in tokens alone is left out. @see SPEC.md MK11
 */
export function tokenEntries(
  { token, subsidy }: MarketProfile,
  paidIn: 'cash' | 'token',
  tokenPriceUsd: number | null,
  unknowns: UnknownTerm[],
): Record<string, InputEntry | null> {
  if (paidIn === 'cash') return {}
  unknowns.push(counted('tokenYearlyChangeRatio', 'What the token will be worth', 'as today'))
  if (token.priceUsd.value !== null) return { tokenPriceUsd: point(token.priceUsd) }
  if (tokenPriceUsd !== null) return {}
  if (subsidy.tokensPerRentedGpuHour.value !== null || subsidy.tokensPerUpGpuHour.value !== null)
    unknowns.push(
      counted('subsidyTokensPerUpGpuHour', 'Subsidy in tokens, for want of a token price', 'none'),
    )
  return { tokenPriceUsd: assumed(1, 'usdPerToken', 'its level cancels out while it stays flat') }
}

/** A known figure without its range: the engine's ranges are those of unknown terms. */
export function point(figure: Figure): Figure {
  return { ...figure, low: null, high: null }
}

export function known(figure: Figure): Figure | null {
  return figure.value === null ? null : point(figure)
}

export function whole(figure: Figure): Figure | null {
  return figure.value === null ? null : { ...point(figure), value: Math.round(figure.value) }
}
