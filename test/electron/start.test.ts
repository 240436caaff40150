/** H1 to H4: which host `npm start` opens, what it says, and how it ends. */
import { execFileSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultDataFolder } from '../../electron/data-folder.ts'
import { isStale } from '../../electron/start/build.ts'
import { decideHost, type HostFacts } from '../../electron/start/decide-host.ts'
import { findElectron, runElectron } from '../../electron/start/electron-runtime.ts'
import { findAppBrowser, hasDisplay } from '../../electron/start/surroundings.ts'
import { listenersOf, removeFolder, runHost, temporaryFolder, visibleToOthers } from './host-processes.ts'

const isLinux = process.platform === 'linux'
let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => removeFolder(folder))

const surroundings = (platform: NodeJS.Platform, environment: Record<string, string>) => ({
  platform,
  environment,
  homeFolder: '/home/me',
})

const at = (platform: NodeJS.Platform, environment: Record<string, string>) =>
  defaultDataFolder({ platform, environment, homeFolder: '/home/me' })

const program = (script: string) => {
  const file = join(folder, 'electron')
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}

async function refusal(file: string, given: readonly string[], program?: string): Promise<string> {
  const host = runHost(file, given, undefined, program)
  expect(await host.ended).not.toBe(0)
  expect(host.output()).not.toContain('http')
  return host.errors()
}

describe('O1: the host is chosen by what was found, and the reason is said', () => {
  const bare: HostFacts = {
    display: true,
    electron: 'absent',
    fetching: 'declined',
    portNamed: false,
    appBrowser: null,
    defaultBrowser: 'untried',
  }
  const table: readonly (readonly [facts: Partial<HostFacts>, host: string, reason: string])[] = [
    [{ display: false, electron: 'present', appBrowser: 'Chromium' }, 'server', 'no display was found'],
    [{ electron: 'present' }, 'electron', "Electron's runtime is here"],
    [{ electron: 'present', fetching: 'asked-for' }, 'electron', "Electron's runtime is here"],
    [{ fetching: 'asked-for' }, 'fetch-electron', '--fetch-electron asks for it'],
    [{ fetching: 'may-ask', appBrowser: 'Chrome' }, 'ask-to-fetch', "Electron's runtime is not here"],
    [{ appBrowser: 'Chrome' }, 'app-window', "Electron's runtime is not here"],
    [{}, 'browser', "Electron's runtime is not here and no Chromium, Chrome or Edge was found"],
    [
      { electron: { failed: 'no sandbox' }, fetching: 'may-ask', appBrowser: 'Edge' },
      'app-window',
      'Electron ended at once (no sandbox)',
    ],
    [
      { fetching: { failed: 'no network' }, appBrowser: 'Edge' },
      'app-window',
      "Electron's runtime could not be fetched (no network)",
    ],
    [
      { appBrowser: { failed: 'exit code 1' } },
      'browser',
      "Electron's runtime is not here and the app window ended at once (exit code 1)",
    ],
    [
      { defaultBrowser: { failed: 'exit code 3' } },
      'server',
      "Electron's runtime is not here, no Chromium, Chrome or Edge was found and no default browser could be opened (exit code 3)",
    ],
    [{ portNamed: true, electron: 'present', appBrowser: 'Chrome' }, 'app-window', 'a port was named'],
    [
      { portNamed: true, fetching: 'may-ask' },
      'browser',
      'a port was named and no Chromium, Chrome or Edge was found',
    ],
  ]
  it.each(table)('%j opens: %s', (facts, host, reason) => {
    expect(decideHost({ ...bare, ...facts })).toEqual({ host, reason })
  })

  it('sees a display only where one is named', () => {
    expect(hasDisplay(surroundings('linux', {}))).toBe(false)
    expect(hasDisplay(surroundings('linux', { DISPLAY: '' }))).toBe(false)
    expect(hasDisplay(surroundings('linux', { DISPLAY: ':0' }))).toBe(true)
    expect(hasDisplay(surroundings('linux', { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true)
    expect(hasDisplay(surroundings('darwin', {}))).toBe(true)
    expect(hasDisplay(surroundings('darwin', { SSH_CONNECTION: 'x' }))).toBe(false)
    expect(hasDisplay(surroundings('win32', {}))).toBe(true)
  })

  it('finds browsers at fixed places only, whatever PATH says', () => {
    const linux = { platform: 'linux' as const, environment: { PATH: '/tmp/evil' }, homeFolder: '/home/me' }
    expect(findAppBrowser(linux, (path) => path === '/usr/bin/chromium')).toEqual({
      name: 'Chromium',
      path: '/usr/bin/chromium',
      isSnap: false,
    })
    expect(findAppBrowser(linux, (path) => path.startsWith('/snap'))?.isSnap).toBe(true)
    expect(findAppBrowser(linux, (path) => path.startsWith('/tmp/evil'))).toBe(null)
    const windows = {
      platform: 'win32' as const,
      environment: { ProgramFiles: 'C:\\Program Files' },
      homeFolder: 'C:\\Users\\me',
    }
    expect(findAppBrowser(windows, (path) => path.includes('Edge'))?.path).toBe(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
    const mac = { platform: 'darwin' as const, environment: {}, homeFolder: '/Users/me' }
    expect(findAppBrowser(mac, () => true)?.path).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
  })

  it('keeps the data where each system keeps an application’s data', () => {
    expect(at('linux', {})).toBe('/home/me/.local/share/idlewatt')
    expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/idlewatt')
    expect(at('linux', { XDG_DATA_HOME: 'not-absolute' })).toBe('/home/me/.local/share/idlewatt')
    expect(at('darwin', {})).toBe('/home/me/Library/Application Support/Idlewatt')
    expect(at('win32', { APPDATA: 'C:\\Users\\me\\AppData\\Roaming' })).toBe(
      'C:\\Users\\me\\AppData\\Roaming\\Idlewatt',
    )
  })
})

describe('the pages are built when they are missing or older than a source', () => {
  it('and not otherwise', () => {
    const file = (path: string, atSeconds: number) => {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), '')
      utimesSync(join(folder, path), atSeconds, atSeconds)
    }
    file('renderer/places/rig/page.tsx', 1_000)
    file('shared/figure.ts', 1_000)
    file('electron/main.ts', 3_000)
    expect(isStale(folder, 'pages')).toBe(true)
    file('out/renderer/index.html', 2_000)
    expect(isStale(folder, 'pages')).toBe(false)
    expect(isStale(folder, 'all')).toBe(true)
    file('renderer/places/rig/page.tsx', 2_001)
    expect(isStale(folder, 'pages')).toBe(true)
  })
})

describe.skipIf(!isLinux)(
  'Electron that dies at once (skipped where there is no /bin/sh program to stand in)',
  () => {
    it('is told by its last words, and never started without its sandbox', async () => {
      const sandbox = 'FATAL: The SUID sandbox helper binary was found, but is not configured correctly.'
      const given = program(`echo "$@" > ${folder}/given; echo "${sandbox}" >&2; kill -TRAP $$`)
      expect(await runElectron(given, folder, ['--data', folder])).toEqual({ endedEarly: sandbox })
      expect(execFileSync('cat', [join(folder, 'given')], { encoding: 'utf8' })).toBe(
        `${folder} --data ${folder}\n`,
      )
    })

    it('is no failure when it ends well: the person closed the window', async () => {
      expect(await runElectron(program('exit 0'), folder, [])).toEqual({ endedEarly: null })
    })

    it('is not there when only its package is', () => {
      mkdirSync(join(folder, 'node_modules', 'electron'), { recursive: true })
      expect(findElectron(folder)).toBe(null)
      writeFileSync(join(folder, 'node_modules', 'electron', 'path.txt'), 'electron')
      expect(findElectron(folder)).toBe(null)
      mkdirSync(join(folder, 'node_modules', 'electron', 'dist'))
      writeFileSync(join(folder, 'node_modules', 'electron', 'dist', 'electron'), '')
      expect(findElectron(folder)).toBe(join(folder, 'node_modules', 'electron', 'dist', 'electron'))
    })
  },
)

describe('O2: npm start without a display', () => {
  it('says why, prints an address that serves the app, and ends in good order', async () => {
    const host = runHost('electron/start.mjs', ['--data', folder])
    const [, address = '', token = ''] = await host.says(
      /(http:\/\/127\.0\.0\.1:\d+)\/#bootstrap=([\w-]{43})\n/,
    )
    expect(host.output()).toContain('Idlewatt: the server alone, because no display was found.')
    expect(host.output().split(address)).toHaveLength(2)
    const page = await fetch(`${address}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="root">')

    const headers = { origin: address, 'content-type': 'application/json' }
    const opened = await fetch(`${address}/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ bootstrap: token }),
    })
    const { session } = (await opened.json()) as { session: string }
    const about = await fetch(`${address}/api/about`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${session}` },
      body: '{}',
    })
    expect(await about.json()).toMatchObject({ json: { host: 'server', dataFolder: folder } })

    if (isLinux) {
      const seen = visibleToOthers()
      expect(seen).toContain('start.mjs')
      expect(seen).not.toContain(token)
      expect(seen).not.toContain(session)
      // 0100007F is 127.0.0.1 in /proc/net/tcp.
      const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, '0')
      expect(listenersOf(host.child.pid ?? 0)).toEqual([`0100007F:${port}`])
    }

    const link = runHost('electron/idlewatt.mjs', ['open', '--data', folder])
    expect(await link.ended).toBe(0)
    expect(link.output()).toMatch(new RegExp(`^${address}/#bootstrap=[\\w-]{43}\\n$`))

    expect(readdirSync(join(folder, 'servers'))).toHaveLength(1)
    host.child.kill('SIGINT')
    expect(await host.ended).toBe(0)
    expect(host.errors()).toBe('')
    expect(readdirSync(join(folder, 'servers'))).toHaveLength(0)
    expect(existsSync(join(folder, 'book.db-wal'))).toBe(false)
  })
})

describe('O3: what cannot work is one clear sentence, and the exit code is not 0', () => {
  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const given = ['--data', folder, '--port', String(port)]
    const expected = `Idlewatt: Port ${port} is taken by another program. Name another one with --port, or leave it out for a free one.\n`
    expect(await refusal('electron/start.mjs', given)).toBe(expected)
    expect(await refusal('electron/idlewatt.mjs', ['server', ...given])).toBe(expected)
    other.close()
  })

  it('a port that is none', async () => {
    expect(await refusal('electron/start.mjs', ['--data', folder, '--port', '70000'])).toBe(
      'Idlewatt: --port 70000 is not a port: a whole number from 0 (any free one) to 65535 was expected.\n',
    )
  })

  it('a data folder whose place is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await refusal('electron/start.mjs', ['--data', join(file, 'data')])).toBe(
      `Idlewatt: The data folder ${join(file, 'data')} cannot be used: a part of its path is a file. Make it writable or name another one with --data FOLDER.\n`,
    )
  })

  it.skipIf(!isLinux)(
    'a data folder that cannot be written (skipped where there is no /proc to refuse one)',
    async () => {
      expect(await refusal('electron/idlewatt.mjs', ['server', '--data', '/proc/idlewatt'])).toBe(
        'Idlewatt: The data folder /proc/idlewatt cannot be used: a folder cannot be made there. Make it writable or name another one with --data FOLDER.\n',
      )
    },
  )

  const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(isTooOld)
  it.skipIf(oldNode === undefined)(
    'a Node that is too old (skipped where this machine has none in /usr)',
    async () => {
      for (const file of ['electron/start.mjs', 'electron/idlewatt.mjs'])
        expect(await refusal(file, [], oldNode)).toMatch(
          /^Idlewatt needs Node 22\.18 or newer, and this is Node [\d.]+\. Install Node 24 from https:\/\/nodejs\.org and run the same command again\.\n$/,
        )
    },
  )
})

function isTooOld(program: string): boolean {
  if (!existsSync(program)) return false
  const [major = 0, minor = 0] = execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    .split('.')
    .map(Number)
  return major < 22 || (major === 22 && minor < 18)
}
