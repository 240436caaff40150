/** H4, L2: the way into the app in a real browser: redirect file, link, session, reload. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Loopback } from '../../electron/loopback/loopback.ts'
import { serve } from '../../electron/server.ts'
import { buildIfStale } from '../../electron/start/build.ts'
import { openAppWindow, writeRedirect } from '../../electron/start/open-page.ts'
import { removeFolder, temporaryFolder, visibleToOthers } from './host-processes.ts'

const executablePath = [
  process.env['IDLEWATT_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  chromium.executablePath(),
].find((path) => existsSync(path))

/** What the page's own calls were answered, and what the browser complained about. */
function watch(page: Page) {
  const statuses: number[] = []
  const complaints: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) statuses.push(response.status())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { statuses, complaints }
}

const answeredCall = (page: Page) => page.waitForResponse((response) => response.url().includes('/api/'))

describe.skipIf(executablePath === undefined)(
  'O4: in a browser (skipped where no Chromium is installed)',
  () => {
    let folder = ''
    let loopback: Loopback
    let browser: Browser

    beforeAll(async () => {
      buildIfStale(fileURLToPath(new URL('../..', import.meta.url)), 'pages')
      folder = temporaryFolder()
      loopback = await serve({ dataFolder: folder, port: 0, replayFile: null })
      browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1'],
      })
    }, 120_000)

    afterAll(async () => {
      await browser.close()
      await loopback.close()
      removeFolder(folder)
    })

    it('a redirect file, readable by its owner alone, leads in and is gone afterwards; a reload keeps the session', async () => {
      const page = await browser.newPage()
      const seen = watch(page)
      const redirect = writeRedirect(loopback, folder)
      expect(statSync(fileURLToPath(redirect)).mode & 0o777).toBe(0o600)

      await Promise.all([answeredCall(page), page.goto(redirect)])
      expect(page.url()).toMatch(new RegExp(`^${loopback.address}/`))
      expect(page.url()).not.toContain('bootstrap')
      expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).toEqual([])

      await Promise.all([answeredCall(page), page.reload()])
      expect(seen.statuses.length).toBeGreaterThan(1)
      expect(seen.statuses.every((status) => status === 200)).toBe(true)
      expect(seen.complaints).toEqual([])
      expect(await page.context().cookies()).toEqual([])
      await page.close()
    })

    it.skipIf(process.platform !== 'linux')(
      'the app window gets its session, and no command line ever held the link (skipped where there is no /proc)',
      async () => {
        // The real browser, without a screen; as root it needs what Idlewatt itself never passes.
        const path = join(folder, 'headless-browser')
        writeFileSync(path, `#!/bin/sh\nexec ${executablePath} --headless=new --no-sandbox "$@"\n`, {
          mode: 0o755,
        })
        const opened = new Promise<void>((resolve) => loopback.onSessionOpened(resolve))
        const window = openAppWindow({ name: 'Chromium', path, isSnap: false }, loopback, folder, folder)
        await opened
        const seen = visibleToOthers()
        expect(seen).toContain('--app=file://')
        expect(seen).not.toContain('bootstrap=')
        window.close()
        await window.ended
      },
    )

    it('without a link there is no session, and the used link opens none', async () => {
      const link = loopback.freshLink()
      const first = await browser.newPage()
      await Promise.all([answeredCall(first), first.goto(link)])
      const second = await browser.newPage()
      const seen = watch(second)
      const [exchange] = await Promise.all([
        second.waitForResponse((response) => response.url().endsWith('/session')),
        second.goto(link),
      ])
      expect(exchange.status()).toBe(401)
      await second.waitForFunction(() => document.body.textContent?.includes('idlewatt'))
      expect(seen.statuses).toEqual([])
      await first.close()
      await second.close()
    })

    it('a page elsewhere can neither frame the app, nor read it, nor call it', async () => {
      const page = await browser.newPage()
      await page.goto('data:text/html,<body>elsewhere</body>')
      const outcome = await page.evaluate(async (address) => {
        const read = await fetch(`${address}/`).then(
          () => 'read',
          () => 'refused',
        )
        const called = await fetch(`${address}/api/about`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        }).then(
          () => 'called',
          () => 'refused',
        )
        const frame = document.createElement('iframe')
        frame.src = `${address}/`
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
        document.body.append(frame)
        await loaded
        return [read, called]
      }, loopback.address)
      expect(outcome).toEqual(['refused', 'refused'])
      const framed = page.frames().find((frame) => frame !== page.mainFrame())
      expect(framed?.url().startsWith(loopback.address)).toBe(false)
      await page.close()
    })
  },
)
