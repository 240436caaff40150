/** The four answers of the first run. */
import type { Page } from '@playwright/test'

export async function chooseRole(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I own a GPU' }).click()
}

export async function chooseCard(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /from the catalogue/ }).fill(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name}(?! Ti| D)`) })
    .first()
    .click()
}

export async function choosePlace(page: Page, place: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Fill from a place' }).fill(place)
  await page.getByRole('option', { name: place }).click()
}

export async function chooseHours(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${label} \\d+ hours`) }).click()
}

/** All four, in a place whose tariff is in dollars, up to the calculator. */
export async function walkFirstRun(page: Page): Promise<void> {
  await chooseRole(page)
  await chooseCard(page, 'GeForce RTX 3090')
  await choosePlace(page, 'US: Texas')
  await chooseHours(page, 'Always')
  await page.getByRole('button', { name: 'Keep it and open the calculator' }).click()
}
