import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, twoCards } from './app.ts'
import { toursWith } from './screens.ts'

const tags = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'section508',
  'EN-301-549',
  'experimental',
]

/** axe looks at every element for seconds a screen; what it finds depends on the theme, hardly on the width. */
const sizes: readonly (readonly [number, number])[] =
  process.env['IDLEWATT_TIER'] === 'nightly'
    ? [
        [1024, 768],
        [1280, 800],
        [1920, 1080],
      ]
    : [[1280, 800]]

/** What axe found, a line for each element, as a person would look for it. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

for (const { name, needs, screens } of toursWith(twoCards))
  test.describe(`axe finds nothing in ${name}`, () => {
    test.use({ ...needs })
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [width, height] of sizes)
        test(`${colorScheme}, ${width} × ${height}`, async ({ page }) => {
          test.setTimeout(600_000)
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height })
          const found: Record<string, readonly string[]> = {}
          for (const screen of screens) {
            await screen.open(page)
            await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
            const violations = await violationsOn(page)
            if (violations.length > 0) found[screen.name] = violations
          }
          expect(found).toEqual({})
        })
  })

test.describe('axe finds nothing where the settings choose the dark theme', () => {
  test.use({ book: 'sample' })
  test('against a light system', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Dark', { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('link', { name: 'Earnings' }).click()
    expect(await violationsOn(page)).toEqual([])
  })
})
