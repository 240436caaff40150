import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nvidiaSmiSearch } from '../../electron/telemetry/tool.ts'
import { expect, test, twoCards } from './app.ts'
import { headline } from './on-screen.ts'

test.describe('with a recording of two cards', () => {
  test.use({ replay: twoCards })

  test('the Rig shows each card’s watts as the file has them, a zero as a zero, and says that it is a recording', async ({
    page,
  }) => {
    await page.keyboard.press('1')
    // test/fixtures/nvidia-smi/two-cards.csv: 18.40 + 231.75, 18.55 + 232.10, 0.00 + 229.98 W, in turn each second.
    await expect(headline(page)).toHaveText(
      /In the recording, 2 cards draw (?:250|251|230)\sW together, of 480\sW allowed\./,
    )
    await expect(page.getByText('This is a recording, not this machine: two-cards.csv')).toBeVisible()
    const table = page.getByRole('region', { name: 'Detected cards, table' })
    const sleeping = table.getByRole('row', { name: /RTX 4070/ })
    const busy = table.getByRole('row', { name: /RTX 3090/ })
    const seen = new Set<string>()
    await expect
      .poll(
        async () => {
          for (const row of [sleeping, busy])
            for (const cell of await row.getByRole('cell').allTextContents())
              seen.add(cell.replace(/\s/, ' '))
          return [...seen].sort()
        },
        { timeout: 15_000 },
      )
      // 18.40, 18.55 and 0.00; 231.75, 232.10 and 229.98, to a tenth.
      .toEqual(expect.arrayContaining(['0.0 W', '18.4 W', '230.0 W', '231.8 W', '232.1 W']))
  })

  test('detected cards become a rig, and the rig a scenario', async ({ page }) => {
    await page.keyboard.press('1')
    await page.getByRole('button', { name: 'Take the 2 detected cards' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('The two under the desk')
    await page.getByRole('button', { name: 'Save the rig' }).click()
    await expect(page.getByRole('row', { name: /The two under the desk/ })).toBeVisible()
  })
})

test.describe('without a tool', () => {
  const tool = nvidiaSmiSearch(process.platform).candidates.find((path) => existsSync(path))
  test.skip(tool !== undefined, `SKIPPED: this machine has ${tool}, so its absence cannot be seen`)

  test('the Rig says that nothing can be measured and what to do, and makes up no watts', async ({
    page,
  }) => {
    await page.keyboard.press('1')
    await expect(headline(page)).toHaveText('No GPU of this machine can be measured.')
    await expect(page.getByRole('status').filter({ hasText: 'nvidia-smi' })).toContainText(
      'Until then, a rig can be built from the catalogue',
    )
    await expect(page.getByRole('main')).not.toContainText(/\d\sW\b/)
  })
})

test.describe('with a recording that is none', () => {
  test.use({ replay: fileURLToPath(import.meta.url) })

  test('the Rig names the file, the line and what was expected there', async ({ page }) => {
    await page.keyboard.press('1')
    await expect(page.getByRole('status').filter({ hasText: 'rig.spec.ts, line' })).toContainText('expected')
  })
})
