/** The decisions of policy.ts, read as tables. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  decideExternal,
  decideIpc,
  decideLoad,
  decideNavigation,
  decidePermission,
  decideWindowOpen,
  FUSES,
  resolveAppUrl,
  resolvePagePath,
} from '../../electron/policy.ts'

describe('promise X2: only https to a named host leaves the app', () => {
  const opened: readonly (readonly [raw: string, url: string])[] = [
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://Example.COM/Path', 'https://example.com/Path'],
    ['https://sub.example.co.uk/a/../b', 'https://sub.example.co.uk/b'],
    ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
  ]
  it.each(opened)('opens %s', (raw, url) => {
    expect(decideExternal(raw)).toEqual({ allowed: true, url, host: new URL(url).hostname })
  })

  const refused = [
    'http://example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'smb://example.com/share',
    'ms-settings:',
    'vbscript:x',
    'blob:https://example.com/1',
    'app://idlewatt/',
    'https:example.com',
    'https:/example.com',
    'https:///example.com',
    '//example.com',
    'https://user@example.com/',
    'https://user:word@example.com/',
    'https://@example.com/',
    'https://example.com:8443/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://example.com./',
    'https://ex ample.com/',
    'https://example.com/ x',
    ' https://example.com/',
    'https://example.com/\n',
    'https://exa\tmple.com/',
    'https://example.com\\@evil.example/',
    'https://example.com/\u0000',
    'https://exаmple.com/',
    'https://example.com/\u202egpj.exe',
    'https://example.com/<script>',
    `https://example.com/${'a'.repeat(2_048)}`,
    '',
  ]
  it.each(refused)('refuses %j', (raw) => {
    expect(decideExternal(raw).allowed).toBe(false)
  })

  it('opens nothing else among 100,000 mangled addresses, and what it opens reads the same to a parser', () => {
    const pieces = fc.constantFrom(
      'https',
      'http',
      'javascript',
      'ms-word',
      ':',
      '//',
      '/',
      '\\',
      '@',
      'user',
      'example.com',
      'evil.example',
      '127.0.0.1',
      ':80',
      '?',
      '#',
      '%00',
      '\u0000',
      '\n',
      '\t',
      ' ',
      '\u202e',
      'xn--a',
      '[',
      ']',
      '.',
      'é',
      '%2f',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), fc.boolean(), (parts, withStart) => {
        const decision = decideExternal((withStart ? 'https://' : '') + parts.join(''))
        if (!decision.allowed) return
        const url = new URL(decision.url)
        expect(url.href).toBe(decision.url)
        expect([url.protocol, url.username, url.password, url.port]).toEqual(['https:', '', '', ''])
        expect(url.hostname).toBe(decision.host)
        expect(decision.url).toMatch(/^https:\/\/[a-z0-9.-]+\/[\x21-\x7e]*$/)
      }),
      { numRuns: 100_000 },
    )
  })
})

describe('promise X1 13-14: the window stays where it is', () => {
  it('lets only the shell load again', () => {
    for (const url of ['app://idlewatt/', 'app://idlewatt/index.html', 'app://idlewatt/#/rig'])
      expect(decideNavigation(url).allowed, url).toBe(true)
    for (const url of [
      'https://example.com/',
      'app://idlewatt/assets/a.js',
      'app://other/',
      'app://idlewatt.evil/',
      'file:///',
      'javascript:1',
      'about:blank',
      'app://idlewatt/?x',
      'app://idlewatt@evil/',
    ])
      expect(decideNavigation(url).allowed, url).toBe(false)
  })

  it('opens no window, whatever the address', () => {
    for (const url of ['https://example.com/', 'app://idlewatt/', 'about:blank', 'javascript:1'])
      expect(decideWindowOpen(url).action, url).toBe('deny')
    expect(decideWindowOpen('https://example.com/').external.allowed).toBe(true)
    expect(decideWindowOpen('app://idlewatt/').external.allowed).toBe(false)
  })

  it('lets the page load only its own files', () => {
    for (const url of ['app://idlewatt/assets/a.js', 'blob:app://idlewatt/1-2', 'data:image/png;base64,x'])
      expect(decideLoad(url), url).toBe(true)
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'app://idlewatt.evil/',
      'file:///etc/passwd',
      'ws://x/',
      'devtools://x',
    ])
      expect(decideLoad(url), url).toBe(false)
  })

  it('hands the port to the shell alone, on one channel, without a payload', () => {
    expect(decideIpc('app://idlewatt/', 'connect', [])).toBe(true)
    expect(decideIpc('app://idlewatt/#/rig', 'connect', [])).toBe(true)
    expect(decideIpc('https://example.com/', 'connect', [])).toBe(false)
    expect(decideIpc('', 'connect', [])).toBe(false)
    expect(decideIpc('app://idlewatt/', 'other', [])).toBe(false)
    expect(decideIpc('app://idlewatt/', 'connect', [{}])).toBe(false)
  })
})

it('promise X1 5: refuses every permission that electron.d.ts names', () => {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
  const line =
    types.split('\n').find((each) => each.includes('setPermissionCheckHandler(handler: ((webContents')) ?? ''
  const names = [...line.matchAll(/'([a-zA-Z-]+)'/g)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter((name) => decidePermission(name))).toEqual([])
})

describe('promise X1 18: an address names a file of the pages or nothing', () => {
  const table: readonly (readonly [url: string, path: string | null])[] = [
    ['app://idlewatt/', '/index.html'],
    ['app://idlewatt/#/rig', '/index.html'],
    ['app://idlewatt/index.html?x=1', '/index.html'],
    ['app://idlewatt/assets/index-abc.js', '/assets/index-abc.js'],
    ['app://idlewatt', null],
    ['app://other/', null],
    ['app://idlewatt.evil/', null],
    ['file:///index.html', null],
    ['app://idlewatt/../package.json', null],
    ['app://idlewatt/assets/../index.html', null],
    ['app://idlewatt/%2e%2e/package.json', null],
    ['app://idlewatt/..%5cpackage.json', null],
    ['app://idlewatt/a\\b', null],
    ['app://idlewatt/a%00.js', null],
    ['app://idlewatt/a\u0000.js', null],
    ['app://idlewatt//etc/passwd', null],
    ['app://idlewatt/.git/config', null],
    ['app://idlewatt/assets/', null],
    ['app://idlewatt/C:/x', null],
  ]
  it.each(table)('%j is %j', (url, path) => {
    expect(resolveAppUrl(url)).toBe(path)
  })

  it('never leaves the folder in 100,000 mangled paths', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '\u0000',
      'assets',
      'index.html',
      'a.js',
      ':',
      '?',
      '#',
      ' ',
      '~',
      'é',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const path = resolvePagePath(`/${parts.join('')}`)
        if (path === null) return
        expect(path).toMatch(/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/)
        expect(new URL(path, 'https://root.example/pages/').pathname).toBe(path)
      }),
      { numRuns: 100_000 },
    )
  })
})

it('promise X1 7: the policy for content is the one that was promised, word for word', () => {
  expect(contentSecurityPolicy('abc')).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
  )
  expect(contentSecurityPolicy(null)).not.toContain('nonce')
})

describe('promise X5: the fuses', () => {
  it('are all eight set, as promised', () => {
    expect(FUSES).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('are those that electron-builder knows: a new one breaks this test', () => {
    const types = readFileSync('node_modules/app-builder-lib/out/configuration.d.ts', 'utf8')
    const body = types.slice(types.indexOf('interface FuseOptionsV1'))
    const names = [...body.slice(0, body.indexOf('\n}')).matchAll(/^ {4}(\w+)\?: boolean/gm)].map(
      ([, name]) => name ?? '',
    )
    expect(names.filter((name) => name !== 'resetAdHocDarwinSignature').sort()).toEqual(
      Object.keys(FUSES).sort(),
    )
  })
})
