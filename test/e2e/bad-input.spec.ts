import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assumed } from '../../shared/figure.ts'
import { expect, test } from './app.ts'
import { field, headline, openGroup, saved } from './on-screen.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

const nonsense = /NaN|Infinity|undefined|null|\[object/

test('an overloaded power supply is refused by name with its bounds, and a larger one gives the answer back', async ({
  page,
}) => {
  const sentence = await headline(page).textContent()
  await openGroup(page, 'Rig')
  await field(page, 'Power supply rating').fill('200')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer.getByRole('heading', { name: 'These inputs give no answer yet.' })).toBeVisible()
  await expect(answer).toContainText(
    /Power supply rating \(psuRatedWatts\): expected at least the \d+ W .*; given was 200 W\./,
  )
  await expect(page.getByRole('main')).not.toContainText(nonsense)
  await page.getByRole('button', { name: 'Reset Power supply rating' }).click()
  await expect(headline(page)).toHaveText(sentence ?? '')
})

test('the corners of each scenario show words or figures, never NaN', async ({ page }) => {
  for (const name of Object.values(sampleNames)) {
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption(name)
    for (const [price, share] of [
      ['0', '0'],
      ['0', '100'],
      ['100', '100'],
      ['100', '0'],
    ] as const) {
      await field(page, 'Price').fill(price)
      await field(page, 'Rented share of up hours').fill(share)
      await expect(headline(page)).toHaveText(new RegExp(`${share}\\s% rented at \\$${price}`))
      await expect(page.getByRole('main')).not.toContainText(nonsense)
    }
    await saved(page)
  }
})

test('a scenario file with impossible inputs is refused by the command line with file, input, bounds and what was found', async ({
  app,
}) => {
  const file = join(app.dataFolder, 'wrong.json')
  const inputs = { horizonMonths: assumed(0, 'months'), noSuchInput: 'x' }
  writeFileSync(file, JSON.stringify({ schema: 1, name: 'Wrong', rigId: null, networkId: null, inputs }))
  const { code, output, errors } = await app.cli('evaluate', file, '--json')
  expect(code).toBe(1)
  expect(output).toBe('')
  expect(errors).toContain(`${file}: Horizon (horizonMonths): expected a whole number from 1 to 120`)
  expect(errors).toContain('noSuchInput (noSuchInput): there is no such input')
})
