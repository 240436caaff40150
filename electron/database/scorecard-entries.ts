/**
 * The entries of scorecards: appended, read with every digest checked, and never changed. What is undone is taken back
 * by a withdrawal, what is done again by the withdrawal of that one.
 * @see SPEC.md DX1, DX2, DX4
 */
import { canonicalJson } from '../../shared/diligence/canonical-json.ts'
import {
  type ChainHead,
  checkedChain,
  digestedText,
  type FoundLink,
  type Link,
} from '../../shared/diligence/chain.ts'
import { entryBodySchema, originSchema } from '../../shared/diligence/entry-schema.ts'
import type { EntryBody, Origin } from '../../shared/diligence/entry.ts'
import type { Damage } from '../../shared/diligence/scorecard.ts'
import { bookError } from './book-error.ts'
import type { Restoration } from './document-table.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import type { JournalEntry } from './journal.ts'
import { sha256 } from './sha256.ts'

export type Chain = {
  /** The intact ones, in order. */
  readonly links: readonly Link[]
  readonly headDigest: string | null
  readonly damage: readonly Damage[]
}

type Row = {
  readonly sequence: number
  readonly recordedAtUtcMs: number
  readonly bodyJson: string
  readonly originJson: string | null
  readonly previousDigest: string | null
  readonly digest: string
}

/** A chain that this process checked whole and found sound, and the file as it was then. */
type CheckedChain = {
  readonly fileVersion: number
  readonly head: ChainHead
  readonly links: readonly Link[]
}

const checkedByHandle = new WeakMap<ReadHandle, Map<string, CheckedChain>>()

/**
 * The whole chain of a card; what is damaged is named and left out. What this process has checked is not checked again
 * while nobody else writes to the file: of a chain that went on, only what is new.
 */
export function readChain(read: ReadHandle, cardId: string): Chain {
  const head = headOf(read, cardId)
  const checked = checkedByHandle.get(read) ?? new Map<string, CheckedChain>()
  checkedByHandle.set(read, checked)
  const fileVersion = versionOf(read)
  const before = checked.get(cardId)
  const isCurrent = before?.fileVersion === fileVersion && head !== null
  if (isCurrent && before.head.sequence === head.sequence && before.head.digest === head.digest)
    return { links: before.links, headDigest: head.digest, damage: [] }
  const goesOn = isCurrent && before.head.sequence < head.sequence ? before : null
  let { links, damage } = checkedFrom(read, cardId, head, goesOn)
  // Taken back by a transaction that failed: then it goes on from elsewhere.
  if (goesOn !== null && damage.length > 0) ({ links, damage } = checkedFrom(read, cardId, head, null))
  if (head !== null && damage.length === 0) checked.set(cardId, { fileVersion, head, links })
  else checked.delete(cardId)
  return { links, headDigest: head?.digest ?? null, damage }
}

/** Another number whenever another connection, here or elsewhere, changed the file. */
function versionOf(read: ReadHandle): number {
  return read.all<{ data_version: number }>('PRAGMA data_version')[0]!.data_version
}

function checkedFrom(
  read: ReadHandle,
  cardId: string,
  head: ChainHead | null,
  before: CheckedChain | null,
): Pick<Chain, 'links' | 'damage'> {
  const rows = read.all<Row>(
    `SELECT sequence, recorded_at_utc_ms AS recordedAtUtcMs, body_json AS bodyJson, origin_json AS originJson,
       previous_digest AS previousDigest, digest
     FROM scorecard_entries WHERE card_id = ? AND sequence > ? ORDER BY sequence`,
    cardId,
    before?.head.sequence ?? Number.MIN_SAFE_INTEGER,
  )
  const { intact, damage } = checkedChain(cardId, rows.map(foundLink), head, sha256, before?.head ?? null)
  const links: Link[] = []
  const unreadable: Damage[] = []
  for (const found of intact) {
    const body = entryBodySchema.safeParse(found.body)
    const origin = originSchema.nullable().safeParse(found.origin)
    if (body.success && origin.success) links.push({ ...found, body: body.data, origin: origin.data })
    else
      unreadable.push({
        sequence: found.sequence,
        message: `Entry ${found.sequence} is not of a kind that this Idlewatt reads: it is left out.`,
      })
  }
  return { links: [...(before?.links ?? []), ...links], damage: [...damage, ...unreadable] }
}

function headOf(read: ReadHandle, cardId: string): ChainHead | null {
  const [head] = read.all<ChainHead>('SELECT sequence, digest FROM scorecard_heads WHERE card_id = ?', cardId)
  return head ?? null
}

/** A damaged row may hold anything: it then matches no digest. */
function foundLink({
  sequence,
  recordedAtUtcMs,
  bodyJson,
  originJson,
  previousDigest,
  digest,
}: Row): FoundLink {
  return {
    sequence,
    recordedAtUtcMs: Number.isSafeInteger(recordedAtUtcMs) ? recordedAtUtcMs : -1,
    body: valueOf(bodyJson),
    origin: originJson === null ? null : (valueOf(originJson) ?? false),
    previousDigest,
    digest,
  }
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}

/** What is to be appended; its time and its place in the chain it gets then. */
export type NewEntry = { readonly body: EntryBody; readonly origin: Origin | null }

export type Range = { readonly from: number; readonly to: number }

/** The first entries of a card that has none yet. */
export function beginEntries(
  write: WriteHandle,
  cardId: string,
  entries: readonly NewEntry[],
  nowUtcMs: number,
): Range {
  return putLinks(write, cardId, linksAfter(cardId, undefined, entries, nowUtcMs))
}

/** Throws where the card is damaged: it is then only read. @see SPEC.md DX2 */
export function appendEntries(
  write: WriteHandle,
  cardId: string,
  entries: readonly NewEntry[],
  nowUtcMs: number,
): Range {
  const last = soundEnd(write, cardId)
  return putLinks(write, cardId, linksAfter(cardId, last, entries, notBefore(last, nowUtcMs)))
}

const dayMs = 86_400_000

/** A clock set back does not write into a past that was read already. @see SPEC.md DG6 */
function notBefore({ recordedAtUtcMs }: Link, nowUtcMs: number): number {
  if (recordedAtUtcMs <= nowUtcMs + dayMs) return Math.max(recordedAtUtcMs, nowUtcMs)
  const [newest, now] = [recordedAtUtcMs, nowUtcMs].map((instant) => new Date(instant).toISOString())
  throw bookError(
    'changed-elsewhere',
    `Nothing was added: the newest entry of this card was recorded at ${newest}, and the clock of this computer says ${now}. Set the clock right and try again.`,
  )
}

/** Entries of a file as they are: the first of a card, or those that follow on the last one here. */
export function appendVerbatim(write: WriteHandle, cardId: string, links: readonly Link[]): Range {
  const end = links[0]!.sequence === 1 ? null : soundEnd(write, cardId).digest
  if (links[0]!.previousDigest !== end)
    throw new Error(`Entry ${links[0]!.sequence} of the file does not follow on the last one here.`)
  return putLinks(write, cardId, links)
}

function linksAfter(
  cardId: string,
  last: Link | undefined,
  entries: readonly NewEntry[],
  nowUtcMs: number,
): readonly Link[] {
  let previous = last
  return entries.map(({ body, origin }) => {
    const place = {
      sequence: (previous?.sequence ?? 0) + 1,
      recordedAtUtcMs: nowUtcMs,
      body,
      origin,
      previousDigest: previous?.digest ?? null,
    }
    previous = { ...place, digest: sha256(digestedText(cardId, place)) }
    return previous
  })
}

function soundEnd(read: ReadHandle, cardId: string): Link {
  const { links, damage } = readChain(read, cardId)
  refuseDamaged(damage)
  return links.at(-1)!
}

/** Throws where there is any: the card is then only read. @see SPEC.md DX2 */
export function refuseDamaged([first]: readonly Damage[]): void {
  if (first === undefined) return
  throw bookError(
    'unreadable',
    `This card is damaged and is only read: nothing was added. ${first.message} Export what is intact, or put a copy of the book from the backups folder in its place.`,
  )
}

function putLinks(write: WriteHandle, cardId: string, links: readonly Link[]): Range {
  for (const link of links)
    write.run(
      `INSERT INTO scorecard_entries (card_id, sequence, recorded_at_utc_ms, body_json, origin_json, previous_digest, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      cardId,
      link.sequence,
      link.recordedAtUtcMs,
      canonicalJson(link.body),
      link.origin === null ? null : canonicalJson(link.origin),
      link.previousDigest,
      link.digest,
    )
  const [first, last] = [links[0]!, links.at(-1)!]
  write.run(
    `INSERT INTO scorecard_heads (card_id, sequence, digest) VALUES (?, ?, ?)
     ON CONFLICT (card_id) DO UPDATE SET sequence = excluded.sequence, digest = excluded.digest`,
    cardId,
    last.sequence,
    last.digest,
  )
  return { from: first.sequence, to: last.sequence }
}

/** An append for the journal. Its revision is the first of the entries that say now whether it stands. */
export function appendForJournal(cardId: string, { from, to }: Range): JournalEntry {
  const afterJson = JSON.stringify({ from, to })
  return { subject: 'scorecard entries', subjectId: cardId, beforeJson: null, afterJson, revision: from }
}

/** Takes an append back, or takes the taking back back; returns the first sequence of the withdrawals. @see SPEC.md DX4 */
export function restoreEntries(write: WriteHandle, restoration: Restoration): number {
  const { id, expectedJson, wantedJson, lastRevision, nowUtcMs } = restoration
  const range = JSON.parse(wantedJson ?? expectedJson ?? '') as Range
  const first = wantedJson === null ? range.from : lastRevision
  const withdrawals = Array.from({ length: range.to - range.from + 1 }, (_, at): NewEntry => ({
    body: { kind: 'withdrawal', sequence: first + at, who: wantedJson === null ? 'undo' : 'redo' },
    origin: null,
  }))
  return appendEntries(write, id, withdrawals, nowUtcMs).from
}
