/**
 * Leads a browser to a fresh link without the link's token ever being on a command line, where every program of
 * the machine could read it: a file that only its owner can read redirects there, and is gone a minute later.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Loopback } from '../loopback/loopback.ts'
import { earlyEndMs } from './electron-runtime.ts'
import type { InstalledBrowser } from './surroundings.ts'

const fileLifeMs = 60_000

/** The address of the file, not of the server. */
export function writeRedirect(loopback: Loopback, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `idlewatt-open-${randomBytes(8).toString('hex')}.html`)
  writeFileSync(file, redirectPage(loopback.freshLink()), { mode: 0o600, flag: 'wx' })
  const remove = () => rmSync(file, { force: true })
  loopback.onSessionOpened(remove)
  loopback.onClose(remove)
  setTimeout(remove, fileLifeMs).unref()
  return pathToFileURL(file).href
}

function redirectPage(link: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${link}">
<title>Idlewatt</title>
<p><a href="${link}">Open Idlewatt</a></p>
`
}

/** Settles when the window is closed, with a reason when it never really opened. */
export type AppWindow = {
  readonly ended: Promise<{ readonly endedEarly: string | null; readonly handedOver: boolean }>
  readonly close: () => void
}

/** A window without address bar, in a profile of its own: no extension of the person's browser reads along. */
export function openAppWindow(
  browser: InstalledBrowser,
  loopback: Loopback,
  dataFolder: string,
  homeFolder: string,
): AppWindow {
  const folder = browser.isSnap
    ? join(homeFolder, 'snap', 'chromium', 'common', 'idlewatt')
    : join(dataFolder, 'browser')
  const startedAtMs = performance.now()
  const child = spawn(
    browser.path,
    [
      `--app=${writeRedirect(loopback, folder)}`,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--window-size=1440,900',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-extensions',
      '--disable-sync',
    ],
    { stdio: 'ignore' },
  )
  const ended = whenEnded(child).then(({ code, reason }) => {
    const early = performance.now() - startedAtMs < earlyEndMs
    return { endedEarly: early && code !== 0 ? reason : null, handedOver: early && code === 0 }
  })
  return { ended, close: () => child.kill('SIGTERM') }
}

async function whenEnded(child: ChildProcess): Promise<{ code: number | null; reason: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, reason: error.message }))
    child.once('close', (code, signal) =>
      resolve({ code, reason: signal === null ? `exit code ${code}` : `signal ${signal}` }),
    )
  })
}

/** Null, or why no browser could be opened. */
export async function openDefaultBrowser(
  loopback: Loopback,
  dataFolder: string,
  homeFolder: string,
): Promise<string | null> {
  // Where browsers come as snaps they see no hidden folder, so the file lies in the open for its minute.
  const folder = existsSync('/snap/bin') ? homeFolder : join(dataFolder, 'browser')
  const page = writeRedirect(loopback, folder)
  const [program, ...given]: [string, ...string[]] =
    process.platform === 'win32'
      ? ['rundll32.exe', 'url.dll,FileProtocolHandler', page]
      : [process.platform === 'darwin' ? '/usr/bin/open' : 'xdg-open', page]
  const { code, reason } = await whenEnded(spawn(program, given, { stdio: 'ignore' }))
  return code === 0 ? null : reason
}
