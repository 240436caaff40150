/** A figure shows how it comes about: the same tree on screen and on the command line. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app.ts'
import { withBackend } from './real-backend.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

test.beforeEach(async ({ page }) => {
  await page.getByRole('link', { name: 'Earnings' }).click()
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(sampleNames.owner)
})

test('the net opens by key, unfolds down to an input, and Escape gives the focus back', async ({ page }) => {
  const how = page.getByRole('button', { name: 'How: Net', exact: true })
  await how.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'How it comes about' })
  await expect(panel.getByRole('heading', { name: /^Rests on \d+ inputs$/ })).toBeVisible()
  const tree = panel.getByRole('list', { name: 'How Net comes about' })
  await expect(tree.getByText(/^mean of /).first()).toBeVisible()
  const month = tree.getByRole('button', { name: /^Net, \d{4}-\d{2} / }).first()
  await month.click()
  await tree.getByRole('button', { name: /^Electricity, / }).click()
  await expect(month).toHaveAttribute('aria-expanded', 'true')
  await expect(tree.getByText(/^− Electricity, /)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(how).toBeFocused()
})

test('a long row says how many more there are and gives them', async ({ page }) => {
  await page.getByRole('button', { name: 'How: Net', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'How it comes about' })
  const months = panel.getByRole('button', { name: /^Net, \d{4}-\d{2} / })
  await expect(months).toHaveCount(3)
  await panel.getByRole('button', { name: 'and 9 more' }).click()
  await expect(months).toHaveCount(12)
})

test('what is copied is what the command line prints', async ({ page, app }) => {
  const stored = await withBackend(app.dataFolder, (client) => client.scenario.list())
  const file = join(app.dataFolder, 'explained.json')
  writeFileSync(file, JSON.stringify(stored.find(({ body }) => body.name === sampleNames.owner)?.body))
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset['copied'] = text
      return Promise.resolve()
    }
  })
  await page.getByRole('button', { name: 'How: power floor against switching it off, mean' }).click()
  const panel = page.getByRole('dialog', { name: 'How it comes about' })
  await panel.getByRole('button', { name: 'Copy as text' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const { code, output } = await app.cli('explain', file, 'floor-off-mean')
  expect(code).toBe(0)
  await expect(page.locator('html')).toHaveAttribute('data-copied', output.trimEnd())
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open panel, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: 'How: Net', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'How it comes about' })
    await panel
      .getByRole('button', { name: /^Net, \d{4}-\d{2} / })
      .first()
      .click()
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
