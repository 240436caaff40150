import { readFileSync } from 'node:fs'
import { read } from '@e965/xlsx'
import { expect, test } from './app.ts'
import { headline } from './on-screen.ts'

test.use({ book: 'sample' })

test('the open scenario is exported as a workbook whose net is the one on screen', async ({ page }) => {
  await headline(page).waitFor()
  const onScreen = await page
    .locator('dl[aria-label^="Key figures"] [data-value]')
    .first()
    .getAttribute('data-value')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export workbook' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const book = read(readFileSync(await download.path()), { cellFormula: true })
  expect(book.SheetNames).toEqual(expect.arrayContaining(['Inputs', 'Months', 'Days', 'Headlines']))
  const values = Object.values(book.Sheets['Headlines'] ?? {})
  const net = values.find((cell) => typeof cell === 'object' && cell.v === Number(onScreen))
  expect(net?.f).toBeDefined()
})
