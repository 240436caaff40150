import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { MarketPack } from '../../shared/markets/market-profile.ts'
import { expect, test } from './app.ts'
import { headline, tabTo } from './on-screen.ts'

test.use({ book: 'sample' })

async function openNetwork(page: Page, id: string): Promise<void> {
  await page.evaluate((detail) => {
    window.location.hash = `#/networks/${detail}`
  }, id)
  await page.getByRole('button', { name: 'Export this network' }).waitFor()
}

const term = (page: Page, label: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Edit ${label}`, exact: true }) })

async function undo(page: Page): Promise<void> {
  await page.locator('main').focus()
  await page.keyboard.press('Control+z')
}

/** "10 of 14": how many of the terms that decide a net are unknown, as the headline says. */
async function unknownOf14(page: Page): Promise<number> {
  const said = /(\d+) of 14 terms that decide a net are unknown/.exec(
    (await headline(page).textContent()) ?? '',
  )
  return Number(said?.[1])
}

test('a term is set by hand, marked as mine beside what the catalogue says, and one undo takes it back', async ({
  page,
}) => {
  await openNetwork(page, 'vast')
  const before = await unknownOf14(page)
  const row = term(page, 'Least payout')
  await expect(row).toContainText('unknown')

  await row.getByRole('button', { name: 'Edit Least payout' }).click()
  const editor = page.getByRole('form', { name: 'Least payout, as you know it' })
  await expect(editor.getByRole('textbox', { name: 'Least payout' })).toBeFocused()
  await page.keyboard.type('$5')
  await editor.getByRole('combobox', { name: 'It rests on' }).selectOption('my own receipt')
  await editor.getByRole('textbox', { name: 'Source' }).fill('payout of 3 March')
  await page.keyboard.press('Enter')

  await expect(row).toContainText('Yours. The catalogue says: unknown.')
  await expect(row.locator('[data-value]')).toHaveAttribute('data-value', '5')
  await expect(editor).toBeHidden()
  await expect(row.getByRole('button', { name: 'Edit Least payout' })).toBeFocused()
  expect(await unknownOf14(page)).toBe(before - 1)
  await row.getByRole('button', { name: /^Least payout: / }).press('Enter')
  const card = page.getByRole('dialog').filter({ hasText: 'payout of 3 March' })
  await expect(card).toContainText('from your own receipt')
  await page.keyboard.press('Escape')

  await undo(page)
  await expect(row).not.toContainText('Yours.')
  await expect(row).toContainText('unknown')
  expect(await unknownOf14(page)).toBe(before)
})

test('a network is handed on as a pack with my own word in it', async ({ page }) => {
  await openNetwork(page, 'vast')
  await term(page, 'Least payout').getByRole('button', { name: 'Edit Least payout' }).click()
  await page.getByRole('textbox', { name: 'Least payout' }).fill('5')
  await page.keyboard.press('Enter')
  await expect(term(page, 'Least payout')).toContainText('Yours.')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export this network' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Vast ai.market.json')
  const pack = JSON.parse(readFileSync(await download.path(), 'utf8')) as MarketPack
  expect(pack.markets.map(({ id, payout }) => [id, payout.minimumUsd.value])).toEqual([['vast', 5]])
})

test('a number outside the bounds is refused by name, one that means two is asked for, Escape leaves all as it was', async ({
  page,
}) => {
  await openNetwork(page, 'vast')
  await term(page, 'Least payout').getByRole('button', { name: 'Edit Least payout' }).press('Enter')
  const editor = page.getByRole('form', { name: 'Least payout, as you know it' })
  const field = editor.getByRole('textbox', { name: 'Least payout' })
  await field.fill('200000')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('alert')).toHaveText(
    'Least payout lies between $0.00 and $100,000; $200,000 does not.',
  )
  await field.fill('1.234')
  await expect(editor).toContainText('Which is meant?')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('alert')).toContainText('means two numbers')
  await editor.getByRole('button', { name: '$1,234' }).click()
  await expect(editor).not.toContainText('Which is meant?')
  await field.press('Escape')
  await expect(editor).toBeHidden()
  await expect(term(page, 'Least payout')).toContainText('unknown')
})

test('a word, a list and a text are set and taken back one by one, without a mouse', async ({ page }) => {
  await openNetwork(page, 'vast')
  const joining = term(page, 'Who may join')
  await tabTo(page, joining.getByRole('button', { name: 'Edit Who may join' }))
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Who may join' }).selectOption('anyone')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Set', exact: true }).press('Enter')
  await expect(joining).toContainText('anyone')
  await expect(joining).toContainText('Yours.')

  await term(page, 'Segments taken').getByRole('button', { name: 'Edit Segments taken' }).click()
  const editor = page.getByRole('form', { name: 'Segments taken, as you know it' })
  await editor.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(editor.getByRole('alert')).toContainText('nothing is chosen')
  await editor.getByRole('checkbox', { name: 'datacentre' }).check()
  await editor.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(term(page, 'Segments taken')).toContainText('datacentre')
  await expect(page.getByText(/Your rig \(.*\) is not taken/)).toBeVisible()

  await page.getByRole('button', { name: 'Reset Segments taken' }).click()
  await expect(term(page, 'Segments taken')).toContainText('not said')
  await expect(joining).toContainText('Yours.')
})

test('an own price and an own rented share count for my card and are mine to remove', async ({ page }) => {
  await openNetwork(page, 'akash')
  await page.getByRole('button', { name: 'Add a price' }).click()
  const editor = page.getByRole('form', { name: 'A price, as you know it' })
  await editor.getByRole('textbox', { name: 'Price' }).fill('0.41')
  await editor.getByRole('button', { name: 'Add', exact: true }).click()
  const prices = page.getByRole('region', { name: 'Prices, table' })
  const own = prices.getByRole('row').filter({ hasText: 'yours' })
  await expect(own).toContainText('GeForce RTX 4090')
  await expect(own).toContainText('counts for your card')
  await expect(own.locator('[data-value]')).toHaveAttribute('data-value', '0.41')

  await page.getByRole('button', { name: 'Add a rented share' }).click()
  const shareEditor = page.getByRole('form', { name: 'A rented share, as you know it' })
  await shareEditor.getByRole('textbox', { name: 'Rented share' }).fill('37,5 %')
  await shareEditor.getByRole('button', { name: 'Add', exact: true }).click()
  const shares = page.getByRole('region', { name: 'Rented shares, table' })
  await expect(
    shares.getByRole('row').filter({ hasText: 'all cards' }).locator('[data-value]'),
  ).toHaveAttribute('data-value', '0.375')

  await page.getByRole('button', { name: 'Remove your price of GeForce RTX 4090' }).click()
  await expect(own).toBeHidden()
  await page.getByRole('button', { name: 'Take back all edits' }).click()
  await expect(page.getByText('No rented share was found.')).toBeVisible()
})

test('an own fee from a date on is the one in force today, and Reset brings the catalogue’s schedule back', async ({
  page,
}) => {
  await openNetwork(page, 'akash')
  const fees = page.getByRole('region', { name: 'Fees by date, table' })
  const count = await fees.getByRole('row').count()
  await page.getByRole('button', { name: 'Add a fee from a date on' }).click()
  const editor = page.getByRole('form', { name: 'A fee, as you know it' })
  await editor.getByLabel('From (empty: from the beginning)').fill('2026-10-01')
  await editor.getByRole('textbox', { name: 'Platform fee' }).fill('12 %')
  await editor.getByRole('button', { name: 'Add', exact: true }).click()
  const own = fees.getByRole('row').filter({ hasText: '2026-10-01' })
  await expect(own).toContainText('in force today')
  await expect(own).toContainText('yours')
  await expect(fees.getByText('in force today')).toHaveCount(1)
  await page.getByRole('button', { name: 'Reset the fees' }).click()
  await expect(fees.getByRole('row')).toHaveCount(count)
})

test('a new network begins with everything unknown', async ({ page }) => {
  await page.evaluate(() => {
    window.location.hash = '#/networks/import'
  })
  await page.getByRole('button', { name: 'New network' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Cellar Compute')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(dialog.getByRole('alert')).toContainText(
    'Home page: expected an address that begins with https://',
  )
  await dialog.getByRole('textbox', { name: 'Home page' }).fill('https://cellar.example')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(headline(page)).toHaveText(
    'Cellar Compute: what it is was not found. Whether it is alive was not found. 14 of 14 terms that decide a net are unknown.',
  )
  await undo(page)
  await expect(headline(page)).toHaveText('No network is called that.')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on a network’s page with an open editor, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await openNetwork(page, 'vast')
    await page.getByRole('button', { name: 'Edit Least payout' }).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([])
    await page.setViewportSize({ width: 1024, height: 768 })
    const [needed, there] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(needed).toBeLessThanOrEqual(there ?? 0)
  })
