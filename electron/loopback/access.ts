/** Who has been let in: single-use links, the sessions they became, and what happens to guesses. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { TokenAnswer } from '../policy.ts'

export type AccessOptions = {
  readonly monotonicMs: () => number
  /** A fresh random token of 256 bit. */
  readonly randomToken: () => string
}

export type Access = {
  /** Proves to the server that its asker can read the data folder. */
  readonly controlSecret: string
  readonly issueLink: () => string
  readonly exchange: (token: string) => { readonly session: string } | 'wrong' | 'locked'
  readonly checkSession: (token: string) => TokenAnswer
  readonly checkControl: (token: string) => TokenAnswer
}

export const linkLifeMs = 60_000
/** Not shorter than a link lives: no link that was open when the guessing began is open when it may go on. */
export const lockoutMs = linkLifeMs
export const wrongGuessesAllowed = 10
const sessionsKept = 64
const linksKept = 16

/** @see SPEC.md L3, L4 */
export function createAccess({ monotonicMs, randomToken }: AccessOptions): Access {
  const controlSecret = randomToken()
  const controlDigest = digest(controlSecret)
  let links: { readonly digest: Buffer; readonly endsAtMs: number }[] = []
  let sessions: Buffer[] = []
  const exchangeGuesses = countGuesses(monotonicMs)
  const bearerGuesses = countGuesses(monotonicMs)

  const judge = (accepted: boolean): TokenAnswer => (accepted ? 'accepted' : bearerGuesses.wrong())

  return {
    controlSecret,
    issueLink() {
      const token = randomToken()
      exchangeGuesses.forgive()
      links = [...links, { digest: digest(token), endsAtMs: monotonicMs() + linkLifeMs }].slice(-linksKept)
      return token
    },
    exchange(token) {
      if (exchangeGuesses.locked()) return 'locked'
      const presented = digest(token)
      const now = monotonicMs()
      links = links.filter((link) => link.endsAtMs > now)
      const found = links.find((link) => timingSafeEqual(link.digest, presented))
      if (found === undefined) return exchangeGuesses.wrong()
      links = links.filter((link) => link !== found)
      const session = randomToken()
      sessions = [...sessions, digest(session)].slice(-sessionsKept)
      return { session }
    },
    // A session that is right always passes, also while somebody guesses: a guesser cannot shut out its owner.
    checkSession: (token) => judge(holds(sessions, digest(token))),
    checkControl: (token) => judge(timingSafeEqual(controlDigest, digest(token))),
  }
}

function holds(digests: readonly Buffer[], presented: Buffer): boolean {
  let found = false
  for (const each of digests) found = timingSafeEqual(each, presented) || found
  return found
}

function countGuesses(monotonicMs: () => number) {
  let wrong = 0
  let firstAtMs = 0
  let lockedUntilMs = -Infinity
  const locked = () => monotonicMs() < lockedUntilMs
  return {
    locked,
    wrong(): 'wrong' | 'locked' {
      const now = monotonicMs()
      if (locked()) return 'locked'
      if (wrong === 0 || now - firstAtMs > lockoutMs) {
        wrong = 0
        firstAtMs = now
      }
      wrong += 1
      if (wrong < wrongGuessesAllowed) return 'wrong'
      wrong = 0
      lockedUntilMs = now + lockoutMs
      return 'locked'
    },
    forgive() {
      wrong = 0
      lockedUntilMs = -Infinity
    },
  }
}

/** Digests have one length, so that the comparison neither leaks where two tokens differ nor how long one is. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
