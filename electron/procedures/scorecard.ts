/** Scorecards: begun, added to, renamed, removed; checklists of the person's own; files attached. */
import { ORPCError } from '@orpc/server'
import { isoDate } from '../../shared/calendar.ts'
import { whyNotAppended } from '../../shared/diligence/append-check.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { mostAttachmentBytes } from '../../shared/diligence/scorecard-schema.ts'
import type { Scorecard } from '../../shared/diligence/scorecard.ts'
import { dayOfInstant } from '../../shared/diligence/standing.ts'
import { counted } from '../../shared/imports/import-limits.ts'
import {
  attachmentsFolder,
  isAttachmentThere,
  readAttachment,
  writeAttachment,
} from '../database/attachment-files.ts'
import { attachments, findAttachment, keepAttachment } from '../database/attachments.ts'
import { bookError } from '../database/book-error.ts'
import { checklists, keepChecklist } from '../database/checklists.ts'
import { creationInWords, scorecardEntriesInWords } from '../database/document-words.ts'
import type { WriteHandle } from '../database/handles.ts'
import { appendToJournal } from '../database/journal.ts'
import {
  appendEntries,
  appendForJournal,
  beginEntries,
  refuseDamaged,
} from '../database/scorecard-entries.ts'
import { scenarios } from '../database/scenarios.ts'
import { scorecards } from '../database/scorecards.ts'
import { sha256 } from '../database/sha256.ts'
import { reviewInWorker } from '../imports/read-in-worker.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'
import { scorecardReport } from './report.ts'
import { exchangeProcedures } from './scorecard-exchange.ts'
import { refuseOverfull } from './scorecard-room.ts'
import {
  chainWithChecklists,
  diligenceListing,
  existingScorecard,
  knownChecklists,
  namedChecklist,
  scorecardOf,
} from './scorecard-known.ts'

/** Of entries that Idlewatt itself writes. */
const byIdlewatt = 'Idlewatt'

export function scorecardProcedures(implementer: Implementer, parts: Parts) {
  const { scorecard } = implementer
  const { book, diligence, stamp } = parts
  const folder = attachmentsFolder(book.file)

  const append = (write: WriteHandle, id: string, bodies: readonly EntryBody[]): Scorecard => {
    const document = existingScorecard(write, id)
    const lists = knownChecklists(write, diligence.shippedChecklist)
    const { nowUtcMs } = stamp()
    const chain = chainWithChecklists(write, id, lists)
    refuseDamaged(chain.damage)
    const why = whyNotAppended(bodies, {
      entries: chain.links,
      checklists: lists,
      isFileKept: (digest) => findAttachment(write, digest) !== null && isAttachmentThere(folder, digest),
      scenarioOf: (scenarioId) => {
        const scenario = scenarios.find(write, scenarioId)
        if (scenario === null) return null
        const { revision, body } = scenario
        return { id: scenarioId, name: body.name, revision, entries: body.inputs }
      },
      today: isoDate(dayOfInstant(nowUtcMs)),
    })
    if (why !== null) throw new ORPCError('BAD_REQUEST', { message: why })
    for (const body of bodies) if (body.kind === 'checklist') keepChecklist(write, lists[body.sha256]!)
    const range = appendEntries(
      write,
      id,
      bodies.map((body) => ({ body, origin: null })),
      nowUtcMs,
    )
    refuseOverfull(write, document, lists, bodies.length)
    const words = scorecardEntriesInWords(entriesInWords(bodies), document.body.name)
    appendToJournal(write, nowUtcMs, words, [appendForJournal(id, range)])
    return scorecardOf(write, document, lists)
  }

  return {
    list: scorecard.list.handler(() => book.read((read) => diligenceListing(read, diligence, folder))),
    begin: scorecard.begin.handler(({ input: { name, networkId, roles, checklist } }) =>
      book.write((write) => {
        const chosen = namedChecklist(write, diligence.shippedChecklist, checklist)
        const asked = new Set([...chosen.items, ...chosen.circumstances].map(({ id }) => id))
        const starter =
          networkId === null ? undefined : diligence.starters.find((each) => each.networkId === networkId)
        const bodies: readonly EntryBody[] = [
          { kind: 'checklist', sha256: keepChecklist(write, chosen), who: byIdlewatt },
          ...(starter?.answers ?? []).filter(({ itemId }) => asked.has(itemId)),
        ]
        const { newId, nowUtcMs } = stamp()
        const id = newId()
        beginEntries(
          write,
          id,
          bodies.map((body) => ({ body, origin: null })),
          nowUtcMs,
        )
        scorecards.keep(
          write,
          [{ id, revision: 0, body: { schema: 1, name, networkId, roles } }],
          creationInWords('scorecard', `Began the scorecard “${name}”`, name),
          nowUtcMs,
        )
        return scorecardOf(
          write,
          existingScorecard(write, id),
          knownChecklists(write, diligence.shippedChecklist),
        )
      }),
    ),
    save: scorecard.save.handler(({ input: { id, revision, name, roles } }) =>
      book.write((write) => {
        const { body } = existingScorecard(write, id)
        const saved = scorecards.save(write, { id, revision, body: { ...body, name, roles } }, stamp())
        return scorecardOf(write, saved, knownChecklists(write, diligence.shippedChecklist))
      }),
    ),
    remove: scorecard.remove.handler(({ input: { id, revision } }) => {
      book.write((write) => scorecards.remove(write, id, revision, stamp()))
      return { id }
    }),
    append: scorecard.append.handler(({ input: { id, bodies } }) =>
      book.write((write) => append(write, id, bodies)),
    ),
    adoptChecklist: scorecard.adoptChecklist.handler(({ input: { id, checklist } }) =>
      book.write((write) => {
        const chosen = namedChecklist(write, diligence.shippedChecklist, checklist)
        return append(write, id, [
          { kind: 'checklist', sha256: keepChecklist(write, chosen), who: byIdlewatt },
        ])
      }),
    ),

    saveChecklist: scorecard.saveChecklist.handler(({ input }) => {
      const { id, revision, body } = book.write((write) => checklists.save(write, input, stamp()))
      return { id, revision, body }
    }),
    removeChecklist: scorecard.removeChecklist.handler(({ input: { id, revision } }) => {
      book.write((write) => checklists.remove(write, id, revision, stamp()))
      return { id }
    }),

    report: scorecard.report.handler(({ input: { id, ...asked } }) => {
      const { permissionSheet, shippedChecklist } = diligence
      const { card, ...known } = book.read((read) => {
        const keptChecklists = knownChecklists(read, shippedChecklist)
        const card = scorecardOf(read, existingScorecard(read, id), keptChecklists)
        return { card, keptChecklists, attachments: attachments(read) }
      })
      return scorecardReport(card, { ...known, permissionSheet }, asked)
    }),

    attach: scorecard.attach.handler(({ input: { name, base64 } }) => {
      const bytes = Buffer.from(base64, 'base64')
      if (bytes.length > mostAttachmentBytes)
        throw new ORPCError('BAD_REQUEST', {
          message: `“${name}” was not attached: it has ${counted(bytes.length)} bytes, at most ${counted(mostAttachmentBytes)} are kept. Attach the part that shows it.`,
        })
      if (bytes.length === 0)
        throw new ORPCError('BAD_REQUEST', {
          message: `“${name}” was not attached: it is empty. Attach the file that shows it.`,
        })
      // Inside, so that a book that is only read gets no file either.
      return book.write((write) => {
        const { newId, nowUtcMs } = stamp()
        const isFirst = !isAttachmentThere(folder, sha256(bytes))
        const digest = writeAttachment(folder, bytes, newId)
        const attachment = { sha256: digest, fileName: name, bytes: bytes.length, addedAtUtcMs: nowUtcMs }
        keepAttachment(write, attachment, isFirst)
        return findAttachment(write, digest)!
      })
    }),
    attachment: scorecard.attachment.handler(({ input }) => {
      const kept = book.read((read) => findAttachment(read, input.sha256))
      if (kept === null)
        throw bookError('not-found', `No file with the SHA-256 ${input.sha256} was ever attached.`)
      const { fileName } = kept
      return { name: fileName, base64: readAttachment(folder, kept.sha256, fileName).toString('base64') }
    }),
    review: scorecard.review.handler(async ({ input: { text }, signal }) => {
      const result = await reviewInWorker(text, signal === undefined ? {} : { signal })
      if (result.kind === 'refused') throw new ORPCError('BAD_REQUEST', { message: result.message })
      return result.review
    }),
    ...exchangeProcedures(implementer, parts),
  }
}

const kindsInWords: Readonly<Record<EntryBody['kind'], string>> = {
  answer: 'an answer',
  'test-job': 'a test job',
  payout: 'a payout',
  record: 'an on-chain record',
  'dated-path': 'a dated path',
  tripwire: 'a tripwire',
  figure: 'a figure',
  permissions: 'a permission sheet',
  note: 'a note',
  checklist: 'a checklist',
  'own-item': 'an item of your own',
  withdrawal: 'a withdrawal',
}

function entriesInWords(bodies: readonly EntryBody[]): string {
  return bodies.length === 1 ? kindsInWords[bodies[0]!.kind] : `${bodies.length} entries`
}
