/** Every screen of the app and the way to it: for the accessibility walk, the widths, and the pictures. */
import type { Page } from '@playwright/test'
import type { AppOptions } from './app.ts'
import { chooseCard, chooseHours, choosePlace, chooseRole } from './first-run.ts'
import { field, headline, openGroup } from './on-screen.ts'
import { sampleNames } from './sample-book.ts'

export type Screen = {
  readonly name: string
  /** From the screen before it, in the order of the list. */
  readonly open: (page: Page) => Promise<void>
}

export type Tour = { readonly name: string; readonly needs: AppOptions; readonly screens: readonly Screen[] }

const scenario = (name: string) => async (page: Page) => {
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(name)
  await headline(page).waitFor()
}

const place = (label: string) => async (page: Page) => {
  await page.getByRole('link', { name: label }).click()
  await page.waitForFunction((title) => document.title === title, `${label} · Idlewatt`)
  await headline(page).waitFor()
}

const firstRun: readonly Screen[] = [
  { name: 'first-run-1-role', open: async (page) => headline(page).waitFor() },
  { name: 'first-run-2-card', open: chooseRole },
  { name: 'first-run-3-tariff', open: (page) => chooseCard(page, 'GeForce RTX 3090') },
  { name: 'first-run-4-hours', open: (page) => choosePlace(page, 'US: Texas') },
  {
    name: 'first-run-5-answer',
    open: async (page) => {
      await chooseHours(page, 'Nights')
      await page.getByRole('button', { name: 'Keep it and open the calculator' }).waitFor()
    },
  },
]

/** One look of "How sure it is" on Earnings, scrolled into sight. */
const look = (name: string, label: string): Screen => ({
  name: `earnings-sensitivity-${name}`,
  open: async (page) => {
    const section = page.getByRole('region', { name: 'How sure it is' })
    await section.getByRole('tab', { name: label }).click()
    await section.getByText(/filling, /).waitFor({ state: 'hidden' })
    await section.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  },
})

/** Takes a row of the table of networks into the comparison. */
async function takeRow(page: Page, at: number): Promise<void> {
  await page.locator('tr[data-row]').nth(at).focus()
  await page.keyboard.press('Space')
}

const lookInNetworks = (label: string) => async (page: Page) => {
  await page.getByRole('navigation', { name: 'In Networks' }).getByRole('link', { name: label }).click()
  await page.locator(`a[aria-current="page"]`, { hasText: label }).waitFor()
  await headline(page).waitFor()
}

const lookInDiligence = (label: string): Screen => ({
  name: `diligence-${label.toLowerCase().replaceAll(' ', '-')}`,
  open: async (page) => {
    await page.getByRole('navigation', { name: 'In Diligence' }).getByRole('link', { name: label }).click()
    await page.locator('a[aria-current="page"]', { hasText: label }).waitFor()
    await headline(page).waitFor()
  },
})

const tabOfCard = (label: string): Screen => ({
  name: `diligence-card-${label.toLowerCase().replaceAll(' ', '-')}`,
  open: async (page) => {
    const tabs = page.getByRole('navigation', { name: 'Of this card' })
    await tabs.getByRole('link', { name: label }).click()
    await tabs.locator('a[aria-current="page"]', { hasText: label }).waitFor()
    await headline(page).waitFor()
  },
})

/** A card with answers of every kind, among them a red flag and a yes that counts as partly. */
const diligence: readonly Screen[] = [
  {
    name: 'diligence',
    open: async (page) => {
      await place('Diligence')(page)
      await page.locator('tr[data-row]').first().waitFor()
    },
  },
  {
    name: 'diligence-network',
    open: async (page) => {
      await page.locator('tr[data-row]').nth(3).focus()
      await page.keyboard.press('Enter')
      await page.locator('tr[data-item]').first().waitFor()
    },
  },
  {
    name: 'diligence-card',
    open: async (page) => {
      await page.getByRole('button', { name: 'Begin a card' }).click()
      await page.getByRole('navigation', { name: 'Of this card' }).waitFor()
      await page.locator('tr[data-item]').nth(8).focus()
      const keys =
        'y 1 Enter p 2 Enter n 5 Enter y 4 Enter n 1 Enter u Enter y 3 Enter n 5 Enter n 5 Enter y 6 Enter p 7 Enter n 1 Enter'
      for (const key of keys.split(' ')) await page.keyboard.press(key)
      await page.getByText('keeping …').first().waitFor({ state: 'hidden' })
      await page.evaluate(() => window.scrollTo(0, 0))
    },
  },
  {
    name: 'diligence-card-answer',
    open: async (page) => {
      await page.locator('tr[data-answered="no"]').last().focus()
      await page.keyboard.press('y')
      await page.keyboard.press('5')
      await page.getByText('Weaker evidence than').or(page.getByText('Counts as partly')).first().waitFor()
      await page.locator('tr:focus').evaluate((row) => row.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'diligence-card-own-question',
    open: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'A question of your own' }).click()
      await page.getByRole('form', { name: 'A question of your own' }).waitFor()
    },
  },
  {
    name: 'diligence-card-exit',
    open: async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('tr[data-item]', { hasText: 'own size be sold' }).focus()
      await page.getByRole('button', { name: 'Compute the exit' }).click()
    },
  },
  tabOfCard('Test jobs'),
  tabOfCard('History'),
  tabOfCard('Hand on'),
  { name: 'diligence-with-a-card', open: lookInDiligence('Markets').open },
  lookInDiligence('Side by side'),
  lookInDiligence('Install script'),
  lookInDiligence('Checklists'),
  lookInDiligence('Take in a card'),
]

const withBook: readonly Screen[] = [
  { name: 'earnings-net', open: scenario(sampleNames.owner) },
  look('moves', 'What moves it'),
  look('two', 'Two inputs at once'),
  look('sweep', 'Sweep'),
  look('what-if', 'What if'),
  look('hours', 'Hour by month'),
  { name: 'earnings-token', open: scenario(sampleNames.token) },
  { name: 'earnings-to-buy', open: scenario(sampleNames.operator) },
  { name: 'earnings-price-open', open: scenario(sampleNames.priceOpen) },
  {
    name: 'earnings-all-inputs',
    open: async (page) => {
      await scenario(sampleNames.token)(page)
      for (const label of await page.locator('details summary > span:first-of-type').allTextContents())
        await openGroup(page, label)
    },
  },
  {
    name: 'earnings-question',
    open: async (page) => {
      await field(page, 'Resale today, per GPU').fill('1.234')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').filter({ hasText: 'Which is meant?' }).waitFor()
      await headline(page).click()
    },
  },
  {
    name: 'earnings-refused',
    open: async (page) => {
      await field(page, 'Resale today, per GPU').press('Escape')
      await field(page, 'Power supply rating').fill('100')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'These inputs give no answer yet.' }).click()
    },
  },
  { name: 'rig-recording', open: place('Rig') },
  {
    name: 'networks-refused',
    open: async (page) => {
      await place('Networks')(page)
      await page.getByRole('heading', { name: /gives no answer yet/ }).waitFor()
    },
  },
  {
    name: 'networks',
    open: async (page) => {
      await scenario(sampleNames.owner)(page)
      await page.locator('table[role="grid"][aria-busy="false"]').waitFor()
    },
  },
  {
    name: 'networks-price',
    open: async (page) => {
      await takeRow(page, 0)
      await field(page, 'Elasticity of demand').fill('1.8')
      await page.getByText(/^It nets most at/).waitFor()
      await headline(page).click()
    },
  },
  {
    name: 'networks-difference',
    open: async (page) => {
      await takeRow(page, 1)
      await page.getByRole('status').filter({ hasText: 'a month more than' }).waitFor()
    },
  },
  {
    name: 'networks-columns',
    open: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click()
      await page.getByRole('checkbox', { name: 'NPV' }).click()
      await page.keyboard.press('Escape')
      await page.getByRole('checkbox', { name: 'NPV' }).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'networks-one',
    open: async (page) => {
      await page.locator('tr[data-row] a').first().click()
      await page.getByRole('heading', { name: 'Fees' }).waitFor()
    },
  },
  { name: 'networks-workloads', open: lookInNetworks('Workloads') },
  { name: 'networks-models', open: lookInNetworks('Models') },
  { name: 'networks-glossary', open: lookInNetworks('Glossary') },
  { name: 'networks-import', open: lookInNetworks('Bring in a file') },
  ...diligence,
  {
    name: 'proof',
    open: async (page) => {
      await place('Proof')(page)
      await page.getByRole('heading', { level: 1, name: /agree with outside references/ }).waitFor()
    },
  },
  {
    name: 'proof-group',
    open: async (page) => {
      await page.getByText('Spreadsheet functions', { exact: true }).click()
      await page.getByRole('region', { name: 'Spreadsheet functions, table' }).waitFor()
    },
  },
  { name: 'settings', open: place('Settings') },
  {
    name: 'help',
    open: async (page) => {
      await page.getByRole('main').focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys and marks' }).waitFor()
    },
  },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.keyboard.press('Control+k')
      await page.getByPlaceholder('Find a place or a command').waitFor()
    },
  },
]

const withoutTool: readonly Screen[] = [
  { name: 'rig-no-tool', open: place('Rig') },
  {
    name: 'no-session',
    open: async (page) => {
      await page.evaluate(() => window.sessionStorage.clear())
      await page.reload()
      await page.getByRole('heading', { name: 'This page has no session.' }).waitFor()
    },
  },
]

export function toursWith(recording: string): readonly Tour[] {
  return [
    { name: 'the first run', needs: { book: 'empty', replay: null }, screens: firstRun },
    { name: 'a filled book', needs: { book: 'sample', replay: recording }, screens: withBook },
    { name: 'nothing to read', needs: { book: 'sample', replay: null }, screens: withoutTool },
  ]
}
