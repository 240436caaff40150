/** Scorecards handed on and taken in, between two books. */
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../electron/database/sha256.ts'
import { canonicalJson } from '../../../shared/diligence/canonical-json.ts'
import { digestedText } from '../../../shared/diligence/chain.ts'
import { computedExit } from '../../../shared/diligence/computed-answer.ts'
import type { ComputedBasis, EntryBody, Origin } from '../../../shared/diligence/entry.ts'
import type { ScorecardFile } from '../../../shared/diligence/scorecard.ts'
import { standingCard } from '../../../shared/diligence/standing.ts'
import { doneJob, item, net } from '../../shared/diligence/cards.ts'
import {
  answer,
  begun,
  checklist,
  day,
  noon,
  openScorecards,
  type OpenedScorecards,
  standing,
} from './scorecard-book.ts'

const dayMs = 86_400_000

/** A card as it is after a day's work: an answer taken back, a job, a note, an own item. */
async function worked(opened: OpenedScorecards) {
  const { id } = await begun(opened, { networkId: 'alpha' })
  const { sha256 } = await opened.scorecard.attach({
    name: 'bill.pdf',
    base64: Buffer.from('bill').toString('base64'),
  })
  await opened.scorecard.append({
    id,
    bodies: [
      answer('support', 'no'),
      answer('support', 'yes', { fileSha256: sha256 }),
      { kind: 'withdrawal', sequence: 3, who: 'me' },
      { ...doneJob, ranOn: day, billSha256: sha256 },
      { kind: 'note', text: 'They answered within the hour.', who: 'me' },
      { kind: 'own-item', item: item('own'), who: 'me' },
      answer('own', 'yes', { class: 'third-party' }),
    ],
  })
  return id
}

const exported = (opened: OpenedScorecards, id: string) =>
  opened.scorecard.exportCard({ id }).then(({ text }) => text)

async function take(
  opened: OpenedScorecards,
  text: string,
  as: 'mine' | 'theirs',
  given: { intoId?: string | null; take?: string[] } = {},
) {
  const preview = await opened.scorecard.importPreview({
    text,
    as,
    ...(given.intoId === undefined ? {} : { intoId: given.intoId }),
  })
  const card = await opened.scorecard.importCard({
    text,
    as,
    intoId: preview.intoId,
    headDigest: preview.headDigest,
    take: given.take ?? [],
  })
  return { preview, card }
}

const answersOf = async (opened: OpenedScorecards, id: string, on?: string) => {
  const { scorecards, keptChecklists } = await opened.scorecard.list()
  return standing(
    scorecards.find((card) => card.id === id)!,
    keptChecklists,
    on,
  )
}
const bodiesOf = (card: { entries: readonly { body: EntryBody }[] }) => card.entries.map(({ body }) => body)

describe('DX6 a card of one’s own in another copy', () => {
  test('that is new there keeps its history, and is handed on again byte for byte', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const id = await worked(here)
    const text = await exported(here, id)
    expect(await exported(here, id)).toBe(text)
    there.clock.now += 5 * dayMs
    const { preview, card } = await take(there, text, 'mine')
    expect(preview).toMatchObject({
      relation: 'new',
      intoId: null,
      newEntries: 9,
      knownEntries: 0,
      damage: [],
    })
    expect(preview.notes).toEqual([
      '1 attached file is named and not here: a card’s file has no content of them.',
    ])
    const [original] = (await here.scorecard.list()).scorecards
    expect(card).toEqual({ ...original, updatedAtUtcMs: there.clock.now })
    expect(await exported(there, id)).toBe(text)
    const [file] = (await there.scorecard.list()).attachments
    expect(file).toMatchObject({ fileName: 'bill.pdf', isHere: false })
    await expect(there.scorecard.attachment({ sha256: file!.sha256 })).rejects.toThrow(
      '“bill.pdf” is not in the data folder',
    )
    expect((await there.journal.undo()).undo).toBeNull()
    expect((await there.scorecard.list()).scorecards).toEqual([])
    await there.journal.redo()
    expect(await exported(there, id)).toBe(text)
    // The name is then that of the content that came, and stays.
    for (const name of ['my own name.pdf', 'another.pdf'])
      expect(
        await there.scorecard.attach({ name, base64: Buffer.from('bill').toString('base64') }),
      ).toMatchObject({ sha256: file!.sha256, fileName: 'my own name.pdf' })
    expect((await there.scorecard.list()).attachments).toMatchObject([{ isHere: true }])
  })

  test('that went on elsewhere goes on here, verbatim; what is known brings nothing', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const id = await worked(here)
    await take(there, await exported(here, id), 'mine')
    there.clock.now += dayMs
    await there.scorecard.append({ id, bodies: [answer('uptime', 'no'), answer('price', 'yes')] })
    const text = await exported(there, id)
    const before = await exported(here, id)
    here.clock.now += 3 * dayMs
    const { preview } = await take(here, text, 'mine')
    expect(preview).toMatchObject({ relation: 'continues', intoId: id, newEntries: 2, knownEntries: 9 })
    expect(
      preview.differences.map(({ itemId, ours, theirs }) => [itemId, ours?.value, theirs.value]),
    ).toEqual([
      ['uptime', 'partly', 'no'],
      ['price', undefined, 'yes'],
    ])
    expect(await exported(here, id)).toBe(text)
    // Recorded when it was, not when it came: the day in between reads as it did there.
    expect(await answersOf(here, id, '2026-11-21')).toMatchObject({ uptime: 'no' })
    for (const known of [text, before]) {
      const again = await take(here, known, 'mine')
      expect(again.preview).toMatchObject({
        relation: 'known',
        newEntries: 0,
        differences: known === text ? [] : [{}],
      })
    }
    expect((await here.journal.state()).undo).toBe(
      'Take back what came with the file of the scorecard “Alpha”',
    )
    await here.journal.undo()
    expect(await answersOf(here, id)).toEqual({ uptime: 'partly', support: 'yes', own: 'yes' })
    expect((await take(here, text, 'mine')).preview).toMatchObject({ relation: 'known' })
  })

  test('that went on in both keeps both: theirs aside, but for what was not answered here or is chosen', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const id = await worked(here)
    await take(there, await exported(here, id), 'mine')
    await here.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    await there.scorecard.append({
      id,
      bodies: [
        answer('uptime', 'yes'),
        answer('price', 'no'),
        answer('price', 'yes'),
        answer('has-token', 'no'),
        { kind: 'withdrawal', sequence: 13, who: 'me' },
        { kind: 'note', text: 'Elsewhere.', who: 'me' },
      ],
    })
    const text = await exported(there, id)
    const { preview, card } = await take(here, text, 'mine')
    expect(preview).toMatchObject({ relation: 'diverged', intoId: id, newEntries: 6, knownEntries: 9 })
    expect(preview.differences.map(({ itemId }) => itemId)).toEqual(['uptime', 'price'])
    expect(preview.notes).toContain(
      '4 entries are kept aside: shown with where they come from, and counting for nothing.',
    )
    expect(await answersOf(here, id)).toEqual({ uptime: 'no', support: 'yes', own: 'yes', price: 'yes' })
    // One's own measurement stays one.
    expect(
      card.entries.slice(10).map(({ body, origin }) => [body.kind, origin?.sequence, origin?.aside]),
    ).toEqual([
      ['answer', 10, true],
      ['answer', 11, false],
      ['answer', 12, false],
      ['answer', 13, true],
      ['withdrawal', 14, true],
      ['note', 15, true],
    ])
    expect(card.entries[11]).toMatchObject({ body: { class: 'own-measurement' }, origin: { cardId: id } })
    expect((await take(here, text, 'mine')).preview).toMatchObject({ relation: 'known', newEntries: 0 })
    await take(here, text, 'mine', { take: ['uptime'] })
    expect(await answersOf(here, id)).toMatchObject({ uptime: 'yes' })
    await here.journal.undo()
    expect(await answersOf(here, id)).toMatchObject({ uptime: 'no', price: 'yes' })
    await here.journal.undo()
    expect(await answersOf(here, id)).toEqual({ uptime: 'no', support: 'yes', own: 'yes' })
  })

  test('that was removed here comes back', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const id = await worked(here)
    await take(there, await exported(here, id), 'mine')
    await there.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    await here.scorecard.remove({ id, revision: 1 })
    const { preview, card } = await take(here, await exported(there, id), 'mine')
    expect(preview).toMatchObject({ relation: 'continues', intoId: id, newEntries: 1 })
    expect(preview.notes).toContain('This card was removed here: it comes back.')
    expect(card).toMatchObject({ id, revision: 2, damage: [] })
    await here.journal.undo()
    expect((await here.scorecard.list()).scorecards).toEqual([])
    await here.journal.undo()
    expect(await answersOf(here, id)).toEqual({ uptime: 'partly', support: 'yes', own: 'yes' })
  })

  test('whose chain does not hold is refused as one’s own, and shown', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const id = await worked(here)
    const file = JSON.parse(await exported(here, id)) as ScorecardFile
    const fourth = file.entries[3]!
    const spoilt = { ...fourth, body: { ...fourth.body, value: 'partly' } }
    const text = canonicalJson({ ...file, entries: [...file.entries].with(3, spoilt as typeof fourth) })
    const preview = await there.scorecard.importPreview({ text, as: 'mine' })
    expect(preview.damage).toEqual([
      { sequence: 4, message: 'Entry 4 does not match its digest: it is left out.' },
    ])
    const request = { text, intoId: null, headDigest: null, take: [] }
    await expect(there.scorecard.importCard({ ...request, as: 'mine' })).rejects.toThrow(
      'The file is damaged: Entry 4 does not match its digest',
    )
    expect((await there.scorecard.list()).scorecards).toEqual([])
    const card = await there.scorecard.importCard({ ...request, as: 'theirs' })
    expect(card.entries).toHaveLength(8)
  })
})

describe('DX7 somebody else’s card', () => {
  test('is a new one: their own tests are a third party’s word, their computed answers are not, their jobs stand aside', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const id = await worked(theirs)
    const { preview, card } = await take(ours, await exported(theirs, id), 'theirs')
    expect(preview).toMatchObject({ relation: 'new', intoId: null, newEntries: 9 })
    expect(preview.notes).toEqual([
      '3 answers rest on their own measurement, receipt, record or reading of a document: here that is a third party’s word.',
      '3 entries are kept aside: shown with where they come from, and counting for nothing.',
      '1 attached file is named and not here: a card’s file has no content of them.',
    ])
    expect(card.id).not.toBe(id)
    expect(card.damage).toEqual([])
    expect(await answersOf(ours, card.id)).toEqual({ uptime: 'partly', support: 'yes', own: 'yes' })
    const standingThere = standingCard(card.entries, (await ours.scorecard.list()).keptChecklists, day)
    expect(standingThere.items.map((each) => each.id)).toEqual([
      'uptime',
      'support',
      'price',
      'nets',
      'sells',
      'own',
    ])
    expect([standingThere.jobs, standingThere.notes.length]).toEqual([[], 1])
    for (const body of bodiesOf(card))
      if (body.kind === 'answer') {
        expect(body.class).toBe('third-party')
        expect(body.computed).toBeNull()
      }
    expect(card.entries[4]).toMatchObject({
      body: { kind: 'withdrawal' },
      origin: { aside: true, cardId: id, cardName: 'Alpha' },
    })
  })

  test('goes into the card of its network: what is answered here stays, what is asked here is not theirs to say', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const id = await worked(theirs)
    const own = await ours.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, id: 'strict' },
    })
    const { id: into } = await ours.scorecard.begin({
      name: 'Ours',
      networkId: 'alpha',
      roles: ['buyer'],
      checklist: own.id,
    })
    const before = (await ours.scorecard.append({ id: into, bodies: [answer('uptime', 'no')] })).entries
    const text = await exported(theirs, id)
    const { preview, card } = await take(ours, text, 'theirs')
    expect(preview).toMatchObject({ relation: 'diverged', intoId: into, newEntries: 9, knownEntries: 0 })
    expect(preview.differences).toMatchObject([
      {
        itemId: 'uptime',
        question: 'Is uptime so?',
        ours: { value: 'no' },
        theirs: { class: 'third-party' },
      },
      { itemId: 'support', ours: null, theirs: { value: 'yes', class: 'third-party' } },
      { itemId: 'own', ours: null, theirs: { value: 'yes' } },
    ])
    expect(card.entries.slice(0, before.length)).toEqual(before)
    const standingHere = standingCard(card.entries, (await ours.scorecard.list()).keptChecklists, day)
    expect(standingHere.checklist?.id).toBe('strict')
    expect(standingHere.items.map((each) => each.id)).toEqual(['uptime', 'support', 'price', 'nets', 'sells'])
    expect(await answersOf(ours, into)).toEqual({ uptime: 'no', support: 'yes', own: 'yes' })
    expect((await take(ours, text, 'theirs')).preview).toMatchObject({ relation: 'known', newEntries: 0 })
    expect((await take(ours, text, 'theirs', { take: ['uptime'] })).card.entries).toHaveLength(
      card.entries.length + 1,
    )
    expect(await answersOf(ours, into)).toMatchObject({ uptime: 'partly' })
  })

  test('handed back to its author brings back nothing of their own', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const id = await worked(theirs)
    const { card } = await take(ours, await exported(theirs, id), 'theirs')
    await ours.scorecard.append({ id: card.id, bodies: [answer('price', 'no')] })
    const { preview } = await take(theirs, await exported(ours, card.id), 'theirs', { intoId: id })
    expect(preview).toMatchObject({ relation: 'diverged', intoId: id, newEntries: 1, knownEntries: 9 })
    expect(await answersOf(theirs, id)).toMatchObject({ support: 'yes', price: 'no' })
    expect(
      (await take(theirs, await exported(ours, card.id), 'theirs', { intoId: null })).preview.intoId,
    ).toBeNull()
    expect((await theirs.scorecard.list()).scorecards).toHaveLength(2)
  })

  test('is not taken in where the card here changed after the look', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const text = await exported(theirs, await worked(theirs))
    const { id } = await begun(ours, { networkId: 'alpha' })
    const { intoId, headDigest } = await ours.scorecard.importPreview({ text, as: 'theirs' })
    await ours.scorecard.append({ id, bodies: [answer('uptime', 'no')] })
    await expect(
      ours.scorecard.importCard({ text, as: 'theirs', intoId, headDigest, take: [] }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Nothing was imported') })
    expect((await ours.scorecard.list()).scorecards[0]!.entries).toHaveLength(3)
  })
})

describe('DX7 what somebody else says', () => {
  test('the market is counts only where it is taken, and a document that they read is their word', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const { id } = await begun(theirs)
    await theirs.scorecard.append({
      id,
      bodies: [answer('has-token', 'no'), answer('uptime', 'no', { class: 'project-document' })],
    })
    const text = await exported(theirs, id)
    const { preview, card } = await take(ours, text, 'theirs')
    expect(preview.notes).toContain('1 answer says what the market is: that counts only where you take it.')
    expect(preview.differences.map(({ itemId }) => itemId)).toEqual(['has-token', 'uptime'])
    expect(await answersOf(ours, card.id)).toEqual({ uptime: 'no' })
    expect(bodiesOf(card)[2]).toMatchObject({ class: 'third-party' })
    await take(ours, text, 'theirs', { intoId: card.id, take: ['has-token'] })
    expect(await answersOf(ours, card.id)).toEqual({ uptime: 'no', 'has-token': 'no' })
  })

  test('under another entry’s digest hides nothing of that one', async () => {
    const [honest, liar, ours] = [openScorecards(), openScorecards(), openScorecards()]
    const { id } = await begun(honest, { networkId: 'beta' })
    await honest.scorecard.append({ id, bodies: [answer('support', 'no')] })
    const genuine = await exported(honest, id)
    const { digest } = (JSON.parse(genuine) as ScorecardFile).entries[1]!
    const { id: liarId } = await begun(liar, { networkId: 'beta' })
    await liar.scorecard.append({ id: liarId, bodies: [answer('uptime', 'yes')] })
    const at = { cardId: id, cardName: 'Alpha', sequence: 2, recordedAtUtcMs: noon, digest, aside: false }
    const { card } = await take(
      ours,
      forged(await exported(liar, liarId), (body) => body, at),
      'theirs',
    )
    expect(card.entries[1]!.origin).toEqual(at)
    const { preview } = await take(ours, genuine, 'theirs', { intoId: card.id })
    expect(preview).toMatchObject({ newEntries: 2, knownEntries: 0 })
    expect(await answersOf(ours, card.id)).toEqual({ uptime: 'yes', support: 'no' })
    // Nor does the same word set aside by the liar keep it from counting.
    const third = openScorecards()
    const copied = forged(genuine, (body) => body, { ...at, aside: true })
    const { card: other } = await take(third, copied, 'theirs')
    expect(await answersOf(third, other.id)).toEqual({})
    await take(third, genuine, 'theirs', { intoId: other.id })
    expect(await answersOf(third, other.id)).toEqual({ support: 'no' })
  })

  test('comes again after it was undone, once', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const text = await exported(theirs, await worked(theirs))
    const { id } = await begun(ours)
    await take(ours, text, 'theirs', { intoId: id })
    const before = await answersOf(ours, id)
    await ours.journal.undo()
    expect(await answersOf(ours, id)).toEqual({})
    expect((await take(ours, text, 'theirs', { intoId: id })).preview).toMatchObject({
      relation: 'diverged',
      newEntries: 9,
      knownEntries: 0,
    })
    expect(await answersOf(ours, id)).toEqual(before)
    expect((await take(ours, text, 'theirs', { intoId: id })).preview).toMatchObject({ newEntries: 0 })
  })

  test('by a checklist that bears the name of the one that ships and is another is told', async () => {
    const [theirs, ours] = [openScorecards(), openScorecards()]
    const { id: milder } = await theirs.scorecard.saveChecklist({
      id: null,
      revision: 0,
      body: { ...checklist, items: checklist.items.map((each) => item(each.id, { importance: 'low' })) },
    })
    const { id } = await theirs.scorecard.begin({
      name: 'Alpha',
      networkId: null,
      roles: ['buyer'],
      checklist: milder,
    })
    const told =
      'The checklist “Small”, version 1, asks other questions or weighs them otherwise than the one that ships.'
    for (const as of ['mine', 'theirs'] as const)
      expect((await ours.scorecard.importPreview({ text: await exported(theirs, id), as })).notes).toContain(
        told,
      )
    const { id: honest } = await begun(theirs)
    expect(
      (await ours.scorecard.importPreview({ text: await exported(theirs, honest), as: 'theirs' })).notes,
    ).toEqual([])
  })
})

test('DX6 of one’s own file that is known here, a chosen answer is appended with where it comes from', async () => {
  const opened = openScorecards()
  const { id } = await begun(opened)
  await opened.scorecard.append({ id, bodies: [answer('uptime', 'no'), answer('price', 'no')] })
  const text = await exported(opened, id)
  await opened.scorecard.append({ id, bodies: [answer('uptime', 'yes'), answer('price', 'yes')] })
  const { preview, card } = await take(opened, text, 'mine', { take: ['uptime', 'support'] })
  expect(preview).toMatchObject({ relation: 'known', newEntries: 0, differences: { length: 2 } })
  expect(card.entries).toHaveLength(6)
  expect(card.entries[5]).toMatchObject({
    body: answer('uptime', 'no'),
    origin: { cardId: id, sequence: 2, aside: false },
  })
  expect(await answersOf(opened, id)).toEqual({ uptime: 'no', price: 'yes' })
  // Chosen again it stands already.
  expect((await take(opened, text, 'mine', { take: ['uptime'] })).card.entries).toHaveLength(6)
  await opened.journal.undo()
  expect(await answersOf(opened, id)).toEqual({ uptime: 'yes', price: 'yes' })
})

/** A file with other bodies than were appended, from elsewhere where an origin is given, and digests that match. */
function forged(text: string, change: (body: EntryBody) => EntryBody, origin: Origin | null = null): string {
  const file = JSON.parse(text) as ScorecardFile
  const entries: ScorecardFile['entries'][number][] = []
  for (const { sequence, recordedAtUtcMs, body } of file.entries) {
    const link = {
      sequence,
      recordedAtUtcMs,
      body: change(body),
      origin: sequence === 1 ? null : origin,
      previousDigest: entries.at(-1)?.digest ?? null,
    }
    entries.push({ ...link, digest: sha256(digestedText(file.card.id, link)) })
  }
  return canonicalJson({ ...file, entries })
}

const exits = computedExit({
  sizeUsd: 1_000,
  depthUsd: 100_000,
  depthClass: 'own-receipt',
  poolFeeRatio: 0,
  slippageLimitRatio: 0.02,
})
const computedAnswer = (basis: Partial<ComputedBasis> = {}) => {
  if (exits.kind === 'unanswered') throw new Error(exits.reason)
  return answer('sells', exits.value, {
    class: exits.class,
    computed: { ...exits.basis, ...basis } as ComputedBasis,
  })
}

describe('DX9 a file is held to what an append is held to', () => {
  const refused: readonly (readonly [string, EntryBody, string])[] = [
    ['a forged slippage', computedAnswer({ slippageRatio: 0.001 }), 'not what the engine computes'],
    [
      'a computed answer to another item',
      { ...computedAnswer(), itemId: 'price' },
      '“price” is not an item that is computed as “exit”',
    ],
    [
      'a yes on a loss',
      answer('nets', 'yes', { computed: net({ usageOnlyUsd: -1 }) }),
      '“yes” does not follow',
    ],
    [
      'an own item that is computed',
      { kind: 'own-item', item: item('x', { computation: 'exit' }), who: 'me' },
      'not computed',
    ],
    [
      'an own item hanging on nothing',
      {
        kind: 'own-item',
        item: item('x', { exemption: { words: 'never', circumstanceId: 'nowhere', holdsWhen: 'no' } }),
        who: 'me',
      },
      'no circumstance “nowhere”',
    ],
    ['what is seen in two days', answer('price', 'no', { seenOn: '2026-11-22' }), 'lies after 2026-11-20'],
  ]
  test.each(refused)('%s', async (_, body, words) => {
    const [here, there] = [openScorecards(), openScorecards()]
    const { id } = await begun(here)
    await here.scorecard.append({ id, bodies: [{ kind: 'note', text: 'to forge', who: 'me' }] })
    const text = forged(await exported(here, id), (each) => (each.kind === 'note' ? body : each))
    for (const as of ['mine', 'theirs'] as const)
      await expect(there.scorecard.importPreview({ text, as })).rejects.toThrow(
        new RegExp(`Entry 2 of the file is not taken: .*${words}`),
      )
  })

  test('and an honest computed answer comes, as one’s own with what it rests on', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const { id } = await begun(here)
    await here.scorecard.append({ id, bodies: [computedAnswer()] })
    const text = await exported(here, id)
    expect(bodiesOf((await take(there, text, 'mine')).card).at(-1)).toEqual(computedAnswer())
    const { preview, card } = await take(there, text, 'theirs', { intoId: null })
    expect(preview.notes).toContain('1 answer was computed from their figures: here they open no gate.')
    expect(bodiesOf(card).at(-1)).toMatchObject({ itemId: 'sells', computed: null })
  })
})

describe('DX5 a file that is no card, or says what cannot be, is refused in a sentence', () => {
  const spoilt: readonly (readonly [string, (file: ScorecardFile) => unknown, string])[] = [
    ['another kind', (file) => ({ ...file, kind: 'idlewatt market pack' }), '"kind"'],
    ['a key too many', (file) => ({ ...file, run: 'now' }), 'Unrecognized key'],
    ['no entry', (file) => ({ ...file, entries: [] }), '"entries"'],
    [
      'three roles',
      (file) => ({ ...file, card: { ...file.card, roles: ['buyer', 'provider', 'investor'] } }),
      '"card.roles"',
    ],
    [
      'a lacking checklist',
      (file) => ({ ...file, checklists: {} }),
      'lacks the checklist that entry 1 names',
    ],
    [
      'another checklist under the digest',
      (file) => ({
        ...file,
        checklists: Object.fromEntries(
          Object.entries(file.checklists).map(([sha256, list]) => [
            sha256,
            { ...list, items: [item('easy')] },
          ]),
        ),
      }),
      'does not match its digest',
    ],
  ]
  test.each(spoilt)('%s', async (_, spoil, words) => {
    const opened = openScorecards()
    const id = await worked(opened)
    const text = canonicalJson(spoil(JSON.parse(await exported(opened, id)) as ScorecardFile))
    const before = await exported(opened, id)
    for (const as of ['mine', 'theirs'] as const)
      await expect(opened.scorecard.importPreview({ text, as })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: expect.stringContaining(words),
      })
    expect(await exported(opened, id)).toBe(before)
  })

  test('what was recorded after today is not taken', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    here.clock.now += dayMs
    const text = await exported(here, await worked(here))
    await expect(there.scorecard.importPreview({ text, as: 'mine' })).rejects.toThrow(
      'it was recorded on 2026-11-21, and today is 2026-11-20 (UTC)',
    )
  })

  test('any text comes through a card and its file as it was', async () => {
    const [here, there] = [openScorecards(), openScorecards()]
    const text = '<script>alert(1)</script> \u202e\u0000\ud800 ﷽ "\\ $(reboot) \u{1F4A9} __proto__'
    const { id } = await begun(here, { name: text })
    await here.scorecard.append({
      id,
      bodies: [answer('uptime', 'no', { text, quote: text, link: text, who: text })],
    })
    const { card } = await take(there, await exported(here, id), 'mine')
    expect(card.body.name).toBe(text)
    expect(bodiesOf(card)[1]).toMatchObject({ text, quote: text, link: text, who: text })
    expect(await exported(there, id)).toBe(await exported(here, id))
  })
})
