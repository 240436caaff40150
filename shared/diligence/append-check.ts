/** Why entries are not appended to a card, in a sentence. @see SPEC.md DG6, DX9 */
import type { ChecklistItem } from './checklist.ts'
import { namedFiles, pastDays } from './entry-names.ts'
import type { Entry, EntryBody } from './entry.ts'
import type { Checklists } from './standing.ts'

export type AppendSurroundings = {
  /** What is on the card already. */
  readonly entries: readonly Entry[]
  readonly checklists: Checklists
  readonly isFileKept: (sha256: string) => boolean
  /** In UTC. */
  readonly today: string
}

/**
 * The first thing wrong with entries that are to be appended one after the other; null where nothing is.
 * Example: an answer seen tomorrow is refused, and so is one to a question that the card never asked.
 * @see SPEC.md DG6, DX9
 */
export function whyNotAppended(
  bodies: readonly EntryBody[],
  surroundings: AppendSurroundings,
): string | null {
  const { entries, checklists, isFileKept, today } = surroundings
  const known = [...entries.map(({ body }) => body), ...bodies]
  const asked = new Set(known.flatMap((body) => questionsOf(body, checklists)))
  const end = entries.at(-1)?.sequence ?? 0
  const present = new Set(entries.map(({ sequence }) => sequence))
  for (const [at, body] of bodies.entries()) {
    const wrong =
      laterThan(body, today) ??
      (body.kind === 'withdrawal' &&
      !present.has(body.sequence) &&
      !(body.sequence > end && body.sequence <= end + at)
        ? `there is no entry ${body.sequence} to take back`
        : null) ??
      (body.kind === 'answer' && !asked.has(body.itemId)
        ? `the card does not ask “${body.itemId}” and never did`
        : null) ??
      (body.kind === 'checklist' && checklists[body.sha256] === undefined
        ? `there is no checklist with the SHA-256 ${body.sha256}`
        : null) ??
      (body.kind === 'record' && body.from > body.to
        ? `its first day ${body.from} lies after its last ${body.to}`
        : null) ??
      (body.kind === 'own-item' ? wrongOwnItem(body.item, known, checklists) : null) ??
      (namedFiles(body).every(isFileKept) ? null : 'the file that it names is not attached: attach it first')
    if (wrong !== null)
      return `Nothing was added: ${bodies.length === 1 ? 'of the entry' : `of entry ${at + 1} of ${bodies.length}`} ${wrong}.`
  }
  return null
}

/**
 * Where an entry says that something was seen after the day of its recording; null where it does not.
 * Example: a payout received tomorrow. @see SPEC.md DG6
 */
export function laterThan(body: EntryBody, day: string): string | null {
  const late = pastDays(body).find((each) => each.day > day)
  return late === undefined
    ? null
    : `“${late.what} ${late.day}” lies after ${day}, the day of its recording (UTC)`
}

function questionsOf(body: EntryBody, checklists: Checklists): readonly string[] {
  if (body.kind === 'own-item') return [body.item.id]
  if (body.kind !== 'checklist') return []
  const { items, circumstances } = checklists[body.sha256] ?? { items: [], circumstances: [] }
  return [...items, ...circumstances].map(({ id }) => id)
}

/** A checklist's question cannot be replaced by a milder one of the same name. */
function wrongOwnItem(
  { id, exemption, computation }: ChecklistItem,
  known: readonly EntryBody[],
  checklists: Checklists,
): string | null {
  const asked = new Set(
    known.flatMap((body) => (body.kind === 'checklist' ? questionsOf(body, checklists) : [])),
  )
  if (asked.has(id)) return `“${id}” is a question of the checklist: an item of your own needs another id`
  if (computation !== null) return 'an item of your own is answered by you and not computed'
  if (exemption !== null && !asked.has(exemption.circumstanceId))
    return `there is no circumstance “${exemption.circumstanceId}” that it could hang on`
  return null
}
