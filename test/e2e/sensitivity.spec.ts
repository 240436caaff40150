import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { exactValue, field, saved } from './on-screen.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

const section = (page: Page) => page.getByRole('region', { name: 'How sure it is' })
const openLook = async (page: Page, label: string) => section(page).getByRole('tab', { name: label }).click()

test('what moves it follows the inputs, and says on what each swing rests', async ({ page }) => {
  const row = section(page).getByRole('row', { name: /^Price ±20 %, assumed by Idlewatt/ })
  await expect(row).toContainText('at $0.496')
  await field(page, 'Price').fill('1')
  await expect(row).toContainText('at $0.80')
  await expect(row).toContainText('at $1.20')
  await saved(page)
})

test('the heat map fills, and the arrow keys read a cell', async ({ page }) => {
  await openLook(page, 'Two inputs at once')
  await expect(section(page).getByText('576 cells', { exact: true })).toBeVisible()
  const picture = section(page).getByRole('button', { name: /read a cell with the arrow keys/ })
  await picture.focus()
  for (let step = 0; step < 24; step += 1) {
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
  }
  const read = section(page).locator('output')
  await expect(read).toContainText('Price $0.00/GPU-h, Rented share of up hours 0')
  const before = await read.textContent()
  await page.keyboard.press('ArrowUp')
  await expect(read).not.toHaveText(before ?? '')
  await section(page).getByRole('button', { name: 'Table' }).click()
  await expect(section(page).getByRole('table').getByRole('row')).toHaveCount(25)
})

test('a heat map needs two inputs: the one on the other axis is not offered', async ({ page }) => {
  await openLook(page, 'Two inputs at once')
  const across = section(page).getByRole('combobox', { name: 'Across' })
  await expect(across.getByRole('option', { name: 'Rented share of up hours' })).toHaveCount(0)
  await across.selectOption('Electricity')
  await expect(section(page).getByText('576 cells', { exact: true })).toBeVisible()
})

test('the sweep says where it turns', async ({ page }) => {
  await openLook(page, 'Sweep')
  await section(page).getByRole('combobox', { name: 'All else as it is, change' }).selectOption('Price')
  await expect(
    section(page)
      .getByText(/It turns at \$0\.\d+/)
      .last(),
  ).toBeVisible()
})

test('a what-if is changed, adopted, and taken back with Ctrl Z', async ({ page }) => {
  await openLook(page, 'What if')
  await section(page).getByRole('combobox', { name: 'Change or adopt' }).selectOption('Rent crash')
  const factor = section(page).getByRole('textbox', { name: 'Price, times' })
  await factor.fill('0.25')
  await factor.press('Enter')
  await expect(section(page).getByText('Price: $0.62/GPU-h to $0.155/GPU-h.')).toBeVisible()
  const net = await exactValue(page, 'Net per month')
  await section(page).getByRole('button', { name: 'Adopt into the scenario' }).click()
  await expect(field(page, 'Price')).toHaveValue('0.155')
  await saved(page)
  await page.getByRole('main').focus()
  await page.keyboard.press('Control+z')
  await expect(field(page, 'Price')).toHaveValue('0.62')
  expect(await exactValue(page, 'Net per month')).toBe(net)
})

test('another scenario stands beside this one, with the higher NPV in words', async ({ page }) => {
  await openLook(page, 'What if')
  const beside = section(page).getByRole('combobox', { name: 'Another scenario beside this one' })
  await beside.selectOption(sampleNames.operator)
  await expect(section(page).getByText(/has the higher NPV.*Their horizons differ\./)).toBeVisible()
  await beside.selectOption(sampleNames.priceOpen)
  await expect(section(page).getByText(/“RTX 4090, price still open” is not compared: Price/)).toBeVisible()
})

test('hours in which the rig is not offered are not hours that earn nothing', async ({ page }) => {
  await openLook(page, 'Hour by month')
  await section(page).getByRole('button', { name: 'Table' }).click()
  await expect(section(page).getByRole('row', { name: /^12:00/ })).toContainText('not offered')
})
