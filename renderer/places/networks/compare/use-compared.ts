import { useEffect, useState } from 'react'
import {
  comparedMarket,
  type ComparedMarket,
  type ComparisonQuestion,
  inOrder,
} from '../../../../shared/markets/compare.ts'
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
  readonly isCurrent: boolean
  readonly done: number
}

/** Compares in slices between the page's frames; a new question gives up what is under way. */
export function useCompared(
  question: ComparisonQuestion | null,
  markets: readonly MarketProfile[],
): Comparing {
  const [kept, setKept] = useState<Kept | null>(null)
  const [done, setDone] = useState(0)
  useEffect(() => {
    if (question === null) return
    const compared: ComparedMarket[] = []
    let frame = requestAnimationFrame(function step() {
      const until = performance.now() + sliceMs
      while (compared.length < markets.length && performance.now() < until)
        compared.push(comparedMarket(question, markets[compared.length]!))
      setDone(compared.length)
      if (compared.length < markets.length) frame = requestAnimationFrame(step)
      else setKept({ question, markets, compared: inOrder(compared) })
    })
    return () => cancelAnimationFrame(frame)
  }, [question, markets])
  const isCurrent = kept !== null && kept.question === question && kept.markets === markets
  return { compared: kept?.compared ?? null, isCurrent, done }
}
