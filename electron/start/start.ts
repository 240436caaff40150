/** `npm start`: finds out what this machine has, says which host it opens and why, and falls back aloud. */
import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepareDataFolder } from '../data-folder.ts'
import { dataFolderFor, dataOptionFor, readPort } from '../host-options.ts'
import { askedToEnd, describeAddress } from '../loopback/for-people.ts'
import type { Loopback } from '../loopback/loopback.ts'
import { buildIfStale } from './build.ts'
import { decideHost, type HostChoice, type HostFacts } from './decide-host.ts'

import { askToFetch, fetchElectron, findElectron, runElectron } from './electron-runtime.ts'
import { openAppWindow, openDefaultBrowser } from './open-page.ts'
import { findAppBrowser, hasDisplay, type InstalledBrowser } from './surroundings.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

type StartOptions = {
  readonly dataFolder: string
  readonly port: number | null
  readonly replayFile: string | null
  readonly fetchElectron: boolean
}

function readStartOptions(given: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      replay: { type: 'string' },
      'fetch-electron': { type: 'boolean', default: false },
    },
  })
  return {
    dataFolder: dataFolderFor(values.data),
    port: values.port === undefined ? null : readPort(values.port),
    replayFile: values.replay === undefined ? null : resolve(values.replay),
    fetchElectron: values['fetch-electron'],
  }
}

export async function start(given: readonly string[]): Promise<void> {
  const options = readStartOptions(given)
  prepareDataFolder(options.dataFolder)
  const surroundings = { platform: process.platform, environment: process.env, homeFolder: homedir() }
  const browser = findAppBrowser(surroundings)
  const attempts = createAttempts(options, browser)
  let facts: HostFacts | null = {
    display: hasDisplay(surroundings),
    electron: findElectron(repository) === null ? 'absent' : 'present',
    fetching: fetchingAtStart(options),
    portNamed: options.port !== null,
    appBrowser: browser?.name ?? null,
    defaultBrowser: 'untried',
  }
  while (facts !== null) {
    const { host, reason } = decideHost(facts)
    facts = await attempts[host](facts, reason)
  }
}

/** Each settles when its host has ended, or with what was learned when it could not do its work. */
type Attempt = (facts: HostFacts, reason: string) => Promise<HostFacts | null>

function createAttempts(
  options: StartOptions,
  browser: InstalledBrowser | null,
): Readonly<Record<HostChoice['host'], Attempt>> {
  const server = serverOnce(options)
  const fresh = `A fresh link: npm run idlewatt -- open${dataOptionFor(options.dataFolder)}`
  return {
    async 'ask-to-fetch'(facts) {
      return { ...facts, fetching: (await askOnce(options.dataFolder)) ? 'asked-for' : 'declined' }
    },
    async 'fetch-electron'(facts, reason) {
      say(`fetching Electron's runtime, because ${reason}.`)
      const failed = await fetchElectron(repository)
      return failed === null ? { ...facts, electron: 'present' } : { ...facts, fetching: { failed } }
    },
    async electron(facts, reason) {
      say(`the desktop window, because ${reason}.`)
      const failed = await openElectron(options)
      return failed === null ? null : { ...facts, electron: { failed } }
    },
    async 'app-window'(facts, reason) {
      if (browser === null) return { ...facts, appBrowser: null }
      const { loopback, ending } = await server()
      say(`an app window of ${browser.name} at ${loopback.address}, because ${reason}. ${fresh}`)
      const window = openAppWindow(browser, loopback, options.dataFolder, homedir())
      const ended = await Promise.race([window.ended, ending])
      if (ended === undefined) window.close()
      else if (ended.endedEarly !== null) return { ...facts, appBrowser: { failed: ended.endedEarly } }
      else if (ended.handedOver) await ending
      await loopback.close()
      return null
    },
    async browser(facts, reason) {
      const { loopback, ending } = await server()
      say(`your default browser at ${loopback.address}, because ${reason}. Ctrl-C ends it. ${fresh}`)
      const failed = await openDefaultBrowser(loopback, options.dataFolder, homedir())
      if (failed !== null) return { ...facts, defaultBrowser: { failed } }
      await ending
      await loopback.close()
      return null
    },
    async server(_facts, reason) {
      const { loopback, ending } = await server()
      say(`the server alone, because ${reason}.`)
      console.log(describeAddress(loopback, dataOptionFor(options.dataFolder)))
      await ending
      await loopback.close()
      return null
    },
  }
}

async function openElectron({ dataFolder, replayFile }: StartOptions): Promise<string | null> {
  buildIfStale(repository, 'all')
  const program = findElectron(repository)
  if (program === null) return 'its program is gone'
  const replay = replayFile === null ? [] : ['--replay', replayFile]
  return (await runElectron(program, repository, ['--data', dataFolder, ...replay])).endedEarly
}

type Serving = { readonly loopback: Loopback; readonly ending: Promise<void> }

/** One server for all attempts. Loaded late: Electron's way needs no database in this process. */
function serverOnce({ dataFolder, port, replayFile }: StartOptions): () => Promise<Serving> {
  const open = async () => {
    buildIfStale(repository, 'pages')
    const { serve } = await import('../server.ts')
    const loopback = await serve({ dataFolder, port: port ?? 0, replayFile })
    return { loopback, ending: askedToEnd() }
  }
  let opened: Promise<Serving> | null = null
  return () => (opened ??= open())
}

function say(what: string): void {
  console.log(`Idlewatt: ${what}`)
}

const answerFile = (dataFolder: string) => join(dataFolder, 'start.json')

function fetchingAtStart({ fetchElectron, dataFolder }: StartOptions): HostFacts['fetching'] {
  if (fetchElectron) return 'asked-for'
  return process.stdin.isTTY && process.stdout.isTTY && !wasAsked(dataFolder) ? 'may-ask' : 'declined'
}

function wasAsked(dataFolder: string): boolean {
  try {
    return readFileSync(answerFile(dataFolder), 'utf8').includes('"fetchElectron":"declined"')
  } catch {
    return false
  }
}

/** A "no" is kept, so that nobody is asked twice; `--fetch-electron` changes one's mind. */
async function askOnce(dataFolder: string): Promise<boolean> {
  const wanted = await askToFetch()
  if (!wanted) writeFileSync(answerFile(dataFolder), '{"fetchElectron":"declined"}\n', { mode: 0o600 })
  return wanted
}
