import { describe, expect, it } from 'vitest'
import {
  bootstrapTokenIn,
  openSession,
  type SessionSurroundings,
  withoutBootstrapToken,
} from '../../renderer/session.ts'

function surroundings(hash: string, kept: string | null, answer: Response) {
  const storage = new Map<string, string>(kept === null ? [] : [['idlewatt-session', kept]])
  const posts: { path: string; body: unknown }[] = []
  const addresses: string[] = []
  const given: SessionSurroundings = {
    location: { hash, pathname: '/', search: '' },
    replaceAddress: (address) => addresses.push(address),
    storage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    post: async (path, body) => {
      posts.push({ path, body })
      return answer
    },
  }
  return { given, posts, addresses, storage }
}

describe('The session of a page in a browser', () => {
  it('trades the token of the fragment for a session, and takes the token out of the address', async () => {
    const { given, posts, addresses, storage } = surroundings(
      '#bootstrap=Ab_-9',
      null,
      Response.json({ session: 'kept-one' }),
    )
    expect(await openSession(given)).toBe('kept-one')
    expect(posts).toEqual([{ path: '/session', body: { bootstrap: 'Ab_-9' } }])
    expect(addresses).toEqual(['/'])
    expect(storage.get('idlewatt-session')).toBe('kept-one')
  })

  it('asks nothing where a session is kept and the address brings no token', async () => {
    const { given, posts } = surroundings('#/rig', 'kept-one', Response.json({ session: 'other' }))
    expect(await openSession(given)).toBe('kept-one')
    expect(posts).toEqual([])
  })

  it('falls back to the kept session when the token was used before', async () => {
    const { given } = surroundings('#bootstrap=spent', 'kept-one', new Response(null, { status: 401 }))
    expect(await openSession(given)).toBe('kept-one')
  })

  it('has no session when the token is refused or the answer is not what was agreed', async () => {
    const refused = surroundings('#bootstrap=spent', null, new Response(null, { status: 401 }))
    expect(await openSession(refused.given)).toBeNull()
    expect(refused.addresses).toEqual(['/'])
    for (const answer of [{}, { session: 1 }, { session: '' }, null])
      expect(await openSession(surroundings('#bootstrap=x', null, Response.json(answer)).given)).toBeNull()
  })

  it('finds the token wherever it stands in the fragment, and leaves the route', () => {
    expect(bootstrapTokenIn('#/rig?bootstrap=abc')).toBe('abc')
    expect(withoutBootstrapToken('#/rig?bootstrap=abc')).toBe('#/rig')
    expect(bootstrapTokenIn('#/rig')).toBeNull()
    expect(bootstrapTokenIn('#/notbootstrap=abc')).toBeNull()
  })
})
