/** What stands behind a card on a day, entry by entry, and what is kept but counts for nothing. @see SPEC.md RP1 */
import type { EvidenceClass } from '../../figure.ts'
import { formatFigure } from '../../units.ts'
import { lastApplicableAnswer } from '../certainty.ts'
import type { Answer, Entry, Origin } from '../entry.ts'
import { flaggingAnswer } from '../score.ts'
import type { KeptAttachment } from '../scorecard.ts'
import {
  dayOfInstant,
  type Standing,
  standingAnswer,
  type StandingCard,
  withdrawnSequences,
} from '../standing.ts'
import { dayNumber } from '../../calendar.ts'
import type { Link } from './document.ts'
import { evidenceWords } from '../words.ts'

/** One entry that counts. Its number is that of the entry in the card: the same in every report of the card. */
export type Evidence = {
  readonly number: number
  readonly about: string
  readonly says: string
  readonly class: EvidenceClass | null
  readonly text: string
  readonly link: Link | null
  readonly quote: string | null
  readonly file: { readonly name: string | null; readonly sha256: string } | null
  readonly seenOn: string | null
  readonly who: string
  readonly recordedAtUtcMs: number
  readonly origin: Origin | null
}

/** Kept, but it counts for nothing. */
export type Aside = {
  readonly number: number
  readonly what: string
  readonly who: string
  readonly recordedAtUtcMs: number
  readonly origin: Origin
}

/** Gives the address that may be opened; null where it may not. */
export type LinkOf = (address: string) => string | null

type Sources = {
  readonly card: StandingCard
  readonly entries: readonly Entry[]
  readonly attachments: readonly KeptAttachment[]
  readonly linkOf: LinkOf
}

/** A file's own name, without the folders of the machine it came from. Example: `fileNameOf('C:\\bills\\a.pdf')` is `'a.pdf'`. @see SPEC.md RP7 */
export function fileNameOf(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? ''
}

/** Every entry that counts on the card's day, in order. Example: an answer that a later one replaced is not among them. @see SPEC.md RP1 */
export function evidenceOf({ card, entries, attachments, linkOf }: Sources): readonly Evidence[] {
  const originBySequence = new Map(entries.map(({ sequence, origin }) => [sequence, origin]))
  const nameBySha256 = new Map(attachments.map(({ sha256, fileName }) => [sha256, fileNameOf(fileName)]))
  const fileOf = (sha256: string | null) =>
    sha256 === null ? null : { name: nameBySha256.get(sha256) ?? null, sha256 }
  const shownLink = (address: string | null) => (address === null ? null : { address, url: linkOf(address) })
  const nothing = { class: null, text: '', link: null, quote: null, file: null, seenOn: null } as const
  const base = (standing: Standing<{ readonly who: string }>) => ({
    ...nothing,
    number: standing.sequence,
    who: standing.who,
    recordedAtUtcMs: standing.recordedAtUtcMs,
    origin: originBySequence.get(standing.sequence) ?? null,
  })
  const ofAnswer = (about: string, answer: Standing<Answer>): Evidence => ({
    ...base(answer),
    about,
    says: [answer.value.replace('-', ' '), ...computedWords(answer)].join('; '),
    class: answer.class,
    text: answer.text,
    link: shownLink(answer.link),
    quote: answer.quote,
    file: fileOf(answer.fileSha256),
    seenOn: answer.seenOn,
  })
  const asked = [...card.items, ...card.circumstances]
  return [
    ...asked.flatMap(({ id, question }) =>
      answersBehind(card, id).map((answer) => ofAnswer(question, answer)),
    ),
    ...card.jobs.map((job) => ({
      ...base(job),
      about: `Test job “${job.name}”`,
      says: 'a small job was run',
      seenOn: job.ranOn,
      file: fileOf(job.billSha256),
    })),
    ...card.payouts.map((payout) => ({
      ...base(payout),
      about: 'Payout received',
      says: `${payout.amount} ${payout.currency}`,
      text: payout.reference,
      seenOn: payout.receivedOn,
      file: fileOf(payout.fileSha256),
    })),
    ...card.records.map((record) => ({
      ...base(record),
      about: record.of === 'paid-usage' ? 'Paid usage on record' : 'Revenue of holders on record',
      says: `${formatFigure(record.usd, 'usd')} from ${record.from} to ${record.to}`,
      class: 'on-chain-record' as const,
      text: record.transaction,
      link: shownLink(record.link),
    })),
    ...card.datedPaths.map((path) => ({
      ...base(path),
      about: 'Announced with a date',
      says: `until ${path.until}`,
      text: path.text,
      link: shownLink(path.link),
    })),
    ...card.figures.map((figure) => ({
      ...base(figure),
      about: `Figure “${figure.metric}”`,
      says: formatFigure(figure.value, 'count'),
      class: figure.class,
      text: figure.text,
      link: shownLink(figure.link),
      seenOn: figure.seenOn,
    })),
    ...card.notes.map((note) => ({ ...base(note), about: 'Note', says: '', text: note.text })),
  ].toSorted((a, b) => a.number - b.number)
}

/**
 * The answer that stands; with "not applicable" the earlier one that still bounds it; and the "no" of a red flag that
 * a later answer does not lift. The oldest first. @see SPEC.md DG8, DG9
 */
export function answersBehind(card: StandingCard, itemId: string): readonly Standing<Answer>[] {
  const standing = standingAnswer(card, itemId)
  if (standing === null) return []
  const before = standing.value === 'not-applicable' ? lastApplicableAnswer(card, itemId) : null
  const item = card.items.find(({ id }) => id === itemId)
  const flagging = item === undefined ? null : flaggingAnswer(card, item)
  const behind = [standing, before, flagging].filter((answer) => answer !== null)
  return [...new Set(behind)].toSorted((a, b) => a.sequence - b.sequence)
}

function computedWords({ computed }: Answer): readonly string[] {
  if (computed === null) return []
  if (computed.by === 'exit')
    return [
      `selling ${formatFigure(computed.sizeUsd, 'usd')} into ${formatFigure(computed.depthUsd, 'usd')} on that side (${evidenceWords[computed.depthClass]}) with a pool fee of ${formatFigure(computed.poolFeeRatio, 'ratio')} slips ${formatFigure(computed.slippageRatio, 'ratio')}, limit ${formatFigure(computed.slippageLimitRatio, 'ratio')}`,
    ]
  return [
    `usage alone is worth ${formatFigure(computed.usageOnlyUsd, 'usd')}, from revision ${computed.scenarioRevision} of the scenario “${computed.scenarioName}”`,
    ...computed.decisive.map(({ label }) => `${label} could turn it`),
  ]
}

const isUntil = (on: string) => (entry: Entry) => dayOfInstant(entry.recordedAtUtcMs) <= dayNumber(on)

/** Entries that stand aside on a day. Example: somebody else's own test in an imported card. @see SPEC.md DG4, RP1 */
export function asideOf(entries: readonly Entry[], on: string): readonly Aside[] {
  return entries
    .filter(isUntil(on))
    .flatMap(({ sequence, recordedAtUtcMs, body, origin }) =>
      origin?.aside === true
        ? [{ number: sequence, what: whatIs(body), who: body.who, recordedAtUtcMs, origin }]
        : [],
    )
}

function whatIs(body: Entry['body']): string {
  return body.kind === 'answer'
    ? `${body.value.replace('-', ' ')} to “${body.itemId}”`
    : body.kind.replaceAll('-', ' ')
}

export type LeftOut = {
  readonly withdrawn: number
  readonly replaced: number
  readonly notAsked: number
  readonly later: number
}

/** How many entries are not shown: taken back, replaced, to a question not asked, recorded after the day. @see SPEC.md RP1 */
export function leftOutOf(entries: readonly Entry[], card: StandingCard): LeftOut {
  const recorded = entries.filter(isUntil(card.on))
  const asked = new Set([...card.items, ...card.circumstances].map(({ id }) => id))
  let [replaced, notAsked] = [0, 0]
  for (const [id, answers] of card.answers) {
    if (asked.has(id)) replaced += answers.length - answersBehind(card, id).length
    else notAsked += answers.length
  }
  return {
    withdrawn: withdrawnSequences(recorded).size,
    replaced,
    notAsked,
    later: entries.length - recorded.length,
  }
}
