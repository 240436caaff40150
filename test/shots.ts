/**
 * `npm run shots`: every screen as a picture, with the sample book, light and dark, small and large, into shots/.
 * `--readme` writes only the README's picture, docs/earnings-light.png.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfStale } from '../electron/start/build.ts'
import { findBrowser, silentBrowserArguments } from './browser.ts'
import { type AppOptions, startApp, twoCards } from './e2e/app.ts'
import { type Screen, toursWith } from './e2e/screens.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))
const shots = join(repository, 'shots')

const schemes = ['light', 'dark'] as const
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

/** Tall enough for the statement below the figures. */
const readmeSize = { width: 1440, height: 1180 }

type Look = {
  readonly colorScheme: (typeof schemes)[number]
  readonly viewport: { readonly width: number; readonly height: number }
}

const { readme } = parseArgs({ options: { readme: { type: 'boolean', default: false } } }).values
buildIfStale(repository, 'pages')
const browser = await launch()
try {
  await (readme ? takeReadmePicture(browser) : takeAll(browser))
} finally {
  await browser.close()
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null)
    throw new Error('No Chromium was found. Install one, or name its program file in IDLEWATT_BROWSER.')
  return chromium.launch({ executablePath, args: [...silentBrowserArguments] })
}

async function takeAll(browser: Browser): Promise<void> {
  rmSync(shots, { recursive: true, force: true })
  mkdirSync(shots, { recursive: true })
  let taken = 0
  for (const { needs, screens } of toursWith(twoCards))
    for (const colorScheme of schemes)
      for (const viewport of sizes)
        await onPage(browser, needs, { colorScheme, viewport }, async (page) => {
          for (const screen of screens) {
            await take(page, screen, join(shots, `${screen.name}-${colorScheme}-${viewport.width}.png`))
            taken += 1
          }
        })
  console.log(`${taken} pictures are in ${shots}.`)
}

async function takeReadmePicture(browser: Browser): Promise<void> {
  const [first] = toursWith(twoCards).flatMap(({ needs, screens }) =>
    screens.filter(({ name }) => name === 'earnings-net').map((screen) => ({ needs, screen })),
  )
  if (first === undefined) throw new Error('No screen is called earnings-net.')
  const file = join(repository, 'docs', 'earnings-light.png')
  await onPage(browser, first.needs, { colorScheme: 'light', viewport: readmeSize }, async (page) =>
    take(page, first.screen, file),
  )
  console.log(`The README’s picture is ${file}.`)
}

async function onPage(
  browser: Browser,
  needs: AppOptions,
  look: Look,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const app = await startApp(needs)
  const context = await browser.newContext({ ...look, locale: 'en-US', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(await app.freshLink())
    await work(page)
  } finally {
    await context.close()
    await app.close()
  }
}

async function take(page: Page, screen: Screen, path: string): Promise<void> {
  await screen.open(page)
  await page.evaluate(async () => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled' })
}
