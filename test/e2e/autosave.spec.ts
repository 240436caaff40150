import { expect, test } from './app.ts'
import { field, headline, saved } from './on-screen.ts'
import { withBackend } from './real-backend.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

test('edits made before, during and after a save are all on screen and all in the book', async ({
  page,
  app,
}) => {
  const price = field(page, 'Price')
  const share = field(page, 'Rented share of up hours')
  // A save begins half a second after the last edit; these pauses fall around its beginning and its end.
  for (const [edit, pauseMs] of [450, 500, 520, 540, 560, 600].entries()) {
    await price.fill(`0.${50 + edit}`)
    await page.waitForTimeout(pauseMs)
    await share.fill(`${60 + edit}`)
    await expect(headline(page)).toHaveText(new RegExp(`${60 + edit}\\s% rented at \\$0\\.${50 + edit} `))
  }
  await saved(page)
  await expect(headline(page)).toHaveText(/65\s% rented at \$0\.55 /)
  const stored = await withBackend(app.dataFolder, (client) => client.scenario.list())
  expect(stored).toHaveLength(Object.keys(sampleNames).length)
  expect(stored.find(({ body }) => body.name === sampleNames.owner)?.body.inputs).toMatchObject({
    priceUsdPerGpuHour: { value: 0.55 },
    rentalUtilizationRatio: { value: 0.65 },
  })
})

test('an edit that is not saved yet is saved when the page is left', async ({ page, app }) => {
  await field(page, 'Price').fill('0.88')
  await page.keyboard.press('Tab')
  await page.goto('about:blank')
  await expect
    .poll(async () => {
      const stored = await withBackend(app.dataFolder, (client) => client.scenario.list())
      const inputs = stored.find(({ body }) => body.name === sampleNames.owner)?.body.inputs
      return inputs?.['priceUsdPerGpuHour']
    })
    .toMatchObject({ value: 0.88 })
})
