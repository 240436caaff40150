/** What is asked of compare.py about networks, what it answers, and when two figures are the same. */
import type { ComparisonQuestion } from '../../shared/markets/compare.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'

export type MarketQuestion = ComparisonQuestion & {
  readonly name: string
  readonly markets: readonly MarketProfile[]
  /** How many pairs are explained, and how many frontiers drawn. */
  readonly pairs: number
  readonly frontiers: readonly { readonly elasticity: number; readonly ownShare: number }[]
}

type NeededPrice = {
  readonly share: number
  readonly cashBreakEven: number | null
  readonly toBeatOff: number | null
}

export type OracleNetwork = {
  readonly id: string
  readonly eligibility: 'eligible' | 'with conditions' | 'not said' | 'ineligible'
  readonly rank: 'ranked' | 'assumed' | 'needed' | 'refused' | 'ineligible'
  readonly given?: Readonly<Record<string, number | string>>
  readonly unknown: readonly string[]
  readonly contradictions: number
  readonly needed?: Partial<
    Record<
      'good' | 'bad',
      {
        readonly prices?: readonly NeededPrice[]
        readonly shares?: Readonly<Record<'cashBreakEven' | 'toBeatOff', number | null>>
      }
    >
  >
  readonly net: number
  readonly netAtBad: number
  readonly netAtGood: number
  readonly firstCashDay: number | null
  readonly scale: number
}

export type OracleAnswer = {
  readonly networks: readonly OracleNetwork[]
  readonly order: readonly string[]
  readonly probes: readonly (readonly number[])[]
  readonly pairs: readonly {
    readonly metrics: readonly [number, number]
    readonly gap: number
    readonly parts: Readonly<Record<string, number>>
    readonly scale: number
  }[]
  readonly frontiers: readonly {
    readonly prices: readonly number[]
    readonly shares: readonly number[]
    readonly nets: readonly number[]
    readonly bestIndex: number
    readonly bestNet: number
    readonly isTop: boolean
    readonly flat: readonly [number, number]
    readonly netAtGivenBest: number
    readonly powerFloor: number
    readonly fullCost: number | null
    readonly worthAround: readonly number[]
    readonly scale: number
  }[]
}

export const topics = [
  'MK9 who may join',
  'MK5 MK11 what is computed with',
  'MK10 what is unknown',
  'MK8 contradicting prices',
  'MK7 rank and order',
  'MK7 MK10 nets and their range',
  'N4 first cash date',
  'P2 price or share needed',
  'MK12 MK13 the difference and its parts',
  'MK15 the frontier',
  'MK16 its best price and its flat top',
] as const

export type MarketTopic = (typeof topics)[number]
export type Found = (topic: MarketTopic, same: boolean, what: () => string) => void

export const tolerance = 1e-9
/** Of a searched price or share: 1e-10 of the interval that was searched (P2), which is below $100 and below 1. */
export const searchTolerance = 1e-8

export const near = (a: number, b: number, scale: number) =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), scale)
