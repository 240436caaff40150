/**
 * Runs the backend process without Electron: Node's own message ports in place of Electron's, and a port that is
 * handed over before the book is open. Prints what the page would be told.
 */
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/api.ts'

const parentPort = new EventEmitter()
Object.assign(process, { parentPort })
await import('../../electron/backend-process.ts')

const { port1, port2 } = new MessageChannel()
parentPort.emit('message', { data: 'connect', ports: [port1] })
port2.start()
const client = createORPCClient<ContractRouterClient<Contract>>(new RPCLink({ port: port2 }))
const about = await client.about()
const events = await client.rig.live()
const first = await events.next()
console.log(
  JSON.stringify({
    host: about.host,
    dataFolder: about.dataFolder,
    firstEvent: first.done === true ? null : first.value.type,
  }),
)
process.kill(process.pid, 'SIGTERM')
