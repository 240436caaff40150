/**
 * `npm run bench`: speed as ratios beside a reference, all of it interleaved in one run. Nothing is asserted:
 * machines are shared and noisy.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page, chromium } from '@playwright/test'
import { systemClock } from '../../electron/clock.ts'
import { startLoopback } from '../../electron/loopback/loopback.ts'
import { buildIfStale } from '../../electron/start/build.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { assumed } from '../../shared/figure.ts'
import { findBrowser, silentBrowserArguments } from '../browser.ts'
import { startApp } from '../e2e/app.ts'
import { sampleNames } from '../e2e/sample-book.ts'
import { entriesOf, workedCard } from '../shared/economics/given.ts'

const rounds = 15
const answersInARow = 5

/** The figure that must have followed before a frame counts as the answer's. */
const net = 'dl[aria-label^="Key figures"] [data-value]'

buildIfStale(fileURLToPath(new URL('../..', import.meta.url)), 'pages')
const browserPath = findBrowser()
if (browserPath === null) throw new Error('No browser was found: npm test says how to get one.')
const app = await startApp({ book: 'sample', replay: null })
const empty = await serveEmptyPage()
const browser = await chromium.launch({ executablePath: browserPath, args: [...silentBrowserArguments] })
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(await app.freshLink())
  await page.getByLabel('Scenario', { exact: true }).waitFor()
  const reference = await context.newPage()
  await reference.goto(empty.address)

  const paint = { app: [] as number[], reference: [] as number[] }
  const slider = { app: [] as number[], reference: [] as number[] }
  const engine = { app: [] as number[], reference: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    await reference.bringToFront()
    paint.reference.push(await firstPaintMs(reference))
    slider.reference.push(await sliderToPictureMs(reference, '#reference', '#reference', round))
    await page.bringToFront()
    paint.app.push(await firstPaintMs(page))
    await page.getByLabel('Price, slider').waitFor()
    slider.app.push(await sliderToPictureMs(page, 'input[aria-label="Price, slider"]', net, round))
    engine.app.push(evaluationMs())
    engine.reference.push(referenceLoopMs())
  }
  console.log(
    `Medians of ${rounds} interleaved rounds (25th to 75th of each hundred), sample book of ${
      Object.keys(sampleNames).length
    } scenarios.`,
  )
  tell('First paint of the app, beside an empty page', paint)
  tell('Slider to picture on Earnings, beside a slider that nothing listens to', slider)
  tell('One whole answer over 36 months, beside a million multiply-adds', engine)
} finally {
  await browser.close()
  await app.close()
  await empty.close()
}

/** By the same server as the app's, on the same terms; only the page is empty. */
async function serveEmptyPage() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'idlewatt-empty-'))
  const shell = new TextEncoder().encode(
    '<!doctype html><title>Empty</title><p>Empty</p><input id="reference" type="range" max="5" step="0.01">',
  )
  const loopback = await startLoopback({
    router: {},
    pages: new Map([['/index.html', shell]]),
    dataFolder,
    port: 0,
    monotonicMs: systemClock.monotonicMs,
  })
  return {
    address: loopback.address,
    async close() {
      await loopback.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Reloads and asks the browser itself when the first content was painted. */
async function firstPaintMs(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'load' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry !== undefined) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
}

/** From the input event to the moment after the first frame in which the figure has followed. */
async function sliderToPictureMs(page: Page, slider: string, figure: string, round: number): Promise<number> {
  return page.evaluate(
    async ({ slider, figure, value }) => {
      const input = document.querySelector<HTMLInputElement>(slider)
      if (input === null) throw new Error(`There is no ${slider}.`)
      const shown = () => {
        const element = document.querySelector(figure)
        return element instanceof HTMLInputElement ? element.value : element?.getAttribute('data-value')
      }
      const before = shown()
      const startedMs = performance.now()
      // Past React's own setter, as a person's hand is.
      Reflect.set(HTMLInputElement.prototype, 'value', String(value), input)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      for (let frame = 0; frame < 120; frame += 1) {
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve())
            port1.start()
            port2.postMessage(null)
          })
        })
        if (shown() !== before) return performance.now() - startedMs
      }
      throw new Error(`${figure} did not follow within 120 frames.`)
    },
    { slider, figure, value: 0.3 + 0.05 * round },
  )
}

/** The mean of a few in a row, so that one is not mostly the first look at its code. */
function evaluationMs(): number {
  const entries = { ...entriesOf(workedCard), horizonMonths: assumed(36, 'months') }
  const startedMs = performance.now()
  for (let answer = 0; answer < answersInARow; answer += 1)
    if (evaluate(entries).kind !== 'evaluated') throw new Error('The worked example is refused.')
  return (performance.now() - startedMs) / answersInARow
}

function referenceLoopMs(): number {
  const startedMs = performance.now()
  let total = 0
  for (let i = 0; i < 1_000_000; i += 1) total = total * 0.999999 + i
  if (!Number.isFinite(total)) throw new Error('The reference loop went wrong.')
  return performance.now() - startedMs
}

function tell(
  what: string,
  { app: ours, reference: theirs }: Readonly<Record<'app' | 'reference', number[]>>,
): void {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN))
  console.log(
    `${what}: ratio ${rounded(quantile(ratios, 0.5))} (${rounded(quantile(ratios, 0.25))} to ${rounded(quantile(ratios, 0.75))}); ` +
      `${rounded(quantile(ours, 0.5))} ms beside ${rounded(quantile(theirs, 0.5))} ms`,
  )
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN
}

function rounded(value: number): string {
  return value.toPrecision(3)
}
