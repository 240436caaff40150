import { expect, test } from './app.ts'
import { exactValue, field, headline, saved, tabTo } from './on-screen.ts'

test.use({ book: 'sample' })

test('each place is one number away, and the focus is in it', async ({ page }) => {
  for (const [key, label] of [
    ['1', 'Rig'],
    ['3', 'Networks'],
    ['4', 'Diligence'],
    ['5', 'Proof'],
    ['6', 'Settings'],
    ['2', 'Earnings'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page).toHaveTitle(`${label} · Idlewatt`)
    await expect(page.getByRole('link', { name: label })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('main')).toBeFocused()
    await expect(headline(page)).toBeVisible()
  }
})

test('price and share are changed, and one change taken back, without a mouse', async ({ page }) => {
  await expect(field(page, 'Price')).toHaveValue('0.62')
  await tabTo(page, field(page, 'Price'))
  const before = await exactValue(page, 'Net per month')
  await page.keyboard.press('ArrowUp')
  await expect(field(page, 'Price')).toHaveValue('0.63')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(field(page, 'Price')).toHaveValue('0.73')
  await tabTo(page, field(page, 'Rented share of up hours'))
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  await expect(headline(page)).toHaveText(/60\s% rented at \$0\.73 an hour/)
  await saved(page)
  expect(await exactValue(page, 'Net per month')).not.toBe(before)

  await page.keyboard.press('Tab')
  const slider = page.getByRole('slider', { name: 'Rented share of up hours, slider' })
  await tabTo(page, slider, 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await expect(field(page, 'Rented share of up hours')).toHaveValue('59')
  await saved(page)
  await page.keyboard.press('Control+z')
  await expect(field(page, 'Rented share of up hours')).toHaveValue('60')
})

test('Escape in a field gives back what was there', async ({ page }) => {
  await tabTo(page, field(page, 'Price'))
  await page.keyboard.type('4')
  await expect(field(page, 'Price')).toHaveValue('4')
  await page.keyboard.press('Escape')
  await expect(field(page, 'Price')).toHaveValue('0.62')
})

test('the palette finds places and commands, and gives the focus back', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rig')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('Rig · Idlewatt')
})

test('? shows the help and Escape closes it', async ({ page }) => {
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys and marks' })
  await expect(help).toBeVisible()
  await expect(help.getByRole('button', { name: 'Close the help' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('a figure says with Enter where it comes from', async ({ page }) => {
  const net = page.locator('button[data-value]').filter({ hasText: /^Net per month:/ })
  await tabTo(page, net)
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: /Net per month/ })
  await expect(about).toContainText('Source')
  await page.keyboard.press('Escape')
  await expect(about).toBeHidden()
  await expect(net).toBeFocused()
})
