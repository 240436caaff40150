/** What the tests need beyond `npm ci`: a browser, LibreOffice, and the built pages. Says what it does. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from '../electron/start/build.ts'
import { findBrowser } from './browser.ts'
import { libreOfficeMissing } from './workbook/libreoffice.ts'

/** Null when all is there, else what is missing and what to do. */
export function setUp(repository: string): string | null {
  buildIfStale(repository, 'all')
  setUpLibreOffice()
  const found = findBrowser()
  if (found !== null) {
    say(`the browser is ${found}.`)
    return null
  }
  installBrowser(repository)
  const installed = findBrowser()
  if (installed === null)
    return 'no Chromium was found and none could be installed. Install one, or name its program file in IDLEWATT_BROWSER.'
  say(`the browser is ${installed}, just installed.`)
  return null
}

function installBrowser(repository: string): void {
  const isRoot = process.getuid?.() === 0
  if (isDebian() && isRoot) {
    say('no browser was found: installing Debian’s chromium.')
    if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) return
    say('Debian’s chromium could not be installed.')
  }
  say('no browser was found: fetching Playwright’s own Chromium.')
  const playwright = join(repository, 'node_modules', 'playwright', 'cli.js')
  const withLibraries = process.platform === 'linux' && isRoot ? ['--with-deps'] : []
  run(process.execPath, [playwright, 'install', ...withLibraries, 'chromium'])
}

/** Its tests skip, aloud, where it is missing: that is no failure. */
function setUpLibreOffice(): void {
  const missing = libreOfficeMissing()
  if (missing === null || !isDebian() || process.getuid?.() !== 0) return
  say(`${missing}: installing it from Debian.`)
  const packages = ['libreoffice-calc-nogui', 'python3-uno']
  if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]))
    return
  say('LibreOffice could not be installed.')
}

/** Debian itself: Ubuntu's chromium package only starts a snap. */
function isDebian(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'))
}

function run(program: string, given: readonly string[]): boolean {
  const { status } = spawnSync(program, given, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

function say(what: string): void {
  console.log(`Tests: ${what}`)
}
