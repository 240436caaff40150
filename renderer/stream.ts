/** Follows a stream of the backend for as long as the page lives: opens it again, with growing pauses, when it breaks. */
export type StreamConnection =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly retryInSeconds: number; readonly reason: string | null }

type Following<T> = {
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<T>>
  readonly onEvent: (event: T) => void
  readonly onConnection: (connection: StreamConnection) => void
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

export const longestPauseSeconds = 30

/** 1, 2, 4 ... seconds after the first, second, third failure in a row. */
export function pauseSeconds(failuresInARow: number): number {
  return Math.min(longestPauseSeconds, 2 ** Math.max(0, failuresInARow - 1))
}

export async function followStream<T>(following: Following<T>): Promise<void> {
  const { signal } = following
  let failuresInARow = 0
  following.onConnection({ kind: 'opening' })
  while (!signal.aborted) {
    let isOpen = false
    let reason: string | null = null
    try {
      for await (const event of await following.open(signal)) {
        if (signal.aborted) return
        if (!isOpen) following.onConnection({ kind: 'open' })
        isOpen = true
        failuresInARow = 0
        following.onEvent(event)
      }
    } catch (failure) {
      reason = failure instanceof Error ? failure.message : null
    }
    if (signal.aborted) return
    failuresInARow += 1
    const retryInSeconds = pauseSeconds(failuresInARow)
    following.onConnection({ kind: 'lost', retryInSeconds, reason })
    await following.pause(retryInSeconds, signal)
  }
}

export async function pauseOnTimer(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
