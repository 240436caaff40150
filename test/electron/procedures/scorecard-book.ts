/** A book with scorecards in a folder of its own, and a small checklist that ships. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { ShippedDiligence } from '../../../electron/checklists.ts'
import { openConnection } from '../../../electron/database/database.ts'
import { openStore } from '../../../electron/database/store.ts'
import { implementer } from '../../../electron/procedures/implementer.ts'
import { journalProcedures } from '../../../electron/procedures/journal.ts'
import type { Parts } from '../../../electron/procedures/parts.ts'
import { scorecardProcedures } from '../../../electron/procedures/scorecard.ts'
import type { Answer } from '../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../shared/diligence/scorecard.ts'
import { standingAnswer, standingCard } from '../../../shared/diligence/standing.ts'
import { answer as answerOf, checklistsOf, item } from '../../shared/diligence/cards.ts'
import { bookOptions } from '../database/book-options.ts'
import { temporaryFolder } from '../database/temporary-folder.ts'

export const checklist = checklistsOf(
  [
    item('uptime'),
    item('support'),
    item('price', { part: 'economics' }),
    item('nets', { part: 'economics', computation: 'net' }),
    item('sells', { part: 'token', computation: 'exit' }),
  ],
  ['has-token'],
)['c'.repeat(64)]!

export const day = '2026-11-20'
export const noon = Date.UTC(2026, 10, 20, 12)

export function answer(
  itemId: string,
  value: Answer['value'],
  given: Parameters<typeof answerOf>[2] = {},
): Answer {
  return answerOf(itemId, value, { seenOn: day, ...given })
}

export const shipped: ShippedDiligence = {
  shippedChecklist: checklist,
  starters: [{ networkId: 'alpha', answers: [answer('uptime', 'partly', { class: 'project-document' })] }],
  permissionSheet: {
    schema: 1,
    permissions: [
      { id: 'root', question: 'Root?', why: 'It can do all.', ifGranted: 'A machine of its own.' },
    ],
    steps: [],
  },
}

/** `now` is what the clock says and may be set. */
export function openScorecards(folder = temporaryFolder()) {
  const book = openStore(bookOptions(folder))
  onTestFinished(() => book.close())
  const clock = { now: noon }
  let count = 0
  // A name of this book, so that two books never give one id twice.
  const prefix = `${folder.replaceAll(/[^0-9a-zA-Z]/g, '').slice(-12)}-`
  const parts = {
    book,
    diligence: shipped,
    stamp: () => ({ nowUtcMs: clock.now, newId: () => `${prefix}${(count += 1)}` }),
  } as unknown as Parts
  const client = createRouterClient(
    { scorecard: scorecardProcedures(implementer, parts), journal: journalProcedures(implementer, parts) },
    { context: {} },
  )
  const raw = (sql: string, ...values: readonly (string | number)[]) => {
    const connection = openConnection(join(folder, 'book.db'), 'write')
    try {
      return connection.prepare(sql).run(...values).changes
    } finally {
      connection.close()
    }
  }
  /** As somebody with a database tool would, past the triggers. */
  const tamper = (sql: string, ...values: readonly (string | number)[]) => {
    const connection = openConnection(join(folder, 'book.db'), 'write')
    connection.exec('DROP TRIGGER IF EXISTS scorecard_entries_are_never_changed')
    connection.exec('DROP TRIGGER IF EXISTS scorecard_entries_are_never_deleted')
    connection.prepare(sql).run(...values)
    connection.close()
  }
  const filesKept = () =>
    existsSync(join(folder, 'attachments')) ? readdirSync(join(folder, 'attachments')).toSorted() : []
  const { scorecard, journal } = client
  return { scorecard, journal, book, clock, folder, raw, tamper, filesKept }
}

export type OpenedScorecards = ReturnType<typeof openScorecards>

export async function begun(
  { scorecard }: OpenedScorecards,
  given: Partial<{ name: string; networkId: string }> = {},
) {
  const { shippedSha256 } = await scorecard.list()
  return scorecard.begin({
    name: 'Alpha',
    networkId: null,
    roles: ['buyer'],
    checklist: shippedSha256,
    ...given,
  })
}

/** What stands on a day. */
export function standing(card: Scorecard, lists: Record<string, typeof checklist>, on = '2199-12-31') {
  const standingHere = standingCard(card.entries, lists, on)
  return Object.fromEntries(
    [...standingHere.answers.keys()].map((itemId) => [itemId, standingAnswer(standingHere, itemId)!.value]),
  )
}
