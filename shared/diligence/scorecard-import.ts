/** What taking in a card from a file would bring, beside what is here already. @see SPEC.md DX6, DX7 */
import { trustByClass } from '../figure.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Link } from './chain.ts'
import { importNotes } from './scorecard-import-words.ts'
import type { Answer, EntryBody, Origin } from './entry.ts'
import type { ImportPreview, ImportRelation, ItemDifference, ScorecardFile } from './scorecard.ts'
import { type Checklists, standingAnswer, standingCard, withdrawnSequences } from './standing.ts'

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
  readonly here: { readonly links: readonly Link[]; readonly checklists: Checklists } | null
  /** The items whose answers are to count although there is one here. */
  readonly take: ReadonlySet<string>
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
    const relation: ImportRelation = here === null ? 'new' : verbatim.length === 0 ? 'known' : 'continues'
    return planned(request, { relation, verbatim, appended: [], knownEntries: common })
  }
  const known = new Set(here?.links.map(firstDigest))
  const withdrawn = withdrawnSequences(links)
  const answered = answeredHere(request)
  const unknown = links.filter((link) => !known.has(firstDigest(link)) || isTaken(request, link, withdrawn))
  const appended = unknown.map((link) => {
    const stands = !withdrawn.has(link.sequence) && link.origin?.aside !== true
    const counts = stands && mayCount(request, link.body, answered)
    return incoming(request, link, !counts)
  })
  const relation: ImportRelation = here === null ? 'new' : appended.length === 0 ? 'known' : 'diverged'
  return planned(request, { relation, verbatim: [], appended, knownEntries: links.length - appended.length })
}

function commonPast(here: readonly Link[], there: readonly Link[]): number {
  const at = there.findIndex((link, index) => here[index]?.digest !== link.digest)
  return at === -1 ? there.length : at
}

/** An entry is known by the digest that it was first written with. */
function firstDigest({ origin, digest }: Link): string {
  return origin?.digest ?? digest
}

/** The last answer of theirs to an item that the person chose: it is appended even where it was kept aside before. */
function isTaken({ links, take }: ImportRequest, link: Link, withdrawn: ReadonlySet<number>): boolean {
  const { body } = link
  if (body.kind !== 'answer' || !take.has(body.itemId)) return false
  const last = links.findLast(
    (each) =>
      each.body.kind === 'answer' &&
      each.body.itemId === body.itemId &&
      each.origin?.aside !== true &&
      !withdrawn.has(each.sequence),
  )
  return last === link
}

const everAfter = '2199-12-31'

function answeredHere({ here }: ImportRequest): ReadonlySet<string> {
  const answers = here === null ? new Map() : standingCard(here.links, here.checklists, everAfter).answers
  return new Set(answers.keys())
}

function mayCount(
  { as, here, take }: ImportRequest,
  body: EntryBody,
  answered: ReadonlySet<string>,
): boolean {
  if (body.kind === 'answer') return take.has(body.itemId) || !answered.has(body.itemId)
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
 * An answer as somebody else's word: what they measured, received or looked up is a third party's here, and what was
 * computed from their figures is not computed from yours. Example: an own measurement of theirs is trusted by half.
 * @see SPEC.md DX7
 */
export function asThirdParty(answer: Answer): Answer {
  const isTheirOwn = trustByClass[answer.class] === 1
  return { ...answer, class: isTheirOwn ? 'third-party' : answer.class, computed: null }
}

function planned(request: ImportRequest, plan: Omit<ImportPlan, 'differences' | 'notes'>): ImportPlan {
  return { ...plan, differences: differencesOf(request), notes: importNotes(request, plan) }
}

/** Items where their standing answer is another than the one here. */
function differencesOf({ file, links, as, here }: ImportRequest): readonly ItemDifference[] {
  const theirs = standingCard(links, file.checklists, everAfter)
  const ours = standingCard(here?.links ?? [], here?.checklists ?? {}, everAfter)
  const questions = new Map<string, string>()
  for (const checklist of [...Object.values(file.checklists), theirs, ours])
    for (const { id, question } of [...checklist.circumstances, ...checklist.items])
      questions.set(id, question)
  return [...theirs.answers.keys()].flatMap((itemId) => {
    const [their, our] = [standingAnswer(theirs, itemId)!, standingAnswer(ours, itemId)].map(
      (standing): Answer | null => {
        if (standing === null) return null
        const { sequence: _sequence, recordedAtUtcMs: _recordedAtUtcMs, ...answer } = standing
        return answer
      },
    )
    const taken = as === 'theirs' ? asThirdParty(their!) : their!
    if (canonicalJson(taken) === canonicalJson(our)) return []
    return [{ itemId, question: questions.get(itemId) ?? itemId, ours: our ?? null, theirs: taken }]
  })
}
