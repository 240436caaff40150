/** The Chromium that tests, pictures and the bench drive: one that is installed, before Playwright's own. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { chromium } from '@playwright/test'
import { findAppBrowser } from '../electron/start/surroundings.ts'

/** Its program file, or null where there is none. `IDLEWATT_BROWSER` names one; a name that leads nowhere is an error. */
export function findBrowser(): string | null {
  const named = process.env['IDLEWATT_BROWSER'] ?? ''
  if (named !== '') {
    if (!existsSync(named)) throw new Error(`IDLEWATT_BROWSER names ${named}, and there is no such file.`)
    return named
  }
  return fixedPlaces().find((path) => existsSync(path)) ?? null
}

/** A snap is left out: it cannot read the profile that Playwright makes for it. */
function fixedPlaces(): readonly string[] {
  const surroundings = { platform: process.platform, environment: process.env, homeFolder: homedir() }
  const installed = findAppBrowser(
    surroundings,
    (path) => !path.startsWith('/snap/') && path !== '/usr/bin/chromium-browser' && existsSync(path),
  )
  return ['/usr/bin/chromium', ...(installed === null ? [] : [installed.path]), chromium.executablePath()]
}

/** Keeps Chromium silent: no name look-up, no update, no request but to this machine. */
export const silentBrowserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
]
