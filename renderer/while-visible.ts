/**
 * Runs an effect while the page can be seen. A hidden tab gives its streams back: a browser allows six connections
 * to one host, and each stream holds one.
 */
export function whileVisible(run: (signal: AbortSignal) => void, life: AbortSignal): void {
  let seen: AbortController | null = null
  const follow = () => {
    const visible = document.visibilityState === 'visible'
    if (visible && seen === null) {
      seen = new AbortController()
      run(AbortSignal.any([life, seen.signal]))
    } else if (!visible) {
      seen?.abort()
      seen = null
    }
  }
  document.addEventListener('visibilitychange', follow, { signal: life })
  follow()
}
