import { expect, test } from './app.ts'
import { tabTo } from './on-screen.ts'
import { withBackend } from './real-backend.ts'

const longName = `${'Hüttenwerk'.repeat(7)}🏭`

test.use({ book: 'sample' })

test('a very long name leaves every column in sight, and what is side by side outlives a reload', async ({
  page,
  app,
}) => {
  await withBackend(app.dataFolder, async ({ market }) => {
    const { text } = await market.exportPack({ ids: ['vast'], withEdits: true })
    const renamed = text.replace('"Vast.ai"', JSON.stringify(longName))
    const { markets } = await market.packPreview({ text: renamed })
    await market.packImport({
      text: renamed,
      networks: markets.map(({ id, revision }) => ({ id, revision })),
    })
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('3')
  const grid = page.getByRole('grid', { name: 'Networks on this rig' })
  const link = grid.getByRole('link', { name: longName })
  await expect(link).toHaveAttribute('title', longName)
  const rows = page.locator('tr[data-row]')
  const last = grid.getByRole('columnheader', { name: 'Takes this rig' })
  await expect(last).toBeInViewport({ ratio: 1 })

  await tabTo(page, rows.first())
  for (let taken = 0; taken < 4; taken += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison.getByRole('columnheader', { name: longName })).toBeVisible()
  await expect(comparison.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 })

  const taken = await comparison.getByRole('columnheader').allTextContents()
  await page.reload()
  await expect(comparison.getByRole('columnheader')).toHaveText(taken)
})
