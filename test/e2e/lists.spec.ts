import { expect, test } from './app.ts'
import { field, headline, openGroup, saved } from './on-screen.ts'

test.use({ book: 'sample' })

test('a dated price jump is added, changes the answer, is refused while wrong, and is taken away', async ({
  page,
}) => {
  await expect(field(page, 'Price')).toBeVisible()
  const before = await headline(page).textContent()
  await page.getByRole('button', { name: 'Price jumps: add a row' }).click()
  await expect(page.getByRole('alert')).toContainText('Row 1 is not complete yet')
  await page.getByLabel('Price jumps, row 1, from').fill('2020-01')
  await page.getByLabel('Price jumps, row 1, price, x').fill('0.25')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(headline(page)).not.toHaveText(before ?? '')
  await saved(page)
  await page.getByLabel('Price jumps, row 1, price, x').fill('-3')
  await expect(page.getByRole('alert')).toContainText('row 1, price, x: a number from 0 to 100')
  await page.getByRole('button', { name: 'Reset Price jumps' }).click()
  await expect(headline(page)).toHaveText(before ?? '')
  await saved(page)
})

test('choosing to be taxed brings its inputs, and the answer says after tax', async ({ page }) => {
  await openGroup(page, 'Tax')
  await page.getByRole('combobox', { name: 'Figures are' }).selectOption('taxed')
  await expect(page.getByRole('heading', { name: 'These inputs give no answer yet.' })).toBeVisible()
  await field(page, 'Your rate on this income').fill('30 %')
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText('after tax')
  await saved(page)
})
