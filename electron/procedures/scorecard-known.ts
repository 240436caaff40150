/** Scorecards as the book has them: each with its chain checked, and the checklists that they name. */
import type { Link } from '../../shared/diligence/chain.ts'
import type { Checklist } from '../../shared/diligence/checklist.ts'
import type {
  Damage,
  DiligenceListing,
  ListedAttachment,
  Scorecard,
  ScorecardBody,
} from '../../shared/diligence/scorecard.ts'
import type { Checklists } from '../../shared/diligence/standing.ts'
import type { ShippedDiligence } from '../checklists.ts'
import { isAttachmentListed } from '../database/attachment-files.ts'
import { attachments } from '../database/attachments.ts'
import { bookError } from '../database/book-error.ts'
import { checklists, checklistSha256, keptChecklists } from '../database/checklists.ts'
import type { Document } from '../database/document-table.ts'
import type { ReadHandle } from '../database/handles.ts'
import { type Chain, readChain } from '../database/scorecard-entries.ts'
import { lostScorecards, scorecards } from '../database/scorecards.ts'

/** By digest: the shipped one, and all that a card was ever answered by. */
export function knownChecklists(read: ReadHandle, shipped: Checklist): Checklists {
  return { ...keptChecklists(read), [checklistSha256(shipped)]: shipped }
}

/** The checklist of a digest, or of the id of one's own. */
export function namedChecklist(read: ReadHandle, shipped: Checklist, name: string): Checklist {
  const known = knownChecklists(read, shipped)
  const checklist = Object.hasOwn(known, name) ? known[name] : checklists.find(read, name)?.body
  if (checklist !== undefined) return checklist
  throw bookError('not-found', `There is no checklist with the id or the SHA-256 ${name}.`)
}

/** The chain, with the checklists that it names and that are gone among its damage. @see SPEC.md DX2 */
export function chainWithChecklists(read: ReadHandle, cardId: string, lists: Checklists): Chain {
  const chain = readChain(read, cardId)
  const lost = chain.links.flatMap(({ sequence, body }): readonly Damage[] =>
    body.kind === 'checklist' && lists[body.sha256] === undefined
      ? [{ sequence, message: `The checklist that entry ${sequence} names is missing or damaged.` }]
      : [],
  )
  return { ...chain, damage: [...chain.damage, ...lost] }
}

export function existingScorecard(read: ReadHandle, id: string): Document<ScorecardBody> {
  const document = scorecards.find(read, id)
  if (document !== null) return document
  throw bookError(
    'not-found',
    `There is no scorecard with the id ${id}: it may have been removed elsewhere, and then undo brings it back.`,
  )
}

export function scorecardOf(
  read: ReadHandle,
  document: Document<ScorecardBody>,
  lists: Checklists,
): Scorecard {
  const { links, headDigest, damage } = chainWithChecklists(read, document.id, lists)
  return { ...document, entries: links.map(entryOf), headDigest, damage }
}

function entryOf({ sequence, recordedAtUtcMs, body, origin }: Link): Scorecard['entries'][number] {
  return { sequence, recordedAtUtcMs, body, origin }
}

export function diligenceListing(
  read: ReadHandle,
  shipped: ShippedDiligence,
  attachmentsFolder: string,
): DiligenceListing {
  const lists = knownChecklists(read, shipped.shippedChecklist)
  return {
    ...shipped,
    shippedSha256: checklistSha256(shipped.shippedChecklist),
    scorecards: scorecards.list(read).documents.map((document) => scorecardOf(read, document, lists)),
    keptChecklists: lists,
    ownChecklists: checklists.list(read).documents.map(({ id, revision, body }) => ({ id, revision, body })),
    attachments: listedAttachments(read, attachmentsFolder),
  }
}

export function listedAttachments(read: ReadHandle, folder: string): readonly ListedAttachment[] {
  return attachments(read).map(({ sha256, fileName, bytes, addedAtUtcMs }) => {
    return { sha256, fileName, bytes, addedAtUtcMs, isHere: isAttachmentListed(folder, sha256) }
  })
}

/** What is the matter with scorecards, a sentence for each. @see SPEC.md DX2 */
export function scorecardNotices(read: ReadHandle, shipped: Checklist): readonly string[] {
  const lists = knownChecklists(read, shipped)
  const { documents, unreadable } = scorecards.list(read)
  return [
    ...unreadable.map(({ message }) => message),
    ...checklists.list(read).unreadable.map(({ message }) => message),
    ...lostScorecards(read).map(
      (id) =>
        `The scorecard with the id ${id} is lost, its entries are still there: restore a copy from the backups folder.`,
    ),
    ...documents.flatMap(({ id, body }) => {
      const [first] = chainWithChecklists(read, id, lists).damage
      return first === undefined
        ? []
        : [`The scorecard “${body.name}” is damaged and is only read: ${first.message}`]
    }),
  ]
}
