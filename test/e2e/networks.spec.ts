import type { Page } from '@playwright/test'
import { compareMarkets, type ComparedMarket, type ComparisonQuestion } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import { rigCards } from '../../shared/markets/rig-cards.ts'
import { type App, expect, test } from './app.ts'
import { walkFirstRun } from './first-run.ts'
import { field, headline, openGroup, saved, tabTo } from './on-screen.ts'
import { withBackend } from './real-backend.ts'
import { sampleNames } from './sample-book.ts'

const rows = (page: Page) => page.locator('tr[data-row]')
const rowOf = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`)
const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison' })
const sentence = (page: Page) => comparison(page).getByRole('status')

async function openNetworks(page: Page): Promise<void> {
  await page.keyboard.press('3')
  await expect(page.getByRole('grid', { name: 'Networks on this rig' })).toBeVisible()
}

/** What the engine says of the stored scenario, run here on the same book. */
async function engine(
  app: App,
  name: string,
  change: Partial<ComparisonQuestion> = {},
): Promise<readonly ComparedMarket[]> {
  return withBackend(app.dataFolder, async (client) => {
    const [scenarios, rigs, { markets }, catalogue] = await Promise.all([
      client.scenario.list(),
      client.rig.list(),
      client.market.list(),
      client.catalogue(),
    ])
    const scenario = scenarios.find(({ body }) => body.name === name)!
    const rig = rigs.find(({ id }) => id === scenario.body.rigId)!
    return compareMarkets(
      {
        owner: scenario.body.inputs,
        ownNetworkId: scenario.body.networkId,
        cards: rigCards(rig.body, catalogue),
        policy: 'pessimistic',
        preferredCurrency: 'cash',
        ...change,
      },
      markets.map(({ profile }) => profile),
    )
  })
}

test.describe('with receipts of three networks', () => {
  test.use({ book: 'sample' })

  test('three keys lead from the table to why two networks differ, to the engine’s last digit', async ({
    page,
    app,
  }) => {
    await openNetworks(page)
    await tabTo(page, rows(page).first())
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')

    const [first, second] = await engine(app, sampleNames.owner)
    const difference = differenceBetween(first!, second!, 'pessimistic')
    if (difference.kind !== 'explained') throw new Error(difference.reason)
    await expect(sentence(page)).toHaveText(difference.sentence)
    expect(difference.largest).not.toBeNull()
    // The ranking and the worth a month may differ; what is on top here is the first of the two.
    const sign = difference.gapUsdPerMonth < 0 ? -1 : 1
    for (const { label, usdPerMonth } of difference.parts) {
      const part = comparison(page).getByRole('row', { name: new RegExp(`^${label}`) })
      const shown = Number(await part.locator('td[data-value]').first().getAttribute('data-value'))
      expect(shown === 0 ? 0 : shown, label).toBe(usdPerMonth === 0 ? 0 : sign * usdPerMonth)
    }
  })

  test('ranks by net on evidence; the policy for unknown terms moves the nets as the engine does', async ({
    page,
    app,
  }) => {
    await openNetworks(page)
    const nets = () =>
      rows(page)
        .locator('td[data-column="net"] [data-value]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))))
    const byEngine = async (policy: ComparisonQuestion['policy']) =>
      (await engine(app, sampleNames.owner, { policy })).flatMap(({ outcome }) =>
        'netUsdPerMonth' in outcome ? [outcome.netUsdPerMonth] : [],
      )
    const pessimistic = await byEngine('pessimistic')
    expect(pessimistic).toHaveLength(4)
    await expect.poll(nets).toEqual(pessimistic)
    await page.getByText('Leave out', { exact: true }).click()
    await expect.poll(nets).toEqual(await byEngine('leave out'))
    await page.getByText('Typical', { exact: true }).click()
    await expect.poll(nets).toEqual(await byEngine('typical'))
    expect((await nets())[0]).toBeGreaterThan(pessimistic[0]!)
  })

  test('a heading sorts by Enter and turns round by Enter; groups stay apart', async ({ page }) => {
    await openNetworks(page)
    const heading = page.getByRole('columnheader', { name: 'Price an hour' })
    await tabTo(page, heading.getByRole('button'))
    await page.keyboard.press('Enter')
    await expect(heading).toHaveAttribute('aria-sort', 'descending')
    const firstThree = () =>
      rows(page).evaluateAll((each) => each.slice(0, 3).map((row) => row.dataset['row']))
    // Of the sample book's receipts: $0.61, $0.47, $0.43.
    expect(await firstThree()).toEqual(['nosana', 'salad', 'clore'])
    await page.keyboard.press('Enter')
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    expect(await firstThree()).toEqual(['clore', 'salad', 'nosana'])
    await page.keyboard.press('ArrowDown')
    await expect(rowOf(page, 'clore')).toBeFocused()
    await page.keyboard.press('End')
    await expect(rows(page).last()).toBeFocused()
  })

  test('the column chooser adds a column and takes it out', async ({ page }) => {
    await openNetworks(page)
    const heading = page.getByRole('columnheader', { name: 'Platform fee' })
    await expect(heading).toBeHidden()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Platform fee' }).click()
    await expect(heading).toBeVisible()
    await expect(rowOf(page, 'clore').locator('td[data-column="fee"]')).toHaveText(/%|unknown/)
    await page.getByRole('checkbox', { name: 'Platform fee' }).click()
    await expect(heading).toBeHidden()
  })

  test('what a cell rests on is one arrow away, and unknown terms are named', async ({ page }) => {
    await openNetworks(page)
    await tabTo(page, rows(page).first())
    // While one tip fades the next is there already, so each is found by its words.
    const tip = (words: string) => page.getByRole('tooltip').filter({ hasText: words })
    await page.keyboard.press('ArrowRight')
    await expect(tip('sample book, 2026-09-30').last()).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(tip('Payout cadence: counted as weekly')).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(rows(page).first()).toBeFocused()
  })

  test('four stand side by side, each against the first; a fifth waits', async ({ page, app }) => {
    await openNetworks(page)
    await tabTo(page, rows(page).first())
    for (let taken = 0; taken < 5; taken += 1) {
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(4)
    await expect(page.getByText('4 networks at most stand side by side')).toBeVisible()
    const names = (await engine(app, sampleNames.owner)).map(({ name }) => name)
    await expect(comparison(page).getByRole('tab')).toHaveText(names.slice(1, 4))
    await comparison(page).getByRole('tab', { name: 'Nosana' }).click()
    await expect(sentence(page)).toContainText('Nosana')
    await expect(comparison(page).getByRole('columnheader')).toContainText(['Salad (SaladCloud)', 'Vast.ai'])
  })

  test('Enter opens the network, and coming back the table goes on where it was left', async ({
    page,
    app,
  }) => {
    const second = (await engine(app, sampleNames.owner))[1]!
    await openNetworks(page)
    await tabTo(page, rows(page).first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(headline(page)).toContainText(second.name)
    await expect(page.getByRole('main')).toBeFocused()
    await page.goBack()
    await expect(rowOf(page, second.id)).toBeFocused()
  })

  test('another price is followed to its net, as the assumed elasticity has it', async ({ page }) => {
    await openNetworks(page)
    await tabTo(page, rows(page).first())
    await page.keyboard.press('Space')
    await expect(comparison(page)).toContainText('Elasticity 1 is assumed by Idlewatt')
    await expect(comparison(page)).toContainText('There is no best price')
    await field(page, 'Elasticity of demand').fill('2.5')
    await page.keyboard.press('Enter')
    await expect(comparison(page)).toContainText(/It nets most at \$0\.\d+ an hour, rented \d+.%/)
    await expect(comparison(page)).not.toContainText('assumed by Idlewatt')
    await expect(comparison(page).getByRole('row', { name: /, the best/ })).toHaveCount(1)
  })

  test('networks without a net say what is missing for a difference', async ({ page }) => {
    await openNetworks(page)
    await rowOf(page, 'akash').focus()
    await page.keyboard.press('Space')
    await rowOf(page, 'livepeer').focus()
    await page.keyboard.press('Space')
    await expect(sentence(page)).toContainText('There is no difference to explain yet. Akash Network:')
  })

  test('the map of fits is set where the cursor is, wherever the pointer goes meanwhile', async ({
    page,
  }) => {
    await page.evaluate(() => {
      window.location.hash = '#/networks/workloads'
    })
    const map = page.getByRole('grid', { name: 'Fit of each kind of work' })
    // The first column is the rig's, which has no word to set.
    const cell = (place: string) => map.locator(`[data-cell="${place}"]`)
    const panel = page.getByRole('region', { name: 'The cell in words' })
    const title = panel.getByRole('heading')
    await cell('0 1').focus()
    const chosen = await title.textContent()
    const said = page.locator('[aria-live]').filter({ hasText: (chosen ?? '').split(',')[0]! })
    const saidOfChosen = await said.first().textContent()

    await cell('2 3').hover()
    await expect(title).not.toHaveText(chosen!)
    await expect(panel.getByRole('combobox')).toBeDisabled()
    await expect(said.first()).toHaveText(saidOfChosen!)

    await cell('0 1').press('Enter')
    await expect(panel.getByRole('combobox')).toBeFocused()
    await cell('3 4').hover()
    await expect(title).toHaveText(chosen!)
    await panel.getByRole('combobox').selectOption('poor')
    await expect(cell('0 1')).toHaveAccessibleName(/: poor, set by hand$/)
    await expect(map.getByText('set', { exact: true })).toHaveCount(1)
  })

  test('a scenario that is refused says which input', async ({ page }) => {
    await openGroup(page, 'Rig')
    await field(page, 'Power supply rating').fill('100')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.getByRole('link', { name: 'Networks' }).click()
    await expect(headline(page)).toHaveText(/gives no answer yet/)
    await expect(page.getByRole('main')).toContainText('Power supply')
  })
})

test('with the shipped facts alone it says what is missing and what it would take', async ({ page }) => {
  await page.keyboard.press('3')
  await expect(headline(page)).toHaveText('There is no rig to compare the networks on yet.')
  await page.getByRole('button', { name: 'Begin with a card' }).click()
  await walkFirstRun(page)
  await saved(page)
  await page.getByRole('main').focus()
  await openNetworks(page)
  await expect(headline(page)).toHaveText(
    /^For GeForce RTX 3090 none of \d+ networks has both price and rented share on record\. At 40.% rented an hour must bring \$0\.\d+/,
  )
  await expect(page.getByRole('rowheader', { name: /Without a net/ })).toBeVisible()
  expect(await rows(page).locator('td[data-column="net"]').first().textContent()).toMatch(/^needs /)
})
