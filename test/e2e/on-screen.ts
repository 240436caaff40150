/** What the walks look for on a screen, named as a person names it. */
import type { Locator, Page } from '@playwright/test'

/** The text field of an input of the table. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true })
}

/** A figure's value to its last digit. */
export async function exactValue(page: Page, label: string): Promise<string | null> {
  return page
    .locator('[data-value]')
    .filter({ hasText: new RegExp(`^${label}:`) })
    .first()
    .getAttribute('data-value')
}

/** The place's answer in words. */
export function headline(page: Page): Locator {
  return page.getByRole('heading', { level: 1 })
}

/** Folds a group of inputs open, if it is not. */
export async function openGroup(page: Page, label: string): Promise<void> {
  const group = page
    .locator('details')
    .filter({ has: page.locator('summary').getByText(label, { exact: true }) })
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
}

/** Presses Tab until the wanted element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`150 times ${key} did not lead to ${wanted.toString()}.`)
}

/** Waits until nothing is left to save. */
export async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('saved', { exact: true }).waitFor()
}
