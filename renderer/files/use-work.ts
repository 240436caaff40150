/** One thing at a time that takes a while and can be stopped. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { reasonOf } from '../frame/attempt.ts'

export type Work = {
  /** What is being done, in words; null when nothing is. */
  readonly doing: string | null
  /** Why the last one did not come to an end; null where it did, or was stopped by the person. */
  readonly failure: string | null
  /** What was made, or null where it failed, was stopped or overtaken by another. */
  readonly run: <T>(doing: string, work: (signal: AbortSignal) => Promise<T>) => Promise<T | null>
  /** Gives up what is being done, and why the last one failed. */
  readonly stop: () => void
}

export function useWork(): Work {
  const [state, setState] = useState<Pick<Work, 'doing' | 'failure'>>({ doing: null, failure: null })
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState({ doing: null, failure: null })
  }, [])
  useEffect(() => () => running.current?.abort(), [])
  const run = useCallback(async <T>(doing: string, work: (signal: AbortSignal) => Promise<T>) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setState({ doing, failure: null })
    try {
      const made = await work(own.signal)
      if (running.current !== own) return null
      setState({ doing: null, failure: null })
      return made
    } catch (failure) {
      if (running.current === own) setState({ doing: null, failure: reasonOf(failure) })
      return null
    }
  }, [])
  return { ...state, run, stop }
}
