import { createContext, useContext } from 'react'
import type { RigCard } from '../../../../shared/markets/eligibility.ts'
import type { MarketPath } from '../../../../shared/markets/market-leaves.ts'
import type { ChangeEdits, OpenMarket, ResetEdits } from './open-market.ts'

/** Which small editor is open: one at a time. */
export type Editing = MarketPath | 'new fee' | 'new price' | 'new share' | null

export type MarketPageState = {
  readonly open: OpenMarket
  /** Of the rig that the open scenario is about; empty where it names none. */
  readonly cards: readonly RigCard[]
  /** YYYY-MM-DD, from the page's clock. */
  readonly today: string
  readonly readOnly: boolean
  readonly editing: Editing
  readonly setEditing: (editing: Editing) => void
  readonly change: ChangeEdits
  readonly reset: ResetEdits
}

export const MarketPageContext = createContext<MarketPageState | null>(null)

export function useMarketPage(): MarketPageState {
  const state = useContext(MarketPageContext)
  if (state === null) throw new Error('A part of a network’s page is drawn outside of it.')
  return state
}
