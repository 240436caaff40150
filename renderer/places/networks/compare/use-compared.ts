import { useEffect, useState } from 'react'
import {
  comparedMarket,
  type ComparedMarket,
  type ComparisonQuestion,
  inOrder,
} from '../../../../shared/markets/compare.ts'
import type { RigCard } from '../../../../shared/markets/eligibility.ts'
import type { MarketProfile } from '../../../../shared/markets/market-profile.ts'

/** Half of a frame at 60 pictures a second: the rest is the page's. */
const sliceMs = 8

type Kept = {
  readonly question: ComparisonQuestion
  readonly markets: readonly MarketProfile[]
  readonly compared: readonly ComparedMarket[]
}

export type Comparing = {
  /** Of these inputs, or of those before them while the new ones are computed; null before the first. */
  readonly compared: readonly ComparedMarket[] | null
  /** The cards that they were compared on. */
  readonly cards: readonly RigCard[]
  readonly isCurrent: boolean
  readonly done: number
}

/** What was compared last is there at once when one comes back, and not computed again while nothing has changed. */
let latest: (Kept & { readonly key: string }) | null = null

/** Compares in slices between the page's frames; a new question gives up what is under way. */
export function useCompared(question: ComparisonQuestion, markets: readonly MarketProfile[]): Comparing {
  const [kept, setKept] = useState<Kept | null>(latest)
  const [done, setDone] = useState(0)
  useEffect(() => {
    const key = JSON.stringify([question, markets])
    const compared: ComparedMarket[] = []
    let frame = requestAnimationFrame(function step() {
      if (latest?.key === key) return setKept({ ...latest, question, markets })
      const until = performance.now() + sliceMs
      while (compared.length < markets.length && performance.now() < until)
        compared.push(comparedMarket(question, markets[compared.length]!))
      setDone(compared.length)
      if (compared.length < markets.length) {
        frame = requestAnimationFrame(step)
      } else {
        latest = { key, question, markets, compared: inOrder(compared) }
        setKept(latest)
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [question, markets])
  return {
    compared: kept?.compared ?? null,
    cards: kept?.question.cards ?? [],
    isCurrent: kept?.question === question && kept.markets === markets,
    done,
  }
}
