import { readProof } from '../../electron/proof.ts'
import { corrupted } from '../../shared/proof/run-proof.ts'
import { expect, test } from './app.ts'
import { headline, tabTo } from './on-screen.ts'

test.use({ book: 'sample' })

const vectors = readProof()
const count = vectors.length

test('the self-check runs on opening, in this browser, and every figure agrees', async ({ page }) => {
  await page.keyboard.press('5')
  await expect(headline(page)).toHaveText(`${count} of ${count} agree with outside references.`)
  await page.getByText('Tax depreciation', { exact: true }).click()
  const table = page.getByRole('region', { name: 'Tax depreciation, table' })
  const row = table.getByRole('row', { name: /MACRS 5 years, half-year/ })
  // IRS Publication 946, table A-1
  await expect(row).toContainText('0.2, 0.32, 0.192 … (6 values)')
  await expect(row).toContainText('exact')
  await expect(row).toContainText('IRS Publication 946, appendix A, 2026-11-21')
})

test('it is opened, run again and filtered without a mouse', async ({ page }) => {
  await page.keyboard.press('5')
  await expect(headline(page)).toContainText('agree')
  await tabTo(page, page.getByRole('button', { name: 'Run again' }))
  await page.keyboard.press('Enter')
  await expect(headline(page)).toHaveText(`${count} of ${count} agree with outside references.`)
  await tabTo(page, page.getByRole('radio', { name: `All ${count}` }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Every figure agrees.' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Market examples', { exact: true })).toBeVisible()
})

test('a figure that was damaged on its way is the only one that fails, and is shown', async ({ page }) => {
  const position = 70
  // The damage is done to what the server sends; all that computes and shows is the real page.
  await page.route('**/api/proof', async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as { json: unknown }
    await route.fulfill({ response, json: { ...answer, json: corrupted(vectors, position) } })
  })
  await page.keyboard.press('5')
  await expect(headline(page)).toHaveText(
    `${count - 1} of ${count} agree with outside references; 1 does not.`,
  )
  await page.getByText('That do not agree: 1').click()
  const failing = page.getByRole('row').filter({ hasText: 'Does not agree.' })
  await expect(failing).toHaveCount(1)
  await expect(failing).toContainText(vectors[position - 1]!.id)
  await expect(page.getByRole('row')).toHaveCount(2)
})
