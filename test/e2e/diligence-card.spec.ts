import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openConnection } from '../../electron/database/database.ts'
import type { AnswerValue } from '../../shared/diligence/entry.ts'
import { computedNet } from '../../shared/diligence/computed-answer.ts'
import { gatesOf } from '../../shared/diligence/gates.ts'
import { type ScoredCard, scoredCard } from '../../shared/diligence/score.ts'
import { standingAnswer, standingCard } from '../../shared/diligence/standing.ts'
import { type App, expect, test } from './app.ts'
import { headline } from './on-screen.ts'
import { withBackend } from './real-backend.ts'
import { sampleNames } from './sample-book.ts'

const rows = (page: Page) => page.locator('tr[data-item]')
const focusedItem = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? null)
const answered = (page: Page) => page.getByRole('status').filter({ hasText: / answered$/ })

/** The only card of the book as it is stored, scored by the engine on the day of its newest entry. */
async function storedCard(app: App) {
  return withBackend(app.dataFolder, async (client) => {
    const listing = await client.scorecard.list()
    const [card] = listing.scorecards
    if (card === undefined) throw new Error('The book has no card.')
    const on = new Date().toISOString().slice(0, 10)
    const standing = standingCard(
      card.entries,
      { ...listing.keptChecklists, [listing.shippedSha256]: listing.shippedChecklist },
      on,
    )
    return {
      card,
      standing,
      scored: scoredCard(standing, ['provider']),
      gates: gatesOf(standing, ['provider']),
      answers: card.entries.filter(({ body }) => body.kind === 'answer' && body.who === 'me'),
    }
  })
}

async function expectScoreOnScreen(page: Page, scored: ScoredCard): Promise<void> {
  for (const { pillar, low, high, verdict } of Object.values(scored.pillars)) {
    const shown = page.locator(`section[aria-labelledby="pillar-${pillar}"] [data-low]`)
    await expect(shown).toHaveAttribute('data-low', String(low))
    await expect(shown).toHaveAttribute('data-high', String(high))
    await expect(shown).toHaveAttribute('data-verdict', verdict)
  }
}

/** By keys from the app's first page to a new card of the first network. */
async function beginCard(page: Page): Promise<void> {
  await page.keyboard.press('4')
  await expect(headline(page)).toContainText('has a card')
  const first = page.locator('tr[data-row]').first()
  for (let pressed = 0; !(await first.evaluate((row) => row === document.activeElement)); pressed += 1) {
    if (pressed > 60) throw new Error('Tab does not lead to the markets.')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('n')
  await expect(page.getByRole('navigation', { name: 'Of this card' })).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
}

/** As somebody with a database tool would, past the trigger that keeps entries as they are. */
function damageEntry(app: App, cardId: string, sequence: number): void {
  const book = openConnection(join(app.dataFolder, 'book.db'), 'write')
  book.exec('DROP TRIGGER scorecard_entries_are_never_changed')
  const { changes } = book
    .prepare(
      'UPDATE scorecard_entries SET recorded_at_utc_ms = recorded_at_utc_ms - 1 WHERE card_id = ? AND sequence = ?',
    )
    .run(cardId, sequence)
  book.close()
  if (changes !== 1) throw new Error('No entry was damaged.')
}

async function tabToRows(page: Page): Promise<void> {
  for (let pressed = 0; (await focusedItem(page)) === null; pressed += 1) {
    if (pressed > 60) throw new Error('Tab does not lead to the questions.')
    await page.keyboard.press('Tab')
  }
}

const keys: readonly { readonly key: string; readonly value: AnswerValue }[] = [
  { key: 'y', value: 'yes' },
  { key: 'p', value: 'partly' },
  { key: 'y', value: 'yes' },
  { key: 'n', value: 'no' },
  { key: 'u', value: 'unknown' },
]

test('a complete card: sixty questions answered by keys alone, scored as the engine scores what is stored', async ({
  page,
  app,
}) => {
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  const given = new Map<string, AnswerValue>()
  for (let step = 0; given.size < 66; step += 1) {
    const id = await focusedItem(page)
    if (id === null || given.has(id)) throw new Error(`Step ${step}: the focus is on ${id}.`)
    // Of a circumstance nothing is partly so.
    const isOfItem = await page.evaluate(
      () => document.activeElement?.querySelector('td:nth-child(3) *') !== null,
    )
    const { key, value } = isOfItem ? keys[step % keys.length]! : { key: 'y', value: 'yes' as const }
    await page.keyboard.press(key)
    // The class is kept for the next answer until another is said.
    if (step % 3 === 0) await page.keyboard.press(String((step % 7) + 1))
    await page.keyboard.press('Enter')
    given.set(id, value)
  }
  const stored = async () => (await storedCard(app)).answers.length
  await expect.poll(stored).toBe(given.size)
  const { standing, scored } = await storedCard(app)
  expect(scored.items.filter(({ answer }) => answer?.who === 'me').length).toBeGreaterThanOrEqual(60)
  expect(new Map([...given.keys()].map((id) => [id, standingAnswer(standing, id)?.value]))).toEqual(given)
  await expectScoreOnScreen(page, scored)
  const saidAnswered = scored.items.filter(({ answer }) => answer !== null).length
  await expect(answered(page)).toHaveText(`${saidAnswered} of ${scored.items.length} answered`)

  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await storedCard(app)).standing.answers.size)
    .toBeLessThan(standing.answers.size)
  const before = await storedCard(app)
  await expectScoreOnScreen(page, before.scored)
  const lastId = [...given.keys()].at(-1)!
  expect(standingAnswer(before.standing, lastId)).toBeNull()
  await page.keyboard.press('Control+Shift+z')
  await expect
    .poll(async () => standingAnswer((await storedCard(app)).standing, lastId)?.value)
    .toBe(given.get(lastId))
  await expectScoreOnScreen(page, scored)
})

test('words, link and quote are typed beside the question; Escape leads back, Enter keeps and goes on', async ({
  page,
  app,
}) => {
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  for (let moved = 0; moved < 8; moved += 1) await page.keyboard.press('j')
  const id = await focusedItem(page)
  await page.keyboard.press('y')
  await page.keyboard.press('4')
  await expect(page.getByText('Counts as partly: a full yes needs')).toBeVisible()
  await page.keyboard.press('d')
  await page.keyboard.press('e')
  await page.keyboard.type('y 1 x: what I saw')
  await page.keyboard.press('Escape')
  expect(await focusedItem(page)).toBe(id)
  await page.keyboard.press('e')
  await page.keyboard.press('Tab')
  await page.keyboard.type('https://docs.example.com/prices')
  await page.keyboard.press('Tab')
  await page.keyboard.type('the price is shown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await storedCard(app)).answers.length).toBe(1)
  const { standing } = await storedCard(app)
  const yesterday = await page.evaluate(() => {
    const day = new Date()
    day.setDate(day.getDate() - 1)
    return day.toLocaleDateString('sv')
  })
  expect(standingAnswer(standing, id!)).toMatchObject({
    value: 'yes',
    class: 'project-document',
    text: 'y 1 x: what I saw',
    link: 'https://docs.example.com/prices',
    quote: 'the price is shown',
    seenOn: yesterday,
  })
  expect(await focusedItem(page)).not.toBe(id)
  // What the last answer rested on is where the next one begins.
  await page.keyboard.press('n')
  await expect(page.getByLabel('It rests on, 1 to 7')).toHaveValue('project-document')
  await expect(page.getByLabel('Link')).toHaveValue('https://docs.example.com/prices')
  await expect(page.getByLabel('Seen on')).toHaveValue(yesterday)
})

test('nothing is kept without what it rests on, and “does not apply” asks for its reason', async ({
  page,
  app,
}) => {
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  const first = await focusedItem(page)
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Choose what it rests on: a key from 1 to 7, or the list.')
  expect(await focusedItem(page)).toBe(first)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert')).toBeHidden()
  for (let moved = 0; moved < 8; moved += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(page.getByLabel('Why it does not apply')).toBeFocused()
  await expect(page.getByText('This question applies to every market')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Choose what it rests on')
  expect((await storedCard(app)).answers).toEqual([])
})

test('a full yes is asked for what shows it, at once and while it is typed', async ({ page, app }) => {
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  for (let moved = 0; moved < 8; moved += 1) await page.keyboard.press('j')
  const note = page.getByText('Counts as partly: say what you saw, or attach it.')
  await page.keyboard.press('y')
  await page.keyboard.press('1')
  await expect(note).toBeVisible()
  await page.keyboard.press('e')
  await page.keyboard.type('I saw it')
  await expect(note).toBeHidden()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await storedCard(app)).answers.length).toBe(1)
  await expectScoreOnScreen(page, (await storedCard(app)).scored)
})

test('what is being typed stays: while the book cannot be read again, and while another card is open', async ({
  page,
}) => {
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('y')
  await page.keyboard.press('e')
  await page.keyboard.type('half a sentence')
  const words = page.getByLabel('In words')
  const here = page.url()

  await page.route('**/api/scorecard/list', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: 'not what was asked' }),
  )
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name of the card').fill('Another name')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Could not read the scorecards again')).toBeVisible()
  await expect(words).toHaveValue('half a sentence')
  await page.unroute('**/api/scorecard/list')

  await page.evaluate(() => (window.location.hash = '#/diligence'))
  await page.getByRole('button', { name: 'Another market' }).click()
  await page.getByLabel('Its name').fill('Garage Rentals')
  await page.getByRole('button', { name: 'Begin a card', exact: true }).click()
  await expect(headline(page)).toContainText('Garage Rentals')
  await expect(page.getByText('not kept yet')).toHaveCount(0)
  await page.goto(here)
  await expect(headline(page)).toContainText('Another name')
  await expect(page.getByText('not kept yet')).toHaveCount(1)
  await expect(words).toHaveValue('half a sentence')
})

test('a page left open over midnight goes on to the next day by itself', async ({ page }) => {
  await page.clock.install({ time: new Date('2027-01-15T22:50:00Z') })
  await page.reload()
  await expect(headline(page)).toBeVisible()
  await beginCard(page)
  await tabToRows(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('y')
  // Berlin is an hour ahead: typed days are the person's own, and the last is today.
  await expect(page.getByLabel('Seen on')).toHaveValue('2027-01-15')
  await page.clock.fastForward('10:00')
  await expect(page.getByLabel('Seen on')).toHaveAttribute('max', '2027-01-16')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByLabel('As it stood on (UTC)')).toHaveValue('2027-01-15')
  await page.clock.fastForward('01:00:00')
  await expect(page.getByLabel('As it stood on (UTC)')).toHaveValue('2027-01-16')
})

test('a gate that is closed greys what follows, and another role is seen at once', async ({ page, app }) => {
  await beginCard(page)
  const economics = page.locator('section[aria-labelledby="pillar-economics"]')
  await expect(economics.locator('[data-greyed]')).toBeVisible()
  const { gates, card } = await storedCard(app)
  expect(gates[0]?.state).toBe('closed')
  await expect(page.locator('section[aria-labelledby="pillar-service"]')).toContainText(gates[0]!.reason)
  await page.getByRole('button', { name: 'Buyer' }).focus()
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText(`${card.body.name}, seen as provider and buyer:`)
  await page.getByRole('button', { name: 'Provider', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText('seen as buyer:')
})

test('a newer checklist is told and taken; answers to what it no longer asks stay readable', async ({
  page,
  app,
}) => {
  const cardId = await withBackend(app.dataFolder, async (client) => {
    const { shippedChecklist } = await client.scorecard.list()
    const [first, second, ...others] = shippedChecklist.items
    const items = [first!, second!, ...others.slice(0, 3)].map((each) => structuredClone(each))
    const body = {
      ...structuredClone(shippedChecklist),
      id: 'mine',
      name: 'My questions',
      version: 1,
      items,
    }
    const own = await client.scorecard.saveChecklist({ id: null, revision: 0, body })
    const card = await client.scorecard.begin({
      name: 'A market of mine',
      networkId: null,
      roles: ['provider'],
      checklist: own.id,
    })
    await client.scorecard.append({
      id: card.id,
      bodies: [
        {
          kind: 'answer',
          itemId: first!.id,
          value: 'yes',
          class: 'own-measurement',
          text: 'counted by hand',
          link: null,
          fileSha256: null,
          seenOn: new Date().toISOString().slice(0, 10),
          quote: null,
          who: 'me',
          computed: null,
        },
      ],
    })
    await client.scorecard.saveChecklist({
      id: own.id,
      revision: own.revision,
      body: { ...body, version: 2, items: body.items.slice(1) },
    })
    return card.id
  })
  await page.evaluate((id) => {
    window.location.hash = `#/diligence/card-${id}`
  }, cardId)
  await expect(page.getByText('Version 2 of “My questions” is here.')).toBeVisible()
  await expect(page.getByText('Taking it adds 0 questions, changes 0 and no longer asks 1.')).toBeVisible()
  await expect(answered(page)).toHaveText('1 of 5 answered')
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(answered(page)).toHaveText('0 of 4 answered')
  await page.getByText('No longer asked: 1').click()
  await expect(page.getByText('counted by hand')).toBeVisible()
})

test('a damaged card is only read: what is intact shows, what is not is named', async ({ page, app }) => {
  await beginCard(page)
  const { card } = await storedCard(app)
  damageEntry(app, card.id, card.entries.at(-1)!.sequence)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This card is damaged: it is only read.' })).toBeVisible()
  await expect(page.getByText(/entr(?:y is|ies are) intact and shown\./)).toBeVisible()
  await tabToRows(page)
  await page.keyboard.press('y')
  await expect(page.getByText('This card is damaged: what is intact is shown').first()).toBeVisible()
  await expect(page.getByText('not kept yet')).toHaveCount(0)
})

test.describe('with scenarios', () => {
  test.use({ book: 'sample' })

  test('what usage alone nets is computed from a scenario, only as sure as what could turn it', async ({
    page,
    app,
  }) => {
    await beginCard(page)
    const { computation, computed } = await withBackend(app.dataFolder, async (client) => {
      const [{ shippedChecklist }, scenarios] = await Promise.all([
        client.scorecard.list(),
        client.scenario.list(),
      ])
      const { id, revision, body } = scenarios.find((each) => each.body.name === sampleNames.owner)!
      return {
        computation: shippedChecklist.items.find((each) => each.computation === 'net')!,
        computed: computedNet({ id, name: body.name, revision, entries: body.inputs }),
      }
    })
    if (computed.kind !== 'computed') throw new Error(computed.reason)
    await page.locator(`tr[data-item="${computation.id}"]`).focus()
    await page.getByRole('button', { name: 'Compute from a scenario' }).click()
    const scenarios = page.getByLabel('Scenario')
    await expect(scenarios).toBeFocused()
    await scenarios.selectOption({ value: computed.basis.scenarioId })
    // The owner's scenario is of no network, the card is of one.
    await expect(page.getByText('what nets there need not net here')).toBeVisible()
    await page.getByRole('button', { name: 'Compute', exact: true }).click()
    const { scenarioId, scenarioRevision } = computed.basis
    await expect(
      page.getByText(`from revision ${scenarioRevision} of “${sampleNames.owner}”: usage alone is worth`),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Keep and go on' }).click()
    await expect.poll(async () => (await storedCard(app)).answers.length).toBe(1)
    const { standing, gates } = await storedCard(app)
    expect(standingAnswer(standing, computation.id)).toMatchObject({
      value: computed.value,
      class: computed.class,
      computed: computed.basis,
    })
    const economics = page.locator('section[aria-labelledby="pillar-economics"]')
    await expect(economics).toContainText(gates[1]!.reason)
    await expect(economics).not.toContainText('changed since')

    await withBackend(app.dataFolder, async (client) => {
      const { id, revision, body } = (await client.scenario.list()).find(({ id }) => id === scenarioId)!
      const [first, ...others] = Object.entries(structuredClone(body.inputs))
      if (first === undefined) throw new Error('The sample scenario has no inputs.')
      await client.scenario.save({ id, revision, body: { ...body, inputs: Object.fromEntries(others) } })
    })
    await page.reload()
    await expect(economics).toContainText('The scenario has changed since: compute it again.')
    await page.locator(`tr[data-item="${computation.id}"]`).focus()
    await expect(page.locator('[data-drawer]')).toContainText('The scenario has changed since')
  })
})
