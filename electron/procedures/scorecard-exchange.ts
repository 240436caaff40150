/** Scorecards handed on as a file, and taken in: looked at first, then as one step of the journal. */
import { ORPCError } from '@orpc/server'
import { isoDate } from '../../shared/calendar.ts'
import {
  computationsOf,
  laterThan,
  tooManyOwnItems,
  wrongOwnItem,
} from '../../shared/diligence/append-check.ts'
import { misfitWithoutBook } from '../../shared/diligence/basis-check.ts'
import { checkedChain, type Link } from '../../shared/diligence/chain.ts'
import { scorecardFile, scorecardText } from '../../shared/diligence/scorecard-file.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { type ImportAs, importPlan, type ImportPlan } from '../../shared/diligence/scorecard-import.ts'
import { scorecardFileSchema } from '../../shared/diligence/scorecard-schema.ts'
import type { Damage, ImportPreview, ScorecardFile } from '../../shared/diligence/scorecard.ts'
import { type Checklists, dayOfInstant } from '../../shared/diligence/standing.ts'
import { attachmentsFolder, isAttachmentThere } from '../database/attachment-files.ts'
import { attachments, keepAttachment } from '../database/attachments.ts'
import { bookError } from '../database/book-error.ts'
import { checklistSha256, keepChecklist } from '../database/checklists.ts'
import { creationInWords, scorecardImportInWords } from '../database/document-words.ts'
import type { ReadHandle, WriteHandle } from '../database/handles.ts'
import {
  appendEntries,
  appendForJournal,
  appendVerbatim,
  beginEntries,
  type Chain,
  readChain,
  type Range,
} from '../database/scorecard-entries.ts'
import { scorecards } from '../database/scorecards.ts'
import { sha256 } from '../database/sha256.ts'
import { readScorecardInWorker } from '../imports/read-in-worker.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'
import { chainWithChecklists, existingScorecard, knownChecklists, scorecardOf } from './scorecard-known.ts'
import { refuseOverfull, refuseToHandOut } from './scorecard-room.ts'

/** A file of the right shape, with what of its chain holds. */
type CheckedFile = {
  readonly file: ScorecardFile
  readonly links: readonly Link[]
  readonly damage: readonly Damage[]
}

/** Where a file goes; no chain is a new card. */
type Target = { readonly id: string | null; readonly chain: Chain | null; readonly name: string | null }

export function exchangeProcedures({ scorecard }: Implementer, { book, diligence, stamp }: Parts) {
  const shipped = diligence.shippedChecklist
  const folder = attachmentsFolder(book.file)
  const today = () => isoDate(dayOfInstant(stamp().nowUtcMs))

  const plan = (
    read: ReadHandle,
    { file, links }: CheckedFile,
    as: ImportAs,
    { chain }: Target,
    take: readonly string[],
  ): ImportPlan => {
    return importPlan({
      file,
      links,
      as,
      here: chain,
      checklists: knownChecklists(read, shipped),
      take: new Set(take),
      shipped: { id: shipped.id, sha256: checklistSha256(shipped) },
      isFileKept: (digest) => isAttachmentThere(folder, digest),
    })
  }

  return {
    exportCard: scorecard.exportCard.handler(({ input: { id } }) =>
      book.read((read) => {
        const document = existingScorecard(read, id)
        const lists = knownChecklists(read, shipped)
        const { links } = chainWithChecklists(read, id, lists)
        refuseToHandOut(read, document, lists, links)
        const file = scorecardFile(document, links, { checklists: lists, attachments: attachments(read) })
        const text = scorecardText(file)
        // What cannot be read back is not handed out.
        if (!scorecardFileSchema.safeParse(file).success)
          throw new ORPCError('BAD_REQUEST', {
            message: `The scorecard “${document.body.name}” cannot be put into a file: something on it is not of a kind that can be taken in.`,
          })
        return { text }
      }),
    ),

    importPreview: scorecard.importPreview.handler(async ({ input, signal }): Promise<ImportPreview> => {
      const checked = await readFile(input.text, today(), signal)
      return book.read((read) => {
        const target = targetOf(read, checked.file, input.as, input.intoId)
        const { relation, verbatim, appended, knownEntries, differences, notes } = plan(
          read,
          checked,
          input.as,
          target,
          [],
        )
        return {
          relation,
          card: checked.file.card,
          intoId: target.id,
          headDigest: target.chain?.headDigest ?? null,
          newEntries: verbatim.length + appended.length,
          knownEntries,
          differences,
          damage: checked.damage,
          notes: [...notes, ...notesOfTarget(target)],
        }
      })
    }),

    importCard: scorecard.importCard.handler(async ({ input, signal }) => {
      const { as, take } = input
      const checked = await readFile(input.text, today(), signal)
      const { file, damage } = checked
      if (as === 'mine' && damage.length > 0)
        throw refusal(
          `The file is damaged: ${damage[0]!.message} Take in another copy of it, or this one as somebody else’s.`,
        )
      return book.write((write) => {
        const { nowUtcMs, newId } = stamp()
        const target = targetOf(write, file, as, input.intoId)
        if ((target.chain?.headDigest ?? null) !== input.headDigest)
          throw bookError(
            'changed-elsewhere',
            `The scorecard “${target.name ?? file.card.name}” was changed elsewhere after the file was looked at. Nothing was imported: look at what the file brings now and decide again.`,
          )
        const planned = plan(write, checked, as, target, take)
        keepWhatIsNamed(write, file, nowUtcMs)
        const id = target.id ?? (as === 'mine' ? file.card.id : newId())
        const range = appendPlanned(write, id, planned, target, nowUtcMs)
        const { id: _id, ...body } = file.card
        const isThere = scorecards.find(write, id) !== null
        // The entries of a new card go and come with it.
        const steps = target.id === null || range === null ? [] : [appendForJournal(id, range)]
        scorecards.keep(
          write,
          isThere ? [] : [{ id, revision: 0, body }],
          target.id === null
            ? creationInWords('scorecard', `Took in the scorecard “${body.name}” from a file`, body.name)
            : scorecardImportInWords(target.name ?? body.name),
          nowUtcMs,
          steps,
        )
        const card = existingScorecard(write, id)
        const lists = knownChecklists(write, shipped)
        // A new card is taken back by removing it.
        if (range !== null)
          refuseOverfull(write, card, lists, target.id === null ? 0 : 1 + range.to - range.from)
        return scorecardOf(write, card, lists)
      })
    }),
  }
}

function appendPlanned(
  write: WriteHandle,
  id: string,
  { verbatim, appended }: ImportPlan,
  target: Target,
  nowUtcMs: number,
): Range | null {
  if (verbatim.length > 0) return appendVerbatim(write, id, verbatim)
  if (appended.length === 0) return null
  return target.id === null
    ? beginEntries(write, id, appended, nowUtcMs)
    : appendEntries(write, id, appended, nowUtcMs)
}

/** One's own card goes where its id is; somebody else's where it was before, or to the card of its network. */
function targetOf(
  read: ReadHandle,
  { card }: ScorecardFile,
  as: ImportAs,
  intoId: string | null | undefined,
): Target {
  const ownChain = readChain(read, card.id)
  const isHere = ownChain.links.length > 0 || ownChain.headDigest !== null
  if (as === 'mine') {
    if (intoId !== undefined && intoId !== (isHere ? card.id : null))
      throw bookError(
        'changed-elsewhere',
        isHere
          ? `A card of one’s own goes on where it is here: into the card with the id ${card.id}.`
          : 'The card of this file is not here: it comes in as a new one.',
      )
    const name = scorecards.find(read, card.id)?.body.name ?? null
    return isHere ? { id: card.id, chain: ownChain, name } : { id: null, chain: null, name: null }
  }
  const { documents } = scorecards.list(read)
  const found =
    intoId === undefined
      ? (documents.find(({ id }) => id === card.id) ??
        documents.find(({ body }) => body.networkId !== null && body.networkId === card.networkId))
      : intoId === null
        ? undefined
        : existingScorecard(read, intoId)
  if (found === undefined) return { id: null, chain: null, name: null }
  return { id: found.id, chain: readChain(read, found.id), name: found.body.name }
}

function notesOfTarget({ id, chain, name }: Target): readonly string[] {
  return [
    ...(id !== null && name === null ? ['This card was removed here: it comes back.'] : []),
    ...((chain?.damage.length ?? 0) > 0
      ? ['The card here is damaged and is only read: nothing can be taken into it.']
      : []),
  ]
}

function keepWhatIsNamed(write: WriteHandle, file: ScorecardFile, nowUtcMs: number): void {
  for (const checklist of Object.values(file.checklists)) keepChecklist(write, checklist)
  for (const attachment of file.attachments) keepAttachment(write, { ...attachment, addedAtUtcMs: nowUtcMs })
}

async function readFile(text: string, today: string, signal: AbortSignal | undefined): Promise<CheckedFile> {
  const options = signal === undefined ? {} : { signal }
  const result = await readScorecardInWorker(text, options)
  if (result.kind === 'refused') throw refusal(result.message)
  const { file } = result
  for (const [digest, checklist] of Object.entries(file.checklists))
    if (checklistSha256(checklist) !== digest)
      throw refusal(`The checklist “${checklist.name}” of the file does not match its digest.`)
  const { intact, damage } = checkedChain(file.card.id, file.entries, 'unknown', sha256)
  const isIntact = new Set<unknown>(intact)
  const links = file.entries.filter((link) => isIntact.has(link))
  const known: EntryBody[] = []
  for (const { sequence, recordedAtUtcMs, body, origin } of links) {
    known.push(body)
    const day = isoDate(dayOfInstant(recordedAtUtcMs))
    const wrong =
      (day > today ? `it was recorded on ${day}, and today is ${today} (UTC)` : laterThan(body, day)) ??
      (origin?.aside === true ? null : wrongInside(body, known, file.checklists))
    if (wrong !== null) throw refusal(`Entry ${sequence} of the file is not taken: ${wrong}.`)
    if (body.kind === 'checklist' && file.checklists[body.sha256] === undefined)
      throw refusal(`The file lacks the checklist that entry ${sequence} names.`)
  }
  const tooMany = tooManyOwnItems(links.flatMap(({ body, origin }) => (origin?.aside === true ? [] : [body])))
  if (tooMany !== null) throw refusal(`The file is not taken: ${tooMany}.`)
  return { file, links, damage }
}

/** What would have been refused when it was appended, as far as the file itself shows. @see SPEC.md DX9 */
function wrongInside(body: EntryBody, known: readonly EntryBody[], lists: Checklists): string | null {
  if (body.kind === 'own-item') return wrongOwnItem(body.item, known, lists)
  if (body.kind !== 'answer' || body.computed === null) return null
  const { by } = body.computed
  return misfitWithoutBook(body, computationsOf(body, known, lists).includes(by) ? by : null)
}

function refusal(message: string): ORPCError<'BAD_REQUEST', undefined> {
  return new ORPCError('BAD_REQUEST', { message: `${message} Nothing was changed.` })
}
