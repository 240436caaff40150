/** Why entries are not appended to a card, in a sentence. @see SPEC.md DG6, DX9 */
import { dayNumber } from '../calendar.ts'
import { misfitOfBasis, type ScenarioOf } from './basis-check.ts'
import type { ChecklistItem, Computation } from './checklist.ts'
import { namedFiles, pastDays } from './entry-names.ts'
import type { Answer, Entry, EntryBody } from './entry.ts'
import { type Checklists, withdrawnSequences } from './standing.ts'

/** What there is to find out next is looked for among all pairs of items. */
export const mostOwnItems = 400

export type AppendSurroundings = {
  /** What is on the card already. */
  readonly entries: readonly Entry[]
  readonly checklists: Checklists
  readonly isFileKept: (sha256: string) => boolean
  readonly scenarioOf: ScenarioOf
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
  const { entries, checklists, isFileKept, scenarioOf, today } = surroundings
  const known = [...entries.map(({ body }) => body), ...bodies]
  const withdrawn = withdrawnSequences(entries)
  const standing = [
    ...entries.flatMap(({ sequence, origin, body }) =>
      withdrawn.has(sequence) || origin?.aside === true ? [] : [body],
    ),
    ...bodies,
  ]
  const asked = new Set(known.flatMap((body) => questionsOf(body, checklists)))
  const end = entries.at(-1)?.sequence ?? 0
  const present = new Set(entries.map(({ sequence }) => sequence))
  const tooMany = tooManyOwnItems(standing)
  if (tooMany !== null) return `Nothing was added: ${tooMany}.`
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
      (body.kind === 'answer'
        ? misfitOfBasis(body, computationsOf(body, standing, checklists).at(-1) ?? null, scenarioOf)
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
 * Where an entry says that something was seen more than a day after the day of its recording; null where it does not.
 * That one is in UTC, and a local day may be the next one already. Example: a payout received in two days.
 * @see SPEC.md DG6
 */
export function laterThan(body: EntryBody, day: string): string | null {
  const late = pastDays(body).find((each) => dayNumber(each.day) > dayNumber(day) + 1)
  return late === undefined
    ? null
    : `“${late.what} ${late.day}” lies after ${day}, the day of its recording (UTC)`
}

/** More own items than a card may have, in a sentence; null where there are not. @see SPEC.md DX9 */
export function tooManyOwnItems(known: readonly EntryBody[]): string | null {
  const own = new Set(known.flatMap((body) => (body.kind === 'own-item' ? [body.item.id] : [])))
  return own.size > mostOwnItems
    ? `a card has at most ${mostOwnItems} items of one’s own, and these would be ${own.size}`
    : null
}

/** As what the item of an answer is computed, checklist by checklist that asks it. */
export function computationsOf(
  { itemId }: Answer,
  known: readonly EntryBody[],
  checklists: Checklists,
): readonly (Computation | null)[] {
  return known.flatMap((body) =>
    body.kind === 'checklist'
      ? (checklists[body.sha256]?.items ?? []).flatMap(({ id, computation }) =>
          id === itemId ? [computation] : [],
        )
      : [],
  )
}

function questionsOf(body: EntryBody, checklists: Checklists): readonly string[] {
  if (body.kind === 'own-item') return [body.item.id]
  if (body.kind !== 'checklist') return []
  const { items, circumstances } = checklists[body.sha256] ?? { items: [], circumstances: [] }
  return [...items, ...circumstances].map(({ id }) => id)
}

/**
 * Why an own item is refused among what the card says until then. Example: a checklist's question cannot be replaced
 * by a milder one of the same name. @see SPEC.md DX9
 */
export function wrongOwnItem(
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
