/** The one typed client. Which carrier it uses is decided here and nowhere else. */
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as MessagePortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/api.ts'
import { browserSurroundings, forgetSession, openSession } from './session.ts'

export type Client = ContractRouterClient<Contract>

export type Connection =
  | { readonly kind: 'connected'; readonly client: Client }
  | { readonly kind: 'no-session' }

/** What the preload posts together with the backend's port. */
export const portMessage = 'idlewatt-port'

export async function connect(onSessionLost: () => void): Promise<Connection> {
  if (window.location.protocol === 'app:') {
    const port = await portFromPreload()
    port.start()
    return { kind: 'connected', client: createORPCClient(new MessagePortLink({ port })) }
  }
  const session = await openSession(browserSurroundings())
  if (session === null) return { kind: 'no-session' }
  const link = new FetchLink({
    url: `${window.location.origin}/api`,
    headers: { authorization: `Bearer ${session}` },
    fetch: async (request, init) => {
      const response = await fetch(request, init)
      if (response.status === 401) {
        forgetSession(window.sessionStorage)
        onSessionLost()
      }
      return response
    },
  })
  return { kind: 'connected', client: createORPCClient(link) }
}

async function portFromPreload(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== portMessage || port === undefined) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
  })
}
