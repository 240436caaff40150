import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Evaluation } from '../../shared/economics/evaluate.ts'
import { type App, expect, test } from './app.ts'
import { exactValue, field, headline, saved } from './on-screen.ts'
import { withBackend } from './real-backend.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/** What the command line says of the stored scenario of that name. */
async function onCommandLine(app: App, name: string): Promise<{ figures: Evaluated; words: string }> {
  const stored = await withBackend(app.dataFolder, (client) => client.scenario.list())
  const scenario = stored.find(({ body }) => body.name === name)
  const file = join(app.dataFolder, 'asked.json')
  writeFileSync(file, JSON.stringify(scenario?.body))
  const [json, words] = await Promise.all([app.cli('evaluate', file, '--json'), app.cli('evaluate', file)])
  expect([json.code, words.code], json.errors + words.errors).toEqual([0, 0])
  return { figures: JSON.parse(json.output) as Evaluated, words: words.output }
}

for (const name of [sampleNames.owner, sampleNames.token, sampleNames.operator])
  test(`the screen’s figures of “${name}” are the command line’s, to the last digit and in the same words`, async ({
    page,
    app,
  }) => {
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption(name)
    await field(page, 'Price').fill('0.7331')
    await field(page, 'Rented share of up hours').fill('47.3')
    await page.keyboard.press('Enter')
    await saved(page)
    const { figures, words } = await onCommandLine(app, name)
    const headlines = figures.answer?.headlines
    expect(await exactValue(page, 'Net per month')).toBe(String(headlines?.netUsdPerMonth))
    expect(await exactValue(page, 'Net present value')).toBe(String(headlines?.npvUsd))
    expect(await exactValue(page, 'Banked in the worst month')).toBe(String(headlines?.worstMonth.bankedUsd))
    expect(words.split('\n')).toContain(await headline(page).textContent())
  })
