import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { walkFirstRun } from './first-run.ts'
import { field, saved } from './on-screen.ts'
import { sampleNames } from './sample-book.ts'

test.use({ book: 'sample' })

const scenario = (page: Page) => page.getByRole('combobox', { name: 'Scenario' })
const names = (page: Page) => scenario(page).getByRole('option').allTextContents()
const tool = (page: Page, name: string) => page.getByRole('button', { name: `${name} scenario` })

test('a scenario is named, duplicated, changed and deleted; each step comes back with Ctrl Z and goes again with redo', async ({
  page,
}) => {
  const before = await names(page)
  expect(before.toSorted()).toEqual(Object.values(sampleNames).toSorted())

  await tool(page, 'Rename').click()
  await page.getByRole('textbox', { name: 'Name of the scenario' }).fill('Nights in the cellar')
  await page.keyboard.press('Enter')
  await saved(page)
  await expect(scenario(page).getByRole('option', { selected: true })).toHaveText('Nights in the cellar')

  await tool(page, 'Duplicate').click()
  await expect.poll(() => names(page)).toHaveLength(before.length + 1)
  const copy = await scenario(page).getByRole('option', { selected: true }).textContent()
  expect(copy).toContain('Nights in the cellar')
  expect(before).not.toContain(copy)

  await field(page, 'Price').fill('0.99')
  await page.keyboard.press('Enter')
  await saved(page)

  await tool(page, 'Delete').click()
  await expect.poll(() => names(page)).not.toContain(copy)
  await expect.poll(() => names(page)).toHaveLength(before.length)

  const undone: (() => Promise<void>)[] = [
    () => expect.poll(() => names(page)).toContain(copy),
    async () => {
      await scenario(page).selectOption(copy)
      await expect(field(page, 'Price')).toHaveValue('0.62')
    },
    () => expect.poll(() => names(page)).not.toContain(copy),
    () => expect.poll(() => names(page)).toContain(sampleNames.owner),
  ]
  for (const isBack of undone) {
    await page.locator('main').focus()
    await page.keyboard.press('Control+z')
    await isBack()
  }
  expect((await names(page)).toSorted()).toEqual(before.toSorted())

  await page.locator('main').focus()
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => names(page)).toContain('Nights in the cellar')
})

test('a new scenario begins with the first run’s questions and stands beside the others', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'New scenario' }).click()
  await walkFirstRun(page)
  await expect.poll(() => names(page)).toHaveLength(Object.keys(sampleNames).length + 1)
  await expect(scenario(page).getByRole('option', { selected: true })).toHaveText('GeForce RTX 3090')
})
