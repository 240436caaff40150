/**
 * The desktop window itself. It runs wherever Electron's runtime is installed, and says so where it is not.
 * That better-sqlite3 loads in Electron's utility process is proven here and nowhere else.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron as electron, expect, test, type ElectronApplication } from '@playwright/test'

const runtime = join('node_modules', 'electron', 'dist')
const missing = !existsSync(runtime)
const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

const whySkipped = missing
  ? "SKIPPED: Electron's runtime is not installed here; npm start -- --fetch-electron brings it"
  : noDisplay
    ? 'SKIPPED: there is no display for a window'
    : null

test.describe(whySkipped === null ? 'the desktop window' : `the desktop window (${whySkipped})`, () => {
  test.skip(whySkipped !== null, whySkipped ?? '')

  let folder = ''
  let app: ElectronApplication

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'idlewatt-desktop-'))
    app = await electron.launch({ args: ['.', '--data', folder] })
  })
  test.afterEach(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('opens its own page, talks to the book through the port, and keeps it', async () => {
    const page = await app.firstWindow()
    await expect(page).toHaveURL(/^app:\/\/idlewatt\//)
    await expect(page.locator('#root')).not.toBeEmpty()
    await expect.poll(() => existsSync(join(folder, 'book.db'))).toBe(true)
    await page.reload()
    await expect(page.locator('#root')).not.toBeEmpty()
  })

  test('gives the page no Node, no Electron and no way out', async () => {
    const page = await app.firstWindow()
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    )
    expect(found).toEqual([])
    await page.evaluate(() => window.open('https://example.com/'))
    await page.evaluate(() => window.location.assign('https://example.com/')).catch(() => {})
    expect(app.windows()).toHaveLength(1)
    await expect(page).toHaveURL(/^app:\/\/idlewatt\//)
    const asked = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    )
    expect(asked).toBe('denied')
  })
})
