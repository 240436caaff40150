import { useEffect, useState } from 'react'
import {
  type Difference,
  type DifferenceProgress,
  type DifferenceSide,
  differenceSteps,
} from '../../../../shared/markets/difference.ts'
import type { UnknownPolicy } from '../../../../shared/markets/market-entries.ts'

/** Half of a frame at 60 pictures a second: the rest is the page's. */
const sliceMs = 8

type Asked = {
  readonly first: DifferenceSide
  readonly second: DifferenceSide
  readonly policy: UnknownPolicy
}

export type Explaining = {
  readonly difference: Difference | null
  readonly progress: DifferenceProgress | null
}

/** Explains in slices between the page's frames; another pair gives up what is under way. */
export function useDifference(
  first: DifferenceSide | null,
  second: DifferenceSide | null,
  policy: UnknownPolicy,
): Explaining {
  const [found, setFound] = useState<(Asked & Explaining) | null>(null)
  useEffect(() => {
    if (first === null || second === null) return
    const asked = { first, second, policy }
    const steps = differenceSteps(first, second, policy)
    let frame = requestAnimationFrame(function go() {
      const until = performance.now() + sliceMs
      let step = steps.next()
      while (step.done !== true && performance.now() < until) step = steps.next()
      if (step.done === true) setFound({ ...asked, difference: step.value, progress: null })
      else {
        setFound({ ...asked, difference: null, progress: step.value })
        frame = requestAnimationFrame(go)
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [first, second, policy])
  const isOfThese = found?.first === first && found.second === second && found.policy === policy
  return isOfThese ? found : { difference: null, progress: null }
}
