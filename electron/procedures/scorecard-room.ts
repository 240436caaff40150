/** What a card has room for: no more than its file may be, so that it can always be handed on. @see SPEC.md DX9 */
import { ORPCError } from '@orpc/server'
import { canonicalJson } from '../../shared/diligence/canonical-json.ts'
import type { Link } from '../../shared/diligence/chain.ts'
import { scorecardFile, scorecardText } from '../../shared/diligence/scorecard-file.ts'
import { mostEntries } from '../../shared/diligence/scorecard-schema.ts'
import type { Scorecard } from '../../shared/diligence/scorecard.ts'
import type { Checklists } from '../../shared/diligence/standing.ts'
import { counted, importLimits } from '../../shared/imports/import-limits.ts'
import { utf8Bytes } from '../../shared/imports/import-text.ts'
import { attachments } from '../database/attachments.ts'
import type { ReadHandle } from '../database/handles.ts'
import { chainWithChecklists } from './scorecard-known.ts'

type Named = Pick<Scorecard, 'id' | 'body'>

/** The entries of a card are the same objects as long as its chain is kept in memory. */
const bytesByLink = new WeakMap<Link, number>()

function bytesOf(link: Link): number {
  const known = bytesByLink.get(link)
  if (known !== undefined) return known
  // And the comma after it.
  const bytes = utf8Bytes(canonicalJson(link), importLimits.bytes) + 1
  bytesByLink.set(link, bytes)
  return bytes
}

/**
 * Throws where a card has become larger than its file may be; `added` entries came last, and taking them back needs as
 * many again. To be called before the transaction ends, which then keeps nothing.
 */
export function refuseOverfull(read: ReadHandle, card: Named, lists: Checklists, added: number): void {
  const { links } = chainWithChecklists(read, card.id, lists)
  const { entries, bytes } = sizeOf(read, card, lists, links)
  const tooMuch =
    entries + added > mostEntries
      ? `it would have ${counted(entries + added)} entries, counting those that take these back; ${mostWords.entries}`
      : bytes > importLimits.bytes
        ? `its file would have ${counted(bytes)} bytes; ${mostWords.bytes}`
        : null
  if (tooMuch === null) return
  const message = `Nothing was added to the scorecard “${card.body.name}”: ${tooMuch} Begin another card for what comes now.`
  throw new ORPCError('BAD_REQUEST', { message })
}

/** Throws where the file of a card could not be taken in anywhere. */
export function refuseToHandOut(
  read: ReadHandle,
  card: Named,
  lists: Checklists,
  links: readonly Link[],
): void {
  const { entries, bytes } = sizeOf(read, card, lists, links)
  const why =
    entries === 0
      ? 'nothing of it is intact.'
      : entries > mostEntries
        ? `it has ${counted(entries)} entries; ${mostWords.entries}`
        : bytes > importLimits.bytes
          ? `that would have ${counted(bytes)} bytes; ${mostWords.bytes}`
          : null
  if (why === null) return
  const message = `The scorecard “${card.body.name}” cannot be put into a file: ${why}`
  throw new ORPCError('BAD_REQUEST', { message })
}

const mostWords = {
  entries: `a file of a card has at most ${counted(mostEntries)}.`,
  bytes: `one of at most ${counted(importLimits.bytes)} can be taken in.`,
}

function sizeOf(read: ReadHandle, card: Named, lists: Checklists, links: readonly Link[]) {
  const named = scorecardFile(card, links, { checklists: lists, attachments: attachments(read) })
  const frame = utf8Bytes(scorecardText({ ...named, entries: [] }), importLimits.bytes)
  return { entries: links.length, bytes: links.reduce((sum, link) => sum + bytesOf(link), frame) }
}
