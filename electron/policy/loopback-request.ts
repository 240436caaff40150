/** Who may talk to the loopback server. Each rule is asked in order; the first that fails answers. */
import { importLimits } from '../../shared/imports/import-limits.ts'
import { resolvePagePath } from './page-path.ts'

/** A request's head. Headers as lists: one that comes twice is refused, not merged. */
export type RequestFacts = {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>
}

export type Route =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'session' }
  | { readonly kind: 'link' }
  | { readonly kind: 'api' }

type RefusalStatus = 401 | 403 | 404 | 405 | 411 | 413 | 415 | 421 | 429

export type RequestDecision =
  | { readonly allowed: true; readonly route: Route }
  | { readonly allowed: false; readonly status: RefusalStatus; readonly reason: string }

export type TokenAnswer = 'accepted' | 'wrong' | 'locked'

export type Tokens = {
  readonly checkSession: (token: string) => TokenAnswer
  readonly checkControl: (token: string) => TokenAnswer
}

type Refusal = Extract<RequestDecision, { allowed: false }>
const refuse = (status: Refusal['status'], reason: string): Refusal => ({ allowed: false, status, reason })

const absent = Symbol('absent')
const repeated = Symbol('repeated')

function single(facts: RequestFacts, name: string): string | typeof absent | typeof repeated {
  const values = facts.headers[name]
  if (values === undefined || values.length === 0) return absent
  return values.length === 1 && values[0] !== undefined ? values[0] : repeated
}

/** @see SPEC.md L1 */
export function decideRequest(facts: RequestFacts, port: number, tokens: Tokens): RequestDecision {
  if (single(facts, 'host') !== `127.0.0.1:${port}`)
    return refuse(421, 'Idlewatt answers only at its own address, 127.0.0.1 with its port.')
  const route = routeOf(facts)
  const stranger = refuseOrigin(facts, port) ?? refuseSite(facts, route)
  if (stranger !== null) return stranger
  if (facts.method !== 'GET' && facts.method !== 'POST')
    return refuse(405, 'Only GET of pages and POST of calls are known here.')
  if (route === null) return refuse(404, 'There is nothing at this address.')
  return (
    refuseContentType(facts) ??
    refuseToken(facts, route, tokens) ??
    refuseLength(facts, route) ?? { allowed: true, route }
  )
}

function routeOf(facts: RequestFacts): Route | null {
  if (facts.method === 'GET') {
    const path = resolvePagePath(facts.target)
    return path === null || /^\/(?:api|session|link)(?:\/|$)/.test(path) ? null : { kind: 'page', path }
  }
  if (facts.method !== 'POST') return null
  if (facts.target === '/session') return { kind: 'session' }
  if (facts.target === '/link') return { kind: 'link' }
  return /^\/api(?:\/[A-Za-z]{1,40}){1,4}$/.test(facts.target) ? { kind: 'api' } : null
}

/** Absent only where a browser sends none: on a GET. */
function refuseOrigin(facts: RequestFacts, port: number): Refusal | null {
  const origin = single(facts, 'origin')
  if (origin === `http://127.0.0.1:${port}`) return null
  if (origin === absent && facts.method === 'GET') return null
  return refuse(403, 'The request does not come from an Idlewatt page.')
}

/**
 * A page elsewhere may lead a person to the shell (our own redirect file does, and its scheme counts as another
 * site); it may load nothing and call nothing.
 */
function refuseSite(facts: RequestFacts, route: Route | null): Refusal | null {
  const site = single(facts, 'sec-fetch-site')
  if (site === absent || site === 'same-origin' || site === 'none') return null
  const topLevelShell =
    route?.kind === 'page' &&
    route.path === '/index.html' &&
    single(facts, 'sec-fetch-mode') === 'navigate' &&
    single(facts, 'sec-fetch-dest') === 'document'
  if (topLevelShell && (site === 'cross-site' || site === 'same-site')) return null
  return refuse(403, 'The request comes from another site.')
}

function refuseContentType(facts: RequestFacts): Refusal | null {
  if (facts.method === 'GET') return null
  const type = single(facts, 'content-type')
  const json = typeof type === 'string' && /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type)
  return json ? null : refuse(415, 'Calls are made in JSON.')
}

function refuseToken(facts: RequestFacts, route: Route, tokens: Tokens): Refusal | null {
  if (route.kind === 'page' || route.kind === 'session') return null
  const authorization = single(facts, 'authorization')
  const token =
    typeof authorization === 'string' ? /^Bearer ([\w-]{1,128})$/.exec(authorization)?.[1] : undefined
  if (token === undefined)
    return refuse(401, 'This page has no session. Run "idlewatt open" for a fresh link.')
  const answer = route.kind === 'link' ? tokens.checkControl(token) : tokens.checkSession(token)
  if (answer === 'locked') return refuse(429, 'Too many wrong guesses. Wait a minute.')
  if (answer === 'wrong') return refuse(401, 'The session has ended. Run "idlewatt open" for a fresh link.')
  return null
}

/** Known before the body is read: the parser then reads no byte more than was said. */
function refuseLength(facts: RequestFacts, route: Route): Refusal | null {
  if (route.kind === 'page') return null
  const length = single(facts, 'content-length')
  if (typeof length !== 'string' || single(facts, 'transfer-encoding') !== absent)
    return refuse(411, 'A call says its length.')
  return Number(length) <= longestBytes(facts.target, route) ? null : refuse(413, 'The call is too large.')
}

/** A file on its way into the book, a whole checklist, or a script to look at, as a string in JSON: each quote and each line end of it is two characters there. */
const importCalls: ReadonlySet<string> = new Set([
  ...['packPreview', 'packImport', 'offersPreview', 'offersImport', 'seriesPreview', 'seriesImport'].map(
    (name) => `/api/market/${name}`,
  ),
  ...['importPreview', 'importCard', 'attach', 'review', 'saveChecklist'].map(
    (name) => `/api/scorecard/${name}`,
  ),
])
const longestImportBytes = 2 * importLimits.bytes + 65_536

function longestBytes(target: string, route: Route): number {
  if (route.kind !== 'api') return 4_096
  return importCalls.has(target) ? longestImportBytes : 1_048_576
}
