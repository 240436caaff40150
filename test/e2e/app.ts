/**
 * The app as a person meets it: the real server as a process of its own on its own data folder, real SQLite, and a
 * page at the link that it printed. Whatever the page complains about fails the test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, expect, test as base } from '@playwright/test'
import { askForLink } from '../../electron/loopback/ask-for-link.ts'
import { type HostProcess, runHost } from '../electron/host-processes.ts'
import { fillWithSampleBook } from './sample-book.ts'

const idlewatt = fileURLToPath(new URL('../../electron/idlewatt.mjs', import.meta.url))

export const twoCards = fileURLToPath(new URL('../fixtures/nvidia-smi/two-cards.csv', import.meta.url))

export type AppOptions = {
  readonly book: 'empty' | 'sample'
  /** A recorded nvidia-smi output. */
  readonly replay: string | null
}

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }

export type App = {
  readonly dataFolder: string
  /** A link that opens a session, once. */
  readonly freshLink: () => Promise<string>
  /** Ends the server by a signal and starts another on the same folder: another port, so another session. */
  readonly restart: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** The command line as a person types it. */
  readonly cli: (...given: readonly string[]) => Promise<Ended>
  readonly close: () => Promise<void>
}

async function end(host: HostProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  host.child.kill(signal)
  await host.ended
}

export async function startApp({ book, replay }: AppOptions): Promise<App> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'idlewatt-walk-'))
  if (book === 'sample') await fillWithSampleBook(dataFolder)
  const replaying = replay === null ? [] : ['--replay', replay]
  const start = async () => {
    const host = runHost(idlewatt, ['server', '--port', '0', '--data', dataFolder, ...replaying])
    await host.says(/#bootstrap=\S+/)
    return host
  }
  let server = await start()
  return {
    dataFolder,
    freshLink: () => askForLink(dataFolder),
    async restart(signal) {
      await end(server, signal)
      server = await start()
    },
    async cli(...given) {
      const host = runHost(idlewatt, given)
      const code = await host.ended
      return { code, output: host.output(), errors: host.errors() }
    },
    async close() {
      await end(server, 'SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The header names features that only other engines or other versions know. */
const isOfNewerFeatures = (text: string) =>
  text.startsWith('Error with Permissions-Policy header: Unrecognized feature')

/** Errors, warnings, broken policies, and requests to elsewhere, as they happen in any page of the context. */
export function listenForComplaints(context: BrowserContext): readonly string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !isOfNewerFeatures(message.text()))
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) =>
    complaints.push(`thrown: ${error.error().stack ?? error.error().message}`),
  )
  context.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:\d+\/|about:|data:|blob:)/.test(request.url()))
      complaints.push(`request to elsewhere: ${request.url()}`)
  })
  return complaints
}

type Fixtures = AppOptions & { readonly app: App; readonly complaints: readonly string[] }

export const test = base.extend<Fixtures>({
  book: ['empty', { option: true }],
  replay: [null, { option: true }],
  app: async ({ book, replay }, use) => {
    const app = await startApp({ book, replay })
    await use(app)
    await app.close()
  },
  complaints: async ({ context }, use) => {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} refused ${blockedURI}`),
      )
    })
    await use(listenForComplaints(context))
  },
  page: async ({ app, complaints, page }, use) => {
    await page.goto(await app.freshLink())
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await use(page)
    // Before the server goes: what its going breaks is no complaint.
    const said = [...complaints]
    for (const each of page.context().pages()) await each.goto('about:blank')
    expect(said, 'what the page complained about').toEqual([])
  },
})

export { expect }
