import { expect, test } from './app.ts'
import { headline } from './on-screen.ts'

test.use({ book: 'sample' })

test('a reload keeps the session, and the address holds no token', async ({ page }) => {
  const sentence = await headline(page).textContent()
  expect(page.url()).not.toContain('bootstrap')
  await page.reload()
  await expect(headline(page)).toHaveText(sentence ?? '')
})

test('a second tab without a link says that it has no session, and a link from the command line opens it', async ({
  page,
  app,
  context,
}) => {
  const tab = await context.newPage()
  await tab.goto(new URL(page.url()).origin)
  await expect(tab.getByRole('heading', { name: 'This page has no session.' })).toBeVisible()
  await expect(tab.getByText('idlewatt open')).toBeVisible()

  const { output, code } = await app.cli('open', '--data', app.dataFolder)
  expect(code).toBe(0)
  await tab.goto(output.trim())
  await expect(headline(tab)).toHaveText((await headline(page).textContent()) ?? '')
})

test('two tabs show the same book: what one changes, the other follows', async ({ page, app, context }) => {
  const tab = await context.newPage()
  await tab.goto(await app.freshLink())
  await tab.getByRole('button', { name: 'Duplicate scenario' }).click()
  const names = page.getByRole('combobox', { name: 'Scenario' }).getByRole('option')
  await expect(names).toHaveCount(5)
})
