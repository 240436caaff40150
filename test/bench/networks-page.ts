/**
 * Frames of the Networks place while its table is sorted and while it is scrolled, beside the same page left alone,
 * interleaved in one run. Nothing is asserted: machines are shared and noisy. `node test/bench/networks-page.ts`
 */
import { fileURLToPath } from 'node:url'
import { type Page, chromium } from '@playwright/test'
import { buildIfStale } from '../../electron/start/build.ts'
import { findBrowser, silentBrowserArguments } from '../browser.ts'
import { startApp } from '../e2e/app.ts'

const rounds = 9
const frames = 90
const framesPerSort = 9

type Doing = 'idle' | 'sorting' | 'scrolling'

buildIfStale(fileURLToPath(new URL('../..', import.meta.url)), 'pages')
const browserPath = findBrowser()
if (browserPath === null) throw new Error('No browser was found: npm test says how to get one.')
const app = await startApp({ book: 'sample', replay: null })
const browser = await chromium.launch({ executablePath: browserPath, args: [...silentBrowserArguments] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(await app.freshLink())
  await page.getByLabel('Scenario', { exact: true }).waitFor()
  await page.evaluate(() => {
    location.hash = '/networks'
  })
  await page.getByRole('columnheader', { name: 'Network' }).waitFor()
  const meanMs: Record<Doing, number[]> = { idle: [], sorting: [], scrolling: [] }
  const longestMs: Record<Doing, number[]> = { idle: [], sorting: [], scrolling: [] }
  for (let round = 0; round < rounds; round += 1)
    for (const doing of ['idle', 'sorting', 'scrolling'] as const) {
      const times = await frameTimesMs(page, doing)
      meanMs[doing].push(times.reduce((total, ms) => total + ms, 0) / times.length)
      longestMs[doing].push(Math.max(...times))
    }
  const { rows } = await page.evaluate(() => ({ rows: document.querySelectorAll('tbody tr').length }))
  console.log(`Networks, ${rows} rows: ${frames} frames a round, ${rounds} interleaved rounds, medians.`)
  for (const doing of ['sorting', 'scrolling'] as const) {
    const ratios = meanMs[doing].map((ms, round) => ms / meanMs.idle[round]!)
    console.log(
      `A frame while ${doing}, beside the page left alone: ratio ${middle(ratios)}; ${middle(meanMs[doing])} ms beside ${middle(meanMs.idle)} ms; the longest ${middle(longestMs[doing])} ms beside ${middle(longestMs.idle)} ms`,
    )
  }
} finally {
  await browser.close()
  await app.close()
}

/** From frame to frame, as the page itself sees them. */
async function frameTimesMs(page: Page, doing: Doing): Promise<number[]> {
  return page.evaluate(
    async ({ doing, frames, framesPerSort }) => {
      const header = [...document.querySelectorAll<HTMLElement>('th button')].find((button) =>
        button.textContent?.includes('Unknown'),
      )
      const scrolled = [...document.querySelectorAll<HTMLElement>('main, main *, html')].find(
        (element) =>
          element.scrollHeight > element.clientHeight + 100 &&
          ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowY),
      )
      if (header === undefined || scrolled === undefined)
        throw new Error('There is no table to sort or scroll.')
      const times: number[] = []
      let lastMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      for (let frame = 0; frame < frames; frame += 1) {
        if (doing === 'sorting' && frame % framesPerSort === 0) header.click()
        if (doing === 'scrolling')
          scrolled.scrollTop = (frame * 40) % (scrolled.scrollHeight - scrolled.clientHeight)
        const nowMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        times.push(nowMs - lastMs)
        lastMs = nowMs
      }
      return times
    },
    { doing, frames, framesPerSort },
  )
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toPrecision(3)
}
