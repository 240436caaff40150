/** X1: Electron's twenty checks on the real host files, run under a recording double of `electron`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, type FuseConfig } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fuseConfiguration, fusePlaces } from '../../electron/packaging/flip-fuses.ts'
import { WEB_PREFERENCES } from '../../electron/policy.ts'
import { placeWindow } from '../../electron/window-place.ts'
import { checks } from './electron-checks.ts'

const settings = 'policy/electron-settings.ts'
const main = 'main.ts'

/** Each line of the hosts that a check holds, and the change that the check must see. */
const changes: readonly (readonly [check: string, file: string, from: string, to: string])[] = [
  [
    '1 loads only its own page',
    'window.ts',
    'window.loadURL(`${appOrigin}/`)',
    "window.loadURL('https://example.com/')",
  ],
  ['1 loads only its own page', main, 'cancel: !policy.decideLoad(url)', 'cancel: false'],
  ['2 no Node in pages', settings, 'nodeIntegration: false', 'nodeIntegration: true'],
  ['2 no Node in workers', settings, 'nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true'],
  ['2 no Node in frames', settings, 'nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true'],
  ['3 context isolation', settings, 'contextIsolation: true', 'contextIsolation: false'],
  ['4 sandboxed window', settings, '  sandbox: true,', ''],
  ['4 sandbox for all, before ready', main, 'app.enableSandbox()', ''],
  ['5 permission requests refused', main, 'answer(policy.decidePermission(name))', 'answer(true)'],
  ['5 permission requests refused', 'policy/navigation.ts', 'return false\n', 'return true\n'],
  [
    '5 permission checks refused',
    main,
    'guarded.setPermissionCheckHandler((_contents, name) => policy.decidePermission(name))',
    '',
  ],
  ['5 devices refused', main, 'policy.decidePermission(deviceType)', 'true'],
  ['5 screen capture refused', main, 'answer(null)', 'answer({})'],
  ['6 web security', settings, 'webSecurity: true', 'webSecurity: false'],
  ['7 content security policy', 'policy/headers.ts', "default-src 'none'", 'default-src *'],
  [
    '8 no insecure content',
    settings,
    'allowRunningInsecureContent: false',
    'allowRunningInsecureContent: true',
  ],
  ['9 no experiments', settings, 'experimentalFeatures: false', 'experimentalFeatures: true'],
  ['10 no Blink features', settings, "enableBlinkFeatures: ''", "enableBlinkFeatures: 'CSSVariables'"],
  ['11 no webview tag', settings, 'webviewTag: false', 'webviewTag: true'],
  [
    '12 no webview attached',
    main,
    "contents.on('will-attach-webview', (event) => event.preventDefault())",
    '',
  ],
  ['13 no navigation', main, "contents.on('will-navigate', stay)", ''],
  ['13 no redirect', main, "contents.on('will-redirect', stay)", ''],
  ['13 no navigation of a frame', main, "contents.on('will-frame-navigate', stay)", ''],
  ['14 no second window', main, 'return { action }', "return { action: 'allow' as const }"],
  ['15 a link opens only when the person agrees, and only https', main, 'if (response === 0) await', 'await'],
  ['15 a link opens only when the person agrees, and only https', main, 'if (external.allowed)', 'if (url)'],
  [
    '17 the port goes to our own page alone',
    main,
    "!policy.decideIpc(frame.url, 'connect', payload)",
    'false',
  ],
  ['17 the port goes to our own page alone', main, 'frame.parent !== null', 'false'],
  [
    '17 one channel',
    main,
    'function guardSession',
    "ipcMain.handle('eval', (_event, code) => code)\nfunction guardSession",
  ],
  ['18 pages through a scheme of our own', main, "protocol.handle('app'", "protocol.handle('file'"],
  ['19 fuses', settings, 'runAsNode: false', 'runAsNode: true'],
  ['19 fuses', 'packaging/flip-fuses.ts', 'strictlyRequireAllFuses: true', 'strictlyRequireAllFuses: false'],
  ['20 the preload hands over the port and exposes nothing', 'preload.ts', 'event.ports)', 'event)'],
  [
    '20 the preload hands over the port and exposes nothing',
    'preload.ts',
    '// After',
    "ipcRenderer.invoke('x')\n// After",
  ],
  ['one instance', main, 'app.requestSingleInstanceLock()', 'true'],
  [
    'the spell checker fetches no dictionary',
    main,
    'setSpellCheckerEnabled(false)',
    'setSpellCheckerEnabled(true)',
  ],
]

const kept = (bounds: object, maximized: unknown = false) => JSON.stringify({ bounds, maximized })
const text = (file: string) => readFileSync(`electron/${file}`, 'utf8')

const dataFolder = mkdtempSync(join(tmpdir(), 'idlewatt-electron-'))
let failures: readonly (readonly string[])[] = []

beforeAll(() => {
  const input = JSON.stringify({
    dataFolder,
    changes: [null, ...changes.map(([, file, from, to]) => ({ file, from, to }))],
  })
  const probe = spawnSync(process.execPath, ['test/electron/probe-electron-hosts.ts'], {
    input,
    encoding: 'utf8',
  })
  if (probe.status !== 0) throw new Error(probe.stderr)
  failures = JSON.parse(probe.stdout.trim().split('\n').at(-1) ?? '') as string[][]
})

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

describe('promise X1: the checklist', () => {
  it('holds on the host files as they are', () => {
    expect(failures[0]).toEqual([])
  })

  it.each(changes.map(([check, file, from], index) => ({ check, file, from, index })))(
    '$check: goes red when $file changes at "$from"',
    ({ check, index }) => {
      expect(failures[index + 1]).toContain(check)
    },
  )

  it('tries a change against every check', () => {
    expect(Object.keys(checks).filter((check) => !changes.some(([tried]) => tried === check))).toEqual([])
  })

  it('16: ships one of the three newest Electron majors', () => {
    // `npm view electron dist-tags` on 2026-11-21: latest 45.4.1.
    const newestMajor = 45
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: { electron: string }
    }
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(newestMajor - 2)
  })
})

describe('promise X1: what can be read in the files themselves', () => {
  it('the wiring has 150 lines at most', () => {
    const lines = ['main.ts', 'preload.ts', 'window.ts'].map(
      (file) => text(file).trimEnd().split('\n').length,
    )
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(150)
  })

  it('every window preference that guards is set, and none is left to a default', () => {
    expect(WEB_PREFERENCES).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      safeDialogs: true,
      javascript: true,
      images: true,
      webgl: false,
    })
  })

  it('links leave the app at one place, and readiness is never awaited at the top', () => {
    expect(text('main.ts').split('shell.openExternal')).toHaveLength(2)
    expect(text('window.ts') + text('preload.ts')).not.toContain('openExternal')
    expect(text('main.ts')).not.toMatch(/^await /m)
    expect(text('start/electron-runtime.ts').replaceAll(/\/\*\*[^]*?\*\//g, '')).not.toContain('no-sandbox')
  })
})

describe('promise X5: the fuses, on a file with a fuse wire like the binary’s', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

  async function flip(wire: string): Promise<string> {
    const file = join(dataFolder, `binary-${wire.length}`)
    writeFileSync(file, `head${sentinel}\u0001${String.fromCharCode(wire.length)}${wire}tail`, 'latin1')
    await flipFuses(file, fuseConfiguration('linux') as unknown as FuseConfig)
    return readFileSync(file, 'latin1').slice(4 + sentinel.length + 2, -4)
  }

  it('are written in their places', async () => {
    expect(fuseConfiguration('linux').version).toBe(FuseVersion.V1)
    for (const [name, place] of Object.entries(fusePlaces))
      expect(FuseV1Options[place]?.toLowerCase(), name).toBe(name.toLowerCase())
    // In the order of FuseV1Options: only cookies, integrity and asar-only are on.
    expect(await flip('00000000')).toBe('01001100')
  })

  it('break the build when the binary has one more than is named', async () => {
    await expect(flip('000000000')).rejects.toThrow(/9 fuses/)
  })
})

describe('the window’s place', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 }
  const first = { bounds: { width: 1440, height: 900 }, maximized: false }

  it('is the last one, while a display still shows it', () => {
    const bounds = { x: 100, y: 50, width: 1200, height: 800 }
    expect(placeWindow(kept(bounds, true), [display])).toEqual({ bounds, maximized: true })
    expect(placeWindow(kept({ ...bounds, x: 5_000 }), [display])).toEqual(first)
    expect(placeWindow(kept(bounds), [])).toEqual(first)
  })

  it('is the first one when the file is missing or damaged', () => {
    for (const damaged of [
      null,
      '',
      '{',
      '[]',
      'null',
      kept({}),
      kept({ x: 1, y: 1, width: 'a', height: 1 }),
      kept({ x: 0.5, y: 0, width: 900, height: 900 }),
      kept({ x: 0, y: 0, width: 900, height: 900 }, 1),
    ])
      expect(placeWindow(damaged, [display]), String(damaged)).toEqual(first)
  })
})
