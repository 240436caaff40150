import { expect, test } from './app.ts'
import { headline } from './on-screen.ts'
import { withBackend } from './real-backend.ts'

const turning = '\u202egnorts\u2066'

test('a stranger’s characters turn round nothing that the app says, on no page of the card', async ({
  page,
  app,
}) => {
  const id = await withBackend(app.dataFolder, async (client) => {
    const { shippedSha256, shippedChecklist } = await client.scorecard.list()
    const card = await client.scorecard.begin({
      name: `Market ${turning}`,
      networkId: null,
      roles: ['provider'],
      checklist: shippedSha256,
    })
    const said = { text: turning, link: 'https://a.example/terms', quote: turning, who: 'me' }
    await client.scorecard.append({
      id: card.id,
      bodies: [
        {
          kind: 'answer',
          itemId: shippedChecklist.items[0]!.id,
          value: 'no',
          class: 'third-party',
          fileSha256: null,
          seenOn: '2026-01-01',
          computed: null,
          ...said,
        },
        { kind: 'note', text: turning, who: 'me' },
      ],
    })
    return card.id
  })
  for (const tab of ['', '/jobs', '/history', '/exchange']) {
    await page.goto(`${new URL(page.url()).origin}/#/diligence/card-${id}${tab}`)
    await expect(headline(page)).toContainText('Market [U+202E]gnorts[U+2066]')
    const drawn = await page.evaluate(
      () => /.{0,60}[\u202a-\u202e\u2066\u2067]/.exec(document.body.outerHTML)?.[0],
    )
    expect(drawn).toBeUndefined()
  }
})
