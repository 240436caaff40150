/** The engine as the browser gets it, bundled and minified, gives the same text as here for the same scenario. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { findBrowser, silentBrowserArguments } from '../browser.ts'
import type { GeneratorOptions } from '../property/scenario-generator.ts'
import { scenarioFrom } from '../property/scenario-generator.ts'

const executablePath = findBrowser()
const reaches = ['usual', 'usual', 'usual', 'wide', 'at bounds'] as const
const scenarios = Array.from({ length: 1000 }, (_, i): InputEntries => {
  const options: GeneratorOptions = {
    reach: reaches[i % reaches.length]!,
    atMost: { horizonMonths: i % 10 === 0 ? 120 : 14 },
  }
  return scenarioFrom(9000 + i, options)
})

async function engineForBrowsers(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../shared/economics/evaluate.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'engine',
      },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (bundle === undefined || !('output' in bundle)) throw new Error('vite gave no bundle')
  return bundle.output[0].code
}

const page = `<!doctype html><title>The engine</title>
<script type="module">import * as engine from '/engine.js'; window.engine = engine</script>`

/** What Chromium's engine says to each scenario, as text. */
async function answersInBrowser(): Promise<readonly string[]> {
  const engine = await engineForBrowsers()
  const server = createServer((request, response) => {
    const isScript = request.url === '/engine.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? engine : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
    executablePath: executablePath!,
    args: [...silentBrowserArguments],
  })
  try {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await tab.evaluate((given) => {
      const { engine } = window as unknown as { engine: { evaluate: (entries: object) => object } }
      return given.map((entries) => JSON.stringify(engine.evaluate(entries)))
    }, scenarios)
  } finally {
    await browser.close()
    server.close()
  }
}

describe.skipIf(executablePath === null)(
  executablePath === null
    ? 'A4 the same digits (SKIPPED: no Chromium here)'
    : 'A4 the same digits in Chromium and in Node',
  () => {
    it('are in all of 1,000 random answers, to the last one', { timeout: 300_000 }, async () => {
      const inBrowser = await answersInBrowser()
      const here = scenarios.map((entries) => JSON.stringify(evaluate(entries)))
      const different = here.flatMap((text, i) => (text === inBrowser[i] ? [] : [9000 + i]))
      expect(different, 'seeds of the scenarios whose answers differ').toEqual([])
      expect(inBrowser).toHaveLength(1000)
      const evaluated = here.filter((text) => text.includes('"kind":"evaluated"'))
      expect(evaluated.length).toBeGreaterThan(700)
      expect(evaluated.filter((text) => text.includes('"netUsdPerMonth"')).length).toBeGreaterThan(500)
    })
  },
)
