/** The backend in its own process, so that a backup or a slow disk never freezes the window. */
import { RPCHandler } from '@orpc/server/message-port'
import { createBackend } from './backend.ts'
import { systemClock } from './clock.ts'
import { readHostOptions } from './host-options.ts'

async function start() {
  const options = readHostOptions(process.argv.slice(2))
  const backend = await createBackend({ ...options, host: 'electron', clock: systemClock })
  return { handler: new RPCHandler(backend.router), close: backend.close }
}

// Held as a promise: a port that comes before the book is open waits, with its messages, until it is.
const started = start()
started.catch((error: unknown) => {
  console.error(`Idlewatt: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})

process.parentPort.on('message', ({ ports: [port] }) => {
  if (port !== undefined) void connect(port)
})

async function connect(port: Electron.MessagePortMain): Promise<void> {
  const { handler } = await started
  handler.upgrade(port, { context: {} })
  port.start()
}

process.once('SIGTERM', () => {
  void started.then(({ close }) => close()).finally(() => process.exit(0))
})
