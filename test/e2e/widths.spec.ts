import { expect, test, twoCards } from './app.ts'
import { toursWith } from './screens.ts'

for (const { name, needs, screens } of toursWith(twoCards))
  test.describe(name, () => {
    test.use({ ...needs })
    test('no screen needs a horizontal scroll bar from 1024 to 2560 pixels', async ({ page }) => {
      test.setTimeout(180_000)
      const tooWide: string[] = []
      for (const screen of screens) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await screen.open(page)
        for (const width of [1024, 1280, 1920, 2560]) {
          await page.setViewportSize({ width, height: 800 })
          const [needed, there] = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement
            return [scrollWidth, clientWidth]
          })
          if (needed > there) tooWide.push(`${screen.name} at ${width}: ${needed} px`)
        }
      }
      expect(tooWide).toEqual([])
    })
  })
