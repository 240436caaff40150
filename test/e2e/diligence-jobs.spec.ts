import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { headline } from './on-screen.ts'
import { withBackend } from './real-backend.ts'

test.use({ book: 'sample' })

const market = 'Garage Rentals'

/** A card of a market that the catalogue does not have, by the page's own form, and its test jobs. */
async function openJobs(page: Page): Promise<void> {
  await page.evaluate(() => (window.location.hash = '#/diligence'))
  await page.getByRole('button', { name: 'Another market' }).click()
  await page.getByLabel('Its name').fill(market)
  await page.getByRole('button', { name: 'Begin a card', exact: true }).click()
  await expect(page).toHaveURL(/#\/diligence\/card-/)
  await page.evaluate(() => (window.location.hash += '/jobs'))
  await expect(page.getByRole('heading', { name: 'Test jobs' })).toBeVisible()
}

const typed = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true })

test('a small job with its bill opens the first test, and only with all that it needs', async ({
  page,
  app,
}) => {
  await openJobs(page)
  await expect(page.getByRole('main')).toContainText('the first test is still to be done.')
  await page.getByRole('button', { name: 'New test job' }).click()
  await expect(typed(page, 'Name')).toBeFocused()
  await typed(page, 'Name').fill('Ten pictures')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/^Jobs that succeeded: expected a whole number/)
  await typed(page, 'Jobs that succeeded').fill('3')
  await typed(page, 'Attempts that failed').fill('1')
  await typed(page, 'Quoted before').fill('$1')
  await typed(page, 'Billed for what succeeded').fill('1,20')
  await typed(page, 'What failed attempts cost').fill('0.30')
  await typed(page, 'A normal cloud').fill('Big Cloud')
  await typed(page, 'Cost of one such job there').fill('2')
  await page.getByRole('button', { name: 'Keep it' }).click()

  // (1.20 + 0.30) / 3, and a quarter of 2: by hand.
  const row = page
    .getByRole('region', { name: 'Test jobs, table' })
    .getByRole('row', { name: /Ten pictures/ })
  await expect(row).toContainText('$0.50')
  await expect(row).toContainText('25 %')
  await expect(row).toContainText('$0.20 above the quote')
  await expect(row).toContainText(
    'Lacks an output that was checked and matched, and the bill, kept as a file.',
  )
  await expect(page.getByRole('main')).toContainText('the first test is still to be done.')

  await page.getByRole('button', { name: 'Correct Ten pictures' }).click()
  await page.getByLabel('Output', { exact: true }).selectOption('matched')
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('Total $1.20') })
  await expect(page.getByRole('group', { name: 'The bill' })).toContainText('bill.txt')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(row).toContainText('Counts as the first test.')
  await expect(page.getByRole('main')).toContainText('the first test is done, and its record is kept.')

  const jobs = await withBackend(app.dataFolder, async (client) => {
    const { scorecards } = await client.scorecard.list()
    const card = scorecards.find(({ body }) => body.name === market)!
    return card.entries.flatMap(({ body }) => (body.kind === 'test-job' ? [body] : []))
  })
  expect(jobs).toHaveLength(2)
  expect(new Set(jobs.map(({ jobId }) => jobId)).size, 'a correction is an entry of the same job').toBe(1)

  await page.getByRole('button', { name: 'Take back: Ten pictures' }).click()
  await expect(page.getByRole('main')).toContainText('the first test is still to be done.')
  await page.getByRole('main').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('main')).toContainText('the first test is done, and its record is kept.')
})

test('a permission sheet says what a grant means, keeps its steps with their day, and is found again', async ({
  page,
}) => {
  await openJobs(page)
  await page.getByRole('button', { name: 'New test job' }).click()
  await typed(page, 'Name').fill('One picture')
  await typed(page, 'Jobs that succeeded').fill('0')
  await typed(page, 'Attempts that failed').fill('1')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Fill in: permissions of One picture' }).click()
  const form = page.getByRole('form', { name: /Permissions of/ })
  const root = form.getByRole('listitem').filter({ hasText: 'root or administrator rights' })
  await expect(root).not.toContainText('Count the whole machine')
  await root.getByText('granted', { exact: true }).click()
  await expect(root).toContainText('Count the whole machine')
  await form.getByRole('checkbox').first().check()
  await form.getByRole('button', { name: 'Keep the sheet' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'One picture' })
  await expect(line).toContainText(/1 granted, 0 refused, \d+ unknown; 1 of \d+ steps done/)
  await page.reload()
  await expect(line).toContainText(/1 granted, 0 refused, \d+ unknown; 1 of \d+ steps done/)
})

test('the history has every entry, any day as it stood, and a tripwire that turns red by a figure', async ({
  page,
}) => {
  await openJobs(page)
  await page.evaluate(() => (window.location.hash = window.location.hash.replace(/jobs$/, 'history')))
  await expect(headline(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Set a tripwire' }).click()
  await typed(page, 'What it warns of').fill('usage pays too little')
  await typed(page, 'Figure').fill('Coverage of rewards')
  await typed(page, 'Threshold').fill('0.3')
  await page.getByRole('button', { name: 'Set it' }).click()
  const wire = page
    .getByRole('region', { name: 'Tripwires' })
    .getByRole('listitem')
    .filter({ hasText: 'usage pays too little' })
  await expect(wire).toContainText('armed')
  await expect(wire).toContainText('coverage-of-rewards below 0.3')
  await wire.getByRole('button', { name: /^Enter a figure/ }).click()
  await typed(page, 'Value').fill('0.25')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await expect(wire).toContainText('red')
  await expect(wire).toContainText('0.25 seen on')

  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByRole('listitem')).toHaveText([/Figure/, /Tripwire/, /Checklist/])
  await timeline.getByRole('button', { name: 'Take back: entry 3' }).click()
  await expect(wire).toContainText('armed')
  await expect(timeline).toContainText('Taken back: it counts no longer.')
  await timeline.getByRole('button', { name: /^Bring again/ }).click()
  await expect(wire).toContainText('red')
})

test('a card is handed on as a file and as reports; the file is known here, and somebody else’s is a new card only when taken', async ({
  page,
}) => {
  await openJobs(page)
  await page.evaluate(() => (window.location.hash = window.location.hash.replace(/jobs$/, 'exchange')))
  const downloaded = async (button: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const pdf = await downloaded('Report as PDF')
  expect(pdf.name).toMatch(/^scorecard-garage-rentals-\d{4}-\d{2}-\d{2}\.pdf$/)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await downloaded('Report as Markdown')).bytes.toString()).toContain(market)
  expect((await downloaded('Report as CSV')).name).toMatch(/\.csv$/)
  const card = await downloaded('The card as a file')
  expect(card.name).toBe('Garage Rentals.scorecard.json')

  const file = { name: card.name, mimeType: 'application/json', buffer: card.bytes }
  await page.getByText('Mine, from another copy').click()
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(page.getByRole('main')).toContainText('All of it is here already: nothing would change.')
  await expect(page.getByRole('button', { name: 'Take it in' })).toBeDisabled()

  await page.getByText('Somebody else’s').click()
  await page.getByLabel('It goes into').selectOption('a new card')
  await expect(page.getByRole('main')).toContainText(/There is no such card here yet: \d+ new entr/)
  const before = page.url()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page).not.toHaveURL(before)
  await page.getByRole('link', { name: 'Markets' }).click()
  await expect(page.getByRole('rowheader', { name: /Garage Rentals/ })).toHaveCount(2)
})
