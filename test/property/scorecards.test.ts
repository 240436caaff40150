/** Cards under any sequence of appends, undos, redos and imports. */
import * as fc from 'fast-check'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { openStore } from '../../electron/database/store.ts'
import { implementer } from '../../electron/procedures/implementer.ts'
import { journalProcedures } from '../../electron/procedures/journal.ts'
import type { Parts } from '../../electron/procedures/parts.ts'
import { scorecardProcedures } from '../../electron/procedures/scorecard.ts'
import { answerValues } from '../../shared/diligence/entry.ts'
import { standingAnswer, standingCard } from '../../shared/diligence/standing.ts'
import { bookOptions } from '../electron/database/book-options.ts'
import { temporaryFolder } from '../electron/database/temporary-folder.ts'
import { answer, noon, shipped } from '../electron/procedures/scorecard-book.ts'
import { isNightly } from './runs.ts'

const dayMs = 86_400_000
const runs = isNightly ? 200 : 15

type Step =
  | {
      readonly kind: 'append'
      readonly answers: readonly (readonly [string, (typeof answerValues)[number]])[]
    }
  | { readonly kind: 'undo' | 'redo' | 'elsewhere' | 'import mine' | 'import theirs' }

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      answers: fc.array(
        fc.tuple(fc.constantFrom('uptime', 'support', 'price'), fc.constantFrom(...answerValues)),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('elsewhere', 'import mine', 'import theirs').map((kind) => ({ kind })),
  },
)

function openAt(folder: string, clock: { now: number }, prefix: string) {
  const book = openStore(bookOptions(folder))
  let count = 0
  const parts = {
    book,
    diligence: shipped,
    stamp: () => ({ nowUtcMs: clock.now, newId: () => `${prefix}-${(count += 1)}` }),
  } as unknown as Parts
  const { scorecard, journal } = createRouterClient(
    { scorecard: scorecardProcedures(implementer, parts), journal: journalProcedures(implementer, parts) },
    { context: {} },
  )
  return { book, scorecard, journal }
}

type Opened = ReturnType<typeof openAt>

async function answersOn(opened: Opened, id: string, on: string): Promise<Record<string, string>> {
  const { scorecards, keptChecklists } = await opened.scorecard.list()
  const card = standingCard(scorecards.find((each) => each.id === id)?.entries ?? [], keptChecklists, on)
  return Object.fromEntries(
    [...card.answers.keys()].toSorted().map((itemId) => [itemId, standingAnswer(card, itemId)!.value]),
  )
}

async function takeIn(opened: Opened, text: string, as: 'mine' | 'theirs'): Promise<void> {
  const { intoId, headDigest } = await opened.scorecard.importPreview({ text, as })
  await opened.scorecard.importCard({ text, as, intoId, headDigest, take: [] })
}

test(
  'DX4 the chain holds through any appends, undos, redos and imports, and every past day reads as it did then',
  { timeout: 900_000 },
  async () => {
    const root = temporaryFolder()
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 16 }), async (given) => {
        count += 1
        const clock = { now: noon }
        const here = openAt(`${root}/${count}-here`, clock, 'here')
        const there = openAt(`${root}/${count}-there`, clock, 'there')
        try {
          const { shippedSha256 } = await here.scorecard.list()
          const { id } = await here.scorecard.begin({
            name: 'One',
            networkId: 'alpha',
            roles: ['buyer'],
            checklist: shippedSha256,
          })
          const started = (await here.scorecard.exportCard({ id })).text
          await takeIn(there, started, 'mine')
          const seen: [day: string, answers: Record<string, string>][] = []
          let before: readonly string[] = []
          for (const step of given) {
            clock.now += dayMs
            await take(step, here, there, id)
            const { scorecards } = await here.scorecard.list()
            const card = scorecards.find((each) => each.id === id)
            // Undone to before its beginning: its entries stay, and redo shows them again.
            if (card === undefined) {
              await here.journal.redo()
              continue
            }
            expect(card.damage).toEqual([])
            const texts = card.entries.map((entry) => JSON.stringify(entry))
            expect(texts.slice(0, before.length)).toEqual(before)
            before = texts
            const day = new Date(clock.now).toISOString().slice(0, 10)
            seen.push([day, await answersOn(here, id, day)])
          }
          const hasVerbatim = given.some(({ kind }) => kind === 'import mine')
          // What another copy recorded on an earlier day is history of that day once it came.
          if (!hasVerbatim)
            for (const [day, answers] of seen) expect(await answersOn(here, id, day)).toEqual(answers)
          const { text } = await here.scorecard.exportCard({ id })
          const third = openAt(`${root}/${count}-third`, clock, 'third')
          try {
            await takeIn(third, text, 'mine')
            expect((await third.scorecard.exportCard({ id })).text).toBe(text)
          } finally {
            third.book.close()
          }
        } finally {
          here.book.close()
          there.book.close()
        }
      }),
      { numRuns: runs },
    )
  },
)

/** Undo is what takes an append back: the answers are then those from before it. */
async function take(step: Step, here: Opened, there: Opened, id: string): Promise<void> {
  switch (step.kind) {
    case 'append':
      await here.scorecard.append({
        id,
        bodies: step.answers.map(([itemId, value]) => answer(itemId, value)),
      })
      break
    case 'elsewhere':
      await there.scorecard.append({ id, bodies: [answer('support', 'partly'), answer('has-token', 'no')] })
      break
    case 'import mine':
    case 'import theirs':
      await takeIn(
        here,
        (await there.scorecard.exportCard({ id })).text,
        step.kind === 'import mine' ? 'mine' : 'theirs',
      )
      break
    case 'undo':
    case 'redo':
      if ((await here.journal.state())[step.kind] !== null) await here.journal[step.kind]()
      break
  }
}
