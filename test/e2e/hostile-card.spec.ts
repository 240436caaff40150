/**
 * Promise X4 on scorecards: public lists of hostile texts in every field, on every screen, with the page's policy and
 * without it. Shown as typed; nothing runs, nothing is asked for elsewhere. In CI every sixth text, nightly all.
 */
import type { Page } from '@playwright/test'
import { bodiesWith } from '../reliability/hostile-card.ts'
import { hostileTexts } from '../reliability/naughty-lists.ts'
import { type App, expect, test } from './app.ts'
import { withBackend } from './real-backend.ts'

const batchSize = 105
const every = process.env['IDLEWATT_TIER'] === 'nightly' ? 1 : 6
const texts = hostileTexts.filter((_, at) => at % every === 0)
const batches = Array.from({ length: Math.ceil(texts.length / batchSize) }, (_, at) =>
  texts.slice(at * batchSize, (at + 1) * batchSize),
)

/** Two cards, so that they can stand side by side. */
async function fill(app: App, batch: readonly string[]): Promise<{ ids: string[]; exported: string }> {
  return withBackend(app.dataFolder, async ({ scorecard }) => {
    const { shippedSha256 } = await scorecard.list()
    const ids: string[] = []
    for (const name of batch.filter((text) => text.includes('<')).slice(0, 2)) {
      const { id } = await scorecard.begin({
        name: Array.from(name).slice(0, 100).join(''),
        networkId: null,
        roles: ['buyer'],
        checklist: shippedSha256,
      })
      const bodies = batch.flatMap(bodiesWith)
      for (let at = 0; at < bodies.length; at += 200)
        await scorecard.append({ id, bodies: bodies.slice(at, at + 200) })
      ids.push(id)
    }
    return { ids, exported: (await scorecard.exportCard({ id: ids[0]! })).text }
  })
}

/** What could run, or fetch, and was not there before. */
const active = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const named = all.filter((element) =>
      ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'FORM', 'VIDEO', 'AUDIO', 'MARQUEE'].includes(
        element.tagName.toUpperCase(),
      ),
    ).length
    const handlers = all.filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    )
    const links = all.filter((element) =>
      ['href', 'src', 'action', 'formaction', 'xlink:href'].some((name) =>
        /^(?:javascript|data|vbscript):/i.test((element.getAttribute(name) ?? '').replaceAll(/[^!-~]/g, '')),
      ),
    )
    return {
      scripts: document.querySelectorAll('script').length,
      named,
      handlers: handlers.length,
      links: links.filter((element) => element.tagName !== 'LINK').length,
    }
  })

for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? 'without the page’s policy' : 'with the page’s policy', () => {
    test.use({ bypassCSP })
    for (const [at, batch] of batches.entries()) {
      test(`hostile texts ${at + 1} of ${batches.length} are shown as typed on every screen`, async ({
        page,
        app,
      }) => {
        test.setTimeout(300_000)
        const dialogs: string[] = []
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.message())
          void dialog.dismiss()
        })
        const before = await active(page)
        const { ids, exported } = await fill(app, batch)
        const [id, other] = ids
        const screens = [
          '',
          `card-${id}`,
          `card-${id}/jobs`,
          `card-${id}/history`,
          `card-${id}/exchange`,
          `compare`,
          'checklists',
        ]
        expect(other).toBeDefined()
        for (const screen of screens) {
          await page.evaluate(
            (hash) => {
              window.location.hash = hash
            },
            `#/diligence${screen === '' ? '' : `/${screen}`}`,
          )
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(page.getByText('Opening …')).toHaveCount(0)
          const after = await active(page)
          expect(after.handlers, screen).toBe(0)
          expect(after.links, screen).toBe(0)
          expect(after.scripts, screen).toBe(before.scripts)
        }
        // The texts are there, whole and as text: on the history every note is.
        await page.evaluate((hash) => {
          window.location.hash = hash
        }, `#/diligence/card-${id}/history`)
        const shown = page.locator('main')
        const hostile = batch.find((text) => text.includes('<script') || text.includes('<img'))
        if (hostile !== undefined) await expect(shown).toContainText(hostile.trim().slice(0, 60))
        // Somebody else's card, looked at before it is taken in.
        await page.evaluate((hash) => {
          window.location.hash = hash
        }, `#/diligence/card-${id}/exchange`)
        await page
          .locator('input[type="file"]')
          .first()
          .setInputFiles({
            name: '"><img src=x onerror=alert(1)>.json',
            mimeType: 'application/json',
            buffer: Buffer.from(exported),
          })
        await expect(shown).toContainText('onerror=alert(1)')
        expect((await active(page)).handlers).toBe(0)
        expect(dialogs).toEqual([])
      })
    }
  })
}
