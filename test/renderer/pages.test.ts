/** The frame, Rig and Settings in a real browser, against the real server with a recording of two cards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Loopback } from '../../electron/loopback/loopback.ts'
import { serve } from '../../electron/server.ts'
import { buildIfStale } from '../../electron/start/build.ts'
import { findBrowser, silentBrowserArguments } from '../browser.ts'

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const executablePath = findBrowser()

describe.skipIf(executablePath === null)('The pages (skipped where no Chromium is installed)', () => {
  let folder = ''
  let loopback: Loopback
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    buildIfStale(inRepository(''), 'pages')
    folder = mkdtempSync(join(tmpdir(), 'idlewatt-pages-'))
    loopback = await serve({
      dataFolder: folder,
      port: 0,
      replayFile: inRepository('test/fixtures/nvidia-smi/two-cards.csv'),
    })
    browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...silentBrowserArguments],
    })
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.setDefaultTimeout(10_000)
    await page.goto(loopback.freshLink())
    await page.getByRole('heading', { level: 1 }).waitFor()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await loopback.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const heading = () => page.getByRole('heading', { level: 1 })
  const rigNames = () => page.getByRole('region', { name: 'Your rigs, table' }).locator('tbody th')

  it('show on Rig what both cards draw, and that it is a recording', async () => {
    await page.evaluate(() => (window.location.hash = '#/rig'))
    await page.getByRole('row', { name: /2 cards together/ }).waitFor()
    expect(await heading().textContent()).toMatch(
      /^In the recording, 2 cards draw \d+\sW together, of 480\sW allowed\.$/,
    )
    expect(await page.getByText('This is a recording, not this machine').isVisible()).toBe(true)
    expect(page.url()).not.toContain('bootstrap')
  })

  it('build a rig from detected and catalogue cards, delete it, and bring it back by Ctrl-Z', async () => {
    await page.getByRole('button', { name: 'Take the 2 detected cards' }).click()
    await page.getByRole('combobox', { name: 'Card from the catalogue' }).fill('4090')
    await page.getByRole('option', { name: /^GeForce RTX 4090 NVIDIA/ }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Attic')
    await page.getByRole('button', { name: 'Save the rig' }).click()
    await rigNames().first().waitFor()
    expect(await rigNames().allTextContents()).toEqual(['Attic'])

    await page.getByRole('button', { name: 'Delete Attic' }).click()
    await rigNames().first().waitFor({ state: 'detached' })
    await page.locator('main').focus()
    await page.keyboard.press('Control+z')
    await rigNames().first().waitFor()
    expect(await rigNames().allTextContents()).toEqual(['Attic'])
    await page.getByText(/^Undone: /).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await rigNames().first().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await rigNames().first().waitFor()
  })

  it('tell a figure’s source, date and standing to the keyboard, and give the focus back', async () => {
    const figure = page.getByRole('button', { name: /^Idle board power per GPU of Attic/ })
    await figure.focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: /^Idle board power per GPU of Attic/ })
    await card.waitFor()
    expect(await card.textContent()).toContain('mean over 3 GPUs')
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('lead to a place by its number, by the palette, and say the keys on "?"', async () => {
    await page.locator('main').focus()
    await page.keyboard.press('6')
    await page.getByRole('heading', { name: 'What Idlewatt never does' }).waitFor()
    expect(await page.title()).toBe('Settings · Idlewatt')

    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find a place or a command' }).fill('rig')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Build a rig' }).waitFor()

    await page.locator('main').focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys and marks' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys and marks' }).waitFor({ state: 'detached' })
  })

  it('keep a chosen theme over a reload', async () => {
    await page.keyboard.press('6')
    await page.getByText('Dark', { exact: true }).click()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await page.reload()
    await heading().waitFor()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await page.getByText('As the system', { exact: true }).click()
    await page.locator('html[data-mantine-color-scheme="light"]').waitFor()
  })

  it.each(['light', 'dark'] as const)(
    'please axe in %s, and never scroll sideways from 1024 to 2560',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      for (const place of ['rig', 'settings'])
        for (const width of [1024, 1280, 1920, 2560]) {
          await page.setViewportSize({ width, height: 900 })
          await page.evaluate((hash) => (window.location.hash = hash), `#/${place}`)
          await heading().waitFor()
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, `${place} at ${width}`).toBeLessThanOrEqual(0)
          if (width > 1280) continue
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${place} ${id}: ${nodes[0]?.html}`)).toEqual([])
        }
    },
  )

  it('without a session say what to run, and nothing of what is kept', async () => {
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(loopback.address)
    await stranger.getByRole('heading', { level: 1, name: 'This page has no session.' }).waitFor()
    expect(await stranger.locator('main').textContent()).toContain('idlewatt open')
    expect((await new AxeBuilder({ page: stranger }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await stranger.context().close()
  })

  it('had nothing to complain about: no error, no refused style or script', () => {
    expect(complaints).toEqual([])
  })
})
