import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { MarketPack, MarketProfile } from '../../shared/markets/market-profile.ts'
import { expect, test } from './app.ts'

test.use({ book: 'sample' })

const shipped = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../resources/networks.json', import.meta.url)), 'utf8'),
) as { readonly networks: readonly MarketProfile[] }

function shippedNetwork(id: string): MarketProfile {
  const found = shipped.networks.find((network) => network.id === id)
  if (found === undefined) throw new Error(`No network ships under the id ${id}.`)
  return found
}

function packOf(...markets: readonly MarketProfile[]): string {
  const pack: MarketPack = {
    schema: 1,
    kind: 'idlewatt market pack',
    compiledAt: '2026-11-20',
    markets,
  }
  return JSON.stringify(pack)
}

/** Vast with a hold of 3 days, which ships as unknown. */
const vastWithHold: MarketProfile = {
  ...shippedNetwork('vast'),
  payout: {
    ...shippedNetwork('vast').payout,
    holdDays: {
      value: 3,
      low: null,
      high: null,
      unit: 'days',
      source: 'https://docs.example.org/payouts',
      asOf: '2026-11-01',
      class: 'third-party',
    },
  },
}

async function goTo(page: Page, detail: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = `#/networks/${to}`
  }, detail)
}

async function openImports(page: Page, kind: string): Promise<void> {
  await goTo(page, 'import')
  await page.getByRole('radiogroup', { name: 'What the file is' }).getByText(kind, { exact: true }).click()
}

async function give(page: Page, label: string, name: string, text: string): Promise<void> {
  await page
    .locator(`input[type=file][aria-label="${label}"]`)
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
}

async function undo(page: Page): Promise<void> {
  await page.locator('main').focus()
  await page.keyboard.press('Control+z')
}

const hold = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Edit Days on hold' }) })

test('a pack shows each change before it is made, with my own word staying on top, and one undo takes all of it back', async ({
  page,
}) => {
  await goTo(page, 'vast')
  await page.getByRole('button', { name: 'Edit Days on hold' }).click()
  await page.getByRole('textbox', { name: 'Days on hold' }).fill('9')
  await page.keyboard.press('Enter')
  await expect(hold(page)).toContainText('Yours. The catalogue says: unknown.')

  await openImports(page, 'Market pack')
  const cellar: MarketProfile = { ...shippedNetwork('akash'), id: 'cellar', name: 'Cellar' }
  await give(page, 'Choose a market pack', 'pack.json', packOf(vastWithHold, cellar, shippedNetwork('akash')))
  await expect(page.getByText('3 networks, compiled 2026-11-20: 1 new, 1 changed, 1 the same.')).toBeVisible()
  const changes = page.getByRole('region', { name: 'Changes to Vast.ai, table' })
  await expect(changes.getByRole('row').filter({ hasText: 'Days on hold' })).toHaveText(
    /Days on hold\s*unknown\s*3\sdays, https:\/\/docs\.example\.org\/payouts, 2026-11-01, third party\s*stays on top/,
  )
  await expect(page.getByRole('checkbox', { name: 'Akash Network' })).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Cellar' }).uncheck()
  await page.getByRole('button', { name: 'Import one network' }).click()
  await expect(page.getByText('Imported one network. Ctrl Z takes all of it back.')).toBeVisible()

  await goTo(page, 'vast')
  await expect(hold(page)).toContainText(/Yours\. The pack says: 3\sdays/)
  await page.getByRole('button', { name: 'Reset Days on hold' }).click()
  await expect(hold(page).locator('[data-value]')).toHaveAttribute('data-value', '3')
  await undo(page)
  await expect(hold(page)).toContainText('Yours.')
  await undo(page)
  await expect(hold(page)).toContainText('Yours. The catalogue says: unknown.')
  await goTo(page, 'cellar')
  await expect(page.getByRole('heading', { name: 'No network is called that.' })).toBeVisible()
})

test('a pack that was taken in elsewhere after I looked is refused, and what mine changes is shown anew', async ({
  app,
  page,
  complaints,
}) => {
  await openImports(page, 'Market pack')
  await give(page, 'Choose a market pack', 'mine.json', packOf(vastWithHold))
  const changes = page.getByRole('region', { name: 'Changes to Vast.ai, table' })
  await expect(changes.getByRole('row')).toHaveCount(2)

  const theirs = join(app.dataFolder, 'theirs.json')
  writeFileSync(theirs, packOf({ ...vastWithHold, name: 'Vast of theirs' }))
  const taken = await app.cli('market', 'import', theirs, '--yes', '--data', app.dataFolder)
  expect(taken.output).toContain('Taken in: 1 network.')

  await page.getByRole('button', { name: 'Import one network' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Could not import the pack' })).toContainText(
    'The network “Vast of theirs” was changed elsewhere after the pack was looked at. Nothing was imported',
  )
  await expect(changes.getByRole('row').filter({ hasText: 'Vast of theirs' })).toBeVisible()
  await page.getByRole('button', { name: 'Import one network' }).click()
  await expect(page.getByText('Imported one network. Ctrl Z takes all of it back.')).toBeVisible()
  takeExpectedRefusals(complaints, ['packImport'])
})

/** Two asks of one card weigh 2 and 1 GPUs: by hand, the median ask is $0.30, two of three GPUs are rented. */
const listing = [
  'gpu_name;num_gpus;price_per_hour;rented;machine_id',
  'RTX 4090;2;0,30;yes;a1',
  'RTX 4090;1;0,50;no;a2',
  'RTX 4090;2;0,30;yes;a1',
  'RTX 3090;1;cheap;no;a3',
  'RTX 3090;4;0,15;no;a4',
].join('\n')

test('a listing tells accepted, duplicate and rejected lines, then asks and rented share, and its ask is never a price by itself', async ({
  page,
}) => {
  await openImports(page, 'Offer listing')
  await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Vast.ai')
  await give(page, 'Choose a listing', 'dump.csv', listing)
  await expect(page.getByRole('alert').filter({ hasText: 'is the ask of 2 GPUs the price' })).toBeVisible()
  await page.getByRole('button', { name: 'of each GPU', exact: true }).click()
  const counts = page.getByRole('status').filter({ hasText: 'can be taken' })
  await expect(counts).toContainText('3 lines can be taken.')
  await expect(counts).toContainText('1 duplicate: line 4 says the same as line 2.')
  await expect(counts).toContainText(
    /1 line rejected: line 5, column “price_per_hour”: found "cheap", expected it is not one number/,
  )
  await page.getByRole('button', { name: 'Import 3 offers' }).click()

  const asks = page.getByRole('region', { name: 'Asks, table' })
  const all = asks.getByRole('row').filter({ hasText: 'all' })
  await expect(all.locator('[data-value]')).toHaveText(['$0.30', '$0.30', '$0.30', '$0.50', '$0.50'])
  await expect(page.getByText(/2 offers of GeForce RTX 4090 with 3 GPUs/)).toContainText(
    /66\.7\s% are rented/,
  )
  const quarters = page.getByRole('region', { name: 'Rented share by price, table' })
  await expect(quarters.getByRole('row')).toHaveCount(5)

  await goTo(page, 'vast')
  const prices = page.getByRole('region', { name: 'Prices, table' })
  await expect(prices.getByText('yours')).toHaveCount(0)
  await openImports(page, 'Offer listing')
  await page.getByRole('button', { name: /^Show Vast\.ai/ }).click()
  await page.getByRole('button', { name: /rented as evidence/ }).click()
  await expect(page.getByRole('button', { name: 'The rented share is used as evidence' })).toBeDisabled()
  await page.getByRole('button', { name: 'Take the median ask as my assumption' }).click()
  await expect(page.getByRole('button', { name: 'The median ask is your assumption' })).toBeDisabled()

  await goTo(page, 'vast')
  const own = prices.getByRole('row').filter({ hasText: 'yours' })
  await expect(own).toContainText('an assumption')
  await expect(own.locator('[data-value]')).toHaveAttribute('data-value', '0.3')
  const share = page.getByRole('region', { name: 'Rented shares, table' }).locator('tbody [data-value]')
  expect(Number(await share.getAttribute('data-value'))).toBeCloseTo(2 / 3, 12)
})

test('columns that no usual name tells are chosen by hand, and the network remembers them', async ({
  page,
}) => {
  await openImports(page, 'Offer listing')
  await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Vast.ai')
  const renamed = 'what;for how much\nRTX 4090;0.40\n'
  await give(page, 'Choose a listing', 'own.csv', renamed)
  await expect(page.getByRole('alert').filter({ hasText: 'no column is chosen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await page.getByRole('combobox', { name: 'Card', exact: true }).locator('visible=true').selectOption('what')
  await page.getByRole('combobox', { name: 'Ask price' }).selectOption('for how much')
  await page.getByRole('button', { name: 'Import 1 offer' }).click()
  await expect(page.getByText('1 offer of GeForce RTX 4090 with 1 GPU')).toBeVisible()

  await give(page, 'Choose a listing', 'next.csv', renamed)
  await expect(page.getByRole('button', { name: 'Import 1 offer' })).toBeEnabled()
  await expect(page.getByRole('combobox', { name: 'Ask price' })).toHaveValue('for how much')
})

test('columns named anew are imported only once they were read: given up, the former ones stand; left, nothing comes back', async ({
  page,
}) => {
  await openImports(page, 'Offer listing')
  await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Vast.ai')
  await give(
    page,
    'Choose a listing',
    'two.csv',
    'gpu_name;num_gpus;price_per_hour;other\nRTX 4090;1;0.40;9\n',
  )
  const price = page.getByRole('combobox', { name: 'Ask price' })
  const take = page.getByRole('button', { name: 'Import 1 offer' })
  await expect(take).toBeEnabled()
  await expect(price).toHaveValue('price_per_hour')

  await page.route('**/api/market/offersPreview', () => {})
  await price.selectOption('other')
  await expect(take).toBeDisabled()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(take).toBeEnabled()
  await expect(price).toHaveValue('price_per_hour')

  await price.selectOption('other')
  await expect(take).toBeDisabled()
  const givenUp = page.waitForEvent('requestfailed', { timeout: 5_000 })
  await page.getByRole('button', { name: 'Leave it' }).click()
  expect((await givenUp).url()).toContain('/market/offersPreview')
  await expect(price).toHaveCount(0)
})

/** Chromium notes each refused call; those that are expected are taken off the list of complaints. */
function takeExpectedRefusals(complaints: readonly string[], calls: readonly string[]): void {
  const noted = complaints as string[]
  expect(
    noted.map((each) => /(?:400 \(Bad Request\)|409 \(Conflict\)) .*\/api\/market\/(\w+)/.exec(each)?.[1]),
  ).toEqual(calls)
  noted.length = 0
}

test('a broken file names its line and what to do, and changes nothing', async ({ page, complaints }) => {
  await openImports(page, 'Market pack')
  const pack = `${packOf(vastWithHold).slice(0, -2)}\n,]}`
  await give(page, 'Choose a market pack', 'broken.json', pack)
  const alert = page.getByRole('alert').filter({ hasText: 'line 2' })
  await expect(alert).toContainText('Nothing was changed.')
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)

  await openImports(page, 'Offer listing')
  await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Vast.ai')
  await give(page, 'Choose a listing', 'open.csv', 'gpu_name,price\nRTX 4090,"0.4\nRTX 3090,0.2\n')
  await expect(page.getByRole('alert').filter({ hasText: 'line 2' })).toBeVisible()
  await goTo(page, 'vast')
  await expect(page.getByRole('button', { name: 'Edit Days on hold' })).toBeVisible()
  await expect(hold(page)).not.toContainText('Yours')
  await expect(hold(page)).toContainText('unknown')
  takeExpectedRefusals(complaints, ['packPreview', 'offersPreview'])
})

test('a price series asks which of day and month comes first, then stands in the book with first, median and latest', async ({
  page,
}) => {
  await openImports(page, 'Price series')
  await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Akash Network')
  await page.getByRole('combobox', { name: 'Prices of' }).selectOption('its token')
  await give(
    page,
    'Choose a series',
    'akt.csv',
    'date,price\n02/01/2026,1.50\n03/01/2026,1.40\n04/01/2026,1.90\n04/01/2026,1.90\n',
  )
  await expect(page.getByRole('alert').filter({ hasText: '02/01/2026' })).toBeVisible()
  await page.getByRole('button', { name: /^the day:/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'can be taken' })).toContainText('3 lines')
  await page.getByRole('button', { name: 'Import 3 prices' }).click()
  const row = page.getByRole('row').filter({ hasText: 'akt.csv' })
  await expect(row).toContainText('2026-01-02 to 2026-01-04')
  await expect(row).toContainText('$1.50')
  await expect(row).toContainText('$1.90')
  await undo(page)
  await expect(row).toBeHidden()
})

test('a file that takes long says so and can be given up; a dropped one is looked at like a chosen one', async ({
  page,
}) => {
  await openImports(page, 'Market pack')
  await page.route('**/api/market/packPreview', () => {})
  await give(page, 'Choose a market pack', 'slow.json', packOf(vastWithHold))
  const working = page.getByRole('status').filter({ hasText: 'Reading “slow.json” …' })
  await expect(working).toBeVisible()
  await working.getByRole('button', { name: 'Cancel' }).click()
  await expect(working).toBeHidden()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.unroute('**/api/market/packPreview')

  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.json'))
    return transfer
  }, packOf(vastWithHold))
  await page
    .getByText(/^or drop it here/)
    .first()
    .dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByText('1 network, compiled 2026-11-20: 1 changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByRole('button', { name: 'Choose a market pack' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the import screens, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await openImports(page, 'Market pack')
    await give(page, 'Choose a market pack', 'pack.json', packOf(vastWithHold))
    await page.getByText('1 network, compiled 2026-11-20: 1 changed.').waitFor()
    const found: string[] = []
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      )
      await page.setViewportSize({ width: 1024, height: 768 })
      const [needed, there] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(needed).toBeLessThanOrEqual(there ?? 0)
    }
    await look()
    await openImports(page, 'Offer listing')
    await page.getByRole('combobox', { name: 'Network' }).locator('visible=true').selectOption('Vast.ai')
    await give(page, 'Choose a listing', 'dump.csv', listing)
    await page.getByRole('button', { name: 'of each GPU', exact: true }).click()
    await page.getByRole('button', { name: 'Import 3 offers' }).click()
    await page.getByRole('region', { name: 'Asks, table' }).waitFor()
    await look()
    expect(found).toEqual([])
  })
