/** The loopback server put together: who is let in, what is answered, where it listens. */
import { randomBytes } from 'node:crypto'
import { createAccess } from './access.ts'
import { createAnswer, type BackendRouter } from './answer.ts'
import { writeInstance } from './instance-file.ts'
import { listenOnLoopback } from './listen.ts'
import type { Pages } from '../pages.ts'

export type LoopbackOptions = {
  readonly router: BackendRouter
  readonly pages: Pages
  readonly dataFolder: string
  /** 0 for a free one. */
  readonly port: number
  readonly monotonicMs: () => number
}

export type Loopback = {
  readonly address: string
  readonly port: number
  /** An address that opens one session within a minute, once. */
  readonly freshLink: () => string
  /** Called when a link has become a session. */
  readonly onSessionOpened: (listener: () => void) => void
  readonly onClose: (listener: () => void) => void
  readonly close: () => Promise<void>
}

export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const access = createAccess({
    monotonicMs: options.monotonicMs,
    randomToken: () => randomBytes(32).toString('base64url'),
  })
  const whenOpened: (() => void)[] = []
  const whenClosed: (() => void)[] = []
  let port = 0
  const addressOf = () => `http://127.0.0.1:${port}`
  const linkFor = (token: string) => `${addressOf()}/#bootstrap=${token}`

  const listening = await listenOnLoopback(
    options.port,
    createAnswer({
      router: options.router,
      pages: options.pages,
      access,
      port: () => port,
      linkFor,
      onSessionOpened: () => whenOpened.forEach((listener) => listener()),
    }),
  )
  port = listening.port
  const removeInstance = writeInstance(options.dataFolder, {
    pid: process.pid,
    port,
    controlSecret: access.controlSecret,
  })

  return {
    address: addressOf(),
    port,
    freshLink: () => linkFor(access.issueLink()),
    onSessionOpened: (listener) => whenOpened.push(listener),
    onClose: (listener) => whenClosed.push(listener),
    async close() {
      removeInstance()
      whenClosed.forEach((listener) => listener())
      await listening.close()
    },
  }
}
