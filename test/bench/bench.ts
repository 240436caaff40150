/**
 * `npm run bench`: speed as ratios beside a reference, all of it interleaved in one run. Nothing is asserted:
 * machines are shared and noisy. Needs built pages (`npm run build`).
 */
import { createServer } from 'node:http'
import { type Page, chromium } from '@playwright/test'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { findBrowser, silentBrowserArguments } from '../browser.ts'
import { startApp } from '../e2e/app.ts'
import { sampleNames } from '../e2e/sample-book.ts'
import { entriesOf, workedCard } from '../shared/economics/given.ts'

const rounds = 15

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
    slider.reference.push(await sliderToPictureMs(reference, '#reference', round))
    await page.bringToFront()
    paint.app.push(await firstPaintMs(page))
    await page.getByLabel('Price, slider').waitFor()
    slider.app.push(await sliderToPictureMs(page, 'input[aria-label="Price, slider"]', round))
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
  tell('One whole answer over the worked months, beside a million multiply-adds', engine)
} finally {
  await browser.close()
  await app.close()
  empty.close()
}

async function serveEmptyPage() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><title>Empty</title><p>Empty</p><input id="reference" type="range" max="100">',
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The empty page has no address.')
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
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

/** From the input event to the moment after the frame that follows it. */
async function sliderToPictureMs(page: Page, selector: string, round: number): Promise<number> {
  return page.evaluate(
    ({ selector: where, value }) =>
      new Promise<number>((resolve, reject) => {
        const input = document.querySelector<HTMLInputElement>(where)
        if (input === null) return reject(new Error(`There is no ${where}.`))
        const startedMs = performance.now()
        // Past React's own setter, as a person's hand is.
        Reflect.set(HTMLInputElement.prototype, 'value', String(value), input)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - startedMs))
          port1.start()
          port2.postMessage(null)
        })
      }),
    { selector, value: 0.3 + 0.05 * round },
  )
}

function evaluationMs(): number {
  const entries = entriesOf(workedCard)
  const startedMs = performance.now()
  if (evaluate(entries).kind !== 'evaluated') throw new Error('The worked example is refused.')
  return performance.now() - startedMs
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
