/**
 * How a page in a browser gets its right to talk to the loopback server: a single-use token in the address's
 * fragment is traded for a session token, which sessionStorage keeps for this origin and tab.
 */
const storageKey = 'idlewatt-session'

export type SessionSurroundings = {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string }
  readonly replaceAddress: (address: string) => void
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly post: (path: string, body: unknown) => Promise<Response>
}

/** The bootstrap token in a fragment such as "#bootstrap=abc" or "#/rig?bootstrap=abc"; null where there is none. */
export function bootstrapTokenIn(hash: string): string | null {
  return /(?:^#|[#?&])bootstrap=([\w-]+)/.exec(hash)?.[1] ?? null
}

/** The fragment without its bootstrap token, so that neither history nor a bookmark keeps it. */
export function withoutBootstrapToken(hash: string): string {
  const rest = hash.replace(/[?&]?bootstrap=[\w-]+/, '')
  return rest === '#' ? '' : rest
}

/** A session token, or null where only a fresh link can help. */
export async function openSession(surroundings: SessionSurroundings): Promise<string | null> {
  const { location, storage } = surroundings
  const bootstrap = bootstrapTokenIn(location.hash)
  if (bootstrap !== null) {
    surroundings.replaceAddress(location.pathname + location.search + withoutBootstrapToken(location.hash))
    const response = await surroundings.post('/session', { bootstrap })
    if (response.ok) {
      const answer: unknown = await response.json()
      if (hasSession(answer)) {
        storage.setItem(storageKey, answer.session)
        return answer.session
      }
    }
  }
  return storage.getItem(storageKey)
}

export function forgetSession(storage: SessionSurroundings['storage']): void {
  storage.removeItem(storageKey)
}

function hasSession(answer: unknown): answer is { session: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'session' in answer &&
    typeof answer.session === 'string' &&
    answer.session !== ''
  )
}

export function browserSurroundings(): SessionSurroundings {
  return {
    location: window.location,
    replaceAddress: (address) => window.history.replaceState(null, '', address),
    storage: window.sessionStorage,
    post: async (path, body) =>
      fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}
