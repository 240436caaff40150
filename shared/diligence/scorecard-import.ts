/** What taking in a card from a file would bring, beside what is here already. @see SPEC.md DX6, DX7 */
import { canonicalJson } from './canonical-json.ts'
import type { Link } from './chain.ts'
import { isAboveThirdParty, isCircumstance } from './others-word.ts'
import { importNotes } from './scorecard-import-words.ts'
import type { Answer, EntryBody, Origin } from './entry.ts'
import type { ImportPreview, ImportRelation, ItemDifference, ScorecardFile } from './scorecard.ts'
import {
  type Checklists,
  type Standing,
  standingAnswer,
  standingCard,
  withdrawnSequences,
} from './standing.ts'

/** The same person's card from another copy of the book, or somebody else's word. */
export type ImportAs = 'mine' | 'theirs'

/** An entry as it is appended here. */
export type Incoming = { readonly body: EntryBody; readonly origin: Origin }

export type ImportPlan = Pick<ImportPreview, 'relation' | 'knownEntries' | 'differences' | 'notes'> & {
  /** Digests and all, behind what is here. */
  readonly verbatim: readonly Link[]
  readonly appended: readonly Incoming[]
}

export type ImportRequest = {
  readonly file: ScorecardFile
  /** The file's entries that match their digests. */
  readonly links: readonly Link[]
  readonly as: ImportAs
  /** Null: there is no card here that it goes into. */
  readonly here: { readonly links: readonly Link[] } | null
  /** All that are known here, the one that ships among them. */
  readonly checklists: Checklists
  /** The items whose answers are to count although there is one here. */
  readonly take: ReadonlySet<string>
  /** The checklist that ships, by its id and digest. */
  readonly shipped: { readonly id: string; readonly sha256: string }
  /** Whether the content of an attached file is here. */
  readonly isFileKept: (sha256: string) => boolean
}

/**
 * What an import would append, and what it would change. Nothing is lost: both histories are kept.
 * Example: of a card that goes on where the one here ends, the rest, verbatim. @see SPEC.md DX6, DX7
 */
export function importPlan(request: ImportRequest): ImportPlan {
  const { links, as, here } = request
  const common = as === 'mine' ? commonPast(here?.links ?? [], links) : 0
  const isForked = here !== null && common < Math.min(here.links.length, links.length)
  if (as === 'mine' && !isForked) {
    const verbatim = links.slice(common)
    const appended = takenAgain(request, [...(here?.links ?? []), ...verbatim])
    const relation: ImportRelation = here === null ? 'new' : verbatim.length === 0 ? 'known' : 'continues'
    return planned(request, { relation, verbatim, appended, knownEntries: common })
  }
  const answered = answersHere(request)
  const withdrawn = withdrawnSequences(links)
  const countsNow = (link: Link) =>
    !withdrawn.has(link.sequence) && link.origin?.aside !== true && mayCount(request, link.body, answered)
  const keptHere = keptOf(request, links.slice(0, common))
  const chosen = new Set(chosenOf(request))
  const appended = links
    .filter((link) => {
      const kept = keptHere.get(keyOf(link))
      return kept === undefined || chosen.has(link) || (kept === 'aside' && countsNow(link))
    })
    .map((link) => incoming(request, link, !countsNow(link)))
  const relation: ImportRelation = here === null ? 'new' : appended.length === 0 ? 'known' : 'diverged'
  return planned(request, { relation, verbatim: [], appended, knownEntries: links.length - appended.length })
}

function commonPast(here: readonly Link[], there: readonly Link[]): number {
  const at = there.findIndex((link, index) => here[index]?.digest !== link.digest)
  return at === -1 ? there.length : at
}

/**
 * An entry is known by the digest that it was first written with, and by saying the same: that digest is the file's
 * own word, and another entry's would hide this one.
 */
function keyOf({ origin, digest, body }: Link): string {
  return `${origin?.digest ?? digest} ${canonicalJson(body.kind === 'answer' ? asThirdParty(body) : body)}`
}

/**
 * What is kept here and how. What came and was taken back may come again; what was first written here, or is of the
 * past that both have, stays taken back: that is later news than the file's.
 */
function keptOf({ here }: ImportRequest, common: readonly Link[]): ReadonlyMap<string, 'aside' | 'standing'> {
  const links = here?.links ?? []
  const withdrawn = withdrawnSequences(links)
  const kept = new Map<string, 'aside' | 'standing'>()
  for (const link of links) {
    if (withdrawn.has(link.sequence) && link.origin !== null) continue
    const key = keyOf(link)
    if (link.origin?.aside !== true) kept.set(key, 'standing')
    else if (!kept.has(key)) kept.set(key, 'aside')
  }
  for (const link of common) kept.set(keyOf(link), 'standing')
  return kept
}

/** Their last standing answers to the items that the person chose: appended even where they are known. */
function chosenOf({ links, take }: ImportRequest): readonly Link[] {
  const withdrawn = withdrawnSequences(links)
  const last = new Map<string, Link>()
  for (const link of links) {
    const { body, origin, sequence } = link
    if (body.kind === 'answer' && take.has(body.itemId) && origin?.aside !== true && !withdrawn.has(sequence))
      last.set(body.itemId, link)
  }
  return [...last.values()]
}

/** Of one's own file that brings nothing else to it: chosen answers that do not stand here. */
function takenAgain(request: ImportRequest, here: readonly Link[]): readonly Incoming[] {
  const ours = standingCard(here, request.checklists, everAfter)
  return chosenOf(request)
    .filter(({ body }) => {
      if (body.kind !== 'answer') return false
      const standing = standingAnswer(ours, body.itemId)
      return standing === null || canonicalJson(bodyOf(standing)) !== canonicalJson(body)
    })
    .map((link) => incoming(request, link, false))
}

const everAfter = '2199-12-31'

function answersHere({ here, checklists }: ImportRequest): ReadonlySet<string> {
  return new Set(standingCard(here?.links ?? [], checklists, everAfter).answers.keys())
}

function mayCount(request: ImportRequest, body: EntryBody, answered: ReadonlySet<string>): boolean {
  const { as, here, take } = request
  if (body.kind === 'answer')
    return (
      take.has(body.itemId) ||
      (!answered.has(body.itemId) && !(as === 'theirs' && isCircumstance(request, body)))
    )
  if (as === 'mine') return false
  // What is asked here, the person decides: somebody else's list of questions stands aside.
  return body.kind === 'note' || (here === null && (body.kind === 'own-item' || body.kind === 'checklist'))
}

function incoming({ file, as }: ImportRequest, link: Link, aside: boolean): Incoming {
  const { sequence, recordedAtUtcMs, digest } = link
  const here = { cardId: file.card.id, cardName: file.card.name, sequence, recordedAtUtcMs, digest }
  return {
    body: as === 'theirs' && link.body.kind === 'answer' ? asThirdParty(link.body) : link.body,
    origin: { ...here, ...link.origin, aside },
  }
}

/**
 * An answer as somebody else's word: what they measured, received, looked up or read is a third party's here, and what
 * was computed from their figures is not computed from yours. Example: an own measurement of theirs, and what they
 * call a project's document, are trusted by half. @see SPEC.md DX7
 */
export function asThirdParty(answer: Answer): Answer {
  return { ...answer, class: isAboveThirdParty(answer) ? 'third-party' : answer.class, computed: null }
}

function planned(request: ImportRequest, plan: Omit<ImportPlan, 'differences' | 'notes'>): ImportPlan {
  return { ...plan, differences: differencesOf(request), notes: importNotes(request, plan) }
}

/** Items where their standing answer is another than the one here. */
function differencesOf({ file, links, as, here, checklists }: ImportRequest): readonly ItemDifference[] {
  const theirs = standingCard(links, file.checklists, everAfter)
  const ours = standingCard(here?.links ?? [], checklists, everAfter)
  const questions = new Map<string, string>()
  for (const checklist of [...Object.values(file.checklists), theirs, ours])
    for (const { id, question } of [...checklist.circumstances, ...checklist.items])
      questions.set(id, question)
  return [...theirs.answers.keys()].flatMap((itemId) => {
    const their = bodyOf(standingAnswer(theirs, itemId)!)
    const standing = standingAnswer(ours, itemId)
    const our = standing === null ? null : bodyOf(standing)
    const taken = as === 'theirs' ? asThirdParty(their) : their
    if (canonicalJson(taken) === canonicalJson(our)) return []
    return [{ itemId, question: questions.get(itemId) ?? itemId, ours: our, theirs: taken }]
  })
}

function bodyOf({
  sequence: _sequence,
  recordedAtUtcMs: _recordedAtUtcMs,
  ...answer
}: Standing<Answer>): Answer {
  return answer
}
