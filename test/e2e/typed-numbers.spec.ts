import { expect, test } from './app.ts'
import { field, saved } from './on-screen.ts'

test.use({ book: 'sample' })

test('a pasted “0,31 €/kWh” is the tariff in euros', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Tariff currency' }).selectOption('USD')
  const tariff = field(page, 'Electricity')
  await tariff.focus()
  await page.keyboard.insertText('0,31 €/kWh')
  await page.keyboard.press('Enter')
  await expect(tariff).toHaveValue('0.31')
  await expect(page.getByRole('combobox', { name: 'Tariff currency' })).toHaveValue('EUR')
  await saved(page)
})

test('“1.234” asks which number is meant, and changes nothing until it is answered', async ({ page }) => {
  const resale = field(page, 'Resale today, per GPU')
  await resale.fill('1.234')
  await resale.press('Enter')
  const question = page.getByRole('alert').filter({ hasText: 'Which is meant?' })
  await expect(question.getByRole('button')).toHaveText([/^\$1\.234/, /^\$1,234/])
  await question.getByRole('button', { name: /1,234/ }).click()
  await expect(resale).toHaveValue('1234')
  await expect(question).toBeHidden()
  await saved(page)
})

test('what is no number is refused in words and not kept', async ({ page }) => {
  await field(page, 'Price').fill('cheap')
  await field(page, 'Price').press('Enter')
  await expect(page.getByRole('alert')).toContainText('"cheap" cannot be read')
  await page.keyboard.press('Escape')
  await expect(field(page, 'Price')).toHaveValue('0.62')
})

test('what is out of bounds is refused with the bounds', async ({ page }) => {
  await field(page, 'Rented share of up hours').fill('140')
  await field(page, 'Rented share of up hours').press('Enter')
  await expect(page.getByRole('alert')).toContainText(/lies between 0\s% and 100\s%; 140\s% does not/)
})
