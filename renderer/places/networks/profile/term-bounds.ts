/**
 * What a number typed for a term must lie between. The same bounds as shared/markets/market-schema.ts has, whose
 * library must not run in a page (it compiles code, which the page's policy forbids); a test holds the two together.
 */
import type { NumberInput } from '../../../../shared/economics/input-definition.ts'
import type { Unit } from '../../../../shared/figure.ts'
import type { MarketLeaf, MarketPath } from '../../../../shared/markets/market-leaves.ts'

type Bounds = { readonly low: number; readonly high: number; readonly isWhole?: true }

export type FigurePath = Extract<
  MarketPath,
  | `hardware.m${string}`
  | `payout.${'creditDelayDays' | 'minimumUsd' | 'withdrawalFeeUsd' | 'holdDays'}`
  | `collateral.${'usdPerGpu' | 'tokensPerGpu' | 'unbondingDays'}`
  | `serviceLevel.${string}`
  | `subsidy.${string}`
  | 'token.priceUsd'
>

export const termBounds: Readonly<Record<FigurePath, Bounds>> = {
  'hardware.minimumMemoryGigabytes': { low: 0, high: 10_000 },
  'hardware.minimumGpuCount': { low: 0, high: 100_000, isWhole: true },
  'hardware.maximumGpuCount': { low: 1, high: 100_000, isWhole: true },
  'payout.creditDelayDays': { low: 0, high: 180 },
  'payout.minimumUsd': { low: 0, high: 100_000 },
  'payout.withdrawalFeeUsd': { low: 0, high: 10_000 },
  'payout.holdDays': { low: 0, high: 1_000 },
  'collateral.usdPerGpu': { low: 0, high: 10_000_000 },
  'collateral.tokensPerGpu': { low: 0, high: 1e12 },
  'collateral.unbondingDays': { low: 0, high: 1_000 },
  'serviceLevel.promisedUptimeRatio': { low: 0, high: 1 },
  'serviceLevel.creditPerPointRatio': { low: 0, high: 1 },
  'subsidy.usdPerRentedGpuHour': { low: 0, high: 100 },
  'subsidy.usdPerUpGpuHour': { low: 0, high: 100 },
  'subsidy.tokensPerRentedGpuHour': { low: 0, high: 1e9 },
  'subsidy.tokensPerUpGpuHour': { low: 0, high: 1e9 },
  'token.priceUsd': { low: 1e-9, high: 1e7 },
}

/** Of the figures in a network's lists. */
export const priceBounds: Bounds = { low: 0, high: 100 }
export const shareBounds: Bounds = { low: 0, high: 1 }
export const feeBounds: Bounds = { low: 0, high: 0.95 }

/** Longest text of a source, a note, a fact: as the schema has it. */
export const longest = { source: 500, note: 300, fact: 400, symbol: 20, card: 80, name: 80 } as const

export function boundsOfTerm(leaf: Extract<MarketLeaf, { kind: 'figure' }>): NumberInput {
  const bounds = (termBounds as Readonly<Record<string, Bounds>>)[leaf.path]
  if (bounds === undefined) throw new Error(`The term ${leaf.path} has no bounds.`)
  return numberDefinition(leaf.label, leaf.unit, bounds)
}

/** As much of a row of the input table as a number field reads. */
export function numberDefinition(label: string, unit: Unit, { low, high, isWhole }: Bounds): NumberInput {
  return {
    key: label,
    label,
    group: 'income',
    help: '',
    kind: isWhole === true ? 'integer' : 'number',
    unit,
    low,
    high,
    step: 1,
    assumed: null,
  }
}
