/**
 * Promise I8 on scorecards: any text that a field takes is saved, read after a restart, handed on and taken in as it was
 * typed. Blanks around names and sentences are cut, and nothing else.
 */
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackend } from '../../electron/backend.ts'
import { entryBodySchema } from '../../shared/diligence/entry-schema.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { temporaryFolder } from '../electron/database/temporary-folder.ts'
import { bodiesWith } from './hostile-card.ts'
import { hostileTexts, injections, naughtyStrings } from './naughty-lists.ts'
import { today } from '../shared/diligence/cards.ts'

const nowUtcMs = Date.parse(`${today}T12:00:00Z`)

async function open(dataFolder: string) {
  const clock = { nowUtcMs: () => nowUtcMs, monotonicMs: () => 0 }
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile: null, clock })
  onTestFinished(() => backend.close())
  const { scorecard } = createRouterClient(backend.router, { context: {} })
  const { shippedSha256 } = await scorecard.list()
  return { scorecard, shippedSha256, close: backend.close }
}

const trimmed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]))
}

describe('I8 any text survives', () => {
  it('in every field of a scorecard, through a restart, out and in again', async () => {
    console.log(`${naughtyStrings.length} naughty strings, ${injections.length} injections`)
    const folder = temporaryFolder()
    const first = await open(folder)
    const { id } = await first.scorecard.begin({
      name: 'Any text',
      networkId: null,
      roles: ['buyer'],
      checklist: first.shippedSha256,
    })
    const typed = hostileTexts.flatMap(bodiesWith)
    const expected = typed.map((body) => entryBodySchema.parse(body))
    // What is taken in differs from what was typed by blanks around it at most.
    expect(expected.map(trimmed)).toEqual(typed.map(trimmed))
    for (let at = 0; at < typed.length; at += 200)
      await first.scorecard.append({ id, bodies: typed.slice(at, at + 200) })
    await first.close()

    const second = await open(folder)
    const kept = bodiesOf(await second.scorecard.list(), id)
    expect(kept).toEqual(expected)
    const { text } = await second.scorecard.exportCard({ id })

    const elsewhere = await open(temporaryFolder())
    const { headDigest } = await second.scorecard.list().then(({ scorecards }) => scorecards[0]!)
    expect(headDigest).toMatch(/^[0-9a-f]{64}$/)
    const preview = await elsewhere.scorecard.importPreview({ text, as: 'mine' })
    expect(preview).toMatchObject({ relation: 'new', damage: [] })
    await elsewhere.scorecard.importCard({ text, as: 'mine', intoId: null, headDigest: null, take: [] })
    expect(bodiesOf(await elsewhere.scorecard.list(), id)).toEqual(expected)
    expect((await elsewhere.scorecard.exportCard({ id })).text).toBe(text)
  }, 300_000)

  it('as the name of a card', async () => {
    const { scorecard, shippedSha256 } = await open(temporaryFolder())
    const roles = ['buyer'] as const
    const begun = { name: 'Any', networkId: null, roles: [...roles], checklist: shippedSha256 }
    let { id, revision } = await scorecard.begin(begun)
    for (const text of hostileTexts) {
      const name = Array.from(text).slice(0, 60).join('').trim()
      if (name === '') continue
      const saved = await scorecard.save({ id, revision, name, roles: [...roles] })
      expect(saved.body.name).toBe(name)
      revision = saved.revision
    }
  }, 300_000)
})

function bodiesOf(
  { scorecards }: { readonly scorecards: readonly { id: string; entries: readonly { body: EntryBody }[] }[] },
  id: string,
): readonly EntryBody[] {
  const card = scorecards.find((each) => each.id === id)!
  // The first is the checklist in force.
  return card.entries.slice(1).map(({ body }) => body)
}
